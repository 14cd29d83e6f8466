"""How a scan goes about it, from options and environment; and where its time went."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scanner.cache import Cache, DiskCache, NoCache
from scanner.errors import UsageError
from scanner.packaging import home
from scanner.timings import Span, Timings

if TYPE_CHECKING:
    from scanner.pipeline import Course

CACHE = "ARCHSCAN_CACHE"
"""Environment variable that names the folder in which results are kept."""
MAX_JOBS = 4
"""Processes that are used without being asked to: each takes its share of memory."""

MAX_RULES = 64 * 1024**2
"""Bytes of rules that are kept."""

_SLOWEST = 10
_ENGINES: Mapping[str, Sequence[str]] = {"checkov": ("worker", "cli")}


def course_of(
    jobs: int | None = None, engines: Sequence[str] = (), *, offline: bool = False, no_cache: bool = False
) -> Course:
    """The course that options ask for.

    Args:
        jobs: Of ``--jobs``.
        engines: Of ``--engine``.
        offline: Of ``--offline``.
        no_cache: Of ``--no-cache``.

    Raises:
        UsageError: An engine cannot be run so.
    """
    from scanner.pipeline import Course  # noqa: PLC0415

    how = _how(engines)
    cache: Cache = NoCache() if no_cache else DiskCache(cache_folder())
    processes = jobs or min(_processors(), MAX_JOBS)
    return Course(offline=offline, jobs=processes, cache=cache, timings=Timings(), checkov=how.get("checkov", "worker"))


def cache_folder() -> Path:
    """Folder in which results are kept."""
    given = os.environ.get(CACHE)
    return Path(given).absolute() if given else home() / "results"


def rules_cache(*, no_cache: bool = False) -> Cache:
    """Where rules are kept that were found valid: they belong to the installation, not to what was scanned."""
    return NoCache() if no_cache else DiskCache(home() / "rules", MAX_RULES)


def end(*caches: Cache) -> None:
    """Tidy up after a scan, and say what could not be kept: it costs time, and changes no result."""
    kept = [cache for cache in caches if isinstance(cache, DiskCache)]
    for cache in kept:
        cache.trim()
    for fault in dict.fromkeys(cache.fault for cache in kept if cache.fault):
        sys.stderr.write(f"archscan: nothing could be kept for the next scan: {fault}\n")


def tell_timings(timings: Timings) -> None:
    """Say on standard error where the time went."""
    sys.stderr.write("\n".join(["", *_lines(timings), ""]))


def _lines(timings: Timings) -> list[str]:
    rules = sorted(timings.of(Span.RULE).items(), key=lambda item: -item[1])
    titles = {
        "Stages": list(timings.of(Span.STAGE).items()),
        "Engines, beside the stages": list(timings.of(Span.ENGINE).items()),
        f"Slowest of {len(rules)} rules": rules[:_SLOWEST],
    }
    return [
        line
        for title, entries in titles.items()
        if entries
        for line in (f"{title} (seconds)", *(f"  {seconds:8.2f}  {name}" for name, seconds in entries))
    ]


def _processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _how(engines: Sequence[str]) -> dict[str, str]:
    found = {}
    for text in engines:
        name, _, how = text.partition("=")
        if how not in _ENGINES.get(name, ()):
            known = ", ".join(f"{engine}={way}" for engine, ways in _ENGINES.items() for way in ways)
            raise UsageError(f"--engine {text}: there is no such way", hint=f"ways are {known}")
        found[name] = how
    return found
