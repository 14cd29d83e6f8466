"""Finds what an API server is told of the security of all pods, which stands in its settings and not in an object.

The settings are a file of their own, a part of the machine's configuration, or a text inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.parsers.nodes import Node
from scanner.parsers.positioned import read_documents

POD_SECURITY = "PodSecurityConfiguration"
_MOST_TEXTS = 2
"""How deep texts may lie in texts."""


def pod_security_in(documents: Iterable[Node], artifact: Artifact) -> Iterator[Resource]:
    """Each configuration of Pod Security's admission, wherever it stands in the documents.

    Args:
        documents: What was read of the file.
        artifact: The file.
    """
    for document in documents:
        position = document.position
        for number, found in enumerate(_configurations(document.value(), _MOST_TEXTS)):
            name = artifact.path if not number else f"{artifact.path}#{number}"
            yield Resource(
                address=f"{POD_SECURITY}/_/{name}",
                kind=ResourceKind.KUBERNETES,
                type=POD_SECURITY,
                name=name,
                namespace=None,
                attributes=dict(found),
                location=Location(path=artifact.path, start_line=position.line, start_column=position.column),
                role=artifact.role,
            )


def _configurations(value: Value, texts: int) -> Iterator[Mapping[str, Value]]:
    if isinstance(value, Mapping):
        if value.get("kind") == POD_SECURITY:
            yield value
            return
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from _configurations(one, texts)
    elif texts and isinstance(value, str) and POD_SECURITY in value and "\n" in value:
        for document in read_documents(value).documents:
            yield from _configurations(document.value(), texts - 1)
