"""Turns documents into Kubernetes objects, and tells cheaply which files can hold any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.parsers.nodes import Node
from scanner.parsers.positioned import searchable

_VERSION_LINE = lazy_re.compile(rb"""^[ \t{-]*["']?apiVersion["']?[ \t]*:""", re.MULTILINE)
_KIND_LINE = lazy_re.compile(rb"""^[ \t{-]*["']?kind["']?[ \t]*:""", re.MULTILINE)
_KUSTOMIZE = "kustomize.config.k8s.io/"
_NOBODY = "_"

Finish = Callable[[Value], Value]
"""Last step on a value; templates put their unknowns back with it."""


def as_written(value: Value) -> Value:
    """The last step where nothing is a template."""
    return value


def may_hold_objects(artifact: Artifact, data: bytes) -> bool:
    """Whether it is worth reading a file: a search for bytes, since most YAML and JSON holds no objects."""
    data = searchable(data)
    if b"apiVersion" not in data or b"kind" not in data:
        return False
    if artifact.kind is ArtifactKind.JSON:
        return b'"apiVersion"' in data and b'"kind"' in data
    if data.lstrip()[:1] in {b"{", b"["}:
        return True
    return bool(_VERSION_LINE.search(data) and _KIND_LINE.search(data))


@dataclass(frozen=True)
class _Written:
    """An object before it is a resource."""

    node: Node
    kind: str
    version: Value


def objects_in(document: Node, artifact: Artifact, finish: Finish, chart: str = "") -> Iterator[Resource]:
    """The objects of a document; lists are flattened, other documents give nothing.

    Args:
        document: What was read.
        artifact: The file.
        finish: Last step on a value.
        chart: Stands before names that templates write (``web:{{ $name }}``), which many charts share.
    """
    for written in _flatten(document, "", None, finish):
        resource = _resource(written, artifact, finish, chart)
        if resource is not None:
            yield resource


def _flatten(node: Node, inherited: str, version: Value, finish: Finish) -> Iterator[_Written]:
    own_kind, own_version = node.get("kind"), node.get("apiVersion")
    kind = finish(own_kind.content) if own_kind and isinstance(own_kind.content, str) else inherited
    version = finish(own_version.value()) if own_version else version
    if not isinstance(kind, str) or not kind or not isinstance(version, str | Unknown):
        return
    items = node.get("items")
    if kind.endswith("List") and items is not None and isinstance(items.content, tuple):
        for item in items.elements():
            yield from _flatten(item, kind[: -len("List")], version, finish)
    elif not (isinstance(version, str) and version.startswith(_KUSTOMIZE)):
        yield _Written(node, kind, version)


def _resource(written: _Written, artifact: Artifact, finish: Finish, chart: str) -> Resource | None:
    attributes = finish(written.node.value())
    metadata = attributes.get("metadata") if isinstance(attributes, Mapping) else None
    if not isinstance(attributes, Mapping) or not isinstance(metadata, Mapping):
        return None
    position = written.node.position
    name, namespace = object_name(metadata), namespace_of(metadata)
    qualified = f"{chart}:{name}" if chart and "{{" in name else name
    return Resource(
        address=object_address(written.kind, namespace, qualified),
        kind=ResourceKind.KUBERNETES,
        type=written.kind,
        name=name,
        namespace=namespace,
        attributes={"apiVersion": written.version, "kind": written.kind, **attributes},
        labels=known_labels(metadata.get("labels")),
        location=Location(path=artifact.path, start_line=position.line, start_column=position.column),
        role=artifact.role,
        positions=written.node.positions(),
    )


def object_address(kind: str, namespace: str | None, name: str) -> str:
    """``Kind/namespace/name``, with ``_`` where no namespace is written."""
    return f"{kind}/{namespace or _NOBODY}/{name}"


def object_name(metadata: Mapping[str, Value]) -> str:
    """The object's name; a generated one ends in ``*``, one from a template is the template's text."""
    name = _as_text(metadata.get("name"))
    if name:
        return name
    generated = _as_text(metadata.get("generateName"))
    return f"{generated}*" if generated else _NOBODY


def namespace_of(metadata: Mapping[str, Value]) -> str | None:
    """The namespace, when it is written."""
    return _as_text(metadata.get("namespace")) or None


def known_labels(written: Value) -> dict[str, str]:
    """The labels whose values are known."""
    if not isinstance(written, Mapping):
        return {}
    return {
        key: str(value).lower() if isinstance(value, bool) else str(value)
        for key, value in written.items()
        if isinstance(value, bool | int | float | str)
    }


def _as_text(value: Value) -> str:
    if isinstance(value, Unknown):
        return value.text
    return str(value) if isinstance(value, str | int | float) else ""
