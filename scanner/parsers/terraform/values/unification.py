"""Which types can become which, and the one type to which several can be brought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cmp_to_key

from scanner.parsers.terraform.values.kinds import (
    COLLECTIONS,
    DYNAMIC,
    Kind,
    Type,
    list_of,
    map_of,
    object_of,
    set_type,
    tuple_of,
)

_MAKERS: dict[Kind, Callable[[Type], Type]] = {Kind.LIST: list_of, Kind.SET: set_type, Kind.MAP: map_of}
_SCALARS = frozenset({Kind.STRING, Kind.NUMBER, Kind.BOOL})


def unify(types: Sequence[Type]) -> Type | None:
    """The type to which values of all of these types can be brought, as Terraform chooses it.

    Where we do not know a type (of null, or of an unknown value), it does not hinder the others; Terraform gives up in
    some of these cases, but it knows the types of most unknown values, which we do not.

    Args:
        types: In the order of the values.
    """
    distinct: list[Type] = []
    for type_ in types:
        if type_.kind is not Kind.DYNAMIC and type_ not in distinct:
            distinct.append(type_)
    if len(distinct) < 2:
        return distinct[0] if distinct else DYNAMIC
    kinds = {type_.kind for type_ in distinct}
    if len(kinds) == 1 or kinds in ({Kind.MAP, Kind.OBJECT}, {Kind.LIST, Kind.TUPLE}):
        kind = distinct[0].kind if len(kinds) == 1 else Kind.MAP if Kind.MAP in kinds else Kind.LIST
        return _same_kind(kind, distinct) if len(kinds) == 1 else _collection(kind, distinct) or _preferred(distinct)
    if Kind.OBJECT in kinds and Kind.TUPLE in kinds:
        return None
    return _preferred(distinct)


def _same_kind(kind: Kind, types: list[Type]) -> Type | None:
    match kind:
        case Kind.OBJECT:
            return _objects(types)
        case Kind.TUPLE:
            return _tuples(types)
        case _:
            return _collection(kind, types)


def _collection(kind: Kind, types: list[Type]) -> Type | None:
    """A list, set or map for these; a tuple's elements or an object's attributes count each."""
    parts: list[Type] = []
    for type_ in types:
        if type_.kind in COLLECTIONS:
            parts.append(type_.element or DYNAMIC)
        else:
            parts.extend(type_.elements)
            parts.extend(type_.attributes.values())
    element = unify(parts)
    return None if element is None else _MAKERS[kind](element)


def _objects(types: list[Type]) -> Type | None:
    names = types[0].attributes.keys()
    if any(type_.attributes.keys() != names for type_ in types):
        return _collection(Kind.MAP, types)
    found: dict[str, Type] = {}
    for name in names:
        attribute = unify([type_.attributes[name] for type_ in types])
        if attribute is None:
            return None
        found[name] = attribute
    return object_of(found)


def _tuples(types: list[Type]) -> Type | None:
    if len({len(type_.elements) for type_ in types}) > 1:
        return _collection(Kind.LIST, types)
    found = [unify(column) for column in zip(*(type_.elements for type_ in types), strict=True)]
    if any(element is None for element in found):
        return None
    return tuple_of(tuple(element for element in found if element is not None))


def _preferred(types: list[Type]) -> Type | None:
    """The first of the types, the more general ones first, to which all others can be converted."""
    for wanted in sorted(types, key=cmp_to_key(_compare)):
        if all(is_convertible(type_, wanted) for type_ in types):
            return wanted
    return None


_RANKS = {Kind.STRING: 0, Kind.LIST: 0, Kind.MAP: 0, Kind.SET: 1}


def _compare(left: Type, right: Type) -> int:
    return _RANKS.get(left.kind, 2) - _RANKS.get(right.kind, 2)


def is_convertible(given: Type, wanted: Type) -> bool:
    """Whether values of one type may be converted to the other; a single value can still be refused."""
    if DYNAMIC in (given, wanted) or given == wanted:
        return True
    if given.kind in _SCALARS and wanted.kind in _SCALARS:
        return Kind.STRING in (given.kind, wanted.kind)
    match wanted.kind:
        case Kind.LIST | Kind.SET:
            return given.kind in (Kind.LIST, Kind.SET, Kind.TUPLE) and _elements_fit(given, wanted)
        case Kind.MAP:
            return given.kind in (Kind.MAP, Kind.OBJECT) and _elements_fit(given, wanted)
        case Kind.TUPLE:
            return (
                given.kind is Kind.TUPLE
                and len(given.elements) == len(wanted.elements)
                and all(is_convertible(*pair) for pair in zip(given.elements, wanted.elements, strict=True))
            )
        case Kind.OBJECT:
            return _object_fits(given, wanted)
        case _:
            return False


def _elements_fit(given: Type, wanted: Type) -> bool:
    element = wanted.element or DYNAMIC
    if given.kind in COLLECTIONS:
        return is_convertible(given.element or DYNAMIC, element)
    parts = given.elements or tuple(given.attributes.values())
    if element.kind is Kind.DYNAMIC:
        return unify(parts) is not None
    return all(is_convertible(part, element) for part in parts)


def _object_fits(given: Type, wanted: Type) -> bool:
    if given.kind is Kind.MAP:
        return all(is_convertible(given.element or DYNAMIC, inner) for inner in wanted.attributes.values())
    if given.kind is not Kind.OBJECT:
        return False
    for name, inner in wanted.attributes.items():
        if name in given.attributes:
            if not is_convertible(given.attributes[name], inner):
                return False
        elif name not in wanted.optional:
            return False
    return True
