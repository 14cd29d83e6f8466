"""Tells which literals a file must hold for a regular expression of semgrep (PCRE2) to match in it.

Where the expression uses something that is not known here for certain, nothing is asked of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scanner.engines.semgrep_conditions import ANYTHING, NOTHING, Condition, Literal, every, some

_MAX_TEXTS = 40
"""Texts that one stretch may be; with more, it is cut into two stretches."""
_MAX_LENGTH = 60
_SHORTEST = 2
"""Characters; shorter literals are in nearly every file."""
_MAX_DEPTH = 40
_MAX_CLASS = 4
"""Members of a class that are tried one by one."""

_QUANTIFIER = re.compile(r"(?:([*+?])|\{(\d{1,5})(?:(,)(\d{0,5}))?\})([+?]?)")
_OPTIONS = re.compile(r"\(\?([imsn]*)(?:-([imsn]*))?([:)])")
_NAMED = re.compile(r"\(\?P?<([A-Za-z_]\w*)>|\(\?'([A-Za-z_]\w*)'")
_VERB = re.compile(r"\(\*(SKIP|PRUNE|COMMIT|THEN|FAIL|F)\)")
_PLAIN = re.compile(r"[A-Za-z0-9 _:/,;=<>'\"&%~!@-]+")
_POSIX = re.compile(r"\[:\^?[a-z]+:\]")
_OF_CLASSES = frozenset("dDwWsShHvVR")
_OF_WIDTH_NOTHING = frozenset("bBAZzGK")
_CONTROLS = frozenset("nrtfae")
_CODED = re.compile(r"\\x[0-9A-Fa-f]{2}")

Texts = frozenset[tuple[str, bool]]
"""What a stretch may be, each with whether case counts not."""
_EMPTY: Texts = frozenset({("", False)})


class _UnknownSyntaxError(Exception):
    """Something whose meaning is not known for certain."""


@dataclass(frozen=True)
class _Part:
    """What is known of a part of an expression."""

    texts: Texts | None
    """All that it can match, if that is a small set."""
    needs: Condition = ANYTHING
    """What the file holds, if it matches."""


_OPEN = _Part(None)
_NO_WIDTH = _Part(_EMPTY)


@lru_cache(maxsize=1024)
def needs_of_regex(expression: str) -> Condition:
    """What a file must hold for the expression to match somewhere in it.

    Args:
        expression: As it stands under ``pattern-regex``.
    """
    try:
        reading = _Expression(expression)
        part = reading.alternatives(folded=False, depth=0)
        reading.expect_end()
    except _UnknownSyntaxError:
        return ANYTHING
    return every((part.needs, _held(part.texts)))


def _held(texts: Texts | None) -> Condition:
    """That the file holds one of the texts."""
    if texts is None or any(len(text) < _SHORTEST for text, _ in texts):
        return ANYTHING
    literals: list[Condition] = []
    # A text in which a shorter one stands says nothing more.
    for text, folded in sorted(texts, key=lambda one: (len(one[0]), one)):
        if not any(
            isinstance(known, Literal)
            and known.text in (text.lower() if known.folded else text).encode()
            and (known.folded or not folded)
            for known in literals
        ):
            literals.append(Literal(text.encode(), folded))
    return some(literals)


def _sequence(parts: Iterable[_Part]) -> _Part:
    """Parts one after the other."""
    run, whole = _EMPTY, True
    needs: list[Condition] = []
    for part in parts:
        needs.append(part.needs)
        if part.texts is None:
            needs.append(_held(run))
            run, whole = _EMPTY, False
            continue
        joined = _joined(run, part.texts)
        if joined is None:
            needs.append(_held(run))
            run, whole = part.texts, False
        else:
            run = joined
    if not whole:
        needs.append(_held(run))
    return _Part(run if whole else None, every(needs))


def _joined(first: Texts, second: Texts) -> Texts | None:
    if len(first) * len(second) > _MAX_TEXTS:
        return None
    texts = set()
    for start, start_folded in first:
        for end, end_folded in second:
            folded = start_folded or end_folded
            text = start + end
            if len(text) > _MAX_LENGTH or (folded and not text.isascii()):
                return None
            texts.add((text.lower(), True) if folded else (text, False))
    return frozenset(texts)


def _either(parts: Sequence[_Part]) -> _Part:
    """One of the parts."""
    possible = [part for part in parts if part.needs != NOTHING]
    if not possible:
        return _Part(None, NOTHING)
    texts = [part.texts for part in possible if part.texts is not None]
    union = frozenset().union(*texts)
    if len(texts) == len(possible) and len(union) <= _MAX_TEXTS:
        return _Part(union, some(part.needs for part in possible))
    return _Part(None, some(every((part.needs, _held(part.texts))) for part in possible))


def _repeated(part: _Part, least: int, most: int | None) -> _Part:
    if least == 0:
        optional = most == 1 and part.texts is not None
        return _Part((part.texts or frozenset()) | _EMPTY) if optional else _OPEN
    if most == least and part.texts is not None and len(part.texts) == 1:
        return _sequence([part] * min(least, _MAX_LENGTH) + ([_OPEN] if least > _MAX_LENGTH else []))
    if most == 1:
        return part
    return _Part(None, every((part.needs, _held(part.texts))))


class _Expression:
    """Reads an expression from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def expect_end(self) -> None:
        """Fault a bracket that nothing opened."""
        if self._at != len(self._text):
            raise _UnknownSyntaxError

    def alternatives(self, *, folded: bool, depth: int) -> _Part:
        """What stands up to the closing bracket or the end."""
        if depth > _MAX_DEPTH:
            raise _UnknownSyntaxError
        branches: list[list[_Part]] = [[]]
        while self._at < len(self._text) and self._text[self._at] != ")":
            if self._text[self._at] == "|":
                self._at += 1
                branches.append([])
            elif options := self._options_to_the_end():
                folded = "i" not in options[1] and ("i" in options[0] or folded)
            else:
                part = self._item(folded=folded, depth=depth)
                branches[-1].append(self._quantified(part))
        return _either([_sequence(branch) for branch in branches])

    def _options_to_the_end(self) -> tuple[str, str] | None:
        """``(?i)``: holds for what follows, in later branches too."""
        found = _OPTIONS.match(self._text, self._at)
        if found is None or found[3] != ")":
            return None
        self._at = found.end()
        return found[1], found[2] or ""

    def _quantified(self, part: _Part) -> _Part:
        while found := _QUANTIFIER.match(self._text, self._at):
            self._at = found.end()
            if found[1]:
                least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[found[1]]
            else:
                least = int(found[2])
                most = (int(found[4]) if found[4] else None) if found[3] else least
            part = _repeated(part, least, most)
        return part

    def _item(self, *, folded: bool, depth: int) -> _Part:
        letter = self._text[self._at]
        if letter == "(":
            return self._group(folded=folded, depth=depth)
        if letter == "[":
            return self._class(folded=folded)
        if letter == "\\":
            return self._escape(folded=folded)
        if letter in "*+?" or re.match(r"\{\s*[\d,]", self._text[self._at : self._at + 8]):
            raise _UnknownSyntaxError
        if plain := _PLAIN.match(self._text, self._at):
            return self._plain(plain[0], folded=folded)
        self._at += 1
        if letter == ".":
            return _OPEN
        return _NO_WIDTH if letter in "^$" else _letter(letter, folded=folded)

    def _plain(self, run: str, *, folded: bool) -> _Part:
        """Letters that mean themselves; a quantifier behind them belongs to the last one."""
        end = self._at + len(run)
        if len(run) > 1 and self._text[end : end + 1] in ("*", "+", "?", "{"):
            run = run[:-1]
        self._at += len(run)
        return _Part(frozenset({(run.lower(), True) if folded else (run, False)}))

    def _group(self, *, folded: bool, depth: int) -> _Part:
        text, begin = self._text, self._at
        if verb := _VERB.match(text, begin):
            self._at = verb.end()
            return _Part(None, NOTHING) if verb[1] in ("F", "FAIL") else _NO_WIDTH
        looks = next((mark for mark in ("(?=", "(?!", "(?<=", "(?<!") if text.startswith(mark, begin)), None)
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
        return _NO_WIDTH if looks.endswith("!") else _Part(_EMPTY, every((part.needs, _held(part.texts))))

    def _escape(self, *, folded: bool) -> _Part:
        if coded := _CODED.match(self._text, self._at):
            self._at = coded.end()
            return _OPEN
        letter = self._text[self._at + 1 : self._at + 2]
        self._at += 2
        if letter in _OF_WIDTH_NOTHING:
            return _NO_WIDTH
        if letter in _OF_CLASSES or letter in _CONTROLS:
            return _OPEN
        if not letter or not letter.isascii() or letter.isalnum():
            raise _UnknownSyntaxError
        return _letter(letter, folded=folded)

    def _class(self, *, folded: bool) -> _Part:
        """``[...]``: a few single letters are tried one by one, all else may be anything."""
        text, at = self._text, self._at + 1
        negated = text[at : at + 1] == "^"
        at += negated
        members: set[str] | None = set()
        begin = at
        while text[at : at + 1] != "]" or at == begin:
            if at >= len(text):
                raise _UnknownSyntaxError
            if posix := _POSIX.match(text, at):
                members, at = None, posix.end()
            elif text[at] == "\\":
                letter = text[at + 1 : at + 2]
                if letter in ("Q", "E", ""):
                    raise _UnknownSyntaxError
                members = None if letter.isalnum() or members is None else members | {letter}
                at += 2
            else:
                ranged = text[at] == "-" and at != begin and text[at + 1 : at + 2] != "]"
                members = None if ranged or members is None else members | {text[at]}
                at += 1
        self._at = at + 1
        if negated or members is None or len(members) > _MAX_CLASS:
            return _OPEN
        return _either([_letter(member, folded=folded) for member in sorted(members)])


def _letter(letter: str, *, folded: bool) -> _Part:
    if letter in "\r\n" or (folded and not letter.isascii()):
        return _OPEN
    # A mark is the same in any case, but a stretch that holds one letter without case is folded as a whole.
    return _Part(frozenset({(letter.lower(), True) if folded and letter.isalpha() else (letter, False)}))
