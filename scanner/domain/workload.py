"""Which Kubernetes objects run pods, and where in them the pod and its containers stand.

Decided from API group and kind together: a custom ``Deployment`` of another group is no workload.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.resource import Resource, ResourceKind, Unknown, Value

_TEMPLATE = ("spec", "template")
_POD_PARENTS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("", "Pod"): (),
    ("", "PodTemplate"): ("template",),
    ("", "ReplicationController"): _TEMPLATE,
    ("apps", "Deployment"): _TEMPLATE,
    ("apps", "StatefulSet"): _TEMPLATE,
    ("apps", "DaemonSet"): _TEMPLATE,
    ("apps", "ReplicaSet"): _TEMPLATE,
    ("extensions", "Deployment"): _TEMPLATE,
    ("extensions", "DaemonSet"): _TEMPLATE,
    ("extensions", "ReplicaSet"): _TEMPLATE,
    ("batch", "Job"): _TEMPLATE,
    ("batch", "CronJob"): ("spec", "jobTemplate", "spec", "template"),
    ("argoproj.io", "Rollout"): _TEMPLATE,
    ("", "DeploymentConfig"): _TEMPLATE,
    ("apps.openshift.io", "DeploymentConfig"): _TEMPLATE,
    ("serving.knative.dev", "Service"): _TEMPLATE,
    ("serving.knative.dev", "Configuration"): _TEMPLATE,
}
"""Group and kind to the path of the mapping that holds the pod's ``metadata`` and ``spec``."""

_KINDS = frozenset(kind for _, kind in _POD_PARENTS)
_UNAMBIGUOUS = {kind: path for (_, kind), path in _POD_PARENTS.items() if kind != "Service"}
"""For objects whose ``apiVersion`` comes from a template: then the kind alone must do."""


class PodContainer(NamedTuple):
    """A container with its place in the object."""

    path: str
    """Attribute path: ``spec.template.spec.containers[0]``."""
    values: Mapping[str, Value] | Unknown
    """As written, with ``init`` added; unknown where the container, its list or its pod is unknown."""


def is_workload(resource: Resource) -> bool:
    """Whether the object runs pods."""
    return _pod_parent(resource) is not None


def pod_path(resource: Resource) -> str:
    """Attribute path of the pod spec (``spec.template.spec``); empty where there is none."""
    parent = _pod_parent(resource)
    return "" if parent is None else ".".join((*parent, "spec"))


def pod_spec(resource: Resource) -> Mapping[str, Value] | None:
    """The pod spec of a workload; None where the object is no workload or its pod cannot be read."""
    value = _pod_value(resource, "spec")
    return value if isinstance(value, Mapping) else None


def pod_metadata(resource: Resource) -> Mapping[str, Value]:
    """The metadata that the workload gives its pods, for a bare Pod its own; empty where there is none."""
    value = _pod_value(resource, "metadata")
    return value if isinstance(value, Mapping) else {}


def containers(resource: Resource) -> list[Mapping[str, Value]]:
    """All containers of a workload that can be read, each with ``init``; init containers first."""
    return [found.values for found in placed_containers(resource) if not isinstance(found.values, Unknown)]


def placed_containers(resource: Resource) -> list[PodContainer]:
    """All containers with their places, and an unknown one wherever a container or the list of them is unknown."""
    pod = _pod_value(resource, "spec")
    base = pod_path(resource)
    if isinstance(pod, Unknown):
        return [PodContainer(base, pod)]
    if not isinstance(pod, Mapping):
        return []
    found: list[PodContainer] = []
    for attribute in ("initContainers", "containers", "ephemeralContainers"):
        written = pod.get(attribute)
        found.extend(_containers_of(written, f"{base}.{attribute}", init=attribute == "initContainers"))
    return found


def _containers_of(written: Value, path: str, *, init: bool) -> Iterator[PodContainer]:
    if isinstance(written, Unknown):
        yield PodContainer(path, written)
    elif isinstance(written, Sequence) and not isinstance(written, str):
        for index, item in enumerate(written):
            if isinstance(item, Unknown):
                yield PodContainer(f"{path}[{index}]", item)
            elif isinstance(item, Mapping):
                yield PodContainer(f"{path}[{index}]", {**item, "init": init})


def _pod_parent(resource: Resource) -> tuple[str, ...] | None:
    if resource.type not in _KINDS or resource.kind is not ResourceKind.KUBERNETES:
        return None
    version = resource.attributes.get("apiVersion")
    if isinstance(version, Unknown):
        return _UNAMBIGUOUS.get(resource.type)
    if not isinstance(version, str):
        return None
    return _POD_PARENTS.get((version.rpartition("/")[0], resource.type))


def _pod_value(resource: Resource, attribute: str) -> Value:
    parent = _pod_parent(resource)
    if parent is None:
        return None
    value: Value = resource.attributes
    for step in (*parent, attribute):
        if isinstance(value, Unknown):
            return value
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value
