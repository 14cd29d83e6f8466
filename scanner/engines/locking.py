"""One process at a time: a lock that the operating system takes back when its holder dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from scanner.errors import EngineError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def locked(path: Path, waiting: Callable[[], None], seconds: float = 900) -> Iterator[None]:
    """Hold the lock of a file while the block runs.

    Args:
        path: The lock file; it is made, and stays.
        waiting: Called once when another process holds the lock.
        seconds: How long to wait for it.

    Raises:
        EngineError: The other process did not end in time.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        deadline = time.monotonic() + seconds
        told = False
        while not _try_lock(descriptor):
            if not told:
                told = True
                waiting()
            if time.monotonic() > deadline:
                raise EngineError(f"another process has held {path} for {seconds:g} seconds")
            time.sleep(0.1)
        yield
    finally:
        os.close(descriptor)
