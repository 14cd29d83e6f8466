"""Arguments that are lists, sets, tuples, maps or objects, as Terraform's parameter types take them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.functions.arguments import known
from scanner.parsers.terraform.functions.registry import UnknownArgumentError
from scanner.parsers.terraform.values.collections import ListValue, MapValue, SetValue, first_unknown
from scanner.parsers.terraform.values.conversions import ConversionError, decimal_of
from scanner.parsers.terraform.values.types import Type, convert, list_of, set_type


def present(value: Value) -> Value:
    """An argument that is there.

    Raises:
        ConversionError: It is null.
        UnknownArgumentError: It is not known as a whole.
    """
    if value is None:
        raise ConversionError("argument must not be null")
    if isinstance(value, Unknown):
        raise UnknownArgumentError(value)
    return value


def items(value: Value) -> list[Value]:
    """A list, tuple or set.

    Raises:
        ConversionError: It is something else.
        UnknownArgumentError: It is not known as a whole.
    """
    found = present(value)
    if not isinstance(found, list):
        raise ConversionError("a list, set or tuple is required")
    return found


def sequence(value: Value) -> list[Value]:
    """A list or tuple.

    Raises:
        ConversionError: It is something else; a set has no order.
        UnknownArgumentError: It is not known as a whole.
    """
    found = items(value)
    if isinstance(found, SetValue):
        raise ConversionError("a list or tuple is required, not a set")
    return found


def counted(value: Value) -> list[Value]:
    """A list, tuple or set whose length is known: two unknown elements of a set could be one.

    Raises:
        ConversionError: It is something else.
        UnknownArgumentError: It is not known, or its length is not.
    """
    found = items(value)
    if isinstance(found, SetValue) and len(found) > 1:
        known(found)
    return found


def as_list(value: Value, element: Type) -> ListValue:
    """A parameter of a list type.

    Raises:
        ConversionError: It cannot become one.
        UnknownArgumentError: It is not known as a whole, or a set of unknown length.
    """
    found = convert(counted(value), list_of(element))
    if not isinstance(found, ListValue):
        raise ConversionError("a list is required")
    return found


def as_set(value: Value, element: Type) -> SetValue:
    """A parameter of a set type.

    Raises:
        ConversionError: It cannot become one.
        UnknownArgumentError: It is not known as a whole.
    """
    found = convert(items(value), set_type(element))
    if not isinstance(found, SetValue):
        raise ConversionError("a set is required")
    return found


def mapping(value: Value) -> dict[str, Value]:
    """A map or object.

    Raises:
        ConversionError: It is something else.
        UnknownArgumentError: It is not known as a whole.
    """
    found = present(value)
    if not isinstance(found, dict):
        raise ConversionError("a map or object is required")
    return found


def like(given: Sequence[Value], found: list[Value]) -> list[Value]:
    """A list where a list was given, else a tuple."""
    return ListValue(found, given.element) if isinstance(given, ListValue) else found


def identity(value: Value) -> Hashable:
    """What two known values share only if Terraform holds them for equal."""
    if isinstance(value, bool) or value is None:
        return ("constant", value)
    if isinstance(value, int | float):
        return ("number", decimal_of(value))
    if isinstance(value, MapValue | dict):
        return (_family(value), frozenset((key, identity(inner)) for key, inner in value.items()))
    if isinstance(value, list):
        return (_family(value), tuple(identity(inner) for inner in value))
    return value


def _family(value: Value) -> str:
    return next((kind.__name__ for kind in (ListValue, SetValue, MapValue) if isinstance(value, kind)), "structure")


def require_known(*values: Value) -> None:
    """Check that no part is unknown.

    Raises:
        UnknownArgumentError: One is.
    """
    for value in values:
        part = first_unknown(value)
        if part is not None:
            raise UnknownArgumentError(part)
