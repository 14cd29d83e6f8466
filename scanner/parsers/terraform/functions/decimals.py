"""Numbers in the verbs of ``format``: rounded from what Terraform holds, written as Go writes them."""

from __future__ import annotations

from scanner.parsers.terraform.values.arithmetic import decimal_of, ratio_of

_SHORTEST_LIMIT = 6
"""Places from which Go prefers an exponent when nobody asked for a precision."""


def fixed(number: float, places: int) -> str:
    """Decimal notation, half to even."""
    sign, digits = _scaled(number, places)
    text = str(digits).rjust(places + 1, "0")
    return f"{sign}{text[:-places]}.{text[-places:]}" if places else f"{sign}{text}"


def scientific(number: float, places: int) -> str:
    """One digit before the point, and an exponent."""
    return _with_exponent(*_rounded(number, places + 1))


def general(number: float, digits: int | None) -> str:
    """With an exponent where it is small or large, without where it is not.

    Args:
        number: Any number.
        digits: Significant ones; without it as many as it takes to tell the number from others.
    """
    if digits is None:
        exact = decimal_of(number)
        sign, exponent = "-" if exact < 0 else "", exact.adjusted()
        text = "".join(map(str, exact.as_tuple().digits)).rstrip("0") or "0"
        limit = _SHORTEST_LIMIT
    else:
        sign, text, exponent = _rounded(number, max(digits, 1))
        text = text.rstrip("0") or "0"
        limit = len(text) if digits > len(text) > exponent else max(digits, 1)
    if exponent < -4 or exponent >= limit:
        return _with_exponent(sign, text, exponent)
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{text}"
    whole, part = text[: exponent + 1].ljust(exponent + 1, "0"), text[exponent + 1 :]
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def _with_exponent(sign: str, digits: str, exponent: int) -> str:
    mantissa = f"{digits[0]}.{digits[1:]}" if len(digits) > 1 else digits
    return f"{sign}{mantissa}e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def _scaled(number: float, places: int) -> tuple[str, int]:
    """The sign, and the number times ten to the power of ``places`` as a whole number."""
    numerator, denominator = ratio_of(number)
    size = abs(numerator)
    top, bottom = (size * 10**places, denominator) if places >= 0 else (size, denominator * 10**-places)
    quotient, rest = divmod(top, bottom)
    if 2 * rest > bottom or (2 * rest == bottom and quotient % 2):
        quotient += 1
    return "-" if numerator < 0 else "", quotient


def _rounded(number: float, digits: int) -> tuple[str, str, int]:
    """The sign, so many digits, and the exponent of the first."""
    if not number:
        return "", "0" * digits, 0
    exponent = decimal_of(number).adjusted()
    sign, found = _scaled(number, digits - 1 - exponent)
    text = str(found)
    if len(text) > digits:  # 9.99 has become 10.0
        return sign, text[:digits], exponent + 1
    return sign, text, exponent
