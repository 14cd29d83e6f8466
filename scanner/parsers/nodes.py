"""Values of YAML and JSON files that know where they stand. Shared by all parsers of such files.

Attribute paths are ``a.b[0].c`` with keys as they are written, so a key that holds a dot looks like two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scanner.domain.resource import Position, Value
from scanner.parsers.scalars import Scalar

MAX_DEPTH = 100
"""Levels of nesting; real manifests stay under thirty."""
MAX_POSITIONS = 200_000
"""Places that are kept of one value; hostile files would otherwise turn long keys into gigabytes of paths."""
MAX_PATH = 500
"""Letters of a path below which nothing is placed."""


@dataclass(slots=True, eq=False)  # not frozen: that doubles the time of reading, and nobody writes to it
class Node:
    """A scalar, list or mapping with its place. Treat as frozen."""

    content: Scalar | tuple[Node, ...] | Mapping[str, Node]
    position: Position
    """Where the value begins."""
    keys: Mapping[str, Position]
    """Of a mapping: where each key stands."""
    size: int = 1
    """Nodes in it, with everything that aliases bring in counted every time."""
    height: int = 1
    """Levels of nesting in it."""
    plain: bool = True
    """Of a scalar: whether it stands without quotes."""

    def get(self, key: str) -> Node | None:
        """The value under a key of a mapping."""
        return self.content.get(key) if isinstance(self.content, Mapping) else None

    def items(self) -> Iterator[tuple[str, Node, int]]:
        """Key, value and line of the key of each entry; nothing for other than mappings."""
        if isinstance(self.content, Mapping):
            for key, value in self.content.items():
                yield key, value, self.keys[key].line

    def elements(self) -> tuple[Node, ...]:
        """The elements of a list; nothing for other than lists."""
        return self.content if isinstance(self.content, tuple) else ()

    def text(self, key: str) -> str:
        """The scalar under a key as text; empty where there is none."""
        found = self.get(key)
        return "" if found is None else found.as_text()

    def as_text(self) -> str:
        """A scalar as text; empty for null, lists and mappings."""
        if self.content is None or isinstance(self.content, tuple | Mapping):
            return ""
        return str(self.content).lower() if isinstance(self.content, bool) else str(self.content)

    def value(self) -> Value:
        """The plain value: dicts, lists and scalars."""
        if isinstance(self.content, Mapping):
            return {key: child.value() for key, child in self.content.items()}
        if isinstance(self.content, tuple):
            return [child.value() for child in self.content]
        return self.content

    def mapping(self) -> dict[str, Value]:
        """The plain value of a mapping; empty for anything else."""
        return {key: child.value() for key, child, _ in self.items()}

    def positions(self) -> dict[str, Position]:
        """Attribute path to place, for everything beneath; at most :data:`MAX_POSITIONS` of them."""
        found: dict[str, Position] = {}
        _place(self, "", found)
        return found


def collection(
    content: tuple[Node, ...] | Mapping[str, Node], position: Position, keys: Mapping[str, Position]
) -> Node:
    """A list or mapping, measured."""
    children: Iterable[Node] = content if isinstance(content, tuple) else content.values()
    size, height = 1, 0
    for child in children:
        size += child.size
        height = max(height, child.height)
    return Node(content, position, keys, size, height + 1)


def from_json(value: object, levels: int = MAX_DEPTH) -> Node:
    """Nodes of a parsed JSON value, all of them at the file's beginning.

    Raises:
        RecursionError: It is nested deeper than the limit.
    """
    if levels == 0:
        raise RecursionError
    start = Position(1, 1)
    if isinstance(value, dict):
        children = {_text(str(key)): from_json(child, levels - 1) for key, child in value.items()}
        return collection(children, start, dict.fromkeys(children, start))
    if isinstance(value, list):
        return collection(tuple(from_json(child, levels - 1) for child in value), start, {})
    if isinstance(value, str) or (isinstance(value, float) and not math.isfinite(value)):
        return Node(_text(str(value)), start, {})
    return Node(value if isinstance(value, bool | int | float) else None, start, {})


def _text(text: str) -> str:
    """Text that can be written again: half a surrogate pair, which JSON allows, cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _place(node: Node, path: str, found: dict[str, Position]) -> None:
    if len(path) > MAX_PATH:
        return
    if isinstance(node.content, Mapping):
        prefix = f"{path}." if path else ""
        for key, child in node.content.items():
            if len(found) >= MAX_POSITIONS:
                return
            below = prefix + key
            found[below] = node.keys[key]
            if child.height > 1:
                _place(child, below, found)
    elif isinstance(node.content, tuple):
        for index, child in enumerate(node.content):
            if len(found) >= MAX_POSITIONS:
                return
            below = f"{path}[{index}]"
            found[below] = child.position
            if child.height > 1:
                _place(child, below, found)
