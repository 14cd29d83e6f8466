from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.generated_repository import SIZES, write_repository
from benchmarks.peers import Peer
from benchmarks.scan import Bench
from scanner.engines.isolation import EngineEnvironment


class Python(EngineEnvironment):
    """Takes the place of a peer's environment: what is measured is a program, whatever it does."""

    @property
    def python(self) -> Path:
        return Path(sys.executable)

    @property
    def executable(self) -> Path:
        return Path(sys.executable)


def test_one_round_of_everything(tmp_path: Path) -> None:
    repository, scratch = tmp_path / "small", tmp_path / "scratch"
    scratch.mkdir()
    write_repository(repository, SIZES["small"])
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    works = Peer("checkov", "1", Python("checkov"), ("-c", "print('[1, 2, 3]')"), lambda text: text.count(","))
    breaks = Peer("semgrep", "1", Python("semgrep"), ("-c", "raise SystemExit('no rules')"), len)
    comparison = Bench(scratch, [works, breaks], rounds=1, seconds=300).compare(repository)
    assert comparison.title == "small"
    assert comparison.inventory["files"] == 10
    assert comparison.changed == "`infrastructure/estate00/service0000.tf`"
    assert [series.found for series in comparison.peers] == [2, None]
    assert comparison.peers[1].broken is not None
    cold, warm, changed = comparison.own
    assert all(series.whole for series in comparison.own)
    assert cold.found == warm.found
    assert cold.found
    assert warm.runs[0].cpu < cold.runs[0].cpu
    assert warm.runs[0].cpu < changed.runs[0].cpu
    assert "ended with code 1" in comparison.table()
    assert "DIFFERENT" not in comparison.title
    assert before == {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    assert not list(scratch.iterdir()), "copies and caches are gone"
