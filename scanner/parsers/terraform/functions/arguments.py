"""Arguments as Terraform's parameter types take them: converted, never null."""

from __future__ import annotations

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.conversions import ConversionError, to_bool, to_number, to_text
from scanner.parsers.terraform.functions.registry import UnknownArgumentError
from scanner.parsers.terraform.values import first_unknown


def known(value: Value) -> Value:
    """The value itself, when no part of it is unknown.

    Raises:
        UnknownArgumentError: A part is.
    """
    part = first_unknown(value)
    if part is not None:
        raise UnknownArgumentError(part)
    return value


def text(value: Value) -> str:
    """A parameter of type string.

    Raises:
        ConversionError: It is null or no scalar.
        UnknownArgumentError: It is not known.
    """
    return to_text(_present(value))


def number(value: Value) -> int | float:
    """A parameter of type number.

    Raises:
        ConversionError: It is null or no number.
        UnknownArgumentError: It is not known.
    """
    return to_number(_present(value))


def whole(value: Value) -> int:
    """A parameter of type number that must be whole.

    Raises:
        ConversionError: It is null or no whole number.
        UnknownArgumentError: It is not known.
    """
    found = number(value)
    if not isinstance(found, int):
        raise ConversionError("not a whole number")
    return found


def boolean(value: Value) -> bool:
    """A parameter of type bool.

    Raises:
        ConversionError: It is null or no boolean.
        UnknownArgumentError: It is not known.
    """
    return to_bool(_present(value))


def _present(value: Value) -> Value:
    if isinstance(value, Unknown):
        raise UnknownArgumentError(value)
    if value is None:
        raise ConversionError("argument must not be null")
    return value
