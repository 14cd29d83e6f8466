"""Values that archscan does not know, as texts that remember whether a check looked at them.

A hole is to checkov what the expression is: ``var.key``. Where a check compares it with something, its answer rests on
a value that nobody knows, and is worth nothing; where it only passes it by, its answer stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

HOLE = "$hole"
"""Key of a mapping that stands for an unknown value: its text."""
PREFIX = "$prefix"
"""Beside it: with what the text begins, whatever the rest."""
BLOCK = "$block"
"""Key of a mapping that stands for a block of which it is not known whether it is there: its content."""
JSON = "$json"
"""Key of a mapping that stands for a text: what the text encodes."""


_LINES = {"__startline__": 1, "__endline__": 1}


class Watch:
    """Whether a hole of one resource was looked at."""

    registry: list[Watch] = []  # noqa: RUF012  # holes are copied by pickling, and find their watch again here

    def __init__(self) -> None:
        """Begin untouched."""
        self.number = len(Watch.registry)
        self.touched = False
        self.holes = 0
        Watch.registry.append(self)


def _restored(text: str, prefix: str, number: int) -> Hole:
    return Hole(text, prefix, Watch.registry[number])


class Hole(str):  # it has attributes
    """An unknown value."""

    prefix: str
    watch: Watch

    def __new__(cls, text: str, prefix: str, watch: Watch) -> Hole:
        """Make one.

        Args:
            text: The expression.
            prefix: With what the value begins; empty where not even that is known.
            watch: Is told when somebody looks.
        """
        made = super().__new__(cls, text)
        made.prefix, made.watch = prefix, watch
        return made

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        del protocol
        return _restored, (str.__str__(self), self.prefix, self.watch.number)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if self.prefix and not (isinstance(other, str) and str.startswith(other, self.prefix)):
            return False  # whatever it is, it is not that
        self.watch.touched = True
        return str.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        self.watch.touched = True
        return str.__hash__(self)

    def __bool__(self) -> bool:
        if not self.prefix:
            self.watch.touched = True
        return True

    def __contains__(self, part: object) -> bool:
        if part != "${":  # that asks for the form of the text, not for the value
            self.watch.touched = True
        return isinstance(part, str) and str.__contains__(self, part)

    def __iter__(self) -> Iterator[str]:
        self.watch.touched = True
        return str.__iter__(self)

    def __int__(self) -> int:
        self.watch.touched = True
        return int(str.__str__(self))

    def __float__(self) -> float:
        self.watch.touched = True
        return float(str.__str__(self))

    def startswith(self, *arguments: Any) -> bool:
        """As of any text; known where the part that is known decides."""
        asked = arguments[0] if isinstance(arguments[0], tuple) else (arguments[0],)
        if self.prefix and len(arguments) == 1:
            if any(self.prefix.startswith(one) for one in asked):
                return True
            if not any(one.startswith(self.prefix) for one in asked):
                return False
        self.watch.touched = True
        return str.startswith(self, *arguments)


_LOOKING = (
    *("__add__", "__format__", "__ge__", "__getitem__", "__gt__", "__le__", "__len__", "__lt__", "__mod__", "__radd__"),
    *("__str__", "capitalize", "casefold", "count", "encode", "endswith", "find", "format", "index", "isalnum"),
    *("isalpha", "isdecimal", "isdigit", "islower", "isnumeric", "isupper", "join", "lower", "lstrip", "partition"),
    *("removeprefix", "removesuffix", "replace", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "split"),
    *("splitlines", "strip", "swapcase", "title", "translate", "upper", "zfill"),
)


def _looking(name: str) -> Callable[..., Any]:
    plain = getattr(str, name, None)

    def look(self: Hole, *arguments: Any, **named: Any) -> Any:
        self.watch.touched = True
        if plain is None:  # text has no addition from the right
            return str.__add__(arguments[0], str.__str__(self))
        return plain(self, *arguments, **named)

    return look


for _name in _LOOKING:
    setattr(Hole, _name, _looking(_name))


def made(value: Any, watch: Watch, *, doubtful: bool = True) -> Any:
    """A new tree of values as checks expect it.

    Args:
        value: As it was sent.
        watch: Of the resource.
        doubtful: Whether blocks are there of which that is not known.
    """
    if type(value) is dict:
        if len(value) <= 2:
            if JSON in value:
                return made(value[JSON], watch, doubtful=doubtful)
            if HOLE in value:
                watch.holes += 1
                return Hole(value[HOLE], value.get(PREFIX, ""), watch)
            if BLOCK in value:
                return made(value[BLOCK], watch, doubtful=doubtful)
        return {
            (name[1:] if name[:1] == "$" else name): made(one, watch, doubtful=doubtful)
            for name, one in value.items()
            if doubtful or not (isinstance(one, list) and one and all(is_doubtful(part) for part in one))
        }
    if type(value) is list:
        return [
            made(one, watch, doubtful=doubtful) if type(one) is dict or type(one) is list else one
            for one in value
            if doubtful or not is_doubtful(one)
        ]
    return value


def written(value: Any) -> Any:
    """A tree of values as checkov's reader of manifests leaves it: with the lines of each mapping.

    So that for a check no mapping is ever empty.
    """
    if isinstance(value, dict):
        for one in value.values():
            written(one)
        value.update(_LINES)
    elif isinstance(value, list):
        for one in value:
            written(one)
    return value


def holds_hole(value: Any) -> bool:
    """Whether anything inside is not known."""
    if isinstance(value, dict):
        return HOLE in value or any(holds_hole(one) for one in value.values())
    return isinstance(value, list) and any(holds_hole(one) for one in value)


def is_text(value: Any) -> bool:
    """Whether an attribute was sent as what its text encodes."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) and JSON in value[0]


def is_doubtful(value: Any) -> bool:
    """Whether it stands for a block that may not be there."""
    return isinstance(value, dict) and BLOCK in value


def holds_doubtful(value: Any) -> bool:
    """Whether there is such a block anywhere inside."""
    if isinstance(value, dict):
        return BLOCK in value or any(holds_doubtful(one) for one in value.values())
    return isinstance(value, list) and any(holds_doubtful(one) for one in value)
