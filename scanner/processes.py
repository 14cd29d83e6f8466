"""Runs a foreign program: little memory, little time, an environment of nothing, and no process left behind."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scanner.errors import EngineError

GIBIBYTE = 1024**3

# Limits are set by a small start program instead of preexec_fn, which may deadlock when threads are about. On Linux it
# also asks to be ended with the process that started it, however that ends.
_LIMITED = (
    "import os, resource, sys\n"
    "parent = int(sys.argv[3])\n"
    "if parent and sys.platform == 'linux':\n"
    "    import ctypes\n"
    "    ctypes.CDLL(None).prctl(1, 9)\n"  # PR_SET_PDEATHSIG, SIGKILL
    "    if os.getppid() != parent:\n"
    "        sys.exit('whoever started this is gone')\n"
    "if sys.argv[4] == 'alone':\n"
    "    import ctypes\n"
    "    if ctypes.CDLL(None).unshare(0x50000000):\n"  # CLONE_NEWUSER | CLONE_NEWNET: its network has no way out
    "        sys.exit(88)\n"
    "for name, limit in (('RLIMIT_AS', sys.argv[1]), ('RLIMIT_FSIZE', sys.argv[2]), ('RLIMIT_CORE', '0')):\n"
    "    hard = resource.getrlimit(getattr(resource, name))[1]\n"
    "    limit = int(limit) if hard == resource.RLIM_INFINITY else min(int(limit), hard)\n"
    "    try:\n"
    "        resource.setrlimit(getattr(resource, name), (limit, limit))\n"
    "    except (OSError, ValueError) as error:\n"
    "        if sys.platform != 'darwin':\n"  # the kernel of macOS refuses limits of address space
    "            sys.exit(f'cannot limit {name}: {error}')\n"
    "os.execv(sys.argv[5], sys.argv[5:])\n"
)
NOT_ALONE = 88
"""Exit code of a program that was to have no network on a system that does not allow to take it away."""
CAN_BE_ALONE = sys.platform == "linux"
"""Whether a program can be kept from the network at all."""


@dataclass(frozen=True)
class Limits:
    """What a program may use."""

    seconds: float = 600
    memory: int = 4 * GIBIBYTE
    """Bytes of address space of each process."""
    output: int = GIBIBYTE
    """Bytes of each file that it writes, its output among them."""
    network: bool = True
    """Whether it may reach a network; without, it does not start where that cannot be held (:data:`NOT_ALONE`)."""


@dataclass(frozen=True)
class Completed:
    """How a program ended."""

    code: int
    """Exit code; negative when a signal ended it."""
    stdout: bytes
    stderr: str
    """The last lines of what it complained of."""


def minimal_environment(scratch: Path) -> dict[str, str]:
    """Variables without which no program starts, and none that changes what it does.

    Args:
        scratch: Becomes home and temporary folder.
    """
    absolute = [part for part in os.environ.get("PATH", os.defpath).split(os.pathsep) if Path(part).is_absolute()]
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC") if name in os.environ}
    home = str(scratch)
    return {
        **kept,
        "PATH": os.pathsep.join(absolute),
        "HOME": home,
        "USERPROFILE": home,
        "TMPDIR": home,
        "TEMP": home,
        "TMP": home,
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONNOUSERSITE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


class Running:
    """A program that was started, and has not been waited for. Made by :func:`start_limited`."""

    def __init__(self, process: subprocess.Popen[bytes], name: str, scratch: Path, limits: Limits) -> None:
        self._process = process
        self._name = name
        self._scratch = scratch
        self._limits = limits

    def finish(self, given: bytes = b"") -> Completed:
        """Give the program its input and wait for its end. Called once.

        Args:
            given: All that it reads from its standard input.

        Returns:
            Its exit code and output. All of its children have ended too.

        Raises:
            EngineError: It took too long.
        """
        process = self._process
        writer = threading.Thread(target=self._give, args=(given,), daemon=True)
        writer.start()
        try:
            _wait(process, self._limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise EngineError(f"{self._name} was stopped after {self._limits.seconds:g} seconds") from error
        finally:
            _end_group(process)
            writer.join()
        out, err = self._scratch / "stdout", self._scratch / "stderr"
        return Completed(code=process.returncode, stdout=out.read_bytes(), stderr=_tail(err))

    def _give(self, given: bytes) -> None:
        """Write the program's input, and close it."""
        stream = self._process.stdin
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):  # a program that ends early reads no more
                stream.write(given)
            with contextlib.suppress(OSError):
                stream.close()

    def cancel(self) -> None:
        """End the program and every process that it started; without effect when it has ended."""
        _end_group(self._process)
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()


def start_limited(  # the five facts without which no program starts
    command: Sequence[str],
    cwd: Path,
    environment: Mapping[str, str],
    scratch: Path,
    limits: Limits,
    *,
    reads: bool = False,
) -> Running:
    """Start a program.

    Args:
        command: Absolute path of the program, and its arguments.
        cwd: Folder in which it runs.
        environment: All of its variables.
        scratch: An existing folder for its output.
        limits: What it may use.
        reads: Whether it is given input when it is waited for, by whichever thread; without, the thread that starts it
            waits for it too.

    Raises:
        EngineError: It could not be started.
    """
    name = Path(command[0]).name
    with (scratch / "stdout").open("w+b") as stdout, (scratch / "stderr").open("w+b") as stderr:
        try:
            process = subprocess.Popen(
                _with_limits(command, limits, _ends_with(reads=reads)),
                cwd=cwd,
                env=dict(environment),
                stdin=subprocess.PIPE if reads else subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                start_new_session=sys.platform != "win32",
            )
        except OSError as error:
            raise EngineError(f"{name} could not be started: {error.strerror}") from error
    return Running(process, name, scratch, limits)


def run_limited(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str], scratch: Path, limits: Limits
) -> Completed:
    """Run a program to its end or its limits: :func:`start_limited`, then :meth:`Running.finish`.

    Raises:
        EngineError: It could not be started or took too long.
    """
    return start_limited(command, cwd, environment, scratch, limits).finish()


def _ends_with(*, reads: bool) -> int:
    """The process with which a program is to end, however that ends; 0 where there is none.

    Linux ends it with the thread that started it, so that has to live as long.
    """
    stays = not reads or threading.current_thread() is threading.main_thread()
    return os.getpid() if stays else 0


def _with_limits(command: Sequence[str], limits: Limits, parent: int) -> list[str]:
    if not (limits.network or CAN_BE_ALONE):
        return [sys.executable, "-I", "-S", "-c", f"import sys; sys.exit({NOT_ALONE})"]
    if sys.platform == "win32":
        return list(command)
    start = [sys.executable, "-I", "-S", "-c", _LIMITED, str(limits.memory), str(limits.output), str(parent)]
    start.append("alone" if not limits.network else "")
    return [*start, *command]


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for the end of a process, where the system can tell of it at once instead of being asked again and again.

    Raises:
        subprocess.TimeoutExpired: It did not end.
    """
    if hasattr(os, "pidfd_open") and process.returncode is None:
        with contextlib.suppress(OSError):
            descriptor = os.pidfd_open(process.pid)
            try:
                if not select.select([descriptor], [], [], seconds)[0]:
                    raise subprocess.TimeoutExpired(process.args, seconds)
            finally:
                os.close(descriptor)
            process.wait()
            return
    process.wait(timeout=seconds)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the program and every process that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # PermissionError: macOS, all are zombies
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _tail(path: Path, size: int = 4000) -> str:
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - size))
        return stream.read().decode("utf-8", "replace").strip()
