"""Lines that belong to a value or block that is named like a secret: its name may stand many lines above."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

import re2

from scanner import lazy_re
from scanner.evaluation.secret_elements import element
from scanner.evaluation.secret_marks import (
    NOTHING,
    TELLING,
    WORDS,
    Below,
    Region,
    Scan,
    below,
    continued,
    explicit_key,
    heredocs,
    indent_of,
    opened,
    reaches,
    scan,
)

_COMMENT = lazy_re.compile(r"\s*(?:#|//|--\s|\*\s|;)[#/]*")
_NOTE = lazy_re.compile(r"\s*(?:#|//)")
_PROSE = lazy_re.compile(r"\s*(?:#|//)[#/]*\s*(?!-\s)[^\s:=]+\s[^:=]*")
"""A comment that is no item or setting that was taken out."""
_LEADING = lazy_re.compile(r"[\s\])},;]*")
_TAGS = lazy_re.compile(
    r"\s*(?:(?:<[^<>!]*>\s*)+|(?:<[\w:.-]+\s*)?(?:[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*')\s*)*/?>?\s*)"
)
_CLOSING = lazy_re.compile(r"</([\w:.-]+)")
_NEAR = 5
_QUOTES = ('"', "'", "`", '"""', "'''")


class Secrets(NamedTuple):
    """What in a file could be secret."""

    regions: list[Region]
    """For each line how much of it may be shown."""
    telling: Collection[int]
    """Numbers of lines with a telling word, counted from 1."""


def secrets_of(text: str) -> Secrets:
    """What in a file could be secret.

    Args:
        text: The whole file.
    """
    lines = text.split("\n")
    telling = _telling(text)
    found = [Region.FREE] * len(lines)
    marker, number = _Marker(lines, telling, found), 0
    for first in telling:
        if first >= number:
            number = marker.run(first)
    return Secrets(found, frozenset(number + 1 for number in telling))


def _telling(text: str) -> dict[int, None]:
    """Numbers of the lines in which a telling word stands, in order, counted from 0."""
    found: dict[int, None] = {}
    number = place = 0
    # A tenth of the time; beyond ASCII a letter can have several small ones, and a character several bytes.
    for word in _lower().finditer(text.lower().encode()) if text.isascii() else TELLING.finditer(text):
        number += text.count("\n", place, word.start())
        place = word.start()
        found[number] = None
    return found


@cache
def _lower() -> Any:  # re2 has no types
    """The telling words in small letters."""
    return re2.compile(WORDS.encode())


@dataclass(slots=True)
class _Block:
    """What a telling line opened."""

    indent: int
    region: Region
    """Of what stands in it, whatever of it and of those around it hides the most."""
    base: int
    """How deep the brackets were before it."""
    is_held: bool
    """Whether brackets that it opened are open, so that no indent ends it."""
    below: Below
    """What may belong to it at its own indent."""
    in_comment: bool


class _Fence(NamedTuple):
    """A text of several lines."""

    quote: str = ""
    heredoc: str = ""
    element: str = ""
    in_comment: bool = False


class _Marker:
    """Marks what belongs to telling lines, and to those within."""

    def __init__(self, lines: Sequence[str], telling: Collection[int], found: list[Region]) -> None:
        self._lines, self._telling, self._found = lines, telling, found
        self._blocks: list[_Block] = []
        self._held: list[_Block] = []
        self._fence: _Fence | None = None
        self._carried = NOTHING
        self._depth = 0
        self._last_quotes: dict[str, int] = {}

    def run(self, number: int) -> int:
        """Mark what belongs to a telling line; give back the number of the line after it."""
        self._depth = 0
        self._held.clear()
        while number < len(self._lines):
            self._line(number, self._lines[number])
            number += 1
            if not (self._blocks or self._fence or self._carried.goes_on):
                break
        self._blocks.clear()
        self._fence, self._carried = None, NOTHING
        return number

    def _line(self, number: int, line: str) -> None:
        mark = _COMMENT.match(line)
        if self._fence and self._fence.in_comment and not mark:
            self._fence = None
        if self._fence:
            self._through(number, line, self._fence)
            return
        if not line.strip():
            self._found[number] = self._inner()
            self._carried = NOTHING
            self._end_paragraph()
            return
        self._close(line, mark.end() if mark else 0)
        region = max(self._inner(), self._carried.region)
        self._found[number] = Region.FREE if region and self._stands_apart(line) else region
        telling = number in self._telling
        if mark and not telling and not (self._held and self._held[-1].in_comment):
            return
        scanned = scan(line[mark.end() :] if mark else line)
        self._count(scanned)
        self._hold(line, scanned)
        if telling or (scanned.quote and self._blocks):
            self._begin(number, line, scanned, mark is not None)
        self._carry(line, telling)

    def _end_paragraph(self) -> None:
        if self._blocks and self._blocks[-1].below is Below.PARAGRAPH:
            self._blocks[-1].below = Below.NOTHING

    def _carry(self, line: str, telling: bool) -> None:
        self._carried = NOTHING if self._fence else continued(line, telling, self._carried)

    def _inner(self) -> Region:
        return self._blocks[-1].region if self._blocks else Region.FREE

    def _stands_apart(self, line: str) -> bool:
        """Whether it is a comment at the margin of a block, which says what comes next."""
        if not self._blocks or _PROSE.fullmatch(line) is None:
            return False
        return not self._blocks[-1].in_comment and indent_of(line) <= self._blocks[-1].indent

    def _through(self, number: int, line: str, fence: _Fence) -> None:
        """A line of a text of several lines."""
        self._found[number] = Region.WHOLE
        if fence.heredoc:
            if line.strip().rstrip(";,) ") == fence.heredoc:
                self._found[number], self._fence = Region.FREE, None
        elif fence.element:
            self._found[number] = Region.LITERALS if _TAGS.fullmatch(line) else Region.WHOLE
            if f"</{fence.element}" in line:
                self._fence = None
        else:
            if line.strip().rstrip(";,) ") == fence.quote:
                self._found[number] = Region.FREE
            scanned = scan(line, fence.quote)
            self._count(scanned)
            self._fence = fence._replace(quote=scanned.quote) if scanned.quote else None

    def _close(self, line: str, mark: int) -> None:
        """End the blocks that do not reach this line, which may begin with the mark of a comment."""
        while self._held and self._held[-1].in_comment and not mark:
            self._held.pop().is_held = False
        if _NOTE.match(line) and self._blocks and not self._blocks[-1].in_comment:
            return
        leading = _LEADING.match(line)
        closers = sum(character in "])}" for character in leading[0]) if leading else 0
        self._release(self._depth - closers)
        indent = indent_of(line)
        while self._blocks and not self._blocks[-1].is_held:
            block = self._blocks[-1]
            bare = line[mark if block.in_comment else 0 :].lstrip()
            if reaches(block.below, bare, deeper=indent > block.indent, level=indent == block.indent):
                if indent > block.indent and block.below is Below.TEXT:
                    block.below = Below.PARAGRAPH
                break
            self._blocks.pop()

    def _release(self, lowest: int) -> None:
        while self._held and self._held[-1].base >= lowest:
            self._held.pop().is_held = False

    def _count(self, scanned: Scan) -> None:
        self._release(self._depth + scanned.lowest)
        self._depth += scanned.depth

    def _hold(self, line: str, scanned: Scan) -> None:
        """A bracket at the indent of what it is the value of holds that open."""
        block = self._blocks[-1] if self._blocks else None
        if block and scanned.brackets and not block.is_held and indent_of(line) == block.indent:
            block.base, block.is_held = self._depth - len(scanned.brackets), True
            self._held.append(block)

    def _begin(self, number: int, line: str, scanned: Scan, in_comment: bool) -> None:
        """Open what a line opens."""
        telling = number in self._telling
        key = explicit_key(line, self._above(number)) if telling else None
        region = Region.WHOLE if key is not None else opened(line, scanned) if telling else Region.FREE
        if scanned.quote and number >= self._last(scanned.quote):
            region = Region.WHOLE  # nothing ends it, so that only its indent tells how far it goes
        elif scanned.quote:
            self._fence = _Fence(quote=scanned.quote, in_comment=in_comment)
        if telling:
            self._fence = self._fence_of(number, line, in_comment) or self._fence
        if not region:
            return
        brackets = len(scanned.brackets)
        block = _Block(
            indent=indent_of(line) if key is None or in_comment else key.index("?"),
            region=max(region, self._inner()),
            base=self._depth - brackets,
            is_held=brackets > 0,
            below=below(line) if key is None else Below.VALUE,
            in_comment=in_comment,
        )
        self._blocks.append(block)
        if block.is_held:
            self._held.append(block)

    def _above(self, number: int) -> str:
        """The last line above that is not blank, of those near."""
        near = self._lines[max(number - _NEAR, 0) : number]
        return next((line for line in reversed(near) if line.strip()), "")

    def _fence_of(self, number: int, line: str, in_comment: bool) -> _Fence | None:
        words, certain = heredocs(line)
        for word in words:
            if certain or self._ends.get(word, 0) > number:
                return _Fence(heredoc=word)
        name = element(self._lines, number)
        if name and self._closings.get(name, 0) > number:
            return _Fence(element=name, in_comment=in_comment)
        return None

    def _last(self, quote: str) -> int:
        """Number of the last line in which a quotation mark stands."""
        if not self._last_quotes:
            for mark in _QUOTES:
                holders = (n for n in range(len(self._lines) - 1, -1, -1) if mark in self._lines[n])
                self._last_quotes[mark] = next(holders, -1)
        return self._last_quotes[quote]

    @cached_property
    def _ends(self) -> dict[str, int]:
        """Lines that may end a heredoc, each with the number of the last such line."""
        return {line.strip().rstrip(";,) "): number for number, line in enumerate(self._lines)}

    @cached_property
    def _closings(self) -> dict[str, int]:
        """Elements of XML, each with the number of the last line that closes one."""
        return {name: number for number, line in enumerate(self._lines) for name in _CLOSING.findall(line)}
