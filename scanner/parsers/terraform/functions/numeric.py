"""Functions of numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from types import MappingProxyType

from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import known, number
from scanner.parsers.terraform.functions.floating import logarithm, power
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.conversions import ConversionError, decimal_of, from_decimal

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MAX_DIGITS = 1_000
_MAX_INT = 1 << 63
_WIDE = Context(prec=4_000)


def integer(value: Value) -> int:
    """A whole number that fits into 64 bits, as most functions want theirs.

    Raises:
        ConversionError: It is null, no number, broken or too large.
        UnknownArgumentError: It is not known.
    """
    found = whole(value)
    if not -_MAX_INT <= found < _MAX_INT:
        raise ConversionError("value must be a whole number, between -9223372036854775808 and 9223372036854775807")
    return found


def whole(value: Value) -> int:
    """A whole number of any size.

    Raises:
        ConversionError: It is null, no number or broken.
        UnknownArgumentError: It is not known.
    """
    found = number(value)
    if found != math.floor(found):
        raise ConversionError("value must be a whole number")
    return int(decimal_of(found))


def _abs(value: Value) -> int | float:
    found = number(value)
    return from_decimal(decimal_of(found).copy_abs()) if found < 0 else found


def _ceil(value: Value) -> int:
    return int(decimal_of(number(value)).to_integral_value(ROUND_CEILING, _WIDE))


def _floor(value: Value) -> int:
    return int(decimal_of(number(value)).to_integral_value(ROUND_FLOOR, _WIDE))


def _max(*values: Value) -> int | float:
    return _extreme([number(value) for value in values], largest=True)


def _min(*values: Value) -> int | float:
    return _extreme([number(value) for value in values], largest=False)


def _extreme(numbers: list[int | float], *, largest: bool) -> int | float:
    if not numbers:
        raise ConversionError("must pass at least one number")
    return max(numbers, key=decimal_of) if largest else min(numbers, key=decimal_of)


def _log(value: Value, base: Value) -> int | float:
    top, bottom = logarithm(_double(value)), logarithm(_double(base))
    if bottom == 0:
        raise UnsupportedError("log")  # infinity, or no number at all
    return _finite(top / bottom, "log")


def _pow(value: Value, exponent: Value) -> int | float:
    base, by = _double(value), _double(exponent)
    if by in (0.5, -0.5) and base > 0:
        root = math.sqrt(base)
        return _finite(root if by > 0 else 1 / root, "pow")
    if by != math.floor(by):
        raise UnsupportedError("pow")  # not exact to the last digit
    return _finite(power(base, by), "pow")


def _double(value: Value) -> float:
    try:
        return float(number(value))
    except OverflowError as error:
        raise ConversionError("a number that is too large") from error


def _finite(result: float, name: str) -> int | float:
    if not math.isfinite(result):
        raise UnsupportedError(name)  # Terraform goes on with infinity, which no value here stands for
    return from_decimal(Decimal(repr(result)))


def _signum(value: Value) -> int:
    found = integer(value)
    return (found > 0) - (found < 0)


def _parseint(value: Value, base: Value) -> int:
    written = known(value)
    if not isinstance(written, str):
        raise ConversionError("first argument must be a string")
    radix = integer(base)
    if not 2 <= radix <= len(_DIGITS):
        raise ConversionError("base must be a whole number between 2 and 62 inclusive")
    digits = written[1:] if written[:1] in ("-", "+") else written
    if len(digits) > _MAX_DIGITS:
        raise UnsupportedError("parseint")
    found = 0
    for digit in digits if radix > 36 else digits.lower():
        place = _DIGITS.find(digit, 0, radix)
        if place < 0:
            raise ConversionError("not an integer in that base")
        found = found * radix + place
    if not digits:
        raise ConversionError("not an integer in that base")
    return -found if written.startswith("-") else found


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "abs": Function(_abs),
        "ceil": Function(_ceil),
        "floor": Function(_floor),
        "log": Function(_log),
        "max": Function(_max),
        "min": Function(_min),
        "parseint": Function(_parseint),
        "pow": Function(_pow),
        "signum": Function(_signum),
    }
)
