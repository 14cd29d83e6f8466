"""Ctrl-C that is not lost in a library that makes a mere error of whatever its callbacks raise.

No callback can see to that alone: Python may raise the exception just before the first line of it.
"""

from __future__ import annotations

import signal
from typing import NoReturn

ASKED: list[int] = []
"""Numbers of the signals that asked this process to end; whoever calls such a library looks here afterwards."""


def note_interruptions() -> None:
    """From now on, Ctrl-C is noted before it is raised; without effect where somebody else decides about it.

    Called by the main thread.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(number: int, frame: object) -> NoReturn:
    del frame
    ASKED.append(number)
    raise KeyboardInterrupt
