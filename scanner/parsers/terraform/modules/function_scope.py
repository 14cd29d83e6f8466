"""What functions of Terraform may ask the module that calls them for: files and templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from scanner.domain.resource import Value
from scanner.parsers.terraform.expressions.evaluator import TOO_LONG, ExpressionEvaluator
from scanner.parsers.terraform.functions import UnsupportedError
from scanner.parsers.terraform.modules.files import WorkingFolder
from scanner.parsers.terraform.syntax.tree import Fault, Step, Traversal
from scanner.parsers.terraform.values.conversions import ConversionError

if TYPE_CHECKING:
    from scanner.parsers.terraform.modules.scope import ModuleScope


class _NothingElse:
    """The names of a template: those that it is given, and no other."""

    def resolve(self, traversal: Traversal) -> tuple[Value, Sequence[Step]]:
        """Refuse the name."""
        raise ConversionError(f'vars map does not contain key "{traversal.root}"')


class ScopeOfFunctions:
    """The surroundings of a function call.

    Args:
        scope: The module in which the call stands.
    """

    def __init__(self, scope: ModuleScope) -> None:
        self._scope = scope

    @cached_property
    def files(self) -> WorkingFolder:
        """The repository's files, seen from the root module's folder, in which Terraform runs."""
        return WorkingFolder(self._scope.estate.files, self._scope.environment.folder)

    def render(self, text: str, variables: Mapping[str, Value]) -> Value:
        """The value of a template's text.

        Raises:
            ConversionError: Terraform would refuse it.
            UnsupportedError: It is larger or deeper than we follow.
        """
        read = self._scope.estate.templates.read(text)
        if isinstance(read, Fault) and read.position is None:
            raise UnsupportedError(read.message)  # a limit of ours
        if isinstance(read, Fault):
            raise ConversionError(f"a template that cannot be read: {read.message}")
        refused: list[str] = []
        evaluator = ExpressionEvaluator(
            _NothingElse(), self, lambda _, message: refused.append(message), self._scope.estate.effort
        )
        value = evaluator.evaluate(read, variables)
        if TOO_LONG in refused:
            self._scope.complain(f"a template {TOO_LONG}")
        elif refused:
            raise ConversionError(f"in the template: {refused[0]}")
        return value
