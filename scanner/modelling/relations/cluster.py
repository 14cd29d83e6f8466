"""Kubernetes objects as they name each other: by kind, namespace and name, and by labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from scanner.domain.architecture import Component, Confidence
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.domain.workload import is_workload, pod_metadata
from scanner.modelling.components.kubernetes_objects import operated
from scanner.modelling.known import Known

_SUREST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)
_POD_NAME = "statefulset.kubernetes.io/pod-name"


class Selected(NamedTuple):
    """A workload that a selector finds."""

    workload: Resource
    component: Component
    confidence: Confidence


class Cluster:
    """The objects of all namespaces.

    An object without a namespace is in whichever its reader is applied to: it binds to others without one, the nearest
    by folder first, since repositories hold many sets of manifests that never meet.

    Args:
        known: The components of the system.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self.workloads: list[Resource] = []
        self.services: list[Resource] = []
        self._named: defaultdict[tuple[str, str, str], list[Resource]] = defaultdict(list)
        self._labelled: defaultdict[tuple[str, str, str], list[Resource]] = defaultdict(list)
        self._behind: dict[int, tuple[Selected, ...]] = {}
        self._operated: dict[tuple[str, str], list[Resource]] = {}
        for resource in known.index.of(ResourceKind.KUBERNETES):
            self._add(resource)

    def _add(self, resource: Resource) -> None:
        space = _space(resource)
        self._named[resource.type, space, _called(resource.name)].append(resource)
        if is_workload(resource):
            self.workloads.append(resource)
            for key, value in _own_labels(resource).items():
                if isinstance(value, str | int | float | Unknown):
                    self._labelled[space, key, _text(value)].append(resource)
        elif resource.type == "Service":
            self.services.append(resource)
        known = operated(resource)
        for pattern in (*known.hosts, *known.secrets) if known else ():
            self._operated.setdefault((space, pattern.replace("{}", resource.name)), []).append(resource)

    def find(self, kind: str, near: Resource, name: str, namespace: str = "") -> Resource | None:
        """The object of a kind and name that another one means, the nearest by folder.

        Args:
            kind: Such as ``Secret``.
            near: Who names it.
            name: As it is written.
            namespace: Of the object, where it is not that of ``near``.
        """
        space = _called(namespace) or _space(near)
        candidates = self._named.get((kind, space, _called(name)), ())
        return nearest(near, candidates)

    def sure_of(self, near: Resource, found: Resource) -> Confidence:
        """How sure it is that an object is the one that another one means.

        High in one namespace or one set of manifests; medium where it is elsewhere, but the only one of that name; low
        where others have its name too.
        """
        same = self._named.get((found.type, _space(found), _called(found.name)), ())
        if _together(near, found) or (found.namespace and len(same) == 1):
            return Confidence.HIGH
        return Confidence.MEDIUM if len(same) == 1 else Confidence.LOW

    def operated_by_secret(self, near: Resource, name: str) -> Resource | None:
        """The database whose operator makes a Secret of this name, if one is declared."""
        space = _space(near)
        exact = self._operated.get((space, name))
        if exact:
            return nearest(near, exact)
        for mark in _users(name):
            if found := self._operated.get((space, mark)):
                return nearest(near, found)
        return None

    def operated_by_host(self, near: Resource, name: str, namespace: str) -> Resource | None:
        """The database whose operator makes a Service of this name."""
        return nearest(near, self._operated.get((namespace or _space(near), name), ()))

    def behind(self, service: Resource) -> tuple[Selected, ...]:
        """The workloads that a Service's selector finds."""
        found = self._behind.get(id(service))
        if found is None:
            found = self._behind[id(service)] = tuple(self._select(service, selector_of(service)))
        return found

    def _select(self, service: Resource, selector: Value) -> Iterator[Selected]:
        if not isinstance(selector, Mapping) or not selector:
            return
        space = _space(service)
        lists = [self._labelled.get((space, key, _text(value)), []) for key, value in selector.items()]
        for workload in min(lists, key=len):
            labels = _own_labels(workload)
            if not all(key in labels and _text(labels[key]) == _text(value) for key, value in selector.items()):
                continue
            unknown = any(isinstance(value, Unknown) for value in selector.values())
            if (unknown or not space) and not _together(service, workload):
                continue
            component = self.known.of_resource(workload)
            if component is not None:
                yield Selected(workload, component, Confidence.MEDIUM if unknown else Confidence.HIGH)


def weakest(*confidences: Confidence) -> Confidence:
    """The least sure of some."""
    return max(confidences, key=_SUREST.index)


def selector_of(service: Resource) -> Value:
    """The selector of a Service: None where there is none."""
    spec = service.attributes.get("spec")
    if isinstance(spec, Unknown):
        return spec
    return spec.get("selector") if isinstance(spec, Mapping) else None


def labels_of(workload: Resource) -> Mapping[str, Value]:
    """The labels of a workload's pods."""
    labels = pod_metadata(workload).get("labels")
    return labels if isinstance(labels, Mapping) else {}


def _own_labels(workload: Resource) -> Mapping[str, Value]:
    """With that by which the cluster itself tells the first pod of a StatefulSet from its copies."""
    labels = labels_of(workload)
    return {_POD_NAME: f"{workload.name}-0", **labels} if workload.type == "StatefulSet" else labels


def _space(resource: Resource) -> str:
    return _called(resource.namespace or "")


def _called(name: str) -> str:
    """A name to compare: in what a template writes, spaces between the braces say nothing."""
    return "".join(name.split()) if "{{" in name else name


def nearest(near: Resource, candidates: Sequence[Resource]) -> Resource | None:
    """The one that shares most folders with another; of Terraform's, one of the same environment first."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    own = PurePosixPath(near.location.path).parent.parts

    def distance(one: Resource) -> tuple[bool, int, int]:
        there = PurePosixPath(one.location.path).parent.parts
        shared = next(
            (n for n, (a, b) in enumerate(zip(own, there, strict=False)) if a != b), min(len(own), len(there))
        )
        return one.environment != near.environment, -shared, len(there)

    return min(candidates, key=distance)


def _together(one: Resource, other: Resource) -> bool:
    """Whether two objects without a namespace, or from templates, belong to one set of manifests.

    A set is a folder with its subfolders, or sibling folders of one parent: not the whole repository, unless both lie
    in its root.
    """
    first, second = (PurePosixPath(each.location.path).parent for each in (one, other))
    if first == second or first in second.parents or second in first.parents:
        return True
    return first.parent == second.parent and first.parent != PurePosixPath()


def _text(value: Value) -> str:
    """A label's value to compare: what a template writes is the same where its text is."""
    if isinstance(value, Unknown):
        return f"\0{value.reason}:{value.text}" if value.text else f"\0{id(value)}"
    return str(value)


def _users(name: str) -> Iterator[str]:
    """The patterns that a Secret's name may have been made by, with ``*`` for the user."""
    if "-pguser-" in name:
        yield name.partition("-pguser-")[0] + "-pguser-*"
    if "-admin-" in name:
        yield name.rpartition("-admin-")[0] + "-admin-*"
    if ".credentials" in name:
        yield "*." + name.partition(".")[2]
