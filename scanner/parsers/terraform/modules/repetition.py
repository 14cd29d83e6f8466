"""Modules that are given the same in several environments: what the first gave is given again, not evaluated again.

Most of what a root calls does not depend on the environment. A module's resources hang on its variables, its place in
the tree of calls and the workspace alone; where these are the same, so is everything below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from scanner.domain.resource import Origin, Reference, Resource, Value
from scanner.parsers.terraform.modules import inputs
from scanner.parsers.terraform.modules.folders import is_variables
from scanner.parsers.terraform.modules.origins import OriginFinder
from scanner.parsers.terraform.modules.references import ReferenceFinder, Targets
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.values.lazy import LazyObject

Key: TypeAlias = tuple[str, str | None, str, bool, bool]


class Given(NamedTuple):
    """All on which a module's resources and references hang."""

    values: dict[str, Value]
    targets: tuple[Targets, ...]
    """What each variable refers to."""
    origins: tuple[Origin | None, ...]
    """Who gave each variable its value."""
    doubt: str
    """What leaves open whether the module is there at all."""


@dataclass(frozen=True, slots=True)
class Yield:
    """What a module and all below it gave."""

    given: Given
    resources: Sequence[Resource]
    references: Sequence[Reference]
    counts: Counter[str]

    def again(self, environment: str) -> tuple[list[Resource], list[Reference]]:
        """The same for another environment."""
        resources = [resource.model_copy(update={"environment": environment}) for resource in self.resources]
        return resources, [replace(reference, environment=environment) for reference in self.references]


class Repetition:
    """Remembers what modules gave, for the environments of one root that are still to come.

    Args:
        origins: Finds who gave a value.
    """

    def __init__(self, origins: OriginFinder) -> None:
        self._origins = origins
        self._kept: dict[Key, Yield] = {}

    def given(self, scope: ModuleScope, finder: ReferenceFinder, doubt: str) -> Given | None:
        """What a module is given; None where nothing would be gained, or a root has but one environment.

        Args:
            scope: The module.
            finder: Of its environment.
            doubt: What leaves open whether it is there at all.
        """
        environment = scope.environment
        if scope.call is None or environment.name == (environment.folder or "."):
            return None
        names = sorted(scope.folder.variables)
        values = {name: inputs.variable(scope, name, f"var.{name}") for name in names}
        targets = tuple(finder.of_variable(scope, name) for name in names)
        return Given(values, targets, tuple(self._origins.of_variable(scope, name) for name in names), doubt)

    def find(self, scope: ModuleScope, given: Given) -> Yield | None:
        """What the module gave in an environment in which it was given the same."""
        kept = self._kept.get(_key(scope))
        if kept is None or kept.given[1:] != given[1:]:
            return None
        return kept if _same(kept.given.values, given.values) else None

    def keep(self, scope: ModuleScope, found: Yield) -> None:
        """Remember what a module gave, unless a part of what it was given comes from a var file."""
        origins = (origin for resource in found.resources for origin in resource.origins.values())
        if not any(is_variables(origin.location.path) for origin in origins):
            self._kept.setdefault(_key(scope), found)


def _key(scope: ModuleScope) -> Key:
    environment = scope.environment
    return environment.folder, environment.workspace, scope.prefix, scope.applied, scope.library


def _same(one: Value, other: Value) -> bool:
    """Whether two values are the same in type and content; what is evaluated only when it is asked for never is."""
    if one is other:
        return not isinstance(one, LazyObject)
    if type(one) is not type(other) or isinstance(one, LazyObject):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_same(first, second) for first, second in zip(one, other, strict=True))
    return one == other
