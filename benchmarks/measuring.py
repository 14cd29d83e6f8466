"""Runs a program and tells what it cost: time on the clock, time of the processors, memory at its peak."""

from __future__ import annotations

import os
import platform
import signal
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.memory import TreeMemory

LAST = 400
"""Characters of a complaint that are kept."""


@dataclass(frozen=True)
class Run:
    """How one run ended."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of the processors, of the program and of all that it started and waited for."""
    memory: float
    """MB that its largest process held at its peak."""
    code: int
    output: str
    complaint: str
    together: float = 0
    """MB that it and all that it started held together at their peak; 0 where nobody looked or the system is silent."""


@dataclass(frozen=True)
class Spread:
    """Middle and ends of a row of numbers."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Spread:
        """Of at least one number."""
        return cls(statistics.median(numbers), min(numbers), max(numbers))

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f} to {self.most:.2f})"


def measure(
    command: Sequence[str], environment: Mapping[str, str], cwd: Path, seconds: float, *, watched: bool = False
) -> Run:
    """Run a program to its end, or kill it when its time is over.

    Args:
        command: The program with its arguments.
        environment: All of its variables.
        cwd: Where it runs.
        seconds: How long it may take.
        watched: Whether the memory of all its processes is looked at, which costs time: the more, the more they are.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        begin = perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=dict(environment), stdout=output, stderr=complaints, start_new_session=True
        )
        timer = threading.Timer(seconds, os.killpg, (process.pid, signal.SIGKILL))
        timer.start()
        try:
            with TreeMemory(process.pid) if watched else nullcontext() as tree:
                _, status, usage = os.wait4(process.pid, 0)
        finally:
            timer.cancel()
        wall = perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        complaints.seek(0)
        return Run(
            wall=wall,
            cpu=usage.ru_utime + usage.ru_stime,
            memory=usage.ru_maxrss / (1024 if platform.system() == "Linux" else 1024 * 1024),
            code=process.returncode,
            output=output.read().decode("utf-8", "replace"),
            complaint=complaints.read().decode("utf-8", "replace")[-LAST:],
            together=tree.peak if tree else 0,
        )


def machine() -> str:
    """Processors, memory and system in one line."""
    name = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = information.read_text("utf-8").splitlines()
        name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), name)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return (
        f"{os.cpu_count()} x {name}, {memory:.0f} GB, {platform.system()} {platform.release()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )
