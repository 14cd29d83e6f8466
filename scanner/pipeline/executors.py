"""Where the units of a parser are worked on: here, and over processes what takes long."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from scanner.collector import collect_seldom
from scanner.interfaces import R, T

PATIENCE = 1.0
"""Seconds of work in this process before it is asked how long the rest will take."""
WORTH = 4.0
"""Seconds that the rest must take here for other processes to be started: to begin takes each a second of its own."""

_CHUNKS = 16
"""Pieces of work that each process gets, so that they end at about the same time."""


class Here:
    """In this process, one unit after the other."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        return map(function, items)


class Processes:
    """Here first; what would still take long is spread over several processes.

    Function, items and results must be such as can be sent to another process.

    Args:
        jobs: Processes that work at once.
        patience: Seconds of work here before others may be asked.
        worth: Seconds that the rest must take, as far as can be told from what is done.
    """

    def __init__(self, jobs: int, patience: float = PATIENCE, worth: float = WORTH) -> None:
        self._jobs = jobs
        self._patience = patience
        self._worth = worth

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        left = list(items)
        begin = time.monotonic()
        for done, item in enumerate(left):
            if self._is_long(time.monotonic() - begin, done, len(left) - done):
                yield from self._spread(function, left[done:])
                return
            yield function(item)

    def _is_long(self, seconds: float, done: int, left: int) -> bool:
        if self._jobs < 2 or left < 2 or seconds <= self._patience:
            return False
        return seconds * left > self._worth * done

    def _spread(self, function: Callable[[T], R], items: list[T]) -> Iterator[R]:
        jobs = min(self._jobs, len(items))
        chunk = max(1, len(items) // (jobs * _CHUNKS))
        done = 0
        # Spawned, not forked: threads run beside, and a fork copies their locks as they are.
        spawning = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(jobs, spawning, initializer=_begin_worker, initargs=(function,))
        try:
            for result in pool.map(_work, items, chunksize=chunk):
                yield result
                done += 1
        except BrokenProcessPool:  # a process was killed from outside; its work is not lost
            yield from map(function, items[done:])
        finally:
            pool.shutdown(cancel_futures=True)


_function: Callable[[Any], Any]
"""In a process of the pool: sent once, because what it holds may be a process of its own."""


def _begin_worker(function: Callable[[Any], Any]) -> None:
    global _function  # noqa: PLW0603  # a pool can give its processes something in no other way
    _function = function
    collect_seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _work(item: Any) -> Any:  # of whatever types the pool's function has
    return _function(item)


def _end_with_parent() -> None:
    """End this process when the scan is killed, which has no time to tell."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
