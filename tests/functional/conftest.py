"""Runs archscan as a user does: as a command, on folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from .commands import Archscan, Run, prepared, started

__all__ = ["DAY", "ROOT", "Archscan", "Run", "write"]

ROOT = Path(__file__).parents[2]
DAY = "2026-11-21"


@pytest.fixture(scope="session", autouse=True)
def _one_processor() -> Iterator[None]:
    """These tests run beside the others: a scan that believes to have all processors makes processes in vain."""
    if sys.platform != "linux":
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    yield
    os.sched_setaffinity(0, allowed)


@pytest.fixture(scope="session")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the action and the hook make their environment from the lock, and keep its rules, once for all tests."""
    return tmp_path_factory.mktemp("installed")


@pytest.fixture(scope="session")
def archscan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archscan]:
    """Runs archscan in a process of its own, a copy of one that has imported it already."""
    with prepared(tmp_path_factory.mktemp("commands")) as command:
        yield command


@pytest.fixture
def started_archscan() -> Archscan:
    """Starts archscan from nothing, as a user does: for what a start itself can change."""
    return started


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a small repository."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
