"""Divides rules into shares that take about the same time, so that several processes can judge by them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heapreplace

from scanner.domain.rule import NativeCheck
from scanner.engines.selecting import Selector
from scanner.engines.subjects import OF_MODEL, Subjects
from scanner.interfaces import BoundRule
from scanner.rules.graph_functions import GRAPH_FUNCTIONS

_COMPILING = 40
"""What it takes to compile a rule, in subjects that are judged."""
_EACH = 3
"""What it takes to judge the elements of a subject, in subjects that are judged as a whole."""
_ASKING = 5
"""What it takes to judge a subject by a rule that asks about others, in subjects that are judged."""
_ASKS = ("references(", "referrers(", "texts(")
_MODELLING = 14_000
"""What it takes to begin with the architecture, in subjects that are judged."""
_MODELLED = 2
"""Resources from which the architecture is made in the time in which one subject is judged."""
_MODEL = object()
_CALLS = tuple(f"{name}(" for name in ("reaches", *(one.name for one in GRAPH_FUNCTIONS)))
"""How a call begins; a longer name that ends so only costs time."""


def shares(rules: Sequence[BoundRule], subjects: Subjects, number: int, beside: int = 0) -> list[list[BoundRule]]:
    """Shares of rules, each in the order of the rules.

    All that ask about the architecture are in the first one: whoever takes that one makes it, beside the others.

    Args:
        rules: Native rules.
        subjects: What they are put to.
        number: How many shares; some may be empty.
        beside: What else the last of several shares has to do, in subjects that are judged.
    """
    weights = {tuple(bound.rule.name for bound in bundle): weight(bundle, subjects) for bundle in bundles(rules)}
    made: list[tuple[int, int, set[str]]] = [
        (beside * (0 < place == number - 1), place, set()) for place in range(number)
    ]
    heapify(made)
    for alike in sorted(weights, key=lambda names: (-weights[names], names)):
        taken, place, names = made[0]
        heapreplace(made, (taken + weights[alike], place, names.union(alike)))
    architects = {bound.rule.name for bound in rules if asks_of_architecture(bound)}
    chosen = sorted((names for _, _, names in made), key=lambda names: names.isdisjoint(architects))
    return [[bound for bound in rules if bound.rule.name in names] for names in chosen]


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
        found.setdefault(_MODEL if asks_of_architecture(bound) else kind, []).append(bound)
    return list(found.values())


def weight(bundle: Sequence[BoundRule], subjects: Subjects) -> int:
    """What it takes to judge by some rules, in subjects that are judged.

    Args:
        bundle: One of :func:`bundles`.
        subjects: What they are put to.
    """
    makes = any(asks_of_architecture(bound) for bound in bundle)
    return makes * (_MODELLING + subjects.size // _MODELLED) + sum(_weight(bound, subjects) for bound in bundle)


def effort(rules: Iterable[BoundRule], subjects: Subjects) -> int:
    """As :func:`weight`, without what it takes to begin with the architecture.

    Args:
        rules: Native rules.
        subjects: What they are put to.
    """
    return sum(_weight(bound, subjects) for bound in rules)


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
