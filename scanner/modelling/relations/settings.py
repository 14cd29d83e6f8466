"""The settings that Terraform gives to what runs code: variables, application settings, container definitions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.domain.resource import EncodedUnknown, Resource, UnknownBlock, Value

_MAPS = frozenset(
    {
        "variables", "app_settings", "environment_variables", "runtime_environment_variables",
        "runtime_environment_secrets", "secure_environment_variables",
    }
)  # fmt: skip
"""Attributes that map names to values."""
_LISTS = frozenset(
    {
        "env", "environment", "secret", "secrets", "connection_string", "setting", "environment_variable",
        "secret_environment_variables", "environment_variables", "set", "set_sensitive",
    }
)  # fmt: skip
"""Blocks or lists of which each names one value."""
_NAMES = ("name", "key")
_VALUES = ("value", "valueFrom", "value_from", "value_source", "key_vault_secret_id", "secret_name", "secret")
_PLAIN = frozenset({"storage_account_access_key", "user_data", "custom_data", "metadata_startup_script", "values"})
_DEEPEST = 9


class Setting(NamedTuple):
    """A value that a resource is given under a name."""

    name: str
    value: Value
    attribute: str
    """Path in which references to it stand; several settings may share one."""
    location: Location


def settings(resource: Resource) -> Iterator[Setting]:
    """The settings of a Terraform resource, in the order in which they stand."""
    for name, value in resource.attributes.items():
        document = resource.documents.get(name)
        if document is not None or isinstance(value, EncodedUnknown):
            written = document if document is not None else value.content if isinstance(value, EncodedUnknown) else None
            yield from _walk(resource, written, name, fixed=name)
        elif name in _PLAIN:
            yield Setting(name, value, name, spot(resource, name))
        else:
            yield from _below(resource, name, value, name, fixed="", depth=0)


def spot(resource: Resource, path: str) -> Location:
    """Where an attribute is written: it, or the nearest above it that has a place."""
    while path:
        found = resource.positions.get(path)
        if found is not None:
            return Location(path=resource.location.path, start_line=found.line, start_column=found.column)
        path = path.rpartition(".")[0] if not path.endswith("]") else path.rpartition("[")[0]
    return resource.location


def _walk(resource: Resource, value: Value, path: str, *, fixed: str, depth: int = 0) -> Iterator[Setting]:
    if isinstance(value, UnknownBlock | EncodedUnknown):
        value = value.content
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for name, child in value.items():
            yield from _below(resource, str(name), child, f"{path}.{name}", fixed=fixed, depth=depth + 1)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _walk(resource, item, f"{path}[{number}]", fixed=fixed, depth=depth + 1)


def _below(resource: Resource, name: str, value: Value, path: str, *, fixed: str, depth: int) -> Iterator[Setting]:
    if name in _MAPS and isinstance(value, Mapping):
        for key, item in value.items():
            yield Setting(str(key), item, fixed or path, spot(resource, fixed or f"{path}.{key}"))
        return
    if isinstance(value, str) or value is None:
        return
    if name in _LISTS and isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _entry(resource, item, f"{path}[{number}]", fixed)
    yield from _walk(resource, value, path, fixed=fixed, depth=depth)


def _entry(resource: Resource, item: Value, path: str, fixed: str) -> Iterator[Setting]:
    if isinstance(item, UnknownBlock):
        item = item.content
    if not isinstance(item, Mapping):
        return
    name = next((item[part] for part in _NAMES if isinstance(item.get(part), str)), None)
    part = next((part for part in _VALUES if item.get(part) is not None), None)
    if isinstance(name, str) and part is not None:
        yield Setting(name, item[part], fixed or path, spot(resource, fixed or f"{path}.{part}"))
