"""Keeps what a hostile source file can do to a grammar away from the scan: a process that can be killed.

Some 30 kB of nonsense take a grammar gigabytes of memory inside a single step, and tree-sitter ends the process when
memory runs out. So files are read in a process of their own, kept for all files and started again after each death.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import weakref
from typing import Any

from scanner.errors import ReadError

_SECONDS = 10.0
_BYTES_A_SECOND = 500_000


class IsolatedReader:
    """Reads source files in a process of its own, which is started on first use and ends with this object."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._finalizer: weakref.finalize[..., Any] | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Nothing: a copy in another process starts a process of its own."""
        return {}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Begins anew."""
        self.__init__()  # type: ignore[misc]

    def read(self, source: bytes, *, dialect: str, language: str, declarations: bool) -> dict[str, Any]:
        """The facts of one file.

        Args:
            source: The file as UTF-8.
            dialect: Which grammar reads it.
            language: Its language.
            declarations: Whether imports and classes are enough.

        Returns:
            ``facts``, the lists of the view ``source``, and ``faults``, what could not be understood in words.

        Raises:
            ReadError: The file takes more time or memory than any honest file, or no process could be started.
        """
        request = {"dialect": dialect, "language": language, "declarations": declarations, "size": len(source)}
        process = self._running()
        timer = threading.Timer(_SECONDS + len(source) / _BYTES_A_SECOND, process.kill)
        timer.daemon = True
        timer.start()
        try:
            line = _exchange(process, json.dumps(request).encode() + b"\n" + source)
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.close()
            raise ReadError("takes more time or memory to read than any honest file; not read")
        answer: dict[str, Any] = json.loads(line)
        if "refused" in answer:
            raise ReadError("nested too deeply, or too broken, to be read")
        return answer

    def close(self) -> None:
        """Ends the process."""
        if self._finalizer is not None:
            self._finalizer()
        self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        # After a fork the pipes belong to the parent: two processes must never talk into them.
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            if self._owner == os.getpid():
                self.close()
            self._owner = os.getpid()
            self._process = _start()
            self._finalizer = weakref.finalize(self, _end, self._process, self._owner)
        return self._process


def _start() -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "scanner.parsers.code.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
    except OSError as error:
        raise ReadError(f"the reader of source code could not be started: {error.strerror}") from error


def _exchange(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    """Asks and waits; an empty answer if the process died of the question."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(request)
        process.stdin.flush()
    except BrokenPipeError:
        return b""
    return process.stdout.readline()


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    if owner != os.getpid():
        return
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # what was still to be written was for the process that is gone
