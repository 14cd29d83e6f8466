"""Finds the parts that a diagram shows in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.resource import Value

_LONGEST = 200
_FENCE = lazy_re.compile(
    r"^[ \t]*```(?:mermaid|plantuml|puml)[^\n]*\n(?P<body>.*?)^[ \t]*```", re.MULTILINE | re.DOTALL
)
_UML = lazy_re.compile(r"^[ \t]*@startuml[^\n]*\n(?P<body>.*?)^[ \t]*@enduml", re.MULTILINE | re.DOTALL)
_MERMAID_KIND = lazy_re.compile(
    r"^[ \t]*(?P<kind>C4Container|C4Component|C4Context|C4Deployment|flowchart|graph)\b", re.MULTILINE
)
_TEXT = r"\"(?P<name>[^\"\n]{1,200})\""
_C4 = lazy_re.compile(
    r"\b(?P<kind>Person|System|Container|Component)(?P<form>Db|Queue)?(?P<outside>_Ext)?\(\s*(?P<id>[\w.-]+)\s*,\s*"
    + _TEXT
    + r"(?:\s*,\s*\"(?P<technology>[^\"\n]{0,200})\")?"
)
_CYLINDER = lazy_re.compile(r"\b(?P<id>[\w-]+)\[\(\"?(?P<name>[^\"\n()\[\]]{1,200})\"?\)\]")
_BOX = lazy_re.compile(
    r"\b(?P<id>[\w-]+)(?:\[\[|\[|\(\[|\(\(|\(|\{)\"?(?P<name>[^\"\n()\[\]{}]{1,200})\"?(?:\]\]|\]\)|\]|\)\)|\)|\})"
)
_PLANT = lazy_re.compile(
    r"^[ \t]*(?P<kind>database|component|node|cloud|queue|storage|actor|rectangle)[ \t]+"
    r"(?:\"(?P<name>[^\"\n]{1,200})\"|\[(?P<bracket>[^\]\n]{1,200})\]|(?P<plain>\w[\w-]{0,100}))"
    r"(?:[ \t]+as[ \t]+(?:(?P<id>\w{1,100})|\"(?P<shown>[^\"\n]{1,200})\"))?",
    re.MULTILINE,
)
_NOT_PARTS = lazy_re.compile(
    r"^[ \t]*(?:participant|activate|deactivate|autonumber|class|enum|interface|state)\b", re.MULTILINE
)
_STRUCTURIZR = lazy_re.compile(
    r"^[ \t]*(?:(?P<id>[\w.-]+)[ \t]*=[ \t]*)?(?P<kind>person|softwareSystem|container|component)[ \t]+"
    + _TEXT
    + r"(?:[ \t]+\"[^\"\n]*\"(?:[ \t]+\"(?P<technology>[^\"\n]*)\"(?:[ \t]+\"(?P<tags>[^\"\n]*)\")?)?)?",
    re.MULTILINE | re.IGNORECASE,
)
_BREAK = lazy_re.compile(r"</?br\s*/?>|\\n", re.IGNORECASE)


class Drawing(NamedTuple):
    """A diagram in a document."""

    syntax: str
    body: str
    offset: int
    """Where the body begins in the document, in characters."""


def drawings(path: str, text: str) -> Iterator[Drawing]:
    """The diagrams of parts in a document.

    Args:
        path: Of the document: its ending tells the syntax.
        text: Of the document.
    """
    path = path.lower()
    if path.endswith(".dsl"):
        yield Drawing("structurizr", text, 0)
    elif path.endswith((".mmd", ".mermaid")):
        yield from _classified(text, 0)
    elif path.endswith(".md"):
        for match in _FENCE.finditer(text):
            yield from _classified(match["body"], match.start("body"))
    else:
        for match in _UML.finditer(text):
            yield from _classified(match["body"], match.start("body"))


def _classified(body: str, offset: int) -> Iterator[Drawing]:
    mermaid = _MERMAID_KIND.search(body)
    if mermaid is not None:
        yield Drawing("c4" if mermaid["kind"].startswith("C4") else "flowchart", body, offset)
    elif _C4.search(body):
        yield Drawing("c4", body, offset)
    elif not _NOT_PARTS.search(body) and _PLANT.search(body):
        yield Drawing("plantuml", body, offset)


def elements(drawing: Drawing, text: str) -> Iterator[dict[str, Value]]:
    """The parts that a diagram shows, in the order in which they are written.

    Args:
        drawing: The diagram.
        text: Of the document in which it stands.
    """

    def element(
        match: re.Match[str], kind: str, *, name: str = "", technology: str = "", store: bool
    ) -> dict[str, Value]:
        shown = name or match["name"]
        return {
            "id": match["id"] or match.groupdict().get("plain") or shown,
            "name": " ".join(_BREAK.sub(" ", shown).split())[:_LONGEST],
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
            named = match["shown"] or match["name"] or match["bracket"] or match["plain"]
            yield element(match, match["kind"], name=named, store=match["kind"] in {"database", "storage"})
    else:
        cylinders = {match.start(): match for match in _CYLINDER.finditer(drawing.body)}
        boxes = {match.start(): match for match in _BOX.finditer(drawing.body)}
        for start, match in sorted({**boxes, **cylinders}.items()):
            yield element(match, "node", store=start in cylinders)
