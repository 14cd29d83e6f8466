"""Who is told to reach whom, by configuration."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scanner.domain.architecture import Confidence, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.domain.workload import containers, is_workload, pod_metadata
from scanner.modelling.known import Known
from scanner.modelling.names import Names

_HOST = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?")
_CREDENTIAL = re.compile(r"(?i)(password|pwd)=|://[^/\s:@]+:[^/\s@]+@")


def find_calls(known: Known) -> Iterator[Relation]:
    """A workload's configuration names the host of another one."""
    names = known.index.names
    objects = list(known.index.of(ResourceKind.KUBERNETES))
    workloads = [one for one in objects if is_workload(one) and known.of_resource(one)]
    behind = _workloads_behind_services(objects, workloads, names)
    settings = {(r.namespace, r.name): r for r in objects if r.type in {"ConfigMap", "Secret"}}
    for workload in workloads:
        source = names.of(workload)
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
    objects: Sequence[Resource], workloads: Sequence[Resource], names: Names
) -> dict[tuple[str | None, str], list[str]]:
    labelled: dict[tuple[str | None, str, str], list[Resource]] = defaultdict(list)
    for workload in workloads:
        for key, value in (_pod_labels(workload) or {}).items():
            if isinstance(value, str):
                labelled[workload.namespace, key, value].append(workload)
    behind: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for service in objects:
        selector = _selector(service)
        if service.type != "Service" or not selector:
            continue
        told = next(((key, value) for key, value in selector.items() if isinstance(value, str)), None)
        candidates = workloads if told is None else labelled.get((service.namespace, *told), ())
        for workload in candidates:
            labels = _pod_labels(workload)
            if (
                labels is not None
                and workload.namespace == service.namespace
                and all(labels.get(key) == value for key, value in selector.items())
            ):
                behind[service.namespace, service.name].append(names.of(workload))
    return behind


def _pod_labels(workload: Resource) -> Mapping[str, Value] | None:
    labels = pod_metadata(workload).get("labels")
    return labels if isinstance(labels, Mapping) else None


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
