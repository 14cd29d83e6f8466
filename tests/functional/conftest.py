"""Runs archscan as a user does: as a command, on folders."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
DAY = "2026-11-21"


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


Archscan = Callable[..., Run]


@pytest.fixture(scope="session")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the action and the hook make their environment, once for all tests, from the lock."""
    return tmp_path_factory.mktemp("environments")


@pytest.fixture
def archscan() -> Archscan:
    def run(*arguments: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> Run:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "scanner", *map(str, arguments)],
            capture_output=True, cwd=cwd, env={**os.environ, "CI": "", **(environment or {})}, timeout=600, check=False,
        )  # fmt: skip
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a small repository."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
