"""On which inputs of a root module a block hangs: variables that are set from outside, and the workspace.

Only what is written is looked at, no value: names are followed through locals, outputs, attributes of other blocks and
the callers of modules. What is found is therefore the same in all environments of a root, and may be too much, but
never too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, TypeAlias

from scanner.parsers.terraform.modules.folders import Folder, Placed
from scanner.parsers.terraform.modules.instances import INSTANCES
from scanner.parsers.terraform.modules.resource_values import is_made_of_blocks
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.modules.views import nested_name
from scanner.parsers.terraform.syntax.tree import AttributeStep, Body, Expression, IndexStep, SplatStep, Step
from scanner.parsers.terraform.syntax.walking import FreeNames

Inputs: TypeAlias = frozenset[str]
WORKSPACE = "terraform.workspace"
ANY = "any input"
"""Stands among inputs where names are not followed to their end."""
_NONE: Inputs = frozenset()
_ALL: Inputs = frozenset((ANY,))
_MAX_CHAIN = 150
"""Names that are followed through one another."""


class _Name(NamedTuple):
    """What an expression names in its own module, if it is declared there."""

    address: str
    attribute: str = ""
    """Of a resource, or an output; empty for the whole of it."""


class InputFinder:
    """Finds the inputs of blocks, in the scopes of one environment, all of which have been evaluated.

    Args:
        free: Names in expressions.
    """

    def __init__(self, free: FreeNames) -> None:
        self._free = free
        self._names: dict[tuple[str, int], tuple[_Name, ...]] = {}
        self._known: dict[tuple[str, _Name], Inputs] = {}
        self._blocks: dict[tuple[str, int], Inputs] = {}
        self._parts: dict[tuple[str, int], dict[str, Inputs]] = {}
        self._scopes: dict[str, Inputs] = {}
        self._running: set[tuple[str, _Name]] = set()

    def of_block(self, scope: ModuleScope, placed: Placed) -> Inputs:
        """The inputs on which it hangs what a block says, how often it is there, and whether its module is.

        Args:
            scope: The module in which it stands.
            placed: The block.
        """
        mark = (scope.prefix, id(placed.block))
        if mark not in self._blocks:
            self._blocks[mark] = self._of_body(scope, placed.block.body) | self._of_scope(scope)
        return self._blocks[mark]

    def of_parts(self, scope: ModuleScope, placed: Placed) -> Mapping[str, Inputs]:
        """The inputs of what a block says, by the names of its arguments and of the types of its nested blocks.

        Args:
            scope: The module in which it stands.
            placed: The block.
        """
        mark = (scope.prefix, id(placed.block))
        if mark not in self._parts:
            found = self._parts.setdefault(mark, {})
            for name, inputs in self._of_each_part(scope, placed.block.body):
                found[name] = _ALL if name in found or "[" in name else inputs  # what stands apart is not followed
        return self._parts[mark]

    def of_instances(self, scope: ModuleScope, placed: Placed) -> Inputs:
        """The inputs on which it hangs how often a block is there, and whether its module is.

        Args:
            scope: The module in which it stands.
            placed: The block.
        """
        return self._of_instances(scope, placed) | self._of_scope(scope)

    def _of_each_part(self, scope: ModuleScope, body: Body) -> Iterator[tuple[str, Inputs]]:
        for attribute in body.attributes:
            yield attribute.name, self._of_expression(scope, attribute.expression)
        for name, blocks in groupby(body.blocks, key=nested_name):
            yield name, _NONE.union(*(self._of_body(scope, block.body) for block in blocks))

    def of_value(self, scope: ModuleScope, name: str) -> Inputs:
        """The inputs on which a value hangs that a scope remembers.

        Args:
            scope: The module to which it belongs.
            name: As :meth:`ModuleScope.memo` takes it.
        """
        kind, _, rest = name.partition(".")
        folder = scope.folder
        if kind.startswith(INSTANCES):
            address = name.removeprefix(INSTANCES)
            placed = folder.modules.get(rest) if kind == f"{INSTANCES}module" else folder.resources.get(address)
            found = _ALL if placed is None else self._of_instances(scope, placed)
        elif kind == "output":
            found = self._of_output(scope, rest)
        elif kind in ("var", "local"):
            found = self._of_name(scope, _Name(name))
        else:  # of an instance: aws_sqs_queue.jobs["a"].name
            block, _, attribute = name.rpartition(".")
            address = block.partition("[")[0]
            found = self._of_name(scope, _Name(address, attribute)) if address in folder.resources else _ALL
        return found | self._of_scope(scope)

    def _of_scope(self, scope: ModuleScope) -> Inputs:
        """Inputs on which it hangs whether a module is there, and under which key."""
        if scope.call is None:
            return _NONE
        if scope.prefix not in self._scopes:
            caller = scope.call.caller
            self._scopes[scope.prefix] = self._of_instances(caller, scope.call.placed) | self._of_scope(caller)
        return self._scopes[scope.prefix]

    def _of_body(self, scope: ModuleScope, body: Body) -> Inputs:
        mark = (scope.folder.path, id(body))
        if mark not in self._names:
            self._names[mark] = self._declared(scope.folder, _expressions(body))
        return self._of_names(scope, self._names[mark])

    def _of_expression(self, scope: ModuleScope, expression: Expression) -> Inputs:
        mark = (scope.folder.path, id(expression))
        if mark not in self._names:
            self._names[mark] = self._declared(scope.folder, (expression,))
        return self._of_names(scope, self._names[mark])

    def _declared(self, folder: Folder, expressions: Iterable[Expression]) -> tuple[_Name, ...]:
        """What expressions name of that which a folder declares."""
        traversals = (traversal for expression in expressions for traversal in self._free.of(expression))
        names = (_name(folder, traversal.root, traversal.steps) for traversal in traversals)
        return tuple(dict.fromkeys(name for name in names if name is not None))

    def _of_names(self, scope: ModuleScope, names: Iterable[_Name]) -> Inputs:
        return _NONE.union(*(self._of_name(scope, name) for name in names))

    def _of_name(self, scope: ModuleScope, name: _Name) -> Inputs:
        mark = (scope.prefix, name)
        if mark in self._known:
            return self._known[mark]
        if mark in self._running or len(self._running) >= _MAX_CHAIN:
            return _ALL
        self._running.add(mark)
        try:
            self._known[mark] = self._found(scope, name)
        finally:
            self._running.discard(mark)
        return self._known[mark]

    def _found(self, scope: ModuleScope, name: _Name) -> Inputs:
        kind, _, rest = name.address.partition(".")
        match kind:
            case "terraform":
                return frozenset((WORKSPACE,))
            case "var":
                return self._of_variable(scope, rest)
            case "local":
                attribute = scope.folder.locals[rest].attribute
                return _NONE if attribute is None else self._of_expression(scope, attribute.expression)
            case "module":
                return self._of_call(scope, rest, name.attribute)
            case _:
                return self._of_resource(scope, name)

    def _of_variable(self, scope: ModuleScope, name: str) -> Inputs:
        if scope.call is None:
            return frozenset((f"var.{name}",))
        given = scope.call.placed.block.body.attribute(name)
        if given is None:
            return _NONE
        caller = scope.call.caller
        return self._of_expression(caller, given.expression) | self._of_instances(caller, scope.call.placed)

    def _of_instances(self, scope: ModuleScope, placed: Placed) -> Inputs:
        written = placed.block.body.attribute("count") or placed.block.body.attribute("for_each")
        return _NONE if written is None else self._of_expression(scope, written.expression)

    def _of_call(self, scope: ModuleScope, name: str, output: str) -> Inputs:
        found = self._of_instances(scope, scope.folder.modules[name])
        for child in scope.children(name).scopes.values():
            for one in [output] if output else child.folder.outputs:
                found |= self._of_output(child, one)
        return found

    def _of_output(self, scope: ModuleScope, name: str) -> Inputs:
        placed = scope.folder.outputs.get(name)
        value = placed.block.body.attribute("value") if placed else None
        return _NONE if value is None else self._of_expression(scope, value.expression)

    def _of_resource(self, scope: ModuleScope, name: _Name) -> Inputs:
        placed = scope.folder.resources[name.address]
        body = placed.block.body
        if not name.attribute or is_made_of_blocks(name.address, placed, name.attribute):
            return self._of_body(scope, body)
        written = body.attribute(name.attribute)
        found = _NONE if written is None else self._of_expression(scope, written.expression)
        return found | self._of_instances(scope, placed)


def _expressions(body: Body) -> Iterator[Expression]:
    for attribute in body.attributes:
        yield attribute.expression
    for block in body.blocks:
        yield from _expressions(block.body)


def _name(folder: Folder, root: str, steps: tuple[Step, ...]) -> _Name | None:
    first = steps[0].name if steps and isinstance(steps[0], AttributeStep) else None
    if first is None:
        return None
    match root:
        case "var":
            return _Name(f"var.{first}") if first in folder.variables else None
        case "local":
            return _Name(f"local.{first}") if first in folder.locals else None
        case "module":
            call = folder.modules.get(first)
            return None if call is None else _Name(f"module.{first}", _attribute(call, steps[1:]))
        case "terraform" | "tofu":
            return _Name(WORKSPACE) if first == "workspace" else None
        case "resource":
            return _name(folder, first, steps[1:])
        case "data":
            second = steps[1] if len(steps) > 1 else None
            root, steps = f"data.{first}", steps[1:]
            first = second.name if isinstance(second, AttributeStep) else ""
    placed = folder.resources.get(f"{root}.{first}")
    return None if placed is None else _Name(f"{root}.{first}", _attribute(placed, steps[1:]))


def _attribute(placed: Placed, steps: tuple[Step, ...]) -> str:
    """The attribute or output that is taken of a block's instances; empty if it may be any."""
    body = placed.block.body
    if steps and isinstance(steps[0], IndexStep) and (body.attribute("count") or body.attribute("for_each")):
        steps = steps[1:]
    elif steps and isinstance(steps[0], SplatStep):
        steps = (*steps[0].steps, *steps[1:])
    return steps[0].name if steps and isinstance(steps[0], AttributeStep) else ""
