"""One run of semgrep over staged files."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scanner.engines.isolation import EngineEnvironment
from scanner.engines.semgrep.answers import NUMBER, OVER_TEXT, Output, read_output
from scanner.engines.semgrep.bundle import Bundle, Entry
from scanner.engines.semgrep.selection import MAX_FILE
from scanner.engines.staging import Staging
from scanner.errors import EngineError
from scanner.evaluation.redaction import redact
from scanner.processes import Completed, Limits, Running

SECONDS_PER_RULE = 10
"""For one rule over one file; a rule that takes longer is told with the file."""
TIMEOUTS_PER_FILE = 3
"""Rules that may take too long over a file before semgrep leaves it."""
MEBIBYTES = 1500
"""Memory of semgrep."""

OPTIONS = (
    "--experimental",  # the native front: starts in a fifth of the time, and one faulty rule does not stop the others
    "--json",
    "--quiet",
    "--disable-nosem",
    "--no-git-ignore",
    "--project-root=.",  # else a repository in which the temporary folder lies lends its .semgrepignore
    "--no-rewrite-rule-ids",
    "--metrics=off",
    "--disable-version-check",
    f"--max-target-bytes={MAX_FILE}",
    f"--timeout={SECONDS_PER_RULE}",
    f"--timeout-threshold={TIMEOUTS_PER_FILE}",
    f"--max-memory={MEBIBYTES}",
)
_VARIABLES = {"SEMGREP_SEND_METRICS": "off", "SEMGREP_ENABLE_VERSION_CHECK": "0", "NO_COLOR": "1"}


@dataclass
class Cancellation:
    """Ends the program that runs, from another thread."""

    asked: bool = False
    _running: Running | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self) -> None:
        """End what runs, and let nothing more be started."""
        with self._lock:
            self.asked = True
            if self._running is not None:
                self._running.cancel()

    def watch(self, running: Running | None) -> None:
        """Take what was started, or None for what has ended: its number may be another's by then."""
        with self._lock:
            self._running = running
            if running is not None and self.asked:
                running.cancel()


@dataclass(frozen=True)
class SemgrepRun:
    """Puts all rules to all staged files.

    Args:
        environment: Where semgrep is installed.
        limits: What it may use.
        jobs: Files that it may look at at once.
        cancellation: Ends it early.
    """

    environment: EngineEnvironment
    limits: Limits
    jobs: int
    cancellation: Cancellation

    def over(self, staging: Staging, bundle: Bundle, entries: Collection[Entry]) -> Output:
        """What semgrep says.

        Args:
            staging: The files.
            bundle: The rules.
            entries: Those of their entries that can match in one of the files: reading rules takes semgrep longer
                than looking at a few files.

        Raises:
            EngineError: It could not be started, took too long, died, or said what cannot be read.
        """
        config = staging.scratch / "rules.json"
        config.write_text(json.dumps({"rules": _bodies(bundle, entries)}, default=str), encoding="utf-8")
        # Ours and empty: without one, semgrep leaves out tests, node_modules and more, unseen.
        (staging.tree / ".semgrepignore").write_text("", encoding="utf-8")
        command = [str(self._program(staging)), "scan", *OPTIONS, f"--jobs={self.jobs}", f"--config={config}", "."]
        done = self._completed(command, staging)
        try:
            return read_output(done.stdout, staging.paths, bundle.rules)
        except EngineError as error:
            if done.stdout.startswith(b"{"):
                raise
            reason = redact(done.stderr[-400:]) or "no output"
            raise EngineError(f"semgrep broke with exit code {done.code}: {reason}") from error

    def _program(self, staging: Staging) -> Path:
        """The native front itself where it lies as in the pinned version; semgrep's command only looks for it.

        It is told what to be by the name by which it is called.
        """
        core = native_front(self.environment)
        if sys.platform == "win32" or not core.is_file():
            return self.environment.executable
        called = staging.scratch / "osemgrep"
        called.symlink_to(core)
        return called

    def _completed(self, command: Sequence[str], staging: Staging) -> Completed:
        running = self.environment.start(
            command, cwd=staging.tree, scratch=staging.scratch, variables=_VARIABLES, limits=self.limits, reads=False
        )
        self.cancellation.watch(running)
        try:
            return running.finish()
        except (OSError, ValueError) as error:
            if not self.cancellation.asked:
                raise
            # It was ended, and its input closed, before it was waited for.
            raise EngineError("semgrep was ended early") from error
        finally:
            self.cancellation.watch(None)


def native_front(environment: EngineEnvironment) -> Path:
    """Where the program lies that semgrep's command starts with ``--experimental``."""
    packages = environment.path / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    return packages / "semgrep" / "bin" / "semgrep-core"


def _bodies(bundle: Bundle, entries: Collection[Entry]) -> list[object]:
    # Of entries with one id semgrep silently keeps only the first, so each gets a number.
    return [
        {**pattern.body, "id": f"{pattern.id}{NUMBER}{number}{OVER_TEXT if pattern.textual else ''}"}
        for bound, number, pattern in bundle.entries()
        if (bound.rule.name, number) in entries
    ]
