from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks.measuring import Spread, machine, measure

WORK = "import sys; x = bytearray(60_000_000); sum(range(3_000_000)); print('done'); sys.stderr.write('!'); sys.exit(3)"


def test_what_a_program_costs(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", WORK], os.environ, tmp_path, 60)
    assert (run.code, run.output, run.complaint) == (3, "done\n", "!")
    assert run.cpu > 0
    assert run.wall > 0
    assert 60 < run.memory < 1000
    assert run.together == 0, "nobody looked"


def test_a_program_that_does_not_end_is_killed(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", "while True: pass"], os.environ, tmp_path, 0.5)
    assert run.code == -9


def test_spread_and_machine() -> None:
    assert str(Spread.of([3, 1, 2])) == "2.00 (1.00 to 3.00)"
    assert "Python" in machine()
