"""Which other blocks an expression names, through locals too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from scanner.parsers.terraform.folders import Folder
from scanner.parsers.terraform.tree import (
    Access,
    AttributeStep,
    Binary,
    Call,
    Conditional,
    Directive,
    Expression,
    For,
    IndexStep,
    Object,
    Paren,
    SplatStep,
    Step,
    Template,
    Traversal,
    Tuple,
    Unary,
)

MAX_LOCALS = 100
"""Locals that are followed from one expression; written code stays under ten."""
Direct: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""Addresses, and names of locals, that an expression holds itself."""
_NOT_BLOCKS = frozenset(("each", "count", "self", "path", "terraform", "tofu"))


class ReferenceFinder:
    """Finds addresses of the blocks of one folder in its expressions.

    Args:
        folder: The folder, for its locals.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._direct: dict[str, Direct] = {}
        self.cut = False
        """Some expression goes through more locals than are followed."""

    def targets(self, expression: Expression, bound: frozenset[str]) -> frozenset[str]:
        """Addresses that an expression names.

        Args:
            expression: Where to look.
            bound: Names that mean something else here, such as iterators.
        """
        found, waiting = _direct(expression, bound)
        if not waiting:
            return found
        addresses = set(found)
        seen = set(waiting)
        queue = list(waiting)
        while queue:
            more, following = self._of_local(queue.pop())
            addresses |= more
            queue.extend(following - seen)
            seen |= following
            if len(seen) > MAX_LOCALS:
                self.cut = True
                break
        return frozenset(addresses)

    def _of_local(self, name: str) -> Direct:
        if name not in self._direct:
            placed = self._folder.locals.get(name)
            attribute = placed.attribute if placed else None
            self._direct[name] = _direct(attribute.expression, frozenset()) if attribute else (frozenset(), frozenset())
        return self._direct[name]


def _direct(expression: Expression, bound: frozenset[str]) -> Direct:
    addresses: set[str] = set()
    names: set[str] = set()
    for traversal in _names(expression, bound):
        first = traversal.steps[0] if traversal.steps else None
        if traversal.root == "local" and isinstance(first, AttributeStep):
            names.add(first.name)
        elif address := _address(traversal):
            addresses.add(address)
    return frozenset(addresses), frozenset(names)


def provider_targets(expression: Expression) -> frozenset[str]:
    """Addresses of the provider configurations that ``provider`` or ``providers`` names."""
    values = [item for _, item in expression.items] if isinstance(expression, Object) else [expression]
    found = set()
    for value in values:
        if isinstance(value, Traversal):
            steps = [step.name for step in value.steps if isinstance(step, AttributeStep)]
            found.add(".".join(["provider", value.root, *steps[:1]]))
    return frozenset(found)


def _address(traversal: Traversal) -> str:
    names = [traversal.root]
    for step in traversal.steps:
        if not isinstance(step, AttributeStep):
            break
        names.append(step.name)
    if len(names) < 2 or names[0] in _NOT_BLOCKS:
        return ""
    if names[0] in ("data", "ephemeral"):
        return ".".join(names[:3]) if len(names) > 2 else ""
    return ".".join(names[:2])


def _names(expression: Expression, bound: frozenset[str]) -> Iterator[Traversal]:
    """All traversals in an expression, except those of names that it binds itself."""
    waiting: list[tuple[Expression, frozenset[str]]] = [(expression, bound)]
    while waiting:
        current, inner = waiting.pop()
        if isinstance(current, Traversal):
            if current.root not in inner:
                yield current
        elif isinstance(current, For):
            waiting.append((current.collection, inner))
            inner = inner | set(current.names)
        elif isinstance(current, Template):
            for part in current.parts:
                if isinstance(part, Directive):
                    inner = inner | set(part.names)
        waiting.extend((child, inner) for child in _children(current))


def _children(expression: Expression) -> Iterator[Expression]:  # noqa: C901, PLR0912  # one line for each node
    match expression:
        case Template():
            yield from (part for part in expression.parts if not isinstance(part, str))
        case Directive():
            yield from expression.expressions
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
            yield from (part for part in (expression.key, expression.value, expression.condition) if part is not None)
        case Paren():
            yield expression.inner


def _keys(steps: tuple[Step, ...]) -> Iterator[Expression]:
    for step in steps:
        if isinstance(step, IndexStep):
            yield step.key
        elif isinstance(step, SplatStep):
            yield from _keys(step.steps)
