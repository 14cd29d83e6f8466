"""Type constraints of variables: ``list(string)`` turns ``[1]`` into ``["1"]``, and ``optional`` may have a default."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.expressions.evaluator import ExpressionEvaluator
from scanner.parsers.terraform.syntax import tree
from scanner.parsers.terraform.syntax.tree import Call, Expression, Literal, Traversal
from scanner.parsers.terraform.values import types
from scanner.parsers.terraform.values.collections import ListValue, MapValue, SetValue, first_unknown, is_partial
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.kinds import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    Type,
    list_of,
    map_of,
    object_of,
    set_type,
    tuple_of,
)

_NAMES: Mapping[str, Type] = {
    "string": STRING,
    "number": NUMBER,
    "bool": BOOL,
    "any": DYNAMIC,
    "list": list_of(DYNAMIC),
    "set": set_type(DYNAMIC),
    "map": map_of(DYNAMIC),
}
_COLLECTIONS: Mapping[str, Callable[[Type], Type]] = {"list": list_of, "set": set_type, "map": map_of}
_MAX_LEVELS = 50


@dataclass(frozen=True, slots=True)
class Defaults:
    """What ``optional`` says about a type's attributes."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """By attribute."""
    attributes: Mapping[str, Defaults] = field(default_factory=dict)
    """Defaults inside the attributes of an object."""
    elements: Sequence[Defaults | None] = ()
    """Defaults inside the elements of a tuple."""
    element: Defaults | None = None
    """Defaults inside each element of a list, set or map."""

    def __bool__(self) -> bool:
        return bool(self.values or self.attributes or any(self.elements) or self.element)


@dataclass(frozen=True, slots=True)
class Constraint:
    """A type constraint as it was read."""

    type: Type
    defaults: Defaults | None = None

    def convert(self, value: Value) -> Value:
        """A value as a variable of this type holds it.

        Args:
            value: Known, or with unknown parts.

        Raises:
            ConversionError: Terraform would refuse it.
        """
        return types.convert(_filled(value, self.defaults), self.type)


def read_constraint(expression: Expression) -> Constraint:
    """What a type constraint asks for.

    Args:
        expression: What is written behind ``type =``. The quoted names of Terraform 0.11 are read as they were meant.

    Raises:
        ConversionError: It is no type.
    """
    return _read(expression, _MAX_LEVELS)


def _read(expression: Expression, levels: int) -> Constraint:
    if levels == 0:
        raise ConversionError("types lie too deep in one another")
    match expression:
        case Literal(value=str(name)) | Traversal(root=name, steps=()):
            if name not in _NAMES:
                raise ConversionError(f'The keyword "{name}" is not a valid type specification.')
            return Constraint(_NAMES[name])
        case Call(name="list" | "set" | "map", arguments=(inner,)):
            found = _read(inner, levels - 1)
            made = _COLLECTIONS[expression.name](found.type)
            return Constraint(made, Defaults(element=found.defaults) if found.defaults else None)
        case Call(name="tuple", arguments=(tree.Tuple(items=items),)):
            parts = [_read(item, levels - 1) for item in items]
            defaults = Defaults(elements=tuple(part.defaults for part in parts))
            return Constraint(tuple_of(tuple(part.type for part in parts)), defaults or None)
        case Call(name="object", arguments=(tree.Object(items=attributes),)):
            return _object(attributes, levels)
        case Call(name="optional"):
            raise ConversionError('Keyword "optional" is valid only as a modifier for object type attributes.')
        case Call(name="list" | "set" | "map" | "tuple" | "object"):
            raise ConversionError(f"The {expression.name} type constructor requires one argument.")
        case _:
            raise ConversionError("A type specification is either a primitive type keyword or a complex type.")


def _object(items: Sequence[tuple[Expression, Expression]], levels: int) -> Constraint:
    attributes: dict[str, Type] = {}
    optional: set[str] = set()
    values: dict[str, Value] = {}
    inside: dict[str, Defaults] = {}
    for key, written in items:
        name = _constant(key)
        if not isinstance(name, str):
            raise ConversionError("Object constructor map keys must be attribute names.")
        found = written
        if isinstance(written, Call) and written.name == "optional":
            if not 1 <= len(written.arguments) <= 2:
                raise ConversionError("Optional attribute modifier requires the type, and may have a default.")
            found = written.arguments[0]
            optional.add(name)
        inner = _read(found, levels - 1)
        attributes[name] = inner.type
        if inner.defaults:
            inside[name] = inner.defaults
        if isinstance(written, Call) and name in optional and len(written.arguments) == 2:
            values[name] = inner.convert(_constant(written.arguments[1]))
    defaults = Defaults(values=values, attributes=inside)
    return Constraint(object_of(attributes, frozenset(optional)), defaults or None)


class _NoNames:
    """Where no names may be used."""

    def resolve(self, traversal: Traversal) -> tuple[Value, Sequence[tree.Step]]:
        """Refuses every name."""
        raise ConversionError(f"Variables may not be used here: {traversal.text}")


def _constant(expression: Expression) -> Value:
    """The value of a default, which holds no names."""
    faults: list[str] = []
    value = ExpressionEvaluator(_NoNames(), None, lambda _, message: faults.append(message)).evaluate(expression, {})
    part = first_unknown(value)
    if faults or part is not None:
        raise ConversionError(faults[0] if faults else "A default that is no constant.")
    return value


def _filled(value: Value, defaults: Defaults | None) -> Value:
    """The value with the defaults of attributes that are missing or null."""
    if defaults is None or not isinstance(value, list | dict) or is_partial(value):
        return value
    if isinstance(value, dict):
        return _filled_object(value, defaults)
    if defaults.elements:
        if isinstance(value, ListValue | SetValue) or len(value) != len(defaults.elements):
            return value
        return [_filled(item, inner) for item, inner in zip(value, defaults.elements, strict=True)]
    return [_filled(item, defaults.element) for item in value] if defaults.element else value


def _filled_object(value: dict[str, Value], defaults: Defaults) -> Value:
    if defaults.element:
        return {key: _filled(item, defaults.element) for key, item in value.items()}
    if isinstance(value, MapValue):
        value = {key: types.convert(item, value.element) for key, item in value.items()}
    found = dict(value)
    for name, default in defaults.values.items():
        if found.get(name) is None:
            found[name] = default
    for name, inner in defaults.attributes.items():
        if name in found and not isinstance(found[name], Unknown):
            found[name] = _filled(found[name], inner)
    return found
