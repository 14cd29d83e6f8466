"""Divides rules into shares that take about the same time, so that several processes can judge by them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heapreplace

from scanner.domain.rule import NativeCheck
from scanner.engines.subjects import Selector, Subjects
from scanner.interfaces import BoundRule

_COMPILING = 40
"""What it takes to compile a rule, in subjects that are judged."""
_EACH = 3
"""What it takes to judge the elements of a subject, in subjects that are judged as a whole."""


def shares(rules: Sequence[BoundRule], subjects: Subjects, number: int) -> list[list[BoundRule]]:
    """Shares of rules, each in the order of the rules.

    Args:
        rules: Native rules.
        subjects: What they are put to.
        number: How many shares; some may be empty.
    """
    weights = {
        tuple(bound.rule.name for bound in bundle): sum(_weight(bound, subjects) for bound in bundle)
        for bundle in _bundles(rules)
    }
    made: list[tuple[int, int, set[str]]] = [(0, place, set()) for place in range(number)]
    heapify(made)
    for alike in sorted(weights, key=lambda names: (-weights[names], names)):
        taken, place, names = made[0]
        heapreplace(made, (taken + weights[alike], place, names.union(alike)))
    return [
        [bound for bound in rules if bound.rule.name in names] for _, _, names in sorted(made, key=lambda one: one[1])
    ]


def _bundles(rules: Sequence[BoundRule]) -> Iterable[list[BoundRule]]:
    """Rules that go through the same elements of the same subjects, which are made ready once for all of them."""
    found: dict[object, list[BoundRule]] = {}
    for bound in rules:
        check = _check(bound)
        alike = tuple((family, tuple(globs)) for family, globs in check.subject.items())
        found.setdefault((check.each, alike) if check.each else bound.rule.name, []).append(bound)
    return found.values()


def _weight(bound: BoundRule, subjects: Subjects) -> int:
    check = _check(bound)
    number = subjects.number(next(iter(check.subject)), Selector(check))
    return number * (_EACH if check.each else 1) + (_COMPILING if number else 0)


def _check(bound: BoundRule) -> NativeCheck:
    check = bound.rule.check
    if not isinstance(check, NativeCheck):
        raise TypeError(f"{bound.rule.name} is not a native rule")
    return check
