"""What is drawn: boxes, each a component or several folded into one, and the lines between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.architecture import ArchitectureModel, Component, ComponentKind, Confidence, LayerId, Relation
from scanner.picture.families import FAMILIES, OUTSIDE, SUPPORT, Family
from scanner.picture.folding import MANY, ROOM, fold
from scanner.picture.violations import Violations
from scanner.picture.wording import LAYERS, common_name, counted, safe

OUTSIDE_BAND = "outside"

BANDS = (*(layer.value for layer in LAYERS), OUTSIDE_BAND)
"""Layers from top to bottom, then what is not the supplier's."""

_SUREST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@dataclass(frozen=True)
class Box:
    """A component, or several folded into one."""

    number: int
    band: str
    title: str
    detail: str
    """Technology, or what the fold holds."""
    group: str
    kind: ComponentKind
    members: tuple[int, ...]
    """Positions in the model's components."""
    rules: tuple[str, ...] = ()
    """Names of the rules that are broken here."""

    @property
    def folded(self) -> bool:
        """Whether it stands for several components."""
        return len(self.members) > 1


@dataclass(frozen=True)
class Line:
    """Relations of one family between two boxes."""

    number: int
    source: int
    target: int
    family: Family
    relations: tuple[int, ...]
    """Positions in the model's relations."""
    confidence: Confidence
    """Of the surest of them."""
    rules: tuple[str, ...] = ()
    """Names of the rules that are broken by it."""


@dataclass(frozen=True)
class Scene:
    """Boxes and lines of one picture, and how many components of which kind are not in it."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    hidden: Mapping[ComponentKind, int]


def compose(model: ArchitectureModel, broken: Violations, *, everything: bool, room: int = ROOM) -> Scene:
    """Decide what is drawn.

    Args:
        model: Components and relations.
        broken: Violations; what they touch is always drawn, and never folded.
        everything: Secrets, settings, networks, identities and libraries as well.
        room: Boxes of one band above which groups are folded.
    """
    touched = broken.touched()
    bands: dict[str, list[int]] = {band: [] for band in BANDS}
    hidden: dict[ComponentKind, int] = defaultdict(int)
    for position, component in enumerate(model.components):
        if component.kind in SUPPORT and not everything and component.id not in touched:
            hidden[component.kind] += 1
        else:
            bands[_band(component)].append(position)
    degree = _degrees(model)
    if room == ROOM and sum(map(len, bands.values())) <= MANY:
        room = MANY
    boxes: list[Box] = []
    for band, positions in bands.items():
        for members in fold(model.components, positions, touched, degree, room):
            boxes.append(_box(len(boxes), band, members, model.components, broken))
    return Scene(tuple(boxes), _lines(boxes, model, broken), dict(sorted(hidden.items())))


def _band(component: Component) -> str:
    return OUTSIDE_BAND if component.kind in OUTSIDE else LayerId(component.layer).value


def _degrees(model: ArchitectureModel) -> Mapping[str, int]:
    degree: dict[str, int] = defaultdict(int)
    for relation in model.relations:
        degree[relation.source] += 1
        degree[relation.target] += 1
    return degree


def _box(number: int, band: str, members: tuple[int, ...], all_of: Sequence[Component], broken: Violations) -> Box:
    own = [all_of[position] for position in members]
    first = own[0]
    groups = {component.group for component in own}
    group = safe(first.group) if len(groups) == 1 else f"in {len(groups)} places"
    if len(own) == 1:
        rules = tuple(dict.fromkeys(found.rule for found in broken.components.get(first.id, ())))
        detail = safe(first.technology) or counted(1, first.kind)
        return Box(number, band, safe(first.title) or safe(first.id), detail, group, first.kind, members, rules)
    kinds: dict[ComponentKind, int] = defaultdict(int)
    for component in own:
        kinds[component.kind] += 1
    most = sorted(kinds.items(), key=lambda item: (-item[1], item[0].value))
    detail = ", ".join(counted(count, kind) for kind, count in most[:2]) + (" …" if len(most) > 2 else "")
    title = common_name([safe(component.title) for component in own]) or (group if len(groups) == 1 and group else "")
    title = title or f"{len(own)} {LAYERS[first.layer].lower() if band != OUTSIDE_BAND else 'outside'} components"
    return Box(number, band, title, detail, group if group != title else "", most[0][0], members)


def _lines(boxes: Sequence[Box], model: ArchitectureModel, broken: Violations) -> tuple[Line, ...]:
    """Relations between different boxes, put together by family; a family never hides a broken rule of another."""
    home = {model.components[position].id: box.number for box in boxes for position in box.members}
    gathered: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for position, relation in enumerate(model.relations):
        source, target = home.get(relation.source), home.get(relation.target)
        if source is not None and target is not None and source != target:
            gathered[source, target, FAMILIES[relation.kind].value].append(position)
    lines: list[Line] = []
    for (source, target, family), positions in sorted(gathered.items()):
        own = [model.relations[position] for position in positions]
        surest = min(own, key=lambda one: _SUREST.index(one.confidence)).confidence
        line = Line(len(lines), source, target, Family(family), tuple(positions), surest, _rules(own, broken))
        lines.append(line)
    return tuple(lines)


def _rules(relations: Sequence[Relation], broken: Violations) -> tuple[str, ...]:
    found = (broken.relations.get((one.source, one.target, one.kind.value), ()) for one in relations)
    return tuple(dict.fromkeys(violation.rule for each in found for violation in each))
