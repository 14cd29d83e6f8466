"""Where a judgement of a module's instance stands: with who gave the value, with the caller, or at the block itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from scanner.domain.addresses import module_address
from scanner.domain.artifact import Location
from scanner.domain.finding import Outcome
from scanner.domain.resource import Origin, Resource
from scanner.engines.judgements import Judgement

GRAVEST_FIRST = (Outcome.FAIL, Outcome.REVIEW, Outcome.OPEN, Outcome.PASS, Outcome.NOT_APPLICABLE)
"""Outcomes by what they mean to the one who must act."""

_LAST_STEP = re.compile(r"(\.[^.\[\]]*|\[[^\[\]]*\])$")

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


def standings(members: Sequence[tuple[Judgement, Resource]]) -> list[Standing]:
    """The place of each judgement about one attribute of one block.

    Args:
        members: Judgements with their instances.

    Returns:
        In the order of the members: at the argument or var file that gave the value; else, where the outcome depends
        on the caller, at the call that makes the difference; else where it stood.
    """
    origins = [origin_of(resource, judgement.attribute) for judgement, resource in members]
    graver: dict[Caller, int] = {}
    for (judgement, resource), origin in zip(members, origins, strict=True):
        if origin is None:
            caller, rank = _caller(resource), GRAVEST_FIRST.index(judgement.outcome)
            graver[caller] = min(rank, graver.get(caller, rank))
    depends = len(set(graver.values())) > 1
    shared = _places_by_rank(graver) if depends else {}
    found = []
    for (judgement, resource), origin in zip(members, origins, strict=True):
        if origin is not None:
            found.append(Standing(Cause.ORIGIN, origin.location))
        elif depends and resource.calls:
            found.append(Standing(Cause.CALL, _parting(resource, graver[_caller(resource)], shared)))
        else:
            found.append(Standing(Cause.BLOCK, judgement.location))
    return found


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
