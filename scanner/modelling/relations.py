"""Relations between components, each with the place that shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scanner.domain.addresses import scope_of, without_keys
from scanner.domain.architecture import Component, Confidence, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Reference, Resource, ResourceKind, Value
from scanner.domain.workload import containers, is_workload, pod_metadata
from scanner.modelling.components import COUNTED_ROLES, component_id, count_names

_HOST = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?")
_CREDENTIAL = re.compile(r"(?i)(password|pwd)=|://[^/\s:@]+:[^/\s@]+@")


def find_relations(
    components: Sequence[Component], resources: Sequence[Resource], references: Iterable[Reference]
) -> tuple[Relation, ...]:
    """All relations that the artefacts show, without duplicates, in a stable order."""
    found: dict[tuple[str, str, RelationKind], Relation] = {}
    for relation in (*_from_references(components, resources, references), *_from_kubernetes(components, resources)):
        found.setdefault((relation.source, relation.target, relation.kind), relation)
    return tuple(found[key] for key in sorted(found))


def _from_references(
    components: Sequence[Component], resources: Iterable[Resource], references: Iterable[Reference]
) -> Iterator[Relation]:
    by_place = _by_place(components, resources)
    for reference in references:
        scope = scope_of(reference.environment, reference.location.path)
        source = by_place.get((scope, reference.source))
        target = by_place.get((scope, reference.target))
        if source and target and source != target:
            names = f"{without_keys(reference.source)} names {without_keys(reference.target)}"
            yield Relation(
                source=source,
                target=target,
                kind=RelationKind.REFERS_TO,
                location=reference.location,
                derived_from=f"{names} in {reference.attribute or 'its block'}",
            )


def _by_place(components: Sequence[Component], resources: Iterable[Resource]) -> dict[tuple[tuple[str, str], str], str]:
    """Scope and address of each instance to the component that it belongs to."""
    addresses = {address for component in components for address in component.resources}
    known = {component.id for component in components}
    resources = tuple(resources)
    seen = count_names(resources)
    found: dict[tuple[tuple[str, str], str], str] = {}
    for resource in resources:
        if resource.address in addresses and resource.role in COUNTED_ROLES:
            name = component_id(resource, seen)
            if name in known:
                found[scope_of(resource.environment, resource.location.path), resource.address] = name
    return found


def _from_kubernetes(components: Sequence[Component], resources: Sequence[Resource]) -> Iterator[Relation]:
    seen = count_names(resources)
    known = {component.id for component in components}
    objects = [resource for resource in resources if resource.kind is ResourceKind.KUBERNETES]
    workloads = [r for r in objects if is_workload(r) and component_id(r, seen) in known]
    behind = _workloads_behind_services(objects, workloads, seen)
    settings = {(r.namespace, r.name): r for r in objects if r.type in {"ConfigMap", "Secret"}}
    for workload in workloads:
        source = component_id(workload, seen)
        for text, location in _texts(workload, settings):
            for host in _hosts(text):
                for target in behind.get((workload.namespace, host), ()):
                    if target != source:
                        yield _call(source, target, host, text, location)


def _call(source: str, target: str, host: str, text: str, location: Location) -> Relation:
    credential = bool(_CREDENTIAL.search(text))
    return Relation(
        source=source,
        target=target,
        kind=RelationKind.HOLDS_CREDENTIAL_OF if credential else RelationKind.CALLS,
        location=location,
        derived_from=f"its configuration names the host {host}" + (" with a credential" if credential else ""),
        confidence=Confidence.MEDIUM,
    )


def _workloads_behind_services(
    objects: Sequence[Resource], workloads: Sequence[Resource], seen: Mapping[str, int]
) -> dict[tuple[str | None, str], list[str]]:
    behind: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for service in objects:
        selector = _selector(service)
        if service.type != "Service" or not selector:
            continue
        for workload in workloads:
            labels = pod_metadata(workload).get("labels")
            if (
                workload.namespace == service.namespace
                and isinstance(labels, Mapping)
                and all(labels.get(key) == value for key, value in selector.items())
            ):
                behind[service.namespace, service.name].append(component_id(workload, seen))
    return behind


def _selector(service: Resource) -> Mapping[str, Value]:
    spec = service.attributes.get("spec")
    selector = spec.get("selector") if isinstance(spec, Mapping) else None
    return selector if isinstance(selector, Mapping) else {}


def _texts(workload: Resource, settings: Mapping[tuple[str | None, str], Resource]) -> Iterator[tuple[str, Location]]:
    """Configuration values that a workload is given, in its own manifest or by config maps and secrets."""
    for container in containers(workload):
        for variable in _maps(container.get("env")):
            value = variable.get("value")
            if isinstance(value, str):
                yield value, workload.location
            yield from _referenced(variable.get("valueFrom"), workload, settings)
        for source in _maps(container.get("envFrom")):
            for name in _names(source, ("configMapRef", "secretRef")):
                yield from _all_values(settings.get((workload.namespace, name)))


def _referenced(
    source: Value, workload: Resource, settings: Mapping[tuple[str | None, str], Resource]
) -> Iterator[tuple[str, Location]]:
    if not isinstance(source, Mapping):
        return
    for key in ("configMapKeyRef", "secretKeyRef"):
        reference = source.get(key)
        if not isinstance(reference, Mapping):
            continue
        holder = settings.get((workload.namespace, str(reference.get("name"))))
        for name, text, location in _entries(holder):
            if name == reference.get("key"):
                yield text, location


def _all_values(holder: Resource | None) -> Iterator[tuple[str, Location]]:
    for _, text, location in _entries(holder):
        yield text, location


def _entries(holder: Resource | None) -> Iterator[tuple[str, str, Location]]:
    if holder is None:
        return
    for part in ("data", "stringData"):
        content = holder.attributes.get(part)
        for name, value in content.items() if isinstance(content, Mapping) else ():
            if isinstance(value, str):
                place = holder.positions.get(f"{part}.{name}")
                line = place.line if place else holder.location.start_line
                yield name, value, Location(path=holder.location.path, start_line=line)


def _names(source: Mapping[str, Value], keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        reference = source.get(key)
        if isinstance(reference, Mapping) and isinstance(reference.get("name"), str):
            yield str(reference["name"])


def _hosts(text: str) -> set[str]:
    """Host names in a URL, a connection string or a bare setting."""
    found = set(re.findall(r"://(?:[^/\s@]*@)?([a-z0-9][-a-z0-9]*)", text))
    found.update(re.findall(r"(?i)(?:server|host|data source)=(?:tcp:)?([a-z0-9][-a-z0-9]*)", text))
    bare = text.partition(":")[0].partition(".")[0]
    if _HOST.fullmatch(bare):
        found.add(bare)
    return found


def _maps(value: Value) -> list[Mapping[str, Value]]:
    if not isinstance(value, (list, tuple)):
        return []
    return [item for item in value if isinstance(item, Mapping)]
