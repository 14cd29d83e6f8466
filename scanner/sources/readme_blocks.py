"""Takes the beginning of a README apart into headings, items and paragraphs, without what is no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scanner import lazy_re

MOST_LINES = 40
"""Lines that are read, those not counted that are blank or hold badges alone."""
_MOST_CHARACTERS = 64_000
_LONGEST_LINE = 2_000
_COMMENT = lazy_re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = lazy_re.compile(r"\s*(?:>\s*)*(```|~~~)")
_QUOTE = lazy_re.compile(r"(?:\s*>)+")
_HEADING = lazy_re.compile(r"\s{0,3}(?P<marks>#{1,6}|={1,5})\s+(?=\S)|\s*<h(?P<number>[1-6])\b")
_UNDERLINE = lazy_re.compile(r"\s*(?:={3,}|-{3,}|~{4,}|\*{4,}|\^{4,})\s*")
_ITEM = lazy_re.compile(r"\s*(?:[-*+]\s|\d{1,2}[.)]\s|\|)")
_MARKER = lazy_re.compile(r"\s*(?:\[!?\w+\]|\.\. (?:image|figure|contents|\|)\S*.*|:[\w-]+:.*|image::?\S.*)\s*")
"""What tells how the next lines look, or stands for a picture."""
_ADMONITION = lazy_re.compile(r"\s*\.\. \w+::\s*")
_IMAGE = lazy_re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?")
_EMPTY_LINK = lazy_re.compile(r"\[\s*\](?:\([^)]*\)|\[[^\]]*\])")
_LINK = lazy_re.compile(r"\[([^\]]+)\]\([^)]*\)")
_STRUCK = lazy_re.compile(r"~~.*?~~|<(s|del|strike)>.*?</(s|del|strike)>")
_TAG = lazy_re.compile(r"</?[A-Za-z][^>]*>")
_SHORTCODE = lazy_re.compile(r":[a-z_]{3,30}:")
_EMPHASIS = lazy_re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")
_LEADING = lazy_re.compile(r"[^\w\"'(\[$/\\@{]+")
"""Signs before a sentence; quotation marks stay, since what follows them is said by somebody else."""
_TYPED = str.maketrans(
    {
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    }
)
_END = lazy_re.compile(r"[.!?]\s+")
_LETTER = lazy_re.compile(r"[^\W\d_]")


class Block(NamedTuple):
    """A heading, an item of a list or a paragraph."""

    text: str
    """Without markup, on one line."""
    lines: tuple[tuple[int, int], ...]
    """Where each line begins in the text, and its number in the file, counted from 1."""
    level: int = 0
    """Of a heading, from 1; 0 for others."""
    listed: bool = False
    """Whether it is an item of a list, or a row of a table."""

    def line_at(self, place: int) -> int:
        """Number of the line in which a place of the text lies."""
        return max(number for start, number in self.lines if start <= place)

    def begins_line(self, place: int) -> bool:
        """Whether a line of the file begins with what stands at a place of the text."""
        return any(start == place for start, _ in self.lines)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Where each sentence begins, and the sentence: one also begins with a line that begins with a capital."""
        places = {0, *(found.end() for found in _END.finditer(self.text))}
        places.update(start for start, _ in self.lines if self.text[start].isupper())
        starts = sorted(places)
        for start, end in zip(starts, [*starts[1:], len(self.text)], strict=True):
            yield start, self.text[start:end].strip()


class _Line(NamedTuple):
    number: int
    text: str
    level: int
    listed: bool


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks with which a README begins.

    Args:
        text: Of the whole file; its first lines are read.
    """
    gathered: list[_Line] = []
    for line in _lines(text):
        ends = line is None or line.level or line.listed or (gathered and gathered[0].level)
        if gathered and ends:
            yield _block(gathered)
            gathered = []
        if line is not None:
            gathered.append(line)
    if gathered:
        yield _block(gathered)


def _block(lines: list[_Line]) -> Block:
    starts: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        starts.append((length, line.number))
        length += len(line.text) + 1
    return Block(" ".join(line.text for line in lines), tuple(starts), lines[0].level, lines[0].listed)


def _lines(text: str) -> Iterator[_Line | None]:
    """Lines with prose on them; None where a block ends."""
    whole = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text[:_MOST_CHARACTERS])
    rows = [row[:_LONGEST_LINE] for row in whole.split("\n")]
    fenced, taken = "", 0
    for number, row in enumerate(rows, start=1):
        fence = _FENCE.match(row)
        if fence and (not fenced or fence[1] == fenced):
            fenced = "" if fenced else fence[1]
            yield None
            continue
        plain = "" if fenced or _MARKER.fullmatch(_unquoted(row)) else _plain(row)
        if not _LETTER.search(plain):
            yield None
            continue
        following = rows[number] if number < len(rows) else ""
        yield _Line(number, plain, _level(row, following), _ITEM.match(_unquoted(row)) is not None)
        taken += 1
        if taken == MOST_LINES:
            return


def _unquoted(row: str) -> str:
    return _QUOTE.sub("", row, count=1) if row.lstrip().startswith(">") else row


def _level(row: str, following: str) -> int:
    found = _HEADING.match(_unquoted(row))
    if found:
        return len(found["marks"] or "") or int(found["number"])
    if _UNDERLINE.fullmatch(following) and not _ITEM.match(row):
        return 1 if "=" in following else 2
    return 0


def _plain(row: str) -> str:
    """A line as a person reads it, without signs that stand before it."""
    text = _ADMONITION.sub("", _unquoted(row), count=1)
    text = _STRUCK.sub("", _EMPTY_LINK.sub("", _IMAGE.sub("", text)))
    text = _TAG.sub(" ", _LINK.sub(r"\1", text)).translate(_TYPED)
    text = _EMPHASIS.sub("", _SHORTCODE.sub(" ", text))
    found = _LEADING.match(text)
    return " ".join(text[found.end() if found else 0 :].split())
