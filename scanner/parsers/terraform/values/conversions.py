"""Conversions between scalars as Terraform does them, and an error where it would refuse."""

from __future__ import annotations

from decimal import Decimal

from scanner.domain.resource import Value
from scanner.parsers.terraform.values import arithmetic
from scanner.parsers.terraform.values.arithmetic import (
    BigNumber,
    ConversionError,
    InexpressibleError,
    decimal_of,
    number_of,
)

__all__ = [
    "BigNumber",
    "ConversionError",
    "InexpressibleError",
    "calculate",
    "decimal_of",
    "from_decimal",
    "to_bool",
    "to_number",
    "to_text",
]
_BOOLS = {"true": True, "1": True, "false": False, "0": False}


def to_number(value: Value) -> int | float:
    """A number, or text that is written as one.

    Raises:
        ConversionError: It is none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        return arithmetic.read(value)
    raise ConversionError("number required")


def to_text(value: Value) -> str:
    """A scalar as text.

    Raises:
        ConversionError: It is null, unknown or no scalar.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, BigNumber):
        return repr(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(decimal_of(value), "f")
    raise ConversionError("string required")


def to_bool(value: Value) -> bool:
    """A boolean, or text that is written as one.

    Raises:
        ConversionError: It is none.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        if value in _BOOLS:
            return _BOOLS[value]
        if value.lower() in _BOOLS:
            raise ConversionError(f'a bool is required; to convert from string, use lowercase "{value.lower()}"')
        raise ConversionError("a bool is required")
    raise ConversionError("bool required")


def calculate(operator: str, left: Value, right: Value) -> int | float:
    """Arithmetic as Terraform does it.

    Raises:
        ConversionError: An operand is no number, or there is no result.
    """
    return arithmetic.calculate(operator, to_number(left), to_number(right))


def from_decimal(number: Decimal) -> int | float:
    """A whole number where it is one, else a float.

    Raises:
        ConversionError: There is none.
    """
    return number_of(number)
