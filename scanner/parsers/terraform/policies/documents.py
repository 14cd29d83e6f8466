"""JSON text in attributes: policies, container definitions, state machines, as data for rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NoReturn

from scanner.domain.resource import EncodedUnknown, Value
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, weigh

MAX_CHARACTERS = 1_000_000
"""Longer text is not looked into; AWS takes policies of some ten thousand characters."""
_BEGINNINGS = frozenset("{[ \t\r\n")
MAX_DOCUMENTS = 1_000
"""JSON texts in one block."""


def documents(attributes: Mapping[str, Value]) -> Mapping[str, Value]:
    """Find JSON objects and arrays that stand in attributes as text.

    Args:
        attributes: Of one block, at any depth.

    Returns:
        Attribute path (``statement[0].policy``) to the content. Content of text that is known only in part has unknown
        parts. Text that is no JSON is not a document.
    """
    found: dict[str, Value] = {}
    holding = {key: value for key, value in attributes.items() if _may_hold(value)}
    for path, value in _leaves(holding) if holding else ():
        content = value.content if isinstance(value, EncodedUnknown) else _content(value)
        if isinstance(content, dict | list):
            found[path] = content
            if len(found) == MAX_DOCUMENTS:
                break
    return found


def _may_hold(value: Value) -> bool:
    """Whether some text in a value may be a document: most attributes are out at a glance."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, str):
            if current[:1] in _BEGINNINGS and _begins(current):
                return True
        elif isinstance(current, dict):
            waiting.extend(current.values())
        elif isinstance(current, (list, tuple)):
            waiting.extend(current)
        elif isinstance(current, (EncodedUnknown, Mapping)):
            return True
    return False


def _begins(text: str) -> bool:
    return text[:100].lstrip()[:1] in {"{", "["}


def _leaves(attributes: Mapping[str, Value]) -> Iterator[tuple[str, str | EncodedUnknown]]:
    waiting: list[tuple[str, Value]] = [("", attributes)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str | EncodedUnknown):
            yield path, value
        elif isinstance(value, Mapping):
            below = [(f"{path}.{key}" if path else str(key), inner) for key, inner in value.items()]
            waiting.extend(reversed(below))
        elif isinstance(value, list | tuple):
            waiting.extend((f"{path}[{index}]", value[index]) for index in reversed(range(len(value))))


def _content(text: str) -> Value:
    if not _begins(text) or len(text) > MAX_CHARACTERS:
        return None
    try:
        content: Value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return content if weigh(content) <= MAX_WEIGHT else None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
