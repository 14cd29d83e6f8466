"""The architecture of the system under assessment, made when it is first asked for, or recalled from the last scan."""

from __future__ import annotations

from pydantic import ValidationError

from scanner.cache import Cache, NoCache, cache_key
from scanner.domain.architecture import ArchitectureModel
from scanner.domain.configuration import Configuration
from scanner.domain.digests import SIZE, digest
from scanner.domain.system import System
from scanner.evaluation.keeping import may_be_kept
from scanner.packaging import build_id
from scanner.timings import Span, Timings


class LateModelling:
    """Gives the model of one system; implements :class:`scanner.interfaces.Modelling`.

    Args:
        configuration: What the supplier declares.
        timings: Is told what it took.
        cache: Where the model of the last scan of this repository is, and where this one is kept.
    """

    def __init__(self, configuration: Configuration, timings: Timings, cache: Cache | None = None) -> None:
        self._configuration = configuration
        self._timings = timings
        self._cache = cache or NoCache()
        self._made: ArchitectureModel | None = None
        self._is_kept = False

    def of(self, system: System) -> ArchitectureModel:
        """The architecture of the system; made now, if it was not yet."""
        if self._made is None:
            with self._timings.measure(Span.STAGE, "modelling"):
                self._made = self._recalled(system) or self._build(system)
        return self._made

    def basis(self, system: System) -> str:
        """What the supplier declares: all that the architecture hangs on besides the system."""
        del system
        return self._configuration.model_dump_json()

    def keep(self, system: System) -> None:
        """Keep the model for the next scan, if there is one, and nothing in it is taken out of results."""
        mark = self._mark(system) if self._made is not None and not self._is_kept else None
        if mark is None or self._made is None or not may_be_kept(self._made):
            return
        self._cache.put(_key(system), mark + self._made.model_dump_json().encode())

    def _build(self, system: System) -> ArchitectureModel:
        from scanner.modelling.model import build_model  # noqa: PLC0415  # only who makes it pays for the imports

        return build_model(system, self._configuration)

    def _recalled(self, system: System) -> ArchitectureModel | None:
        if isinstance(self._cache, NoCache):
            return None
        kept = self._cache.get(_key(system))
        if kept is None or kept[:SIZE] != self._mark(system):  # asked only where there is something to compare
            return None
        try:
            made = ArchitectureModel.model_validate_json(kept[SIZE:])
        except ValidationError:  # whole, and yet not ours: somebody else wrote it; made again
            return None
        self._is_kept = True
        return made

    def _mark(self, system: System) -> bytes | None:
        """A digest of all that decides the model; None where there is none."""
        everything = system.digests.everything
        return None if everything is None else digest(everything, self.basis(system))


def _key(system: System) -> str:
    """By what the entry of a repository is known again; two of one name only take each other's place."""
    return cache_key("model", (build_id(), system.source.uri))
