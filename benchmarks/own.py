"""How archscan is started for measurements: the code beside this folder, with a cache of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from scanner.packaging import home
from scanner.processes import minimal_environment

ROOT = Path(__file__).parents[1]
ENDED = frozenset({0, 1, 4})
"""Exit codes of a scan that gave a result."""


def command(folder: Path, *options: str, as_of: str | None = None) -> Sequence[str]:
    """A scan that prints its result as JSON.

    Args:
        folder: What is scanned.
        options: Further ones, such as ``--no-cache``.
        as_of: Day of the scan; today if not given.
    """
    day = as_of or datetime.now(UTC).date().isoformat()
    start = [sys.executable, "-P", "-m", "scanner", "scan", str(folder), "--format", "json"]
    return [*start, "--offline", "--as-of", day, *options]


def environment(scratch: Path, cache: Path) -> Mapping[str, str]:
    """All variables of a scan.

    Args:
        scratch: Its home and temporary folder.
        cache: Folder of its results.
    """
    variables = {**minimal_environment(scratch), "ARCHSCAN_HOME": str(home()), "ARCHSCAN_CACHE": str(cache)}
    # An installed program has its byte code.
    del variables["PYTHONDONTWRITEBYTECODE"]
    return {**variables, "PYTHONPATH": str(ROOT)}


def revision() -> str:
    """The commit of this code, with a mark when files differ from it."""
    git = shutil.which("git")
    if git is None:
        return "unknown"
    done = subprocess.run(
        [git, "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=, with changes"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout.strip() or "unknown"
