"""Writes the model as a Mermaid flow chart that is small enough for a README."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.domain.architecture import System
from scanner.domain.finding import Finding
from scanner.picture.families import LEGEND, OFF_AT_FIRST, Family
from scanner.picture.scene import BANDS, OUTSIDE_BAND, Box, Line, Scene, compose
from scanner.picture.violations import violations
from scanner.picture.wording import LAYERS, fit

MOST = 40
"""Nodes that GitHub still draws readably."""

_MOST_LINES = 400
"""Mermaid itself refuses more than 500."""
_ARROWS = {Family.CREDENTIAL: "==>", Family.TRUST: "-.->", Family.RUNS: "-.->", Family.CODE: "-.->"}
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
    lines = [line for line in scene.lines if line.rules or line.family not in OFF_AT_FIRST]
    lines = sorted(lines, key=lambda line: (not line.rules, line.number))[:_MOST_LINES]
    red = [f"b{box.number}" for box in scene.boxes if box.rules]
    red_lines = [str(at) for at, line in enumerate(lines) if line.rules]
    return "\n".join([
        "flowchart TB",
        *(text for band in BANDS for text in _subgraph(band, scene)),
        *(f"  {_arrow(line)}" for line in lines),
        "  classDef violation fill:#fff1f0,stroke:#b3001b,stroke-width:3px,color:#1b2733",
        *([f"  class {','.join(red)} violation"] if red else []),
        *([f"  linkStyle {','.join(red_lines)} stroke:#b3001b,stroke-width:3px,color:#b3001b"] if red_lines else []),
        "",
    ])  # fmt: skip


def _small(system: System, findings: Sequence[Finding]) -> Scene:
    broken = violations(system.model, findings)
    scene = compose(system.model, broken, everything=False, room=MOST)
    for room in (14, 10, 8, 6, 4, 2):
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
    rules = "".join(f"<br/>violates {_escaped(rule)}" for rule in box.rules[:2])
    return f'b{box.number}{begin}"{_escaped(box.title)}<br/>{_escaped(box.detail)}{rules}"{end}'


def _arrow(line: Line) -> str:
    words = f"{LEGEND[line.family]}{f' x{len(line.relations)}' if len(line.relations) > 1 else ''}"
    words += "".join(f", violates {rule}" for rule in line.rules[:1])
    return f'b{line.source} {_ARROWS.get(line.family, "-->")}|"{_escaped(words)}"| b{line.target}'


def _escaped(text: str) -> str:
    return "".join(_SIGNS.get(one, one) for one in fit(text, 340, 11))
