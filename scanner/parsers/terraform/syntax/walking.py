"""Ways through the syntax tree: what lies inside an expression, and which names it takes from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanner.parsers.terraform.syntax.tree import (
    Access,
    Binary,
    Call,
    Conditional,
    ConditionalDirective,
    Expression,
    For,
    ForDirective,
    IndexStep,
    Object,
    Paren,
    Part,
    SplatStep,
    Step,
    Template,
    Traversal,
    Tuple,
    Unary,
)


def children(expression: Expression) -> Iterator[Expression]:  # noqa: C901, PLR0912  # one line for each node
    """The expressions directly inside another one, in the order in which they are written."""
    match expression:
        case Template():
            yield from _of_parts(expression.parts)
        case ConditionalDirective():
            yield expression.condition
            yield from _of_parts(expression.yes)
            yield from _of_parts(expression.no)
        case ForDirective():
            yield expression.collection
            yield from _of_parts(expression.parts)
        case Traversal():
            yield from _keys(expression.steps)
        case Access():
            yield expression.base
            yield from _keys(expression.steps)
        case Call():
            yield from expression.arguments
        case Conditional():
            yield from (expression.condition, expression.yes, expression.no)
        case Unary():
            yield expression.operand
        case Binary():
            yield from (expression.left, expression.right)
        case Tuple():
            yield from expression.items
        case Object():
            for key, value in expression.items:
                yield from (key, value)
        case For():
            parts = (expression.collection, expression.key, expression.value, expression.condition)
            yield from (part for part in parts if part is not None)
        case Paren():
            yield expression.inner


def scoped_children(expression: Expression) -> Iterator[tuple[Expression, frozenset[str]]]:
    """As :func:`children`, each with the names that the expression binds for it."""
    bound = frozenset(expression.names) if isinstance(expression, For | ForDirective) else frozenset[str]()
    for child in children(expression):
        outer = not bound or child is getattr(expression, "collection", None)
        yield child, frozenset() if outer else bound


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression itself and all that lie inside it, without recursion."""
    waiting = [expression]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(list(children(current))))


def free_traversals(expression: Expression, bound: frozenset[str] = frozenset()) -> Iterator[Traversal]:
    """All traversals in an expression whose root comes from outside it.

    Args:
        expression: Where to look.
        bound: Names that mean something else here, such as the iterator of a dynamic block.
    """
    waiting = [(expression, bound)]
    while waiting:
        current, inner = waiting.pop()
        if isinstance(current, Traversal) and current.root not in inner:
            yield current
        waiting.extend((child, inner | names) for child, names in scoped_children(current))


def _of_parts(parts: Iterable[Part]) -> Iterator[Expression]:
    return (part for part in parts if not isinstance(part, str))


def _keys(steps: tuple[Step, ...]) -> Iterator[Expression]:
    for step in steps:
        if isinstance(step, IndexStep):
            yield step.key
        elif isinstance(step, SplatStep):
            yield from _keys(step.steps)
