"""Elements and attributes of values: the one place in which a key, an index or a name is looked up."""

from __future__ import annotations

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.values.collections import MapValue, SetValue, plain_unknown, unknown
from scanner.parsers.terraform.values.conversions import ConversionError, to_number, to_text
from scanner.parsers.terraform.values.kinds import Kind
from scanner.parsers.terraform.values.types import type_of

_NO_INDEX = "The given key does not identify an element in this collection value"


def attribute(value: Value, name: str, text: str) -> Value:
    """What stands under a name: ``value.name``.

    Args:
        value: An object that finds its attributes only when they are asked for has a method ``missing``.
        name: The attribute's.
        text: The expression, for the reader.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    if isinstance(value, dict):
        if name in value:
            found: Value = value[name]
            return found
        return _missing(value, name, text)
    if isinstance(value, Unknown):
        return plain_unknown(value)
    if value is None:
        raise ConversionError("This value is null, so it does not have any attributes.")
    if isinstance(value, list):
        raise ConversionError(f"This value is a {_kind(value)}, so it does not have any attributes of its own.")
    raise ConversionError(f"Can't access attributes on a primitive-typed value ({_kind(value)}).")


def _missing(value: dict[str, Value], name: str, text: str, *, index: bool = False) -> Value:
    find = getattr(value, "missing", None)
    if find is not None:
        found: Value = find(name, text)
        return found
    if index:
        raise ConversionError(f"{_NO_INDEX}.")
    if isinstance(value, MapValue):
        raise ConversionError(f'This map does not have an element with the key "{name}".')
    raise ConversionError(f'This object does not have an attribute named "{name}".')


def element(value: Value, key: Value, text: str) -> Value:
    """What stands under a key or an index: ``value[key]``.

    Args:
        value: As for :func:`attribute`.
        key: Converted as Terraform does.
        text: The expression, for the reader.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    if isinstance(value, Unknown):
        return plain_unknown(value)
    if value is None:
        raise ConversionError("This value is null, so it does not have any indices.")
    if isinstance(value, SetValue):
        raise ConversionError("Elements of a set are identified only by their value; a set has no index or key.")
    if not isinstance(value, list | dict):
        raise ConversionError("This value does not have any indices.")
    if isinstance(key, Unknown):
        return unknown(key.reason, text)
    if key is None:
        raise ConversionError("Can't use a null value as an indexing key.")
    if isinstance(value, dict):
        name = key if isinstance(key, str) else _key(key)
        if name in value:
            found: Value = value[name]
            return found
        return _missing(value, name, text, index=True)
    item: Value = value[_index(key, len(value))]
    return item


def _key(key: Value) -> str:
    try:
        return to_text(key)
    except ConversionError as error:
        raise ConversionError(f"{_NO_INDEX}: {error}.") from error


def _index(key: Value, length: int) -> int:
    try:
        index = to_number(key)
    except ConversionError as error:
        raise type(error)(f"{_NO_INDEX}: {error}.") from error
    if not isinstance(index, int):
        raise ConversionError(
            f"{_NO_INDEX}: indexing a sequence requires a whole number, but the given index has a fractional part."
        )
    if index < 0:
        raise ConversionError(f"{_NO_INDEX}: a negative number is not a valid index for a sequence.")
    if index >= length:
        raise ConversionError(f"{_NO_INDEX}: the given index is greater than or equal to the length of the collection.")
    return index


def _kind(value: Value) -> str:
    found = type_of(value).kind
    return "value" if found is Kind.DYNAMIC else found.value
