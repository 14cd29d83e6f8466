"""Functions that choose one of several values, or judge them all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.functions.containers import as_list, counted
from scanner.parsers.terraform.functions.registry import Function, UnknownArgumentError
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.types import BOOL, STRING, convert, type_of, unify


def _alltrue(value: Value) -> bool:
    """False as soon as an element is; like Terraform, not where an unknown one stands before it."""
    for item in as_list(value, BOOL):
        if isinstance(item, Unknown):
            raise UnknownArgumentError(item)
        if item is not True:
            return False
    return True


def _anytrue(value: Value) -> bool:
    found = as_list(value, BOOL)
    if True in found:
        return True
    for item in found:
        if isinstance(item, Unknown):
            raise UnknownArgumentError(item)
    return False


def _coalesce(*values: Value) -> Value:
    common = unify([type_of(value) for value in values])
    if common is None:
        raise ConversionError("all arguments must have the same type")
    for value in values:
        found = convert(value, common)
        if isinstance(found, Unknown):
            raise UnknownArgumentError(found)
        if found is not None and not (common == STRING and found == ""):
            return found
    raise ConversionError("no non-null, non-empty-string arguments")


def _one(value: Value) -> Value:
    found = counted(value)
    if len(found) > 1:
        raise ConversionError("must be a list, set, or tuple value with either zero or one elements")
    return found[0] if found else None


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "alltrue": Function(_alltrue, parts=True),
        "anytrue": Function(_anytrue, parts=True),
        "coalesce": Function(_coalesce, parts=True, takes_unknown=True),
        "one": Function(_one, parts=True),
    }
)
