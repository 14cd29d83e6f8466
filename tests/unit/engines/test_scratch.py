from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scanner.engines.scratch import make_scratch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be asked for there")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def ended() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_folder_is_for_this_user_alone(temporary: Path) -> None:
    made = make_scratch()
    assert made.parent == temporary.resolve()
    assert made.stat().st_mode & 0o077 == 0


def test_what_a_killed_scan_left_is_removed_and_nothing_else(temporary: Path) -> None:
    gone, outside = ended(), temporary / "outside"
    keep = [
        temporary / f"archscan-{os.getpid()}-mine",
        temporary / f"archscan-{os.getppid()}-parents",
        temporary / "archscan-fixtures-abc",
        temporary / "archscan-99999999999999999999-odd",
        temporary / f"other-{gone}-abc",
        outside,
    ]
    for folder in (*keep, temporary / f"archscan-{gone}-abc"):
        folder.mkdir()
        (folder / "copy.py").write_text("secret = 1")
    (temporary / f"archscan-{gone}-link").symlink_to(outside)
    make_scratch()
    assert not (temporary / f"archscan-{gone}-abc").exists()
    assert all((folder / "copy.py").exists() for folder in keep)
