"""Finds the parts and arrows that a page of draw.io shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.drawio import Cell, Page

_LONGEST = 200
_SHAPES = ("grIcon", "resIcon", "prIcon", "image", "shape")
"""Entries of a style that say what is drawn, the surest first."""
_PLAIN = frozenset({"image", "text", "rounded", "ellipse", "rhombus", "swimlane", "group", "edgeLabel", "html"})
"""Shapes that say nothing of what a part is made with."""
_STORE = lazy_re.compile(
    r"(?i)^(cylinder\d?|datastore|(flowchart )?database|internal storage)$"
    r"|\b(dynamodb|rds|aurora|documentdb|neptune|redshift|keyspaces|timestream|cosmos ?db|sql ?database|databases?"
    r"|cloud sql|cloud spanner|bigtable|firestore)\b"
)
_BRACKET = lazy_re.compile(r"\[(?P<inside>[^\[\]]{1,200})\]")


def parts(page: Page) -> Iterator[dict[str, Value]]:
    """What a page shows, texts beside pictures too, in the order in which it was drawn."""
    arrows = {cell.id for cell in page.cells if cell.ends is not None}
    for cell in page.cells:
        if cell.ends is not None or cell.parent in arrows:
            continue
        technology = _technology(cell)
        name = _name(cell)
        if name or technology:
            yield {
                "id": cell.id,
                "name": (name or technology)[:_LONGEST],
                "kind": _kind(cell) if name else "icon",
                "technology": technology[:_LONGEST],
                "store": _is_store(cell),
                "line": cell.line,
            }


def arrows(page: Page, elements: Sequence[Mapping[str, Value]]) -> Iterator[tuple[str, str, int]]:
    """The ids of the parts between which an arrow goes, ``''`` where it ends at no part, with its line."""
    known = {str(one["id"]) for one in elements}
    for cell in page.cells:
        if cell.ends is not None:
            source, target = cell.ends
            yield source if source in known else "", target if target in known else "", cell.line


def _kind(cell: Cell) -> str:
    noted = cell.attributes.get("c4Type", "").lower()
    if noted:
        return noted
    return "text" if cell.style.get("shape") == "text" else "node"


def _name(cell: Cell) -> str:
    return cell.attributes.get("c4Name", "").strip() or cell.text.partition("[")[0].strip() or cell.text


def _technology(cell: Cell) -> str:
    noted = cell.attributes.get("c4Technology", "")
    inside = _BRACKET.search(cell.text)
    told = noted or (inside["inside"] if inside else "")
    return " ".join(one for one in (told, _drawn_as(cell)) if one)


def _drawn_as(cell: Cell) -> str:
    """Words of the picture's own name: ``mxgraph.aws4.dynamodb`` gives ``dynamodb``; empty for plain shapes."""
    for key in _SHAPES:
        value = cell.style.get(key, "")
        if not value or value.startswith(("data:", "http:", "https:")):
            continue
        word = re.sub(r"\.(svg|png)$", "", value).replace("/", ".").rpartition(".")[2].replace("_", " ")
        if word not in _PLAIN and word not in {"resourceIcon", "group"}:
            return word
    return ""


def _is_store(cell: Cell) -> bool:
    if cell.style.get("shape") == "text":
        return False
    return _STORE.search(_drawn_as(cell)) is not None or "database" in cell.attributes.get("c4Type", "").lower()
