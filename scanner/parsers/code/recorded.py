"""Models of Ruby on Rails whose history a library keeps, and the names by which their rows are addressed."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

_LARGEST = 2_000_000
_HINTS = (b"audited", b"has_paper_trail", b"has_logidze")
_CLASS = re.compile(rb"^[ \t]*class[ \t]+([A-Z][A-Za-z0-9_:]*)", re.MULTILINE)
_KEPT = re.compile(rb"^[ \t]*(?:audited|has_paper_trail|has_logidze)\b(?![?=.]|[ \t]*=)", re.MULTILINE)
_ALL = frozenset({"ApplicationRecord", "Base"})
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def recorded_models(source: bytes, language: str) -> list[dict[str, Any]]:
    """The models of a file of which a library keeps the history: the class, one row of it and many.

    The name is ``*`` where all models inherit it. One in a module counts for none: who includes it is not known here.

    Args:
        source: The file as UTF-8.
        language: Of the file.
    """
    if language != "ruby" or len(source) > _LARGEST or not any(hint in source for hint in _HINTS):
        return []
    classes = [(match.start(), match[1].decode("ascii")) for match in _CLASS.finditer(source)]
    begins = [begin for begin, _ in classes]
    found: dict[str, dict[str, Any]] = {}
    for match in _KEPT.finditer(source):
        above = bisect_left(begins, match.start())
        if not above:
            continue
        name = classes[above - 1][1].rpartition(":")[2]
        one = _HUMP.sub("_", name).lower()
        line = source.count(b"\n", 0, match.start()) + 1
        named = {"name": "*" if name in _ALL else name, "one": one, "many": _plural(one), "line": line}
        found.setdefault(name, named)
    return list(found.values())


def _plural(word: str) -> str:
    """As Rails names an association of many; words with a plural of their own are not known."""
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"
