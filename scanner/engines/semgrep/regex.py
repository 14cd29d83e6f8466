"""Tells what a file must hold for a regular expression of semgrep (PCRE2) to match in it.

Where the expression uses something that is not known here for certain, nothing is asked of a file.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scanner import lazy_re
from scanner.engines.semgrep.conditions import ANYTHING, NOTHING, Condition, Resembles, every
from scanner.engines.semgrep.parts import (
    ANY_TEXT,
    LINE_BEGIN,
    LINE_END,
    NEVER,
    NO_WIDTH,
    Part,
    either,
    one_of,
    plain,
    repeated,
    sequence,
)

_MAX_DEPTH = 40
_MAX_CLASS = 4
"""Members of a class that are tried one by one."""

_PLAIN = lazy_re.compile(r"[A-Za-z0-9 _:/,;=<>'\"&%~!@-]+")
_QUANTIFIER = lazy_re.compile(r"(?:([*+?])|\{(\d{1,5})(?:(,)(\d{0,5}))?\})([+?]?)")
_OPTIONS = lazy_re.compile(r"\(\?([imsn]*)(?:-([imsn]*))?([:)])")
_NAMED = lazy_re.compile(r"\(\?P?<([A-Za-z_]\w*)>|\(\?'([A-Za-z_]\w*)'")
_VERB = lazy_re.compile(r"\(\*(SKIP|PRUNE|COMMIT|THEN|FAIL|F)\)")
_AGAIN = lazy_re.compile(r"\\[1-9](?![0-9])|\\k(?:<\w+>|'\w+'|\{\w+\})|\(\?(?:R|[0-9]{1,2})\)")
"""What a group matched before, or the group once more: text of which nothing is known."""
_VERBOSE = lazy_re.compile(r"\(\?([imsn]*)x([imsn]*)\)")
_SPACED = lazy_re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\s+|#[^\n]*", re.DOTALL)
_CODED = lazy_re.compile(r"\\x([0-9A-Fa-f]{2})")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_CLASSES = {"d": "0-9", "w": "0-9A-Za-z_", "s": r"\x09-\x0d\x20", "h": r"\x09\x20", "v": r"\x0a-\x0d"}
"""Without letters beyond ASCII: those are always added."""
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "a": "\a", "e": "\x1b"}
_WITHOUT_WIDTH = frozenset("bBAZzGK")
_ALL = r"\x00-\x7f"
_ANY_LETTER = one_of([_ALL])


class _UnknownSyntaxError(Exception):
    """Something whose meaning is not known for certain."""


@lru_cache(maxsize=1024)
def needs_of_regex(expression: str) -> Condition:
    """What a file must hold for the expression to match somewhere in it.

    Args:
        expression: As it stands under ``pattern-regex``.
    """
    try:
        reading = _Expression(_without_spaces(expression))
        part = reading.alternatives(folded=False, depth=0)
        reading.expect_end()
    except _UnknownSyntaxError:
        return ANYTHING
    if part.needs == NOTHING:
        return NOTHING
    return every((part.held, Resembles(part.likeness)))


def _without_spaces(expression: str) -> str:
    """An expression that begins with ``(?x)`` as it means: without spaces and comments."""
    verbose = _VERBOSE.match(expression)
    if verbose is None:
        return expression
    options = verbose[1] + verbose[2]
    rest = _SPACED.sub(lambda found: found[1] or "", expression[verbose.end() :])
    return f"(?{options}){rest}" if options else rest


class _Expression:
    """Reads an expression from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def expect_end(self) -> None:
        """Fault a bracket that nothing opened."""
        if self._at != len(self._text):
            raise _UnknownSyntaxError

    def alternatives(self, *, folded: bool, depth: int) -> Part:
        """What stands up to the closing bracket or the end."""
        if depth > _MAX_DEPTH:
            raise _UnknownSyntaxError
        branches: list[list[Part]] = [[]]
        while self._at < len(self._text) and self._text[self._at] != ")":
            if self._text[self._at] == "|":
                self._at += 1
                branches.append([])
            elif options := self._options_to_the_end():
                folded = "i" not in options[1] and ("i" in options[0] or folded)
            else:
                part = self._item(folded=folded, depth=depth)
                branches[-1].append(self._quantified(part))
        return either([sequence(branch) for branch in branches])

    def _options_to_the_end(self) -> tuple[str, str] | None:
        """``(?i)``: holds for what follows, in later branches too."""
        found = _OPTIONS.match(self._text, self._at)
        if found is None or found[3] != ")":
            return None
        self._at = found.end()
        return found[1], found[2] or ""

    def _quantified(self, part: Part) -> Part:
        while found := _QUANTIFIER.match(self._text, self._at):
            self._at = found.end()
            if found[1]:
                least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[found[1]]
            else:
                least = int(found[2])
                most = (int(found[4]) if found[4] else None) if found[3] else least
            part = repeated(part, least, most)
        return part

    def _item(self, *, folded: bool, depth: int) -> Part:
        if run := _PLAIN.match(self._text, self._at):
            return self._plain(run[0], folded=folded)
        letter = self._text[self._at]
        if again := _AGAIN.match(self._text, self._at):
            self._at = again.end()
            return ANY_TEXT
        if letter == "(":
            return self._group(folded=folded, depth=depth)
        if letter == "[":
            return self._class(folded=folded)
        if letter == "\\":
            return self._escape(folded=folded)
        if letter in "*+?" or re.match(r"\{\s*[\d,]", self._text[self._at : self._at + 8]):
            raise _UnknownSyntaxError
        self._at += 1
        known = {".": _ANY_LETTER, "^": LINE_BEGIN, "$": LINE_END}.get(letter)
        return known or plain(letter, folded=folded)

    def _plain(self, run: str, *, folded: bool) -> Part:
        """Letters that mean themselves; a quantifier behind them belongs to the last one."""
        end = self._at + len(run)
        if len(run) > 1 and self._text[end : end + 1] in ("*", "+", "?", "{"):
            run = run[:-1]
        self._at += len(run)
        return plain(run, folded=folded)

    def _group(self, *, folded: bool, depth: int) -> Part:
        text, begin = self._text, self._at
        if verb := _VERB.match(text, begin):
            self._at = verb.end()
            return NEVER if verb[1] in ("F", "FAIL") else NO_WIDTH
        looks = next((mark for mark in _LOOKS if text.startswith(mark, begin)), None)
        if looks:
            self._at += len(looks)
        elif text.startswith("(?>", begin):
            self._at += 3
        elif options := _OPTIONS.match(text, begin):
            self._at = options.end()
            folded = "i" not in (options[2] or "") and ("i" in options[1] or folded)
        elif named := _NAMED.match(text, begin):
            self._at = named.end()
        elif text.startswith(("(?", "(*"), begin):
            raise _UnknownSyntaxError
        else:
            self._at += 1
        part = self.alternatives(folded=folded, depth=depth + 1)
        if self._text[self._at : self._at + 1] != ")":
            raise _UnknownSyntaxError
        self._at += 1
        if looks is None:
            return part
        return NO_WIDTH if looks.endswith("!") else Part(NO_WIDTH.texts, "", part.held)

    def _escape(self, *, folded: bool) -> Part:
        if coded := _CODED.match(self._text, self._at):
            self._at = coded.end()
            return one_of([coded[0]]) if int(coded[1], 16) < 0x80 else ANY_TEXT
        letter = self._text[self._at + 1 : self._at + 2]
        self._at += 2
        if letter in _WITHOUT_WIDTH:
            return NO_WIDTH
        if letter in _CONTROLS:
            return one_of([f"\\x{ord(_CONTROLS[letter]):02x}"])
        if letter in _CLASSES or (letter and letter in "DWSHV"):
            return one_of([_CLASSES[letter.lower()]], negated=letter.isupper())
        if not letter or not letter.isascii() or letter.isalnum():
            raise _UnknownSyntaxError
        return plain(letter, folded=folded)

    def _class(self, *, folded: bool) -> Part:
        """``[...]``: a few single letters are tried one by one."""
        text = self._text
        negated = text[self._at + 1 : self._at + 2] == "^"
        self._at += 1 + negated
        begin = self._at
        items: list[str] = []
        members: set[str] | None = set()
        while text[self._at : self._at + 1] != "]" or self._at == begin:
            item = self._member()
            if isinstance(item, str):
                if negated and item == _ALL:
                    raise _UnknownSyntaxError
                items.append(item)
                members = None
            elif text[self._at : self._at + 1] == "-" and text[self._at + 1 : self._at + 2] not in ("]", ""):
                self._at += 1
                items.append(_range(item, self._member()))
                members = None
            else:
                items.append(f"\\x{item:02x}")
                members = members if members is None else members | {chr(item)}
        self._at += 1
        if negated or members is None or len(members) > _MAX_CLASS:
            return one_of(items, negated=negated, folded=folded)
        return either([plain(member, folded=folded) for member in sorted(members)])

    def _member(self) -> int | str:
        """One letter of a class by its number, or a class of letters as RE2 writes it."""
        text, at = self._text, self._at
        letter, following = text[at : at + 1], text[at + 1 : at + 2]
        if not letter or not letter.isascii() or (letter == "[" and following in (":", ".", "=")):
            raise _UnknownSyntaxError
        if letter != "\\":
            self._at += 1
            return ord(letter)
        if coded := _CODED.match(text, at):
            self._at = coded.end()
            if int(coded[1], 16) >= 0x80:
                raise _UnknownSyntaxError
            return int(coded[1], 16)
        self._at += 2
        if following in _CONTROLS:
            return ord(_CONTROLS[following])
        if following in _CLASSES:
            return _CLASSES[following]
        if following in {"D", "W", "S", "H", "V"}:
            return _ALL
        if not following or not following.isascii() or following.isalnum():
            raise _UnknownSyntaxError
        return ord(following)


def _range(first: int, last: int | str) -> str:
    if isinstance(last, str) or last < first:
        raise _UnknownSyntaxError
    return f"\\x{first:02x}-\\x{last:02x}"
