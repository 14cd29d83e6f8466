"""The architecture of the system under assessment, made when it is first asked for."""

from __future__ import annotations

from scanner.domain.architecture import ArchitectureModel, System
from scanner.domain.configuration import Configuration
from scanner.timings import Span, Timings


class LateModelling:
    """Makes the model of one system, once; implements :class:`scanner.interfaces.Modelling`.

    Args:
        configuration: What the supplier declares.
        timings: Is told what it took.
    """

    def __init__(self, configuration: Configuration, timings: Timings) -> None:
        self._configuration = configuration
        self._timings = timings
        self._made: ArchitectureModel | None = None

    def of(self, system: System) -> ArchitectureModel:
        """The architecture of the system; made now, if it was not yet."""
        if self._made is None:
            from scanner.modelling.model import build_model  # noqa: PLC0415  # only who makes it pays for the imports

            with self._timings.measure(Span.STAGE, "modelling"):
                self._made = build_model(system, self._configuration)
        return self._made
