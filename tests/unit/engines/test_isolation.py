"""Environments of engines, made with the real uv from a small locked package."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scanner.engines.isolation import ENGINES, EngineEnvironment, State
from scanner.errors import EngineError
from scanner.processes import Limits

SMALL = Path(__file__).parent / "pyflakes.txt"
MAKE = (
    "import sys; from pathlib import Path; from scanner.engines.isolation import EngineEnvironment as E;"
    "E('pyflakes', Path(sys.argv[1]), Path(sys.argv[2])).ensure(print, offline=False)"
)


def small(base: Path, lock: Path = SMALL) -> EngineEnvironment:
    return EngineEnvironment("pyflakes", base, lock)


def start_making(base: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", MAKE, str(base), str(SMALL)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_locks_hold_a_version_and_hashes_and_no_host_or_path(engine: str) -> None:
    text = EngineEnvironment(engine).requirements.read_text()
    assert re.fullmatch(r"\d+\.\d+\.\d+", EngineEnvironment(engine).version)
    content = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links|@|/", content)
    blocks = re.split(r"(?m)^(?=[a-z])", content)[1:]
    assert len(blocks) > 40
    assert all("--hash=sha256:" in block and "==" in block for block in blocks)


def test_the_folder_is_named_after_engine_version_python_and_lock(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(SMALL.read_text() + "# changed\n")
    first, second = small(tmp_path), small(tmp_path, other)
    assert first.path != second.path
    python = f"cpython{sys.version_info.major}.{sys.version_info.minor}"
    assert first.path.name.startswith(f"pyflakes-{first.version}-{python}-")


def test_offline_forbids_making_and_says_how(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="offline") as caught:
        small(tmp_path / "base").ensure(print, offline=True)
    assert caught.value.hint == "archscan engines install"
    assert not (tmp_path / "base").exists()


@pytest.mark.engines
def test_made_once_then_used_offline_and_compiled(tmp_path: Path) -> None:
    told: list[str] = []
    environment = small(tmp_path)
    assert environment.state() is State.MISSING
    environment.ensure(told.append, offline=False)
    assert environment.state() is State.READY
    environment.ensure(told.append, offline=True)
    assert told == [f"installing pyflakes {environment.version} (once)"]
    assert list(environment.path.rglob("pyflakes/__pycache__/api.*.pyc"))
    assert not list(tmp_path.glob(".*"))


@pytest.mark.engines
def test_a_wrong_hash_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(re.sub(r"sha256:[0-9a-f]{4}", "sha256:dead", SMALL.read_text()))
    environment = small(tmp_path / "base", lock)
    with pytest.raises(EngineError, match=r"(?i)hash"):
        environment.ensure(print, offline=False)
    assert environment.state() is State.MISSING
    assert [path.suffix for path in (tmp_path / "base").iterdir()] == [".lock"]


@pytest.mark.engines
def test_two_processes_make_it_once(tmp_path: Path) -> None:
    makers = [start_making(tmp_path), start_making(tmp_path)]
    told = [maker.communicate(timeout=120)[0] for maker in makers]
    assert [maker.returncode for maker in makers] == [0, 0]
    assert sum("installing" in text for text in told) == 1
    assert small(tmp_path).state() is State.READY


@pytest.mark.engines
@pytest.mark.skipif(sys.platform == "win32", reason="kills a process group")
@pytest.mark.parametrize("seconds", [0.25, 0.45, 0.65, 0.9])
def test_killed_at_any_moment_it_is_whole_or_missing_and_can_be_made_again(tmp_path: Path, seconds: float) -> None:
    maker = start_making(tmp_path)
    time.sleep(seconds)
    os.killpg(maker.pid, signal.SIGKILL)
    maker.communicate()
    environment = small(tmp_path)
    assert environment.state() in {State.MISSING, State.READY}
    environment.ensure(lambda _: None, offline=False)
    assert environment.state() is State.READY
    assert not list(tmp_path.glob(".pyflakes*"))


@pytest.mark.engines
def test_a_folder_without_its_marker_is_never_used_and_made_anew(tmp_path: Path) -> None:
    environment = small(tmp_path)
    environment.ensure(lambda _: None, offline=False)
    (environment.path / "archscan-environment.json").unlink()
    assert environment.state() is State.BROKEN
    with pytest.raises(EngineError, match="broken"):
        environment.run(
            [str(environment.executable)], cwd=tmp_path, scratch=tmp_path, variables={}, limits=Limits(seconds=5)
        )
    environment.ensure(lambda _: None, offline=False)
    assert environment.state() is State.READY


@pytest.mark.engines
def test_remnants_of_a_killed_process_are_cleared(tmp_path: Path) -> None:
    environment = small(tmp_path)
    remnant = tmp_path / f".{environment.path.name}.dead"
    shutil.copytree(Path(__file__).parent, remnant)
    environment.ensure(lambda _: None, offline=False)
    assert not remnant.exists()


@pytest.mark.engines
def test_a_run_sees_none_of_the_users_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("TF_VAR_encrypted", "true")
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    environment = small(tmp_path / "base")
    environment.ensure(lambda _: None, offline=False)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    show = "import os; print(sorted(os.environ)); print(os.environ['HOME']); print(os.environ['PATH'])"
    done = environment.run(
        [str(environment.python), "-c", show], cwd=scratch, scratch=scratch, variables={"GIVEN": "1"}, limits=Limits()
    )
    names, home, path = done.stdout.decode().splitlines()
    assert "GIVEN" in names
    assert "AWS" not in names
    assert "TF_VAR" not in names
    assert home == str(scratch)
    assert all(Path(part).is_absolute() for part in path.split(os.pathsep))
