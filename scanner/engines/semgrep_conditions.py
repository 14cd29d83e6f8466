"""What a file must hold for a pattern to match at all: literals and likenesses, joined by *every* and *some*.

A condition is necessary, never sufficient. Where it does not hold, nothing can match; where it does, semgrep decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_FOLDED = ((b"\xe2\x84\xaa", b"k"), (b"\xc5\xbf", b"s"))
"""The Kelvin sign and the long s: without regard to case, they match an ASCII letter."""


class Haystack:
    """The bytes of one file, and which literals have been looked for in them."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes as they are on disk."""
        self._data = data
        self._lower: bytes | None = None
        self._found: dict[bytes, bool] = {}
        self._found_lower: dict[bytes, bool] = {}
        self._found_like: dict[str, bool] = {}

    def has(self, text: bytes) -> bool:
        """Whether the file holds the bytes."""
        known = self._found.get(text)
        if known is None:
            known = self._found[text] = text in self._data
        return known

    def has_folded(self, text: bytes) -> bool:
        """Whether the file holds the bytes in any case.

        Args:
            text: ASCII without capitals.
        """
        known = self._found_lower.get(text)
        if known is None:
            if self._lower is None:
                self._lower = _lowered(self._data)
            known = self._found_lower[text] = text in self._lower
        return known

    def resembles(self, likeness: str) -> bool:
        """Whether an expression matches somewhere in the file; also when it is more than RE2 can take."""
        known = self._found_like.get(likeness)
        if known is None:
            compiled = _compiled(likeness)
            known = self._found_like[likeness] = compiled is None or compiled.search(self._data) is not None
        return known


@lru_cache(maxsize=1024)
def _compiled(likeness: str) -> Any:
    import re2  # noqa: PLC0415  # not needed where no literal stands

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    try:
        return re2.compile(likeness.encode("ascii"), options)
    except re2.error:
        return None


def _lowered(data: bytes) -> bytes:
    lower = data.lower()
    if not lower.isascii():
        for written, letter in _FOLDED:
            lower = lower.replace(written, letter)
    return lower


@dataclass(frozen=True)
class Literal:
    """The file holds these bytes."""

    text: bytes
    folded: bool = False
    """In any case; ``text`` is then ASCII without capitals."""

    def holds(self, haystack: Haystack) -> bool:
        """Whether a file fulfils it."""
        return haystack.has_folded(self.text) if self.folded else haystack.has(self.text)


@dataclass(frozen=True)
class Every:
    """All parts hold; without any part, nothing is asked."""

    parts: tuple[Condition, ...]

    def holds(self, haystack: Haystack) -> bool:
        """Whether a file fulfils it."""
        for part in self.parts:  # noqa: SIM110  # all() with a generator takes twice the time
            if not part.holds(haystack):
                return False
        return True


@dataclass(frozen=True)
class Some:
    """One part holds at least; without any part, nothing can match."""

    parts: tuple[Condition, ...]

    def holds(self, haystack: Haystack) -> bool:
        """Whether a file fulfils it."""
        for part in self.parts:  # noqa: SIM110  # as above
            if part.holds(haystack):
                return True
        return False


@dataclass(frozen=True)
class Resembles:
    """Somewhere in the file stands what this expression matches."""

    likeness: str
    """As RE2 reads it, over bytes."""

    def holds(self, haystack: Haystack) -> bool:
        """Whether a file fulfils it."""
        return haystack.resembles(self.likeness)


Condition = Literal | Every | Some | Resembles

ANYTHING = Every(())
"""Nothing is asked of a file."""
NOTHING = Some(())
"""No file can match."""


_COSTS = {Literal: 0, Some: 1, Every: 1, Resembles: 2}


def every(parts: Iterable[Condition]) -> Condition:
    """All of these, as simple as it can be said."""
    flat: dict[Condition, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, Every) else (part,)))
    if NOTHING in flat:
        return NOTHING
    ordered = sorted(flat, key=lambda part: _COSTS[type(part)])
    return ordered[0] if len(ordered) == 1 else Every(tuple(ordered))


def some(parts: Iterable[Condition]) -> Condition:
    """At least one of these, as simple as it can be said."""
    flat: dict[Condition, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, Some) else (part,)))
    if ANYTHING in flat:
        return ANYTHING
    return next(iter(flat)) if len(flat) == 1 else Some(tuple(flat))
