"""Expressions to values, with a third value: unknown, contagious as in Terraform, with its reason.

Names are resolved by whoever owns them (:class:`Resolver`); this module knows operators, templates and collections.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform import functions
from scanner.parsers.terraform.conversions import ConversionError, calculate, to_bool, to_number, to_text
from scanner.parsers.terraform.tree import (
    Access,
    AttributeStep,
    Binary,
    Call,
    Conditional,
    Expression,
    IndexStep,
    Literal,
    Object,
    Paren,
    SplatStep,
    Step,
    Template,
    Traversal,
    Tuple,
    Unary,
)
from scanner.parsers.terraform.values import MAX_WEIGHT, SetValue, bounded, equal, first_unknown

Names = Mapping[str, Value]
MAX_EVALUATION_DEPTH = 120
"""Expressions and locals that are evaluated inside one another."""
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
}
_SECRET = ("sensitive", "ephemeralasnull")


class Resolver(Protocol):
    """Knows the names of a folder."""

    def resolve(self, traversal: Traversal) -> tuple[Value, Sequence[Step]]:
        """What a traversal's root means, and the steps that are still to be taken on it."""
        ...


def unknown(reason: UnknownReason, text: str) -> Unknown:
    """An unknown value."""
    return Unknown(reason=reason, text=text)


class ExpressionEvaluator:
    """Evaluates expressions.

    Args:
        resolver: Knows the names of the folder.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._depth = 0

    def evaluate(self, expression: Expression, names: Names) -> Value:
        """The value of an expression.

        Args:
            expression: What to evaluate.
            names: Names that a dynamic block binds.
        """
        if isinstance(expression, Literal):
            return expression.value
        if self._depth >= MAX_EVALUATION_DEPTH:
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, getattr(expression, "text", ""))
        self._depth += 1
        try:
            return self._value(expression, names)
        except ConversionError:
            return unknown(UnknownReason.BROKEN, getattr(expression, "text", ""))
        finally:
            self._depth -= 1

    def _value(self, expression: Expression, names: Names) -> Value:  # noqa: PLR0911, C901  # one line for each node
        match expression:
            case Traversal():
                return self._traversal(expression, names)
            case Template():
                return self._template(expression, names)
            case Tuple():
                return [self.evaluate(item, names) for item in expression.items]
            case Object():
                return self._object(expression, names)
            case Paren():
                return self.evaluate(expression.inner, names)
            case Conditional():
                return self._conditional(expression, names)
            case Binary():
                return self._binary(expression, names)
            case Unary():
                return self._unary(expression, names)
            case Call():
                return self._call(expression, names)
            case Access():
                base = self.evaluate(expression.base, names)
                return self._walk(base, expression.steps, expression.text, names)
            case _:
                return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, getattr(expression, "text", ""))

    def _traversal(self, traversal: Traversal, names: Names) -> Value:
        if traversal.root in names:
            return self._walk(names[traversal.root], traversal.steps, traversal.text, names)
        value, steps = self._resolver.resolve(traversal)
        return self._walk(value, steps, traversal.text, names)

    def _walk(self, value: Value, steps: Sequence[Step], text: str, names: Names) -> Value:
        for step in steps:
            if isinstance(value, Unknown):
                return value
            match step:
                case AttributeStep():
                    value = _element(value, step.name, text)
                case IndexStep():
                    key = self.evaluate(step.key, names)
                    value = key if isinstance(key, Unknown) else _element(value, key, text)
                case SplatStep():
                    items = value if isinstance(value, list) else [] if value is None else [value]
                    value = [self._walk(item, step.steps, text, names) for item in items]
        return value

    def _template(self, template: Template, names: Names) -> Value:
        if len(template.parts) == 1 and not isinstance(template.parts[0], str):
            return self.evaluate(template.parts[0], names)
        texts: list[str] = []
        for part in template.parts:
            value = part if isinstance(part, str) else self.evaluate(part, names)
            if isinstance(value, Unknown):
                return unknown(value.reason, template.text)
            texts.append(to_text(value))
        if sum(map(len, texts)) > 64 * MAX_WEIGHT:
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, template.text)
        return "".join(texts)

    def _object(self, expression: Object, names: Names) -> Value:
        found: dict[str, Value] = {}
        for key, item in expression.items:
            name = self.evaluate(key, names)
            if isinstance(name, Unknown):
                return name
            found[to_text(name)] = self.evaluate(item, names)
        return found

    def _conditional(self, expression: Conditional, names: Names) -> Value:
        condition = self.evaluate(expression.condition, names)
        if isinstance(condition, Unknown):
            return unknown(condition.reason, expression.text)
        taken, other = (expression.yes, expression.no) if to_bool(condition) else (expression.no, expression.yes)
        value = self.evaluate(taken, names)
        if isinstance(value, bool | int | float) and isinstance(self.evaluate(other, names), str):
            return to_text(value)
        return value

    def _unary(self, expression: Unary, names: Names) -> Value:
        value = self.evaluate(expression.operand, names)
        if isinstance(value, Unknown):
            return unknown(value.reason, expression.text)
        return not to_bool(value) if expression.operator == "!" else calculate("-", 0, to_number(value))

    def _binary(self, expression: Binary, names: Names) -> Value:
        left = self.evaluate(expression.left, names)
        right = self.evaluate(expression.right, names)
        operator = expression.operator
        if operator in ("&&", "||"):
            return _logical(operator, left, right, expression.text)
        part = first_unknown(left) or first_unknown(right)
        if part is not None:
            return unknown(part.reason, expression.text)
        if isinstance(left, list | dict) and isinstance(right, list | dict):  # a list never equals a tuple
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, expression.text)
        if operator in ("==", "!="):
            return equal(left, right) == (operator == "==")
        if operator in _COMPARE:
            return _COMPARE[operator](to_number(left), to_number(right))
        return calculate(operator, left, right)

    def _call(self, expression: Call, names: Names) -> Value:
        name = expression.name
        if name in _SECRET:
            return unknown(UnknownReason.SENSITIVE, f"{name}(…)")
        arguments = [self.evaluate(argument, names) for argument in expression.arguments]
        if expression.expand and arguments and isinstance(arguments[-1], list):
            arguments[-1:] = arguments[-1]
        part = next((argument for argument in arguments if isinstance(argument, Unknown)), None)
        if part is not None and part.reason is UnknownReason.SENSITIVE:
            return unknown(part.reason, expression.text)
        if not functions.is_supported(name):
            return unknown(UnknownReason.FUNCTION_NOT_SUPPORTED, expression.text)
        if part is not None:
            return unknown(part.reason, expression.text)
        if sum(len(argument) if isinstance(argument, list) else 1 for argument in arguments) > MAX_WEIGHT:
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, expression.text)
        try:
            checked = [bounded(argument, expression.text) for argument in arguments]
            part = next((argument for argument in checked if isinstance(argument, Unknown)), None)
            return part or bounded(functions.call(name, checked), expression.text)
        except functions.UnsupportedError:
            return unknown(UnknownReason.FUNCTION_NOT_SUPPORTED, expression.text)
        except functions.UnknownArgumentError as error:
            return unknown(error.part.reason, expression.text)


def _logical(operator: str, left: Value, right: Value, text: str) -> Value:
    """One side may decide without the other."""
    deciding = operator == "||"
    for side in (left, right):
        if not isinstance(side, Unknown) and to_bool(side) == deciding:
            return deciding
    part = first_unknown(left) or first_unknown(right)
    return unknown(part.reason, text) if part is not None else not deciding


def _element(value: Value, key: Value, text: str) -> Value:
    """What stands under a key or index; what Terraform would refuse is unknown."""
    if isinstance(value, dict):
        name = to_text(key)
        return value[name] if name in value else unknown(UnknownReason.BROKEN, text)
    if isinstance(value, list) and not isinstance(value, SetValue):
        index = to_number(key)
        if isinstance(index, int) and 0 <= index < len(value):
            item: Value = value[index]
            return item
    return unknown(UnknownReason.BROKEN, text)
