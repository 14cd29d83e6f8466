"""Watches how much memory a program and all that it started hold together."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from time import perf_counter
from types import TracebackType

PROC = Path("/proc")
_SECONDS = 0.05
"""Between two looks, at least; a peak that is over sooner may be missed."""
_SHARE = 0.04
"""Of one processor, at most, goes into looking."""
_PSS = re.compile(rb"(?m)^Pss:\s+(\d+) kB")


class TreeMemory:
    """Looks again and again at a program and its descendants until the ``with`` block ends.

    What several processes share counts once (PSS), so that a program gains nothing and loses nothing by forking. A
    descendant counts as long as it lives, even when its parent has ended or it has left the process group. Only Linux
    tells; elsewhere :attr:`peak` stays 0.
    """

    def __init__(self, root: int) -> None:
        """Watch one program.

        Args:
            root: Its process id.
        """
        self.peak = 0.0
        """MB at the highest of all looks."""
        self._known = {root}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> TreeMemory:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = 0.0
        while not self._over.wait(pause):
            begin = perf_counter()
            self._look()
            pause = max(_SECONDS, (perf_counter() - begin) / _SHARE)

    def _look(self) -> None:
        self._known = descendants(self._known)
        self.peak = max(self.peak, sum(held(process) for process in self._known))


def descendants(known: Iterable[int]) -> set[int]:
    """Those of the known processes that live, and all that descend from a known one.

    Args:
        known: Process ids.
    """
    parents = _parents()
    found = set(known) & parents.keys()
    fresh = found
    while fresh:
        fresh = {process for process, parent in parents.items() if parent in fresh} - found
        found = found | fresh
    return found


def _parents() -> Mapping[int, int]:
    """The parent of each process of this machine."""
    parents = {}
    for folder in PROC.iterdir() if PROC.is_dir() else ():
        if folder.name.isdigit():
            # The name of a program stands in brackets and may hold spaces and brackets itself.
            fields = _read(folder / "stat").rpartition(b")")[2].split()
            if len(fields) > 1:
                parents[int(folder.name)] = int(fields[1])
    return parents


def held(process: int) -> float:
    """MB that a process holds, with its share of what it shares; 0 when it is gone.

    Args:
        process: Its id.
    """
    found = _PSS.search(_read(PROC / str(process) / "smaps_rollup"))
    return int(found[1]) / 1024 if found else 0.0


def _read(path: Path) -> bytes:
    """What the system says of a process; nothing when it has ended."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
