"""Functions of maps and objects."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import text
from scanner.parsers.terraform.functions.containers import (
    as_list,
    identity,
    mapping,
    present,
    require_known,
    sequence,
)
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, ListValue, MapValue
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.types import DYNAMIC, STRING, convert, list_of, map_of, type_of, unify


def _keys(value: Value) -> Value:
    found = mapping(value)
    names: list[Value] = [*sorted(found)]
    return ListValue(names, STRING) if isinstance(found, MapValue) else names


def _lookup(values: Value, key: Value, *default: Value) -> Value:
    if len(default) > 1:
        raise ConversionError("lookup() takes two or three arguments")
    found = mapping(values)
    name = text(key)
    # Even a default that is not used must be of the map's type.
    other = convert(default[0], found.element) if default and isinstance(found, MapValue) else next(iter(default), None)
    if name in found:
        return found[name]
    if not default:
        raise ConversionError("lookup failed to find the key")
    return other


def _matchkeys(values: Value, keys: Value, searchset: Value) -> Value:
    found, names, wanted = as_list(values, DYNAMIC), as_list(keys, DYNAMIC), as_list(searchset, DYNAMIC)
    common = unify([type_of(names), type_of(wanted)])
    if common is None:
        raise ConversionError("keys and searchset must be of the same type")
    if len(found) != len(names):
        raise ConversionError("length of keys and values should be equal")
    if not wanted:
        return ListValue((), found.element)
    # Terraform answers with an empty list where an element of the search set is unknown, which may be wrong.
    require_known(found, names, wanted)
    same = {identity(item) for item in sequence(convert(wanted, common))}
    pairs = zip(found, sequence(convert(names, common)), strict=True)
    return ListValue([value for value, name in pairs if identity(name) in same], found.element)


def _merge(*maps: Value) -> Value:
    merged: dict[str, Value] = {}
    for value in maps:
        if value is not None:
            merged.update(mapping(value))
        if len(merged) > MAX_WEIGHT:
            raise UnsupportedError("merge")
    first = maps[0] if maps else None
    if isinstance(first, MapValue) and all(type_of(value) == type_of(first) for value in maps):
        return MapValue(merged, first.element)
    return merged


def _transpose(value: Value) -> Value:
    found = convert(mapping(value), map_of(list_of(STRING)))
    require_known(found)
    transposed: dict[str, list[Value]] = {}
    for key, names in sorted(mapping(found).items()):
        for name in sequence(names):
            transposed.setdefault(str(present(name)), []).append(key)
    lists = {name: ListValue(keys, STRING) for name, keys in sorted(transposed.items())}
    return MapValue(lists, list_of(STRING))


def _values(value: Value) -> Value:
    found = mapping(value)
    inner = [found[key] for key in sorted(found)]
    return ListValue(inner, found.element) if isinstance(found, MapValue) else inner


def _zipmap(keys: Value, values: Value) -> Value:
    names, found = as_list(keys, STRING), sequence(values)
    require_known(names)
    if len(names) != len(found):
        raise ConversionError("number of keys does not match number of values")
    pairs = [(str(present(name)), value) for name, value in zip(names, found, strict=True)]
    return MapValue(pairs, found.element) if isinstance(found, ListValue) else dict(pairs)


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "keys": Function(_keys, parts=True),
        "lookup": Function(_lookup, parts=True, takes_unknown=True),
        "matchkeys": Function(_matchkeys, parts=True),
        "merge": Function(_merge, parts=True),
        "transpose": Function(_transpose, parts=True),
        "values": Function(_values, parts=True),
        "zipmap": Function(_zipmap, parts=True),
    }
)
