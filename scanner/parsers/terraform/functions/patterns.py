"""Regular expressions of Terraform, which are Go's: RE2, in linear time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import re2

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import MAX_LENGTH, normal, text
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, ListValue
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.kinds import STRING, Type, object_of, tuple_of

_MAX_PATTERN = 2_000
"""Characters; written ones stay under a tenth of this."""
_MAX_MEMORY = 1024 * 1024
"""Bytes of a compiled pattern: repetitions inside repetitions take a tenth of a second where more is allowed."""
_MAX_STEPS = 500_000_000
"""Characters that are looked at for one result."""
_COST = 1_000
"""Of a match, in characters."""
_ONE_BYTE = lazy_re.compile(r"(?<!\\)(?:\\\\)*\\C")
_LEAST = 8
"""Characters for which a replacement counts at least."""
_NAME = lazy_re.compile(r"\(\?P?<(\w+)>")
_TEMPLATE = lazy_re.compile(r"\$(?:(\$)|(\w+)|\{(\w+)\})")
"""What Go expands in a replacement; any other dollar stands for itself."""


def _compiled(pattern: str) -> Any:  # re2 has no types
    if len(pattern) > _MAX_PATTERN:
        raise UnsupportedError("regular expression too long")
    if _ONE_BYTE.search(pattern):
        raise ConversionError("not a regular expression")  # RE2 knows it, Go does not
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MAX_MEMORY
    try:
        return re2.compile(pattern, options)
    except (re2.error, UnicodeEncodeError) as error:
        if "too large" in str(error):
            raise UnsupportedError("so large a regular expression") from error
        raise ConversionError("not a regular expression") from error


def _matches(pattern: Any, given: str) -> Iterator[Any]:
    """The matches as Go finds them: none that is empty right behind another.

    Raises:
        UnsupportedError: There are so many that each may have cost a look at all that follows.
    """
    end = -1
    budget = _MAX_STEPS
    for match in pattern.finditer(given):
        budget -= len(given) - match.end() + _COST
        if budget < 0:
            raise UnsupportedError("so many matches")
        if match.end() > match.start() or match.start() != end:
            yield match
        end = match.end()


def _subject(value: Value) -> str:
    given = text(value)
    if not given.isascii():
        try:
            given.encode()
        except UnicodeEncodeError as error:
            raise ConversionError("half a character") from error
    return given


def _result(pattern: Any, match: Any) -> Value:
    """The groups by name or in order; the whole where there are none."""
    if not pattern.groups:
        return normal(match.group())
    names = pattern.groupindex
    if names:
        return {name: _group(match, names[name]) for name in sorted(names)}
    return [_group(match, index) for index in range(1, pattern.groups + 1)]


def _group(match: Any, index: int) -> Value:
    found = match.group(index)
    return None if found is None else normal(found)


def _prepared(value: Value) -> Any:
    written = text(value)
    pattern = _compiled(written)
    names = _NAME.findall(written)
    if len(set(names)) < len(names):
        raise UnsupportedError("groups of one name")
    if 0 < len(pattern.groupindex) < pattern.groups:
        raise ConversionError("named and unnamed groups")
    return pattern


def _regex(pattern: Value, value: Value) -> Value:
    prepared = _prepared(pattern)
    given = _checked(prepared, _subject(value))
    match = prepared.search(given)
    if match is None:
        raise ConversionError("pattern did not match")
    return _result(prepared, match)


def _element(pattern: Any) -> Type:
    names = pattern.groupindex
    if names:
        return object_of(dict.fromkeys(names, STRING))
    return tuple_of((STRING,) * pattern.groups) if pattern.groups else STRING


def _checked(pattern: Any, given: str) -> str:
    """The text, when it and the pattern together are not too large."""
    if pattern.programsize * len(given) > _MAX_STEPS // 10:
        raise UnsupportedError("so large a regular expression")
    return given


def _regex_all(pattern: Value, value: Value) -> Value:
    prepared = _prepared(pattern)
    given = _checked(prepared, _subject(value))
    found: list[Value] = []
    for match in _matches(prepared, given):
        found.append(_result(prepared, match))
        if len(found) * (prepared.groups + 1) > MAX_WEIGHT:
            raise UnsupportedError("regexall")
    return ListValue(found, _element(prepared))


def _replace(value: Value, part: Value, replacement: Value) -> str:
    given, old, new = _subject(value), text(part), text(replacement)
    if len(old) > 1 and old.startswith("/") and old.endswith("/"):
        return _replaced(given, _compiled(old[1:-1]), new)
    if len(given) + (given.count(old) if old else len(given) + 1) * len(new) > MAX_LENGTH:
        raise UnsupportedError("replace")
    return normal(given.replace(old, new))


def _replaced(given: str, pattern: Any, template: str) -> str:
    parts = _parts(template, pattern)
    used = {part for part in parts if isinstance(part, int)}
    pieces: list[str] = []
    length = end = 0
    for match in _matches(pattern, _checked(pattern, given)):
        groups = {index: match.group(index) or "" for index in used}
        inserted = "".join(part if isinstance(part, str) else groups[part] for part in parts)
        pieces += (given[end : match.start()], inserted)
        length += len(inserted) + len(parts) + _LEAST
        if length > MAX_LENGTH:
            raise UnsupportedError("replace")
        end = match.end()
    return normal("".join([*pieces, given[end:]]))


def _parts(template: str, pattern: Any) -> list[str | int]:
    """What is inserted for a match: texts, and numbers of groups; a group that is not there is left out."""
    parts: list[str | int] = []
    end = 0
    for found in _TEMPLATE.finditer(template):
        dollar, bare, braced = found.groups()
        if template[end : found.start()]:
            parts.append(template[end : found.start()])
        index = -1 if dollar else _group_of(bare or braced, pattern)
        if dollar or index >= 0:
            parts.append("$" if dollar else index)
        end = found.end()
    return [*parts, template[end:]]


def _group_of(name: str, pattern: Any) -> int:
    """Number of the group that a name or a number means; negative where there is none."""
    if not (name.isdecimal() and name.isascii()):
        index: int = pattern.groupindex.get(name, -1)
        return index
    leads = len(name) > 1 and name.startswith("0")
    return int(name) if not leads and len(name) < 5 and int(name) <= pattern.groups else -1


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "regex": Function(_regex),
        "regexall": Function(_regex_all),
        "replace": Function(_replace),
    }
)
