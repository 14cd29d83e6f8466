"""What is done for the next scan is done before this one ends, beside it where it can be."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from scanner.cache import DiskCache, MemoryCache, NoCache
from scanner.forking import CAN_FORK
from scanner.pipeline.afterwork import Afterwork


@pytest.fixture
def cache(tmp_path: Path) -> DiskCache:
    return DiskCache(tmp_path / "cache")


def test_it_is_done_before_the_scan_ends(cache: DiskCache, tmp_path: Path) -> None:
    work = Afterwork(cache, jobs=2)
    for name in ("a", "b"):
        work.add(lambda name=name: (tmp_path / name).write_text(str(os.getpid())))  # type: ignore[misc]
    with work:
        pass
    doers = {int((tmp_path / name).read_text()) for name in ("a", "b")}
    assert len(doers) == 1
    assert (doers == {os.getpid()}) is not CAN_FORK


@pytest.mark.parametrize(("kind", "jobs"), [("disk", 1), ("memory", 2), ("none", 2)])
def test_it_is_done_here_where_a_copy_would_be_no_use(cache: DiskCache, kind: str, jobs: int) -> None:
    done: list[int] = []
    given = {"disk": cache, "memory": MemoryCache(), "none": NoCache()}[kind]
    work = Afterwork(given, jobs)
    work.add(lambda: done.append(os.getpid()))
    with work:
        assert not done
    assert done == [os.getpid()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_kept_of_a_scan_that_broke(cache: DiskCache, tmp_path: Path, jobs: int) -> None:
    def keep() -> None:
        time.sleep(0.5)
        (tmp_path / "kept").touch()

    work = Afterwork(cache, jobs)
    work.add(keep)
    with pytest.raises(RuntimeError, match="broke"), work:
        raise RuntimeError("it broke")
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_ours_is_not_swallowed(cache: DiskCache, jobs: int) -> None:
    def fail() -> None:
        raise LookupError("a fault of ours")

    work = Afterwork(cache, jobs)
    work.add(fail)
    with pytest.raises(LookupError, match="a fault of ours"), work:
        pass


def test_what_could_not_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    cache = DiskCache(tmp_path / "cache")
    work = Afterwork(cache, jobs=2)
    work.add(lambda: cache.put("native/" + "0" * 64, b"x"))
    with work:
        assert cache.fault is None
    assert cache.fault is not None
    assert "could not be written" in cache.fault


def test_without_room_for_another_process_it_is_done_here(
    cache: DiskCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room() -> int:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", no_room)
    work = Afterwork(cache, jobs=2)
    work.add((tmp_path / "kept").touch)
    with work:
        assert not (tmp_path / "kept").exists()
    assert (tmp_path / "kept").exists()


@pytest.mark.skipif(not CAN_FORK, reason="there is no copy to be killed")
def test_where_the_copy_is_killed_nothing_is_kept_and_nothing_breaks(cache: DiskCache, tmp_path: Path) -> None:
    here = os.getpid()

    def die() -> None:
        (tmp_path / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)

    work = Afterwork(cache, jobs=2)
    work.add(die)
    with work:
        pass
    assert [path.name for path in tmp_path.iterdir() if path.name.isdigit()] != [str(here)]
    assert not (tmp_path / str(here)).exists()
