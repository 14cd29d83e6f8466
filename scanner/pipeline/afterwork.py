"""What a scan does for the next one: beside the verdict, in a copy of this process, where there can be one."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from scanner.cache import Cache, DiskCache
from scanner.forking import CAN_FORK, Fork


class Afterwork:
    """Collects what may be done when the result is known, and sees that it is done before the scan ends.

    As a context it begins beside what is done within, and has ended with it.

    Args:
        cache: To which all of it goes; a copy of this process is no use where it is not on disk.
        jobs: Processes that may work at once.
    """

    def __init__(self, cache: Cache, jobs: int) -> None:
        self._forks = jobs > 1 and CAN_FORK and isinstance(cache, DiskCache)
        self._works: list[Callable[[], None]] = []
        self._fork: Fork[None] | None = None

    def add(self, work: Callable[[], None]) -> None:
        """Something that is to be done; it never raises for what the system holds."""
        self._works.append(work)

    def __enter__(self) -> Self:
        if self._forks and self._works:
            self._fork = Fork(self._do)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._fork is None and error is None:
            self._do()
        elif self._fork is not None and error is None:
            self._fork.result()
        elif self._fork is not None:
            self._fork.cancel()

    def _do(self) -> None:
        for work in self._works:
            work()
