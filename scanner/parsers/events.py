"""Builds nodes from libyaml's events under limits. Shared; read files through :mod:`scanner.parsers.positioned`.

Aliases share their node, so a bomb takes no memory; its expanded size is counted all the same, because whoever walks
the values would meet every node of it.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from scanner.domain.resource import Position
from scanner.parsers.nodes import MAX_DEPTH, Node, collection
from scanner.parsers.scalars import scalar

MAX_NODES = 500_000
"""Nodes that may be written in one file."""
MAX_EXPANSION = 200_000
"""Nodes that aliases and merge keys may add to one document."""


class LimitError(Exception):
    """A document that is not to be built; carries the place, and whether the rest of the file is given up too."""

    def __init__(self, message: str, position: Position, *, final: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.final = final


class _Frame:
    """A list or mapping that is not closed yet."""

    __slots__ = (
        "anchor",
        "children",
        "elements",
        "is_mapping",
        "key",
        "key_at",
        "keys",
        "merged",
        "merges",
        "position",
    )

    def __init__(self, *, is_mapping: bool, anchor: str | None, position: Position) -> None:
        self.is_mapping = is_mapping
        self.anchor = anchor
        self.position = position
        self.elements: list[Node] = []
        self.children: dict[str, Node] = {}
        self.keys: dict[str, Position] = {}
        self.merged: list[Node] = []
        self.key: str | None = None
        self.merges = False
        self.key_at = position


class Builder:
    """Builds one document.

    Args:
        skipped: Lines of the file before the text that is read.
        written: Nodes that earlier documents of the file had.
    """

    def __init__(self, skipped: int, written: int = 0) -> None:
        self.root: Node | None = None
        self.written = written
        self._skipped = skipped
        self._expanded = 0
        self._frames: list[_Frame] = []
        self._anchors: dict[str, Node] = {}
        self._open: set[str] = set()

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the document.

        Raises:
            LimitError: A limit is passed, an alias leads into itself, or a key is not a scalar.
        """
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._start(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)

    def _at(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        if mark is None:
            return Position(self._skipped + 1, 1)
        return Position(mark.line + self._skipped + 1, mark.column + 1)

    def _count(self, position: Position) -> None:
        self.written += 1
        if self.written > MAX_NODES:
            raise LimitError(f"more than {MAX_NODES:,} values in one file", position, final=True)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        position = self._at(event)
        self._count(position)
        plain = event.style is None or event.style == ""
        node = Node(scalar(event.value, event.tag, plain=plain), position, {}, plain=plain)
        if event.anchor:
            self._anchors[event.anchor] = node
            self._open.discard(event.anchor)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.is_mapping and frame.key is None:
            frame.key, frame.key_at = event.value, position
            frame.merges = plain and event.value == "<<"
        else:
            self._put(node)

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        position = self._at(event)
        self._count(position)
        self._no_key_expected(position)
        if len(self._frames) >= MAX_DEPTH:
            raise LimitError(f"nested more than {MAX_DEPTH} levels deep", position)
        if event.anchor:
            self._open.add(event.anchor)
        frame = _Frame(is_mapping=isinstance(event, yaml.MappingStartEvent), anchor=event.anchor, position=position)
        self._frames.append(frame)

    def _no_key_expected(self, position: Position) -> None:
        if self._frames and self._frames[-1].is_mapping and self._frames[-1].key is None:
            raise LimitError("a mapping or list stands where a key should (an unquoted {{ … }} reads so)", position)

    def _end(self) -> None:
        frame = self._frames.pop()
        node = self._close(frame)
        if node.height > MAX_DEPTH:
            raise LimitError(f"nested more than {MAX_DEPTH} levels deep", frame.position)
        if frame.anchor:
            self._anchors[frame.anchor] = node
            self._open.discard(frame.anchor)
        self._put(node)

    def _close(self, frame: _Frame) -> Node:
        if not frame.is_mapping:
            return collection(tuple(frame.elements), frame.position, {})
        for source in frame.merged:
            if isinstance(source.content, Mapping):
                for key, child in source.content.items():
                    if key not in frame.children:
                        frame.children[key] = child
                        frame.keys[key] = source.keys[key]
        return collection(frame.children, frame.position, frame.keys)

    def _alias(self, event: yaml.AliasEvent) -> None:
        position = self._at(event)
        name = event.anchor or ""
        if name in self._open:
            raise LimitError(f"the alias *{name} leads into itself", position)
        node = self._anchors.get(name)
        if node is None:
            raise LimitError(f"the alias *{name} names nothing before it", position)
        self._count(position)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.is_mapping and frame.key is None:
            if node.height > 1:
                self._no_key_expected(position)
            frame.key, frame.key_at, frame.merges = node.as_text(), position, False
            return
        self._expand(node.size, position)
        self._put(node)

    def _expand(self, size: int, position: Position) -> None:
        self._expanded += size
        if self._expanded > MAX_EXPANSION:
            raise LimitError(f"aliases expand to more than {MAX_EXPANSION:,} values", position)

    def _put(self, node: Node) -> None:
        if not self._frames:
            self.root = node
            return
        frame = self._frames[-1]
        if not frame.is_mapping:
            frame.elements.append(node)
            return
        key, frame.key = frame.key or "", None
        if frame.merges and self._merge(frame, node):
            return
        frame.children[key] = node
        frame.keys[key] = frame.key_at

    @staticmethod
    def _merge(frame: _Frame, node: Node) -> bool:
        """Note what a ``<<`` brings in; anything but mappings stays an ordinary value."""
        sources = node.elements() or (node,)
        if not all(isinstance(source.content, Mapping) for source in sources):
            return False
        frame.merged.extend(sources)
        return True
