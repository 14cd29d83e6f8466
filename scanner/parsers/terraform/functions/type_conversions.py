"""Functions that bring a value to a type, or say what Terraform keeps about it beside the value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.functions.registry import Function, UnknownArgumentError
from scanner.parsers.terraform.values.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    Type,
    convert,
    list_of,
    map_of,
    set_type,
)


def _to(wanted: Type) -> Callable[[Value], Value]:
    return lambda value: convert(value, wanted)


def _sensitive(value: Value) -> Value:
    del value  # never carried on
    return Unknown(reason=UnknownReason.SENSITIVE, text="sensitive(…)")


def _same(value: Value) -> Value:
    return value


def _is_sensitive(value: Value) -> bool:
    if isinstance(value, Unknown) and value.reason is not UnknownReason.SENSITIVE:
        raise UnknownArgumentError(value)
    return isinstance(value, Unknown)


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "ephemeralasnull": Function(_same, parts=True, takes_unknown=True),
        "issensitive": Function(_is_sensitive, parts=True, takes_unknown=True),
        "nonsensitive": Function(_same, parts=True, takes_unknown=True),
        "sensitive": Function(_sensitive, parts=True, takes_unknown=True),
        "tobool": Function(_to(BOOL), parts=True),
        "tolist": Function(_to(list_of(DYNAMIC)), parts=True),
        "tomap": Function(_to(map_of(DYNAMIC)), parts=True),
        "tonumber": Function(_to(NUMBER), parts=True),
        "toset": Function(_to(set_type(DYNAMIC)), parts=True),
        "tostring": Function(_to(STRING), parts=True),
    }
)
