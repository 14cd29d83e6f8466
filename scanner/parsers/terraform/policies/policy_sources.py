"""IAM policies that are given to ``aws_iam_policy_document`` as JSON text, as the provider reads them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import NoReturn

from scanner.domain.resource import EncodedUnknown, Unknown, Value
from scanner.parsers.terraform.policies.policy_blocks import (
    Statement,
    add_condition,
    add_principals,
    shown_conditions,
    shown_principals,
)
from scanner.parsers.terraform.values.conversions import ConversionError

_MAX_CHARACTERS = 1_000_000
_DOCUMENT = MappingProxyType({name.lower(): name for name in ("Version", "Id", "Statement")})
_KEPT = ("Action", "NotAction", "Resource", "NotResource")
_PRINCIPALS = ("Principal", "NotPrincipal")
_STATEMENT = MappingProxyType({name.lower(): name for name in ("Sid", "Effect", *_KEPT, *_PRINCIPALS, "Condition")})
_WHOLE = 1e21
"""Below it, Go writes a whole number without an exponent."""


def document_of(source: Value) -> Mapping[str, Value] | Unknown:
    """A document with ``Version``, ``Id`` and ``Statement``, as far as it has them.

    Args:
        source: JSON text, known, in part or not at all.

    Raises:
        ConversionError: The provider would refuse it.
    """
    if source == "":  # as a variable that may be left empty gives it
        return {}
    content = source.content if isinstance(source, EncodedUnknown) else source
    if isinstance(source, str):
        content = _decoded(source)
    if isinstance(content, Unknown):
        return content
    if content is None:
        if source is None:
            raise ConversionError("null value found in list")
        return {}
    if not isinstance(content, Mapping):
        raise ConversionError("a policy must be an object")
    found = _named(content, _DOCUMENT)
    document: dict[str, Value] = {name: _text(found[name]) for name in ("Version", "Id") if found.get(name) is not None}
    statements = found.get("Statement")
    if isinstance(statements, Unknown):
        document["Statement"] = [statements]
    elif statements is not None:
        if not isinstance(statements, list):
            raise ConversionError("the statements of a source must be a list")
        document["Statement"] = [_statement(statement) for statement in statements]
    return document


def _decoded(text: str) -> Value:
    if len(text) > _MAX_CHARACTERS:
        raise ConversionError("a policy that is too long")
    try:
        found: Value = json.loads(text, parse_int=float, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise ConversionError("a policy that is not JSON") from error
    return found


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _named(content: Mapping[str, Value], names: Mapping[str, str]) -> dict[str, Value]:
    """The members that the provider knows, whatever the case in which they are written."""
    return {names[key.lower()]: value for key, value in content.items() if key.lower() in names}


def _text(value: Value) -> Value:
    if isinstance(value, str | Unknown):
        return value
    raise ConversionError("text is required")


def _statement(written: Value) -> Value:
    if isinstance(written, Unknown):
        return written
    if not isinstance(written, Mapping):
        raise ConversionError("a statement must be an object")
    found = _named(written, _STATEMENT)
    statement: Statement = {}
    for name in ("Sid", "Effect"):
        if found.get(name) is not None and found[name] != "":
            statement[name] = _text(found[name])
    statement.update({name: _plain(found[name]) for name in _KEPT if found.get(name) is not None})
    statement.update({name: _principals(found[name]) for name in _PRINCIPALS if found.get(name) not in (None, {})})
    conditions = _conditions(found.get("Condition"))
    if conditions is not None:
        statement["Condition"] = conditions
    return statement


def _plain(value: Value) -> Value:
    """A value whose numbers are written as Go writes them."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:
        return int(value)
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _principals(written: Value) -> Value:
    if isinstance(written, Unknown):
        return written
    if isinstance(written, str):
        return "*"
    if not isinstance(written, Mapping):
        raise ConversionError("principals must be text or an object")
    found: dict[str, Value] = {}
    for kind, names in written.items():
        for name in names if isinstance(names, list) else [names]:
            _text(name)
        add_principals(found, kind, names)
    return shown_principals(found)


def _conditions(written: Value) -> Value:
    """Conditions; what is neither text, flag nor list is lost, as the provider loses it."""
    if written is None or isinstance(written, Unknown):
        return written
    found: dict[str, dict[str, Value]] = {}
    for test, variables in _object(written).items():
        if isinstance(variables, Unknown):
            return variables
        for variable, values in _object(variables).items():
            if isinstance(values, bool):
                add_condition(found, test, variable, ["true" if values else "false"])
            elif isinstance(values, Unknown):
                add_condition(found, test, variable, values)
            elif isinstance(values, str | list):
                texts = values if isinstance(values, list) else [values]
                add_condition(found, test, variable, [_text(text) for text in texts])
    return shown_conditions(found) or None


def _object(value: Value) -> Mapping[str, Value]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ConversionError("conditions must be objects")
    return value
