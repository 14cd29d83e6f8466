"""Limits of foreign programs."""

import os
import socket
import sys
import time
from pathlib import Path

import pytest

from scanner.errors import EngineError
from scanner.processes import (
    CAN_BE_ALONE,
    NOT_ALONE,
    Limits,
    Running,
    minimal_environment,
    run_limited,
    start_limited,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")


def run(code: str, scratch: Path, limits: Limits) -> tuple[int, str, str]:
    done = run_limited([sys.executable, "-c", code], scratch, minimal_environment(scratch), scratch, limits)
    return done.code, done.stdout.decode(), done.stderr


def test_output_and_code_come_back(tmp_path: Path) -> None:
    code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
    assert run(code, tmp_path, Limits()) == (3, "out\n", "err")


def test_too_much_memory_ends_the_program_only(tmp_path: Path) -> None:
    code, _, err = run("x = bytearray(2 * 1024**3)", tmp_path, Limits(memory=1024**3))
    assert code == 1
    assert "MemoryError" in err


def test_too_much_output_ends_the_program(tmp_path: Path) -> None:
    code, _, _ = run("import sys\nwhile True: sys.stdout.write('x' * 100000)", tmp_path, Limits(output=10**6))
    assert code != 0
    assert (tmp_path / "stdout").stat().st_size <= 10**6


def test_a_timeout_ends_children_too(tmp_path: Path) -> None:
    child = "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    code = f"{child}; open('pid', 'w').write(str(p.pid)); time.sleep(60)"
    with pytest.raises(EngineError, match="stopped after 1 seconds"):
        run(code, tmp_path, Limits(seconds=1))
    assert_ends(int((tmp_path / "pid").read_text()))


def test_children_left_behind_are_ended(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "open('pid', 'w').write(str(p.pid))"
    )
    assert run(code, tmp_path, Limits())[0] == 0
    assert_ends(int((tmp_path / "pid").read_text()))


@pytest.mark.skipif(not CAN_BE_ALONE, reason="only Linux takes a program's network away")
def test_without_a_network_nothing_is_reached_and_files_are(tmp_path: Path) -> None:
    (tmp_path / "given").write_text("read\n")
    with socket.create_server(("127.0.0.1", 0)) as server:
        call = f"socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 2)"
        code = (
            "import socket; print(open('given').read(), end='')\n"
            f"try:\n {call}; print('reached')\nexcept OSError: print('alone')"
        )
        assert run(code, tmp_path, Limits()) == (0, "read\nreached\n", "")
        assert run(code, tmp_path, Limits(network=False)) == (0, "read\nalone\n", "")


def test_what_cannot_be_kept_from_the_network_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanner.processes.CAN_BE_ALONE", False)
    assert run("print('started')", tmp_path, Limits(network=False))[:2] == (NOT_ALONE, "")


def test_a_program_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    done = run_limited([str(tmp_path / "none")], tmp_path, minimal_environment(tmp_path), tmp_path, Limits())
    assert done.code != 0


def start(code: str, scratch: Path, limits: Limits | None = None) -> Running:
    command = [sys.executable, "-c", code]
    return start_limited(command, scratch, minimal_environment(scratch), scratch, limits or Limits(), reads=True)


def test_a_program_that_was_started_is_given_its_input_when_it_is_waited_for(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    running = start("import sys; d = sys.stdin.buffer.read(); sys.stdout.buffer.write(d[::-1])", tmp_path)
    done = running.finish(data)
    assert (done.code, done.stdout) == (0, data[::-1])
    running.cancel()


def test_a_program_need_not_read_what_it_is_given(tmp_path: Path) -> None:
    assert start("print(1)", tmp_path).finish(bytes(3_000_000)).stdout == b"1\n"
    with pytest.raises(EngineError, match="stopped after 1 seconds"):
        start("import time; time.sleep(60)", tmp_path, Limits(seconds=1)).finish(bytes(3_000_000))


def test_a_program_that_nobody_waits_for_can_be_ended(tmp_path: Path) -> None:
    running = start("import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(60)", tmp_path)
    marker = tmp_path / "pid"
    while not marker.exists() or not marker.read_text():
        time.sleep(0.05)
    running.cancel()
    assert_ends(int(marker.read_text()))


def assert_ends(pid: int) -> None:
    """The process is gone, or a zombie that nobody has collected."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        stat = Path(f"/proc/{pid}/stat")
        if stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.1)
    pytest.fail(f"process {pid} lives on")
