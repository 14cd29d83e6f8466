"""Who is told to reach a national service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.architecture import Component, Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.resource import Resource, ResourceKind
from scanner.domain.workload import containers, is_workload
from scanner.modelling.components.national import Naming, namings, national_id
from scanner.modelling.known import Known, Tie
from scanner.modelling.projects import entries

_BREAKS = "Remove this host where the service is not needed."


def find_national_calls(known: Known) -> Iterator[Tie]:
    """Code, workloads and computers to the national services that they or their settings name."""
    users = _users(known)
    for naming in namings(known.index):
        target = known.of_draft(national_id(naming.service))
        if target is None:
            continue
        callers = _callers(known, naming.resource, users)
        for caller, confidence in callers:
            if caller.id != target.id:
                yield Relation(
                    source=caller.id, target=target.id, kind=RelationKind.CALLS, location=naming.location,
                    derived_from=f"the host {naming.host} is named", confidence=confidence, breaks=_BREAKS,
                )  # fmt: skip
        if not callers:
            yield _loose(naming, target)


def _loose(naming: Naming, target: Component) -> LooseEnd:
    return LooseEnd(
        source=target.id, kind=RelationKind.CALLS, wanted=f"whoever uses {naming.resource.address}",
        reason=f"{naming.resource.address} names {naming.host}, and no component is seen to use it",
        location=naming.location,
    )  # fmt: skip


def _callers(
    known: Known, resource: Resource, users: dict[tuple[str | None, str], list[Component]]
) -> list[tuple[Component, Confidence]]:
    if resource.kind is ResourceKind.CODE:
        own = known.of_folder(resource.location.path)
        return [(own, Confidence.MEDIUM)] if own else []
    component = known.of_resource(resource)
    if component is not None:
        return [(component, Confidence.HIGH)]
    if resource.kind is ResourceKind.TERRAFORM:
        named = (known.of_resource(one) for _, one in known.index.naming(resource))
        return [(one, Confidence.MEDIUM) for one in _ids(named)]
    found = users.get((resource.namespace, resource.name), [])
    return [(one, Confidence.HIGH) for one in found] if resource.type in {"ConfigMap", "Secret"} else []


def _ids(components: Iterable[Component | None]) -> list[Component]:
    return list({one.id: one for one in components if one is not None}.values())


def _users(known: Known) -> dict[tuple[str | None, str], list[Component]]:
    """Workloads by the config maps and secrets that they are given."""
    found: dict[tuple[str | None, str], dict[str, Component]] = {}
    for resource in known.index.of(ResourceKind.KUBERNETES):
        component = known.of_resource(resource) if is_workload(resource) else None
        for container in containers(resource) if component else ():
            for entry in (*entries(container.get("env")), *entries(container.get("envFrom"))):
                given = entry.get("valueFrom", entry)
                for key in ("configMapKeyRef", "secretKeyRef", "configMapRef", "secretRef"):
                    reference = given.get(key) if isinstance(given, Mapping) else None
                    name = reference.get("name") if isinstance(reference, Mapping) else None
                    if component and isinstance(name, str):
                        found.setdefault((resource.namespace, name), {})[component.id] = component
    return {key: list(components.values()) for key, components in found.items()}
