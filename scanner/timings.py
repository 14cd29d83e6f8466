"""Where the time of a scan goes: stages, engines, rules. Never part of a result, which would differ with each run."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum


class Span(StrEnum):
    """What is timed."""

    STAGE = "stage"
    """Reading, parsing by a parser, modelling, judging: one after the other."""
    ENGINE = "engine"
    """Engines may run beside the stages and beside each other."""
    RULE = "rule"
    """What one rule took of its engine."""


class Timings:
    """Adds up seconds by name; may be used by several threads."""

    def __init__(self) -> None:
        self._seconds: dict[Span, dict[str, float]] = {span: defaultdict(float) for span in Span}
        self._lock = threading.Lock()

    def add(self, span: Span, name: str, seconds: float) -> None:
        """Add to what a name took.

        Args:
            span: What is timed.
            name: Such as ``parsing: terraform``, ``semgrep`` or the name of a rule.
            seconds: Wall-clock seconds.
        """
        with self._lock:
            self._seconds[span][name] += seconds

    @contextmanager
    def measure(self, span: Span, name: str) -> Iterator[None]:
        """Time what happens inside."""
        begin = time.perf_counter()
        try:
            yield
        finally:
            self.add(span, name, time.perf_counter() - begin)

    def of(self, span: Span) -> Mapping[str, float]:
        """Seconds by name, in the order in which the names first came."""
        with self._lock:
            return dict(self._seconds[span])
