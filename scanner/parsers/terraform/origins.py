"""Who gave an attribute its value: the caller of the module, or a var file, where the module only passes it on."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from scanner.domain.artifact import Location
from scanner.domain.resource import Origin
from scanner.parsers.terraform import inputs
from scanner.parsers.terraform.blocks import Use
from scanner.parsers.terraform.environments import Setting
from scanner.parsers.terraform.folders import Folder, Placed, location_of
from scanner.parsers.terraform.scope import ModuleScope
from scanner.parsers.terraform.tree import (
    Access,
    AttributeStep,
    Binary,
    Call,
    Conditional,
    Expression,
    For,
    Literal,
    Object,
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


class PassedOn:
    """Finds the variables that alone decide an expression of a folder, so that the module adds nothing to them.

    Args:
        folder: The folder, for its locals.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._known: dict[tuple[int, tuple[tuple[str, int], ...]], Variables | None] = {}

    def variables(self, expression: Expression, bound: Mapping[str, Expression]) -> Variables:
        """The variables; none where the module itself has a part in the value.

        Args:
            expression: What is looked at.
            bound: Iterators and ``each``, to what they go through.
        """
        mark = (id(expression), tuple((name, id(source)) for name, source in bound.items()) if bound else ())
        if mark not in self._known:
            self._known[mark] = self._of(expression, bound, 0)
        return self._known[mark] or ()

    def _of(  # noqa: PLR0911, C901  # one line for each node
        self, expression: Expression, bound: Mapping[str, Expression], level: int
    ) -> Variables | None:
        match expression:
            case Literal():
                return ()
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
                return self._all((expression.condition, expression.yes, expression.no), bound, level)
            case Call() if expression.name in _CHANGES_NOTHING:
                return self._all(expression.arguments, bound, level)
            case For(key=None, names=names):
                inner = {**bound, **dict.fromkeys(names, expression.collection)}
                return self._of(expression.value, inner, level)
            case _:
                return None

    def _of_name(self, name: Traversal, bound: Mapping[str, Expression], level: int) -> Variables | None:
        if level > _MAX_LOCALS:
            return None
        if name.root in bound:
            rest = {key: source for key, source in bound.items() if key != name.root}
            return self._of(bound[name.root], rest, level + 1)
        first = name.steps[0] if name.steps else None
        if not isinstance(first, AttributeStep):
            return None
        if name.root == "var":
            return (first.name,)
        placed = self._folder.locals.get(first.name) if name.root == "local" else None
        if placed is None or placed.attribute is None:
            return None
        return self._of(placed.attribute.expression, {}, level + 1)

    def _all(self, parts: Iterable[Expression], bound: Mapping[str, Expression], level: int) -> Variables | None:
        found: dict[str, None] = {}
        for part in parts:
            variables = self._of(part, bound, level)
            if variables is None:
                return None
            found.update(dict.fromkeys(variables))
        return tuple(found)


class OriginFinder:
    """Finds origins in all scopes of an estate."""

    def __init__(self) -> None:
        self._passed: dict[str, PassedOn] = {}
        self._known: dict[tuple[str, str, str, tuple[str, ...]], Origin | None] = {}

    def origins(self, scope: ModuleScope, placed: Placed, uses: Iterable[Use]) -> dict[str, Origin]:
        """Attribute path to who gave its value.

        Args:
            scope: The module in which the block stands.
            placed: The block.
            uses: Its expressions.
        """
        if scope.call is None and not scope.environment.settings:
            return {}
        each = placed.block.body.attribute("for_each")
        outer = {"each": each.expression} if each else {}
        found = {}
        for use in uses:
            if not isinstance(use.expression, Literal):
                bound = {**outer, **use.iterators} if use.iterators else outer
                origin = self._origin(scope, use.expression, bound)
                if origin is not None:
                    found[use.attribute] = origin
        return found

    def _origin(
        self,
        scope: ModuleScope,
        expression: Expression,
        bound: Mapping[str, Expression],
        steps: tuple[str, ...] = (),
    ) -> Origin | None:
        """Who gave a value.

        Args:
            scope: The module in which the expression stands.
            expression: Gives the value, or an object that holds it.
            bound: As in :class:`PassedOn`.
            steps: The way to the value in that object.
        """
        path = scope.folder.path
        if path not in self._passed:
            self._passed[path] = PassedOn(scope.folder)
        variables = self._passed[path].variables(expression, bound)
        inside = (*_steps(expression), *steps)
        found = (self._of_variable(scope, name, inside) for name in variables)
        return next((origin for origin in found if origin is not None), None)

    def _of_variable(self, scope: ModuleScope, name: str, steps: tuple[str, ...]) -> Origin | None:
        mark = (scope.environment.name, scope.prefix, name, steps)
        if mark not in self._known:
            self._known[mark] = self._given(scope, name, steps)
        return self._known[mark]

    def _given(self, scope: ModuleScope, name: str, steps: tuple[str, ...]) -> Origin | None:
        given = inputs.given(scope, name)
        if given is None:
            return None
        if scope.call is None:
            return Origin(address=posixpath.basename(given.location.path), location=_inside(given, steps))
        each = scope.call.placed.block.body.attribute("for_each")
        above = self._origin(scope.call.caller, given.expression, {"each": each.expression} if each else {}, steps)
        return above or Origin(address=scope.prefix.removesuffix("."), location=_inside(given, steps))


def _steps(expression: Expression) -> tuple[str, ...]:
    """The way that an expression takes from a variable, if it does nothing else."""
    if not isinstance(expression, Traversal) or expression.root != "var":
        return ()
    names = [step.name for step in expression.steps[1:] if isinstance(step, AttributeStep)]
    return tuple(names) if len(names) == len(expression.steps) - 1 else ()


def _inside(given: Setting, steps: Sequence[str]) -> Location:
    """The line on which a part of an object is written; that of the object where it cannot be told."""
    place, value = given.location, given.expression
    for step in steps:
        if not isinstance(value, Object) or len(value.positions) != len(value.items):
            break
        at = next((at for at, (key, _) in enumerate(value.items) if key == Literal(step)), None)
        if at is None:
            break
        place, value = location_of(given.location.path, value.positions[at]), value.items[at][1]
    return place
