"""Chains of operators, put together with the precedence of Terraform."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from tree_sitter import Node

from scanner.parsers.terraform.syntax.tree import MAX_OPERATORS, Binary, Expression, NestingError

PRECEDENCE = {
    "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
}  # fmt: skip
"""Operators with two operands; the higher binds the tighter."""

Operand: TypeAlias = tuple[Expression, Node, Node]
"""An operand with the first and last node of its text."""


def rows(node: Node) -> list[list[Node]]:
    """Operands and operators of a chain in the order in which they are written.

    Raises:
        NestingError: The chain is too long.
    """
    found: list[list[Node]] = []
    waiting: list[list[Node]] = [[node]]
    while waiting:
        row = waiting.pop()
        inner = row[0].children[0] if row[0].type == "operation" else None
        if inner is None or inner.type != "binary_operation":
            found.append(row)
            continue
        children = [child for child in inner.children if child.type != "comment"]
        at = next(index for index, child in enumerate(children) if child.type in PRECEDENCE)
        waiting.extend((children[at + 1 :], [children[at]], children[:at]))
        if len(found) + len(waiting) > 2 * MAX_OPERATORS:
            raise NestingError(f"more than {MAX_OPERATORS} operators in one chain")
    return found


def climb(operands: Sequence[Operand], operators: Sequence[str], text: Callable[[int, int], str]) -> Expression:
    """One expression of a chain.

    Args:
        operands: One more than there are operators.
        operators: Between the operands.
        text: Gives source text between two bytes.
    """
    output = [operands[0]]
    pending: list[str] = []

    def fold() -> None:
        right, _, last = output.pop()
        left, first, _ = output.pop()
        source = text(first.start_byte, last.end_byte)
        output.append((Binary(pending.pop(), left, right, source), first, last))

    for operator, operand in zip(operators, operands[1:], strict=True):
        while pending and PRECEDENCE[pending[-1]] >= PRECEDENCE[operator]:
            fold()
        pending.append(operator)
        output.append(operand)
    while pending:
        fold()
    return output[0][0]
