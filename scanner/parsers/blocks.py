"""What a document holds, whatever program wrote it: headings, tables and lines of text, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    level: int
    """1 for the highest."""
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    line: int
    """Line of the file; of a sheet, or of a file that has no lines, the number of the row."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together, the header among them."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A line or a paragraph."""

    text: str
    line: int


Block: TypeAlias = Heading | Table | Text
"""One of them."""


def plain_text(blocks: list[Block]) -> str:
    """All that is written, line by line.

    Args:
        blocks: Of a document.
    """
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            lines.extend(" | ".join(row.cells) for row in block.rows)
        else:
            lines.append(block.text)
    return "\n".join(lines)
