"""What is drawn: boxes, each a component or several folded into one, and the lines between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scanner.domain.architecture import ArchitectureModel, Component, ComponentKind, Confidence, LayerId
from scanner.picture.families import FAMILIES, OUTSIDE, SUPPORT, Family
from scanner.picture.folding import MANY, ROOM, Kept, Members, fold
from scanner.picture.naming import fold_words, home_label, plain_technology
from scanner.picture.shortcuts import SURE, Tie, lone_services, ties
from scanner.picture.violations import Marks, Violation, Violations
from scanner.picture.wording import LAYERS, counted, safe

OUTSIDE_BAND = "outside"

BANDS = (*(layer.value for layer in LAYERS), OUTSIDE_BAND)
"""Layers from top to bottom, then what is not the supplier's."""

MOST = 60
"""Boxes that a reader takes in."""


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
    marks: Marks = field(default_factory=Marks)
    """Rules that are broken here, or to review."""
    inner: tuple[int, ...] = ()
    """Positions of components that are but a name of a member, and not drawn themselves."""

    @property
    def folded(self) -> bool:
        """Whether it stands for several components."""
        return len(self.members) > 1


@dataclass(frozen=True)
class Line:
    """Relations of one family between two boxes, or several in a row that lead from one to the other."""

    number: int
    source: int
    target: int
    family: Family
    ties: tuple[Tie, ...]
    confidence: Confidence
    """Of the surest of them."""
    marks: Marks = field(default_factory=Marks)
    """Rules that are broken by it, or to review."""


@dataclass(frozen=True)
class Scene:
    """Boxes and lines of one picture, and how many components of which kind are not in it."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    hidden: Mapping[ComponentKind, int]

    def marked(self, level: str) -> int:
        """Boxes and lines that are ``broken``, or to ``review``."""
        return [*(one.marks.level for one in self.boxes), *(one.marks.level for one in self.lines)].count(level)


def compose(
    model: ArchitectureModel, broken: Violations, *, everything: bool, room: int = ROOM, folded: bool = True
) -> Scene:
    """Decide what is drawn.

    Args:
        model: Components and relations.
        broken: Violations; what they touch is always drawn, and folded only where it is too much for a reader.
        everything: Secrets, settings, networks, identities and libraries as well.
        room: Boxes of one band above which groups are folded.
        folded: Whether any are folded.
    """
    touched = broken.touched()
    inside = {} if everything else {key: own for key, own in lone_services(model).items() if key not in touched}
    bands: dict[str, list[int]] = {band: [] for band in BANDS}
    hidden: dict[ComponentKind, int] = defaultdict(int)
    absent: set[str] = set()
    for position, one in enumerate(model.components):
        if not everything and one.id not in touched and (one.kind in SUPPORT or one.id in inside):
            hidden[one.kind] += 1
            absent.add(one.id)
        else:
            bands[_band(one)].append(position)
    drawn = ties(model, absent)
    sets = _sets(model, bands, broken, room) if folded else {band: [(at,) for at in own] for band, own in bands.items()}
    within: dict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(model.components):
        if one.id in inside:
            within[inside[one.id]].append(position)
    boxes: list[Box] = []
    for band, own in sets.items():
        for members in own:
            boxes.append(_box(len(boxes), band, members, model.components, broken, within))
    return Scene(tuple(boxes), _lines(boxes, model, drawn, broken), dict(sorted(hidden.items())))


def _sets(
    model: ArchitectureModel, bands: Mapping[str, Sequence[int]], broken: Violations, room: int
) -> dict[str, list[Members]]:
    """Members of the boxes of each band; where they are too many boxes still, there is less room for each band."""
    degree = _degrees(model)
    if room == ROOM and sum(map(len, bands.values())) <= MANY:
        room = MANY
    touched = broken.touched()
    alike = {one.id: Marks.of(broken.components.get(one.id, ())).broken for one in model.components}
    while True:
        sets = {band: fold(model.components, own, Kept(touched, alike), degree, room) for band, own in bands.items()}
        if sum(map(len, sets.values())) <= MOST or room <= 2:
            return sets
        room = room * 3 // 4


def _band(component: Component) -> str:
    return OUTSIDE_BAND if component.kind in OUTSIDE else LayerId(component.layer).value


def _degrees(model: ArchitectureModel) -> Mapping[str, int]:
    degree: dict[str, int] = defaultdict(int)
    for relation in model.relations:
        degree[relation.source] += 1
        degree[relation.target] += 1
    return degree


def _box(
    number: int,
    band: str,
    members: Members,
    all_of: Sequence[Component],
    broken: Violations,
    within: Mapping[str, Sequence[int]],
) -> Box:
    own = [all_of[position] for position in members]
    marks = Marks.of(found for one in own for found in broken.components.get(one.id, ()))
    inner = tuple(position for one in own for position in within.get(one.id, ()))
    first = own[0]
    if len(own) == 1:
        detail = plain_technology(first.technology) or counted(1, first.kind)
        title = safe(first.title) or safe(first.id)
        return Box(number, band, title, detail, home_label(first), first.kind, members, marks, inner)
    title, detail, group = fold_words(own)
    kind = Counter(one.kind for one in own).most_common(1)[0][0]
    return Box(number, band, title, detail, group, kind, members, marks, inner)


def _lines(
    boxes: Sequence[Box], model: ArchitectureModel, drawn: Sequence[Tie], broken: Violations
) -> tuple[Line, ...]:
    """Relations between different boxes, put together by family; a family never hides a broken rule of another."""
    home = {model.components[position].id: box.number for box in boxes for position in box.members}
    gathered: dict[tuple[int, int, str], list[Tie]] = defaultdict(list)
    for tie in drawn:
        source, target = home.get(tie.source), home.get(tie.target)
        if source is not None and target is not None and source != target:
            gathered[source, target, FAMILIES[tie.kind].value].append(tie)
    lines: list[Line] = []
    for (source, target, family), own in sorted(gathered.items()):
        surest = min(own, key=lambda one: SURE.index(one.confidence)).confidence
        marks = Marks.of(_found(own, model, broken))
        lines.append(Line(len(lines), source, target, Family(family), tuple(own), surest, marks))
    return tuple(lines)


def _found(own: Sequence[Tie], model: ArchitectureModel, broken: Violations) -> Iterator[Violation]:
    for tie in own:
        for position in tie.relations:
            one = model.relations[position]
            yield from broken.relations.get((one.source, one.target, one.kind.value), ())
