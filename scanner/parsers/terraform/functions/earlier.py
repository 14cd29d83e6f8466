"""Functions that have no family yet; all are pure, and refuse what they cannot give exactly."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from scanner.domain.resource import Value
from scanner.parsers.terraform.conversions import ConversionError, to_bool, to_number, to_text
from scanner.parsers.terraform.functions.registry import Function, UnknownArgumentError, UnsupportedError
from scanner.parsers.terraform.values import MAX_WEIGHT, SetValue, first_unknown, set_of

_MAX_LENGTH = 64 * MAX_WEIGHT
_MAX_DEPTH = 50
_VERB = re.compile(r"%(?:%|(-?)(0?)(\d{0,3})([sdvqt])|(.?))", re.DOTALL)


def _known(value: Value) -> Value:
    part = first_unknown(value)
    if part is not None:
        raise UnknownArgumentError(part)
    return value


def _text(value: Value) -> str:
    return to_text(_known(value))


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise ConversionError("not a list")
    return value


def _map(value: Value) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise ConversionError("not a map")
    return value


def _format(template: Value, *values: Value) -> str:
    rest = list(reversed(values))

    def verb(match: re.Match[str]) -> str:
        left, zero, width, kind, other = match.groups()
        if other is not None:
            raise UnsupportedError("format")
        if kind is None:
            return "%"
        if not rest:
            raise ConversionError("too few arguments")
        text = _formatted(kind, _known(rest.pop()))
        if left:
            return text.ljust(int(width or "0"))
        if zero and kind != "d":
            raise UnsupportedError("format")
        return text.zfill(int(width or "0")) if zero else text.rjust(int(width or "0"))

    result = _VERB.sub(verb, _text(template))
    if rest:
        raise ConversionError("too many arguments")
    return result


def _formatted(kind: str, value: Value) -> str:
    match kind:
        case "s":
            return to_text(value)
        case "t":
            return to_text(to_bool(value))
        case "d":
            number = to_number(value)
            if not isinstance(number, int):
                raise UnsupportedError("format")
            return str(number)
        case "q":
            return _dump(to_text(value))
        case _:
            return _dump(value) if value is None or isinstance(value, list | dict) else to_text(value)


def _join(separator: Value, *lists: Value) -> str:
    texts = [_text(item) for values in lists for item in _list(values)]
    between = _text(separator)
    if sum(map(len, texts)) + len(between) * len(texts) > _MAX_LENGTH:
        raise UnsupportedError("join")
    return between.join(texts)


def _concat(*lists: Value) -> Value:
    found: list[Value] = []
    for values in lists:
        if isinstance(values, SetValue):
            raise ConversionError("a set has no order")
        found.extend(_list(values))
    return found


def _merge(*maps: Value) -> Value:
    found: dict[str, Value] = {}
    for values in maps:
        found.update({} if values is None else _map(values))
    return found


def _length(value: Value) -> int:
    if isinstance(value, str):
        if not value.isascii():
            raise UnsupportedError("length")  # Terraform counts grapheme clusters
        return len(value)
    if isinstance(value, list | dict):
        return len(value)
    raise ConversionError("has no length")


def _coalesce(*values: Value) -> Value:
    texts = any(isinstance(value, str) for value in values)
    for value in values:
        _known(value)
        if value is not None and value != "":
            return to_text(value) if texts and not isinstance(value, list | dict) else value
    raise ConversionError("nothing but null")


def _lookup(values: Value, key: Value, *default: Value) -> Value:
    found = _map(values)
    name = _text(key)
    if name in found:
        return found[name]
    if len(default) != 1:
        raise ConversionError("no such key")
    return default[0]


def _replace(value: Value, old: Value, new: Value) -> str:
    text, pattern, into = _text(value), _text(old), _text(new)
    if len(pattern) > 1 and pattern.startswith("/") and pattern.endswith("/"):
        raise UnsupportedError("replace with a regular expression")
    if not pattern or len(text) + text.count(pattern) * len(into) > _MAX_LENGTH:
        raise UnsupportedError("replace")
    return text.replace(pattern, into)


def _split(separator: Value, value: Value) -> Value:
    between, text = _text(separator), _text(value)
    return list(text.split(between)) if between else list(text)


def _to(convert: Callable[[Value], Value]) -> Callable[[Value], Value]:
    return lambda value: None if value is None else convert(_known(value))


def _to_list(value: Value) -> Value:
    return list(_same_type(_list(value)))


def _to_set(value: Value) -> Value:
    values = _list(value)
    _known(values)
    return set_of(_same_type(values))


def _to_map(value: Value) -> Value:
    found = _map(value)
    return dict(zip(found, _same_type(list(found.values())), strict=True))


def _same_type(values: list[Value]) -> list[Value]:
    """Elements of a collection have one type: a string among them makes all of them strings."""
    scalars = [value for value in values if not isinstance(value, list | dict) and value is not None]
    kinds = {"number" if type(value) in (int, float) else type(value).__name__ for value in scalars}
    if len(kinds) < 2:
        return values
    _known(values)
    if len(scalars) < len([value for value in values if value is not None]):
        raise ConversionError("elements of different types")
    return [None if value is None else to_text(value) for value in values]


def _dump(value: Value) -> str:
    text = json.dumps(_known(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    text = text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
    return text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")


def _decode(text: Value) -> Value:
    try:
        found = json.loads(_text(text), parse_float=to_number, parse_int=to_number)
    except (ValueError, RecursionError) as error:
        raise ConversionError("not JSON") from error
    return _checked(found, _MAX_DEPTH)


def _checked(value: Value, levels: int) -> Value:
    if levels == 0 or (isinstance(value, float) and value != value):  # noqa: PLR0124  # not a number
        raise ConversionError("nested too deeply")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _checked(inner, levels - 1)
    return value


_RUNS: Mapping[str, Callable[..., Value]] = MappingProxyType(
    {
        "lower": lambda value: _text(value).lower(),
        "upper": lambda value: _text(value).upper(),
        "trimspace": lambda value: _text(value).strip(),
        "format": _format,
        "join": _join,
        "concat": _concat,
        "merge": _merge,
        "length": _length,
        "coalesce": _coalesce,
        "lookup": _lookup,
        "replace": _replace,
        "split": _split,
        "tostring": _to(to_text),
        "tonumber": _to(to_number),
        "tobool": _to(to_bool),
        "tolist": _to_list,
        "toset": _to_set,
        "tomap": _to_map,
        "jsonencode": _dump,
        "jsondecode": _decode,
    }
)

FUNCTIONS: Mapping[str, Function] = MappingProxyType({name: Function(run, parts=True) for name, run in _RUNS.items()})
