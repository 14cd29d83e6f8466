"""Writes the model as a Mermaid flow chart that is small enough for a README."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.domain.finding import Finding
from scanner.domain.system import System
from scanner.picture.families import OFF_AT_FIRST, Family
from scanner.picture.scene import BANDS, OUTSIDE_BAND, Box, Line, Scene, compose
from scanner.picture.violations import violations
from scanner.picture.wording import LAYERS, fit

MOST = 40
"""Nodes that GitHub still draws readably."""

_MOST_LINES = 400
"""Mermaid itself refuses more than 500."""
_ARROWS = {Family.CREDENTIAL: "==>", Family.TRUST: "-.->", Family.RUNS: "-.->", Family.CODE: "-.->"}
_MARKS = {
    "broken": ("violation", "#fff1f0", "#b3001b", ""),
    "review": ("review", "#fff8e6", "#8a5a00", ",stroke-dasharray:6 3"),
}
_SIGNS = {
    "&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "`": "#96;", "\\": "#92;",
    "[": "#91;", "]": "#93;", "{": "#123;", "}": "#125;", "(": "#40;", ")": "#41;", "|": "#124;", "*": "#42;",
    "_": "#95;", "%": "#37;", ";": "#59;", ":": "#58;", "/": "#47;", "$": "#36;", "~": "#126;",
}  # fmt: skip
_ROUND = {"store": ("[(", ")]"), "queue": ("[/", "/]"), "national": ("([", "])"), "external": ("([", "])")}


def render_mermaid(system: System, findings: Sequence[Finding]) -> str:
    """The flow chart, folded until it has few nodes.

    Args:
        system: With its model.
        findings: Of an assessment; none where no rule was asked.
    """
    scene = _small(system, findings)
    lines = [line for line in scene.lines if line.marks.level or line.family not in OFF_AT_FIRST]
    lines = sorted(lines, key=lambda line: (not line.marks.broken, not line.marks.review, line.number))[:_MOST_LINES]
    return "\n".join([
        "flowchart TB",
        *(text for band in BANDS for text in _subgraph(band, scene)),
        *(f"  {_arrow(line)}" for line in lines),
        *_styles(scene, lines),
        "",
    ])  # fmt: skip


def _styles(scene: Scene, lines: Sequence[Line]) -> Iterator[str]:
    for level, (name, fill, stroke, dashes) in _MARKS.items():
        boxes = [f"b{box.number}" for box in scene.boxes if box.marks.level == level]
        marked = [str(at) for at, line in enumerate(lines) if line.marks.level == level]
        if boxes:
            yield f"  classDef {name} fill:{fill},stroke:{stroke},stroke-width:3px,color:#1b2733{dashes}"
            yield f"  class {','.join(boxes)} {name}"
        if marked:
            yield f"  linkStyle {','.join(marked)} stroke:{stroke},stroke-width:3px,color:{stroke}"


def _small(system: System, findings: Sequence[Finding]) -> Scene:
    broken = violations(system.model, findings)
    scene = compose(system.model, broken, everything=False, room=MOST)
    for room in (14, 10, 8, 6, 4, 2, 1):
        if len(scene.boxes) <= MOST:
            break
        scene = compose(system.model, broken, everything=False, room=room)
    return scene


def _subgraph(band: str, scene: Scene) -> Iterator[str]:
    own = [box for box in scene.boxes if box.band == band]
    if own:
        names = {layer.value: name for layer, name in LAYERS.items()} | {OUTSIDE_BAND: "Outside"}
        yield f'  subgraph layer{BANDS.index(band)}["{names[band]}"]'
        yield from (f"    {_node(box)}" for box in own)
        yield "  end"


def _node(box: Box) -> str:
    begin, end = _ROUND.get(box.kind.value, ("[", "]"))
    word = "violates" if box.marks.broken else "to review under"
    rules = "".join(f"<br/>{word} {_escaped(rule)}" for rule in box.marks.names[:2])
    return f'b{box.number}{begin}"{_escaped(box.title)}<br/>{_escaped(box.detail)}{rules}"{end}'


def _arrow(line: Line) -> str:
    kinds = ", ".join(dict.fromkeys(tie.kind.value.replace("-", " ") for tie in line.ties))
    words = f"{kinds}{f' x{len(line.ties)}' if len(line.ties) > 1 else ''}"
    words += "".join(f", violates {rule}" for rule in line.marks.broken[:1])
    words += "".join(f", to review under {rule}" for rule in line.marks.names[:1] if not line.marks.broken)
    return f'b{line.source} {_ARROWS.get(line.family, "-->")}|"{_escaped(words)}"| b{line.target}'


def _escaped(text: str) -> str:
    return "".join(_SIGNS.get(one, one) for one in fit(text, 440, 11))
