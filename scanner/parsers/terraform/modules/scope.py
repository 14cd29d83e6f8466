"""One module in one environment: what the names in its expressions mean.

A module that is called several times has a scope for each call, with the values that the caller gives.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.evaluator import TOO_LONG, ExpressionEvaluator, Names
from scanner.parsers.terraform.modules import calls, inputs, resource_values
from scanner.parsers.terraform.modules.calls import Call, Children
from scanner.parsers.terraform.modules.environments import Environment
from scanner.parsers.terraform.modules.estate import MAX_RUNNING, Estate, Place
from scanner.parsers.terraform.modules.folders import Folder, Placed, location_of
from scanner.parsers.terraform.modules.function_scope import ScopeOfFunctions
from scanner.parsers.terraform.modules.instances import (
    INSTANCES,
    NO_NAMES,
    ONE,
    Expansion,
    by_count,
    by_for_each,
    suffix,
    unresolved,
)
from scanner.parsers.terraform.syntax.tree import HIDDEN, Attribute, AttributeStep, Expression, Literal, Step, Traversal
from scanner.parsers.terraform.values.collections import bounded, unknown
from scanner.parsers.terraform.values.conversions import ConversionError

_TOO_MANY = "makes more instances than are told apart"
_PER_INSTANCE = frozenset(("count", "each", "self"))
Meaning = tuple[Value, Sequence[Step]]
"""What a name means, and the steps that are still to be taken on it."""


class ModuleScope:
    """Evaluates the expressions of one module.

    Args:
        estate: What all modules share.
        folder: The module's files.
        environment: For which values it is evaluated.
        call: How it was entered; None for a root module.
    """

    def __init__(self, estate: Estate, folder: Folder, environment: Environment, call: Call | None = None) -> None:
        self.estate = estate
        self.folder = folder
        self.environment = environment
        self.call = call
        self.prefix: str = "" if call is None else f"{call.caller.prefix}module.{call.name}{suffix(call.key)}."
        self.module_path: tuple[str, ...] = () if call is None else (*call.caller.module_path, call.name)
        self.functions = ScopeOfFunctions(self)
        self.objects: dict[str, Value] = {}
        """Resources as expressions see them, by name."""
        self.values: dict[str, Value] = {}
        """What was computed, by its name in :meth:`memo`."""
        self._expansions: dict[str, Expansion] = {}
        self._children: dict[str, Children] = {}
        self._callees: dict[str, Folder | None] = {}
        self._expressions = ExpressionEvaluator(self, self.functions, self._refused, estate.effort)
        self._roots: Mapping[str, Callable[[str, Sequence[Step], str], Meaning]] = {
            "var": lambda name, steps, text: (inputs.variable(self, name, text), steps),
            "local": lambda name, steps, text: (self._local(name, text), steps),
            "module": lambda name, steps, text: calls.value(self, name, steps, text),
            "path": lambda name, steps, text: (self._path(name, text), steps),
            "terraform": self._terraform,
            "tofu": self._terraform,
            "ephemeral": lambda _name, _steps, text: (unknown(UnknownReason.SENSITIVE, text), ()),
            "data": lambda name, steps, text: self._typed(f"data.{name}", steps, text),
            "resource": self._typed,
        }
        estate.entered[folder.path] += 1
        estate.scopes += call is not None

    @cached_property
    def role(self) -> Role:
        """What the module's resources are to the product: an example's are its own, wherever they are written."""
        if self.call is None:
            return Role.PRODUCT
        inherited = self.call.caller.role
        own = self.estate.role(self.call.placed.path)
        return own if inherited is Role.PRODUCT and own is not Role.VENDORED else inherited

    @cached_property
    def applied(self) -> bool:
        """Whether its root is applied as it stands."""
        return inputs.is_applied(self) if self.call is None else self.call.caller.applied

    @cached_property
    def places(self) -> tuple[Location, ...]:
        """Where the calls stand that lead here, outermost first."""
        if self.call is None:
            return ()
        block = self.call.placed.block
        return (*self.call.caller.places, location_of(self.call.placed.path, block.position, block.end_line))

    @cached_property
    def doubt(self) -> str:
        """What leaves open whether the module is there at all, innermost first."""
        if self.call is None:
            return ""
        caller = self.call.caller
        return caller.expansion(f"module.{self.call.name}", self.call.placed).doubt or caller.doubt

    @cached_property
    def library(self) -> bool:
        """Whether its root is there for others to call."""
        return inputs.is_library(self) if self.call is None else self.call.caller.library

    def entered(self, folder: Folder, call: Call) -> ModuleScope:
        """The scope of a module that is called from here."""
        return ModuleScope(self.estate, folder, self.environment, call)

    def evaluate(self, expression: Expression, names: Names, place: Place | None = None) -> Value:
        """The value of an expression, bounded in size.

        Args:
            expression: Written in this module.
            names: What ``each``, ``count`` and iterators mean there.
            place: Where it stands, for problems.
        """
        if isinstance(expression, Literal):
            return expression.value
        before = self.estate.place
        self.estate.place = place or before
        try:
            return bounded(self._expressions.evaluate(expression, names), getattr(expression, "text", ""))
        finally:
            self.estate.place = before

    def complain(self, message: str, place: Place | None = None, kind: str = "") -> None:
        """Note a problem at a place; where the evaluation stands if none is given."""
        self.estate.complaints.add(message, location_of(*(place or self.estate.place)), kind)

    def absent(self, text: str, message: str) -> Unknown:
        """A name that means nothing here, which Terraform refuses; unless it stands in a file that was not read."""
        if self.folder.path in self.estate.broken:
            return unknown(UnknownReason.FILE_NOT_HERE, text)
        if self.estate.is_judged(self.estate.place[0]):
            self.estate.complaints.absent(self.folder.path, message, location_of(*self.estate.place))
        return unknown(UnknownReason.BROKEN, text)

    def _refused(self, expression: Expression, message: str) -> None:
        if self.applied or message == TOO_LONG:
            text = getattr(expression, "text", "")
            message = "Terraform would refuse what is given to sensitive()" if text == HIDDEN else message
            self.complain(f"{message}: {text}" if text else message, kind=message)

    def resolve(self, traversal: Traversal) -> Meaning:
        """What a name means; see :class:`scanner.parsers.terraform.expressions.evaluator.Resolver`."""
        root, steps, text = traversal.root, traversal.steps, traversal.text
        if root in _PER_INSTANCE:  # where it means something, it is among the names of the expression
            return self.absent(text, f"{root} means nothing here"), ()
        first = steps[0] if steps else None
        if not isinstance(first, AttributeStep):
            return self.absent(text, f"{root} stands alone"), ()
        known = self._roots.get(root)
        return known(first.name, steps[1:], text) if known else self._resource(f"{root}.{first.name}", steps[1:], text)

    def memo(self, name: str, text: str, place: Place, compute: Callable[[], Value]) -> Value:
        """A value that is computed once.

        Args:
            name: What it is called within the module.
            text: Expression that asks for it.
            place: Where it is written.
            compute: Gives it.
        """
        if name in self.values:
            return self.values[name]
        earlier = self.estate.earlier(self.prefix, name)
        if name in earlier:
            self.values[name] = earlier[name]
            return earlier[name]
        running, full = self.estate.running, self.prefix + name
        if full in running:
            ring = [*list(running)[list(running).index(full) :], full]
            self.complain(f"refers to itself: {' -> '.join(ring[:10])}", place)
            return unknown(UnknownReason.BROKEN, text)
        if len(running) >= MAX_RUNNING:
            self.complain(f"more than {MAX_RUNNING} values wait for one another; this one is not evaluated", place)
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
        before = self.estate.place
        running[full] = self.estate.place = place
        try:
            value = compute()
        except RecursionError:
            self.complain("expressions lie too deep in one another; this one is not evaluated", place)
            value = unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
        finally:
            self.estate.place = before
            del running[full]
        self.values[name] = value
        return value

    def expansion(self, address: str, placed: Placed) -> Expansion:
        """The instances of a resource or module call.

        Args:
            address: Its name within the module.
            placed: Its block.
        """
        if address in self._expansions:
            return self._expansions[address]
        body = placed.block.body
        written = body.attribute("count") or body.attribute("for_each")
        found = ONE if written is None else self._expanded(address, placed, written)
        if self.prefix + INSTANCES + address not in self.estate.running:
            self._expansions[address] = found
        return found

    def gone_through(self, address: str) -> Value:
        """The value of ``count`` or ``for_each`` of a block whose instances are known to this scope."""
        return self.values.get(INSTANCES + address, self._expansions[address].unknown)

    def children(self, name: str) -> Children:
        """The modules that a call enters, by its name, which must be declared."""
        if name not in self._children:
            self._children[name] = calls.enter(self, name)
        return self._children[name]

    def callee(self, name: str) -> Folder | None:
        """The folder that a call enters; None where it is not here or cannot be entered."""
        if name not in self._callees:
            self._callees[name] = calls.find_callee(self, name)
        return self._callees[name]

    def _expanded(self, address: str, placed: Placed, written: Attribute) -> Expansion:
        text = getattr(written.expression, "text", written.name)
        place = (written.path or placed.path, written.position)
        count = written.name == "count"
        if self.estate.is_full:
            self.complain(f"{written.name} {_TOO_MANY}", place)
            return unresolved(unknown(UnknownReason.TOO_MANY, text), count=count)
        value = self.memo(INSTANCES + address, text, place, lambda: self.evaluate(written.expression, NO_NAMES, place))
        try:
            found = by_count(value, text) if count else by_for_each(value, text)
        except ConversionError as error:
            if self.applied:
                self.complain(str(error), place)
            return unresolved(unknown(UnknownReason.BROKEN, text), count=count)
        if not found.instances and self.library and not isinstance(written.expression, Literal):
            return unresolved(unknown(UnknownReason.VARIABLE_SET_BY_CALLER, text), count=count)
        if not self.estate.has_room(len(found.instances)):
            found = unresolved(unknown(UnknownReason.TOO_MANY, text), count=count)
        if found.unknown is not None and found.unknown.reason is UnknownReason.TOO_MANY:
            self.complain(f"{written.name} {_TOO_MANY}", place)
        return found

    def evaluate_locals(self) -> None:
        """Evaluate all local values, whether or not anything asks for them."""
        for name in self.folder.locals:
            self._local(name, f"local.{name}")

    def _local(self, name: str, text: str) -> Value:
        placed = self.folder.locals.get(name)
        if placed is None or placed.attribute is None:
            return self.absent(text, f"local.{name} is not declared")
        attribute = placed.attribute
        place = (attribute.path or placed.path, attribute.position)
        return self.memo(f"local.{name}", text, place, lambda: self.evaluate(attribute.expression, NO_NAMES))

    def _path(self, name: str, text: str) -> Value:
        if name == "root":
            return "."
        if name == "module":
            return posixpath.relpath(self.folder.path or ".", self.environment.folder or ".")
        if name == "cwd":
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
        return self.absent(text, f"path.{name} does not exist")

    def _terraform(self, name: str, steps: Sequence[Step], text: str) -> Meaning:
        if name == "workspace" and self.environment.workspace is not None:
            return self.environment.workspace, steps
        reason = UnknownReason.WORKSPACE if name == "workspace" else UnknownReason.EXPRESSION_NOT_SUPPORTED
        return unknown(reason, text), ()

    def _typed(self, first: str, steps: Sequence[Step], text: str) -> Meaning:
        second = steps[0] if steps else None
        if not isinstance(second, AttributeStep):
            return self.absent(text, f"{first} stands alone"), ()
        return self._resource(f"{first}.{second.name}", steps[1:], text)

    def _resource(self, address: str, steps: Sequence[Step], text: str) -> Meaning:
        placed = self.folder.resources.get(address)
        if placed is None:
            return self.absent(text, f"{address} is not declared"), ()
        return resource_values.value(self, address, placed, steps, text)
