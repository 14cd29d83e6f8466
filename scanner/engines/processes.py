"""Runs a foreign program: little memory, little time, an environment of nothing, and no process left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scanner.errors import EngineError

GIBIBYTE = 1024**3

# Limits are set by a small start program instead of preexec_fn, which may deadlock when threads are about.
_LIMITED = (
    "import os, resource, sys\n"
    "for name, limit in (('RLIMIT_AS', sys.argv[1]), ('RLIMIT_FSIZE', sys.argv[2]), ('RLIMIT_CORE', '0')):\n"
    "    hard = resource.getrlimit(getattr(resource, name))[1]\n"
    "    limit = int(limit) if hard == resource.RLIM_INFINITY else min(int(limit), hard)\n"
    "    try:\n"
    "        resource.setrlimit(getattr(resource, name), (limit, limit))\n"
    "    except (OSError, ValueError) as error:\n"
    "        if sys.platform != 'darwin':\n"  # the kernel of macOS refuses limits of address space
    "            sys.exit(f'cannot limit {name}: {error}')\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)


@dataclass(frozen=True)
class Limits:
    """What a program may use."""

    seconds: float = 600
    memory: int = 4 * GIBIBYTE
    """Bytes of address space of each process."""
    output: int = GIBIBYTE
    """Bytes of each file that it writes, its output among them."""


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


def run_limited(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str], scratch: Path, limits: Limits
) -> Completed:
    """Run a program to its end or its limits.

    Args:
        command: Absolute path of the program, and its arguments.
        cwd: Folder in which it runs.
        environment: All of its variables.
        scratch: An existing folder for its output.
        limits: What it may use.

    Returns:
        Its exit code and output. All of its children have ended too.

    Raises:
        EngineError: It could not be started or took too long.
    """
    name = Path(command[0]).name
    out, err = scratch / "stdout", scratch / "stderr"
    with out.open("w+b") as stdout, err.open("w+b") as stderr:
        try:
            process = subprocess.Popen(
                _with_limits(command, limits),
                cwd=cwd,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                start_new_session=sys.platform != "win32",
            )
        except OSError as error:
            raise EngineError(f"{name} could not be started: {error.strerror}") from error
        try:
            code = process.wait(timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise EngineError(f"{name} was stopped after {limits.seconds:g} seconds") from error
        finally:
            _end_group(process)
    return Completed(code=code, stdout=out.read_bytes(), stderr=_tail(err))


def _with_limits(command: Sequence[str], limits: Limits) -> list[str]:
    if sys.platform == "win32":
        return list(command)
    start = [sys.executable, "-I", "-S", "-c", _LIMITED, str(limits.memory), str(limits.output)]
    return [*start, *command]


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
