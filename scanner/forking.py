"""A call that goes on in a copy of this process, which has all that was read and loaded so far without being sent it.

On Linux only: elsewhere a fork is not safe beside the system's own libraries. What the copy does must need nothing that
another thread of this process may hold at that moment: threads of a scan wait for programs, and what else they do they
do under :data:`QUIET`.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable
from types import TracebackType
from typing import Any, Generic, NoReturn, Self, TypeVar

T = TypeVar("T")

QUIET = threading.Lock()
"""Held by a thread that imports or the like, so that no copy is made meanwhile, and by who makes one."""
CAN_FORK = sys.platform == "linux"
"""Whether :class:`Fork` can be used."""

_PR_SET_PDEATHSIG = 1
_ENDED = 0


class Fork(Generic[T]):
    """A function that is called in a copy of this process, at once.

    Args:
        function: Its result, or exception, can be pickled. It prints nothing.
        tidies: Whether it leaves something behind where it is not given the time to tidy up; otherwise the copy
            ends at once, whatever it is about.

    As a context, it is cancelled at the end, unless its result was asked for.

    Raises:
        OSError: There is no room for another process.
    """

    def __init__(self, function: Callable[[], T], *, tidies: bool = True) -> None:
        self._function = function
        self._asked = self._cancelled = False
        reading, writing = os.pipe()
        parent = os.getpid()
        gc.freeze()  # what is there already is not looked through by the copy, and so stays shared with it
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads; see the module's text
            try:
                with QUIET:
                    self._process = os.fork()
            except OSError:
                os.close(reading)
                os.close(writing)
                raise
        if self._process == _ENDED:
            os.close(reading)
            _live(function, writing, parent, tidies=tidies)
        os.close(writing)
        self._reading = reading

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cancel()

    def result(self) -> T:
        """Wait for the result. Called once.

        If the copy was killed from outside, the function is called here: its work is not lost.

        Raises:
            RuntimeError: It was cancelled meanwhile, by another thread.
        """
        self._asked = True
        with os.fdopen(self._reading, "rb") as stream:
            data = stream.read()
        os.waitpid(self._process, 0)
        self._process = _ENDED
        try:
            kept, value = pickle.loads(data)  # noqa: S301  # from a copy of this very process
        except (EOFError, pickle.UnpicklingError) as error:
            if self._cancelled:
                raise RuntimeError("cancelled before there was a result") from error
            return self._function()
        if not kept:
            raise value
        result: T = value
        return result

    def cancel(self) -> None:
        """End the copy, which tidies up first if it has to; without effect after :meth:`result`."""
        process, self._cancelled = self._process, True
        if process == _ENDED:
            return
        with contextlib.suppress(ProcessLookupError):  # whoever waits for the result may have seen its end just now
            os.kill(process, signal.SIGTERM)
        if not self._asked:
            os.close(self._reading)
            os.waitpid(process, 0)
            self._process = _ENDED


def _live(function: Callable[[], Any], writing: int, parent: int, *, tidies: bool) -> NoReturn:
    """What the copy does with its life."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
        signal.signal(signal.SIGTERM, _stop if tidies else signal.SIG_DFL)
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() == parent:
            data = _answer(function)
            with os.fdopen(writing, "wb") as stream:
                stream.write(data)
    finally:
        os._exit(0)  # nothing of the parent's is ended, flushed or told twice


def _stop(number: int, frame: object) -> NoReturn:
    del number, frame
    sys.exit()


def _answer(function: Callable[[], Any]) -> bytes:
    try:
        return pickle.dumps((True, function()))
    except Exception as error:  # noqa: BLE001  # raised again where it is asked for
        try:
            return pickle.dumps((False, error))
        except (pickle.PicklingError, TypeError, AttributeError):
            return pickle.dumps((False, RuntimeError(traceback.format_exc())))
