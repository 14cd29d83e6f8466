"""Finds the arrows that a diagram shows in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.drawings import Drawing

_MOST = 2_000
_LONGEST = 2_000
"""Characters of a line that is read for arrows."""
_C4 = lazy_re.compile(r"\b(?:Bi)?Rel(?:_\w+)?\([ \t]*(?P<source>[\w.-]+)[ \t]*,[ \t]*(?P<target>[\w.-]+)")
_PLANT_END = r"(?:\[[^\]\n]{1,200}\]|\"[^\"\n]{1,200}\"|\w[\w.]{0,100})"
_PLANT = lazy_re.compile(
    rf"^[ \t]*(?P<source>{_PLANT_END})[ \t]*[<*o|]{{0,2}}[-.]{{1,9}}(?:\[[^\]\n]{{0,60}}\])?"
    rf"\w{{0,6}}[-.]{{0,9}}[>*o|]{{0,2}}[ \t]*"
    rf"(?P<target>{_PLANT_END})[ \t]*(?::|$)",
    re.MULTILINE,
)
_STRUCTURIZR = lazy_re.compile(
    r"^[ \t]*(?:\w+[ \t]*=[ \t]*)?(?P<source>[\w.]+)[ \t]*->[ \t]*(?P<target>[\w.]+)", re.MULTILINE
)
_LABEL = lazy_re.compile(r"\|[^|\n]{0,200}\||\"[^\"\n]{0,300}\"")
_SHAPE = lazy_re.compile(
    r"(?<=\w)(?:\[[^\]\n]{0,300}\]+|\({1,3}[^)\n]{0,300}\)+\]?|\{{1,2}[^}\n]{0,300}\}+|>[^\]\n]{0,300}\])"
)
_TOLD = lazy_re.compile(r"(?P<begin>--|==|-\.)[ \t]+[^-=.>|\n]{1,200}[ \t]+(?P<end>-->|---|==>|===|\.->|\.-)")
_LINK = lazy_re.compile(r"[ \t]*(?:<|\b[xo](?=--))?(?:-{2,}|={2,}|-\.{1,3}-)(?:>|[xo]\b)?[ \t]*")
_NODE = lazy_re.compile(r"[ \t]*(?P<id>\w+(?:-\w+)*)(?::::\w+)?[ \t]*")


def arrows(drawing: Drawing, text: str, elements: Sequence[Mapping[str, Value]]) -> Iterator[tuple[str, str, int]]:
    """The ids of the parts between which an arrow goes, ``''`` where it ends at no part, with its line.

    Args:
        drawing: The diagram.
        text: Of the document in which it stands.
        elements: The parts that the diagram shows.
    """
    known = {str(one["id"]) for one in elements}
    line, at = text.count("\n", 0, drawing.offset) + 1, 0
    for number, (source, target, position) in enumerate(_all(drawing)):
        if number == _MOST:
            return
        line, at = line + drawing.body.count("\n", at, position), position
        yield source if source in known else "", target if target in known else "", line


def _all(drawing: Drawing) -> Iterable[tuple[str, str, int]]:
    if drawing.syntax == "flowchart":
        return _of_chart(drawing.body)
    pattern = {"c4": _C4, "plantuml": _PLANT, "structurizr": _STRUCTURIZR}[drawing.syntax]
    found = pattern.finditer(drawing.body)
    return ((one["source"].strip('[]"'), one["target"].strip('[]"'), one.start("source")) for one in found)


def _of_chart(body: str) -> Iterator[tuple[str, str, int]]:
    position = 0
    for line in body.splitlines(keepends=True):
        bare = line.strip()
        if 0 < len(bare) <= _LONGEST and not bare.startswith(
            ("%%", "subgraph", "style", "classDef", "click", "linkStyle")
        ):
            for statement in _LABEL.sub(" ", bare).split(";"):
                for left, right in pairwise(_nodes(statement)):
                    yield from ((source, target, position) for source in left for target in right)
        position += len(line)


def _nodes(statement: str) -> list[list[str]]:
    """The nodes of a statement between its links: ``a & b --> c`` gives ``[[a, b], [c]]``."""
    plain = _TOLD.sub("-->", _SHAPE.sub(" ", statement))
    ends = [[_NODE.fullmatch(one) for one in part.split("&")] for part in _LINK.split(plain)]
    return [[one["id"] if one else "" for one in end] for end in ends]
