"""Reads the parts that diagrams of an architecture show: C4 in Mermaid and PlantUML, flow charts, Structurizr.

Diagrams of sequences, states, classes and tables say nothing of which parts a system has and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scanner.domain.artifact import Artifact, Location, Role
from scanner.domain.resource import Parsed, Resource, ResourceKind, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers import DIAGRAM_ENDINGS
from scanner.parsers.faults import problem
from scanner.parsers.positioned import decode

_ROLES = frozenset({Role.PRODUCT, Role.DOCUMENTATION, Role.DEVELOPMENT})
_PATTERN = re.compile(r"(^|/)(templates?|boilerplate|scaffold(ing)?|changelogs?|node_modules)/")
"""Folders of diagrams that show no system: patterns to be filled in, and notes of changes."""
_WHOLE = re.compile(
    r"(?i)(architecture|system[^/]*|overview|containers?|components?|infrastructure|solution)[^/]*\.\w+$"
)
"""Documents whose flow charts show a system, and not how one thing in it is done."""
_LARGEST = 1_000_000
_MOST = 500
_HINTS = (b"```mermaid", b"```plantuml", b"```puml", b"@startuml", b"C4", b"flowchart", b"graph ", b"workspace")


class DiagramParser:
    """Reads diagrams that are written as text."""

    name = "diagrams"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """Every document and diagram file on its own."""
        for artifact in artifacts:
            path = artifact.path.lower()
            if path.endswith(DIAGRAM_ENDINGS) and artifact.role in _ROLES and not _PATTERN.search(path):
                yield (artifact,)

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one file; what is no diagram of parts gives nothing."""
        (artifact,) = unit
        try:
            data = contents.read(artifact)
        except ReadError as error:
            return Parsed(problems=(problem(self.name, artifact, error.message),))
        if len(data) > _LARGEST or not any(hint in data for hint in _HINTS):
            return Parsed()
        from scanner.parsers.drawings import drawings, elements  # noqa: PLC0415  # few documents hold any

        text = decode(data)
        resources = [
            _resource(artifact, number, drawing.syntax, parts)
            for number, drawing in enumerate(drawings(artifact.path, text))
            if len(parts := list(elements(drawing, text))[:_MOST]) > 1
        ]
        return Parsed(resources=tuple(resources), counts={"diagrams": len(resources)} if resources else {})


def _resource(artifact: Artifact, number: int, syntax: str, elements: Sequence[dict[str, Value]]) -> Resource:
    whole = syntax in {"c4", "structurizr"} or _WHOLE.search(artifact.path) is not None
    return Resource(
        address=f"{artifact.path}#{number}",
        kind=ResourceKind.DIAGRAM,
        type=syntax,
        name=artifact.path.rpartition("/")[2],
        attributes={
            "syntax": syntax,
            "elements": list(elements),
            "stores": [one["name"] for one in elements if one["store"]] if whole else [],
        },
        location=Location(path=artifact.path, start_line=int(str(elements[0]["line"]))),
        role=artifact.role,
    )
