"""What a file must hold for a pattern to match at all: literals and likenesses, joined by *every* and *some*.

A condition is necessary, never sufficient. Where it does not hold, nothing can match; where it does, semgrep decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_BEYOND_ASCII = {"k": r"\xe2\x84\xaa", "s": r"\xc5\xbf"}
"""Bytes of the Kelvin sign and the long s, which are these letters in another case."""


@dataclass(frozen=True, eq=False)  # compared by identity, which is fast; :func:`literal` makes each one once
class Literal:
    """The file holds this text."""

    text: str
    folded: bool
    """In any case; ``text`` is then ASCII without capitals."""
    whole: bool
    """As a word of its own, and not within another."""

    def holds(self, haystack: Haystack) -> bool:
        """Whether a file fulfils it."""
        return haystack.literals is None or self in haystack.literals


def literal(text: str, *, folded: bool = False, whole: bool = False) -> Literal:
    """The one literal of this text.

    Args:
        text: At least one character.
        folded: Whether case does not count; ``text`` is then ASCII without capitals.
        whole: Whether it stands as a word of its own; ``text`` is then a word of ASCII.
    """
    return _literal(text, folded, whole)


_literal = cache(Literal)  # called in one way only: to the cache, an argument by its name is another one


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
        if isinstance(part, Every):
            flat.update(dict.fromkeys(part.parts))
        elif part is NOTHING:
            return NOTHING
        else:
            flat[part] = None
    if len(flat) == 1:
        return next(iter(flat))
    return Every(tuple(sorted(flat, key=lambda part: _COSTS[type(part)]))) if flat else ANYTHING


def some(parts: Iterable[Condition]) -> Condition:
    """At least one of these, as simple as it can be said."""
    flat: dict[Condition, None] = {}
    for part in parts:
        if isinstance(part, Some):
            flat.update(dict.fromkeys(part.parts))
        elif part is ANYTHING:
            return ANYTHING
        else:
            flat[part] = None
    if len(flat) == 1:
        return next(iter(flat))
    return Some(tuple(flat)) if flat else NOTHING


def literals_of(condition: Condition) -> Iterator[Literal]:
    """All literals in a condition."""
    if isinstance(condition, Literal):
        yield condition
    elif isinstance(condition, (Every, Some)):
        for part in condition.parts:
            yield from literals_of(part)


def likeness_of(text: str, *, folded: bool) -> str:
    """A text as RE2 reads it, over bytes.

    Args:
        text: ASCII, if it is folded.
        folded: Whether case does not count.
    """
    return "".join(_likeness(letter, folded=folded) for letter in text)


@cache
def _likeness(letter: str, *, folded: bool) -> str:
    if not letter.isascii() or not letter.isalpha():
        return "".join(f"\\x{byte:02x}" for byte in letter.encode("utf-8", "replace"))
    if not folded:
        return letter
    other = _BEYOND_ASCII.get(letter.lower())
    return f"(?:(?i:{letter})|{other})" if other else f"(?i:{letter})"


@cache
def _expression(one: Literal) -> bytes:
    likeness = likeness_of(one.text, folded=one.folded)
    return (rf"\b{likeness}\b" if one.whole else likeness).encode("ascii")


class Index:
    """Finds all literals of all conditions in one pass over a file."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        """Prepare for these conditions."""
        import re2  # noqa: PLC0415  # not needed where no rule looks at any file

        found = (one for condition in conditions for one in literals_of(condition))
        self._literals = tuple(dict.fromkeys(found))
        self._set: Any = re2.Set.SearchSet(_options())
        for one in self._literals:
            self._set.Add(_expression(one))
        self._set.Add(b"")  # matches everywhere: without it in the answer, the search did not come to its end
        try:
            self._set.Compile()
        except re2.error:  # more than RE2 can take
            self._set = None

    def haystack(self, data: bytes) -> Haystack:
        """A file in which conditions can be looked for."""
        numbers: list[int] = (self._set and self._set.Match(data)) or []
        whole = len(self._literals) in numbers
        literals = self._literals
        return Haystack(data, {literals[number] for number in numbers if number < len(literals)} if whole else None)


class Haystack:
    """One file."""

    def __init__(self, data: bytes, literals: set[Literal] | None) -> None:
        """Take it as it is on disk.

        Args:
            data: Its bytes.
            literals: Those that it holds; None if they could not be found out, and it may hold all.
        """
        self.literals = literals
        self._data = data
        self._found: dict[str, bool] = {}

    def resembles(self, likeness: str) -> bool:
        """Whether an expression matches somewhere in the file; also when it is more than RE2 can take."""
        known = self._found.get(likeness)
        if known is None:
            compiled = _compiled(likeness)
            known = self._found[likeness] = compiled is None or compiled.search(self._data) is not None
        return known


@lru_cache(maxsize=1024)
def _compiled(likeness: str) -> Any:
    import re2  # noqa: PLC0415  # as above

    try:
        return re2.compile(likeness.encode("ascii"), _options())
    except re2.error:
        return None


def _options() -> Any:
    import re2  # noqa: PLC0415  # as above

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes as they are
    options.max_mem = 32 << 20
    options.log_errors = False
    return options
