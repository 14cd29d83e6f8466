from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measuring import measure
from benchmarks.memory import PROC, descendants, held

pytestmark = pytest.mark.skipif(not (PROC / "self/smaps_rollup").exists(), reason="only Linux tells")

ROOT = Path(__file__).parents[2]
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


MEASURE = """
import os, sys
from pathlib import Path
from benchmarks.measuring import measure
run = measure([sys.executable, "-c", sys.argv[1]], os.environ, Path(sys.argv[2]), 60, watched=True)
print(run.code, run.together, run.memory)
"""


def test_memory_of_all_that_a_program_started(tmp_path: Path) -> None:
    # From a small process, as benchmarks do: Linux counts what the one that starts a program holds as the program's.
    command = [sys.executable, "-c", MEASURE, TWO, str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    code, together, largest = map(float, told.split())
    assert code == 0
    assert 100 < together < 200
    assert 50 < largest < 100


def test_what_is_shared_counts_once(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", FORK], os.environ, tmp_path, 60, watched=True)
    assert 85 < run.together < 150


def test_descendants_and_what_is_gone() -> None:
    assert os.getpid() in descendants({os.getppid()})
    assert os.getppid() not in descendants({os.getpid()})
    gone = 2**22 + 1
    assert descendants({gone}) == set()
    assert held(gone) == 0
    assert held(os.getpid()) > 1
