"""An environment of its own for each foreign engine, made once from a hash-locked file in this package."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from uv import find_uv_bin

from scanner import lazy_re
from scanner.engines.locking import locked
from scanner.errors import EngineError
from scanner.interfaces import Report
from scanner.packaging import home
from scanner.processes import Completed, Limits, Running, minimal_environment, run_limited, start_limited

ENGINES = ("checkov", "semgrep")
"""Engines that need an environment."""

INSTALL_HINT = "archscan engines install"
_LOCKS = Path(__file__).parent / "locks"
_MARKER = "archscan-environment.json"
_INSTALL_SECONDS = 1800
_PASSED_TO_UV = lazy_re.compile(
    r"(?i)^(PATH|HOME|USERPROFILE|APPDATA|LOCALAPPDATA|SYSTEMROOT|SYSTEMDRIVE|TE?MP|TMPDIR|LANG|LC_.*|XDG_.*"
    r"|(HTTPS?|ALL|NO)_PROXY|SSL_CERT_.*|NETRC|UV_(CACHE_DIR|DEFAULT_INDEX|INDEX|INDEX_URL|EXTRA_INDEX_URL|INDEX_.*"
    r"|FIND_LINKS|HTTP_TIMEOUT|HTTP_RETRIES|INSECURE_HOST|KEYRING_PROVIDER|NATIVE_TLS|SYSTEM_CERTS|CONFIG_FILE))$"
)
"""What reaches uv: where packages come from, never what is installed."""


class State(StrEnum):
    """Whether an environment can be used."""

    READY = "ready"
    MISSING = "missing"
    BROKEN = "broken"
    """A folder is there, but unfinished or without its Python; it is made anew and never used."""


@dataclass(frozen=True)
class EngineStatus:
    """What there is of an engine."""

    name: str
    version: str
    state: State
    path: Path
    size: int
    """Bytes on disk."""


@dataclass(frozen=True)
class EngineEnvironment:
    """The environment of one engine for this Python.

    Args:
        name: One of :data:`ENGINES`.
        base: Folder that holds all environments.
        lock: Hash-locked requirements; the one of this package unless a test says otherwise.
    """

    name: str
    base: Path = field(default_factory=lambda: home() / "engines")
    lock: Path | None = None

    @property
    def requirements(self) -> Path:
        """The hash-locked requirements."""
        return self.lock or _LOCKS / f"{self.name}.txt"

    @property
    def version(self) -> str:
        """The engine's own version, as locked."""
        found = re.search(rf"(?m)^{re.escape(self.name)}==([^\s;\\]+)", self.requirements.read_text("utf-8"))
        if found is None:
            raise EngineError(f"{self.requirements.name} does not lock {self.name} to a version")
        return found[1]

    @property
    def path(self) -> Path:
        """Folder of the environment: another lock file, Python or platform gives another folder."""
        python = f"{sys.implementation.name}{sys.version_info.major}.{sys.version_info.minor}"
        content = hashlib.sha256(self.requirements.read_bytes())
        content.update(f"\0{python}\0{sysconfig.get_platform()}".encode())
        return self.base / f"{self.name}-{self.version}-{python}-{content.hexdigest()[:16]}"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return _python_of(self.path)

    @property
    def executable(self) -> Path:
        """The engine's command."""
        return self.python.with_name(f"{self.name}.exe" if sys.platform == "win32" else self.name)

    def state(self) -> State:
        """Whether it can be used. The marker is written last, so nothing unfinished is ever ready."""
        if not self.path.is_dir():
            return State.MISSING
        complete = (self.path / _MARKER).is_file() and self.python.exists() and self.executable.exists()
        return State.READY if complete else State.BROKEN

    def status(self) -> EngineStatus:
        """What there is of the engine, with its size."""
        return EngineStatus(self.name, self.version, self.state(), self.path, _size(self.path))

    def ensure(self, report: Report, *, offline: bool) -> None:
        """Make the environment unless it is there.

        Args:
            report: Is told when something is made or waited for.
            offline: Forbids making, never using.

        Raises:
            EngineError: It is not there and cannot be made.
        """
        if self.state() is State.READY:
            return
        if offline:
            raise EngineError(
                f"the environment of {self.name} {self.version} is {self.state().value} and may not be made offline",
                hint=INSTALL_HINT,
            )
        try:
            self.base.mkdir(parents=True, exist_ok=True)
            with locked(
                self.base / f"{self.path.name}.lock",
                lambda: report(f"waiting for another process that installs {self.name}"),
            ):
                if self.state() is not State.READY:
                    self._make(report)
        except OSError as error:
            raise EngineError(
                f"the environment of {self.name} could not be made: {error}", hint=INSTALL_HINT
            ) from error

    def _make(self, report: Report) -> None:
        """Make it beside its place and move it there whole. The caller holds the lock."""
        report(f"installing {self.name} {self.version} (once)")
        prefix = f".{self.path.name}."
        for remnant in self.base.glob(f"{prefix}*"):  # of a process that was killed: nobody else holds the lock
            shutil.rmtree(remnant, ignore_errors=True)  # its uv may still be writing
        draft = Path(tempfile.mkdtemp(prefix=prefix, dir=self.base))
        try:
            self._fill(draft / "environment")
            if self.path.exists():
                self.path.rename(draft / "broken")
            (draft / "environment").rename(self.path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)  # a remnant is removed at the next making

    def _fill(self, folder: Path) -> None:
        try:
            uv = find_uv_bin()
        except FileNotFoundError as error:
            raise EngineError("uv, with which engines are installed, is missing", hint="pip install uv") from error
        quiet = ["--quiet", "--no-progress", "--no-python-downloads"]
        python = str(_python_of(folder))
        self._uv([uv, "venv", *quiet, "--no-project", "--relocatable", "--python", sys.executable, str(folder)])
        # Wheels only: nothing that is installed may run code while it is installed.
        only_locked = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--compile-bytecode"]
        self._uv(
            [uv, "pip", "install", *quiet, "--python", python, *only_locked, "-r", str(self.requirements)],
        )
        marker = {"engine": self.name, "version": self.version, "python": sys.version.split()[0]}
        (folder / _MARKER).write_text(json.dumps(marker) + "\n", encoding="utf-8")

    def _uv(self, command: Sequence[str]) -> None:
        variables = {name: value for name, value in os.environ.items() if _PASSED_TO_UV.match(name)}
        try:
            subprocess.run(
                command,
                cwd=self.base,
                env=variables,
                check=True,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=_INSTALL_SECONDS,
            )
        except subprocess.CalledProcessError as error:
            reason = " ".join(error.stderr.split())[-600:]
            raise EngineError(f"{self.name} could not be installed: {reason}", hint=INSTALL_HINT) from error
        except subprocess.TimeoutExpired as error:
            raise EngineError(f"installing {self.name} took too long", hint=INSTALL_HINT) from error

    def run(
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        scratch: Path,
        variables: Mapping[str, str],
        limits: Limits,
    ) -> Completed:
        """Run a command of the environment with nothing of the user's settings.

        Args:
            command: Program, such as :attr:`executable`, and arguments.
            cwd: Folder in which it runs; never the scanned one.
            scratch: Its home and temporary folder.
            variables: What it is told by environment variables.
            limits: What it may use.

        Raises:
            EngineError: The environment is not ready, or the command could not be started or took too long.
        """
        return run_limited(command, cwd, self._variables(scratch, variables), scratch, limits)

    def start(  # as run, which waits
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        scratch: Path,
        variables: Mapping[str, str],
        limits: Limits,
        reads: bool = True,
    ) -> Running:
        """Start a command of the environment; as :meth:`run`, and for ``reads`` as :func:`start_limited`.

        Raises:
            EngineError: The environment is not ready, or the command could not be started.
        """
        return start_limited(command, cwd, self._variables(scratch, variables), scratch, limits, reads=reads)

    def _variables(self, scratch: Path, given: Mapping[str, str]) -> dict[str, str]:
        """All variables of a command.

        Raises:
            EngineError: The environment is not ready.
        """
        if self.state() is not State.READY:
            raise EngineError(f"the environment of {self.name} is {self.state().value}", hint=INSTALL_HINT)
        environment = {**minimal_environment(scratch), **given}
        environment["PATH"] = os.pathsep.join([str(self.python.parent), environment["PATH"]])
        return environment


def _python_of(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def _size(folder: Path) -> int:
    """Bytes of all files below a folder; 0 when there is none."""
    total = 0
    for root, _, names in os.walk(folder):
        total += sum((Path(root) / name).lstat().st_size for name in names)
    return total


def status(engine: str) -> EngineStatus:
    """What there is of an engine."""
    return EngineEnvironment(engine).status()


def executable(engine: str) -> Path:
    """The engine's command, whether or not it is there yet."""
    return EngineEnvironment(engine).executable
