"""Numbers as Terraform holds them: binary floating point with 512 bits, written as the shortest decimal."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TypeAlias

from scanner import lazy_re

BITS = 512
"""Of a number's mantissa."""
_MAX_EXPONENT = 1_000
"""Decimal digits before or behind the point; a longer number is an attack, not a setting."""
_DIGITS = 156
"""Decimal digits that tell any two numbers apart."""
_NUMBER = lazy_re.compile(r"([+-]?)(\d*)(?:\.(\d*))?(?:([eEpP])([+-]?\d{1,6}))?", re.ASCII)
_EXACT = Context(prec=4 * _MAX_EXPONENT)
Ratio: TypeAlias = tuple[int, int]
"""Numerator and denominator; the denominator is a power of two."""


class ConversionError(ValueError):
    """Terraform would refuse the value, or we cannot give it."""


class InexpressibleError(ConversionError):
    """Terraform has a value here, such as infinity, which we do not carry."""


class BigNumber(float):
    """A number that is no short decimal, such as ``1/3``: the nearest float, with what Terraform holds."""

    __slots__ = ("exact",)
    exact: Decimal

    def __new__(cls, exact: Decimal) -> BigNumber:
        """A float that also carries the number exactly."""
        number = super().__new__(cls, exact)
        number.exact = exact
        return number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int | float) and self.exact == decimal_of(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.exact)

    def __repr__(self) -> str:
        return format(self.exact, "f")

    def __reduce__(self) -> tuple[object, ...]:
        return BigNumber, (self.exact,)


def decimal_of(number: float) -> Decimal:
    """The decimal as which a number is read.

    Args:
        number: A float is read as its shortest decimal.

    Raises:
        InexpressibleError: It is infinite or no number.
    """
    if isinstance(number, BigNumber):
        return number.exact
    if isinstance(number, int):
        return Decimal(number)
    if number - number != 0:
        raise InexpressibleError("a number that is not finite")
    return Decimal(repr(number))


def number_of(exact: Decimal) -> int | float:
    """The number as which a decimal is carried: whole where it is whole, else a float.

    Raises:
        InexpressibleError: It is infinite or no number, or has too many digits.
    """
    if not exact.is_finite() or abs(exact.adjusted()) > _MAX_EXPONENT:
        raise InexpressibleError("a number with too many digits")
    if exact == exact.to_integral_value(context=_EXACT):
        return int(exact)
    value = float(exact)
    return value if Decimal(repr(value)) == exact else BigNumber(exact)


def read(text: str) -> int | float:
    """The number that a text writes in decimal digits.

    Raises:
        InexpressibleError: It is infinite, or has too many digits.
        ConversionError: It writes no number.
    """
    if text.isdigit() and text.isascii() and len(text) < 19:
        return int(text)
    found = _NUMBER.fullmatch(text) if len(text) <= 4 * _MAX_EXPONENT else None
    if found is None or not (found[2] or found[3]):
        if text.lstrip("+-") in ("inf", "Inf") and len(text) <= 4:
            raise InexpressibleError("infinity")
        raise ConversionError("a number is required")
    sign, whole, part, mark, exponent = found.groups()
    digits, shift = int(f"{sign}{whole}{part or ''}"), -len(part or "")
    numerator, denominator = digits, 1
    power = int(exponent or "0")
    if abs(power) > 4 * _MAX_EXPONENT:
        raise InexpressibleError("a number with too many digits")
    if mark in ("p", "P"):
        numerator, denominator = _scaled(numerator, denominator, 2, power)
    else:
        shift += power
    return carried(_rounded(*_scaled(numerator, denominator, 10, shift)))


def _scaled(numerator: int, denominator: int, base: int, power: int) -> tuple[int, int]:
    return (numerator * base**power, denominator) if power >= 0 else (numerator, denominator * base**-power)


def ratio_of(number: float) -> Ratio:
    """What Terraform holds for a number."""
    if isinstance(number, int):
        return _rounded(number, 1)
    numerator, denominator = decimal_of(number).as_integer_ratio()
    return _rounded(numerator, denominator)


def _rounded(numerator: int, denominator: int) -> Ratio:
    """The nearest number with 512 bits, the even one of two."""
    if numerator == 0:
        return 0, 1
    size = abs(numerator)
    shift = BITS + 1 - (size.bit_length() - denominator.bit_length())
    quotient, rest = divmod(size << shift, denominator) if shift >= 0 else divmod(size, denominator << -shift)
    extra = quotient.bit_length() - BITS
    kept, cut = quotient >> extra, quotient & ((1 << extra) - 1)
    half = 1 << (extra - 1)
    if cut > half or (cut == half and (rest or kept & 1)):
        kept += 1
    if numerator < 0:
        kept = -kept
    power = extra - shift
    if power >= 0:
        return kept << power, 1
    zeros = (kept & -kept).bit_length() - 1
    cut_zeros = min(zeros, -power)
    return kept >> cut_zeros, 1 << (-power - cut_zeros)


def carried(ratio: Ratio) -> int | float:
    """The number as which such a ratio is carried on."""
    numerator, denominator = ratio
    if denominator == 1 and numerator.bit_length() <= BITS:
        return numerator
    if abs(numerator.bit_length() - denominator.bit_length()) > 3 * _MAX_EXPONENT:
        raise InexpressibleError("a number with too many digits")
    return number_of(_shortest(numerator, denominator))


def _shortest(numerator: int, denominator: int) -> Decimal:
    """The shortest decimal that is nearer to this number than to any other of 512 bits."""
    size = abs(numerator)
    extra = BITS - size.bit_length()
    mantissa = size << extra if extra >= 0 else size >> -extra
    # A quarter of the distance to the next number, over the same denominator as the number itself.
    quarter = 1 << max(-extra, 0)
    value, bottom = 4 * size << max(extra, 0), 4 * denominator << max(extra, 0)
    low = value - (quarter if mantissa == 1 << (BITS - 1) else 2 * quarter)
    high = value + 2 * quarter
    inclusive = mantissa % 2 == 0
    power = _magnitude(value, bottom)
    least, most = 1, _DIGITS + 2
    best: tuple[int, int] | None = None
    while least <= most:
        digits = (least + most) // 2
        found = _candidate((low, value, high, bottom), power - digits, inclusive=inclusive)
        if found is None:
            least = digits + 1
        else:
            best, most = (found, power - digits), digits - 1
    if best is None:
        raise InexpressibleError("a number with too many digits")
    return Decimal(f"{'-' if numerator < 0 else ''}{best[0]}E{best[1]}")


def _magnitude(value: int, bottom: int) -> int:
    """Digits before the point; negative where zeros follow it."""
    power = int((value.bit_length() - bottom.bit_length()) * 0.30103)
    while _at_least(value, bottom, power):
        power += 1
    while not _at_least(value, bottom, power - 1):
        power -= 1
    return power


def _at_least(value: int, bottom: int, power: int) -> bool:
    scale: int = 10 ** abs(power)
    return value >= bottom * scale if power >= 0 else value * scale >= bottom


def _candidate(bounds: tuple[int, int, int, int], power: int, *, inclusive: bool) -> int | None:
    """Digits that stand for the number where the last of them means ten to this power."""
    low, value, high, bottom = bounds
    if power >= 0:
        bottom *= 10**power
    else:
        scale: int = 10**-power
        low, value, high = low * scale, value * scale, high * scale
    down, rest = divmod(value, bottom)
    under, over = down * bottom, (down + 1) * bottom
    fits_down = under > low or (inclusive and under == low)
    fits_up = over < high or (inclusive and over == high)
    if fits_down and fits_up:
        return down if 2 * rest < bottom or (2 * rest == bottom and down % 2 == 0) else down + 1
    return down if fits_down else down + 1 if fits_up else None


def calculate(operator: str, left: float, right: float) -> int | float:
    """Arithmetic of two numbers as Terraform does it.

    Raises:
        InexpressibleError: The result is infinite, or has too many digits.
        ConversionError: Terraform refuses it.
    """
    if type(left) is int and type(right) is int and abs(left) < 1 << 255 and abs(right) < 1 << 255:
        match operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/" if right and left % right == 0:
                return left // right
            case "%" if right:
                return abs(left) % abs(right) * (-1 if left < 0 else 1)
    return _calculate(operator, left, right)


def _calculate(operator: str, left: float, right: float) -> int | float:
    (a, b), (c, d) = ratio_of(left), ratio_of(right)
    match operator:
        case "+":
            return carried(_rounded(a * d + c * b, b * d))
        case "-":
            return carried(_rounded(a * d - c * b, b * d))
        case "*":
            return carried(_rounded(a * c, b * d))
        case "/":
            return carried(_quotient((a, b), (c, d)))
        case _:
            return _remainder((a, b), (c, d))


def _quotient(left: Ratio, right: Ratio) -> Ratio:
    (a, b), (c, d) = left, right
    if c == 0 and a == 0:
        raise ConversionError("can't divide zero by zero or infinity by infinity")
    if c == 0:
        raise InexpressibleError("infinity")
    return _rounded(a * d, b * c) if c > 0 else _rounded(-a * d, b * -c)


def _remainder(left: Ratio, right: Ratio) -> int | float:
    (a, b), (c, d) = left, right
    if c == 0:
        return carried(left)
    top, bottom = _quotient(left, right)
    whole = abs(top) // bottom * (-1 if top < 0 else 1)
    e, f = _rounded(c * whole, d)
    return carried(_rounded(a * f - e * b, b * f))
