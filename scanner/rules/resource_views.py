"""What expressions see of a resource; each part is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from scanner.domain.policy_statements import statements
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.domain.workload import placed_containers, pod_path, pod_spec
from scanner.rules.lazy import LazyMap, LazyView

ENVIRONMENT = "environment"
"""The variable in which alone resources may differ that are the same in several environments."""
OWN_VARIABLE = {
    ResourceKind.TERRAFORM: "resource",
    ResourceKind.CONTAINER: "dockerfile",
    ResourceKind.COMPOSE: "service",
    ResourceKind.WORKFLOW: "workflow",
    ResourceKind.CODE: "source",
    ResourceKind.DEPENDENCIES: "manifest",
    ResourceKind.API: "api",
    ResourceKind.DIAGRAM: "diagram",
    ResourceKind.DOCUMENT: "document",
}
"""Families whose view is the attributes under one name."""


def view(resource: Resource) -> LazyView:
    """What an expression about a resource sees, but for ``parameters``, ``today`` and ``item``."""
    makers: dict[str, Callable[[], Value]] = {
        "address": lambda: resource.address,
        "kind": lambda: resource.type,
        "name": lambda: resource.name,
        "path": lambda: resource.location.path,
        "role": lambda: resource.role.value,
        "labels": lambda: resource.labels,
    }
    if resource.kind is ResourceKind.KUBERNETES:
        return LazyView(makers | _kubernetes(resource))
    if resource.kind is ResourceKind.TERRAFORM:
        makers |= {
            "resource": lambda: LazyMap(resource.attributes, _without_nulls),
            "declaration": lambda: resource.declaration or resource.address,
            ENVIRONMENT: lambda: resource.environment,
            "module": lambda: ".".join(resource.module_path),
            "statements": lambda: statements(resource),
        }
    else:
        makers[OWN_VARIABLE[resource.kind]] = lambda: resource.attributes
    return LazyView(makers)


def _without_nulls(value: Value) -> Value:
    """A value in which no map has an entry that is null: Terraform takes those as not written at all."""
    if value is None or isinstance(value, (str, bool, Unknown)):
        return value
    if isinstance(value, Mapping):
        return {key: _without_nulls(entry) for key, entry in value.items() if entry is not None}
    if isinstance(value, Sequence):
        return [_without_nulls(entry) for entry in value]
    return value


def _kubernetes(resource: Resource) -> dict[str, Callable[[], Value]]:
    def pod() -> Value:
        written = pod_spec(resource)
        if written is not None:
            return _rendered(written)
        path = pod_path(resource)
        return next((item.values for item in placed_containers(resource) if item.path == path), {})

    return {
        "object": lambda: LazyMap(resource.attributes, _rendered),
        "pod": pod,
        "containers": lambda: [_rendered(item.values) for item in placed_containers(resource)],
    }


def _rendered(value: Value) -> Value:
    """A part of an object; unknown as a whole where a template would add entries to it.

    In such a map a missing entry is no fact: ``{{ toYaml .Values.securityContext }}`` may well write it.
    """
    if isinstance(value, Mapping):
        template = next((key for key in value if key.startswith("{{")), None)
        if template is not None:
            return Unknown(reason=UnknownReason.NOT_RENDERED, text=template[:200])
        return {key: _rendered(entry) for key, entry in value.items() if entry is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_rendered(entry) for entry in value]
    return value
