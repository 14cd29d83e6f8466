"""The disturbances themselves: a scanner that keeps its results well passes them, and each carelessness is found."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from benchmarks.disturbing import DAMAGES, Scene, damaged, exchanged, killed, together, without_folder, without_room
from benchmarks.leftovers import end, processes_that_mention

PROGRAM = """
import hashlib, os, pathlib, subprocess, sys, time
mode, root, *options = sys.argv[1:]
cache = pathlib.Path(os.environ["ARCHSCAN_CACHE"])
if "child" in mode:
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
for path in sorted(pathlib.Path(root).iterdir()):
    value = hashlib.sha256(path.read_bytes()).hexdigest() * 2000
    entry = cache / path.name
    kept = None
    time.sleep(0.02)
    if "--no-cache" not in options:
        try:
            kept = entry.read_bytes().decode()
            if "trusting" not in mode:
                digest, _, kept = kept.partition(" ")
                if digest != hashlib.sha256(f"{path.name} {kept}".encode()).hexdigest():
                    kept = None
        except (OSError, ValueError):
            if "trusting" in mode and entry.exists():
                raise
    if kept is None and "--no-cache" not in options:
        digest = hashlib.sha256(f"{path.name} {value}".encode()).hexdigest()
        written = value if "trusting" in mode else f"{digest} {value}"
        try:
            if "trusting" in mode:
                with entry.open("w") as stream:
                    for place in range(0, len(written), 4000):
                        stream.write(written[place:place + 4000])
                        stream.flush()
                        time.sleep(0.005)
            else:
                draft = cache / f".{os.getpid()}"
                draft.write_text(written)
                draft.replace(entry)
        except OSError:
            if "trusting" in mode:
                raise
    print(path.name, value if kept is None else kept)
"""


def scene(folder: Path, mode: str) -> Scene:
    (folder / "repository").mkdir()
    (folder / "scratch").mkdir()
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    for number in range(5):
        (folder / "repository" / f"file{number}").write_text(str(number), encoding="utf-8")

    def program(*arguments: Path | str) -> Sequence[str]:
        options = [str(one) for one in arguments if str(one).startswith("--")]
        paths = [str(one) for one in arguments if not str(one).startswith("--")]
        return [sys.executable, "-S", str(folder / "program.py"), mode, *paths, *options]

    return Scene(folder / "repository", folder / "scratch", program=program)


def test_a_careful_scanner_passes(tmp_path: Path) -> None:
    careful = scene(tmp_path, "careful")
    assert killed(careful, 2, 1) == []
    assert together(careful) == []
    assert [fault for damage in DAMAGES for fault in damaged(careful, damage, 1)] == []
    assert exchanged(careful) == []
    assert without_folder(careful) == []
    assert without_room(careful, "size=64k") in ([], None)


def test_a_scanner_that_believes_its_cache_is_found_out(tmp_path: Path) -> None:
    trusting = scene(tmp_path, "trusting")
    assert killed(trusting, 2, 1)
    assert together(trusting, 3)
    for damage in DAMAGES:
        assert damaged(trusting, damage, 1), damage
    assert exchanged(trusting)
    assert "no result" in without_folder(trusting)[0]
    faults = without_room(trusting, "size=64k")
    if faults is None:
        pytest.skip("nothing may be mounted here")
    assert faults


def test_a_cache_that_keeps_nothing_is_found_out(tmp_path: Path) -> None:
    nothing = scene(tmp_path, "careful")
    for path in nothing.repository.iterdir():
        path.unlink()
    with pytest.raises(ChildProcessError, match="without a cache gave no result"):
        damaged(nothing, "emptied", 1)
    (nothing.repository / "file").write_text("", encoding="utf-8")
    with pytest.raises(ChildProcessError, match="nothing was kept"):
        damaged(replace(nothing, program=partial(nothing.program, "--no-cache")), "emptied", 1)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux tells")
def test_a_process_that_is_left_behind_is_found_and_ended(tmp_path: Path) -> None:
    faults = killed(scene(tmp_path, "child"), 1, 1)
    # Three whole scans, and the killed one, if it came so far.
    assert len(faults) in {3, 4}
    assert all("left by" in fault and "time.sleep(60)" in fault for fault in faults)
    assert not processes_that_mention(str(tmp_path / "scratch"))


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="only Linux tells")
def test_processes_by_their_variables() -> None:
    mark = f"mark-of-{os.getpid()}"
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    process = subprocess.Popen(sleeper, env={**os.environ, "MARK": mark})
    try:
        until = time.monotonic() + 5
        while process.pid not in processes_that_mention(mark) and time.monotonic() < until:
            time.sleep(0.01)
        assert list(processes_that_mention(mark)) == [process.pid]
    finally:
        end(process.pid)
        process.wait()
    end(process.pid)
    assert not processes_that_mention(mark)
