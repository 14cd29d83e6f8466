"""What a scan does for the next one: beside the verdict, in a copy of this process, where there can be one."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Self

from scanner.cache import Cache, DiskCache, Tidings
from scanner.forking import CAN_FORK, Fork


class Afterwork:
    """Collects what may be done when the result is known, and sees that it is done before the scan ends.

    As a context it begins beside what is done within, and has ended with it. If the copy is killed, nothing is kept.

    Args:
        cache: To which all of it goes; a copy of this process is no use where it is not on disk.
        jobs: Processes that may work at once.
    """

    def __init__(self, cache: Cache, jobs: int) -> None:
        self._cache = cache
        self._forks = jobs > 1 and CAN_FORK
        self._works: list[Callable[[], None]] = []
        self._fork: Fork[Tidings | None] | None = None

    def add(self, work: Callable[[], None]) -> None:
        """Something that is to be done; it never raises for what the system holds."""
        self._works.append(work)

    def __enter__(self) -> Self:
        if self._forks and self._works and isinstance(self._cache, DiskCache):
            try:
                self._fork = Fork(partial(self._do_elsewhere, self._cache, os.getpid()))
            except OSError:  # no room for another process: it is done here, at the end
                self._fork = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._fork is None:
            self._do() if error is None else None
        elif error is not None:
            self._fork.cancel()
        elif (tidings := self._fork.result()) is not None and isinstance(self._cache, DiskCache):
            self._cache.hear(tidings)

    def _do(self) -> None:
        for work in self._works:
            work()

    def _do_elsewhere(self, cache: DiskCache, here: int) -> Tidings | None:
        if os.getpid() == here:  # the copy was killed, which doing it again here might be too
            return None
        self._do()
        return cache.tidings
