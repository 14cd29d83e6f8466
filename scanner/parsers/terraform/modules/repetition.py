"""What a block gives in one environment of a root and gives again in the others, so that it is evaluated once.

Most of what a root makes does not depend on the environment. A block's resources and references hang on the inputs of
the root that its expressions lead to; where none of these differs from the first environment, nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from scanner.domain.resource import Reference, Value
from scanner.parsers.terraform.modules.environments import Environment
from scanner.parsers.terraform.modules.folders import Placed
from scanner.parsers.terraform.modules.input_finder import ANY, WORKSPACE, InputFinder, Inputs
from scanner.parsers.terraform.modules.instances import Key as InstanceKey
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.modules.views import Earlier, Made
from scanner.parsers.terraform.syntax.walking import FreeNames

Key: TypeAlias = tuple[str, bool, bool]
_NO_VALUES: Mapping[str, Value] = MappingProxyType({})


class Extent(NamedTuple):
    """How much there is at one moment, or between two."""

    resources: int
    references: int
    known_values: int
    unknown_values: int
    terraform_resources: int


class Span(NamedTuple):
    """What a block gave, as a part of all that there is."""

    start: Extent
    end: Extent


@dataclass(slots=True)
class _First:
    """The first environment of a root."""

    environment: Environment
    inputs: InputFinder
    scopes: dict[str, ModuleScope] = field(default_factory=dict)
    """By the prefix of their addresses."""
    spans: dict[tuple[str, int], Span | None] = field(default_factory=dict)
    """By the module's prefix and the identity of the block; None where links have it stand there twice."""
    made: dict[tuple[str, int, InstanceKey], Made] = field(default_factory=dict)
    """By the same, and the key of the instance."""


class Repetition:
    """Remembers what blocks gave in the first environment of a root, for those that are still to come.

    Args:
        free: Names in expressions.
    """

    def __init__(self, free: FreeNames) -> None:
        self._free = free
        self._firsts: dict[Key, _First] = {}
        self._first: _First | None = None
        self._changed: Inputs | None = None
        """Inputs in which the environment that is evaluated now differs from the first; None while it is the first."""

    @property
    def is_first(self) -> bool:
        """Whether this is the first environment of several."""
        return self._first is not None and self._changed is None

    def begin(self, root: ModuleScope) -> None:
        """Look at the environment that is evaluated next.

        Args:
            root: Its root module.
        """
        environment = root.environment
        root.estate.earlier = self.values
        self._first = self._changed = None
        if environment.name == (environment.folder or "."):  # the only one of its root
            return
        if not any(folder == environment.folder for folder, _, _ in self._firsts):
            self._firsts.clear()
        key = (environment.folder, root.applied, root.library)
        first = self._firsts.get(key)
        if first is None:
            self._first = self._firsts[key] = _First(environment, InputFinder(self._free))
        else:
            self._first, self._changed = first, _differences(first.environment, environment)

    def forget(self) -> None:
        """Give nothing again of the environment that was evaluated last, as not all of it was looked at."""
        self._firsts.clear()

    def find(self, scope: ModuleScope, placed: Placed) -> Span | None:
        """What a block gave in the first environment, if it gives the same now.

        Args:
            scope: The module in which it stands.
            placed: The block.
        """
        if self._first is None or self._changed is None:
            return None
        span = self._first.spans.get((scope.prefix, id(placed.block)))
        if span is None:
            return None
        inputs = self._first.inputs.of_block(self._first.scopes[scope.prefix], placed)
        return span if inputs.isdisjoint(self._changed) else None

    def earlier(self, scope: ModuleScope, placed: Placed, key: InstanceKey) -> Earlier | None:
        """What an instance of a block was in the first environment, if some of it is the same now.

        Args:
            scope: The module in which it stands.
            placed: The block.
            key: Of the instance.
        """
        if self._first is None or self._changed is None:
            return None
        made = self._first.made.get((scope.prefix, id(placed.block), key))
        if made is None or self._first.spans.get((scope.prefix, id(placed.block))) is None:
            return None
        first, inputs = self._first.scopes[scope.prefix], self._first.inputs
        if not inputs.of_instances(first, placed).isdisjoint(self._changed):
            return None
        parts = inputs.of_parts(first, placed).items()
        return Earlier(made, frozenset(name for name, found in parts if found.isdisjoint(self._changed)))

    def keep_instance(self, scope: ModuleScope, placed: Placed, key: InstanceKey, made: Made) -> None:
        """Remember what became of an instance of a block in the first environment of several.

        Args:
            scope: The module in which it stands.
            placed: The block.
            key: Of the instance.
            made: What became of it.
        """
        if self._first is not None and self.is_first:
            self._first.made[scope.prefix, id(placed.block), key] = made

    def values(self, prefix: str, name: str) -> Mapping[str, Value]:
        """Values of the first environment; see :data:`scanner.parsers.terraform.modules.estate.Earlier`."""
        if self._first is None or self._changed is None:
            return _NO_VALUES
        scope = self._first.scopes.get(prefix)
        if scope is None or name not in scope.values:
            return _NO_VALUES
        return scope.values if self._first.inputs.of_value(scope, name).isdisjoint(self._changed) else _NO_VALUES

    def keep(self, scope: ModuleScope, placed: Placed, span: Span) -> None:
        """Remember what a block gave in the first environment of several.

        Args:
            scope: The module in which it stands.
            placed: The block.
            span: Where that is now.
        """
        if self._first is not None:
            self._first.scopes[scope.prefix] = scope
            mark = (scope.prefix, id(placed.block))
            self._first.spans[mark] = None if mark in self._first.spans else span


def copied(references: Iterable[Reference], environment: str) -> list[Reference]:
    """The same in another environment.

    Made as the tuples that they are, in a third of the time: an estate has tens of thousands of them.
    """
    make = tuple.__new__
    return [
        make(Reference, (source, target, place, path, environment)) for source, target, place, path, _ in references
    ]


def _differences(one: Environment, other: Environment) -> Inputs:
    """The inputs in which two environments of a root differ, in their values or in who gives them."""
    names = one.settings.keys() | other.settings.keys()
    found = {f"var.{name}" for name in names if _place(one, name) != _place(other, name)}
    if one.workspace != other.workspace:
        found.add(WORKSPACE)
    return frozenset((*found, ANY))


def _place(environment: Environment, name: str) -> object:
    """Where a variable is given its value: what stands at one place is one value."""
    setting = environment.settings.get(name)
    return None if setting is None else setting.location
