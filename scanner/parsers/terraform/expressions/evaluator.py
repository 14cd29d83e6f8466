"""Expressions to values, with a third value: unknown, contagious as in Terraform, with its reason.

Names are resolved by whoever owns them (:class:`Resolver`). What a single kind of expression means stands in modules
of its own: :mod:`operators`, :mod:`access`, :mod:`loops`, :mod:`interpolation`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform import functions
from scanner.parsers.terraform.expressions import interpolation, loops, marks, operators
from scanner.parsers.terraform.expressions.access import attribute, element
from scanner.parsers.terraform.expressions.effort import Effort
from scanner.parsers.terraform.expressions.loops import Names
from scanner.parsers.terraform.syntax import tree
from scanner.parsers.terraform.syntax.tree import AttributeStep, Expression, IndexStep, Step
from scanner.parsers.terraform.values.collections import (
    MAX_WEIGHT,
    is_sensitive,
    plain_unknown,
    unknown,
    weigh,
)
from scanner.parsers.terraform.values.conversions import ConversionError, InexpressibleError, to_text
from scanner.parsers.terraform.values.lazy import opened

__all__ = ["MAX_FAULTS", "ExpressionEvaluator", "Names", "Report", "Resolver", "unknown"]
MAX_EVALUATION_DEPTH = 60
"""Expressions of one module that wait for one another, by way of locals."""
MAX_FAULTS = 20
"""Faults of one expression that are told; a loop repeats them."""
_TRYING = ("try", "can")
_SMALL = frozenset((bool, int, float, Unknown, type(None)))

Report = Callable[[Expression, str], None]
"""Told of an expression that Terraform would refuse, and why."""


class Resolver(Protocol):
    """Knows the names of a folder."""

    def resolve(self, traversal: tree.Traversal) -> tuple[Value, Sequence[Step]]:
        """What a traversal's root means, and the steps that are still to be taken on it."""


TOO_LONG = "takes more steps than archscan follows: the value is not known"
"""A limit of ours, not a fault of the expression."""


class _TooLongError(Exception):
    """The expression takes more steps than we give to one."""


class ExpressionEvaluator:
    """Evaluates expressions.

    Args:
        resolver: Knows the names of the folder.
        scope: Files and templates, for the functions that need them.
        report: Told of each expression that Terraform would refuse, outside of ``try`` and ``can``.
        effort: Shared by all evaluators of an estate.
    """

    def __init__(
        self,
        resolver: Resolver,
        scope: functions.FunctionScope | None = None,
        report: Report | None = None,
        effort: Effort | None = None,
    ) -> None:
        self._effort = effort or Effort()
        self._resolver = resolver
        self._scope = scope
        self._report = report
        self._depth = 0
        self._steps = 0
        self._allowed = self._effort.allowed()
        self._faults: list[tuple[Expression, str]] = []
        self._methods: Mapping[type, Callable[[Any, Names], Value]] = {
            tree.Literal: lambda literal, _: literal.value,
            tree.Template: self._template,
            tree.ConditionalDirective: self._if_directive,
            tree.ForDirective: self._for_directive,
            tree.Traversal: self._traversal,
            tree.Access: self._access,
            tree.Call: self._call,
            tree.Conditional: self._conditional,
            tree.Unary: self._unary,
            tree.Binary: self._binary,
            tree.Tuple: self._tuple,
            tree.Object: self._object,
            tree.For: self._for,
            tree.Paren: lambda paren, names: self._value(paren.inner, names),
            tree.Placeholder: lambda put, _: unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, put.text),
        }

    def evaluate(self, expression: Expression, names: Names) -> Value:
        """The value of an expression.

        Args:
            expression: What to evaluate.
            names: Names that a dynamic block binds.
        """
        if isinstance(expression, tree.Literal):
            return expression.value
        text = getattr(expression, "text", "")
        if self._depth >= MAX_EVALUATION_DEPTH:
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
        before = self._steps, self._faults
        self._steps, self._faults = 0, []
        self._allowed = self._effort.allowed()
        self._depth += 1
        try:
            return self._value(expression, names)
        except (_TooLongError, RecursionError):
            self._faults.append((expression, TOO_LONG))
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)
        finally:
            self._depth -= 1
            self._effort.steps += self._steps
            faults = self._faults
            self._steps, self._faults = before
            if faults and self._report is not None:
                for place, message in faults[:MAX_FAULTS]:
                    self._report(place, message)

    def _value(self, expression: Expression, names: Names) -> Value:
        self._steps += 1
        if self._steps > self._allowed:
            raise _TooLongError
        method = self._methods.get(expression.__class__)
        if method is None:
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, getattr(expression, "text", ""))
        try:
            return method(expression, names)
        except InexpressibleError:
            return unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, getattr(expression, "text", ""))
        except ConversionError as error:
            self._faults.append((expression, str(error)))
            return unknown(UnknownReason.BROKEN, getattr(expression, "text", ""))

    def _measured(self, value: Value, text: str) -> Value:
        """The value, unknown if it is too large; the work that it takes to go through it is counted."""
        if value.__class__ in _SMALL:
            return value
        weight = len(value) >> 6 if isinstance(value, str) else weigh(value)
        self._steps += weight >> 2
        return value if weight <= MAX_WEIGHT else unknown(UnknownReason.EXPRESSION_NOT_SUPPORTED, text)

    def _apart(self, expression: Expression, names: Names) -> tuple[Value, list[tuple[Expression, str]]]:
        """The value of an expression whose faults may not count, and the faults."""
        before = self._faults
        self._faults = []
        try:
            return self._value(expression, names), self._faults
        finally:
            self._faults = before

    def _tuple(self, expression: tree.Tuple, names: Names) -> Value:
        return [self._value(item, names) for item in expression.items]

    def _object(self, expression: tree.Object, names: Names) -> Value:
        found: dict[str, Value] = {}
        hidden: Unknown | None = None
        for key, item in expression.items:
            name = key.value if isinstance(key, tree.Literal) else self._value(key, names)
            value = self._value(item, names)
            if isinstance(name, Unknown):
                hidden = plain_unknown(name)
            elif isinstance(name, str):
                found[name] = value
            elif name is None:
                raise ConversionError("Can't use a null value as a key.")
            else:
                found[_key(name)] = value
        return found if hidden is None else hidden

    def _traversal(self, traversal: tree.Traversal, names: Names) -> Value:
        if traversal.root in names:
            return self._walk(names[traversal.root], traversal.steps, traversal.text, names)
        value, steps = self._resolver.resolve(traversal)
        return self._walk(value, steps, traversal.text, names) if steps else value

    def _access(self, access: tree.Access, names: Names) -> Value:
        return self._walk(self._value(access.base, names), access.steps, access.text, names)

    def _walk(self, value: Value, steps: Sequence[Step], text: str, names: Names) -> Value:
        for step in steps:
            if isinstance(step, AttributeStep):
                value = attribute(value, step.name, text)
            elif isinstance(step, IndexStep):
                value = element(value, self._value(step.key, names), text)
            else:
                value = self._splat(value, step, text, names)
        return value

    def _splat(self, value: Value, step: tree.SplatStep, text: str, names: Names) -> Value:
        def each(item: Value) -> Value:
            self._steps += 1
            return self._walk(item, step.steps, text, names)

        if isinstance(value, list) and self._steps + len(value) > self._allowed:
            raise _TooLongError
        return loops.splat(value, each)

    def _template(self, template: tree.Template, names: Names) -> Value:
        return self._measured(interpolation.render(template, names, self._value), template.text)

    def _if_directive(self, directive: tree.ConditionalDirective, names: Names) -> Value:
        yes, no = (tree.Template((*parts, ""), directive.text) for parts in (directive.yes, directive.no))
        return self._conditional(tree.Conditional(directive.condition, yes, no, directive.text), names)

    def _for_directive(self, directive: tree.ForDirective, names: Names) -> Value:
        return interpolation.render_for(directive, names, self._value)

    def _for(self, loop: tree.For, names: Names) -> Value:
        return loops.run_for(loop, opened(self._value(loop.collection, names)), names, self._value)

    def _conditional(self, expression: tree.Conditional, names: Names) -> Value:
        decided = operators.condition(self._value(expression.condition, names), "condition value")
        yes, faults_of_yes = self._apart(expression.yes, names)
        no, faults_of_no = self._apart(expression.no, names)
        if isinstance(decided, Unknown):
            return operators.undecided(yes, no, decided, expression.text)
        self._faults.extend(faults_of_yes if decided else faults_of_no)
        taken, other = (yes, no) if decided else (no, yes)
        text = expression.text
        return operators.branch(self._measured(taken, text), self._measured(other, text))

    def _unary(self, expression: tree.Unary, names: Names) -> Value:
        return operators.unary(expression.operator, self._value(expression.operand, names), expression.text)

    def _binary(self, expression: tree.Binary, names: Names) -> Value:
        left = self._value(expression.left, names)
        text = expression.text
        decided = expression.operator in operators.DECIDED_BY and left is operators.DECIDED_BY[expression.operator]
        right, faults = self._apart(expression.right, names)
        if decided and faults:
            return left  # Terraform looks no further from 1.12 on; before, a fault on the right was refused even so
        self._faults.extend(faults)
        return operators.binary(expression.operator, self._measured(left, text), self._measured(right, text), text)

    def _call(self, expression: tree.Call, names: Names) -> Value:
        name = expression.name.removeprefix("core::")
        if name in _TRYING:
            return self._try(name, expression, names)
        arguments = [opened(self._value(argument, names)) for argument in expression.arguments]
        if expression.expand and arguments:
            last = arguments.pop()
            if isinstance(last, Unknown):
                return unknown(last.reason, expression.text)
            arguments.extend(loops.expanded(last))
        if name != "issensitive" and any(map(is_sensitive, arguments)):
            return unknown(UnknownReason.SENSITIVE, expression.text)
        if name in marks.FUNCTIONS and len(arguments) == 1:
            return marks.FUNCTIONS[name](arguments[0])
        return self._function(name, arguments, expression.text)

    def _function(self, name: str, arguments: list[Value], text: str) -> Value:
        if not functions.is_supported(name):
            return unknown(UnknownReason.FUNCTION_NOT_SUPPORTED, text)
        self._steps += self._effort.of_call(name, arguments)
        try:
            checked = [self._measured(argument, text) for argument in arguments]
            return self._measured(functions.call(name, checked, self._scope), text)
        except functions.UnsupportedError:
            return unknown(UnknownReason.FUNCTION_NOT_SUPPORTED, text)
        except functions.UnknownArgumentError as error:
            return unknown(error.part.reason, text)

    def _try(self, name: str, expression: tree.Call, names: Names) -> Value:
        """``try`` and ``can``: an expression that Terraform would refuse is passed over, an unknown one is not."""
        if expression.expand or not expression.arguments or (name == "can" and len(expression.arguments) > 1):
            raise ConversionError(f"{name} wants {'one expression' if name == 'can' else 'at least one expression'}.")
        messages: list[str] = []
        for argument in expression.arguments:
            value, faults = self._apart(argument, names)
            if not faults and not (isinstance(value, Unknown) and value.reason is UnknownReason.BROKEN):
                if name == "try":
                    return value
                return unknown(value.reason, expression.text) if isinstance(value, Unknown) else True
            messages.extend(message for _, message in faults)
        if name == "can":
            return False
        raise ConversionError(f"No expression of try succeeded: {' '.join(messages[:5])}")


def _key(name: Value) -> str:
    try:
        return to_text(name)
    except ConversionError as error:
        raise ConversionError(f"Can't use this value as a key: {error}.") from error
