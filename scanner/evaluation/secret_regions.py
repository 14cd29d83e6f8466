"""Lines that belong to a value or block that is named like a secret: its name may stand many lines above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

TELLING = re.compile(
    r"(?i)pass|pwd|secret|key|token|cred|connection|connect\(|salt|(?:\b|_)pw\b|(?:\b|_)pin\b|\bauth\b"
    r"|\b(?:sign|verify)\(|identified\s+by"
)
"""Words beside which a text may be a secret."""
_FENCE = re.compile(r"<<[-~]?\s*[\"']?(\w+)[\"']?\s*$")
_TRIPLE = re.compile(r"\"\"\"|'''")
_SCALAR = re.compile(r"[:=]\s*[|>][-+0-9]{0,2}\s*$")
_MAP = re.compile(r"\s*(?:-\s+)?[\"']?[\w.-]+[\"']?\s*:\s*$")
_OPEN = re.compile(r"[\[({,]\s*$")


class Region(IntEnum):
    """How much of a line may be shown."""

    FREE = 0
    LITERALS = 1
    """Its texts in quotes are hidden."""
    VALUES = 2
    """What follows its keys is hidden."""
    WHOLE = 3


def regions(lines: Sequence[str]) -> list[Region]:
    """For each line of a file how much of it may be shown.

    Args:
        lines: Of the file.
    """
    found: list[Region] = []
    open_: list[tuple[int, Region]] = []
    fence = ""
    for line in lines:
        if fence:
            ended = line.strip() == fence or (fence in {'"""', "'''"} and fence in line)
            found.append(Region.WHOLE if not ended or line.strip() != fence else Region.FREE)
            fence = "" if ended else fence
            continue
        blank = not line or line.isspace()
        indent = len(line) - len(line.lstrip())
        while open_ and not blank and indent <= open_[-1][0]:
            open_.pop()
        found.append(max((region for _, region in open_), default=Region.FREE))
        if not blank and TELLING.search(line):
            fence = _fence_of(line)
            region = _opened(line)
            if region and not fence:
                open_.append((indent, region))
    return found


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
