"""Our values in the shape that checkov's check classes know from its own parser.

Each attribute's value stands in a list, a nested block is one of several in a list, and JSON text is what it encodes.
What is not known becomes a mapping with the key ``$hole``, of which the worker makes a text that remembers whether
it was looked at; a block of which it is not known whether it is there becomes one with the key ``$block``, and what a
text encodes one with the key ``$json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from scanner import lazy_re
from scanner.domain.resource import EncodedUnknown, Resource, Unknown, UnknownBlock, UnknownText, Value

_NOT_ATTRIBUTES = frozenset(("count", "for_each"))
_WHOLE = lazy_re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_NAME = lazy_re.compile(r"(?:data\.)?[a-z]\w*\.[\w-]+(?:\[[^\]]*\])?\.(?:id|arn|name|bucket|json)")
_MAX_DEPTH = 60
_DEEP = {"$hole": "too deep"}


def block_shape(resource: Resource) -> dict[str, Any]:
    """A Terraform block.

    Args:
        resource: Of any block type.
    """
    return _body(resource.attributes, "", resource, 0)


def object_shape(resource: Resource) -> Any:
    """A Kubernetes object, which checkov sees as it is written."""
    return _plain(resource.attributes, 0, text=_as_it_is)


def _body(attributes: Mapping[str, Value], prefix: str, resource: Resource, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in attributes.items():
        if not prefix and name in _NOT_ATTRIBUTES:
            continue
        key = _key(name)
        if _is_blocks(value, f"{prefix}{name}", resource):
            blocks = [
                _block(one, f"{prefix}{name}[{index}].", resource, depth + 1) for index, one in enumerate(_items(value))
            ]
            found[key] = sorted(blocks, key=_rests_on_unknown)
        else:
            found[key] = [_plain(value, depth, text=_decoded)]
    return found


def _block(value: Value, prefix: str, resource: Resource, depth: int) -> Any:
    if isinstance(value, UnknownBlock):
        return {"$block": _body(value.content, prefix, resource, depth)}
    if isinstance(value, Mapping) and depth < _MAX_DEPTH:
        return _body(value, prefix, resource, depth)
    return _plain(value, depth, text=_decoded)


def _is_blocks(value: Value, path: str, resource: Resource) -> bool:
    """Whether a value is that of nested blocks, and not of an attribute whose value is a list of objects."""
    items = _items(value)
    if not items or not all(isinstance(one, Mapping | UnknownBlock) for one in items):
        return False
    if any(isinstance(one, UnknownBlock) for one in items):
        return True
    return f"{path}[0]" in resource.positions or path not in resource.positions


def _items(value: Value) -> Sequence[Value]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _plain(value: Value, depth: int, *, text: Any) -> Any:
    """A value as it is, apart from what is not known."""
    if depth > _MAX_DEPTH:
        return _DEEP
    if isinstance(value, Unknown):
        return _hole(value, depth, text)
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Mapping):
        return {_key(str(name)): _plain(one, depth + 1, text=text) for name, one in value.items()}
    if isinstance(value, Sequence):
        return sorted((_plain(one, depth + 1, text=text) for one in value), key=_rests_on_unknown)
    return value


def _hole(value: Unknown, depth: int, text: Any) -> Any:
    if isinstance(value, EncodedUnknown):
        return {"$json": _plain(value.content, depth + 1, text=text)}
    if isinstance(value, UnknownBlock):
        return {"$block": _plain(value.content, depth + 1, text=text)}
    found = {"$hole": _expression(value.text) or value.reason.value}
    if isinstance(value, UnknownText) and value.prefix:
        found["$prefix"] = value.prefix
    return found


def _expression(text: str) -> str:
    """An expression as checkov leaves it: names bare, templates without their quotes."""
    text = text.strip()
    return text[1:-1] if _WHOLE.fullmatch(text) else text


def _as_it_is(text: str) -> str:
    return text


def _decoded(text: str) -> Any:
    """A text as checkov's renderer leaves it: JSON becomes what it encodes, ``true`` a truth value."""
    if text in ("true", "false"):
        return text == "true"
    if text.lstrip()[:1] in ("{", "["):
        try:
            return {"$json": _escaped(json.loads(text))}
        except (ValueError, RecursionError):
            return text
    return text


def _escaped(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(name): _escaped(one) for name, one in value.items()}
    return [_escaped(one) for one in value] if isinstance(value, list) else value


def _key(name: str) -> str:
    """A name that is none of ours."""
    return f"${name}" if name.startswith("$") else name


def _rests_on_unknown(value: Any) -> bool:
    """To sort by: what is known comes first, so that a check that finds what it seeks there looks no further."""
    return isinstance(value, dict) and ("$hole" in value or "$block" in value)


def named(shape: Any) -> Any:
    """A shape in which the plain names of other blocks are no unknown values but names.

    For the checks that find other blocks by them.
    """
    if isinstance(shape, dict):
        text = shape.get("$hole")
        if isinstance(text, str):
            return text if _NAME.fullmatch(text) else shape
        return {key: named(value) for key, value in shape.items()}
    return [named(one) for one in shape] if isinstance(shape, list) else shape
