"""Models of Ruby on Rails whose history a library keeps, and the names by which their rows are addressed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from scanner import lazy_re

_LARGEST = 2_000_000
_HINTS = (b"audited", b"has_paper_trail", b"has_logidze")
_LINE = lazy_re.compile(
    rb"^([ \t]*)(?:(class|module)[ \t]+([A-Z][A-Za-z0-9_:]*+)(?![^\n]*;[ \t]*end\b)"
    rb"|(?:audited|has_paper_trail|has_logidze)\b(?![?=.]|[ \t]*=))",
    re.MULTILINE,
)
"""A class or module with lines of its own, or what keeps the history of a class."""
_ALL = frozenset({"ApplicationRecord", "ActiveRecord::Base"})
_HUMP = lazy_re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def recorded_models(source: bytes, language: str) -> list[dict[str, Any]]:
    """The models of a file of which a library keeps the history: the class, one row of it and many.

    The name is ``*`` where all models inherit it. One in a module counts for none: who includes it is not known here.

    Args:
        source: The file as UTF-8.
        language: Of the file.
    """
    if language != "ruby" or len(source) > _LARGEST or not any(hint in source for hint in _HINTS):
        return []
    ends = [match.start() for match in re.finditer(rb"\n", source)]
    found: dict[str, dict[str, Any]] = {}
    for path, begin in _keeping(source):
        if path not in found:
            name = path.rpartition(":")[2]
            one = _HUMP.sub("_", name).lower()
            line = bisect_left(ends, begin) + 1
            found[path] = {"name": "*" if path in _ALL else name, "one": one, "many": _plural(one), "line": line}
    return list(found.values())


def _keeping(source: bytes) -> Iterator[tuple[str, int]]:
    """The class around each line that keeps a history, the nearest above that is set in less, and where it begins."""
    depths: list[int] = []
    classes: list[str] = []
    for match in _LINE.finditer(source):
        depth = len(match[1].expandtabs())
        around = bisect_left(depths, depth)
        if match[2]:
            # What was as deep has ended, and what was deeper was in it.
            depths[around:] = [depth]
            classes[around:] = [match[3].decode("ascii") if match[2] == b"class" else ""]
        elif around and classes[around - 1]:
            yield classes[around - 1], match.start()


def _plural(word: str) -> str:
    """As Rails names an association of many; words with a plural of their own are not known."""
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"
