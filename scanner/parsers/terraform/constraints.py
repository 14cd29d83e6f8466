"""Type constraints of variables: ``type = list(string)`` turns ``[1]`` into ``["1"]``."""

from __future__ import annotations

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.conversions import ConversionError, to_bool, to_number, to_text
from scanner.parsers.terraform.tree import Call, Expression, Literal, Object, Traversal, Tuple
from scanner.parsers.terraform.values import first_unknown, set_of

_SCALARS = {"string": to_text, "number": to_number, "bool": to_bool}


def convert(value: Value, constraint: Expression) -> Value:
    """A value as a variable of that type holds it.

    Args:
        value: Known, or with unknown parts.
        constraint: What is written behind ``type =``.

    Raises:
        ConversionError: Terraform would refuse the value, or we do not know the type.
    """
    if value is None or isinstance(value, Unknown):
        return value
    match constraint:
        case Literal(value=str(name)) | Traversal(root=name, steps=()):
            return _scalar(value, name)
        case Call(name="list" | "set" | "map" | "tuple" | "object", arguments=(inner,)):
            return _collection(value, constraint.name, inner)
        case _:
            raise ConversionError("not a type that we know")


def _scalar(value: Value, name: str) -> Value:
    if name in ("any", "list", "map", "set"):
        return value
    if name not in _SCALARS:
        raise ConversionError("not a type that we know")
    return _SCALARS[name](value)


def _collection(value: Value, kind: str, inner: Expression) -> Value:
    match kind:
        case "map" if isinstance(value, dict):
            return {key: convert(item, inner) for key, item in value.items()}
        case "list" if isinstance(value, list):
            return [convert(item, inner) for item in value]
        case "set" if isinstance(value, list):
            items = [convert(item, inner) for item in value]
            return first_unknown(items) or set_of(items)
        case "tuple" if isinstance(value, list) and isinstance(inner, Tuple) and len(value) == len(inner.items):
            return [convert(item, part) for item, part in zip(value, inner.items, strict=True)]
        case "object" if isinstance(value, dict) and isinstance(inner, Object):
            return {str(key.value): _member(value, key, part) for key, part in inner.items if isinstance(key, Literal)}
        case _:
            raise ConversionError("not of the type that is asked for")


def _member(value: dict[str, Value], key: Literal, constraint: Expression) -> Value:
    name = str(key.value)
    if isinstance(constraint, Call) and constraint.name == "optional":
        found = value.get(name)
        if found is None and len(constraint.arguments) == 2:
            found = _constant(constraint.arguments[1])
        return convert(found, constraint.arguments[0])
    if name not in value:
        raise ConversionError("a member is missing")
    return convert(value[name], constraint)


def _constant(expression: Expression) -> Value:
    """The value of a default, which holds no names."""
    match expression:
        case Literal():
            return expression.value
        case Tuple():
            return [_constant(item) for item in expression.items]
        case Object():
            return {str(key.value): _constant(item) for key, item in expression.items if isinstance(key, Literal)}
        case _:
            raise ConversionError("a default that is no constant")
