"""Which settings code reads, and which whoever runs it is given: names and places, never values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.architecture import Component, Setting
from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.domain.workload import is_workload, placed_containers
from scanner.modelling.known import Known
from scanner.modelling.projects import entries, facts

_MAPS = (
    "environment[0].variables", "app_settings", "environment_variables", "site_config[0].app_settings",
    "service_config[0].environment_variables",
)  # fmt: skip
_MOST = 2_000


def settings_read(known: Known) -> Mapping[str, tuple[Setting, ...]]:
    """Names of environment variables and configuration keys that code reads, by the component of its folder."""
    found: defaultdict[str, dict[str, Setting]] = defaultdict(dict)
    for resource in known.index.of(ResourceKind.CODE):
        if resource.role is Role.PRODUCT and resource.attributes.get("settings"):
            owner = known.of_folder(resource.location.path)
            for name, place in facts(resource, "settings") if owner else ():
                if owner:
                    found[owner.id].setdefault(name, Setting(name=name, location=place))
    return {name: tuple(settings.values()) for name, settings in found.items()}


def settings_given(known: Known) -> Mapping[str, tuple[Setting, ...]]:
    """Names of environment variables that workloads and computers are given, by component."""
    found: defaultdict[str, dict[str, Setting]] = defaultdict(dict)
    for kind in (ResourceKind.KUBERNETES, ResourceKind.COMPOSE, ResourceKind.TERRAFORM):
        for resource in known.index.of(kind):
            owner = known.of_resource(resource)
            for setting in _given(resource, known) if owner else ():
                if owner and len(found[owner.id]) < _MOST:
                    found[owner.id].setdefault(setting.name, setting)
    return {name: tuple(settings.values()) for name, settings in found.items()}


def with_settings(components: Iterable[Component], known: Known) -> tuple[Component, ...]:
    """The components with the settings that their code reads and that they are given.

    Args:
        components: In their order.
        known: What was parsed.
    """
    read, given = settings_read(known), settings_given(known)
    return tuple(_with(component, read.get(component.id, ()), given.get(component.id, ())) for component in components)


def _with(component: Component, read: tuple[Setting, ...], given: tuple[Setting, ...]) -> Component:
    if not read and not given:
        return component
    return component.model_copy(update={"reads_settings": read, "given_settings": given})


def _given(resource: Resource, known: Known) -> Iterator[Setting]:
    if resource.kind is ResourceKind.KUBERNETES:
        yield from _of_workload(resource, known) if is_workload(resource) else ()
    elif resource.kind is ResourceKind.COMPOSE:
        yield from _of_map(resource, "environment")
    else:
        for path in _MAPS:
            yield from _of_map(resource, path)
        for _, definition in known.index.named(resource, "task_definition"):
            yield from _of_definition(definition)


def _of_map(resource: Resource, path: str) -> Iterator[Setting]:
    value: Value = resource.attributes
    for step in path.replace("[0]", ".0").split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, (list, tuple)) and value and step == "0":
            value = value[0]
        else:
            return
    for name in value if isinstance(value, Mapping) else ():
        yield _setting(resource, str(name), f"{path}.{name}", path)


def _of_workload(resource: Resource, known: Known) -> Iterator[Setting]:
    for container in placed_containers(resource):
        if not isinstance(container.values, Mapping):
            continue
        for number, entry in enumerate(entries(container.values.get("env"))):
            name = entry.get("name")
            if isinstance(name, str):
                yield _setting(
                    resource, name, f"{container.path}.env[{number}].name", f"{container.path}.env[{number}]"
                )
        for source in entries(container.values.get("envFrom")):
            yield from _of_source(resource, source, known)


def _of_source(resource: Resource, source: Mapping[str, Value], known: Known) -> Iterator[Setting]:
    for key, kind in (("configMapRef", "ConfigMap"), ("secretRef", "Secret")):
        reference = source.get(key)
        name = reference.get("name") if isinstance(reference, Mapping) else None
        holder = known.index.objects.get((kind, resource.namespace, name)) if isinstance(name, str) else None
        prefix = source.get("prefix")
        for part in ("data", "stringData") if holder else ():
            content = holder.attributes.get(part) if holder else None
            for entry in content if holder and isinstance(content, Mapping) else ():
                named = f"{prefix}{entry}" if isinstance(prefix, str) else str(entry)
                if holder:
                    yield _setting(holder, named, f"{part}.{entry}", part)


def _of_definition(definition: Resource) -> Iterator[Setting]:
    written = definition.documents.get("container_definitions") or definition.attributes.get("container_definitions")
    for container in entries(written):
        for part in ("environment", "secrets"):
            for entry in entries(container.get(part)):
                name = entry.get("name")
                if isinstance(name, str):
                    yield _setting(definition, name, "container_definitions", "")


def _setting(resource: Resource, name: str, *paths: str) -> Setting:
    """A setting at the first of some attribute paths whose place is known."""
    for path in paths:
        origin, position = resource.origins.get(path), resource.positions.get(path)
        if origin is not None:
            return Setting(name=name, location=origin.location)
        if position is not None:
            return Setting(name=name, location=Location(path=resource.location.path, start_line=position.line))
    return Setting(name=name, location=resource.location)
