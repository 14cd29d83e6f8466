from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from scanner.errors import EngineError
from scanner.forking import CAN_FORK, Fork

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="only Linux forks safely")


def test_the_copy_has_what_this_process_has() -> None:
    here = {"value": object()}
    fork = Fork(lambda: (os.getpid(), sorted(here)))
    process, names = fork.result()
    assert process != os.getpid()
    assert names == ["value"]


def test_a_large_result_comes_whole() -> None:
    assert Fork(lambda: list(range(500_000))).result() == list(range(500_000))


def test_what_the_copy_changes_is_its_own() -> None:
    here: list[int] = []
    Fork(lambda: here.append(1)).result()
    assert here == []


def broken() -> None:
    raise EngineError("semgrep broke", hint="look again")


def test_an_exception_is_raised_where_it_is_asked_for() -> None:
    fork = Fork(broken)
    with pytest.raises(EngineError, match="semgrep broke") as caught:
        fork.result()
    assert caught.value.hint == "look again"


def test_what_cannot_be_sent_back_is_told_all_the_same() -> None:
    class UnpicklableError(Exception):
        """Local to a function."""

    def fail() -> None:
        raise UnpicklableError("deep inside")

    fork = Fork(fail)
    with pytest.raises(RuntimeError, match="deep inside"):
        fork.result()
    with pytest.raises((AttributeError, TypeError, RuntimeError), match="pickle"):
        Fork(lambda: lambda: None).result()


def test_the_work_of_a_copy_that_is_killed_is_done_here() -> None:
    home = os.getpid()

    def work() -> str:
        if os.getpid() != home:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert Fork(work).result() == "done"


def test_a_copy_that_has_nothing_to_tidy_ends_at_once_whatever_it_swallows() -> None:
    home = os.getpid()

    def work() -> str:
        if os.getpid() == home:
            return "done"
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(60)
        except SystemExit:
            return "made up"
        return "slept"

    assert Fork(work, tidies=False).result() == "done"


def test_where_there_is_no_room_for_a_copy_nothing_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError("no more processes")

    before = sorted(Path("/proc/self/fd").iterdir())
    with monkeypatch.context() as patch:
        patch.setattr(os, "fork", refused)
        with pytest.raises(BlockingIOError):
            Fork(int)
    assert sorted(Path("/proc/self/fd").iterdir()) == before
    assert Fork(lambda: "done").result() == "done"


def test_a_copy_that_is_cancelled_tidies_up(tmp_path: Path) -> None:
    def work() -> None:
        try:
            (tmp_path / "begun").touch()
            time.sleep(60)
        finally:
            (tmp_path / "tidied").touch()

    fork = Fork(work)
    while not (tmp_path / "begun").exists():
        time.sleep(0.01)
    fork.cancel()
    assert (tmp_path / "tidied").exists()
    fork.cancel()


def test_what_is_waited_for_can_be_cancelled_and_is_not_done_again() -> None:
    home = os.getpid()
    done_here: list[int] = []

    def work() -> None:
        if os.getpid() == home:
            done_here.append(1)
        time.sleep(60)

    fork = Fork(work)
    caught: list[BaseException] = []

    def wait() -> None:
        try:
            fork.result()
        except RuntimeError as error:
            caught.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    time.sleep(0.2)
    fork.cancel()
    waiting.join(timeout=10)
    assert not waiting.is_alive()
    assert "cancelled" in str(caught[0])
    assert done_here == []


def test_a_copy_ends_with_whoever_made_it(tmp_path: Path) -> None:
    def work() -> None:
        (tmp_path / "copy").write_text(str(os.getpid()))
        time.sleep(60)

    def parent() -> None:
        Fork(work)
        while not (tmp_path / "copy").exists() or not (tmp_path / "copy").read_text():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)

    Fork(parent)
    for _ in range(500):
        if (tmp_path / "copy").exists() and (text := (tmp_path / "copy").read_text()) and not is_alive(int(text)):
            return
        time.sleep(0.02)
    pytest.fail("the copy lives on")


def is_alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
