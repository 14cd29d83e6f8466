"""The result for a person at a terminal, for the log of a pipeline, or for an assessor to read through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import StringIO

from rich.console import Console, RenderableType

from scanner.domain.assessment import Assessment
from scanner.evaluation.workflow_commands import disarm_text
from scanner.interfaces import Persona, ReportContext
from scanner.reports.terminal.assessor import assessor
from scanner.reports.terminal.developer import developer
from scanner.reports.terminal.pipeline import pipeline

_NARROWEST = 40
_UNBROKEN = 10_000

_PERSONAS: Mapping[Persona, Callable[[Assessment, ReportContext], Iterator[RenderableType]]] = {
    Persona.DEVELOPER: developer,
    Persona.CI: pipeline,
    Persona.ASSESSOR: assessor,
}


class TerminalReport:
    """Decision and gate first, then what its reader came for; plain text unless colours are shown."""

    name = "terminal"

    def __init__(self, context: ReportContext) -> None:
        self._context = context

    def render(self, assessment: Assessment) -> str:
        """The report, as wide as the context says; lines for a pipeline are never broken."""
        context, written = self._context, StringIO()
        console = Console(
            file=written,
            width=_UNBROKEN if context.persona is Persona.CI else max(context.width, _NARROWEST),
            height=100,
            color_system="standard" if context.colour else None,
            force_terminal=context.colour,
            force_jupyter=False,
            no_color=not context.colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        for part in _PERSONAS[context.persona](assessment, context):
            console.print(part)
        lines = (line.rstrip() for line in written.getvalue().splitlines())
        return disarm_text("\n".join(lines).rstrip("\n") + "\n")
