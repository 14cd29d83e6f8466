"""Finds the comments of a text by reading it from its begin, past all that may hold what looks like one.

Where it cannot tell what it reads, it ends: nothing after that place is a comment for certain.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NamedTuple

from scanner import lazy_re
from scanner.engines.semgrep import comment_marks as marks

_WORD = lazy_re.compile(r"[\w$]+\Z")
_BEFORE_VALUE = frozenset(
    ("await", "case", "default", "delete", "do", "else", "extends", "in", "instanceof", "new", "of", "return")
) | frozenset(("throw", "typeof", "void", "yield", "as", "satisfies", "export"))
"""Words after which a value follows."""
_OPERATORS = frozenset("(,=:[&|?{;~^%*+-<!")
_WIDTH = 200
"""Characters before a place that are looked at."""


class UnsureError(Exception):
    """From here on nobody can tell."""


class Span(NamedTuple):
    """A comment."""

    begin: int
    end: int
    """Behind its last character."""
    tags: bool = False
    """Whether it may be text on a page among code."""


class Code:
    """Code of one language.

    Args:
        text: The file.
        language: How it is written.
        at: Where the code begins.
        end: Where it ends; by itself at the end of the file.
    """

    def __init__(self, text: str, language: marks.Language, at: int = 0, end: int | None = None) -> None:
        self.at = at
        self.found: list[Span] = []
        self._text = text
        self._end = len(text) if end is None else end
        self._language = language
        self._depths: list[int] = []
        """Braces that are open in each piece of code within a text."""
        self._passed = (at, at)
        """Comments that were read last."""

    def comments(self) -> list[Span]:
        """All up to the first place of which nobody can tell."""
        with suppress(UnsureError):
            self.read()
        return self.found

    def read(self, depth: int | None = None) -> None:
        """Read to the end.

        Args:
            depth: Braces that are open, if the code ends where they are closed.

        Raises:
            UnsureError: What stands at :attr:`at` can be two things.
        """
        while token := self._language.tokens.search(self._text, self.at, self._end):
            self.at = token.end()
            kind = token.lastgroup or ""
            if kind == "close":
                return
            if kind == "brace":
                if depth is not None:
                    depth += 1 if token[0] == "{" else -1
                    if not depth:
                        return
                self._brace(token[0])
            else:
                self._read(kind, token)
        self.at = self._end

    def _read(self, kind: str, token: re.Match[str]) -> None:
        if kind in ("block", "razor"):
            self._comment(token.start(), "*/" if kind == "block" else "*@", kind)
        elif kind == "line":
            self._pass(token.start())
        elif kind == "tick":
            self._tick(token.start())
        elif kind == "slash":
            self._slash(token.start())
        elif kind == "text":
            if not token["closed"] and marks.DANGER.search(token[0]):
                raise UnsureError
        else:
            self._long(kind, token)

    def _long(self, kind: str, token: re.Match[str]) -> None:
        """Read past a text whose end depends on how it begins."""
        if kind == "quotes":
            self._skip(token[0])
            while self._text.startswith('"', self.at):
                self.at += 1
        elif kind == "hashes":
            self._skip(f'"""{token[0][:-3]}')
        elif kind == "raw":
            self._skip(f'){token["name"]}"')
        elif kind == "heredoc":
            self._heredoc(token["name"], php="<<<" in token[0])

    def _skip(self, closing: str) -> None:
        ending = self._text.find(closing, self.at, self._end)
        if ending < 0:
            raise UnsureError
        self.at = ending + len(closing)

    def _comment(self, begin: int, closing: str, kind: str) -> None:
        self._skip(closing)
        self._pass(begin)
        live = "razor" in self._language.tokens.groupindex and marks.RAZOR_LIVE.search(self._text, begin, self.at)
        if kind == "razor" or not live:
            self.found.append(Span(begin, self.at, self._language.tags and kind == "block"))

    def _heredoc(self, name: str, *, php: bool) -> None:
        while (line := self._text.find("\n", self.at, self._end)) >= 0:
            end = self._text.find("\n", line + 1, self._end)
            written = self._text[line + 1 : end if end >= 0 else self._end].strip()
            self.at = line + 1
            rest = written.removeprefix(name)
            if written.startswith(name) and (not rest or (php and not re.match(r"\w", rest))):
                self.at = self._text.index(name, self.at) + len(name)
                return
        raise UnsureError

    def _brace(self, brace: str) -> None:
        if not self._depths:
            return
        self._depths[-1] += 1 if brace == "{" else -1
        if not self._depths[-1]:
            self._depths.pop()
            self._template()

    def _template(self) -> None:
        """Read on in a text in backticks."""
        part = marks.TEMPLATE.match(self._text, self.at, self._end)
        if part is None or part["end"] not in ("`", "${"):
            raise UnsureError
        self.at = part.end()
        if part["end"] == "${":
            self._depths.append(1)

    def _tick(self, at: int) -> None:
        before = self._before(at)
        last = before.rstrip()
        word = _WORD.search(last)
        begins = not last or last[-1] in _OPERATORS or last.endswith("=>") or (word and word[0] in _BEFORE_VALUE)
        tagged = last == before and (last[-1:].isalnum() or last[-1:] in ("_", "$", ")", "]"))
        # On a page it may be a letter like any.
        if self._language.tags and not begins and not tagged:
            raise UnsureError
        self._template()

    def _before(self, at: int) -> str:
        """What stands before a place and the comments before it."""
        begin, end = self._passed
        if at - end < _WIDTH and not self._text[end:at].strip():
            at = begin
        return self._text[max(at - _WIDTH, 0) : at]

    def _pass(self, begin: int) -> None:
        """Note a comment, together with those right before it."""
        first, end = self._passed
        follows = begin - end < _WIDTH and not self._text[end:begin].strip()
        self._passed = (first if follows else begin, self.at)

    def _slash(self, at: int) -> None:
        """Read past an expression, or a slash that divides or closes a tag."""
        if (sure := _expression_begins(self._before(at))) is False:
            return
        found = marks.EXPRESSION.match(self._text, at, self._end)
        written, follows = (found[0], self._text[found.end() : found.end() + 1]) if found else ("", "")
        if found and found["closed"] and sure:
            self.at = found.end()
            return
        closes_tag = self._text[at + 1 : at + 2] == ">" or re.match(r"</[A-Za-z>]", self._text[max(at - 1, 0) : at + 2])
        doubtful = "`" if closes_tag and self._language.tags else "`\"'"
        if any(letter in written for letter in doubtful) or (self._depths and not closes_tag and "{" in written):
            raise UnsureError
        if found and found["closed"] and not closes_tag and follows not in ("/", "*"):
            self.at = found.end()


def _expression_begins(before: str) -> bool | None:
    """Whether a slash begins an expression after what stands before it; None where nobody can tell."""
    last = before.rstrip()
    if not last:
        return True
    if word := _WORD.search(last):
        return word[0] in _BEFORE_VALUE
    if last[-1] in "]\"'`":
        return False
    if last.endswith(("++", "--", "!")) or (last == before and last[-1] == "<"):
        return None
    return True if last[-1] in _OPERATORS or last.endswith("=>") else None


class Php(Code):
    """A page with code of PHP, of which comments of PHP alone count.

    Args:
        text: The file.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text, marks.PHP)

    def read(self, depth: int | None = None) -> None:
        """Read to the end."""
        while (at := self._text.find("<?", self.at)) >= 0:
            self.at = at + 2
            if not self._text.startswith("xml", self.at):
                super().read(depth)
