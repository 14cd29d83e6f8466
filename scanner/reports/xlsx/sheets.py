"""Tables in a workbook: what a spreadsheet can hold, and nothing that it would run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from scanner.domain.assessment import Status
from scanner.evaluation.escaping import cell, xml
from scanner.evaluation.overview import STATUS_WORDS
from scanner.evaluation.redaction import clean

CELL_AT_MOST = 32_767
"""Characters of a cell, counted as UTF-16 does."""
ROWS_AT_MOST = 1_048_576
LINKS_AT_MOST = 65_530
"""Of a sheet; XlsxWriter leaves out more."""
_ADDRESS_AT_MOST = 2_079
_NAME_AT_MOST = 31
_NOT_IN_NAMES = dict.fromkeys(map(ord, "[]:*?/\\"), " ")
_RESERVED = "history"
_A3, _A4 = 8, 9
_LINE, _TALLEST = 13.5, 405.0
"""Points of a line, and of the tallest row that a spreadsheet knows."""
_SIGNS_A_COLUMN = 1.05
"""Signs of ten points that a unit of a column's width has room for."""


class Link(NamedTuple):
    """A cell that leads somewhere."""

    text: str
    address: str


Cell = str | float | int | Status | Link | None


@dataclass(frozen=True)
class Column:
    """A column."""

    title: str
    width: int
    share: bool = False
    """Whether its numbers are shares, shown in per cent."""


@dataclass(frozen=True)
class Table:
    """A sheet: a row of titles, then rows that can be filtered."""

    name: str
    about: str
    """What it holds, for the list of sheets."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


class Formats:
    """How cells look. What a colour says stands there in words as well."""

    def __init__(self, workbook: Any) -> None:
        base = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 10}
        self.text = workbook.add_format(base)
        self.title = workbook.add_format({**base, "bold": True, "font_size": 14, "text_wrap": False})
        self.label = workbook.add_format({**base, "bold": True})
        self.head = workbook.add_format({**base, "bold": True, "bg_color": "#003087", "font_color": "#FFFFFF"})
        kinds = {"number": "0.0", "whole": "#,##0", "share": "0.0%"}
        self.numbers = {
            (kind, align): workbook.add_format({**base, "num_format": form, "align": align})
            for kind, form in kinds.items()
            for align in ("left", "right")
        }
        self.link = workbook.add_format({**base, "font_color": "#003087", "underline": 1})
        colours = {
            Status.MET: "#CCE8D6",
            Status.PARTIALLY_MET: "#FFE9B8",
            Status.NOT_MET: "#F8CFC9",
            Status.NEEDS_REVIEW: "#D5E4F5",
            Status.NOT_ASSESSED: "#E6E6E6",
            Status.NOT_APPLICABLE: "#FFFFFF",
        }
        self.statuses = {status: workbook.add_format({**base, "bg_color": c}) for status, c in colours.items()}


class Writer:
    """Writes single cells, each as what it is: a text is never a formula, a link or a number.

    Args:
        sheet: Where.
        formats: Of its workbook.
        align: Where in their cells numbers stand.
    """

    def __init__(self, sheet: Any, formats: Formats, align: str = "right") -> None:
        self._sheet, self._formats, self._align, self._links = sheet, formats, align, 0

    def put(self, row: int, column: int, value: Cell, *, share: bool = False) -> None:
        """Write a cell.

        Args:
            row: Counted from 0.
            column: Counted from 0.
            value: What is written; nothing where it is None.
            share: Whether a number is shown in per cent.
        """
        formats, sheet = self._formats, self._sheet
        if value is None or value == "":
            sheet.write_blank(row, column, None, formats.text)
        elif isinstance(value, Status):
            sheet.write_string(row, column, STATUS_WORDS[value], formats.statuses[value])
        elif isinstance(value, Link):
            self._link(row, column, value)
        elif isinstance(value, str):
            sheet.write_string(row, column, as_cell(value), formats.text)
        else:
            kind = "share" if share else "whole" if isinstance(value, int) else "number"
            sheet.write_number(row, column, value, formats.numbers[kind, self._align])

    def _link(self, row: int, column: int, link: Link) -> None:
        known = link.address.startswith(("https://", "internal:")) and len(link.address) <= _ADDRESS_AT_MOST
        if known and self._links < LINKS_AT_MOST:
            self._links += 1
            self._sheet.write_url(row, column, link.address, self._formats.link, string=as_cell(link.text))
        else:
            self._sheet.write_string(row, column, as_cell(link.text), self._formats.text)


def write_table(sheet: Any, formats: Formats, table: Table, rows_at_most: int = ROWS_AT_MOST) -> None:
    """Write a table, ready to be filtered and printed.

    Args:
        sheet: An empty sheet.
        formats: Of its workbook.
        table: What is written; rows that a sheet has no room for are counted in its last one.
        rows_at_most: Rows of a sheet.
    """
    writer = Writer(sheet, formats)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, as_cell(column.title), formats.head)
    room = rows_at_most - 1
    shown = table.rows if len(table.rows) <= room else table.rows[: room - 1]
    widths = [column.width for column in table.columns]
    for place, row in enumerate(shown, 1):
        sheet.set_row(place, height(row, widths))
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            writer.put(place, number, value, share=column.share)
    if len(shown) < len(table.rows):
        missing = len(table.rows) - len(shown)
        writer.put(len(shown) + 1, 0, f"{missing:,} more rows for which a sheet has no room: see the json report")
    sheet.autofilter(0, 0, max(len(shown), 1), len(table.columns) - 1)
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 2 * _LINE)
    for_print(sheet, _A3)
    sheet.repeat_rows(0)


def height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """The height in points at which a row shows the whole of its texts; not every program works it out itself."""
    lines = max((_lines(value, width) for value, width in zip(row, widths, strict=False)), default=1)
    return min(lines * _LINE, _TALLEST)


def _lines(value: Cell, width: int) -> int:
    text = value.text if isinstance(value, Link) else value if isinstance(value, str) else ""
    return sum(1 + int(len(line) / (width * _SIGNS_A_COLUMN)) for line in text.split("\n"))


def for_print(sheet: Any, paper: int = _A4) -> None:
    """Landscape, as wide as one page, with its name and page on each."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")


def as_cell(text: str) -> str:
    """Text that fits a cell and is nothing but text; its lines are kept."""
    shown = cell(xml("\n".join(clean(line) for line in text.split("\n"))))
    if len(shown) * 2 <= CELL_AT_MOST or len(shown.encode("utf-16-le")) // 2 <= CELL_AT_MOST:
        return shown
    cut = shown.encode("utf-16-le")[: 2 * (CELL_AT_MOST - 1)]
    return cut.decode("utf-16-le", "ignore") + "…"


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that a workbook takes: short, of signs that are allowed, and each once."""
    names: list[str] = []
    taken = {_RESERVED}
    for text in wanted:
        # Excel counts signs beyond the basic plane twice; no name needs them.
        basic = "".join(sign for sign in clean(xml(text)).translate(_NOT_IN_NAMES) if ord(sign) < 0x10000)
        base = " ".join(basic.split()).strip("'")[:_NAME_AT_MOST].strip("' ")
        name, number = base or "Sheet", 1
        while name.lower() in taken:
            number += 1
            name = f"{(base or 'Sheet')[: _NAME_AT_MOST - len(str(number)) - 1]} {number}"
        taken.add(name.lower())
        names.append(name)
    return names
