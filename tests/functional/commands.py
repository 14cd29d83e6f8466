"""The two ways in which tests run archscan: started from nothing, and, sooner, in a copy of a process that is ready."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

SECONDS = 600
"""For one command."""


@dataclass(frozen=True)
class Run:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        parsed = json.loads(self.out)
        assert isinstance(parsed, dict)
        return parsed


class Archscan(Protocol):
    """Runs archscan: a process with a folder, an environment and an output of its own."""

    def __call__(
        self, *arguments: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None
    ) -> Run: ...


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    return {**os.environ, "CI": "", **(more or {})}


def started(*arguments: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> Run:
    """Start archscan as a user does."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "scanner", *map(str, arguments)],
        capture_output=True, cwd=cwd, env=_environment(environment), timeout=SECONDS, check=False,
    )  # fmt: skip
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


class Prepared:
    """Runs archscan in copies of a process that has imported it.

    Args:
        process: Of tests/functional/prepared.py.
        folder: For what commands write.
    """

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self._files = {"out": folder / "out", "err": folder / "err"}

    def __call__(
        self, *arguments: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None
    ) -> Run:
        """As :func:`started`."""
        for file in self._files.values():
            file.write_bytes(b"")
        code = self._ask({
            **{name: str(file) for name, file in self._files.items()},
            "arguments": [*map(str, arguments)],
            "folder": str(cwd or Path.cwd()),
            "environment": _environment(environment),
        })  # fmt: skip
        out, err = (file.read_bytes().decode() for file in self._files.values())
        return Run(code, out, err)

    def _ask(self, told: Mapping[str, Any]) -> int:
        asked, answer = self._process.stdin, self._process.stdout
        assert asked
        assert answer
        asked.write(json.dumps(told) + "\n")
        asked.flush()
        ready, _, _ = select.select([answer], [], [], SECONDS)
        if not ready:
            self._process.kill()
            pytest.fail(f"archscan took longer than {SECONDS} seconds")
        return int(answer.readline())


@contextmanager
def prepared(folder: Path) -> Iterator[Prepared]:
    """A process that has archscan imported.

    Args:
        folder: For what commands write.
    """
    program = Path(__file__).with_name("prepared.py")
    with subprocess.Popen(
        [sys.executable, "-P", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder
    ) as process:
        yield Prepared(process, folder)
        process.communicate(timeout=SECONDS)
