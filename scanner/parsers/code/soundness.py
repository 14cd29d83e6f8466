"""How much of a file its grammar understood, and whether queries can be run over the tree at all.

Tree-sitter's queries take quadratic time over the children of a node that are all punctuation or keywords, which
is what the recovery from errors makes of ``[[[[…``. Such trees are told apart here before a query sees them.
"""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

from scanner import lazy_re

_MOST_TOKENS = 3000
_MOST_NODES = 200_000
_SEPARATORS = lazy_re.compile(rb"(?<![,;\s])\s*[,;][,;\s]{4000,}")


class Soundness(NamedTuple):
    """What the walk over the faulty parts of a tree found."""

    broken_bytes: int
    """Bytes that the grammar could not make sense of."""
    can_be_queried: bool
    """False where a query would take longer than the file is worth."""


def soundness_of(root: Node, source: bytes) -> Soundness:
    """Walks the faulty parts of a tree; sound ones are not entered.

    Args:
        root: Root of the tree.
        source: The file.

    Returns:
        How sound it is.
    """
    queryable = not any(run[0].count(b",") + run[0].count(b";") > _MOST_TOKENS for run in _SEPARATORS.finditer(source))
    if not root.has_error:
        return Soundness(0, queryable)
    broken = seen = 0
    pending = [root]
    while pending:
        node = pending.pop()
        seen += 1
        if seen > _MOST_NODES:
            return Soundness(broken, can_be_queried=False)
        if node.is_error and node.child_count - node.named_child_count > _MOST_TOKENS:
            return Soundness(len(source), can_be_queried=False)
        children = node.children
        if node.is_error:
            broken += node.end_byte - node.start_byte - sum(_understood(child) for child in children)
        pending.extend(child for child in children if child.has_error)
    return Soundness(broken, queryable)


def _understood(child: Node) -> int:
    """Bytes of an erroneous stretch that are sound all the same, or are looked at for themselves."""
    whole = child.child_count > 0 or child.is_extra
    return child.end_byte - child.start_byte if whole else 0
