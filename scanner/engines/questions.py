"""Answers the questions that an expression may ask about the whole system (the closed vocabulary)."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

import pathspec

from scanner.domain.addresses import scope_of
from scanner.domain.architecture import System
from scanner.domain.artifact import Role
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.rules.support import SupportDates

_COUNTED = {Role.PRODUCT, Role.DEVELOPMENT}

Scope = tuple[str, str]
"""Environment or folder."""


class SystemQuestions:
    """The answers for one system; implements :class:`scanner.rules.vocabulary.Questions`."""

    def __init__(self, system: System, dates: SupportDates) -> None:
        """Index the system once, so that each question costs little.

        Args:
            system: The system under assessment.
            dates: Ends of support.
        """
        counted = [resource for resource in system.resources if resource.role in _COUNTED]
        self._types = Counter((resource.kind.value, resource.type) for resource in counted)
        self._paths = [artifact.path.lower() for artifact in system.artifacts]
        self._packages = _packages(counted)
        self._terraform = _by_place(system.resources)
        self._outgoing: dict[tuple[Scope, str], set[str]] = defaultdict(set)
        self._incoming: dict[tuple[Scope, str], set[str]] = defaultdict(set)
        for reference in system.references:
            scope = scope_of(reference.environment, reference.location.path)
            self._outgoing[scope, reference.source].add(reference.target)
            self._incoming[scope, reference.target].add(reference.source)
        self._layers = {component.id: component.layer.value for component in system.model.components}
        self._next: dict[str, set[str]] = defaultdict(set)
        for relation in system.model.relations:
            self._next[relation.source].add(relation.target)
        self._dates = dates

    def declared(self, family: str, glob: str) -> bool:
        """Whether the system has a resource of that type."""
        return self.count(family, glob) > 0

    def count(self, family: str, glob: str) -> int:
        """How many resources of that type the system has."""
        return sum(number for (kind, name), number in self._types.items() if kind == family and fnmatchcase(name, glob))

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
        spec = pathspec.GitIgnoreSpec.from_lines([glob.lower()])
        return any(spec.match_file(path) for path in self._paths)

    def has_dependency(self, glob: str) -> bool:
        """Whether some project of the product depends on such a package; case does not matter."""
        return any(fnmatchcase(name, glob.lower()) for name in self._packages)

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
        found = (self._terraform.get((scope, address)) for address in sorted(addresses))
        return [resource.attributes for resource in found if resource and fnmatchcase(resource.type, glob)]


def _by_place(resources: Iterable[Resource]) -> dict[tuple[Scope, str], Resource]:
    return {
        (scope_of(resource.environment, resource.location.path), resource.address): resource
        for resource in resources
        if resource.kind is ResourceKind.TERRAFORM
    }


def _packages(resources: Iterable[Resource]) -> frozenset[str]:
    names: set[str] = set()
    for resource in resources:
        dependencies = resource.attributes.get("dependencies")
        if resource.kind is ResourceKind.DEPENDENCIES and isinstance(dependencies, (list, tuple)):
            names.update(str(item.get("name", "")).lower() for item in dependencies if isinstance(item, Mapping))
    return frozenset(names)
