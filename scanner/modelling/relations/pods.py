"""What a workload of Kubernetes is given: variables, and what it reads from Secrets and ConfigMaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, Unknown, Value
from scanner.domain.workload import placed_containers, pod_path, pod_spec


class Variable(NamedTuple):
    """A variable with a value of its own."""

    name: str
    value: Value
    location: Location


class Read(NamedTuple):
    """A Secret or ConfigMap that a workload is given, whole or in one key."""

    kind: str
    name: str
    """Empty where it is not known."""
    written: str
    """The name as it is written."""
    key: str
    """Empty for the whole of it."""
    variable: str
    """The variable that has it; empty where it is a file or many variables."""
    how: str
    location: Location
    optional: bool = False


_REFERENCES = (("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap"))
_WHOLE = (("secretRef", "Secret"), ("configMapRef", "ConfigMap"))


def variables(workload: Resource) -> Iterator[Variable]:
    """The variables whose values stand in the workload itself."""
    for path, values in _containers(workload):
        for at, entry in _entries(values.get("env"), f"{path}.env"):
            name = entry.get("name")
            if isinstance(name, str) and "value" in entry:
                yield Variable(name, entry["value"], place(workload, f"{at}.value", at))
        for part in ("args", "command"):
            written = values.get(part)
            for number, text in enumerate(written) if isinstance(written, list | tuple) else ():
                if isinstance(text, str) and "://" in text:
                    yield Variable(part, text, place(workload, f"{path}.{part}[{number}]", f"{path}.{part}", path))


def reads(workload: Resource) -> Iterator[Read]:
    """The Secrets and ConfigMaps that a workload is given; not those by which images are pulled."""
    for path, values in _containers(workload):
        for at, entry in _entries(values.get("env"), f"{path}.env"):
            source = entry.get("valueFrom")
            for key, kind in _REFERENCES if isinstance(source, Mapping) else ():
                reference = source.get(key) if isinstance(source, Mapping) else None
                if isinstance(reference, Mapping):
                    variable = _text(entry.get("name"))
                    how = f"the variable {variable}"
                    spot = place(workload, f"{at}.valueFrom.{key}.name", f"{at}.valueFrom", at)
                    yield _read(kind, reference, "name", spot, how, variable=variable, key=_text(reference.get("key")))
        for at, entry in _entries(values.get("envFrom"), f"{path}.envFrom"):
            for key, kind in _WHOLE:
                reference = entry.get(key)
                if isinstance(reference, Mapping):
                    yield _read(kind, reference, "name", place(workload, f"{at}.{key}.name", at), "its variables")
    yield from _volumes(workload)


def _volumes(workload: Resource) -> Iterator[Read]:
    base = pod_path(workload)
    for at, volume in _entries((pod_spec(workload) or {}).get("volumes"), f"{base}.volumes"):
        yield from _sources(workload, volume, at)
        projected = volume.get("projected")
        if isinstance(projected, Mapping):
            for below, source in _entries(projected.get("sources"), f"{at}.projected.sources"):
                yield from _sources(workload, source, below)
        driver = volume.get("csi")
        attributes = driver.get("volumeAttributes") if isinstance(driver, Mapping) else None
        if isinstance(attributes, Mapping) and "secretProviderClass" in attributes:
            spot = place(workload, f"{at}.csi.volumeAttributes.secretProviderClass", at)
            yield _read("SecretProviderClass", attributes, "secretProviderClass", spot, "a volume")


def _sources(workload: Resource, holder: Mapping[str, Value], at: str) -> Iterator[Read]:
    for part, kind in (("secret", "Secret"), ("configMap", "ConfigMap")):
        reference = holder.get(part)
        if isinstance(reference, Mapping):
            key = "secretName" if "secretName" in reference else "name"
            yield _read(kind, reference, key, place(workload, f"{at}.{part}.{key}", at), "a volume")


def _read(
    kind: str,
    reference: Mapping[str, Value],
    name_key: str,
    location: Location,
    how: str,
    **given: str,
) -> Read:
    name = reference.get(name_key)
    return Read(
        kind=kind,
        name=name if isinstance(name, str) else "",
        written=_text(name) or "(no name)",
        key=given.get("key", ""),
        variable=given.get("variable", ""),
        how=how,
        location=location,
        optional=reference.get("optional") is True,
    )


def place(resource: Resource, *paths: str) -> Location:
    """Where the first of some attributes that has a place is written; else where the resource is."""
    for path in paths:
        found = resource.positions.get(path)
        if found is not None:
            return Location(path=resource.location.path, start_line=found.line, start_column=found.column)
    return resource.location


def _containers(workload: Resource) -> Iterator[tuple[str, Mapping[str, Value]]]:
    for container in placed_containers(workload):
        if isinstance(container.values, Mapping):
            yield container.path, container.values


def _entries(value: Value, path: str) -> Iterator[tuple[str, Mapping[str, Value]]]:
    for number, item in enumerate(value) if isinstance(value, list | tuple) else ():
        if isinstance(item, Mapping):
            yield f"{path}[{number}]", item


def _text(value: Value) -> str:
    if isinstance(value, Unknown):
        return value.text
    return value if isinstance(value, str) else ""
