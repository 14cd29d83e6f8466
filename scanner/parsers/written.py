"""Reads documents that are written as text into headings, tables and lines: Markdown, HTML and separated values."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import islice

from scanner import lazy_re
from scanner.parsers.blocks import Block, Heading, Row, Table, Text

_LARGEST = 4_000_000
"""Characters of a document that are read."""
_MOST_ROWS = 5_000
_LONGEST = 4_000
_HEADING = lazy_re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = lazy_re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_FENCE = lazy_re.compile(r"^\s*(```|~~~)")
_COMMENT = lazy_re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)
_MARK = lazy_re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_BREAK = lazy_re.compile(r"(?i)<br\s*/?>")
_LINK = lazy_re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,1000}(?:\s[^()]{0,200})?\)")
_CELL_END = lazy_re.compile(r"(?<!\\)\|")
_LEVELS = {f"h{number}": number for number in range(1, 7)}
_CELLS = frozenset({"tr", "td", "th"})
_PARAGRAPHS = frozenset({"p", "li", "div", "dt", "dd", "pre", "section", "br", "summary"})


def blocks(path: str, text: str) -> list[Block]:
    """What a document holds.

    Args:
        path: Of the file, in lower case: its ending tells how it is written.
        text: Of the file.
    """
    text = text[:_LARGEST]
    if path.endswith((".csv", ".tsv")):
        return [_separated(text)]
    if path.endswith((".html", ".htm")):
        return _pages(text)
    return list(_markdown(text))


def _separated(text: str) -> Table:
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t|", key=first.count)
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    before = 0
    try:
        for cells in islice(reader, _MOST_ROWS):
            if any(cell.strip() for cell in cells):
                rows.append(Row(tuple(cell.strip()[:_LONGEST] for cell in cells[:200]), before + 1))
            before = reader.line_num
    except csv.Error:  # a field without end: what stands before it was read
        pass
    return Table(tuple(rows))


def _markdown(text: str) -> Iterator[Block]:
    # A comment may go over several lines: its line ends are kept, so that what follows keeps its place.
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    rows: list[Row] = []
    is_code = False
    for number, line in enumerate(text.splitlines(), start=1):
        is_fence = _FENCE.match(line) is not None
        is_code ^= is_fence
        if line.lstrip().startswith("|") and not is_code:
            if not _RULE.match(line):
                rows.append(Row(_cells(line), number))
            continue
        if rows:
            yield Table(tuple(rows[:_MOST_ROWS]))
            rows = []
        heading = None if is_code else _HEADING.match(line)
        if heading:
            yield Heading(len(heading[1]), _plain(heading[2]), number)
        elif not is_fence and not is_code and (plain := _plain(line)):
            yield Text(plain, number)
    if rows:
        yield Table(tuple(rows[:_MOST_ROWS]))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(_plain(cell.replace("\\|", "|")) for cell in _CELL_END.split(inner)[:200])


def _plain(text: str) -> str:
    """Words without the marks of HTML and links; emphasis stays, for it tells names from what they name."""
    text = _LINK.sub(r"\1", _BREAK.sub("; ", text))
    return _MARK.sub(" ", text).strip()[:_LONGEST]


def _pages(text: str) -> list[Block]:
    reader = _Pages()
    reader.feed(text)
    reader.close()
    reader.end()
    return reader.blocks


class _Pages(HTMLParser):
    """Gathers the blocks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._rows: list[Row] = []
        self._cells: list[str] = []
        self._tables = 0
        self._hidden = 0
        self._in_cell = False
        self._line = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See the base class."""
        del attrs
        if tag in {"script", "style"}:
            self._hidden += 1
        elif tag == "table":
            self._break()
            self._tables += 1
        elif tag == "tr" and self._tables == 1:
            self._row()
            self._line = self.getpos()[0]
        elif tag in {"td", "th"} and self._tables == 1:
            self._cell()
            self._pieces.clear()
            self._in_cell = True
        elif tag in _PARAGRAPHS or tag in _LEVELS or tag in _CELLS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        """See the base class."""
        if tag in {"script", "style"}:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in {"td", "th"} and self._tables == 1:
            self._cell()
        elif tag == "tr" and self._tables == 1:
            self._row()
        elif tag == "table" and self._tables:
            if self._tables == 1:
                self._row()
                self._table()
            self._tables -= 1
        elif tag in _LEVELS and not self._tables:
            if heading := self._taken():
                self.blocks.append(Heading(_LEVELS[tag], heading, self.getpos()[0]))
        elif tag in _PARAGRAPHS:
            self._break()

    def handle_data(self, data: str) -> None:
        """See the base class."""
        if not self._hidden:
            self._pieces.append(data)

    def end(self) -> None:
        """Take what nothing closed."""
        self._row()
        self._table()
        self._paragraph()

    def _break(self) -> None:
        if self._tables:
            self._pieces.append(" ")
        else:
            self._paragraph()

    def _paragraph(self) -> None:
        if text := self._taken():
            self.blocks.append(Text(text, self.getpos()[0]))

    def _taken(self) -> str:
        text = " ".join("".join(self._pieces).split())[:_LONGEST]
        self._pieces.clear()
        return text

    def _cell(self) -> None:
        """End a cell; its end need not be written."""
        if self._in_cell:
            self._cells.append(self._taken())
            self._in_cell = False

    def _row(self) -> None:
        self._cell()
        if any(self._cells) and len(self._rows) < _MOST_ROWS:
            self._rows.append(Row(tuple(self._cells), self._line))
        self._cells.clear()

    def _table(self) -> None:
        if self._rows:
            self.blocks.append(Table(tuple(self._rows)))
            self._rows.clear()
