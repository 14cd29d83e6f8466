"""Writes the reports that a command was asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scanner.cli.allowances import in_pipeline
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.assessment import Assessment
    from scanner.interfaces import Persona
    from scanner.reports import ReportContext

_OF_BYTES = frozenset({"xlsx"})
"""Formats that no terminal shows."""


class Target(NamedTuple):
    """A report that is to be written."""

    format: str
    file: Path


def targets_of(texts: Iterable[str]) -> list[Target]:
    """What ``--report FORMAT=FILE`` asks for.

    Raises:
        UsageError: One is not of this form, names a format that does not exist, or a file that another one names.
    """
    targets: list[Target] = []
    for text in texts:
        name, separator, file = text.partition("=")
        if not separator or not file:
            hint = "for example --report json=result.json"
            raise UsageError(f"--report {text}: not of the form FORMAT=FILE", hint=hint)
        if Path(file) in {one.file for one in targets}:
            raise UsageError(f"--report {text}: another report is written to this file")
        targets.append(Target(known_format(name), Path(file)))
    return targets


def known_format(name: str) -> str:
    """The name of a format.

    Raises:
        UsageError: There is none of this name.
    """
    from scanner.reports import REPORTERS  # noqa: PLC0415

    known = list(REPORTERS)
    if name not in known:
        from difflib import get_close_matches  # noqa: PLC0415

        near = get_close_matches(name, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"formats are {', '.join(known)}"
        raise UsageError(f"there is no report format {name!r}", hint=hint)
    return name


def printed_format(name: str) -> str:
    """The name of a format that can be printed.

    Raises:
        UsageError: There is none of this name, or it is no text.
    """
    if known_format(name) in _OF_BYTES:
        raise UsageError(f"{name} is no text", hint=f"write it to a file: --report {name}=result.{name}")
    return name


def persona_of(name: str | None) -> Persona:
    """For whom the terminal report is.

    Args:
        name: As ``--persona`` names it; without one the environment says, which every known pipeline but Azure's
            does by ``CI=true``. Where a person sees a terminal, it is a developer all the same.

    Raises:
        UsageError: There is none of this name.
    """
    from scanner.interfaces import Persona  # noqa: PLC0415

    if name is None:
        return Persona.CI if in_pipeline() and not sys.stdout.isatty() else Persona.DEVELOPER
    try:
        return Persona(name)
    except ValueError:
        hint = f"write {', '.join(one.value for one in Persona)}"
        raise UsageError(f"there is no persona {name!r}", hint=hint) from None


def write_reports(assessment: Assessment, context: ReportContext, targets: Sequence[Target]) -> None:
    """Write each report to its file.

    Raises:
        UsageError: A file cannot be written.
    """
    from scanner.reports import REPORTERS  # noqa: PLC0415

    for name, file in targets:
        write(file, as_bytes(REPORTERS[name](context).render(assessment)))


def write(file: Path, content: bytes) -> None:
    """Write a file, and the folders above it.

    Raises:
        UsageError: It cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{file} could not be written: {error.strerror}") from error


def as_bytes(rendered: str | bytes) -> bytes:
    """A report as it is written: UTF-8, the same line ends on every system."""
    return rendered if isinstance(rendered, bytes) else rendered.encode("utf-8", errors="replace")


def print_report(assessment: Assessment, name: str, context: ReportContext) -> None:
    """Print a report; as wide and colourful as the terminal is."""
    import shutil  # noqa: PLC0415

    from scanner.reports import REPORTERS  # noqa: PLC0415

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    rendered = REPORTERS[name](replace(context, colour=terminal, width=width)).render(assessment)
    sys.stdout.buffer.write(as_bytes(rendered))
    sys.stdout.flush()
