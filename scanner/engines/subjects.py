"""What native rules are put to: each resource, component or the repository, with the view that expressions see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property, partial

from scanner.domain.architecture import System
from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Position, Resource, ResourceKind, Value
from scanner.domain.rule import NativeCheck
from scanner.domain.workload import is_workload, placed_containers
from scanner.rules.vocabulary import COMPONENT, REPOSITORY, component_view, repository_view, view

_WORKLOAD = "workload"
_COUNTED = {Role.PRODUCT, Role.DEVELOPMENT}


@dataclass(frozen=True)
class Subject:
    """One thing that a rule judges."""

    identity: str
    location: Location
    role: Role
    kind: str
    """The type by which rules select it."""
    make_view: Callable[[], Mapping[str, Value]]
    resource: Resource | None = None
    positions: Mapping[str, Position] = field(default_factory=dict)

    @cached_property
    def view(self) -> Mapping[str, Value]:
        """What expressions see, made when the first rule is concerned: of most resources no rule speaks."""
        return self.make_view()

    @cached_property
    def is_workload(self) -> bool:
        """Whether it is an object that runs pods."""
        one = self.resource
        return one is not None and one.kind is ResourceKind.KUBERNETES and is_workload(one)


def concerns(check: NativeCheck, subject: Subject) -> bool:
    """Whether a rule's selector names a subject of its family.

    Args:
        check: Whose selector and roles are meant.
        subject: A subject of the selector's family.
    """
    globs = next(iter(check.subject.values()))
    if subject.resource is not None and subject.role not in check.roles:
        return False
    return any(fnmatchcase(subject.kind, glob) or (glob == _WORKLOAD and subject.is_workload) for glob in globs)


def subjects(family: str, system: System) -> Iterator[Subject]:
    """Everything of a family, in the order in which it was read.

    Args:
        family: A family of :data:`scanner.rules.vocabulary.FAMILIES`.
        system: The system under assessment.
    """
    if family == COMPONENT:
        for component in system.model.components:
            kind, shown = component.layer.value, partial(component_view, component)
            yield Subject(component.id, component.location, Role.PRODUCT, kind, shown)
    elif family == REPOSITORY:
        facts = partial(repository_view, "repository", repository_facts(system))
        yield Subject("repository", Location(path="."), Role.PRODUCT, REPOSITORY, facts)
    else:
        kind = ResourceKind(family)
        yield from (_of_resource(resource) for resource in system.resources if resource.kind is kind)


def _of_resource(resource: Resource) -> Subject:
    return Subject(
        identity=resource.address,
        location=resource.location,
        role=resource.role,
        kind=resource.type,
        make_view=partial(view, resource),
        resource=resource,
        positions=resource.positions,
    )


def repository_facts(system: System) -> dict[str, Value]:
    """What is true of the product as a whole; tests and examples do not count."""
    counted = [resource for resource in system.resources if resource.role in _COUNTED]

    def types(kind: ResourceKind) -> list[str]:
        return sorted({resource.type for resource in counted if resource.kind is kind})

    terraform = types(ResourceKind.TERRAFORM)
    layers = {component.layer.value for component in system.model.components}
    services = [c for c in system.model.components if c.kind in {"source", "workload", "compute"}]
    return {
        "languages": [name for name in types(ResourceKind.CODE) if name != "markup"],
        "ecosystems": types(ResourceKind.DEPENDENCIES),
        "terraform_types": [name for name in terraform if "." not in name],
        "providers": [name.removeprefix("provider.") for name in terraform if name.startswith("provider.")],
        "kubernetes_kinds": types(ResourceKind.KUBERNETES),
        "has_user_interface": "presentation" in layers,
        "has_http_service": any(component.layer.value == "service" for component in services),
        "has_infrastructure": bool(terraform) or bool(types(ResourceKind.KUBERNETES)),
        "has_source": bool(types(ResourceKind.CODE)),
    }


def container_path(subject: Subject, index: int) -> str:
    """Attribute path of a container in its object, for its place in the file."""
    if subject.resource is None:
        return ""
    placed = placed_containers(subject.resource)
    return placed[index].path if index < len(placed) else ""
