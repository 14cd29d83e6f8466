"""What an expression looks at: of which variables, which fields, and which functions it calls.

Two subjects that are alike in all that an expression reads are judged alike by it, whatever else they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from scanner.rules.checked import parts, variant

_SELECTIONS = frozenset(("_?._", "_[?_]", "_[_]"))


class Reads(NamedTuple):
    """What an expression reads."""

    variables: Mapping[str, tuple[str, ...] | None]
    """Variable to the fields that are read of it, in order; None where it is read as a whole."""
    functions: frozenset[str]
    """Functions and operators that are called."""


def reads(tree: Any, variables: Collection[str]) -> Reads:
    """What an expression reads.

    Args:
        tree: A ``CheckedExpr`` as the compiler gives it.
        variables: The variables in scope. One whose name a quantifier takes for its own counts as read.
    """
    fields: defaultdict[str, set[str]] = defaultdict(set)
    whole: set[str] = set()
    functions: set[str] = set()
    pending = [tree.expr]
    while pending:
        node = pending.pop()
        kind = variant(node)
        if kind == "ident_expr":
            whole.add(node.ident_expr.name)
            continue
        if kind == "call_expr":
            functions.add(node.call_expr.function)
        name, field = _field(node, kind)
        if name:
            fields[name].add(field)
        else:
            pending.extend(parts(node))
    found: dict[str, tuple[str, ...] | None] = dict.fromkeys(sorted(whole.intersection(variables)))
    found |= {name: tuple(sorted(fields[name])) for name in sorted(fields) if name in variables and name not in whole}
    return Reads(found, frozenset(functions))


def _field(node: Any, kind: str) -> tuple[str, str]:
    """Variable and field of a node that selects one by its name; nothing for other nodes."""
    if kind == "select_expr" and variant(node.select_expr.operand) == "ident_expr":
        return node.select_expr.operand.ident_expr.name, node.select_expr.field
    if kind == "call_expr" and node.call_expr.function in _SELECTIONS:
        arguments = list(_arguments(node.call_expr))
        if len(arguments) == 2 and variant(arguments[0]) == "ident_expr" and _is_text(arguments[1]):
            return arguments[0].ident_expr.name, arguments[1].const_expr.string_value
    return "", ""


def _arguments(call: Any) -> Iterator[Any]:
    if call.HasField("target"):
        yield call.target
    yield from call.args


def _is_text(node: Any) -> bool:
    return variant(node) == "const_expr" and bool(node.const_expr.HasField("string_value"))
