"""What functions of Terraform may ask the module that calls them for: files and templates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from scanner.domain.resource import Value
from scanner.parsers.terraform.conversions import ConversionError
from scanner.parsers.terraform.files import WorkingFolder
from scanner.parsers.terraform.syntax import read_template
from scanner.parsers.terraform.tree import Fault

if TYPE_CHECKING:
    from scanner.parsers.terraform.scope import ModuleScope


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
        """
        read = read_template(text)
        if isinstance(read, Fault):
            raise ConversionError(f"a template that cannot be read: {read.message}")
        return self._scope.render(read, variables)
