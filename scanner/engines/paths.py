"""The paths of a system's files, ready to be asked by globs: all of them are searched at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

import pathspec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from scanner.rules.patterns import compiled

_DIRECTORY_GROUP = "(?P<ps_d>/)"
"""By which pathspec tells what a directory's name matched; to us both are matches."""


class Paths:
    """Paths by number.

    Args:
        paths: In any order; case does not matter.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = [path.lower() for path in paths]

    def matching(self, globs: Sequence[str]) -> list[int]:
        """The numbers of the paths that globs name, in order.

        Args:
            globs: Patterns as in ``.gitignore``; case does not matter.
        """
        lowered = [glob.lower() for glob in globs]
        searches = [GitIgnoreSpecPattern.pattern_to_regex(glob) for glob in lowered]
        wanted = [regex for regex, include in searches if include and isinstance(regex, str)]
        named = {number for regex in wanted for number in self._search(regex)}
        if any(include is False for _, include in searches):  # which of them decides is for pathspec to say
            spec = pathspec.GitIgnoreSpec.from_lines(lowered)
            named = {number for number in named if spec.match_file(self._paths[number])}
        return sorted(named)

    def _search(self, regex: str) -> list[int]:
        """The paths on which a regular expression of pathspec matches."""
        pattern = regex.replace(_DIRECTORY_GROUP, "/")
        found = self._search_together(pattern.replace("[^/]", r"[^/\n]"))
        if found is None:
            single = compiled(pattern.encode("utf-8", "replace"))
            found = [number for number, path in enumerate(self._encoded) if single.search(path)]
        return found

    def _search_together(self, pattern: str) -> list[int] | None:
        """The paths, each a line of one text, on which a pattern matches; None where it goes beyond a line."""
        if self._text.count(b"\n") != len(self._encoded):
            return None
        found = []
        for match in compiled(f"(?m){pattern}".encode("utf-8", "replace")).finditer(self._text):
            begin, end = match.span()
            if begin == len(self._text):
                break  # behind the last line
            if self._text.find(b"\n", begin, end) >= 0:
                return None
            found.append(bisect_right(self._begins, begin) - 1)
        return found

    @cached_property
    def _encoded(self) -> list[bytes]:
        return [path.encode("utf-8", "replace") for path in self._paths]

    @cached_property
    def _text(self) -> bytes:
        return b"".join(path + b"\n" for path in self._encoded)

    @cached_property
    def _begins(self) -> list[int]:
        """Where each line begins."""
        return list(accumulate((len(path) + 1 for path in self._encoded), initial=0))
