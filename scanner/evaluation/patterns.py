"""Patterns that a waiver names what it is for with, in time that grows with the lengths of pattern and text alone.

A regular expression with many stars can take for ever, and whoever is judged writes these.
"""

from __future__ import annotations

import re

from scanner import lazy_re

_ANY, _IN_NAME, _FOLDERS = "**", "*", "**/"
_PARTS = lazy_re.compile(r"(\*\*/|\*+)")


def matches(pattern: str, text: str) -> bool:
    """Whether a text is of a pattern in which ``*`` stands for any text, and nothing else means anything.

    Args:
        pattern: As a waiver gives it.
        text: The whole of what it is held against.
    """
    return _fits([_ANY if set(part) == {"*"} else part for part in re.split(r"(\*+)", pattern) if part], text)


def matches_path(pattern: str, path: str) -> bool:
    """Whether a path is of a pattern: ``*`` stands for a part of a name, ``**`` for any folders, a last ``/`` for all.

    Args:
        pattern: As a waiver gives it.
        path: Relative to the root.
    """
    pattern = pattern.removeprefix("./")
    written = f"{pattern}**" if pattern.endswith("/") else pattern
    parts = [part for part in _PARTS.split(written) if part]
    return _fits([_ANY if len(part) > 1 and set(part) == {"*"} else part for part in parts], path)


def _fits(parts: list[str], text: str) -> bool:
    """Follow all places of the text that the pattern can have reached at once."""
    reached = {0}
    for part in parts:
        if not reached:
            return False
        if part == _ANY:
            reached = set(range(min(reached), len(text) + 1))
        elif part == _IN_NAME:
            reached = _to_the_end_of_names(reached, text)
        elif part == _FOLDERS:
            first = min(reached)
            reached |= {place + 1 for place in range(first, len(text)) if text[place] == "/"}
        else:
            reached = {place + len(part) for place in reached if text.startswith(part, place)}
    return len(text) in reached


def _to_the_end_of_names(reached: set[int], text: str) -> set[int]:
    found: set[int] = set()
    going = False
    for place in range(len(text) + 1):
        going = place in reached or (going and text[place - 1] != "/")
        if going:
            found.add(place)
    return found
