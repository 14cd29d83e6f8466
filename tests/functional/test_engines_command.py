"""``archscan engines``: what is installed, and installing ahead."""

from __future__ import annotations

from pathlib import Path

from .conftest import Archscan


def test_list_says_what_is_there_and_what_is_not(archscan: Archscan, tmp_path: Path) -> None:
    bare = archscan("engines", "list", environment={"ARCHSCAN_HOME": str(tmp_path)})
    assert bare.code == 0
    lines = {line.split()[0]: line for line in bare.out.splitlines() if line.strip()}
    assert {"checkov", "semgrep"} <= set(lines)
    assert str(tmp_path) in bare.out
    assert not list(tmp_path.iterdir()), "looking makes nothing"


def test_an_unknown_engine_is_exit_2_with_a_hint(archscan: Archscan, tmp_path: Path) -> None:
    run = archscan("engines", "install", "semgrap", environment={"ARCHSCAN_HOME": str(tmp_path)})
    assert run.code == 2
    assert "semgrep" in run.err
