"""Divides rules into batches, so that several processes can judge by them at once and end at about the same time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.rule import NativeCheck
from scanner.engines.selecting import Selector
from scanner.engines.subjects import OF_MODEL, Subjects
from scanner.interfaces import BoundRule
from scanner.rules.graph_functions import GRAPH_FUNCTIONS
from scanner.tickets import MOST

_COMPILING = 40
"""What it takes to compile a rule, in subjects that are judged."""
_EACH = 3
"""What it takes to judge the elements of a subject, in subjects that are judged as a whole."""
_ASKING = 5
"""What it takes to judge a subject by a rule that asks about others, in subjects that are judged."""
_ASKS = ("references(", "referrers(", "texts(")
_LEAST = 1500
"""What the smallest batch takes, in subjects that are judged: what they share is gone through once for each batch."""
_CALLS = tuple(f"{name}(" for name in ("reaches", *(one.name for one in GRAPH_FUNCTIONS)))
"""How a call begins; a longer name that ends so only costs time."""


class Shares(NamedTuple):
    """Rules, divided."""

    of_architecture: list[BoundRule]
    """All that ask about the architecture: whoever takes them makes it, beside the others."""
    batches: list[list[BoundRule]]
    """The others, for whoever comes first: what takes longest stands first, so that all end at about the same time.

    At most as many as there are tickets.
    """


def weigh(rules: Iterable[BoundRule], subjects: Subjects) -> dict[str, int]:
    """What it takes to judge by each rule, by its name, in subjects that are judged.

    What it takes to make the architecture is in none of them.

    Args:
        rules: Native rules.
        subjects: What they are put to.
    """
    return {bound.rule.name: _weight(bound, subjects) for bound in rules}


def shares(rules: Sequence[BoundRule], weights: Mapping[str, int], number: int) -> Shares:
    """Divide rules, so that several processes can take of them what they have time for.

    Args:
        rules: Native rules.
        weights: Of each of them, as :func:`weigh` tells it.
        number: How many processes there are.
    """
    architects = [bound for bound in rules if asks_of_architecture(bound)]
    others = bundles([bound for bound in rules if not asks_of_architecture(bound)])
    weighed = [(sum(weights[one.rule.name] for one in bundle), bundle) for bundle in others]
    weighed.sort(key=lambda pair: pair[0], reverse=True)
    batches: list[list[BoundRule]] = []
    left, room = sum(weight for weight, _ in weighed), 0
    for weight, bundle in weighed:
        # The fewer are left, the smaller a batch, so that nobody waits long for the last.
        if room <= 0 and len(batches) < MOST:
            batches.append([])
            room = max(left // (2 * number), _LEAST)
        batches[-1].extend(bundle)
        room -= weight
        left -= weight
    return Shares(architects, batches)


def bundles(rules: Sequence[BoundRule]) -> list[list[BoundRule]]:
    """Rules that go through the same elements of the same subjects, which are made ready once for all of them.

    Args:
        rules: Native rules.
    """
    found: dict[object, list[BoundRule]] = {}
    for bound in rules:
        check = _check(bound)
        alike = tuple((family, tuple(globs)) for family, globs in check.subject.items())
        kind: object = (check.each, alike) if check.each else bound.rule.name
        found.setdefault(kind, []).append(bound)
    return list(found.values())


def asks_of_architecture(bound: BoundRule) -> bool:
    """Whether a rule needs the architecture, which takes long to make."""
    check = _check(bound)
    if not OF_MODEL.isdisjoint(check.subject):
        return True
    return any(call in _texts(check) for call in _CALLS)


def _weight(bound: BoundRule, subjects: Subjects) -> int:
    check = _check(bound)
    number = subjects.number(next(iter(check.subject)), Selector(check))
    asking = any(call in _texts(check) for call in _ASKS)
    return number * (_ASKING if asking else _EACH if check.each else 1) + (_COMPILING if number else 0)


def _texts(check: NativeCheck) -> str:
    return "\n".join((check.when, check.where, check.assertion, check.lesser, *(one.when for one in check.reasons)))


def _check(bound: BoundRule) -> NativeCheck:
    check = bound.rule.check
    if not isinstance(check, NativeCheck):
        raise TypeError(f"{bound.rule.name} is not a native rule")
    return check
