"""Finds optional values that an author forgot to open with ``orValue`` or ``hasValue``.

``resource.?acl == 'private'`` compares a box with a string and is always false: a silent accusation. The CEL
library cannot even hand such a value to Python. So it is a fault of the rule, found when the rule is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scanner.rules.checked import Types, variant

_OPENERS = {"_?._", "_[?_]", "_[_]", "hasValue", "value", "or", "orValue"}


def misused_optionals(tree: Any) -> Iterator[int]:
    """Ids of the nodes that are optional where a value is needed.

    Args:
        tree: A ``CheckedExpr``.
    """
    types = Types(tree)
    pending = [(tree.expr, False)] if types.optional else []
    while pending:
        node, allowed = pending.pop()
        if types.is_optional(node) and not allowed:
            yield node.id
        pending.extend(_parts(node, types))


def _parts(node: Any, types: Types) -> Iterator[tuple[Any, bool]]:
    """The parts of a node, each with whether it may be optional there."""
    kind = variant(node)
    passes_on = types.is_optional(node)
    if kind == "select_expr":
        yield node.select_expr.operand, True
    elif kind == "call_expr":
        yield from _call_parts(node.call_expr, passes_on=passes_on)
    elif kind == "list_expr":
        chosen = set(node.list_expr.optional_indices)
        yield from ((element, index in chosen) for index, element in enumerate(node.list_expr.elements))
    elif kind == "struct_expr":
        for entry in node.struct_expr.entries:
            yield entry.map_key, False
            yield entry.value, entry.optional_entry
    elif kind == "comprehension_expr":
        fold = node.comprehension_expr
        yield from ((part, False) for part in (fold.iter_range, fold.accu_init, fold.loop_condition))
        yield from ((part, passes_on) for part in (fold.loop_step, fold.result))


def _call_parts(call: Any, *, passes_on: bool) -> Iterator[tuple[Any, bool]]:
    opens = call.function in _OPENERS
    method = call.HasField("target")
    if method:
        yield call.target, opens
    for index, argument in enumerate(call.args):
        is_alternative = (call.function == "_?_:_" and index > 0) or call.function == "or"
        is_subject = opens and index == 0 and not method
        yield argument, is_subject or (passes_on and is_alternative)
