"""Ways through the syntax tree: what lies inside an expression, and which names it takes from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

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


def children(expression: Expression) -> Iterable[Expression]:
    """The expressions directly inside another one, in the order in which they are written."""
    inside = _INSIDE.get(type(expression))
    return inside(expression) if inside else ()


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
        if isinstance(current, Traversal):
            if current.root not in inner:
                yield current
            waiting.extend((key, inner) for key in _keys(current.steps))
        elif isinstance(current, For | ForDirective):
            waiting.extend((child, inner | names) for child, names in scoped_children(current))
        else:
            waiting.extend((child, inner) for child in children(current))


class FreeNames:
    """Remembers the traversals of expressions that are looked at again and again, by their identity."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Traversal, ...]] = {}

    def of(self, expression: Expression) -> tuple[Traversal, ...]:
        """As :func:`free_traversals`; of an expression that lives as long as this."""
        mark = id(expression)
        if mark not in self._known:
            self._known[mark] = tuple(free_traversals(expression))
        return self._known[mark]


def _of_parts(parts: Iterable[Part]) -> Iterator[Expression]:
    return (part for part in parts if not isinstance(part, str))


def _keys(steps: tuple[Step, ...]) -> Iterator[Expression]:
    for step in steps:
        if isinstance(step, IndexStep):
            yield step.key
        elif isinstance(step, SplatStep):
            yield from _keys(step.steps)


def _of_for(loop: For) -> Iterator[Expression]:
    parts = (loop.collection, loop.key, loop.value, loop.condition)
    return (part for part in parts if part is not None)


_INSIDE: Mapping[type, Callable[[Any], Iterable[Expression]]] = {
    Template: lambda node: _of_parts(node.parts),
    ConditionalDirective: lambda node: (node.condition, *_of_parts(node.yes), *_of_parts(node.no)),
    ForDirective: lambda node: (node.collection, *_of_parts(node.parts)),
    Traversal: lambda node: _keys(node.steps),
    Access: lambda node: (node.base, *_keys(node.steps)),
    Call: lambda node: node.arguments,
    Conditional: lambda node: (node.condition, node.yes, node.no),
    Unary: lambda node: (node.operand,),
    Binary: lambda node: (node.left, node.right),
    Tuple: lambda node: node.items,
    Object: lambda node: chain.from_iterable(node.items),
    For: _of_for,
    Paren: lambda node: (node.inner,),
}
