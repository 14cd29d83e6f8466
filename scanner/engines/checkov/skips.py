"""Checks that the supplier told checkov to skip, in comments of Terraform and annotations of Kubernetes."""

from __future__ import annotations

from collections.abc import Mapping

from scanner import lazy_re
from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Resource, ResourceKind
from scanner.domain.system import System
from scanner.errors import ReadError
from scanner.interfaces import Contents

_MARK = lazy_re.compile(rb"(?:checkov|bridgecrew|cortex):skip=")
_COMMENT = lazy_re.compile(r"(?:checkov|bridgecrew|cortex):skip= *([A-Za-z_\d-]+(?:,[A-Za-z_\d-]+)*)(?::([^\n]*))?")
_ANNOTATION = lazy_re.compile(r"(?:checkov|bridgecrew|cortex)\.io/skip")
_NO_REASON = "No comment provided"


class Skips:
    """What is to be skipped.

    Args:
        system: What archscan read.
        contents: Gives the files.
    """

    def __init__(self, system: System, contents: Contents) -> None:
        self._artifacts: Mapping[str, Artifact] = {one.path: one for one in system.artifacts}
        self._contents = contents
        self._comments: dict[str, list[tuple[int, str, str]]] = {}

    def of(self, resource: Resource) -> Mapping[str, str]:
        """Ids that are skipped for a resource, with the supplier's reason; of two the first counts."""
        if resource.kind is ResourceKind.KUBERNETES:
            return _annotated(resource)
        found: dict[str, str] = {}
        for place in (resource.location, *reversed(resource.calls)):
            for line, identifier, reason in self._of_file(place.path):
                if place.start_line < line < _end(place):
                    found.setdefault(identifier, reason)
        return found

    def _of_file(self, path: str) -> list[tuple[int, str, str]]:
        """Line, id and reason of each comment of a file."""
        if path not in self._comments:
            self._comments[path] = list(self._read(path))
        return self._comments[path]

    def _read(self, path: str) -> list[tuple[int, str, str]]:
        artifact = self._artifacts.get(path)
        try:
            data = self._contents.read(artifact) if artifact is not None else b""
        except ReadError:  # the parsers have said so
            return []
        if not _MARK.search(data):
            return []
        found: list[tuple[int, str, str]] = []
        for line, text in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
            if match := _COMMENT.search(text):
                reason = (match[2] or "").strip() or _NO_REASON
                found.extend((line, identifier, reason) for identifier in match[1].split(","))
        return found


def _end(place: Location) -> int:
    return place.end_line or place.start_line


def _annotated(resource: Resource) -> dict[str, str]:
    metadata = resource.attributes.get("metadata")
    annotations = metadata.get("annotations") if isinstance(metadata, Mapping) else None
    found: dict[str, str] = {}
    for name, value in annotations.items() if isinstance(annotations, Mapping) else ():
        if isinstance(value, str) and _ANNOTATION.search(str(name)):
            identifier, _, reason = value.partition("=")
            found.setdefault(identifier, reason or _NO_REASON)
    return found
