"""What an instance of a block holds, and the parts of it that are the same in another environment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scanner.domain.resource import Origin, Position, Reference, Value
from scanner.parsers.terraform.expressions.evaluator import Names
from scanner.parsers.terraform.syntax.tree import Block, Expression


@dataclass(frozen=True, slots=True)
class Use:
    """An expression of a block, for the names in it."""

    attribute: str
    """Attribute path."""
    expression: Expression
    names: Names
    """What ``each``, ``count`` and iterators mean in it."""
    path: str
    """File in which it is written."""
    position: Position
    iterators: Mapping[str, Expression] = field(default_factory=dict)
    """Names that dynamic blocks bind, to what they go through."""


@dataclass(slots=True)
class View:
    """What an instance of a block holds. Filled by :func:`scanner.parsers.terraform.modules.blocks.view`."""

    attributes: Mapping[str, Value] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    """Expressions that are no constants."""
    written: Counter[str] = field(default_factory=Counter)
    """How many blocks dynamic blocks have written, by the part in which they stand."""


def nested_name(block: Block) -> str:
    """The type of the blocks that a nested block is, or writes if it is a dynamic one."""
    return block.labels[0] if is_dynamic(block) else block.type


def is_dynamic(block: Block) -> bool:
    """Whether a nested block writes others."""
    return block.type == "dynamic" and len(block.labels) == 1


def part(path: str) -> str:
    """The argument or type of nested blocks to which an attribute path leads first."""
    return path.partition("[")[0]


class Made:
    """What became of an instance of a block.

    Args:
        view: What it holds.
        origins: Attribute path to who gave its value.
        references: To other blocks.
    """

    def __init__(self, view: View, origins: Mapping[str, Origin], references: Sequence[Reference]) -> None:
        self.view = view
        self.origins = origins
        self._references = references

    @cached_property
    def references(self) -> Mapping[str, Sequence[Reference]]:
        """References by attribute path."""
        found: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in self._references:
            found[reference.attribute].append(reference)
        return found

    @cached_property
    def uses(self) -> Mapping[str, Sequence[Use]]:
        """Expressions by the part in which they stand."""
        found: defaultdict[str, list[Use]] = defaultdict(list)
        for use in self.view.uses:
            found[part(use.attribute)].append(use)
        return found

    @cached_property
    def positions(self) -> Mapping[str, Mapping[str, Position]]:
        """Places by the part in which they are."""
        found: defaultdict[str, dict[str, Position]] = defaultdict(dict)
        for path, position in self.view.positions.items():
            found[part(path)][path] = position
        return found


@dataclass(frozen=True, slots=True)
class Earlier:
    """An instance in the first environment of a root, of which parts are the same in the one that is evaluated."""

    made: Made
    same: frozenset[str]
    """Names of arguments, and types of nested blocks."""

    def is_same(self, path: str) -> bool:
        """Whether what stands at an attribute path is the same."""
        return part(path) in self.same
