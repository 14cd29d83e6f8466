"""Finds processes that a killed program left behind."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from collections.abc import Mapping

from benchmarks.memory import PROC

_SECONDS = 10
"""How long a process that is ended may take to be gone."""


def processes_that_mention(mark: str) -> Mapping[int, str]:
    """Processes whose variables or arguments mention a text, with their command lines; only Linux tells.

    A program and all that it starts get a temporary folder of their own; so it stands in the variables of each, also
    of those that have left the group of the program or lost their parent.

    Args:
        mark: Such as the path of that folder.
    """
    found = {}
    for folder in PROC.iterdir() if PROC.is_dir() else ():
        if not folder.name.isdigit() or int(folder.name) == os.getpid():
            continue
        try:
            words = (folder / "cmdline").read_bytes()
            variables = (folder / "environ").read_bytes()
        except OSError:  # it has ended, or is another user's
            continue
        if mark.encode() in words + variables:
            found[int(folder.name)] = words.replace(b"\0", b" ").decode("utf-8", "replace")[:120]
    return found


def end(process: int) -> None:
    """End a process that was left behind, and wait until it is gone: whoever looks next must not find it still.

    Args:
        process: Its id.
    """
    with contextlib.suppress(ProcessLookupError):
        descriptor = os.pidfd_open(process)
        try:
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)
            select.select([descriptor], [], [], _SECONDS)
        finally:
            os.close(descriptor)
