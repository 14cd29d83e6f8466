"""Arguments as Terraform's parameter types take them, and texts as Terraform keeps them."""

from __future__ import annotations

import unicodedata

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.functions.registry import UnknownArgumentError, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, first_unknown
from scanner.parsers.terraform.values.conversions import ConversionError, decimal_of, to_bool, to_number, to_text

MAX_LENGTH = 64 * MAX_WEIGHT
"""Characters of one text."""
_MAX_WHOLE = 2**63


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
    """A parameter of type number that must be whole, and fit into 64 bits.

    Raises:
        ConversionError: It is null or no such number.
        UnknownArgumentError: It is not known.
    """
    found = decimal_of(number(value))
    if found != found.to_integral_value() or not -_MAX_WHOLE <= found < _MAX_WHOLE:
        raise ConversionError("not a whole number")
    return int(found)


def boolean(value: Value) -> bool:
    """A parameter of type bool.

    Raises:
        ConversionError: It is null or no boolean.
        UnknownArgumentError: It is not known.
    """
    return to_bool(_present(value))


def texts(value: Value) -> list[str]:
    """A parameter of type list of strings, none of them null.

    Raises:
        ConversionError: It is no list, or an element is null or no scalar.
        UnknownArgumentError: An element is not known.
    """
    present = _present(value)
    if not isinstance(present, list):
        raise ConversionError("not a list")
    return [text(item) for item in present]


def utf8(value: Value) -> bytes:
    """A parameter of type string, as its bytes.

    Raises:
        ConversionError: It is null or no scalar, or holds half a character.
        UnknownArgumentError: It is not known.
    """
    try:
        return text(value).encode()
    except UnicodeEncodeError as error:
        raise ConversionError("half a character") from error


def normal(found: str) -> str:
    """A text as Terraform keeps it: composed (NFC).

    Raises:
        UnsupportedError: It is too long.
    """
    if len(found) > MAX_LENGTH:
        raise UnsupportedError("result too long")
    return found if found.isascii() else unicodedata.normalize("NFC", found)


def _present(value: Value) -> Value:
    if isinstance(value, Unknown):
        raise UnknownArgumentError(value)
    if value is None:
        raise ConversionError("argument must not be null")
    return value
