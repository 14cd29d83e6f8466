"""The hook, tried with pre-commit itself: what a commit adds stops it, what was there does not.

Costs, on two processors: under half a minute to make the hook's environment from the lock, once and shared with the
tests of the action, and some ten seconds a run. Needs the network where pip does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scanner.engines.isolation import ENGINES, EngineEnvironment

from .conftest import ROOT, write
from .test_action import ADDED, BEFORE, commit, git


@pytest.fixture
def supplier(tmp_path: Path) -> Path:
    folder = write(tmp_path / "supplier", BEFORE)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "Begin")
    return folder


@pytest.fixture
def archscan_home(tmp_path: Path, environments: Path) -> Path:
    """As it is on a machine on which the hook and the engines were used before."""
    home = tmp_path / "home"
    (home / "engines").mkdir(parents=True)
    for name in ("environments", "rules"):
        (environments / name).mkdir(exist_ok=True)
        (home / name).symlink_to(environments / name)
    for name in ENGINES:
        there = EngineEnvironment(name).path
        if there.is_dir():
            (home / "engines" / there.name).symlink_to(there)
    return home


def try_hook(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    programs = Path(sys.executable).parent
    variables = {
        **os.environ,
        "ARCHSCAN_HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PATH": f"{Path(sys.base_prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    return subprocess.run(
        [programs / "pre-commit", "try-repo", ROOT, "archscan", "--all-files", "--color", "never"],
        cwd=folder, env=variables, capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip


def test_a_commit_is_stopped_by_what_it_adds_alone(supplier: Path, archscan_home: Path) -> None:
    write(supplier, {"letters/sending.py": "letters = []\n"})
    git(supplier, "add", "--all")
    harmless = try_hook(supplier, archscan_home)
    assert harmless.returncode == 0, harmless.stdout + harmless.stderr
    assert "Passed" in harmless.stdout
    write(supplier, {"letters/storing.py": ADDED})
    git(supplier, "add", "--all")
    stopped = try_hook(supplier, archscan_home)
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "Failed" in stopped.stdout
    assert "letters/storing.py" in stopped.stdout
    reasons = [line for line in stopped.stdout.splitlines() if "without a waiver" in line]
    assert [line.split(":")[-1].strip() for line in reasons] == ["token-signature-not-verified"], stopped.stdout
