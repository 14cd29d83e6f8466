"""``csvdecode``: RFC 4180 as Go reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import normal, text
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, ListValue
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.kinds import STRING, object_of

_QUOTED = lazy_re.compile(r'"((?:[^"]++|"")*+)"(,|\n|\Z)')
_BARE = lazy_re.compile(r'([^",\n]*)(,|\n|\Z)')


def _rows(given: str) -> Iterator[list[str]]:
    """The rows; empty lines are none.

    Raises:
        ConversionError: A quote stands where none may stand.
    """
    place = 0
    row: list[str] = []
    while place < len(given):
        if not row and given[place] == "\n":
            place += 1
            continue
        quoted = given[place] == '"'
        match = (_QUOTED if quoted else _BARE).match(given, place)
        if match is None:
            raise ConversionError("a quote out of place")
        row.append(match[1].replace('""', '"') if quoted else match[1])
        place = match.end()
        if match[2] == ",":
            if place < len(given):
                continue
            row.append("")
        yield row
        row = []


def _decode(value: Value) -> Value:
    given = text(value).replace("\r\n", "\n").removesuffix("\r")
    rows = _rows(given)
    header = next(rows, None)
    if header is None:
        raise ConversionError("no header")
    if len(set(header)) < len(header):
        raise ConversionError("two columns of one name")
    names = [normal(name) for name in header]
    found: list[Value] = []
    for row in rows:
        if len(row) != len(names):
            raise ConversionError("a row with another number of columns")
        cells = dict(zip(names, map(normal, row), strict=True))
        found.append({name: cells[name] for name in sorted(cells)})
        if len(found) * len(names) > MAX_WEIGHT:
            raise UnsupportedError("csvdecode")
    return ListValue(found, object_of(dict.fromkeys(names, STRING)))


FUNCTIONS: Mapping[str, Function] = MappingProxyType({"csvdecode": Function(_decode)})
