"""Reads and writes the checked form of a CEL expression: ``cel.expr.CheckedExpr`` inside a ``google.protobuf.Any``.

Protobuf is imported with the first expression that is read: those that were compiled before are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def read(serialized: bytes) -> Any:
    """The ``CheckedExpr`` in what the CEL library's ``serialize()`` gives."""
    from scanner.rules.messages import unpack  # noqa: PLC0415

    return unpack(serialized)


def write(checked: Any) -> bytes:
    """What the CEL library's ``deserialize()`` takes."""
    from scanner.rules.messages import pack  # noqa: PLC0415

    return pack(checked)


def expr() -> Any:
    """A new, empty node."""
    from scanner.rules import messages  # noqa: PLC0415

    return messages.expr()


_VARIANTS = (
    "call_expr",
    "select_expr",
    "ident_expr",
    "const_expr",
    "list_expr",
    "struct_expr",
    "comprehension_expr",
)
_PRIMITIVE_BYTES = 6


def variant(node: Any) -> str:
    """Which kind of node it is: the name of its field that is set, or nothing."""
    has = node.HasField
    for name in _VARIANTS:
        if has(name):
            return name
    return ""


def parts(node: Any) -> Iterator[Any]:
    """The nodes right under a node."""
    kind = variant(node)
    if kind == "select_expr":
        yield node.select_expr.operand
    elif kind == "call_expr":
        if node.call_expr.HasField("target"):
            yield node.call_expr.target
        yield from node.call_expr.args
    elif kind == "list_expr":
        yield from node.list_expr.elements
    elif kind == "struct_expr":
        for entry in node.struct_expr.entries:
            yield entry.map_key
            yield entry.value
    elif kind == "comprehension_expr":
        fold = node.comprehension_expr
        yield from (fold.iter_range, fold.accu_init, fold.loop_condition, fold.loop_step, fold.result)


def offset(tree: Any, node_id: int) -> int:
    """Where a node stands in the text, in characters from its beginning."""
    return next((int(entry.value) for entry in tree.source_info.positions if entry.key == node_id), 0)


class Types:
    """The types that the checker found, by node."""

    def __init__(self, tree: Any) -> None:
        self._by_id = {entry.key: entry.value for entry in tree.types}
        self._chosen: set[int] = set()
        self._forgotten: set[int] = set()
        self.optional = any(map(_is_optional, self._by_id.values()))
        """Whether any node is an optional value."""

    def inherit(self, old: Any, new: Any) -> None:
        """Give a node that replaces another the other's type."""
        if old.id in self._by_id:
            self._by_id[new.id] = self._by_id[old.id]
        for ids in (self._chosen, self._forgotten):
            if old.id in ids:
                ids.add(new.id)

    def make_optional(self, node: Any) -> None:
        """Take a node for an optional value, of which the checker says only that it may be anything."""
        self._chosen.add(node.id)

    def is_guessed_optional(self, node: Any) -> bool:
        """Whether the node is an optional value that the checker missed, guessing what is taken out of it."""
        found = self._by_id.get(node.id)
        return node.id in self._chosen and not (found is not None and _is_optional(found))

    def forget(self, node: Any) -> None:
        """Take a node for anything: what the checker found was guessed."""
        self._by_id.pop(node.id, None)
        self._forgotten.add(node.id)

    def is_forgotten(self, node: Any) -> bool:
        """Whether the type of a node was guessed."""
        return node.id in self._forgotten

    def is_optional(self, node: Any) -> bool:
        """Whether the node is an optional value."""
        found = self._by_id.get(node.id)
        return node.id in self._chosen or (found is not None and _is_optional(found))

    def is_map(self, node: Any) -> bool:
        """Whether the node is certainly a map; its entries may be unknown."""
        found = self._by_id.get(node.id)
        return found is not None and found.HasField("map_type")

    def may_contain_hole(self, node: Any) -> bool:
        """Whether the value, or a part of it, may be unknown."""
        found = self._by_id.get(node.id)
        if found is None:
            return variant(node) != "const_expr"
        if found.HasField("primitive"):
            return bool(found.primitive == _PRIMITIVE_BYTES)
        return not any(found.HasField(field) for field in ("null", "well_known", "type"))

    def may_be_hole(self, node: Any) -> bool:
        """Whether the value itself may be unknown: lists and maps that are typed as such are not."""
        found = self._by_id.get(node.id)
        if found is not None and (found.HasField("list_type") or found.HasField("map_type")):
            return False
        return self.may_contain_hole(node)


def _is_optional(kind: Any) -> bool:
    return bool(kind.HasField("abstract_type") and kind.abstract_type.name == "optional_type")
