"""Which other blocks an expression names: through locals, through the callers of a module, and through its outputs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeAlias

from scanner.domain.resource import Reference, Unknown, Value
from scanner.parsers.terraform.expressions.evaluator import Names
from scanner.parsers.terraform.modules import inputs
from scanner.parsers.terraform.modules.folders import Placed, location_of
from scanner.parsers.terraform.modules.instances import NO_NAMES, Key, suffix
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.modules.views import Use
from scanner.parsers.terraform.syntax.tree import AttributeStep, Expression, IndexStep, Literal, Object, Step, Traversal
from scanner.parsers.terraform.syntax.walking import FreeNames

MAX_TARGETS = 2000
"""Blocks that one expression names, all instances counted."""
MAX_CHAIN = 1000
"""Locals, variables and outputs that are followed through one another."""
Targets: TypeAlias = frozenset[str]
_NOTHING: Targets = frozenset()
_NOT_BLOCKS = frozenset(("each", "count", "self", "path", "terraform", "tofu"))


class ReferenceFinder:
    """Finds the addresses that expressions name, in all scopes of one environment.

    Args:
        free: Names in expressions: kept by the caller for all environments.
    """

    def __init__(self, free: FreeNames) -> None:
        self._known: dict[tuple[str, str], Targets] = {}
        self._running: set[tuple[str, str]] = set()
        self._free = free
        self.cut = False
        """Some expression names more blocks than are followed."""

    def targets(self, scope: ModuleScope, expression: Expression, names: Names, bound: Collection[str] = ()) -> Targets:
        """Addresses that an expression names, of instances where it tells them apart.

        Args:
            scope: The module in which it stands.
            expression: Where to look.
            names: What ``each``, ``count`` and iterators mean there.
            bound: Iterators of dynamic blocks; what they go through is named by the block itself.
        """
        found = _NOTHING
        for traversal in self._free.of(expression):
            if traversal.root not in _NOT_BLOCKS and traversal.root not in bound:
                named = self._named(scope, traversal, names)
                found = found | named if found else named
        if len(found) > MAX_TARGETS:
            self.cut = True
            return frozenset(sorted(found)[:MAX_TARGETS])
        return found

    def references(self, source: str, use: Use, scope: ModuleScope) -> list[Reference]:
        """What an expression of a block makes the block refer to.

        Args:
            source: Address of the block's instance.
            use: The expression.
            scope: The module in which it stands.
        """
        if use.attribute in ("provider", "providers"):
            targets = provider_targets(scope, use.expression)
        else:
            targets = self.targets(scope, use.expression, use.names, use.iterators)
        if not targets:
            return []
        location, environment = location_of(use.path, use.position), scope.environment.name
        return [
            Reference(source=source, target=target, attribute=use.attribute, environment=environment, location=location)
            for target in sorted(targets)
            if target != source
        ]

    def _named(self, scope: ModuleScope, traversal: Traversal, names: Names) -> Targets:
        steps = [step.name if isinstance(step, AttributeStep) else None for step in traversal.steps[:2]]
        first = steps[0] if steps else None
        if first is None:
            return _NOTHING
        match traversal.root:
            case "local":
                return self._once(scope, f"local.{first}", partial(self._of_local, scope, first))
            case "var":
                return self._once(scope, f"var.{first}", partial(self._of_variable, scope, first))
            case "module":
                return self._of_module(scope, first, traversal.steps[1:], names)
            case "resource":
                return self._named(scope, Traversal(first, traversal.steps[1:], traversal.text), names)
            case "data" | "ephemeral":
                second = steps[1] if len(steps) > 1 else None
                address = f"{traversal.root}.{first}.{second}"
                return self._of_resource(scope, address, traversal.steps[2:], names) if second else _NOTHING
            case _:
                return self._of_resource(scope, f"{traversal.root}.{first}", traversal.steps[1:], names)

    def _once(self, scope: ModuleScope, name: str, find: Callable[[], Targets]) -> Targets:
        mark = (scope.prefix, name)
        if mark in self._known:
            return self._known[mark]
        if mark in self._running:
            return _NOTHING
        if len(self._running) >= MAX_CHAIN:
            self.cut = True
            return _NOTHING
        self._running.add(mark)
        try:
            found = find()
        finally:
            self._running.discard(mark)
        self._known[mark] = found
        return found

    def _of_local(self, scope: ModuleScope, name: str) -> Targets:
        placed = scope.folder.locals.get(name)
        if placed is None or placed.attribute is None:
            return _NOTHING
        return self.targets(scope, placed.attribute.expression, NO_NAMES)

    def of_variable(self, scope: ModuleScope, name: str) -> Targets:
        """Addresses that a variable of a module names: itself, and what its caller gives."""
        return self._once(scope, f"var.{name}", partial(self._of_variable, scope, name))

    def _of_variable(self, scope: ModuleScope, name: str) -> Targets:
        """The variable itself, and what its caller gives."""
        own = frozenset((f"{scope.prefix}var.{name}",))
        given = inputs.given(scope, name) if scope.call else None
        if given is None or scope.call is None:
            return own
        return own | self.targets(scope.call.caller, given.expression, scope.call.names)

    def _of_module(self, scope: ModuleScope, name: str, steps: tuple[Step, ...], names: Names) -> Targets:
        placed = scope.folder.modules.get(name)
        if placed is None:
            return frozenset((f"{scope.prefix}module.{name}",))
        children = scope.children(name)
        keys, rest = self._chosen(scope, tuple(children.expansion.instances), steps, names)
        output = next((step.name for step in rest if isinstance(step, AttributeStep)), None)
        found: set[str] = set()
        for key in keys:
            address = f"{scope.prefix}module.{name}{suffix(key)}"
            child = children.scopes.get(key)
            found.add(address)
            if output is not None:
                found.add(f"{address}.output.{output}")
            if child is not None and output is not None:
                found |= self._once(child, f"output.{output}", partial(self._of_output, child, output))
        return frozenset(found)

    def _of_output(self, scope: ModuleScope, name: str) -> Targets:
        placed = scope.folder.outputs.get(name)
        value = placed.block.body.attribute("value") if placed else None
        return self.targets(scope, value.expression, NO_NAMES) if value else _NOTHING

    def _of_resource(self, scope: ModuleScope, address: str, steps: tuple[Step, ...], names: Names) -> Targets:
        placed: Placed | None = scope.folder.resources.get(address)
        if placed is None:
            return frozenset((scope.prefix + address,))
        expansion = scope.expansion(address, placed)
        if not expansion.repeated:
            return frozenset((scope.prefix + address,))
        keys, _ = self._chosen(scope, tuple(expansion.instances), steps, names)
        return frozenset(f"{scope.prefix}{address}{suffix(key)}" for key in keys)

    def _chosen(
        self, scope: ModuleScope, keys: tuple[Key, ...], steps: tuple[Step, ...], names: Names
    ) -> tuple[tuple[Key, ...], tuple[Step, ...]]:
        """The instances that an index means: one where it is known, else all."""
        if not steps or isinstance(steps[0], AttributeStep):
            return keys, steps
        if isinstance(steps[0], IndexStep):
            wanted = _quietly(scope, steps[0].key, names)
            if not isinstance(wanted, Unknown):
                chosen = tuple(key for key in keys if key == wanted or str(key) == wanted)
                return chosen or keys, steps[1:]
            return keys, steps[1:]
        return keys, (*steps[0].steps, *steps[1:])


def _quietly(scope: ModuleScope, key: Expression, names: Names) -> Value:
    """The value of an index; names that a ``for`` binds mean nothing here."""
    complaints = scope.estate.complaints
    before, complaints.silent = complaints.silent, True
    try:
        return scope.evaluate(key, names)
    finally:
        complaints.silent = before


def provider_targets(scope: ModuleScope, expression: Expression) -> Targets:
    """Addresses of the provider configurations that ``provider`` or ``providers`` names."""
    values = [item for _, item in expression.items] if isinstance(expression, Object) else [expression]
    found = set()
    for value in values:
        if isinstance(value, Traversal):
            steps = [step.name for step in value.steps if isinstance(step, AttributeStep)]
            found.add(_provider(scope, ".".join([value.root, *steps[:1]])))
    return frozenset(found)


def _provider(scope: ModuleScope, name: str) -> str:
    """The address of a provider configuration, which a module has from its caller if it has none of its own."""
    current, wanted = scope, name
    while current.call is not None and wanted not in current.folder.providers:
        passed = current.call.placed.block.body.attribute("providers")
        given = _passed(passed.expression, wanted) if passed is not None else None
        if given is None and "." in wanted:  # only what has no alias is handed down by itself
            return f"{scope.prefix}provider.{name}"
        current, wanted = current.call.caller, given or wanted
    return f"{current.prefix}provider.{wanted}"


def _passed(providers: Expression, wanted: str) -> str | None:
    for key, value in providers.items if isinstance(providers, Object) else ():
        name = key.value if isinstance(key, Literal) else getattr(key, "text", "")
        if name == wanted and isinstance(value, Traversal):
            steps = [step.name for step in value.steps if isinstance(step, AttributeStep)]
            return ".".join([value.root, *steps[:1]])
    return None
