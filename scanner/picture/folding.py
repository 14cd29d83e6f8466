"""Folds the components of a crowded band: copies first, then groups, then kinds, until the band is readable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from scanner.domain.architecture import Component

ROOM = 14
"""Boxes of one band that a reader takes in."""

MANY = 40
"""Components from which on copies are folded in every band: a system that is deployed to seven places is one system."""

_FEW = 3
"""Components of a band with violations that each have a box, however little room there is."""

Members = tuple[int, ...]
_Key = Callable[[Component], Hashable]


def _copy(one: Component) -> Hashable:
    return one.kind, one.title, one.technology


def _group_and_kind(one: Component) -> Hashable:
    return one.group, one.kind


def _group(one: Component) -> Hashable:
    return one.group


def _outer_group(one: Component) -> Hashable:
    for mark in ("/", "."):
        if mark in one.group:
            return one.group.rpartition(mark)[0]
    return one.group


def _technology(one: Component) -> Hashable:
    return one.kind, one.technology


def _kind(one: Component) -> Hashable:
    return one.kind


_LEVELS: Sequence[tuple[_Key, int]] = (
    (_copy, 2), (_group_and_kind, 3), (_technology, 3), (_group, 3), (_outer_group, 2), (_kind, 2),
)  # fmt: skip
"""By what components are put together, and the least number that is worth it; the likest come first."""


class Kept(NamedTuple):
    """What is told apart from the rest."""

    ids: frozenset[str]
    """Components with violations: each has a box of its own while there is room."""
    alike: Mapping[str, Hashable]
    """What they break: only those that break the same are folded into one box."""


def fold(
    components: Sequence[Component], band: Sequence[int], kept: Kept, degree: Mapping[str, int], room: int
) -> list[Members]:
    """Members of each box of a band, in a stable order.

    Args:
        components: All components of the model.
        band: Positions of those of this band.
        kept: Components that are not folded with others.
        degree: Relations by component: what little is related to is folded first.
        room: Boxes above which is folded.
    """
    order = sorted(band, key=lambda at: (components[at].group, components[at].title, components[at].id))
    alone: list[Members] = [(at,) for at in order if components[at].id in kept.ids]
    free: list[Members] = [(at,) for at in order if components[at].id not in kept.ids]
    if len(alone) > max(room, _FEW):
        alone = _fold_marked(components, alone, kept, degree, max(room * 2 // 3, 1))
    # What must stay is not what makes a band hard to read: the rest has half the room at least.
    space = max(room - len(alone), room // 2)
    if len(components) > MANY:
        free = _fold_by(_copy, 3, components, free, degree, 0)
    for key, least in _LEVELS:
        if len(free) <= space:
            break
        free = _fold_by(key, least, components, free, degree, space)
    rank = {at: number for number, at in enumerate(order)}
    return sorted([*alone, *free], key=lambda members: min(rank[at] for at in members))


def _fold_marked(
    components: Sequence[Component], alone: list[Members], kept: Kept, degree: Mapping[str, int], space: int
) -> list[Members]:
    """Fold what breaks the same rules; where those are still too many, whatever breaks some."""

    def broken(one: Component) -> Hashable:
        return kept.alike.get(one.id)

    levels: Sequence[_Key] = (lambda one: (broken(one), _copy(one)), lambda one: (broken(one), one.kind), broken)
    for key in (*levels, lambda one: bool(broken(one))):
        if len(alone) <= space:
            break
        alone = _fold_by(key, 2, components, alone, degree, space)
    return alone


def _fold_by(
    key: _Key,
    least: int,
    components: Sequence[Component],
    boxes: Sequence[Members],
    degree: Mapping[str, int],
    space: int,
) -> list[Members]:
    """Put boxes together whose members are alike, the largest and least related first, until they have room."""
    alike: dict[Hashable, list[Members]] = defaultdict(list)
    for box in boxes:
        alike[key(components[box[0]])].append(box)
    count = len(boxes)
    made: list[Members] = []
    for found in sorted(alike.values(), key=lambda own: _order(own, components, degree)):
        if count > space and len(found) >= least:
            made.append(tuple(sorted(chain.from_iterable(found))))
            count -= len(found) - 1
        else:
            made.extend(found)
    return made


def _order(
    boxes: Sequence[Members], components: Sequence[Component], degree: Mapping[str, int]
) -> tuple[int, float, int]:
    members = list(chain.from_iterable(boxes))
    related = sum(degree.get(components[at].id, 0) for at in members) / len(members)
    return -len(boxes), related, members[0]
