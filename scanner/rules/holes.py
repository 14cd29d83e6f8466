"""Unknown values inside expressions: how they are written down for CEL, and equality with a third answer.

A hole is a byte string with a prefix that is no UTF-8 and that no rule can come by otherwise; behind its number stands
the text with which the value begins, as far as that is known. On most operations
CEL itself errs when it meets bytes; where it would not (equality, membership, size), the functions of this module
take over and raise :class:`HoleMetError`, which ``&&``, ``||``, ``all`` and ``exists`` absorb as any other error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from scanner import lazy_re
from scanner.domain.resource import Unknown, UnknownReason, UnknownText, Value

MARKER = "archscan-unknown"
"""Begins the text of every error that a hole causes."""
MAXIMUM_DEPTH = 100
"""Nesting beyond which a value counts as unknown; real artefacts stay below 30."""

_KEPT = 2_000
"""Answers of functions that stay encoded."""
PREFIX = b"\xff\xfearchscan:"
"""Begins every hole."""
_HOLE = lazy_re.compile(re.escape(PREFIX) + rb"(\d+);")
_UNREADABLE = lazy_re.compile("[\x00\ud800-\udfff]")
_LARGEST = 2**63 - 1
_SMALLEST = -(2**63)
_TOO_DEEP = Unknown(reason=UnknownReason.BROKEN, text=f"nested deeper than {MAXIMUM_DEPTH} levels")


class HoleMetError(Exception):
    """An operation would have to know a value that nobody knows."""

    def __init__(self) -> None:
        super().__init__(MARKER)


class Holes:
    """The unknown values that were met, each with a number, and what was asked of them."""

    def __init__(self) -> None:
        self._numbers: dict[Unknown, int] = {}
        self._unknowns: list[Unknown] = []
        self._met: dict[int, None] = {}
        self._answers: dict[int, tuple[object, Any]] = {}
        """By identity, with what was encoded, so that nothing else can take its place."""
        self._written: dict[int, tuple[Unknown, bytes]] = {}
        """By identity, since comparing is dear; the value is kept, so that no other can take its place."""

    def encode(self, value: object, depth: int = 0) -> Any:
        """A value as CEL takes it: JSON types, numbers in range, holes for what is unknown.

        Args:
            value: A value of a view, or what a function of the vocabulary gave.
            depth: Levels above it.

        Returns:
            A new tree; the value itself is left as it is.
        """
        if type(value) is str:
            return value if value.isascii() and "\0" not in value else _readable(value)
        if value is None or value is True or value is False:
            return value
        if type(value) is dict or type(value) is list:
            return self._encode_tree(value, depth)
        return self._encode_other(value, depth)

    def encode_answer(self, answer: object) -> Any:
        """What a function of the vocabulary gave; of a list, maps that were given before are not encoded again."""
        if type(answer) is not list:
            return self.encode(answer)
        return [self._encode_kept(entry) for entry in answer]

    def _encode_kept(self, entry: object) -> Any:
        known = self._answers.get(id(entry))
        if known is None:
            if len(self._answers) >= _KEPT:
                self._answers.clear()
            known = self._answers[id(entry)] = (entry, self._encode_entry(entry))
        return known[1]

    def _encode_entry(self, entry: object) -> Any:
        """An entry of an answer; what it lists in its turn is mostly what other entries list too."""
        if type(entry) is not dict or not any(type(value) is list for value in entry.values()):
            return self.encode(entry, 1)
        return {
            self._key(key): self.encode_answer(value) if _lists_maps(value) else self.encode(value, 2)
            for key, value in entry.items()
        }

    def _encode_tree(self, value: Mapping[Any, Any] | Sequence[Any], depth: int) -> Any:
        if depth >= MAXIMUM_DEPTH:
            return self._hole(_TOO_DEEP)
        encode, below = self.encode, depth + 1
        if type(value) is not list and isinstance(value, Mapping):
            return {self._key(key): encode(entry, below) for key, entry in value.items()}
        return [encode(entry, below) for entry in value]

    def _encode_other(self, value: object, depth: int) -> Any:
        """What is rarer than text, truth and plain trees."""
        if isinstance(value, Unknown):
            return self._hole(value)
        if isinstance(value, str):
            return _readable(value)
        if isinstance(value, int):  # truth is an int too
            return value if _SMALLEST <= value <= _LARGEST else _as_float(value)
        if isinstance(value, float):
            return value
        if depth >= MAXIMUM_DEPTH:
            return self._hole(_TOO_DEEP)
        if isinstance(value, bytes | bytearray):
            return value.decode("utf-8", "replace").replace("\0", "\ufffd")
        if isinstance(value, Mapping | Sequence):
            return self._encode_tree(value, depth)
        return value.isoformat() if isinstance(value, date | datetime | time) else self.encode(str(value), depth)

    def _key(self, key: object) -> str:
        return _readable(key if type(key) is str else str(key))

    def _hole(self, unknown: Unknown) -> bytes:
        known = self._written.get(id(unknown))
        if known is None:
            known = self._written[id(unknown)] = (unknown, self._new_hole(unknown))
        return known[1]

    def _new_hole(self, unknown: Unknown) -> bytes:
        number = self._numbers.get(unknown)
        if number is None:
            number = self._numbers[unknown] = len(self._unknowns)
            self._unknowns.append(unknown)
        known = unknown.prefix.encode("utf-8", "replace") if isinstance(unknown, UnknownText) else b""
        return PREFIX + b"%d;" % number + known

    def decode(self, value: Any) -> Value:
        """What CEL gave back, with the unknown values in their places again."""
        if isinstance(value, bytes | bytearray):
            numbers = _HOLE.findall(value)
            return self._unknowns[int(numbers[0])] if numbers else value.decode("utf-8", "replace")
        if isinstance(value, list):
            return [self.decode(entry) for entry in value]
        if isinstance(value, dict):
            return {str(key): self.decode(entry) for key, entry in value.items()}
        if value is None or isinstance(value, bool | int | float | str):
            return value
        return value.isoformat() if isinstance(value, date | datetime) else str(value)

    def forget(self) -> None:
        """Start a new list of unknowns that were met."""
        self._met.clear()

    def met(self) -> tuple[Unknown, ...]:
        """The unknowns that stood in the way since the last :meth:`forget`, by their text.

        Not in the order in which they did: the library goes through maps in another order in each process.
        """
        found = (self._unknowns[number] for number in self._met)
        return tuple(sorted(found, key=lambda one: (one.text, one.reason.value)))

    def equal(self, left: Any, right: Any) -> bool:
        """CEL's equality; raises where an unknown value decides."""
        answer = _equal(left, right)
        if answer is None:
            self._meet((left, right))
        return bool(answer)

    def member(self, element: Any, container: Any) -> bool:
        """CEL's ``in`` over lists and maps; raises where an unknown value decides."""
        if _is_hole(container):
            self._meet(container)
        if not isinstance(container, list | dict):
            raise TypeError("the right side of 'in' is neither a list nor a map")
        undecided = False
        for candidate in container:
            answer = _equal(element, candidate)
            if answer:
                return True
            undecided = undecided or answer is None
        if undecided:
            self._meet((element, [c for c in container if _equal(element, c) is None]))
        return False

    def size(self, value: Any) -> int:
        """CEL's ``size``; raises for an unknown value. A list of unknown elements has a size."""
        if _is_hole(value):
            self._meet(value)
        if not isinstance(value, str | list | dict | bytes | bytearray):
            raise TypeError(f"size() of {_kind(value)}")
        return len(value)

    def known(self, value: Any) -> Any:
        """The value; raises when it is unknown itself."""
        if _is_hole(value):
            self._meet(value)
        return value

    def settled(self, value: Any) -> Any:
        """The value; raises when any part of it is unknown."""
        if _contains_hole(value):
            self._meet(value)
        return value

    def _meet(self, value: Any) -> None:
        """Note all holes of a value, and raise."""
        pending = [value]
        while pending:
            part = pending.pop()
            if isinstance(part, bytes | bytearray):
                self._met.update(dict.fromkeys(int(number) for number in _HOLE.findall(part)))
            elif isinstance(part, list | tuple):
                pending.extend(reversed(part))
            elif isinstance(part, dict):
                pending.extend(reversed(part.values()))
        raise HoleMetError


def _lists_maps(value: object) -> bool:
    return type(value) is list and bool(value) and type(value[0]) is dict


def _readable(text: str) -> str:
    return text if text.isascii() and "\0" not in text else _UNREADABLE.sub("\ufffd", text)


def _as_float(value: int) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _is_hole(value: Any) -> bool:
    return isinstance(value, bytes | bytearray) and PREFIX in value


def _contains_hole(value: Any) -> bool:
    if isinstance(value, list):
        return any(_contains_hole(entry) for entry in value)
    if isinstance(value, dict):
        return any(_contains_hole(entry) for entry in value.values())
    return _is_hole(value)


def _may_be(hole: Any, value: Any) -> bool:
    """Whether what is not known may turn out to be this text; with other kinds of value a provider may know better."""
    if not isinstance(value, str):
        return True
    known = bytes(hole).removeprefix(PREFIX).partition(b";")[2].partition(PREFIX)[0]
    return value.encode("utf-8", "replace").startswith(known)


def _kind(value: Any) -> str:
    """How CEL would name a value's type, as far as equality goes: all numbers are one."""
    if isinstance(value, bool) or value is None:
        return type(value).__name__
    return "number" if isinstance(value, int | float) else type(value).__name__


def _equal(left: Any, right: Any) -> bool | None:
    """Equality as CEL has it (no value equals one of another type); None where an unknown part decides."""
    if type(left) is str and type(right) is str:
        return left == right  # nearly every comparison there is; a hole is never text
    if _is_hole(left):
        return None if _may_be(left, right) else False
    if _is_hole(right):
        return None if _may_be(right, left) else False
    if _kind(left) != _kind(right):
        return False
    if isinstance(left, list):
        return False if len(left) != len(right) else _all(zip(left, right, strict=True))
    if isinstance(left, dict):
        if left.keys() != right.keys():
            return False
        return _all((value, right[key]) for key, value in left.items())
    return bool(left == right)


def _all(pairs: Any) -> bool | None:
    """Whether all pairs are equal: one that is not decides, whatever is unknown beside it."""
    answer: bool | None = True
    for left, right in pairs:
        match _equal(left, right):
            case False:
                return False
            case None:
                answer = None
            case _:
                pass
    return answer
