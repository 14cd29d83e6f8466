"""Tells which of many globs match a path, in one pass over it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern


class GlobIndex:
    """Globs as in ``.gitignore``: each also matches what lies in a folder that it matches.

    Args:
        lines: Globs, each on its own; one that begins with ``!`` takes away, and matches nothing here.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        import re2  # noqa: PLC0415  # not needed where no rule asks for a path

        options = re2.Options()
        options.max_mem = 32 << 20
        options.log_errors = False
        self._lines = tuple(dict.fromkeys(line for line in lines if not line.startswith("!")))
        self._set: Any = re2.Set.SearchSet(options)
        self._set.Add("")  # matches everywhere: without it in the answer, the search did not come to its end
        try:
            for line in self._lines:
                self._set.Add(_expression(line))
            self._set.Compile()
        except re2.error:  # more than RE2 can take
            self._set = None

    def matching(self, path: str) -> frozenset[str]:
        """The globs that match a path; all of them where that cannot be found out: semgrep looks at paths again."""
        numbers: list[int] = (self._set and self._set.Match(path)) or []
        if 0 not in numbers:
            return frozenset(self._lines)
        return frozenset(self._lines[number - 1] for number in numbers if number)


def _expression(line: str) -> str:
    """A glob as a regular expression; of a line that is none, such as a comment, one that matches nothing."""
    written, _ = GitIgnoreSpecPattern.pattern_to_regex(line)  # not compiled: RE2 does that, for all at once
    return str(written) if written else r"[^\s\S]"
