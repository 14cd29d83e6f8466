"""Which places of a file lie in comments of several lines: code that was taken out, which expressions over text match.

Patterns over syntax trees never match there, and comments of one line the expressions leave out themselves. What only
may be a comment is none: a match too many can be looked at, and one that is left out nobody sees.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from pathlib import PurePosixPath
from typing import NamedTuple

from scanner import lazy_re
from scanner.engines.semgrep.comment_marks import LANGUAGES, MIXED, PAGES, RAZOR
from scanner.engines.semgrep.comment_pages import Page
from scanner.engines.semgrep.comment_scanners import Code, Php, Span

_TAG = lazy_re.compile(r"<(/?)[A-Za-z>]")


class Place(NamedTuple):
    """A place in a file."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""


class Comments:
    """The comments of one file that begin a line, or right after another one, and that end.

    Whatever begins elsewhere may stand in a text, and what never ends is none.

    Args:
        path: Of the file; its ending says how comments are written.
        lines: Of the file.
    """

    def __init__(self, path: str, lines: list[str]) -> None:
        self._suffix = PurePosixPath(path).suffix.lower()
        self._lines = lines

    def hold(self, first: Place, last: int) -> bool:
        """Whether a match lies in a comment.

        Args:
            first: Where it begins. What begins with the file looks at all of it, and not at the comment at its head.
            last: Its last line.
        """
        if first == Place(1, 1):
            return False
        # They lie one after the other: only the last that begins before the match can hold it.
        at = bisect_right(self._begins, first) - 1
        return at >= 0 and first < self._ends[at] and last <= self._ends[at].line

    @cached_property
    def _begins(self) -> list[Place]:
        return [self._place(one.begin) for one in self._spans]

    @cached_property
    def _ends(self) -> list[Place]:
        return [self._place(one.end) for one in self._spans]

    @cached_property
    def _starts(self) -> list[int]:
        """Where lines begin."""
        return list(accumulate((len(line) + 1 for line in self._lines), initial=0))

    def _place(self, at: int) -> Place:
        line = bisect_right(self._starts, at)
        return Place(line, at - self._starts[line - 1] + 1)

    @cached_property
    def _spans(self) -> list[Span]:
        text = "\n".join(self._lines)
        found: list[Span] = []
        after = 0  # the end of the last one
        for one in _comments(self._suffix, text):
            begin = _begin(text, one, after)
            if begin is not None:
                found.append(one._replace(begin=begin))
                after = one.end
        tags = [(tag.start(), bool(tag[1])) for tag in _TAG.finditer(text)] if any(one.tags for one in found) else []
        return [one for one in found if not (one.tags and _on_page(tags, one))]


def _comments(suffix: str, text: str) -> list[Span]:
    """All that are comments for certain."""
    if suffix in LANGUAGES:
        return Code(text, LANGUAGES[suffix]).comments()
    if suffix == ".php":
        return Php(text).comments()
    if suffix in PAGES or suffix in MIXED or suffix in RAZOR:
        return Page(text, suffix).comments()
    return []


def _begin(text: str, one: Span, after: int) -> int | None:
    """Where it begins if it begins a line or follows another one, with the brace before it in a page of JSX."""
    line = max(text.rfind("\n", 0, one.begin) + 1, after)
    before = text[line : one.begin]
    if not before.strip():
        return one.begin
    return one.begin - 1 if one.tags and before.strip() == "{" and before[-1] == "{" else None


def _on_page(tags: list[tuple[int, bool]], one: Span) -> bool:
    """Whether it may be text between two tags, and no comment: of those that follow, the first closes something."""
    at = bisect_left(tags, (one.begin, False))
    return one.tags and at < len(tags) and tags[at][1]
