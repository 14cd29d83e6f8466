"""``for`` expressions and splats: one value for each element of a collection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.expressions.operators import condition
from scanner.parsers.terraform.syntax.tree import Expression, For
from scanner.parsers.terraform.values.collections import (
    ListValue,
    SetValue,
    first_unknown,
    is_partial,
    plain_unknown,
    unknown,
)
from scanner.parsers.terraform.values.conversions import ConversionError, to_text
from scanner.parsers.terraform.values.types import type_of, unify

Names: TypeAlias = Mapping[str, Value]
Evaluate: TypeAlias = Callable[[Expression, Names], Value]


def pairs(collection: Value) -> Iterable[tuple[Value, Value]]:
    """Keys and elements of a collection in the order in which Terraform goes through it.

    Raises:
        ConversionError: Terraform would refuse to go through it.
    """
    if isinstance(collection, dict):
        return [(key, collection[key]) for key in sorted(collection)]
    if isinstance(collection, SetValue):
        return [(item, item) for item in collection]
    if isinstance(collection, list):
        return enumerate(collection)
    if collection is None:
        raise ConversionError("A null value cannot be used as the collection in a 'for' expression.")
    kind = type_of(collection).kind.value
    raise ConversionError(f"A value of type {kind} cannot be used as the collection in a 'for' expression.")


def closed(collection: Value) -> Unknown | None:
    """The unknown part that keeps us from going through a collection."""
    if isinstance(collection, Unknown):
        return collection
    return first_unknown(collection) if is_partial(collection) else None


def run_for(loop: For, collection: Value, names: Names, evaluate: Evaluate) -> Value:
    """The value of a ``for`` expression.

    Args:
        loop: The expression.
        collection: What its collection gave.
        names: Names that are bound around it.
        evaluate: Gives the values of its parts.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    part = closed(collection)
    if part is not None:
        return unknown(part.reason, loop.text)
    bound = dict(names)
    found: list[tuple[Value, Value]] = []
    undecided: Unknown | None = None
    for key, item in pairs(collection):
        bound[loop.names[-1]] = item
        if len(loop.names) > 1:
            bound[loop.names[0]] = key
        if loop.condition is not None:
            included = condition(evaluate(loop.condition, bound), "'if' clause value")
            if included is not True:
                undecided = included if isinstance(included, Unknown) else undecided
                continue
        name = None if loop.key is None else _name(evaluate(loop.key, bound))
        undecided = name if isinstance(name, Unknown) else undecided
        found.append((name, evaluate(loop.value, bound)))
    if undecided is not None:
        return unknown(undecided.reason, loop.text)
    if loop.key is None:
        return [item for _, item in found]
    return _grouped(found) if loop.grouped else _object(found)


def _name(key: Value) -> str | Unknown:
    if isinstance(key, str | Unknown):
        return key
    if key is None:
        raise ConversionError("Key expression in 'for' expression must not produce a null value.")
    try:
        return to_text(key)
    except ConversionError as error:
        raise ConversionError(f"The key expression produced an invalid result: {error}.") from error


def _object(found: list[tuple[Value, Value]]) -> Value:
    result: dict[str, Value] = {}
    for name, item in found:
        key = str(name)
        if key in result:
            raise ConversionError(
                f"Two different items produced the key \"{key}\" in this 'for' expression. If duplicates are expected, "
                "use the ellipsis (...) after the value expression to enable grouping by key."
            )
        result[key] = item
    return result


def _grouped(found: list[tuple[Value, Value]]) -> Value:
    result: dict[str, list[Value]] = {}
    for name, item in found:
        result.setdefault(str(name), []).append(item)
    return result


def splat(source: Value, each: Callable[[Value], Value]) -> Value:
    """``source[*]`` with what is taken on each element.

    Args:
        source: A single value stands for a list of it, null for an empty one.
        each: Takes the steps on one element.
    """
    if isinstance(source, Unknown):
        return plain_unknown(source)
    if source is None:
        return []
    if not isinstance(source, list):
        return [each(source)]
    found = [each(item) for item in source]
    if isinstance(source, ListValue | SetValue):
        element = unify([type_of(item) for item in found]) if found else source.element
        return found if element is None else ListValue(found, element)
    return found


def expanded(value: Value) -> Iterable[Value]:
    """The elements of an argument that is followed by ``...``.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    if value is None:
        raise ConversionError("The expanding argument (indicated by ...) must not be null.")
    if not isinstance(value, list):
        raise ConversionError("The expanding argument (indicated by ...) must be of a tuple, list, or set type.")
    return value
