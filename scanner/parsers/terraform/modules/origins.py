"""Who gave an attribute its value: the caller of the module, or a var file, where the module only passes it on."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from scanner.domain.artifact import Location
from scanner.domain.resource import Origin, Value
from scanner.parsers.terraform.modules import inputs
from scanner.parsers.terraform.modules.environments import Setting
from scanner.parsers.terraform.modules.folders import Placed, location_of
from scanner.parsers.terraform.modules.passing import Passed, PassedOn, Variables
from scanner.parsers.terraform.modules.scope import ModuleScope
from scanner.parsers.terraform.modules.views import Earlier, View
from scanner.parsers.terraform.syntax.tree import AttributeStep, Expression, Literal, Object, Traversal


class OriginFinder:
    """Finds origins in all scopes of an estate."""

    def __init__(self) -> None:
        self._passed: dict[str, PassedOn] = {}
        self._known: dict[tuple[str, str, str, tuple[str, ...]], Origin | None] = {}

    def origins(
        self, scope: ModuleScope, placed: Placed, seen: View, earlier: Earlier | None = None
    ) -> dict[str, Origin]:
        """Attribute path to who gave its value.

        Args:
            scope: The module in which the block stands.
            placed: The block.
            seen: What it holds, and its expressions.
            earlier: The same instance in another environment.
        """
        if scope.call is None and not scope.environment.settings:
            return {}
        each = placed.block.body.attribute("for_each")
        outer = {"each": each.expression} if each else {}
        found = {}
        for use in seen.uses:
            if earlier is not None and earlier.is_same(use.attribute):
                if use.attribute in earlier.made.origins:
                    found[use.attribute] = earlier.made.origins[use.attribute]
                continue
            bound = {**outer, **use.iterators} if use.iterators else outer
            passed = self._passed_on(scope, use.expression, bound)
            if not passed.variables:
                continue
            own = passed.offered and _at(seen.attributes, use.attribute) in passed.offered
            variables = passed.deciding if own else passed.variables
            origin = self._first(scope, variables, () if own else _steps(use.expression))
            if origin is not None:
                found[use.attribute] = origin
        return found

    def _passed_on(self, scope: ModuleScope, expression: Expression, bound: Mapping[str, Expression]) -> Passed:
        path = scope.folder.path
        if path not in self._passed:
            self._passed[path] = PassedOn(scope.folder)
        return self._passed[path].passed(expression, bound)

    def _first(self, scope: ModuleScope, variables: Variables, steps: tuple[str, ...]) -> Origin | None:
        """Who gave a value.

        Args:
            scope: The module that has these variables.
            variables: That decide the value.
            steps: The way to it in the object that a variable is.
        """
        found = (self.of_variable(scope, name, steps) for name in variables)
        return next((origin for origin in found if origin is not None), None)

    def of_variable(self, scope: ModuleScope, name: str, steps: tuple[str, ...] = ()) -> Origin | None:
        """Who gave a variable of a module its value, or the part of it to which the steps lead."""
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
        caller = scope.call.caller
        passed = self._passed_on(caller, given.expression, {"each": each.expression} if each else {})
        inside = (*_steps(given.expression), *steps)
        above = None if passed.offered else self._first(caller, passed.variables, inside)
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


def _at(attributes: Mapping[str, Value], path: str) -> Value:
    """The value at an attribute path such as ``rule[0].cidr``; null where there is none."""
    found: Value = attributes
    for name in path.replace("[", ".").replace("]", "").split("."):
        if isinstance(found, Mapping):
            found = found.get(name)
        elif isinstance(found, list) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        else:
            return None
    return found
