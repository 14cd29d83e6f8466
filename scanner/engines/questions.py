"""Answers the questions that an expression may ask about the whole system (the closed vocabulary)."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property

from scanner.domain.addresses import scope_of
from scanner.domain.architecture import System
from scanner.domain.artifact import Role
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.engines.paths import Paths
from scanner.rules.support import SupportDates

_COUNTED = {Role.PRODUCT, Role.DEVELOPMENT}

Scope = tuple[str, str]
"""Environment or folder."""
Place = tuple[Scope, str]
"""Where an address is unique, and the address."""


class SystemQuestions:
    """The answers for one system; implements :class:`scanner.rules.vocabulary.Questions`.

    Args:
        system: The system under assessment. Each index over it is made when a question first needs it.
        paths: Of its files.
        dates: Gives the ends of support.
    """

    def __init__(self, system: System, paths: Paths, dates: Callable[[], SupportDates]) -> None:
        self._system = system
        self._paths = paths
        self._make_dates = dates
        self._counts: dict[tuple[str, str], int] = {}
        self._files: dict[str, bool] = {}
        self._named_packages: dict[str, bool] = {}

    def declared(self, family: str, glob: str) -> bool:
        """Whether the system has a resource of that type."""
        return self.count(family, glob) > 0

    def count(self, family: str, glob: str) -> int:
        """How many resources of that type the system has."""
        if (family, glob) not in self._counts:
            types = self._types.items()
            matching = (number for (kind, name), number in types if kind == family and fnmatchcase(name, glob))
            self._counts[family, glob] = sum(matching)
        return self._counts[family, glob]

    def references(self, resource: Resource, glob: str) -> list[Mapping[str, Value]]:
        """Attributes of the resources of a Terraform type that this one names."""
        scope = scope_of(resource.environment, resource.location.path)
        return self._attributes(scope, self._outgoing.get((scope, resource.address), ()), glob)

    def referrers(self, resource: Resource, glob: str) -> list[Mapping[str, Value]]:
        """Attributes of the resources of a Terraform type that name this one."""
        scope = scope_of(resource.environment, resource.location.path)
        return self._attributes(scope, self._incoming.get((scope, resource.address), ()), glob)

    def has_file(self, glob: str) -> bool:
        """Whether a file of that path exists; patterns are those of ``.gitignore``, case does not matter."""
        if glob not in self._files:
            self._files[glob] = bool(self._paths.matching([glob]))
        return self._files[glob]

    def has_dependency(self, glob: str) -> bool:
        """Whether some project of the product depends on such a package; case does not matter."""
        if glob not in self._named_packages:
            self._named_packages[glob] = any(fnmatchcase(name, glob.lower()) for name in self._packages)
        return self._named_packages[glob]

    def end_of_life(self, product: str, version: str) -> str:
        """ISO date on which support ended or ends, or ``''`` when it is not known."""
        return self._dates.end_of_life(product, version)

    def reaches(self, component: str, layer: str) -> bool:
        """Whether a path of relations leads from a component to one of the layer."""
        seen, queue = {component}, deque([component])
        while queue:
            for target in self._next.get(queue.popleft(), ()):
                if self._layers.get(target) == layer:
                    return True
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
        return False

    def _attributes(self, scope: Scope, addresses: Iterable[str], glob: str) -> list[Mapping[str, Value]]:
        found = (self._terraform.get((scope, address)) for address in sorted(set(addresses)))
        return [resource.attributes for resource in found if resource and fnmatchcase(resource.type, glob)]

    @cached_property
    def _counted(self) -> list[Resource]:
        return [resource for resource in self._system.resources if resource.role in _COUNTED]

    @cached_property
    def _types(self) -> Counter[tuple[str, str]]:
        return Counter((resource.kind.value, resource.type) for resource in self._counted)

    @cached_property
    def _packages(self) -> frozenset[str]:
        return _packages(self._counted)

    @cached_property
    def _dates(self) -> SupportDates:
        return self._make_dates()

    @cached_property
    def _terraform(self) -> dict[Place, Resource]:
        return {_place(resource): resource for resource in self._system.resources if _is_terraform(resource)}

    @cached_property
    def _outgoing(self) -> dict[Place, list[str]]:
        """Who is named, by who names it."""
        found: dict[Place, list[str]] = defaultdict(list)
        for one in self._system.references:
            scope = (one.environment, "") if one.environment else scope_of("", one.location.path)
            found[scope, one.source].append(one.target)
        return found

    @cached_property
    def _incoming(self) -> dict[Place, list[str]]:
        """Who names it, by who is named."""
        found: dict[Place, list[str]] = defaultdict(list)
        for one in self._system.references:
            scope = (one.environment, "") if one.environment else scope_of("", one.location.path)
            found[scope, one.target].append(one.source)
        return found

    @cached_property
    def _layers(self) -> dict[str, str]:
        return {component.id: component.layer.value for component in self._system.model.components}

    @cached_property
    def _next(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for relation in self._system.model.relations:
            found[relation.source].add(relation.target)
        return found


def _is_terraform(resource: Resource) -> bool:
    return resource.kind is ResourceKind.TERRAFORM


def _place(resource: Resource) -> Place:
    return scope_of(resource.environment, resource.location.path), resource.address


def _packages(resources: Iterable[Resource]) -> frozenset[str]:
    names: set[str] = set()
    for resource in resources:
        dependencies = resource.attributes.get("dependencies")
        if resource.kind is ResourceKind.DEPENDENCIES and isinstance(dependencies, (list, tuple)):
            names.update(str(item.get("name", "")).lower() for item in dependencies if isinstance(item, Mapping))
    return frozenset(names)
