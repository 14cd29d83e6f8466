"""Where a judgement of a module's instance stands: with who gave the value, with the caller, or at the block itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.addresses import module_address
from scanner.domain.artifact import Location
from scanner.domain.finding import Outcome
from scanner.domain.resource import Origin, Resource
from scanner.engines.judgements import Judgement

GRAVEST_FIRST = (Outcome.FAIL, Outcome.REVIEW, Outcome.OPEN, Outcome.PASS, Outcome.NOT_APPLICABLE)
"""Outcomes by what they mean to the one who must act."""

_LAST_STEP = lazy_re.compile(r"(\.[^.\[\]]*|\[[^\[\]]*\])$")

PlaceKey = tuple[str, int, int]
Caller = tuple[str, tuple[PlaceKey, ...]]


class Cause(StrEnum):
    """Who decided what was judged."""

    BLOCK = "block"
    CALL = "call"
    ORIGIN = "origin"


class Standing(NamedTuple):
    """The place at which a judgement is told."""

    cause: Cause
    location: Location
    passed_on: Location
    """Where the block itself uses what was decided there."""


class Decided(NamedTuple):
    """Who gave what was judged."""

    origin: Origin
    attribute: str


def place_key(location: Location) -> PlaceKey:
    """Path, line and column of a place, to sort and compare by."""
    return location.path, location.start_line, location.start_column or 0


def origin_of(resource: Resource, attribute: str) -> Origin | None:
    """Who gave an attribute, or the value of which it is a part, where that is not the block."""
    path = attribute
    while path and resource.origins:
        if path in resource.origins:
            return resource.origins[path]
        shorter = _LAST_STEP.sub("", path)
        path = shorter if shorter != path else ""
    return None


def decided_by(judgement: Judgement, resource: Resource) -> Decided | None:
    """Who gave what was judged, if the block added nothing to it.

    Where a rule does not say which attribute it judges, it is whoever gave all those that are set of the attributes of
    which its assertion speaks.
    """
    if not resource.origins:
        return None
    if judgement.attribute or not judgement.asserted:
        origin = origin_of(resource, judgement.attribute)
        return Decided(origin, judgement.attribute) if origin else None
    written = sorted(name for name in judgement.asserted if resource.attributes.get(name) is not None)
    origins = [resource.origins.get(name) for name in written]
    first = origins[0] if origins else None
    if first is None or any(origin is None or origin.location != first.location for origin in origins):
        return None
    return Decided(first, written[0])


def standings(members: Sequence[tuple[Judgement, Resource]]) -> list[Standing]:
    """The place of each judgement about one attribute of one block.

    Args:
        members: Judgements with their instances.

    Returns:
        In the order of the members: at the argument or var file that gave the value; else, where the outcome depends
        on the caller, at the call that makes the difference; else where it stood.
    """
    givers = [decided_by(judgement, resource) for judgement, resource in members]
    graver: dict[Caller, int] = {}
    for (judgement, resource), given in zip(members, givers, strict=True):
        if given is None:
            caller, rank = _caller(resource), GRAVEST_FIRST.index(judgement.outcome)
            graver[caller] = min(rank, graver.get(caller, rank))
    depends = len(set(graver.values())) > 1
    shared = _places_by_rank(graver) if depends else {}
    found = []
    for (judgement, resource), given in zip(members, givers, strict=True):
        own = judgement.location
        if given is not None:
            found.append(Standing(Cause.ORIGIN, given.origin.location, _line_of(resource, given.attribute, own)))
        elif depends and resource.calls:
            found.append(Standing(Cause.CALL, _parting(resource, graver[_caller(resource)], shared), own))
        else:
            found.append(Standing(Cause.BLOCK, own, own))
    return found


def _line_of(resource: Resource, attribute: str, otherwise: Location) -> Location:
    """The line of an attribute where the rule named none; else the place that the judgement has already."""
    position = resource.positions.get(attribute)
    if position is None or otherwise != resource.location:
        return otherwise
    return Location(path=resource.location.path, start_line=position.line, start_column=position.column)


def _caller(resource: Resource) -> Caller:
    return module_address(resource), tuple(place_key(call) for call in resource.calls)


def _places_by_rank(graver: Mapping[Caller, int]) -> dict[PlaceKey, set[int]]:
    ranks: dict[PlaceKey, set[int]] = defaultdict(set)
    for (_, calls), rank in graver.items():
        for call in calls:
            ranks[call].add(rank)
    return ranks


def _parting(resource: Resource, rank: int, shared: Mapping[PlaceKey, set[int]]) -> Location:
    """The innermost call through which nobody comes who fares otherwise; the innermost of all if there is none."""
    own = (call for call in reversed(resource.calls) if shared[place_key(call)] == {rank})
    return next(own, resource.calls[-1])
