"""Every exception that archscan raises on purpose.

::

    ArchscanError
    ├── UsageError            the caller asked for something that cannot be done      exit 2
    │   ├── ConfigurationError  archscan.yaml is not valid
    │   ├── PolicyError       a policy file is not valid
    │   └── RulePackError     one or more rules are written wrongly; carries every fault
    ├── NothingToScanError    the paths hold no artefact that archscan reads          exit 3
    ├── ReadError             one artefact could not be read; becomes a Problem
    ├── ExpressionError       a rule's expression failed on a subject; becomes a Problem
    ├── CompileError          a rule's expression is written wrongly; becomes a RuleFault
    └── EngineError           an engine could not be made or broke; becomes a Problem

A fault in a scanned repository is never an exception that leaves the pipeline: parsers and engines
return it as a :class:`scanner.domain.resource.Problem`. Exceptions become exit codes in ``scanner.cli`` and
nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class ArchscanError(Exception):
    """Base of all errors that archscan raises on purpose.

    Args:
        message: What is wrong, in one sentence that a user can act on.
        hint: What to do about it, if we know.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ArchscanError):
    """The caller asked for something that cannot be done."""


class ConfigurationError(UsageError):
    """What the supplier declares in ``archscan.yaml`` is not valid."""


class PolicyError(UsageError):
    """A policy is not valid."""


class RuleFault:
    """One mistake of a rule author, with its place.

    Args:
        path: The file in which the mistake stands.
        line: One-based line, or 0 when the whole file is meant.
        column: One-based column, or 0.
        message: What is wrong.
        hint: How to mend it, if we know.
        excerpt: The line of the file, for the caret.
    """

    def __init__(  # a place and a text; every part is shown to the author
        self,
        path: Path,
        line: int,
        column: int,
        message: str,
        *,
        hint: str | None = None,
        excerpt: str | None = None,
    ) -> None:
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
        self.excerpt = excerpt

    def __str__(self) -> str:
        """``path:line:column: message`` with the line, a caret and the hint beneath."""
        lines = [f"{self.path}:{self.line}:{self.column}: {self.message}"]
        if self.excerpt is not None:
            gutter = f"  {self.line} | "
            lines.append(gutter + self.excerpt)
            if self.column > 0:
                lines.append(" " * (len(gutter) - 2) + "| " + " " * (self.column - 1) + "^")
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class RulePackError(UsageError):
    """One or more rules are written wrongly; all faults are carried at once."""

    def __init__(self, faults: Sequence[RuleFault]) -> None:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"{count} in the rule packs\n" + "\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class NothingToScanError(ArchscanError):
    """The given paths hold no artefact that archscan reads."""


class ReadError(ArchscanError):
    """An artefact could not be read."""


class ExpressionError(ArchscanError):
    """A rule's expression failed on a subject: a fault of the rule, never of the supplier."""


class CompileFault(NamedTuple):
    """One mistake in an expression, with its place in the expression."""

    line: int
    """One-based."""
    column: int
    """One-based, in characters."""
    message: str
    hint: str | None = None


class CompileError(ArchscanError):
    """An expression is written wrongly; all faults that the compiler found are carried at once."""

    def __init__(self, faults: Sequence[CompileFault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = tuple(faults)


class EngineError(ArchscanError):
    """An engine could not be made, or broke while running."""
