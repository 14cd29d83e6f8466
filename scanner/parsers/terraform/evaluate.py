"""The values of one folder: variables, locals and what its own resources say.

:class:`Evaluator` is all that the rest of the package uses; a fuller evaluator can take this one's place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from scanner.domain.artifact import Location
from scanner.domain.resource import Problem, Unknown, UnknownReason, Value
from scanner.parsers.terraform.constraints import convert
from scanner.parsers.terraform.conversions import ConversionError, to_number
from scanner.parsers.terraform.expressions import ExpressionEvaluator, Names, unknown
from scanner.parsers.terraform.folders import Folder, Placed
from scanner.parsers.terraform.tree import AttributeStep, Block, Expression, IndexStep, Literal, Step, Traversal
from scanner.parsers.terraform.values import bounded, equal, first_unknown

_REASONS = {
    "data": UnknownReason.DATA_SOURCE,
    "module": UnknownReason.MODULE_OUTPUT,
    "each": UnknownReason.PER_INSTANCE,
    "count": UnknownReason.PER_INSTANCE,
    "self": UnknownReason.KNOWN_AFTER_APPLY,
    "path": UnknownReason.EXPRESSION_NOT_SUPPORTED,
    "terraform": UnknownReason.VARIABLE_WITHOUT_VALUE,
    "tofu": UnknownReason.VARIABLE_WITHOUT_VALUE,
}


class Evaluator(Protocol):
    """Gives values to the expressions of one folder."""

    def evaluate(self, expression: Expression, names: Names) -> Value:
        """The value of an expression; whatever cannot be known is :class:`Unknown`."""
        ...

    def problems(self) -> Sequence[Problem]:
        """What was met on the way, such as locals that go round in a circle."""
        ...


def is_sensitive(block: Block) -> bool:
    """Whether a variable or output is marked sensitive; anything but a plain ``false`` counts."""
    return any(
        attribute.name in ("sensitive", "ephemeral") and attribute.expression != Literal(value=False)
        for attribute in block.body.attributes
    )


class FolderEvaluator:
    """The first evaluator: sound before far-reaching.

    Args:
        folder: The folder whose names it knows.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._expressions = ExpressionEvaluator(self)
        self._kept: dict[str, Value] = {}
        self._running: list[str] = []
        self._problems: list[Problem] = []

    def evaluate(self, expression: Expression, names: Names) -> Value:
        """The value of an expression, bounded in size."""
        return bounded(self._expressions.evaluate(expression, names), getattr(expression, "text", ""))

    def problems(self) -> Sequence[Problem]:
        """Locals that refer to themselves, whether or not a block uses them."""
        for name in self._folder.locals:
            self._once(f"local.{name}", f"local.{name}")
        return tuple(self._problems)

    def resolve(self, traversal: Traversal) -> tuple[Value, Sequence[Step]]:
        """What a name means; see :class:`scanner.parsers.terraform.expressions.Resolver`."""
        root, steps, text = traversal.root, traversal.steps, traversal.text
        if root in _REASONS:
            return unknown(_REASONS[root], text), ()
        first = steps[0] if steps else None
        if not isinstance(first, AttributeStep):
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text), ()
        if root == "var":
            return self._once(f"var.{first.name}", text), steps[1:]
        if root == "local":
            return self._once(f"local.{first.name}", text), steps[1:]
        return self._resource(f"{root}.{first.name}", traversal)

    def _once(self, name: str, text: str) -> Value:
        """Evaluate a variable or local when it is first asked for."""
        if name in self._kept:
            return self._kept[name]
        if name in self._running:
            self._circle(name)
            return unknown(UnknownReason.BROKEN, text)
        self._running.append(name)
        try:
            value = self._variable(name[4:], text) if name.startswith("var.") else self._local(name[6:], text)
        finally:
            self._running.pop()
        self._kept[name] = value
        return value

    def _circle(self, name: str) -> None:
        ring = [*self._running[self._running.index(name) :], name]
        placed = self._folder.locals.get(name.removeprefix("local."))
        location = None
        if placed is not None and placed.attribute is not None:
            line, column = placed.attribute.position
            location = Location(path=placed.path, start_line=line, start_column=column)
        message = f"refers to itself: {' -> '.join(ring[:10])}"
        self._problems.append(Problem(stage="parsing", engine="terraform", message=message, location=location))

    def _local(self, name: str, text: str) -> Value:
        placed = self._folder.locals.get(name)
        if placed is None or placed.attribute is None:
            return unknown(UnknownReason.BROKEN, text)
        return self.evaluate(placed.attribute.expression, {})

    def _variable(self, name: str, text: str) -> Value:
        placed = self._folder.variables.get(name)
        if placed is None:
            return unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, text)
        if is_sensitive(placed.block):
            return unknown(UnknownReason.SENSITIVE, f"var.{name}")
        if name in self._folder.passed:
            return unknown(UnknownReason.VARIABLE_SET_BY_CALLER, text)
        default = placed.block.body.attribute("default")
        written = self._folder.settings.get(name, default.expression if default else None)
        value = self._typed(placed, written, text)
        for other in self._folder.chosen.get(name, ()):
            if not _same(value, self._typed(placed, other, text)):
                return unknown(UnknownReason.VARIABLE_SET_BY_VAR_FILE, text)
        return value

    def _typed(self, placed: Placed, written: Expression | None, text: str) -> Value:
        if written is None:
            return unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, text)
        value = self.evaluate(written, {})
        constraint = placed.block.body.attribute("type")
        try:
            return value if constraint is None else convert(value, constraint.expression)
        except ConversionError:
            return unknown(UnknownReason.BROKEN, text)

    def _resource(self, address: str, traversal: Traversal) -> tuple[Value, Sequence[Step]]:
        """What the code itself says of an attribute of another resource, where that is certain."""
        after = (unknown(UnknownReason.KNOWN_AFTER_APPLY, traversal.text), ())
        placed = self._folder.resources.get(address)
        if placed is None:
            return after
        steps = traversal.steps[1:]
        many = any(attribute.name in ("count", "for_each") for attribute in placed.block.body.attributes)
        if many and steps and isinstance(steps[0], IndexStep):
            steps = steps[1:]
        elif many:
            return after
        if not steps or not isinstance(steps[0], AttributeStep):
            return after
        attribute = placed.block.body.attribute(steps[0].name)
        mark = f"{address}.{steps[0].name}"
        if attribute is None or mark in self._running:
            return after
        if mark not in self._kept:
            self._running.append(mark)
            try:
                self._kept[mark] = self.evaluate(attribute.expression, {})
            finally:
                self._running.pop()
        value = self._kept[mark]
        return after if _may_change_type(value) else (value, steps[1:])


def _same(value: Value, other: Value) -> bool:
    return first_unknown(value) is None and first_unknown(other) is None and equal(value, other)


def _may_change_type(value: Value) -> bool:
    """A provider's schema may turn ``"80"`` into a number, and null into a default of its own."""
    if value is None or value in ("true", "false"):
        return True
    if isinstance(value, Unknown) or not isinstance(value, str):
        return False
    try:
        to_number(value)
    except ConversionError:
        return False
    return True
