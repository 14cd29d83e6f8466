"""Values while they are evaluated: which collection they are, unknown parts, equality, order and size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from scanner.domain.resource import Unknown, UnknownReason, UnknownText, Value
from scanner.parsers.terraform.values.arithmetic import BigNumber, decimal_of
from scanner.parsers.terraform.values.conversions import to_text
from scanner.parsers.terraform.values.kinds import DYNAMIC, Kind, Type

__all__ = [
    "MAX_LEVELS",
    "MAX_WEIGHT",
    "BigNumber",
    "ListValue",
    "MapValue",
    "SetValue",
    "UnknownText",
    "bounded",
    "count_leaves",
    "equal",
    "equality",
    "first_unknown",
    "is_partial",
    "is_sensitive",
    "plain_unknown",
    "set_of",
    "sort_key",
    "unknown",
    "weigh",
]
MAX_WEIGHT = 50_000
"""Scalars in one value, with 64 characters counted as one."""
MAX_LEVELS = 80
"""Lists and maps in one another; a chain of locals could build thousands."""


@lru_cache(maxsize=4096)
def unknown(reason: UnknownReason, text: str) -> Unknown:
    """An unknown value."""
    return Unknown(reason=reason, text=text)


def plain_unknown(value: Unknown) -> Unknown:
    """The unknown value without what is known of it as a text, for anything else that is made of it."""
    return value if type(value) is Unknown else unknown(value.reason, value.text)


def is_sensitive(value: Value) -> bool:
    """Whether the value as a whole is hidden."""
    return isinstance(value, Unknown) and value.reason is UnknownReason.SENSITIVE


def is_partial(value: Value) -> bool:
    """Whether this is an object that finds its attributes only when they are asked for, by a method ``missing``."""
    return isinstance(value, dict) and type(value) is not dict and hasattr(value, "missing")


class ListValue(list[Value]):
    """A Terraform list; a plain list is a tuple.

    Args:
        items: Already of the element type.
        element: Type of the elements.
    """

    __slots__ = ("element",)

    def __init__(self, items: Iterable[Value] = (), element: Type = DYNAMIC) -> None:
        super().__init__(items)
        self.element = element


class SetValue(list[Value]):
    """A Terraform set: without order of its own, kept in the order in which Terraform goes through it.

    Args:
        items: Already of the element type, sorted and without repetition; see :func:`set_of`.
        element: Type of the elements.
    """

    __slots__ = ("element",)

    def __init__(self, items: Iterable[Value] = (), element: Type = DYNAMIC) -> None:
        super().__init__(items)
        self.element = element


class MapValue(dict[str, Value]):
    """A Terraform map; a plain dict is an object.

    Args:
        items: Already of the element type.
        element: Type of the elements.
    """

    __slots__ = ("element",)

    def __init__(self, items: Mapping[str, Value] | Iterable[tuple[str, Value]] = (), element: Type = DYNAMIC) -> None:
        super().__init__(items)
        self.element = element


SortKey = tuple[int, object]


def sort_key(value: Value) -> SortKey:
    """Order of the elements of a set, which all have one type: null behind the known, the unknown last."""
    if isinstance(value, str):
        return 0, value
    if isinstance(value, bool):
        return 0, value
    if isinstance(value, int):
        return 0, value
    if isinstance(value, float):
        return 0, decimal_of(value)
    if isinstance(value, Unknown):
        return 3, value.text
    return (2, 0) if value is None else (1, _mark(value))


def _mark(value: Value) -> str:
    """Text by which Terraform orders what has no order: two values have the same only if they are equal."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, MapValue):
        return (
            "{" + "".join(f"{json.dumps(key, ensure_ascii=False)}:{_mark(value[key])};" for key in sorted(value)) + "}"
        )
    if isinstance(value, dict):
        return "<" + "".join(f"{_mark(value[key])};" for key in sorted(value)) + ">"
    if isinstance(value, list):
        return "[" + "".join(f"{_mark(item)};" for item in value) + "]"
    if isinstance(value, Unknown):
        return "?"
    return "~" if value is None else to_text(value)


def set_of(values: Iterable[Value], element: Type = DYNAMIC) -> SetValue:
    """A set, in the order in which Terraform goes through it.

    Args:
        values: All of one type; unknown ones are kept apart, for each may be another value.
        element: Type of the elements.
    """
    kept: dict[object, Value] = {}
    for value in values:
        known: Value | int = len(kept) if isinstance(value, Unknown) or _has_unknown(value) else _mark(value)
        kept.setdefault((type(value) if isinstance(value, list | dict) else None, type(value) is bool, known), value)
    try:
        return SetValue(sorted(kept.values(), key=sort_key), element)
    except TypeError:  # not of one type: a caller without knowledge of types
        return SetValue(sorted(kept.values(), key=_mark), element)


def _has_unknown(value: Value) -> bool:
    return isinstance(value, list | dict) and first_unknown(value) is not None


def weigh(value: Value) -> int:
    """Scalars in a value, counted no further than just above :data:`MAX_WEIGHT`; too deep a value weighs as much."""
    if not isinstance(value, dict | list):
        return _weight(value)
    total = 0
    waiting: list[tuple[dict[str, Value] | list[Value], int]] = [(value, 0)]
    while waiting and total <= MAX_WEIGHT:
        current, level = waiting.pop()
        total += 1
        if level + bool(current) > MAX_LEVELS:  # what it holds is one level deeper
            return MAX_WEIGHT + 1
        for inner in current.values() if isinstance(current, dict) else current:
            if isinstance(inner, dict | list):
                waiting.append((inner, level + 1))
            else:
                total += _weight(inner)
    return total


def _weight(scalar: Value) -> int:
    return 1 + len(scalar) // 64 if isinstance(scalar, str) else 1


def bounded(value: Value, text: str) -> Value:
    """The value, or unknown where it has grown out of all proportion."""
    if isinstance(value, str):
        too_large = len(value) > 64 * MAX_WEIGHT
    else:
        too_large = isinstance(value, list | dict) and weigh(value) > MAX_WEIGHT
    return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text) if too_large else value


def first_unknown(value: Value) -> Unknown | None:
    """Some unknown part of a value, if it has one."""
    if isinstance(value, str | int | float) or value is None:
        return None
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
    return equality(left, right) is True


def equality(left: Value, right: Value) -> bool | Unknown:
    """Terraform's equality; a list never equals a tuple, nor a map an object.

    Returns:
        The unknown part on which the answer hangs, if there is one.
    """
    if isinstance(left, Unknown):
        return left if _may_be(left, right) else False
    if isinstance(right, Unknown):
        return right if _may_be(right, left) else False
    if left is None or right is None:
        return left is right
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, list | dict) or isinstance(right, list | dict):
        return _equal_parts(left, right)
    return left == right


def _may_be(hidden: Unknown, value: Value) -> bool:
    """Whether a value that is not known can turn out to be this one."""
    if not isinstance(hidden, UnknownText) or isinstance(value, Unknown):
        return True
    return isinstance(value, str) and value.startswith(hidden.prefix)


_COLLECTIONS = (ListValue, SetValue, MapValue)


def _equal_parts(left: Value, right: Value) -> bool | Unknown:
    if is_partial(left) or is_partial(right):
        return first_unknown(left) or first_unknown(right) or False
    if _family(left) is not _family(right):
        return False
    if isinstance(left, _COLLECTIONS) and isinstance(right, _COLLECTIONS) and not left and not right:
        return Kind.DYNAMIC in (left.element.kind, right.element.kind) or left.element == right.element
    other_type = not isinstance(left, _COLLECTIONS) and _names(left) != _names(right)
    if other_type:
        return False
    part = first_unknown(left) or first_unknown(right)
    if part is not None:
        return part
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equality(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(equality(*pair) for pair in zip(left, right, strict=True))
    return False


def _names(value: Value) -> object:
    """What tells the type of one tuple or object from another's."""
    return value.keys() if isinstance(value, dict) else len(value) if isinstance(value, list) else None


def _family(value: Value) -> type:
    for marker in _COLLECTIONS:
        if isinstance(value, marker):
            return marker
    return list if isinstance(value, list) else dict if isinstance(value, dict) else type(None)


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
