"""Python's search for cycles, as a scan needs it: it makes millions of values that live to its end, and few cycles."""

from __future__ import annotations

import atexit
import gc

_GENERATIONS = (100_000, 20, 20)
"""Thresholds of the generations; Python's own are (700, 10, 10)."""


def collect_seldom() -> None:
    """Let Python look for cycles less often in this process."""
    gc.set_threshold(*_GENERATIONS)


def collect_nothing_at_end() -> None:
    """Let Python not look for cycles when it ends: to look through all that lives takes a second, for nothing."""
    atexit.register(gc.freeze)
