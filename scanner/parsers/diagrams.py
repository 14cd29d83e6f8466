"""Reads the parts that diagrams of an architecture show: C4 in Mermaid and PlantUML, flow charts, Structurizr.

Diagrams of sequences, states, classes and tables say nothing of which parts a system has and are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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
_LONGEST = 200
_HINTS = (b"```mermaid", b"```plantuml", b"```puml", b"@startuml", b"C4", b"flowchart", b"graph ", b"workspace")
_FENCE = re.compile(r"^[ \t]*```(?:mermaid|plantuml|puml)[^\n]*\n(?P<body>.*?)^[ \t]*```", re.MULTILINE | re.DOTALL)
_UML = re.compile(r"^[ \t]*@startuml[^\n]*\n(?P<body>.*?)^[ \t]*@enduml", re.MULTILINE | re.DOTALL)
_MERMAID_KIND = re.compile(
    r"^[ \t]*(?P<kind>C4Container|C4Component|C4Context|C4Deployment|flowchart|graph)\b", re.MULTILINE
)
_TEXT = r"\"(?P<name>[^\"\n]{1,200})\""
_C4 = re.compile(
    r"\b(?P<kind>Person|System|Container|Component)(?P<form>Db|Queue)?(?P<outside>_Ext)?\(\s*[\w.-]+\s*,\s*"
    + _TEXT
    + r"(?:\s*,\s*\"(?P<technology>[^\"\n]{0,200})\")?"
)
_CYLINDER = re.compile(r"\b[\w-]+\[\(\"?(?P<name>[^\"\n()\[\]]{1,200})\"?\)\]")
_BOX = re.compile(
    r"\b[\w-]+(?:\[\[|\[|\(\[|\(\(|\(|\{)\"?(?P<name>[^\"\n()\[\]{}]{1,200})\"?(?:\]\]|\]\)|\]|\)\)|\)|\})"
)
_PLANT = re.compile(
    r"^[ \t]*(?P<kind>database|component|node|cloud|queue|storage|actor|rectangle)[ \t]+"
    r"(?:\"(?P<name>[^\"\n]{1,200})\"|\[(?P<bracket>[^\]\n]{1,200})\]|(?P<plain>\w[\w-]{0,100}))",
    re.MULTILINE,
)
_NOT_PARTS = re.compile(
    r"^[ \t]*(?:participant|activate|deactivate|autonumber|class|enum|interface|state)\b", re.MULTILINE
)
_STRUCTURIZR = re.compile(
    r"^[ \t]*(?:[\w.-]+[ \t]*=[ \t]*)?(?P<kind>person|softwareSystem|container|component)[ \t]+"
    + _TEXT
    + r"(?:[ \t]+\"[^\"\n]*\"(?:[ \t]+\"(?P<technology>[^\"\n]*)\"(?:[ \t]+\"(?P<tags>[^\"\n]*)\")?)?)?",
    re.MULTILINE | re.IGNORECASE,
)
_BREAK = re.compile(r"</?br\s*/?>|\\n", re.IGNORECASE)


class _Drawing(NamedTuple):
    syntax: str
    body: str
    offset: int


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
        text = decode(data)
        resources = [
            _resource(artifact, number, drawing.syntax, elements)
            for number, drawing in enumerate(_drawings(artifact, text))
            if len(elements := list(_elements(drawing, text))[:_MOST]) > 1
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


def _drawings(artifact: Artifact, text: str) -> Iterator[_Drawing]:
    path = artifact.path.lower()
    if path.endswith(".dsl"):
        yield _Drawing("structurizr", text, 0)
    elif path.endswith((".mmd", ".mermaid")):
        yield from _classified(text, 0)
    elif path.endswith(".md"):
        for match in _FENCE.finditer(text):
            yield from _classified(match["body"], match.start("body"))
    else:
        for match in _UML.finditer(text):
            yield from _classified(match["body"], match.start("body"))


def _classified(body: str, offset: int) -> Iterator[_Drawing]:
    mermaid = _MERMAID_KIND.search(body)
    if mermaid is not None:
        yield _Drawing("c4" if mermaid["kind"].startswith("C4") else "flowchart", body, offset)
    elif _C4.search(body):
        yield _Drawing("c4", body, offset)
    elif not _NOT_PARTS.search(body) and _PLANT.search(body):
        yield _Drawing("plantuml", body, offset)


def _elements(drawing: _Drawing, text: str) -> Iterator[dict[str, Value]]:
    def element(
        match: re.Match[str], kind: str, *, name: str = "", technology: str = "", store: bool
    ) -> dict[str, Value]:
        return {
            "name": " ".join(_BREAK.sub(" ", name or match["name"]).split())[:_LONGEST],
            "kind": kind,
            "technology": technology[:_LONGEST],
            "store": store,
            "line": text.count("\n", 0, drawing.offset + match.start()) + 1,
        }

    if drawing.syntax == "c4":
        for match in _C4.finditer(drawing.body):
            kind = "external" if match["outside"] else match["kind"].lower()
            yield element(match, kind, technology=match["technology"] or "", store=match["form"] == "Db")
    elif drawing.syntax == "structurizr":
        for match in _STRUCTURIZR.finditer(drawing.body):
            told = f"{match['technology'] or ''} {match['tags'] or ''}"
            yield element(match, match["kind"].lower(), technology=told.strip(), store="database" in told.lower())
    elif drawing.syntax == "plantuml":
        for match in _PLANT.finditer(drawing.body):
            named = match["name"] or match["bracket"] or match["plain"]
            yield element(match, match["kind"], name=named, store=match["kind"] in {"database", "storage"})
    else:
        cylinders = {match.start(): match for match in _CYLINDER.finditer(drawing.body)}
        boxes = {match.start(): match for match in _BOX.finditer(drawing.body)}
        for start, match in sorted({**boxes, **cylinders}.items()):
            yield element(match, "node", store=start in cylinders)
