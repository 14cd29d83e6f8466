"""What a module only passes on: the variables that alone decide an expression, and what the module offers itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from scanner.domain.resource import Value
from scanner.parsers.terraform.modules.folders import Folder
from scanner.parsers.terraform.syntax.tree import (
    Access,
    AttributeStep,
    Binary,
    Call,
    Conditional,
    Expression,
    For,
    Literal,
    Paren,
    Template,
    Traversal,
    Tuple,
    Unary,
)

Variables: TypeAlias = tuple[str, ...]
_MAX_LOCALS = 20
_CHANGES_NOTHING = frozenset(
    (
        "abs", "ceil", "coalesce", "coalescelist", "compact", "distinct", "element", "flatten", "floor", "keys",
        "lookup", "lower", "nonsensitive", "one", "reverse", "sort", "tobool", "tolist", "tomap", "tonumber", "toset",
        "tostring", "trimspace", "try", "upper", "values",
    )
)  # fmt: skip
"""Functions that add nothing of their own to what they are given."""
_FALLS_BACK = frozenset(("coalesce", "coalescelist", "try"))


@dataclass(frozen=True, slots=True)
class Passed:
    """What an expression passes on."""

    variables: Variables = ()
    """That alone decide it."""
    deciding: Variables = ()
    """Those among them that choose between values that the module offers."""
    offered: tuple[Value, ...] = ()
    """Values of the module itself, which it takes where nothing else is given or chosen."""

    def and_(self, other: Passed) -> Passed:
        """Both together."""
        return Passed(
            tuple(dict.fromkeys((*self.variables, *other.variables))),
            tuple(dict.fromkeys((*self.deciding, *other.deciding))),
            (*self.offered, *other.offered),
        )


NOTHING = Passed()


class PassedOn:
    """Finds the variables that alone decide an expression of a folder, so that the module adds nothing to them.

    Args:
        folder: The folder, for its locals.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._known: dict[tuple[int, tuple[tuple[str, int], ...]], Passed | None] = {}

    def passed(self, expression: Expression, bound: Mapping[str, Expression]) -> Passed:
        """The variables; none where the module itself has a part in the value.

        Args:
            expression: What is looked at.
            bound: Iterators and ``each``, to what they go through.
        """
        mark = (id(expression), tuple((name, id(source)) for name, source in bound.items()) if bound else ())
        if mark not in self._known:
            self._known[mark] = self._of(expression, bound, 0)
        return self._known[mark] or NOTHING

    def _of(  # noqa: PLR0911, C901  # one line for each node
        self, expression: Expression, bound: Mapping[str, Expression], level: int
    ) -> Passed | None:
        match expression:
            case Literal():
                return NOTHING
            case Traversal():
                return self._of_name(expression, bound, level)
            case Paren():
                return self._of(expression.inner, bound, level)
            case Access():
                return self._of(expression.base, bound, level)
            case Template(parts=(single,)) if not isinstance(single, str):
                return self._of(single, bound, level)
            case Tuple(items=items) if items and not any(isinstance(item, Literal) for item in items):
                return self._all(items, bound, level)
            case Unary():
                return self._of(expression.operand, bound, level)
            case Binary():
                return self._all((expression.left, expression.right), bound, level)
            case Conditional():
                return self._chosen(expression, bound, level)
            case Call() if expression.name in _CHANGES_NOTHING:
                found = self._all(expression.arguments, bound, level)
                return found.and_(Passed(offered=_offered(expression))) if found else found
            case For(key=None, names=names):
                inner = {**bound, **dict.fromkeys(names, expression.collection)}
                return self._of(expression.value, inner, level)
            case _:
                return None

    def _chosen(self, choice: Conditional, bound: Mapping[str, Expression], level: int) -> Passed | None:
        condition = self._of(choice.condition, bound, level)
        branches = self._all((choice.yes, choice.no), bound, level)
        if condition is None or branches is None:
            return None
        offered = _literals((choice.yes, choice.no))
        return condition.and_(branches).and_(Passed(deciding=condition.variables, offered=offered))

    def _of_name(self, name: Traversal, bound: Mapping[str, Expression], level: int) -> Passed | None:
        if level > _MAX_LOCALS:
            return None
        if name.root in bound:
            rest = {key: source for key, source in bound.items() if key != name.root}
            return self._of(bound[name.root], rest, level + 1)
        first = name.steps[0] if name.steps else None
        if not isinstance(first, AttributeStep):
            return None
        if name.root == "var":
            return Passed((first.name,))
        placed = self._folder.locals.get(first.name) if name.root == "local" else None
        if placed is None or placed.attribute is None:
            return None
        return self._of(placed.attribute.expression, {}, level + 1)

    def _all(self, parts: Iterable[Expression], bound: Mapping[str, Expression], level: int) -> Passed | None:
        found = NOTHING
        for part in parts:
            passed = self._of(part, bound, level)
            if passed is None:
                return None
            found = found.and_(passed)
        return found


def _offered(call: Call) -> tuple[Value, ...]:
    """What a function falls back to."""
    if call.name == "lookup":
        return _literals(call.arguments[2:])
    return _literals(call.arguments) if call.name in _FALLS_BACK else ()


def _literals(expressions: Iterable[Expression]) -> tuple[Value, ...]:
    return tuple(one.value for one in expressions if isinstance(one, Literal) and one.value is not None)
