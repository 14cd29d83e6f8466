from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks.measuring import measure
from benchmarks.memory import PROC, descendants, held

pytestmark = pytest.mark.skipif(not (PROC / "self/smaps_rollup").exists(), reason="only Linux tells")

HOLD = "import time; x = bytearray(b'x') * 50_000_000; time.sleep(1)"
TWO = f"""
import subprocess, sys
start = [sys.executable, "-c", {HOLD!r}]
both = [subprocess.Popen(start, start_new_session=True) for _ in "ab"]
sys.exit(sum(one.wait() for one in both))
"""
FORK = """
import os, time
x = bytearray(b"x") * 90_000_000
if os.fork():
    os.wait()
else:
    time.sleep(1)
"""


def test_memory_of_all_that_a_program_started(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", TWO], os.environ, tmp_path, 60)
    assert run.code == 0
    assert 100 < run.together < 200
    assert run.memory < 100


def test_what_is_shared_counts_once(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", FORK], os.environ, tmp_path, 60)
    assert 85 < run.together < 150


def test_descendants_and_what_is_gone() -> None:
    assert os.getpid() in descendants({os.getppid()})
    assert os.getppid() not in descendants({os.getpid()})
    gone = 2**22 + 1
    assert descendants({gone}) == set()
    assert held(gone) == 0
    assert held(os.getpid()) > 1
