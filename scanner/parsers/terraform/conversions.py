"""Numbers and conversions between scalars as Terraform does them, and an answer where it would be an error."""

from __future__ import annotations

from decimal import Context, Decimal, DecimalException, DivisionByZero, Inexact, InvalidOperation, Overflow

from scanner.domain.resource import Value

_EXACT = Context(prec=60, Emax=300, Emin=-300, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact])
_MAX_DIGITS = 100


class ConversionError(ValueError):
    """Terraform would refuse the value, or we cannot give it exactly."""


def to_number(value: Value) -> int | float:
    """A number, or text that is written as one.

    Raises:
        ConversionError: It is none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and 0 < len(value) < _MAX_DIGITS and value[-1].isdigit() and value.isascii():
        try:
            return from_decimal(_EXACT.create_decimal(value))
        except DecimalException as error:
            raise ConversionError("not a number") from error
    raise ConversionError("not a number")


def to_text(value: Value) -> str:
    """A scalar as text.

    Raises:
        ConversionError: It is null, unknown or no scalar.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    raise ConversionError("not text")


def to_bool(value: Value) -> bool:
    """A boolean, or text that is written as one.

    Raises:
        ConversionError: It is none.
    """
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise ConversionError("not a boolean")


def calculate(operator: str, left: Value, right: Value) -> int | float:
    """Arithmetic, exact or not at all.

    Raises:
        ConversionError: An operand is no number, or the result cannot be given exactly.
    """
    first, second = Decimal(repr(to_number(left))), Decimal(repr(to_number(right)))
    try:
        match operator:
            case "+":
                result = _EXACT.add(first, second)
            case "-":
                result = _EXACT.subtract(first, second)
            case "*":
                result = _EXACT.multiply(first, second)
            case "/":
                result = _EXACT.divide(first, second)
            case _:
                result = _EXACT.remainder(first, second)
    except DecimalException as error:
        raise ConversionError("no exact result") from error
    return from_decimal(result)


def from_decimal(number: Decimal) -> int | float:
    """A whole number where it is one, else a float that is written alike.

    Raises:
        ConversionError: There is none.
    """
    if not number.is_finite() or abs(number.adjusted()) > _MAX_DIGITS:
        raise ConversionError("not a number that can be given exactly")
    if number == number.to_integral_value():
        return int(number)
    value = float(number)
    if Decimal(repr(value)) != number:
        raise ConversionError("not a number that can be given exactly")
    return value
