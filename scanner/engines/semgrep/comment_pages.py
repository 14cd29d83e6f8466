"""Finds the comments of a page of tags, and those of the code in it that is a part of the program."""

from __future__ import annotations

import re
from contextlib import suppress

from scanner.engines.semgrep import comment_marks as marks
from scanner.engines.semgrep.comment_scanners import Code, Span, UnsureError


class Page:
    """A page of tags.

    Args:
        text: The file.
        suffix: Of its name.
    """

    def __init__(self, text: str, suffix: str) -> None:
        self._text = text
        self._at = 0
        self._found: list[Span] = []
        self._razor = suffix in marks.RAZOR
        self._with_code = self._razor or suffix in marks.MIXED
        self._live = marks.LIVE_TAGS if suffix in (".aspx", ".jsp", ".xhtml") else marks.LIVE
        if self._razor:
            self._live = marks.RAZOR_LIVE

    def comments(self) -> list[Span]:
        """All up to the first place of which nobody can tell."""
        expression = marks.RAZOR_PAGE if self._razor else marks.PAGE
        with suppress(UnsureError):
            while token := expression.search(self._text, self._at):
                self._at = token.end()
                self._read(token)
        return self._found

    def _read(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "tag":
            # At once closed are <!--> and <!--->, and all that follows is alive.
            ending = marks.END_OF_TAG.search(self._text, token.start() + 2)
            self._at = _end(ending.end() if ending else -1)
            if not self._live.search(self._text, token.start(), self._at):
                self._found.append(Span(token.start(), self._at))
        elif kind == "razor":
            self._at = _end(self._text.find("*@", self._at)) + 2
            self._found.append(Span(token.start(), self._at))
        elif kind == "raw":
            self._raw(token["element"].lower())
        elif kind == "code":
            self._code(Code(self._text, marks.RAZOR_CODE, self._at), depth=1)
        else:
            closing = marks.ENDS[token[0]]
            self._at = _end(self._text.find(closing, self._at)) + len(closing)

    def _raw(self, element: str) -> None:
        begin = _end(self._text.find(">", self._at)) + 1
        closing = marks.RAW_ENDS[element].search(self._text, begin)
        end = _end(closing.start() if closing else -1)
        within = self._text[begin:end]
        if element == "script" and "<!--" in within and "<script" in within.lower():
            raise UnsureError  # browsers look for another end then
        if self._with_code and element in ("script", "style") and self._text[begin - 2] != "/":
            languages = (marks.RAZOR_SCRIPT, marks.RAZOR_STYLE) if self._razor else (marks.TYPED, marks.STYLE)
            self._found.extend(Code(self._text, languages[element == "style"], begin, end).comments())
        self._at = end

    def _code(self, part: Code, depth: int) -> None:
        try:
            part.read(depth)
        finally:
            self._found.extend(part.found)
        self._at = part.at


def _end(at: int) -> int:
    """Where something ends.

    Raises:
        UnsureError: It does not.
    """
    if at < 0:
        raise UnsureError
    return at
