"""Writes a drawing as SVG. All text from the system is escaped here, and names never become ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from scanner.domain.architecture import ComponentKind, Confidence
from scanner.picture.drawing import Drawing, Frame, Point
from scanner.picture.families import LEGEND, OFF_AT_FIRST, Family
from scanner.picture.scene import OUTSIDE_BAND, Box, Line, Scene
from scanner.picture.symbols import COLOURS, STYLE, SYMBOLS
from scanner.picture.wording import LAYERS, counted, fit, width, wrap

_NAMES = {layer.value: name for layer, name in LAYERS.items()} | {OUTSIDE_BAND: "Outside"}
_INSET = 8
_BOLD = 1.15
"""Bold letters are wider by so much at most."""
_CURVE = 5.0
_LEGEND_HEIGHT = 46
_LABEL = 50
_RANK = {"": 0, "review": 1, "broken": 2}


def svg(drawing: Drawing, title: str, prefix: str, *, alone: bool) -> str:
    """The picture.

    Args:
        drawing: Where everything is.
        title: What it shows.
        prefix: Of the ids, where a page holds several pictures.
        alone: It is a file of its own, with its style and a legend.
    """
    height = drawing.height + (_LEGEND_HEIGHT if alone else 0)
    off = " ".join(f"off-{family.value}" for family in Family if family in OFF_AT_FIRST)
    size = f"{_n(drawing.width)} {_n(height)}"
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{prefix}map" class="map {off}" viewBox="0 0 {size}" '
            f'width="{_n(drawing.width)}" height="{_n(height)}" role="group" '
            f'aria-labelledby="{prefix}title {prefix}desc">'
        ),
        f'<title id="{prefix}title">{escape(title)}</title>',
        f'<desc id="{prefix}desc">{escape(_described(drawing.scene))}</desc>',
        f"<style>{escape(STYLE, quote=False)}</style>" if alone else "",
        f"<defs>{''.join(_arrows(prefix))}</defs>",
        f'<rect class="paper" width="{_n(drawing.width)}" height="{_n(height)}"/>',
        *(_band(name, frame, drawing.scene) for name, frame in drawing.bands.items()),
        '<g class="lines">',
        *_lines(drawing, prefix),
        "</g>",
        '<g class="boxes">',
        *(_box(box, drawing.boxes[box.number], prefix) for box in drawing.scene.boxes),
        "</g>",
        '<g class="labels">',
        *_labels(drawing),
        "</g>",
        _legend(drawing) if alone else "",
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def hidden_note(hidden: Mapping[ComponentKind, int]) -> str:
    """What is not in the picture, in words."""
    return ", ".join(counted(count, kind) for kind, count in hidden.items())


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _described(scene: Scene) -> str:
    parts = sum(len(box.members) for box in scene.boxes)
    faults, doubts = scene.marked("broken"), scene.marked("review")
    text = f"{parts} components in {len(scene.boxes)} boxes, {len(scene.lines)} lines, {faults} with violations"
    text += f", {doubts} to review." if doubts else "."
    left_out = hidden_note(scene.hidden)
    return f"{text} Not drawn: {left_out}." if left_out else text


def _arrows(prefix: str) -> Iterator[str]:
    colours = {family.value: COLOURS[family] for family in Family} | {"broken": "#b3001b", "review": "#8a5a00"}
    for name, colour in colours.items():
        yield (
            f'<marker id="{prefix}arrow-{name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerUnits="userSpaceOnUse" '
            f'markerWidth="9" markerHeight="9" orient="auto"><path d="M0 .5 8 4 0 7.5z" fill="{colour}"/></marker>'
        )


def _band(name: str, frame: Frame, scene: Scene) -> str:
    own = [box for box in scene.boxes if box.band == name]
    count = sum(len(box.members) for box in own)
    outside = name == OUTSIDE_BAND
    kind = f"band{' outside' if outside else ''}{'' if own else ' empty'}"
    left = frame.left + 10
    words = [f'<text class="band-name" x="{_n(left)}" y="{_n(frame.top + 17)}">{_NAMES[name]}</text>']
    if not own:
        words.append(f'<text class="band-note" x="118" y="{_n(frame.top + 16)}">nothing found</text>')
    elif not outside:
        note = f"{count} component{'' if count == 1 else 's'}"
        words.append(f'<text class="band-note" x="{_n(left)}" y="{_n(frame.top + 33)}">{note}</text>')
    return f'<g><rect class="{kind}" {_rectangle(frame)}/>{"".join(words)}</g>'


def _rectangle(frame: Frame) -> str:
    return f'x="{_n(frame.left)}" y="{_n(frame.top)}" width="{_n(frame.width)}" height="{_n(frame.height)}"'


def _box(box: Box, frame: Frame, prefix: str) -> str:
    classes = " ".join(["box", *(["fold"] if box.folded else []), *filter(None, [box.marks.level])])
    told = f"{box.title}, {box.detail}" + (f", {box.group}" if box.group else "")
    told += box.marks.said
    behind = ""
    if box.folded:
        sheet = Frame(frame.left + 4, frame.top - 4, frame.width, frame.height)
        behind = f'<rect class="sheet" {_rectangle(sheet)} rx="5"/>'
    at = f"translate({_n(frame.left + 7)} {_n(frame.top + 8)})"
    symbol = f'<g class="symbol" transform="{at}">{SYMBOLS[box.kind]}</g>'
    return (
        f'<g id="{prefix}b{box.number}" class="{classes}" data-box="{box.number}" tabindex="0" role="button" '
        f'aria-label="{escape(told)}"><title>{escape(told)}</title>{behind}'
        f'<rect class="body" {_rectangle(frame)} rx="5"/>{symbol}{"".join(_words(box, frame))}</g>'
    )


def _words(box: Box, frame: Frame) -> Iterator[str]:
    """Title on one or two lines, technology, group; a broken rule takes the place of the group."""
    left, room = frame.left + 31, frame.width - 31 - _INSET
    title = wrap(box.title, room, 13 * _BOLD)
    top = frame.top + 19
    for text in title:
        yield _text("title", text, left, top, room, 13 * _BOLD)
        top += 15
    yield _text("detail", fit(box.detail, room, 11), left, top, room, 11)
    top += 14
    full = frame.width - 2 * _INSET
    names = box.marks.names
    if names:
        more = f" +{len(names) - 1}" if len(names) > 1 else ""
        rule = fit(names[0], full - width(more, 10 * _BOLD), 10 * _BOLD) + more
        yield _text("rule", rule, frame.left + _INSET, frame.top + frame.height - 7, full, 10 * _BOLD)
    elif box.group:
        yield _text("group", fit(box.group, full, 10), frame.left + _INSET, frame.top + frame.height - 7, full, 10)


def _text(kind: str, text: str, left: float, top: float, room: float, size: float) -> str:
    """Where the reader's face may be wider than ours, the text is told how long to be."""
    guess = width(text, size)
    bound = f' textLength="{_n(min(guess, room))}" lengthAdjust="spacingAndGlyphs"' if guess > room * 0.95 else ""
    return f'<text class="{kind}" x="{_n(left)}" y="{_n(top)}"{bound}>{escape(text)}</text>'


def _lines(drawing: Drawing, prefix: str) -> Iterator[str]:
    """Faint lines first, violations last and so on top."""
    order = sorted(
        drawing.scene.lines, key=lambda one: (_RANK[one.marks.level], one.family not in OFF_AT_FIRST, one.number)
    )
    for line in order:
        source, target = drawing.scene.boxes[line.source], drawing.scene.boxes[line.target]
        kinds = ", ".join(dict.fromkeys(tie.kind.value.replace("-", " ") for tie in line.ties))
        told = f"{source.title} {kinds} {target.title} ({len(line.ties)}){line.marks.said}"
        weak = " LOW" if line.confidence is Confidence.LOW else ""
        classes = f"line {line.family.value}{f' {line.marks.level}' if line.marks.level else ''}{weak}"
        way = _path(drawing.lines[line.number])
        arrow = line.marks.level or line.family.value
        yield (
            f'<g id="{prefix}l{line.number}" class="{classes}" data-line="{line.number}" data-from="{line.source}" '
            f'data-to="{line.target}" tabindex="0" role="button" aria-label="{escape(told)}">'
            f'<title>{escape(told)}</title><path class="hit" d="{way}"/>'
            f'<path class="way" d="{way}" marker-end="url(#{prefix}arrow-{arrow})"/>{_count(line, drawing)}</g>'
        )


def _count(line: Line, drawing: Drawing) -> str:
    """How many relations a line stands for, beside the box in which it begins."""
    if len(line.ties) < 2:
        return ""
    (left, top), (_, after) = drawing.lines[line.number][:2]
    shift = 0 if top == after else (11 if after > top else -4)
    return f'<text class="count" x="{_n(left + 3)}" y="{_n(top + shift)}">{len(line.ties)}</text>'


def _path(points: Sequence[Point]) -> str:
    """Straight pieces with rounded corners."""
    made = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_CURVE, _far(before, at) / 2, _far(at, after) / 2)
        begin, end = _towards(at, before, bend), _towards(at, after, bend)
        made.append(f"L{_n(begin[0])} {_n(begin[1])}Q{_n(at[0])} {_n(at[1])} {_n(end[0])} {_n(end[1])}")
    made.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return "".join(made)


def _far(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(a: Point, b: Point, by: float) -> Point:
    far = _far(a, b) or 1.0
    return a[0] + (b[0] - a[0]) * by / far, a[1] + (b[1] - a[1]) * by / far


def _labels(drawing: Drawing) -> Iterator[str]:
    """The broken rule once on each bundle of lines, at the middle of its longest level piece."""
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for line in drawing.scene.lines:
        names = line.marks.names
        if not names or (line.target, names) in seen:
            continue
        seen.add((line.target, names))
        points = drawing.lines[line.number]
        level = [(a, b) for a, b in pairwise(points) if a[1] == b[1]] or [(points[0], points[-1])]
        a, b = max(level, key=lambda pair: _far(*pair))
        more = f" +{len(names) - 1}" if len(names) > 1 else ""
        words = fit(names[0], 10.5 * _LABEL * 0.6, 10.5) + more
        half = width(words, 10.5) / 2 + 4
        middle = min(max((a[0] + b[0]) / 2, half), drawing.width - half)
        yield (
            f'<text class="label {line.marks.level}" data-line="{line.number}" x="{_n(middle)}" '
            f'y="{_n((a[1] + b[1]) / 2 - 3)}" '
            f'text-anchor="middle">{escape(words)}</text>'
        )


def _legend(drawing: Drawing) -> str:
    """Lines of the families that the picture shows, and what it leaves out."""
    shown = [family for family in Family if any(line.family is family for line in drawing.scene.lines)]
    top = drawing.height + 18
    left = 10.0
    parts = []
    for family in shown:
        if family in OFF_AT_FIRST:
            continue
        parts.append(
            f'<g class="line {family.value}"><path class="way" d="M{_n(left)} {_n(top - 4)}h34"/>'
            f'<text class="detail" x="{_n(left + 40)}" y="{_n(top)}">{LEGEND[family]}</text></g>'
        )
        left += 60 + width(LEGEND[family], 11)
    left_out = [*(LEGEND[family] for family in shown if family in OFF_AT_FIRST), hidden_note(drawing.scene.hidden)]
    words = "; ".join(word for word in left_out if word)
    if words:
        room = drawing.width - 20
        parts.append(_text("detail", fit(f"Not drawn: {words}", room, 11), 10, top + 19, room, 11))
    return f'<g class="legend">{"".join(parts)}</g>'
