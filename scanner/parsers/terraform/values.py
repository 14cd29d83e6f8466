"""Values while they are evaluated: sets, unknown parts, equality and size."""

from __future__ import annotations

from collections.abc import Iterable

from scanner.domain.resource import Unknown, UnknownReason, Value

MAX_WEIGHT = 50_000
"""Scalars in one value, with 64 characters counted as one."""
MAX_LEVELS = 80
"""Lists and maps in one another; a chain of locals could build thousands."""


class SetValue(list[Value]):
    """A Terraform set: a list without order of its own, kept sorted."""


def set_of(values: Iterable[Value]) -> SetValue:
    """A set of known values, in the order in which Terraform goes through it."""
    kept: list[Value] = []
    seen: set[str] = set()
    for value in values:
        mark = f"{type(value).__name__}:{value!r}"
        if mark not in seen:
            seen.add(mark)
            kept.append(value)
    if all(isinstance(value, str) for value in kept) or all(type(value) in (int, float) for value in kept):
        kept.sort(key=_order)
    return SetValue(kept)


def _order(value: Value) -> tuple[float, str]:
    return (value, "") if isinstance(value, int | float) else (0, str(value))


def weigh(value: Value) -> int:
    """Scalars in a value, counted no further than just above :data:`MAX_WEIGHT`; too deep a value weighs as much."""
    total = 0
    waiting: list[tuple[Value, int]] = [(value, 0)]
    while waiting and total <= MAX_WEIGHT:
        current, level = waiting.pop()
        total += 1
        if level > MAX_LEVELS:
            return MAX_WEIGHT + 1
        if isinstance(current, str):
            total += len(current) // 64
        elif isinstance(current, dict):
            waiting.extend((inner, level + 1) for inner in current.values())
        elif isinstance(current, list):
            waiting.extend((inner, level + 1) for inner in current)
    return total


def bounded(value: Value, text: str) -> Value:
    """The value, or unknown where it has grown out of all proportion."""
    if isinstance(value, list | dict | str) and weigh(value) > MAX_WEIGHT:
        return Unknown(reason=UnknownReason.EXPRESSION_NOT_SUPPORTED, text=text)
    return value


def first_unknown(value: Value) -> Unknown | None:
    """Some unknown part of a value, if it has one."""
    waiting: list[Value] = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Unknown):
            return current
        if isinstance(current, dict):
            waiting.extend(current.values())
        elif isinstance(current, list):
            waiting.extend(current)
    return None


def equal(left: Value, right: Value) -> bool:
    """Terraform's equality of two values that are wholly known: types count, ``1 == "1"`` is false."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(equal(a, b) for a, b in zip(left, right, strict=True))
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict | list) or isinstance(right, dict | list):
        return False
    return left == right


def count_leaves(value: Value) -> tuple[int, int]:
    """How many scalars of a value are known, and how many are not."""
    known = unknown = 0
    waiting: list[Value] = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict):
            waiting.extend(current.values())
        elif isinstance(current, list):
            waiting.extend(current)
        elif isinstance(current, Unknown):
            unknown += 1
        else:
            known += 1
    return known, unknown
