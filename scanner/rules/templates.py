"""Paths into a view (``item.image``, ``resource.ingress[0].cidr_blocks``) and placeholders in messages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.resource import Unknown, Value

_STEP = r"(?:[A-Za-z_][A-Za-z0-9_-]*|\d+)"
_WORTH = r"[A-Za-z_][A-Za-z0-9_]*=[A-Za-z0-9_-]+"
PATH = lazy_re.compile(rf"[A-Za-z_][A-Za-z0-9_-]*(?:\.{_STEP}|\[\d+\]|\[{_WORTH}\])*")
"""A path: names and indices; in the place of an index what the element holds, ``settings[affinity=on]``."""
_SOUGHT = lazy_re.compile(rf"\[({_WORTH})\]")

_KEPT = 1024
"""Messages and paths that stay taken apart."""

_PLACEHOLDER = lazy_re.compile(r"\{([^{}]*)\}")


class Placeholder(NamedTuple):
    """A ``{path}`` in a message."""

    path: str
    offset: int
    """Where its text begins in the message, behind the bracket."""

    @property
    def root(self) -> str:
        """The variable that it begins with."""
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]


def placeholders(message: str) -> tuple[Placeholder, ...]:
    """The placeholders of a message, in order."""
    return tuple(Placeholder(found.group(1), found.start(1)) for found in _PLACEHOLDER.finditer(message))


@lru_cache(maxsize=_KEPT)
def steps(path: str) -> tuple[str | int, ...]:
    """The steps of a path: ``a.b[0]`` is ``("a", "b", 0)``."""
    found = re.findall(r"\[(\d+)\]|([^.\[\]]+)", path)
    return tuple(int(index) if index else name for index, name in found)


def settled(view: Mapping[str, Value], path: str) -> str:
    """The path with an index wherever it says what the element holds: that of the first which does, else of the first.

    Args:
        view: That from which the path leads.
        path: Names and indices, or ``settings[affinity=on]``.
    """
    while sought := _SOUGHT.search(path):
        name, _, worth = sought.group(1).partition("=")
        there = follow(view, path[: sought.start()])
        listed = there if isinstance(there, Sequence) and not isinstance(there, str) else ()
        holding = (at for at, one in enumerate(listed) if isinstance(one, Mapping) and _shown(one.get(name)) == worth)
        path = f"{path[: sought.start()]}[{next(holding, 0)}]{path[sought.end() :]}"
    return path


def follow(view: Mapping[str, Value], path: str) -> Value:
    """The value at a path; None where there is none, and an unknown value where one is met on the way."""
    value: Value = view
    for step in steps(settled(view, path) if "=" in path else path):
        if isinstance(value, Unknown):
            return value
        if isinstance(value, Mapping):
            value = value.get(str(step))
        elif isinstance(value, Sequence) and not isinstance(value, str) and isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            return None
    return value


def fill(message: str, view: Mapping[str, Value]) -> str:
    """A message with its placeholders filled from a view.

    What stands in a value is never looked at again. An unknown value is shown as it is written.

    Args:
        message: Text with ``{placeholders}``.
        view: Variable name to value.
    """
    filled = list(_pieces(message))
    filled[1::2] = [_shown(follow(view, path)) for path in filled[1::2]]
    return "".join(filled).strip()


@lru_cache(maxsize=_KEPT)
def _pieces(message: str) -> tuple[str, ...]:
    """Text, path, text, …, text."""
    return tuple(_PLACEHOLDER.split(message))


def _shown(value: Value) -> str:
    if isinstance(value, Unknown):
        return value.text or value.reason.value
    if value is None:
        return "(none)"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_shown(entry)}" for key, entry in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_shown(entry) for entry in value)
    return str(value)
