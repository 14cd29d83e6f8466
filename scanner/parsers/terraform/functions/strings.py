"""Functions of strings: case, trimming, parts, joining. Characters are what a reader sees: grapheme clusters."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from scanner.domain.resource import UnknownText, Value
from scanner.parsers.terraform.functions.arguments import MAX_LENGTH, normal, text, texts, whole
from scanner.parsers.terraform.functions.graphemes import clusters
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, ListValue
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.kinds import STRING

_SPACES = "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"


def _upper_character(character: str) -> str:
    """One character stays one: what has no capital of its own is left, unlike in Python."""
    return next((found for found in (character.upper(), character.title()) if len(found) == 1), character)


def _lower_character(character: str) -> str:
    found = character.lower()
    return found if len(found) == 1 else found[0]  # only the dotted capital I has two


def _title_character(character: str) -> str:
    found = character.title()
    return found if len(found) == 1 else character


def _upper(value: Value) -> str:
    given = text(value)
    return given.upper() if given.isascii() else normal("".join(map(_upper_character, given)))


def _lower(value: Value) -> str:
    given = text(value)
    return given.lower() if given.isascii() else normal("".join(map(_lower_character, given)))


def _title(value: Value) -> str:
    given = text(value)
    pairs = itertools.pairwise(f" {given}")
    return normal("".join(_title_character(after) if _separates(before) else after for before, after in pairs))


def _separates(character: str) -> bool:
    if character.isascii():
        return not (character.isalnum() or character == "_")
    category = unicodedata.category(character)
    return character in _SPACES and not (category.startswith("L") or category == "Nd")


def _chomp(value: Value) -> str:
    return normal(text(value).rstrip("\r\n"))


def _trim_space(value: Value) -> str:
    return normal(text(value).strip(_SPACES))


def _trim(value: Value, characters: Value) -> str:
    cutset = text(characters)
    given = text(value)
    return normal(given.strip(cutset) if cutset else given)


def _trim_prefix(value: Value, prefix: Value) -> str:
    return normal(text(value).removeprefix(text(prefix)))


def _trim_suffix(value: Value, suffix: Value) -> str:
    return normal(text(value).removesuffix(text(suffix)))


def _starts_with(value: Value, prefix: Value) -> bool:
    wanted = text(prefix)
    if isinstance(value, UnknownText):
        if value.prefix.startswith(wanted):
            return True
        if not wanted.startswith(value.prefix):
            return False
    return text(value).startswith(wanted)


def _ends_with(value: Value, suffix: Value) -> bool:
    return text(value).endswith(text(suffix))


def _contains(value: Value, part: Value) -> bool:
    return text(part) in text(value)


def _reverse(value: Value) -> str:
    given = text(value)
    return normal("".join(reversed(clusters(given))))


def _part(value: Value, offset: Value, length: Value) -> str:
    given, start, wanted = text(value), whole(offset), whole(length)
    if start >= 0 and wanted == 0:
        return ""
    found = clusters(given)
    start = max(start + len(found), 0) if start < 0 else start
    if wanted == 0:  # with a negative offset, Terraform looks for the end before it looks whether it is there
        wanted = -1
    return normal("".join(found[start:] if wanted < 0 else found[start : start + wanted]))


def _indent(spaces: Value, value: Value) -> str:
    count, given = whole(spaces), text(value)
    if count < 0:
        raise ConversionError("a negative number of spaces")
    breaks = given.count("\n")
    if count * breaks > MAX_LENGTH:
        raise UnsupportedError("indent")
    return normal(given.replace("\n", "\n" + " " * count)) if breaks else normal(given)


def _join(separator: Value, first: Value, *lists: Value) -> str:
    between = text(separator)
    found = [item for values in (first, *lists) for item in texts(values)]
    if sum(map(len, found)) + len(between) * len(found) > MAX_LENGTH:
        raise UnsupportedError("join")
    return normal(between.join(found))


def _split(separator: Value, value: Value) -> Value:
    between, given = text(separator), text(value)
    if (given.count(between) if between else len(given)) > MAX_WEIGHT:
        raise UnsupportedError("split")
    return ListValue(map(normal, given.split(between) if between else given), STRING)


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "chomp": Function(_chomp),
        "endswith": Function(_ends_with),
        "indent": Function(_indent),
        "join": Function(_join),
        "lower": Function(_lower),
        "split": Function(_split),
        "startswith": Function(_starts_with, takes_unknown=True),
        "strcontains": Function(_contains),
        "strrev": Function(_reverse),
        "substr": Function(_part),
        "title": Function(_title),
        "trim": Function(_trim),
        "trimprefix": Function(_trim_prefix),
        "trimspace": Function(_trim_space),
        "trimsuffix": Function(_trim_suffix),
        "upper": Function(_upper),
    }
)
