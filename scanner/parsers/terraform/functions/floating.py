"""Logarithms and powers to the last digit that Terraform prints: Go's rounding differs from the C library's."""

from __future__ import annotations

import math

_LN2_HIGH = 6.93147180369123816490e-01
_LN2_LOW = 1.90821492927058770002e-10
_ODD = (6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01)
_EVEN = (3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01)
"""Coefficients of the polynomial for the logarithm near one, as fdlibm publishes them."""
_MAX_STEP = 1 << 12
"""Powers of two beyond which a result overflows or vanishes."""


def logarithm(number: float) -> float:
    """The natural logarithm; minus infinity for zero, not a number below."""
    if number <= 0:
        return -math.inf if number == 0 else math.nan
    fraction, exponent = math.frexp(number)
    if fraction < math.sqrt(2) / 2:
        fraction, exponent = fraction * 2, exponent - 1
    distance = fraction - 1
    ratio = distance / (2 + distance)
    square = ratio * ratio
    rest = square * _polynomial(_ODD, square * square) + square * square * _polynomial(_EVEN, square * square)
    half = 0.5 * distance * distance
    return exponent * _LN2_HIGH - ((half - (ratio * (half + rest) + exponent * _LN2_LOW)) - distance)


def _polynomial(coefficients: tuple[float, ...], value: float) -> float:
    result = 0.0
    for coefficient in reversed(coefficients):
        result = coefficient + value * result
    return result


def power(base: float, exponent: float) -> float:
    """A power, by repeated squaring of the fraction.

    Args:
        base: Finite.
        exponent: A whole number.
    """
    if exponent == 0 or base == 1:
        return 1.0
    if base == 0:
        return 0.0 if exponent > 0 else math.inf
    result, scale = 1.0, 0
    fraction, step = math.frexp(base)
    left = int(abs(exponent))
    while left:
        if not -_MAX_STEP < step < _MAX_STEP:
            scale += step
            break
        if left & 1:
            result, scale = result * fraction, scale + step
        fraction, step = fraction * fraction, step << 1
        if abs(fraction) < 0.5:
            fraction, step = fraction * 2, step - 1
        left >>= 1
    if exponent < 0:
        result, scale = 1 / result, -scale
    try:
        return math.ldexp(result, scale)
    except OverflowError:
        return math.copysign(math.inf, result)
