"""Writes the map as SVG, and as a page of one file that needs nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.finding import Finding
from scanner.domain.system import System
from scanner.picture.drawing import Drawing, draw
from scanner.picture.facts import facts_of, place, scene_facts
from scanner.picture.families import LEGEND, OFF_AT_FIRST, Family
from scanner.picture.naming import plain_technology
from scanner.picture.scene import BANDS, OUTSIDE_BAND, Scene, compose
from scanner.picture.svg import hidden_note, svg
from scanner.picture.symbols import STYLE
from scanner.picture.violations import Marks, Violations, violations
from scanner.picture.wording import LAYERS, safe

_UNFOLDED = 120
"""Components that are still drawn without folds."""


def render_svg(system: System, findings: Sequence[Finding]) -> str:
    """The first view as a picture of its own.

    Args:
        system: With its model.
        findings: Of an assessment; none where no rule was asked.
    """
    broken = violations(system.model, findings)
    return svg(draw(compose(system.model, broken, everything=False)), _title(system), "m-", alone=True)


def render_page(system: System, findings: Sequence[Finding]) -> str:
    """The page: the picture, a list of all components for who cannot see it, and facts for who clicks.

    Args:
        system: With its model.
        findings: Of an assessment; none where no rule was asked.
    """
    model, broken = system.model, violations(system.model, findings)
    views = _views(model, broken)
    first, drawings = views["first"], list(views.values())
    facts = facts_of(model, broken) | {"scenes": [scene_facts(drawing.scene) for drawing in drawings]}
    style = f"{STYLE}\n{_asset('map.css')}"
    script = _asset("map.js")
    title = _title(system)
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'"
    return "\n".join([
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}; form-action \'none\'">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *_header(title, first.scene, views),
        '<main><div id="stage">',
        *_scenes(views, title),
        '</div><aside id="facts" aria-live="polite" tabindex="-1" hidden></aside></main>',
        *_list(model, broken),
        f'<script type="application/json" id="data">{_embedded(facts)}</script>',
        f"<script>{script}</script>",
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def _title(system: System) -> str:
    return f"Architecture of {safe(system.source.uri)}"


def _asset(name: str) -> str:
    return (files("scanner.picture") / "assets" / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _embedded(facts: object) -> str:
    """JSON that cannot end the element in which it stands."""
    text = json.dumps(facts, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _views(model: ArchitectureModel, broken: Violations) -> dict[str, Drawing]:
    """The first view; with what it leaves out; and each without folds, where that is few enough boxes to draw."""
    views: dict[str, Drawing] = {}
    for name, everything in (("first", False), ("everything", True)):
        scene = compose(model, broken, everything=everything)
        if everything and not views["first"].scene.hidden:
            continue
        views[name] = draw(scene)
        count = sum(len(box.members) for box in scene.boxes)
        if count <= _UNFOLDED and len(scene.boxes) < count:
            views[f"{name}-unfolded"] = draw(compose(model, broken, everything=everything, folded=False))
    return views


def _said(scene: Scene) -> str:
    faults, doubts = scene.marked("broken"), scene.marked("review")
    said = f'<strong class="faults">{faults} marked red</strong>' if faults else "no violation marked"
    return said + (f', <strong class="doubts">{doubts} to review</strong>' if doubts else "")


def _header(title: str, scene: Scene, views: Mapping[str, Drawing]) -> Iterator[str]:
    yield f'<header><h1>{escape(title)}</h1><p class="said">{_said(scene)}</p>'
    yield '<div class="tools" hidden><label for="search">Search</label><input id="search" type="search" '
    yield 'autocomplete="off" placeholder="component, technology, path"><output id="found"></output>'
    yield '<button id="wider" type="button" aria-label="Zoom in">+</button>'
    yield '<button id="closer" type="button" aria-label="Zoom out">&minus;</button>'
    yield '<button id="fit" type="button">Fit</button></div>'
    used = {line.family for drawing in views.values() for line in drawing.scene.lines}
    yield f'<fieldset class="legend"{"" if used or scene.hidden else " hidden"}><legend>Lines</legend>'
    for family in Family:
        if family in used:
            on = "" if family in OFF_AT_FIRST else " checked"
            yield (
                f'<label><input type="checkbox" data-family="{family.value}"{on} disabled>'
                f'<svg class="map" width="34" height="8" aria-hidden="true"><g class="line {family.value}">'
                f'<path class="way" d="M0 4h34"/></g></svg>{LEGEND[family]}</label>'
            )
    if "everything" in views:
        yield f'<label><input type="checkbox" id="everything" disabled>also {hidden_note(scene.hidden)}</label>'
    if any(name.endswith("-unfolded") for name in views):
        yield '<label><input type="checkbox" id="unfolded" disabled>unfold what is folded</label>'
    for level, words in (("broken", "violates a rule"), ("review", "for a person to review")):
        if scene.marked(level):
            yield (
                f'<span class="mark"><svg class="map" width="24" height="14" aria-hidden="true"><g class="{level}">'
                f'<rect class="body" x="2" y="2" width="20" height="10" rx="2"/></g></svg>{words}</span>'
            )
    yield "</fieldset></header>"


def _scenes(views: Mapping[str, Drawing], title: str) -> Iterator[str]:
    for number, (name, drawing) in enumerate(views.items()):
        yield f'<div class="scene" data-scene="{name}"{" hidden" if number else ""}>'
        yield svg(drawing, title, f"s{number}-", alone=False)
        yield "</div>"


def _list(model: ArchitectureModel, broken: Violations) -> Iterator[str]:
    """All components by layer, also for who sees no pictures or runs no scripts."""
    names = {layer.value: name for layer, name in LAYERS.items()} | {OUTSIDE_BAND: "Outside"}
    yield f'<details id="list"><summary>All {len(model.components)} components as a list</summary>'
    for band in BANDS[:-1]:
        own = sorted((one for one in model.components if one.layer.value == band), key=lambda one: (one.title, one.id))
        if own:
            yield f"<h2>{names[band]}</h2><ul>"
            for one in own:
                marks = Marks.of(broken.components.get(one.id, ()))
                kind = "faults" if marks.broken else "doubts"
                red = f' <strong class="{kind}">{escape(marks.said.removeprefix(", "))}</strong>' if marks.said else ""
                words = ", ".join(filter(None, (one.kind.value, plain_technology(one.technology))))
                yield (
                    f"<li><b>{escape(safe(one.title) or safe(one.id))}</b> {escape(words)} "
                    f"<code>{escape(place(one.location))}</code>{red}</li>"
                )
            yield "</ul>"
    yield "</details>"
