"""Patterns of paths as ``fileset`` reads them, as regular expressions: ``**``, ``*``, ``?``, ``{a,b}``, ``[a-z]``."""

from __future__ import annotations

import re2

from scanner.parsers.terraform.functions.registry import UnsupportedError
from scanner.parsers.terraform.values.conversions import ConversionError

_MAX_ALTERNATIVES = 256
_MAX_LENGTH = 1024
_SPECIAL = frozenset("*?[{\\")


def fixed_folder(pattern: str) -> str:
    """The folder in which all matches lie: the parts of a pattern before the first that is not plain."""
    parts = pattern.split("/")[:-1]
    plain = next((place for place, part in enumerate(parts) if _SPECIAL & set(part)), len(parts))
    return "/".join(parts[:plain]) or ("/" if pattern.startswith("/") else "")


def compiled(pattern: str) -> re2.Pattern:
    """A regular expression for whole paths.

    Raises:
        ConversionError: It is no pattern.
        UnsupportedError: It has too many alternatives.
    """
    if len(pattern) > _MAX_LENGTH:
        raise UnsupportedError("fileset")
    *folders, last = pattern.split("/")
    parts = [r"(?:[^/]+/)*" if folder == "**" else f"{_part(folder)}/" for folder in folders]
    parts.append(r"(?:[^/]+/)*[^/]+" if last == "**" else _part(last))
    try:
        return re2.compile("".join(parts))
    except re2.error as error:
        raise UnsupportedError("fileset") from error


def _part(part: str) -> str:
    return f"(?:{'|'.join(_expression(plain) for plain in _alternatives(part))})"


def _alternatives(part: str) -> list[str]:
    """Every text for which braces can stand; the first closing brace ends a group, even where another was opened."""
    waiting, found = [(0, part)], list[str]()
    while waiting:
        place, current = waiting.pop()
        start = _unescaped(current, "{", place)
        if start < 0:
            found.append(current)
        else:
            end = _unescaped(current, "}", start)
            if end < 0:
                raise ConversionError("syntax error in pattern")
            options = _split(current[start + 1 : end])
            waiting.extend((start, current[:start] + option + current[end + 1 :]) for option in reversed(options))
        if len(waiting) + len(found) > _MAX_ALTERNATIVES:
            raise UnsupportedError("fileset")
    return found


def _unescaped(text: str, wanted: str, start: int) -> int:
    """Place of a character that is not behind a backslash; -1 where there is none."""
    place = start
    while place < len(text):
        if text[place] == wanted:
            return place
        place += 2 if text[place] == "\\" else 1
    return -1


def _split(text: str) -> list[str]:
    found, rest = [], text
    while (place := _unescaped(rest, ",", 0)) >= 0:
        found.append(rest[:place])
        rest = rest[place + 1 :]
    return [*found, rest]


def _expression(plain: str) -> str:
    parts: list[str] = []
    place = 0
    while place < len(plain):
        character = plain[place]
        if character == "[":
            text, place = _class(plain, place + 1)
            parts.append(text)
            continue
        if character == "\\":
            place += 1
            if place == len(plain):
                raise ConversionError("syntax error in pattern")
            parts.append(re2.escape(plain[place]))
        else:
            parts.append({"*": "[^/]*", "?": "[^/]"}.get(character) or re2.escape(character))
        place += 1
    return "".join(parts)


def _class(plain: str, place: int) -> tuple[str, int]:
    """A class of characters as a regular expression, and the place behind it."""
    negated = plain[place : place + 1] == "^"
    place += negated
    ranges: list[str] = []
    first = place
    while plain[place : place + 1] != "]" or place == first:
        low, place = _character(plain, place)
        high = low
        if plain[place : place + 1] == "-":
            high, place = _character(plain, place + 1)
        ranges.extend(_ranges(low, high))
    if not ranges:  # nothing lies between z and a
        return (r"[^/]" if negated else r"[^\x00-\x{10FFFF}]"), place + 1
    return f"[{'^/' if negated else ''}{''.join(ranges)}]", place + 1


def _ranges(low: str, high: str) -> list[str]:
    """Characters from one to another, without the slash: a class stands within one part of a path."""
    parts = [(low, "."), ("0", high)] if low <= "/" <= high else [(low, high)]
    return [f"{re2.escape(start)}-{re2.escape(end)}" for start, end in parts if start <= end]


def _character(plain: str, place: int) -> tuple[str, int]:
    escaped = plain[place : place + 1] == "\\"
    place += escaped
    character = plain[place : place + 1]
    if not character or (character in "-]" and not escaped):
        raise ConversionError("syntax error in pattern")
    return character, place + 1
