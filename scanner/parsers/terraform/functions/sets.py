"""Functions of sets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from math import prod
from types import MappingProxyType

from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.containers import as_set, counted, identity, require_known
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, ListValue, SetValue, first_unknown, set_of
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.types import DYNAMIC, Type, convert, tuple_of, type_of, unify


def _alike(values: tuple[Value, ...]) -> tuple[list[SetValue], Type]:
    """The sets with one type of elements, and that type."""
    sets = [as_set(value, DYNAMIC) for value in values]
    types = [found.element if found else type_of(found).element or DYNAMIC for found in sets]
    element = unify(types)
    if element is None:
        raise ConversionError("given sets must all have compatible element types")
    return [as_set(found, element) for found in sets], element


def _combined(keep: Callable[[bool], bool], values: tuple[Value, ...]) -> Value:
    sets, element = _alike(values)
    require_known(*sets)
    kept = list(sets[0])
    for other in sets[1:]:
        inside = {identity(item) for item in other}
        kept = [item for item in kept if keep(identity(item) in inside)]
    return SetValue(kept, element)


def _intersection(first: Value, *others: Value) -> Value:
    return _combined(bool, (first, *others))


def _subtract(first: Value, other: Value) -> Value:
    return _combined(lambda inside: not inside, (first, other))


def _union(first: Value, *others: Value) -> Value:
    sets, element = _alike((first, *others))
    return set_of((item for found in sets for item in found), element)


def _product(*values: Value) -> Value:
    if len(values) < 2:
        raise ConversionError("at least two arguments are required")
    sources = [counted(value) for value in values]
    elements = [_element(source) for source in sources]
    ordered = not any(isinstance(source, SetValue) for source in sources)
    element = tuple_of(tuple(elements))
    total = prod(map(len, sources))
    if total == 0:
        return ListValue((), element) if ordered else SetValue((), element)
    if total * len(sources) > MAX_WEIGHT:
        raise UnsupportedError("setproduct")
    columns = [[convert(item, of) for item in source] for source, of in zip(sources, elements, strict=True)]
    rows: list[Value] = [list(row) for row in product(*columns)]
    if ordered:
        return ListValue(rows, element)
    if len(rows) > 1 and first_unknown(rows) is not None:
        require_known(rows)
    return set_of(rows, element)


def _element(source: list[Value]) -> Type:
    if isinstance(source, ListValue | SetValue):
        return type_of(source).element or DYNAMIC
    found = unify([type_of(item) for item in source])
    if found is None:
        raise ConversionError("all elements must be of the same type")
    return found


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "setintersection": Function(_intersection, parts=True),
        "setproduct": Function(_product, parts=True),
        "setsubtract": Function(_subtract, parts=True),
        "setunion": Function(_union, parts=True),
    }
)
