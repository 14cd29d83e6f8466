from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from scanner.interruption import ASKED, note_interruptions


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
    ASKED.clear()


def test_an_interruption_is_raised_and_noted() -> None:
    note_interruptions()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert ASKED == [signal.SIGINT]


def test_whoever_started_us_may_want_us_not_to_be_interrupted() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    note_interruptions()
    signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert ASKED == []


def test_the_command_line_notes_interruptions() -> None:
    code = (
        "import contextlib, signal, sys\n"
        "from scanner.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.argv = ['archscan', '--version']\n"
        "with contextlib.suppress(SystemExit): main()\n"
        "print(signal.getsignal(signal.SIGINT).__module__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "scanner.interruption"
