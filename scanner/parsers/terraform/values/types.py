"""The types of values, and values brought to a type: what Terraform does where it expects one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scanner.domain.resource import EncodedUnknown, Unknown, Value
from scanner.parsers.terraform.values.collections import (
    ListValue,
    MapValue,
    SetValue,
    UnknownText,
    first_unknown,
    is_partial,
    is_sensitive,
    plain_unknown,
    set_of,
)
from scanner.parsers.terraform.values.conversions import ConversionError, to_bool, to_number, to_text
from scanner.parsers.terraform.values.kinds import (
    BOOL,
    COLLECTIONS,
    DYNAMIC,
    NUMBER,
    STRING,
    Kind,
    Type,
    friendly,
    has_dynamic,
    list_of,
    map_of,
    name_of,
    object_of,
    set_type,
    tuple_of,
)
from scanner.parsers.terraform.values.unification import is_convertible, unify

__all__ = [
    "BOOL",
    "DYNAMIC",
    "NUMBER",
    "STRING",
    "Kind",
    "Type",
    "convert",
    "friendly",
    "has_dynamic",
    "is_convertible",
    "list_of",
    "map_of",
    "name_of",
    "object_of",
    "same_type",
    "set_type",
    "tuple_of",
    "type_of",
    "unify",
]


def type_of(value: Value) -> Type:
    """The type of a value; of null and of what is unknown it is :data:`DYNAMIC`, except of text known in part."""
    if isinstance(value, str | EncodedUnknown | UnknownText):
        return STRING
    if isinstance(value, bool):
        return BOOL
    if isinstance(value, int | float):
        return NUMBER
    if isinstance(value, MapValue):
        return map_of(_element_type(value.element, value.values()))
    if isinstance(value, dict):
        if is_partial(value):
            return DYNAMIC
        return object_of({key: type_of(item) for key, item in value.items()})
    if isinstance(value, ListValue):
        return list_of(_element_type(value.element, value))
    if isinstance(value, SetValue):
        return set_type(_element_type(value.element, value))
    if isinstance(value, list):
        return tuple_of(tuple(type_of(item) for item in value))
    return DYNAMIC


def _element_type(element: Type, items: Iterable[Value]) -> Type:
    if element.kind is not Kind.DYNAMIC:
        return element
    return unify([type_of(item) for item in items]) or DYNAMIC


def convert(value: Value, wanted: Type) -> Value:
    """A value brought to a type; unknown parts stay unknown.

    Args:
        value: Known, or with unknown parts.
        wanted: ``optional`` attributes may be missing, and are null then.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    kind = wanted.kind
    if isinstance(value, Unknown):
        return value if kind in (Kind.STRING, Kind.DYNAMIC) else plain_unknown(value)
    if value is None:
        return value
    if kind is Kind.DYNAMIC or (kind is Kind.STRING and type(value) is str):
        return value
    return _CONVERTERS[kind](value, wanted)


def _to_sequence(value: Value, wanted: Type) -> Value:
    if not isinstance(value, list):
        raise _refusal(value, wanted)
    element = wanted.element or DYNAMIC
    if wanted.kind is Kind.LIST and isinstance(value, ListValue) and value.element == element:
        return value
    if wanted.kind is Kind.SET and isinstance(value, SetValue) and value.element == element:
        return value
    items, element = _elements(value, wanted, value)
    if wanted.kind is Kind.SET:
        hidden = next((item for item in items if is_sensitive(item)), None)
        if hidden is not None:  # which of the elements it is would tell of its value
            return hidden
    return ListValue(items, element) if wanted.kind is Kind.LIST else set_of(items, element)


def _to_map(value: Value, wanted: Type) -> Value:
    if not isinstance(value, dict):
        raise _refusal(value, wanted)
    if is_partial(value):
        return first_unknown(value)
    if isinstance(value, MapValue) and value.element == wanted.element:
        return value
    items, element = _elements(value, wanted, list(value.values()))
    return MapValue(zip(value, items, strict=True), element)


def _elements(value: Value, wanted: Type, items: Sequence[Value]) -> tuple[list[Value], Type]:
    """The elements of a collection, all of one type, and that type."""
    element = wanted.element or DYNAMIC
    if isinstance(value, ListValue | SetValue | MapValue) and element.kind is Kind.DYNAMIC:
        return list(items), value.element
    if element.kind is not Kind.DYNAMIC:
        items = _converted(value, items, element)
        if not has_dynamic(element):
            return items, _settled(element) if _has_optional(element) else element
    if not items:
        return [], element
    try:
        return same_type(items)
    except ConversionError as error:
        raise _refusal(value, wanted) from error


def _converted(value: Value, items: Sequence[Value], element: Type) -> list[Value]:
    found: list[Value] = []
    try:
        for item in items:
            found.append(convert(item, element))  # noqa: PERF401  # the index is needed where it fails
    except ConversionError as error:
        key = f'"{list(value)[len(found)]}"' if isinstance(value, dict) else len(found)
        raise _within(f"[{key}]", error) from error
    return found


def _has_optional(type_: Type) -> bool:
    if type_.kind is Kind.OBJECT:
        return bool(type_.optional) or any(map(_has_optional, type_.attributes.values()))
    if type_.element is not None:
        return _has_optional(type_.element)
    return any(map(_has_optional, type_.elements))


def _settled(element: Type) -> Type:
    """The type without its optional attributes: those of a value are all there."""
    if element.kind is Kind.OBJECT:
        attributes = {name: _settled(inner) for name, inner in element.attributes.items()}
        return object_of(attributes)
    if element.element is not None:
        return Type(element.kind, _settled(element.element))
    if element.elements:
        return tuple_of(tuple(_settled(inner) for inner in element.elements))
    return element


def same_type(items: Sequence[Value]) -> tuple[list[Value], Type]:
    """Values brought to the one type that they share, and that type.

    Raises:
        ConversionError: There is none.
    """
    element = unify([type_of(item) for item in items])
    if element is None:
        raise ConversionError("all elements must have the same type")
    return [convert(item, element) for item in items], element


def _to_tuple(value: Value, wanted: Type) -> Value:
    if not isinstance(value, list) or isinstance(value, ListValue | SetValue):
        raise _refusal(value, wanted)
    if len(value) != len(wanted.elements):
        raise ConversionError("tuple required")
    found: list[Value] = []
    try:
        for item, element in zip(value, wanted.elements, strict=True):
            found.append(convert(item, element))  # the index is needed where it fails
    except ConversionError as error:
        raise _within(f"[{len(found)}]", error) from error
    return found


def _to_object(value: Value, wanted: Type) -> Value:
    if not isinstance(value, dict):
        raise _refusal(value, wanted)
    if is_partial(value):
        return _picked(value, wanted)
    if not wanted.attributes.keys() <= value.keys():
        _require(sorted(wanted.attributes.keys() - value.keys() - wanted.optional))
    found: dict[str, Value] = {}
    name = ""
    try:
        for name, inner in wanted.attributes.items():  # the name is needed where it fails
            found[name] = convert(value.get(name), inner)
    except ConversionError as error:
        raise _within(f".{name}", error) from error
    return found


def _require(missing: list[str]) -> None:
    if len(missing) == 1:
        raise ConversionError(f'attribute "{missing[0]}" is required')
    if missing:
        names = " and ".join((", ".join(f'"{name}"' for name in missing[:-1]), f'"{missing[-1]}"'))
        raise ConversionError(f"attributes {names} are required")


def _picked(value: dict[str, Value], wanted: Type) -> Value:
    """What is asked for of an object that finds its attributes only then."""
    text = getattr(first_unknown(value), "text", "")
    missing: Callable[[str, str], Value] = value.missing  # type: ignore[attr-defined]  # is_partial says so
    for name in wanted.attributes:
        if name not in value:
            value[name] = missing(name, f"{text}.{name}")
    return _to_object(dict(value), wanted)


def _within(path: str, error: ConversionError) -> ConversionError:
    """What Terraform would refuse, with the part of the value at which it would."""
    message = str(error)
    return type(error)(f"{path}{'' if message[:1] in ('.', '[') else ': '}{message}")


def _refusal(value: Value, wanted: Type) -> ConversionError:
    single = wanted.kind in COLLECTIONS and (wanted.element or DYNAMIC).kind is Kind.DYNAMIC
    if single and isinstance(value, dict if wanted.kind is Kind.MAP else list):
        return ConversionError(f"all {wanted.kind.value} elements must have the same type")
    return ConversionError(f"{name_of(wanted)} required")


_CONVERTERS: dict[Kind, Callable[[Value, Type], Value]] = {
    Kind.STRING: lambda value, _: to_text(value),
    Kind.NUMBER: lambda value, _: to_number(value),
    Kind.BOOL: lambda value, _: to_bool(value),
    Kind.DYNAMIC: lambda value, _: value,
    Kind.LIST: _to_sequence,
    Kind.SET: _to_sequence,
    Kind.MAP: _to_map,
    Kind.TUPLE: _to_tuple,
    Kind.OBJECT: _to_object,
}
