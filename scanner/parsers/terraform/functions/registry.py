"""What a function of Terraform is to the evaluator, what it may ask for, and how it refuses."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from scanner.domain.resource import Unknown, Value


class UnsupportedError(Exception):
    """We do not know the function, or not this use of it."""


class UnknownArgumentError(Exception):
    """The result hangs on a part that is not known."""

    def __init__(self, part: Unknown) -> None:
        super().__init__(part.reason)
        self.part = part


class FileNotHereError(Exception):
    """A file that was not read: it is absent, outside the root, a link or too large."""


class Files(Protocol):
    """The files that functions may read; paths are relative to the folder of the root module."""

    def read(self, path: str) -> bytes:
        """The content of a file.

        Raises:
            FileNotHereError: It was not read.
        """
        ...

    def paths(self, folder: str) -> Iterable[str]:
        """The files below a folder, relative to it."""
        ...


class FunctionScope(Protocol):
    """What a function may ask its surroundings for."""

    @property
    def files(self) -> Files:
        """The files of the repository."""
        ...

    def render(self, text: str, variables: Mapping[str, Value]) -> Value:
        """The value of a template's text."""
        ...


@dataclass(frozen=True)
class Function:
    """One function.

    Args:
        run: Does the work. Takes the arguments by position, converts them itself, raises ``ConversionError`` where
            Terraform would refuse, :class:`UnsupportedError` and :class:`UnknownArgumentError`.
        parts: Arguments may be collections with unknown parts; without it the result is unknown before ``run``.
        wants_scope: The :class:`FunctionScope` is the first argument.
        takes_unknown: Arguments may be wholly unknown.
    """

    run: Callable[..., Value]
    parts: bool = False
    wants_scope: bool = False
    takes_unknown: bool = False

    @cached_property
    def _counts(self) -> tuple[int, int | None]:
        """The least and the greatest number of arguments; None for no greatest."""
        parameters = inspect.signature(self.run).parameters.values()
        positional = [one for one in parameters if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
        least = sum(one.default is one.empty for one in positional)
        endless = any(one.kind is one.VAR_POSITIONAL for one in parameters)
        return least, None if endless else len(positional)

    def takes(self, arguments: tuple[object, ...]) -> bool:
        """Whether this is a number of arguments that it can be called with."""
        least, most = self._counts
        return least <= len(arguments) and (most is None or len(arguments) <= most)
