"""Terraform's types, their names, and the one type to which several can be brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """The family of a type."""

    STRING = "string"
    NUMBER = "number"
    BOOL = "bool"
    DYNAMIC = "dynamic"
    """Not known yet: what ``any`` asks for, and what null and unknown values have."""
    LIST = "list"
    SET = "set"
    MAP = "map"
    TUPLE = "tuple"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Type:
    """A type. Use the constants and functions of this module to make one."""

    kind: Kind
    element: Type | None = None
    """Of a list, set or map."""
    elements: tuple[Type, ...] = ()
    """Of a tuple."""
    attributes: Mapping[str, Type] = field(default_factory=dict, hash=False)
    """Of an object."""
    optional: frozenset[str] = frozenset()
    """Attributes that a type constraint lets a value leave out."""

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (self.kind.value, self.element, self.elements, dict(self.attributes), self.optional)


def _restore(
    kind: str, element: Type | None, elements: tuple[Type, ...], attributes: dict[str, Type], optional: frozenset[str]
) -> Type:
    constant = SCALARS.get(kind)
    return constant or Type(Kind(kind), element, elements, attributes, optional)


STRING = Type(Kind.STRING)
NUMBER = Type(Kind.NUMBER)
BOOL = Type(Kind.BOOL)
DYNAMIC = Type(Kind.DYNAMIC)
SCALARS: Mapping[str, Type] = MappingProxyType({type_.kind.value: type_ for type_ in (STRING, NUMBER, BOOL, DYNAMIC)})
"""Types without parts, by name."""
COLLECTIONS = frozenset({Kind.LIST, Kind.SET, Kind.MAP})
"""Kinds whose elements all have one type."""


def list_of(element: Type) -> Type:
    """``list(element)``."""
    return Type(Kind.LIST, element)


def set_type(element: Type) -> Type:
    """``set(element)``."""
    return Type(Kind.SET, element)


def map_of(element: Type) -> Type:
    """``map(element)``."""
    return Type(Kind.MAP, element)


def tuple_of(elements: tuple[Type, ...]) -> Type:
    """``tuple([…])``."""
    return Type(Kind.TUPLE, elements=elements)


def object_of(attributes: Mapping[str, Type], optional: frozenset[str] = frozenset()) -> Type:
    """``object({…})``."""
    return Type(Kind.OBJECT, attributes=attributes, optional=optional)


def has_dynamic(type_: Type) -> bool:
    """Whether a type, or a part of it, is still to be found out."""
    match type_.kind:
        case Kind.DYNAMIC:
            return True
        case Kind.LIST | Kind.SET | Kind.MAP:
            return type_.element is None or has_dynamic(type_.element)
        case Kind.TUPLE:
            return any(has_dynamic(element) for element in type_.elements)
        case Kind.OBJECT:
            return any(has_dynamic(element) for element in type_.attributes.values())
        case _:
            return False


def friendly(type_: Type, indent: int = 0) -> str:
    """A type as the function ``type()`` prints it."""
    inner, end = "    " * (indent + 1), "    " * indent
    if type_.kind in COLLECTIONS:
        element = type_.element or DYNAMIC
        if element.kind in (Kind.TUPLE, Kind.OBJECT):
            return f"{type_.kind.value}(\n{inner}{friendly(element, indent + 1)},\n{end})"
        return f"{type_.kind.value}({friendly(element, indent)})"
    if type_.kind is Kind.TUPLE:
        lines = [f"{inner}{friendly(element, indent + 1)},\n" for element in type_.elements]
        return f"tuple([\n{''.join(lines)}{end}])" if lines else "tuple([])"
    if type_.kind is Kind.OBJECT:
        items = sorted(type_.attributes.items())
        lines = [f"{inner}{name}: {friendly(element, indent + 1)},\n" for name, element in items]
        return f"object({{\n{''.join(lines)}{end}}})" if lines else "object({})"
    return type_.kind.value


def name_of(type_: Type) -> str:
    """A type as Terraform's messages name it: ``list of string``."""
    if type_.kind in COLLECTIONS:
        if type_.element is None or type_.element.kind is Kind.DYNAMIC:
            return f"{type_.kind.value} of any single type"
        return f"{type_.kind.value} of {name_of(type_.element)}"
    return type_.kind.value
