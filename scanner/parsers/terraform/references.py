"""Which other blocks an expression names, through locals too."""

from __future__ import annotations

from typing import TypeAlias

from scanner.parsers.terraform.folders import Folder
from scanner.parsers.terraform.tree import AttributeStep, Expression, Object, Traversal
from scanner.parsers.terraform.walking import free_traversals

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
    for traversal in free_traversals(expression, bound):
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
