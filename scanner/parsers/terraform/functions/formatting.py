"""``format`` and ``formatlist``: verbs as in C, with Terraform's own ideas of values and of widths."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.functions.arguments import MAX_LENGTH, known, normal, text
from scanner.parsers.terraform.functions.decimals import fixed, general, scientific
from scanner.parsers.terraform.functions.graphemes import clusters
from scanner.parsers.terraform.functions.json_texts import encode
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, ListValue, first_unknown
from scanner.parsers.terraform.values.conversions import ConversionError, decimal_of, to_bool, to_number, to_text
from scanner.parsers.terraform.values.kinds import STRING

_PIECE = lazy_re.compile(
    r"(?P<plain>[^%]+|%%)|%(?P<flags>[0#+ -]*)(?P<width>[1-9][0-9]*)?(?:\.(?P<precision>[0-9]*))?"
    r"(?:\[(?P<index>[1-9][0-9]*)\])?(?P<verb>[a-zA-Z])"
)
_MAX_WIDTH = 10_000
_MAX_PRECISION = 1_000
_COST = 64
"""Of a verb, in characters: a format of nothing but verbs is no text."""
_BASES = {"b": ("b", "0b"), "d": ("d", ""), "o": ("o", "0"), "x": ("x", "0x"), "X": ("X", "0X")}
_DEFAULT_PLACES = 6


@dataclass(frozen=True)
class _Verb:
    """One verb of a format."""

    letter: str
    flags: str
    width: int
    precision: int | None

    def padded(self, found: str) -> str:
        """The text, as wide as it is wanted; widths count what a reader sees as characters."""
        missing = self.width - len(clusters(found))
        if missing <= 0:
            return found
        filling = ("0" if "0" in self.flags else " ") * missing
        return found + filling if "-" in self.flags else filling + found


def _format(template: Value, *values: Value) -> str:
    for value in values:
        known(value)
    return _formatted(text(template), values)


def _format_list(template: Value, *values: Value) -> Value:
    pattern = text(template)
    lists = [value for value in values if isinstance(value, list)]
    lengths = {len(value) for value in lists}
    if len(lengths) > 1:
        raise ConversionError("lists of different lengths")
    count = lengths.pop() if lengths else 1
    if count * (len(values) + 1) > MAX_WEIGHT:
        raise UnsupportedError("formatlist")
    found: list[Value] = []
    length = 0
    for index in range(count):
        row = [value[index] if isinstance(value, list) else value for value in values]
        part = first_unknown(row)
        found.append(_formatted(pattern, row) if part is None else Unknown(reason=part.reason, text="formatlist(…)"))
        length += 0 if part is not None else len(str(found[-1]))
        if length > MAX_LENGTH:
            raise UnsupportedError("formatlist")
    return ListValue(found, STRING)


def _formatted(template: str, values: Sequence[Value]) -> str:
    pieces: list[str] = []
    place = length = highest = 0
    following = 1
    while place < len(template):
        match = _PIECE.match(template, place)
        if match is None:
            raise ConversionError("not a format")
        place = match.end()
        if match["plain"] is not None:
            pieces.append("%" if match["plain"] == "%%" else match["plain"])
        else:
            index = _number(match["index"], len(values)) if match["index"] else following
            if index > len(values):
                raise ConversionError("not enough arguments")
            highest, following = max(highest, index), index + 1
            value = values[index - 1]
            pieces.append(_verb(_parsed(match), value))
            length += _COST + (len(value) if match["precision"] and isinstance(value, str) else 0)
        length += len(pieces[-1])
        if length > MAX_LENGTH:
            raise UnsupportedError("format")
    if highest < len(values):
        raise ConversionError("too many arguments")
    return normal("".join(pieces))


def _number(digits: str, limit: int) -> int:
    return int(digits) if len(digits) < 7 else limit + 1


def _parsed(match: re.Match[str]) -> _Verb:
    width = _number(match["width"] or "0", _MAX_WIDTH)
    precision = None if match["precision"] is None else _number(match["precision"] or "0", _MAX_PRECISION)
    if width > _MAX_WIDTH or (precision or 0) > _MAX_PRECISION:
        raise UnsupportedError("format")
    return _Verb(match["verb"], match["flags"], width, precision)


def _verb(verb: _Verb, value: Value) -> str:
    if value is None and verb.letter != "v":
        raise ConversionError("null cannot be formatted")
    match verb.letter:
        case "v":
            return verb.padded(_as_it_is(verb, value))
        case "t":
            return to_text(to_bool(value))
        case "s" | "q":
            found = to_text(value)
            if verb.precision:
                found = "".join(clusters(found)[: verb.precision])
            return verb.padded(found if verb.letter == "s" else encode(found))
        case "b" | "d" | "o" | "x" | "X":
            return _integer(verb, to_number(value))
        case "e" | "E" | "f" | "g" | "G":
            return _float(verb, to_number(value))
        case _:
            raise ConversionError("no such verb")


def _as_it_is(verb: _Verb, value: Value) -> str:
    if "#" not in verb.flags:
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return general(value, None)
    return encode(value)


def _integer(verb: _Verb, number: float) -> str:
    exact = decimal_of(number)
    if exact != exact.to_integral_value():
        raise ConversionError("a whole number is required")
    value = int(exact)
    kind, prefix = _BASES[verb.letter]
    digits = format(abs(value), kind)
    lead = _sign(verb, negative=value < 0) + (prefix if "#" in verb.flags else "")
    if verb.precision is not None:
        if value == 0 and verb.precision == 0:
            return ""
        digits = digits.rjust(verb.precision, "0")
    elif "0" in verb.flags and "-" not in verb.flags:
        digits = digits.rjust(verb.width - len(lead), "0")
    found = lead + digits
    return found.ljust(verb.width) if "-" in verb.flags else found.rjust(verb.width)


def _float(verb: _Verb, number: float) -> str:
    match verb.letter:
        case "f":
            found = fixed(number, _DEFAULT_PLACES if verb.precision is None else verb.precision)
        case "e" | "E":
            found = scientific(number, _DEFAULT_PLACES if verb.precision is None else verb.precision)
        case _:
            found = general(number, verb.precision)
    sign, digits = _sign(verb, negative=found.startswith("-")), found.lstrip("-")
    digits = digits.upper() if verb.letter in "EG" else digits
    if "0" in verb.flags:  # even where the left side was asked for
        return sign + digits.rjust(verb.width - len(sign), "0")
    return (sign + digits).ljust(verb.width) if "-" in verb.flags else (sign + digits).rjust(verb.width)


def _sign(verb: _Verb, *, negative: bool) -> str:
    return "-" if negative else "+" if "+" in verb.flags else " " if " " in verb.flags else ""


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {"format": Function(_format), "formatlist": Function(_format_list, parts=True)}
)
