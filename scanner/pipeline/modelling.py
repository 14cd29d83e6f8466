"""The architecture of the system under assessment, made when it is first asked for."""

from __future__ import annotations

import time

from scanner.domain.architecture import ArchitectureModel, System
from scanner.domain.configuration import Configuration
from scanner.timings import Span, Timings

STAGE = "modelling"


class LateModelling:
    """Makes the model of one system, once; implements :class:`scanner.interfaces.Modelling`.

    Args:
        configuration: What the supplier declares.
        timings: Is told what it took.
    """

    def __init__(self, configuration: Configuration, timings: Timings) -> None:
        self._configuration = configuration
        self._timings = timings
        self.made: tuple[ArchitectureModel, float] | None = None

    def of(self, system: System) -> ArchitectureModel:
        """The architecture of the system; made now, if it was not yet."""
        if self.made is None:
            from scanner.modelling.model import build_model  # noqa: PLC0415  # only who makes it pays for the imports

            begin = time.perf_counter()
            model = build_model(system, self._configuration)
            self.take(model, time.perf_counter() - begin)
            return model
        return self.made[0]

    def take(self, model: ArchitectureModel, seconds: float) -> None:
        """Take what was made, here or in a copy of this process."""
        self.made = model, seconds
        self._timings.add(Span.STAGE, STAGE, seconds)
