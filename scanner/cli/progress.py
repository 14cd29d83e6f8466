"""Says on a terminal what goes on, as soon as that takes longer than a second."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Self

from scanner.forking import QUIET

PATIENCE = 1.0
"""Seconds during which nothing is shown."""
_BEAT = 0.5


class Progress:
    """A line on standard error with what goes on and the seconds since the start; nothing where no terminal is."""

    def __init__(self, *, shown: bool | None = None) -> None:
        self._shown = sys.stderr.isatty() if shown is None else shown
        self._text = "starting"
        self._begin = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._show, daemon=True)

    def __enter__(self) -> Self:
        if self._shown:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._shown:
            self._thread.join()

    def __call__(self, text: str) -> None:
        """Tell what goes on now."""
        self._text = text

    def _show(self) -> None:
        if self._ended.wait(PATIENCE):
            return
        with QUIET:
            from rich.console import Console  # noqa: PLC0415  # only who waits pays for it
            from rich.markup import escape  # noqa: F401, PLC0415  # so that it is there when it is asked for

        with Console(stderr=True).status(self._line()) as status:
            while not self._ended.wait(_BEAT):
                status.update(self._line())

    def _line(self) -> str:
        from rich.markup import escape  # noqa: PLC0415

        return f"{escape(self._text)} ({time.monotonic() - self._begin:.0f} s)"
