#!/usr/bin/env python3
"""Starts archscan from this checkout, in an environment made once from its hash-locked requirements.

For the GitHub Action and for pre-commit, which have a checkout and a Python and nothing else. Uses the standard library
alone; nothing of the folder in which it is started is imported, for that folder is what gets scanned.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LOCK = CHECKOUT / "requirements" / "runtime.txt"
OLDEST = (3, 11)
EXIT_USAGE = 2
INSTALL_SECONDS = 900


def main() -> int:
    """Run archscan with the arguments of this command, and give its exit code back."""
    if sys.version_info[:2] < OLDEST:
        return _refuse("archscan needs Python {}.{} or newer; this is {}".format(*OLDEST, sys.version.split()[0]))
    sys.path.insert(0, os.fspath(CHECKOUT))
    from scanner.packaging import home  # noqa: PLC0415  # needs the standard library alone

    folder = home() / "environments" / _name()
    if not _python_of(folder).exists():
        if "--offline" in sys.argv[1:]:
            return _refuse(f"{folder} is not there and may not be made offline; run once without --offline")
        try:
            _make(folder)
        except (OSError, subprocess.SubprocessError) as error:
            return _refuse(f"the environment {folder} could not be made: {error}")
    environment = {**os.environ, "PYTHONPATH": os.fspath(CHECKOUT)}
    # -P: what lies in the working directory is not imported.
    command = [os.fspath(_python_of(folder)), "-P", "-m", "scanner", *sys.argv[1:]]
    return subprocess.run(command, env=environment, check=False).returncode


def _name() -> str:
    """Of the environment: another lock, Python or platform gives another one."""
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(f"\0{sys.version}\0{sys.base_prefix}\0{sysconfig.get_platform()}".encode())
    return f"archscan-{sys.version_info[0]}.{sys.version_info[1]}-{digest.hexdigest()[:16]}"


def _python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _make(folder: Path) -> None:
    """Make it beside its place and move it there whole: no kill leaves half of one, two at once do no harm."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    sys.stderr.write(f"archscan: making {folder} from {LOCK.name}, once\n")
    try:
        # -I and the working directory: modules of what gets scanned are out of reach.
        _run([sys.executable, "-I", "-m", "venv", os.fspath(draft)], draft)
        _run(
            [
                *(os.fspath(_python_of(draft)), "-I", "-m", "pip", "install", "--quiet", "--no-input"),
                *("--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"),
                *("--requirement", os.fspath(LOCK)),
            ],
            draft,
        )
        try:
            draft.rename(folder)
        except OSError:
            if not _python_of(folder).exists():  # else another process was quicker
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, stdout=sys.stderr, check=True, timeout=INSTALL_SECONDS)


def _refuse(message: str) -> int:
    sys.stderr.write(f"archscan: {message}\n")
    return EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main())
