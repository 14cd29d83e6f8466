"""Operators and conditionals on values."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.values import arithmetic
from scanner.parsers.terraform.values.arithmetic import decimal_of
from scanner.parsers.terraform.values.collections import equality, is_sensitive, unknown
from scanner.parsers.terraform.values.conversions import ConversionError, to_bool, to_number
from scanner.parsers.terraform.values.types import convert, type_of, unify

_COMPARE: Mapping[str, Callable[[object, object], bool]] = {
    "<": lambda left, right: left < right,  # type: ignore[operator]
    ">": lambda left, right: left > right,  # type: ignore[operator]
    "<=": lambda left, right: left <= right,  # type: ignore[operator]
    ">=": lambda left, right: left >= right,  # type: ignore[operator]
}
_NULL = "argument must not be null"
_INCONSISTENT = "The true and false result expressions must have consistent types"


DECIDED_BY = {"&&": False, "||": True}
"""Which value of its left side decides a logical operator."""


def binary(operator: str, left: Value, right: Value, text: str) -> Value:
    """Two operands with an operator.

    Args:
        operator: As it is written.
        left: Its left operand.
        right: Its right operand.
        text: The expression, for the reader.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    if operator in ("==", "!="):
        same = equality(left, right)
        return unknown(same.reason, text) if isinstance(same, Unknown) else same == (operator == "==")
    if operator in ("&&", "||"):
        return _logical(operator, left, right, text)
    first, second = _number(left, "left"), _number(right, "right")
    if isinstance(first, Unknown) or isinstance(second, Unknown):
        return unknown((first if isinstance(first, Unknown) else second).reason, text)  # type: ignore[union-attr]
    if first is None or second is None:
        raise ConversionError(_NULL)
    if operator not in _COMPARE:
        return arithmetic.calculate(operator, first, second)
    if type(first) is int and type(second) is int:
        return _COMPARE[operator](first, second)
    return _COMPARE[operator](decimal_of(first), decimal_of(second))


def _number(value: Value, side: str) -> int | float | Unknown | None:
    if type(value) is int:
        return value
    if value is None or isinstance(value, Unknown):
        return value
    try:
        return to_number(value)
    except ConversionError as error:
        raise type(error)(f"Unsuitable value for {side} operand: {error}.") from error


def _logical(operator: str, left: Value, right: Value, text: str) -> Value:
    """One known side may decide without the other."""
    deciding = operator == "||"
    first, second = _bool(left, "left"), _bool(right, "right")
    if first is None or second is None:
        raise ConversionError(_NULL)
    for side in (first, second):
        if isinstance(side, Unknown) and is_sensitive(side):
            return unknown(side.reason, text)
    if first is deciding or second is deciding:
        return deciding
    if isinstance(first, Unknown):
        return unknown(first.reason, text)
    return unknown(second.reason, text) if isinstance(second, Unknown) else not deciding


def _bool(value: Value, side: str) -> bool | Unknown | None:
    if value is None or isinstance(value, bool | Unknown):
        return value
    try:
        return to_bool(value)
    except ConversionError as error:
        raise ConversionError(f"Unsuitable value for {side} operand: {error}.") from error


def unary(operator: str, value: Value, text: str) -> Value:
    """``-x`` or ``!x``.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    if isinstance(value, Unknown):
        return unknown(value.reason, text)
    if value is None:
        raise ConversionError(_NULL)
    try:
        return not to_bool(value) if operator == "!" else arithmetic.calculate("-", 0, to_number(value))
    except ConversionError as error:
        raise type(error)(f"Unsuitable value for unary operand: {error}.") from error


def condition(value: Value, where: str) -> bool | Unknown:
    """A condition's value.

    Args:
        value: What its expression gave.
        where: How Terraform's messages call the condition.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    if isinstance(value, bool | Unknown):
        return value
    if value is None:
        raise ConversionError(f"The {where} is null; it must either be true or false.")
    try:
        return to_bool(value)
    except ConversionError as error:
        raise ConversionError(f"The {where} must be of type bool: {error}.") from error


_PLAIN = (str, bool, int, float)


def branch(taken: Value, other: Value) -> Value:
    """The branch of a conditional that is taken, brought to the type that both branches share.

    As in Terraform the result is sensitive if one of the branches is.

    Raises:
        ConversionError: They share none.
    """
    if is_sensitive(other):
        return other
    if taken is None or isinstance(taken, Unknown) or other is None or isinstance(other, Unknown):
        return taken
    if type(taken) is type(other) and type(taken) in _PLAIN:
        return taken
    shared = unify((type_of(taken), type_of(other)))
    if shared is None:
        kinds = f"one is {type_of(taken).kind.value}, the other {type_of(other).kind.value}"
        raise ConversionError(f"{_INCONSISTENT}: {kinds}.")
    try:
        return convert(taken, shared)
    except ConversionError as error:
        raise ConversionError(f"{_INCONSISTENT}: {error}.") from error


def undecided(yes: Value, no: Value, part: Unknown, text: str) -> Value:
    """The value of a conditional whose condition is not known.

    Args:
        yes: Value of the first branch.
        no: Value of the second.
        part: The condition.
        text: The expression, for the reader.
    """
    if yes is None and no is None:
        return None
    numbers = type(yes) in (int, float) and type(no) in (int, float)
    return yes if numbers and yes == no else unknown(part.reason, text)
