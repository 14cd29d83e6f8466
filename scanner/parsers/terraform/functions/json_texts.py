"""JSON as Terraform reads and writes it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason, Value
from scanner.parsers.terraform.functions.arguments import MAX_LENGTH, normal, text
from scanner.parsers.terraform.functions.registry import Function, UnknownArgumentError, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_LEVELS, MAX_WEIGHT, first_unknown, weigh
from scanner.parsers.terraform.values.conversions import ConversionError, to_number, to_text
from scanner.parsers.terraform.values.lazy import settled
from scanner.parsers.terraform.values.types import type_of

_ESCAPES = {
    **{code: f"\\u{code:04x}" for code in (*range(0x20), *map(ord, "<>&\u2028\u2029"))},
    **{ord(character): f"\\{letter}" for character, letter in zip('\b\f\n\r\t"\\', 'bfnrt"\\', strict=True)},
    **dict.fromkeys(range(55296, 57344), "�"),
}
_PLAIN = lazy_re.compile(r'[^\x00-\x1f<>&"\\\u2028\u2029\ud800-\udfff]*')
_SPACE = " \t\n\r"


def encode(value: Value) -> str:
    """A value that is wholly known, as Terraform's ``jsonencode`` writes it."""
    pieces: list[str] = []
    _write(value, pieces)
    return "".join(pieces)


def _write(value: Value, pieces: list[str]) -> None:
    if value is None:
        pieces.append("null")
    elif isinstance(value, str):
        pieces.append(f'"{value if _PLAIN.fullmatch(value) else value.translate(_ESCAPES)}"')
    elif isinstance(value, dict):
        for index, key in enumerate(sorted(value)):
            pieces.append("," if index else "{")
            _write(key, pieces)
            pieces.append(":")
            _write(value[key], pieces)
        pieces.append("}" if value else "{}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            pieces.append("," if index else "[")
            _write(item, pieces)
        pieces.append("]" if value else "[]")
    else:
        pieces.append(to_text(value))


def _encode(value: Value) -> Value:
    value = settled(value)
    part = first_unknown(value)
    if part is None:
        found = encode(value)
        if len(found) > MAX_LENGTH:
            raise UnsupportedError("jsonencode")
        return found
    reason = UnknownReason.SENSITIVE if _holds_secret(value) else part.reason
    return EncodedUnknown(reason=reason, text="jsonencode(…)", content=value)


def _holds_secret(value: Value) -> bool:
    if isinstance(value, Unknown):
        return value.reason is UnknownReason.SENSITIVE
    if isinstance(value, dict):
        return any(map(_holds_secret, value.values()))
    return isinstance(value, list) and any(map(_holds_secret, value))


def _decode(value: Value) -> Value:
    if isinstance(value, EncodedUnknown):
        return plain(value.content)
    if isinstance(value, Unknown):
        raise UnknownArgumentError(value)
    given = text(value).lstrip(_SPACE)
    try:
        found, end = _DECODER.raw_decode(given)
    except ConversionError:
        raise
    except (ValueError, RecursionError) as error:
        raise ConversionError("not JSON") from error
    rest = given[end:].lstrip(_SPACE)
    if rest and rest[0] not in "]}":  # Terraform does not see those
        raise ConversionError("more than one JSON value")
    if weigh(found) > MAX_WEIGHT:
        raise UnsupportedError("jsondecode")
    return _composed(found, MAX_LEVELS)


def plain(value: Value) -> Value:
    """The value with objects for maps, and tuples for lists and sets."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def _composed(value: Value, levels: int) -> Value:
    if not levels:
        raise UnsupportedError("jsondecode")
    if isinstance(value, str):
        return normal(value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    if isinstance(value, dict):
        return {key: _composed(value[key], levels - 1) for key in sorted(value)}
    return [_composed(item, levels - 1) for item in value] if isinstance(value, list) else value


def _object(pairs: list[tuple[str, Value]]) -> Value:
    found = dict(pairs)
    if any(not key.isascii() and normal(key) != key for key in found):
        raise ConversionError("a key that is not composed")  # Terraform looks for it in vain
    if len(found) < len(pairs):
        types = {key: type_of(found[key]) for key, count in Counter(key for key, _ in pairs).items() if count > 1}
        for key, value in pairs:
            if key in types and value is not None and type_of(value) != types[key]:
                _check_repeated(value, found[key])
    return found


def _check_repeated(earlier: Value, last: Value) -> None:
    """Values of one key must fit the type of the last of them."""
    if isinstance(last, str) and not isinstance(earlier, list | dict):
        return
    if isinstance(last, list | dict) or isinstance(earlier, list | dict) or last is None:
        raise UnsupportedError("a key that stands twice in an object")
    if isinstance(last, bool) and isinstance(earlier, str) and earlier in ("true", "false"):
        return
    if isinstance(last, bool) or not isinstance(earlier, str):
        raise ConversionError("a key stands twice in an object, with values of different types")
    to_number(earlier)


def _constant(name: str) -> Value:
    raise ValueError(name)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=to_number, parse_int=to_number, parse_constant=_constant
)
FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "jsonencode": Function(_encode, parts=True),
        "jsondecode": Function(_decode, takes_unknown=True),
    }
)
