"""Lines that belong to a value or block that is named like a secret: its name may stand many lines above."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from functools import cache
from typing import Any, NamedTuple

import re2

from scanner import lazy_re

_WORDS = (
    r"pass|pwd|secret|key|token|cred|connection|connect\(|salt|(?:\b|_)pw\b|(?:\b|_)pin\b|\bauth\b"
    r"|\b(?:sign|verify)\(|identified\s+by"
)
TELLING = lazy_re.compile(f"(?i){_WORDS}")
"""Words beside which a text may be a secret."""
_FENCE = lazy_re.compile(r"<<[-~]?\s*[\"']?(\w+)[\"']?\s*$")
_TRIPLE = lazy_re.compile(r"\"\"\"|'''")
_TRIPLES = ('"""', "'''")
_SCALAR = lazy_re.compile(r"[:=]\s*[|>][-+0-9]{0,2}\s*$")
_MAP = lazy_re.compile(r"\s*(?:-\s+)?[\"']?[\w.-]+[\"']?\s*:\s*$")
_OPEN = lazy_re.compile(r"[\[({,]\s*$")


class Region(IntEnum):
    """How much of a line may be shown."""

    FREE = 0
    LITERALS = 1
    """Its texts in quotes are hidden."""
    VALUES = 2
    """What follows its keys is hidden."""
    WHOLE = 3


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
    number = 0
    for first in telling:
        if first >= number:
            number = _mark(lines, first, telling, found)
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
    return re2.compile(_WORDS.encode())


def _mark(lines: Sequence[str], number: int, telling: Collection[int], found: list[Region]) -> int:
    """Mark what belongs to a telling line, and to those within; give back the number of the line after it."""
    open_: list[tuple[int, Region]] = []
    fence = ""
    while number < len(lines):
        line = lines[number]
        if fence:
            found[number] = Region.FREE if line.strip() == fence else Region.WHOLE
            fence = "" if line.strip() == fence or (fence in _TRIPLES and fence in line) else fence
            number += 1
            continue
        indent = len(line) - len(line.lstrip())
        while open_ and line.strip() and indent <= open_[-1][0]:
            open_.pop()
        found[number] = max((region for _, region in open_), default=Region.FREE)
        if number in telling:
            fence = _fence_of(line)
            region = _opened(line)
            if region and not fence:
                open_.append((indent, region))
        number += 1
        if not (open_ or fence):
            break
    return number


def _fence_of(line: str) -> str:
    """What ends a text of several lines that begins here."""
    heredoc = _FENCE.search(line)
    if heredoc:
        return heredoc[1]
    marks = _TRIPLE.findall(line)
    return str(marks[0]) if len(marks) == 1 else ""


def _opened(line: str) -> Region:
    if _SCALAR.search(line):
        return Region.WHOLE
    if _MAP.fullmatch(line):
        return Region.VALUES
    return Region.LITERALS if _OPEN.search(line) else Region.FREE
