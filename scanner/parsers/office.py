"""Reads documents and sheets of office programs: Word, Excel and their open counterparts.

All of it is somebody else's: what is packed is unpacked under limits, entities are not read, formulas are not computed,
and nothing is looked up outside the file.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

from scanner import lazy_re
from scanner.parsers.blocks import Block, Heading, Row, Table, Text
from scanner.parsers.dependencies.manifest import MalformedError
from scanner.parsers.dependencies.xml_tree import Element, read_xml
from scanner.parsers.positioned import decode

_UNPACKED = 24_000_000
"""Bytes that all parts of one file which are read may hold together."""
_MOST_PARTS = 5_000
_MOST_SHEETS = 30
_MOST_ROWS = 5_000
_MOST_COLUMNS = 100
_LONGEST = 4_000
# The last is what zipfile raises for a way of packing that it does not know.
_NO_ARCHIVE = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError)
_NO_PART = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)
_CELL = lazy_re.compile(r"^([A-Z]{1,3})\d*$")
_HEADING = lazy_re.compile(r"(?i)^heading ?(\d)$|^(title)$")


def blocks(path: str, data: bytes) -> list[Block]:
    """What a file holds.

    Args:
        path: Of the file, in lower case: its ending tells how it is kept.
        data: Of the file.

    Raises:
        MalformedError: It is not what its name says, is locked with a password, or is larger unpacked than any
            document that people write.
    """
    package = _Package(data)
    if path.endswith(".docx"):
        return list(_word(package))
    if path.endswith(".xlsx"):
        return list(_workbook(package))
    return list(_open_document(package))


class _Package:
    """The parts of a packed file, of which no more is unpacked than a document can hold."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _NO_ARCHIVE as error:
            raise MalformedError("no document, although its name says so, or locked with a password") from error
        self._names = {info.filename: info for info in self._archive.infolist()}
        if len(self._names) > _MOST_PARTS:
            raise MalformedError("more parts than a document can have")
        self._left = _UNPACKED

    def names(self, pattern: str) -> list[str]:
        """The parts that are called like this, in the order of the numbers in their names."""
        found = [name for name in self._names if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: (len(name), name))

    def part(self, name: str) -> Element | None:
        """A part as XML; None where there is none."""
        if name not in self._names:
            return None
        try:
            with self._archive.open(self._names[name]) as stream:
                text = stream.read(self._left + 1)
        except _NO_PART as error:
            raise MalformedError("a part cannot be unpacked, or is locked with a password") from error
        if len(text) > self._left:
            raise MalformedError("larger unpacked than a document can be")
        self._left -= len(text)
        return read_xml(decode(text))

    def needed(self, name: str) -> Element:
        """A part without which there is no document."""
        found = self.part(name)
        if found is None:
            raise MalformedError("no document, although its name says so")
        return found


def _word(package: _Package) -> Iterator[Block]:
    body = package.needed("word/document.xml").child("body")
    for number, element in enumerate(body.children if body is not None else [], start=1):
        if element.name == "p":
            text = _written(element, "t")
            styled = next(element.beneath("pPr", "pStyle"), None)
            level = _HEADING.match(styled.attribute("w:val") if styled is not None else "")
            if level:
                yield Heading(int(level[1] or 1), text, number)
            elif text:
                yield Text(text, number)
        elif element.name == "tbl":
            rows = (tuple(_written(cell, "t") for cell in row.each("tc")) for row in element.each("tr"))
            yield _table(enumerate(rows, start=1))


def _workbook(package: _Package) -> Iterator[Block]:
    shared = package.part("xl/sharedStrings.xml")
    texts = [_written(one, "t") for one in shared.each("si")] if shared is not None else []
    sheets = package.names(r"xl/worksheets/sheet\d+\.xml")
    if not sheets:
        raise MalformedError("no sheet, although its name says so")
    for name in sheets[:_MOST_SHEETS]:
        rows = package.needed(name).beneath("sheetData", "row")
        yield _table((_number(row, place), _sheet_row(row, texts)) for place, row in enumerate(rows, start=1))


def _number(row: Element, place: int) -> int:
    """The row's own number: empty ones above it may be left out."""
    written = row.attribute("r")
    return int(written) if written.isdigit() and 0 < len(written) < 8 else place


def _sheet_row(row: Element, texts: list[str]) -> tuple[str, ...]:
    cells: list[str] = []
    for cell in row.each("c"):
        placed = _CELL.match(cell.attribute("r"))
        column = _column(placed[1]) if placed else len(cells)
        if column < _MOST_COLUMNS:
            cells.extend("" for _ in range(column - len(cells)))
            cells.append(_cell(cell, texts))
    return tuple(cells)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _cell(cell: Element, texts: list[str]) -> str:
    """What a cell shows: of a formula what the program last made of it, else the formula itself."""
    kind, value = cell.attribute("t"), cell.value("v")
    if kind == "s":
        return texts[int(value)] if value.isdigit() and int(value) < len(texts) else ""
    if kind == "inlineStr":
        return _written(cell, "t")
    formula = cell.value("f")
    return value or (f"={formula}" if formula else "")


def _open_document(package: _Package) -> Iterator[Block]:
    body = package.needed("content.xml").child("body")
    for kept in body.children if body is not None else []:
        for number, element in enumerate(kept.children, start=1):
            if element.name == "h":
                level = element.attribute("text:outline-level")
                yield Heading(int(level) if level.isdigit() else 1, _written(element, ""), number)
            elif element.name == "p":
                yield Text(_written(element, ""), number)
            elif element.name == "table":
                yield _table(enumerate(map(_open_row, _open_rows(element)), start=1))


def _open_rows(table: Element) -> Iterator[Element]:
    for element in table.children:
        if element.name == "table-row":
            yield element
        elif element.name in {"table-header-rows", "table-row-group", "table-rows"}:
            yield from _open_rows(element)


def _open_row(row: Element) -> tuple[str, ...]:
    cells: list[str] = []
    for cell in row.children:
        if cell.name in {"table-cell", "covered-table-cell"}:
            repeated = cell.attribute("table:number-columns-repeated")
            times = int(repeated) if repeated.isdigit() and len(repeated) < 6 else 1
            cells.extend([_written(cell, "")] * min(times, _MOST_COLUMNS - len(cells)))
    return tuple(cells)


def _table(rows: Iterable[tuple[int, tuple[str, ...]]]) -> Table:
    return Table(tuple(Row(cells, number) for number, cells in islice(rows, _MOST_ROWS) if any(cells)))


def _written(element: Element, name: str) -> str:
    """The text below an element, or only that in elements of a name; paragraphs of a cell are lines."""
    pieces: list[str] = []
    _gather(element, name, pieces)
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n") if line.strip())[:_LONGEST]


def _gather(element: Element, name: str, pieces: list[str]) -> None:
    if not name or element.name == name:
        pieces.extend(element.pieces)
    for child in element.children:
        _gather(child, name, pieces)
    if element.name in {"p", "br", "h", "line-break"}:
        pieces.append("\n")
