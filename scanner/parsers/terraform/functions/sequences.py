"""Functions of lists and tuples."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from types import MappingProxyType

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.functions.arguments import number
from scanner.parsers.terraform.functions.containers import (
    as_list,
    counted,
    identity,
    items,
    like,
    present,
    require_known,
    sequence,
)
from scanner.parsers.terraform.functions.graphemes import clusters
from scanner.parsers.terraform.functions.numeric import integer
from scanner.parsers.terraform.functions.registry import Function, UnknownArgumentError, UnsupportedError
from scanner.parsers.terraform.values.collections import (
    MAX_WEIGHT,
    ListValue,
    SetValue,
    equality,
    first_unknown,
    plain_unknown,
)
from scanner.parsers.terraform.values.conversions import ConversionError, calculate, decimal_of
from scanner.parsers.terraform.values.types import (
    DYNAMIC,
    NUMBER,
    STRING,
    Kind,
    Type,
    convert,
    list_of,
    type_of,
    unify,
)

_MAX_RANGE = 1024
_STRUCTURES = frozenset({Kind.DYNAMIC, Kind.LIST, Kind.SET, Kind.TUPLE})


def _chunklist(value: Value, size: Value) -> Value:
    found, length = as_list(value, DYNAMIC), integer(size)
    if length < 0:
        raise ConversionError("the size argument must be positive")
    chunks: list[Value] = []
    if found:
        step = length or len(found)
        chunks = [ListValue(found[start : start + step], found.element) for start in range(0, len(found), step)]
    return ListValue(chunks, list_of(found.element))


def _coalescelist(*values: Value) -> Value:
    if not values:
        raise ConversionError("at least one argument is required")
    for value in values:
        if isinstance(value, Unknown):
            break
        if not isinstance(value, list) or isinstance(value, SetValue):
            raise ConversionError("coalescelist arguments must be lists or tuples")
    for value in values:
        if sequence(value):
            return value
    raise ConversionError("no non-null arguments")


def _compact(value: Value) -> Value:
    found = as_list(value, STRING)
    require_known(found)
    return ListValue([text for text in found if text is not None and text != ""], STRING)


def _concat(*values: Value) -> Value:
    if not values:
        raise ConversionError("at least one argument is required")
    lists = [sequence(value) for value in values]
    if sum(map(len, lists)) > MAX_WEIGHT:
        raise UnsupportedError("concat")
    if all(isinstance(found, ListValue) for found in lists):
        common = unify([type_of(found) for found in lists])
        if common is not None and common.kind is Kind.LIST:
            joined = [item for found in lists for item in sequence(convert(found, common))]
            return ListValue(joined, common.element or DYNAMIC)
    return [item for found in lists for item in found]


def _contains(value: Value, wanted: Value) -> bool:
    part, target = None, present(wanted)
    for item in items(value):
        same = equality(target, item)
        if same is True:
            return True
        if isinstance(same, Unknown):
            part = same
    if part is not None:
        raise UnknownArgumentError(part)
    return False


def _distinct(value: Value) -> Value:
    found = as_list(value, DYNAMIC)
    require_known(found)
    kept: dict[Hashable, Value] = {}
    for item in found:
        kept.setdefault(identity(item), item)
    return ListValue(kept.values(), found.element)


def _element(value: Value, index: Value) -> Value:
    found, place = sequence(value), integer(index)
    if not found:
        raise ConversionError("cannot use element function with an empty list")
    if place < 0 and place % len(found) and not isinstance(found, ListValue):
        raise ConversionError("Terraform 1.11 breaks on a negative index into a tuple")
    return found[place % len(found)]


def _flatten(value: Value) -> Value:
    found: list[Value] = []
    waiting: list[tuple[Value, Type]] = [(items(value), DYNAMIC)]
    while waiting:
        current, of = waiting.pop()
        if isinstance(current, Unknown) and of.kind in _STRUCTURES:  # it may be a list itself
            raise UnknownArgumentError(current)
        if isinstance(current, list):
            element = current.element if isinstance(current, ListValue | SetValue) else DYNAMIC
            waiting.extend((item, element) for item in reversed(counted(current)))
        else:
            found.append(current)
        if len(waiting) + len(found) > MAX_WEIGHT:
            raise UnsupportedError("flatten")
    return found


def _index(value: Value, wanted: Value) -> int:
    found = sequence(value)
    target = present(wanted)
    for place, item in enumerate(found):
        same = equality(item, target)
        if isinstance(same, Unknown):
            raise UnknownArgumentError(same)
        if same:
            return place
    raise ConversionError("item not found")


def _length(value: Value) -> int:
    found = present(value)
    if isinstance(found, str):
        return len(clusters(found))
    if isinstance(found, dict):
        return len(found)
    return len(counted(found))


def _range(*limits: Value) -> Value:
    numbers = [number(limit) for limit in limits]
    match numbers:
        case [end]:
            start, step = 0, -1 if end < 0 else 1
        case [start, end]:
            step = -1 if end < start else 1
        case [start, end, step]:
            pass
        case _:
            raise ConversionError("must have one, two, or three arguments")
    last, sign = decimal_of(end), -1 if step < 0 else 1
    if (last - decimal_of(start)) * sign < 0:
        raise ConversionError("end is on the other side of start than step goes")
    found: list[Value] = []
    current: int | float = start
    while (decimal_of(current) - last) * sign < 0:
        if len(found) == _MAX_RANGE:
            raise ConversionError("more than 1024 values were generated")
        found.append(current)
        current = calculate("+", current, step)
    return ListValue(found, NUMBER)


def _reverse(value: Value) -> Value:
    found = counted(value)
    if isinstance(found, SetValue):
        return ListValue(reversed(found), found.element)
    return like(found, found[::-1])


def _slice(value: Value, start: Value, end: Value) -> Value:
    found, first, last = sequence(value), integer(start), integer(end)
    if not 0 <= first <= last <= len(found):
        raise ConversionError("start and end index must lie within the list, in this order")
    return like(found, found[first:last])


def _sort(value: Value) -> Value:
    found = as_list(value, STRING)
    part = first_unknown(found)
    if part is None and None in found:
        raise ConversionError("given list element is null; a null string cannot be sorted")
    # An unknown element could come anywhere, and each of the others with it: no more than the length is known.
    return ListValue([plain_unknown(part)] * len(found) if part else sorted(map(str, found)), STRING)


def _sum(value: Value) -> int | float:
    found = items(value)
    if not found:
        raise ConversionError("cannot sum an empty list")
    require_known(found)
    total = number(found[0])
    for item in found[1:]:
        total = calculate("+", total, number(item))
    return total


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "chunklist": Function(_chunklist, parts=True),
        "coalescelist": Function(_coalescelist, parts=True, takes_unknown=True),
        "compact": Function(_compact, parts=True),
        "concat": Function(_concat, parts=True),
        "contains": Function(_contains, parts=True),
        "distinct": Function(_distinct, parts=True),
        "element": Function(_element, parts=True),
        "flatten": Function(_flatten, parts=True),
        "index": Function(_index, parts=True),
        "length": Function(_length, parts=True),
        "range": Function(_range),
        "reverse": Function(_reverse, parts=True),
        "slice": Function(_slice, parts=True),
        "sort": Function(_sort, parts=True),
        "sum": Function(_sum, parts=True),
    }
)
