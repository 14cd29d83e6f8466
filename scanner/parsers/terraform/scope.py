"""One module in one environment: what its variables, locals, resources, calls and outputs are.

A module that is called several times has a scope for each call, with the values that the caller gives.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scanner.domain.artifact import Role
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform import resource_values
from scanner.parsers.terraform.constraints import convert
from scanner.parsers.terraform.conversions import ConversionError
from scanner.parsers.terraform.environments import Environment, Setting
from scanner.parsers.terraform.estate import MAX_CALLS, MAX_RUNNING, MAX_SCOPES, Estate, Place
from scanner.parsers.terraform.expressions import ExpressionEvaluator, Names, unknown
from scanner.parsers.terraform.folders import Folder, Placed, location_of
from scanner.parsers.terraform.function_scope import ScopeOfFunctions
from scanner.parsers.terraform.instances import NO_NAMES, ONE, Expansion, Key, by_count, by_for_each, suffix, unresolved
from scanner.parsers.terraform.lazy import LazyObject
from scanner.parsers.terraform.module_sources import written_source
from scanner.parsers.terraform.tree import (
    Attribute,
    AttributeStep,
    Block,
    Expression,
    IndexStep,
    Literal,
    Step,
    Traversal,
)
from scanner.parsers.terraform.values import bounded


_BACKENDS = frozenset(("backend", "cloud"))
_JUDGED = frozenset((Role.PRODUCT, Role.DEVELOPMENT))
"""What lies elsewhere is often a fragment on purpose."""


@dataclass(frozen=True, slots=True)
class Call:
    """How a module was entered."""

    caller: ModuleScope
    placed: Placed
    """The module block."""
    name: str
    key: Key
    names: Names
    """What ``each`` or ``count`` mean in the block."""


@dataclass(frozen=True, slots=True)
class Children:
    """The modules that a call enters."""

    expansion: Expansion
    scopes: Mapping[Key, ModuleScope] = field(default_factory=dict)
    """Empty where the module is not in this repository."""


def is_sensitive(block: Block) -> bool:
    """Whether a variable or output is marked sensitive; anything but a plain ``false`` counts."""
    return any(
        attribute.name in ("sensitive", "ephemeral") and attribute.expression != Literal(value=False)
        for attribute in block.body.attributes
    )


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
        self._values: dict[str, Value] = {}
        self._expansions: dict[str, Expansion] = {}
        self._children: dict[str, Children] = {}
        self._callees: dict[str, Folder | None] = {}
        self.functions = ScopeOfFunctions(self)
        self.objects: dict[str, Value] = {}
        self._expressions = ExpressionEvaluator(self, self.functions, self._refused)
        estate.entered[folder.path] += 1
        estate.scopes += 1

    @cached_property
    def role(self) -> Role:
        """What the module's resources are to the product: those of an example are examples, wherever they are written."""
        if self.call is None:
            return Role.PRODUCT
        inherited = self.call.caller.role
        own = self.estate.role(self.call.placed.path)
        return own if inherited is Role.PRODUCT and own is not Role.VENDORED else inherited

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

    @cached_property
    def applied(self) -> bool:
        """Whether its root is applied as it stands: it has a value for every variable, and a provider or a backend.

        What Terraform would refuse elsewhere may only be for want of the values that a user of the module gives.
        """
        if self.call is not None:
            return self.call.caller.applied
        blocks = [block for file in self.folder.files for block in file.syntax.body.blocks]
        backend = any(
            inner.type in _BACKENDS for block in blocks if block.type == "terraform" for inner in block.body.blocks
        )
        return (backend or any(block.type == "provider" for block in blocks)) and all(
            name in self.environment.settings or placed.block.body.attribute("default") is not None
            for name, placed in self.folder.variables.items()
        )

    def _refused(self, expression: Expression, message: str) -> None:
        if not self.applied:
            return
        text = getattr(expression, "text", "")
        self.complain(f"{message}: {text}" if text else message, kind=message)

    def resolve(self, traversal: Traversal) -> tuple[Value, Sequence[Step]]:
        """What a name means; see :class:`scanner.parsers.terraform.expressions.Resolver`."""
        root, steps, text = traversal.root, traversal.steps, traversal.text
        if root in ("each", "count", "self"):
            return unknown(UnknownReason.PER_INSTANCE, text), ()
        first = steps[0] if steps else None
        if not isinstance(first, AttributeStep):
            return self._absent(text, f"{root} stands alone"), ()
        match root:
            case "var":
                return self.variable(first.name, text), steps[1:]
            case "local":
                return self.local(first.name, text), steps[1:]
            case "module":
                return self._module(first.name, steps[1:], text)
            case "path":
                return self._path(first.name, text), steps[1:]
            case "terraform" | "tofu":
                return self._terraform(first.name, text), steps[1:]
            case "data" | "resource":
                second = steps[1] if len(steps) > 1 else None
                if not isinstance(second, AttributeStep):
                    return self._absent(text, f"{root} stands alone"), ()
                prefix = "data." if root == "data" else ""
                return self._resource(f"{prefix}{first.name}.{second.name}", steps[2:], text)
            case "ephemeral":
                return unknown(UnknownReason.SENSITIVE, text), ()
            case _:
                return self._resource(f"{root}.{first.name}", steps[1:], text)

    def memo(self, name: str, text: str, place: Place, compute: Callable[[], Value]) -> Value:
        """A value that is computed once.

        Args:
            name: What it is called within the module.
            text: Expression that asks for it.
            place: Where it is written.
            compute: Gives it.
        """
        if name in self._values:
            return self._values[name]
        running, full = self.estate.running, self.prefix + name
        if full in running:
            ring = [*list(running)[list(running).index(full) :], full]
            self.complain(f"refers to itself: {' -> '.join(ring[:10])}", place)
            return unknown(UnknownReason.BROKEN, text)
        if len(running) >= MAX_RUNNING:
            self.complain(f"more than {MAX_RUNNING} values wait for one another; this one is not evaluated", place)
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
        running[full] = place
        before = self.estate.place
        self.estate.place = place
        try:
            value = compute()
        except RecursionError:
            self.complain("expressions lie too deep in one another; this one is not evaluated", place)
            value = unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
        finally:
            self.estate.place = before
            del running[full]
        self._values[name] = value
        return value

    def _absent(self, text: str, message: str) -> Unknown:
        """A name that means nothing here, which Terraform refuses."""
        product = self.estate.role(self.estate.place[0]) in _JUDGED
        if product and self.folder.path not in self.estate.broken:
            self.complain(message)
        return unknown(UnknownReason.BROKEN, text)

    def local(self, name: str, text: str) -> Value:
        """A local value."""
        placed = self.folder.locals.get(name)
        if placed is None or placed.attribute is None:
            return self._absent(text, f"local.{name} is not declared")
        attribute = placed.attribute
        place = (placed.path, attribute.position)
        return self.memo(f"local.{name}", text, place, lambda: self.evaluate(attribute.expression, NO_NAMES))

    def variable(self, name: str, text: str) -> Value:
        """An input variable: what the caller or the environment gives, else its default."""
        placed = self.folder.variables.get(name)
        if placed is None:
            return self._absent(text, f"var.{name} is not declared")
        if is_sensitive(placed.block):
            return unknown(UnknownReason.SENSITIVE, f"var.{name}")
        place = (placed.path, placed.block.position)
        return self.memo(f"var.{name}", text, place, lambda: self._variable(name, placed, text))

    def _variable(self, name: str, placed: Placed, text: str) -> Value:
        given = self.given(name)
        default = placed.block.body.attribute("default")
        nullable = placed.block.body.attribute("nullable")
        value: Value = None
        place = self.estate.place
        if given is not None:
            scope = self.call.caller if self.call else self
            names = self.call.names if self.call else NO_NAMES
            place = (given.location.path, (given.location.start_line, given.location.start_column or 1))
            value = scope.evaluate(given.expression, names, place)
        refuses_null = nullable is not None and nullable.expression == Literal(value=False)
        if given is None or (value is None and refuses_null):
            if default is None:
                return unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, text)
            value = self.evaluate(default.expression, NO_NAMES)
        constraint = placed.block.body.attribute("type")
        if constraint is None:
            return value
        try:
            return convert(value, constraint.expression)
        except ConversionError as error:
            self.complain(f"var.{name} does not take this value: {error}", place)
            return unknown(UnknownReason.BROKEN, text)

    def given(self, name: str) -> Setting | None:
        """What is set from outside for a variable, and where."""
        if self.call is None:
            return self.environment.settings.get(name)
        attribute = self.call.placed.block.body.attribute(name)
        if attribute is None:
            return None
        path = attribute.path or self.call.placed.path
        return Setting(attribute.expression, location_of(path, attribute.position))

    def output(self, name: str, text: str) -> Value:
        """An output, as the caller sees it."""
        placed = self.folder.outputs.get(name)
        if placed is None:
            return self._absent(text, f"{self.prefix.rstrip('.')} has no output {name!r}")
        if is_sensitive(placed.block):
            return unknown(UnknownReason.SENSITIVE, text)
        value = placed.block.body.attribute("value")
        if value is None:
            return unknown(UnknownReason.BROKEN, text)
        place = (placed.path, value.position)
        return self.memo(f"output.{name}", text, place, lambda: self.evaluate(value.expression, NO_NAMES))

    def render(self, template: Expression, variables: Mapping[str, Value]) -> Value:
        """The value of a template that knows nothing but its own variables."""
        return self._expressions.evaluate(template, variables)

    def _path(self, name: str, text: str) -> Value:
        if name == "root":
            return "."
        if name == "module":
            return posixpath.relpath(self.folder.path or ".", self.environment.folder or ".")
        return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)

    def _terraform(self, name: str, text: str) -> Value:
        if name == "workspace":
            workspace = self.environment.workspace
            return workspace if workspace is not None else unknown(UnknownReason.WORKSPACE, text)
        return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)

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
        if f"{self.prefix}instances of {address}" not in self.estate.running:
            self._expansions[address] = found
        return found

    def _expanded(self, address: str, placed: Placed, written: Attribute) -> Expansion:
        text = getattr(written.expression, "text", written.name)
        place = (written.path or placed.path, written.position)
        value = self.memo(
            f"instances of {address}", text, place, lambda: self.evaluate(written.expression, NO_NAMES, place)
        )
        count = written.name == "count"
        try:
            found = by_count(value, text) if count else by_for_each(value, text)
        except ConversionError as error:
            self.complain(str(error), place)
            return unresolved(unknown(UnknownReason.BROKEN, text), count=count)
        if found.unknown is not None and not isinstance(value, Unknown) and not isinstance(value, list):
            self.complain(f"{written.name} makes more instances than are told apart", place)
        return found

    def _resource(self, address: str, steps: Sequence[Step], text: str) -> tuple[Value, Sequence[Step]]:
        placed = self.folder.resources.get(address)
        if placed is None:
            return self._absent(text, f"{address} is not declared"), ()
        return resource_values.value(self, address, placed, steps, text)

    def children(self, name: str) -> Children:
        """The modules that a call enters.

        Args:
            name: Of the call, which is declared.
        """
        if name not in self._children:
            placed = self.folder.modules[name]
            expansion = self.expansion(f"module.{name}", placed)
            folder = self.callee(name)
            scopes: dict[Key, ModuleScope] = {}
            if folder is not None:
                for key, instance in expansion.instances.items():
                    call = Call(self, placed, name, key, instance.names)
                    scopes[key] = ModuleScope(self.estate, folder, self.environment, call)
            self._children[name] = Children(expansion, scopes)
        return self._children[name]

    def callee(self, name: str) -> Folder | None:
        """The folder that a call enters; None where it is not here or cannot be entered."""
        if name not in self._callees:
            self._callees[name] = self._find_callee(name, self.folder.modules[name])
        return self._callees[name]

    def _find_callee(self, name: str, placed: Placed) -> Folder | None:
        path = (*self.module_path, name)
        source = self.estate.sources.folder(placed.block, self.folder.path, self.environment.folder, path)
        folder = None if source is None else self.estate.folders.get(source)
        place = (placed.path, placed.block.position)
        if folder is None:
            self._missing_module(placed.block, source, place)
            return None
        above: ModuleScope | None = self
        while above is not None:
            if above.folder is folder:
                self.complain(f"module.{name} calls itself: {' -> '.join(path[-6:])}", place)
                return None
            above = above.call.caller if above.call else None
        if len(path) > MAX_CALLS or self.estate.scopes >= MAX_SCOPES:
            limit = (
                f"more than {MAX_CALLS} module calls in one another"
                if len(path) > MAX_CALLS
                else (f"more than {MAX_SCOPES} modules are called")
            )
            self.complain(f"{limit}: this one is not entered", place, kind=limit)
            return None
        return folder

    def _missing_module(self, block: Block, source: str | None, place: Place) -> None:
        """Say so where a path leads nowhere; a registry's module is only not here."""
        if self.estate.role(place[0]) in _JUDGED and source is not None and source not in self.estate.broken:
            written = written_source(block)
            self.complain(f"there is no Terraform file in {source or '.'}, which source = {written!r} means", place)

    def _module(self, name: str, steps: Sequence[Step], text: str) -> tuple[Value, Sequence[Step]]:
        if name not in self.folder.modules:
            return self._absent(text, f"module.{name} is not declared"), ()
        running, full = self.estate.running, f"{self.prefix}instances of module.{name}"
        if full in running:
            self.complain(f"refers to itself: module.{name}")
            return unknown(UnknownReason.BROKEN, text), ()
        children = self.children(name)
        if not children.scopes and children.expansion.instances:
            return unknown(UnknownReason.MODULE_NOT_HERE, text), ()
        if not children.expansion.repeated:
            return self._outputs(children.scopes[None], text), steps
        if children.expansion.unknown is not None:
            if steps and isinstance(steps[0], IndexStep):
                return self._outputs(children.scopes[None], text), steps[1:]
            return unknown(children.expansion.unknown.reason, text), ()
        found: dict[Key, Value] = {key: self._outputs(scope, text) for key, scope in children.scopes.items()}
        if all(isinstance(key, int) for key in found) and self.folder.modules[name].block.body.attribute("count"):
            return list(found.values()), steps
        return {str(key): item for key, item in found.items()}, steps

    def _outputs(self, scope: ModuleScope, text: str) -> Value:
        return LazyObject(scope.output, UnknownReason.MODULE_OUTPUT, text)
