"""Temporary folders, which hold copies of what is scanned, and which a scan that was killed could not remove."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from scanner import lazy_re

_PREFIX = "archscan-"
_NAME = lazy_re.compile(rf"{_PREFIX}(\d+)-\w+")


def make_scratch() -> Path:
    """Make a folder that only this user can read; what scans that were killed left behind is removed first.

    Raises:
        OSError: It cannot be made.
    """
    _sweep(tempfile.gettempdir())
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-")).resolve()


@cache
def _sweep(place: str) -> None:
    """Remove the folders of processes that are no more; once in a scan."""
    if sys.platform == "win32":  # there is no harmless way to ask for a process, and temporary folders are one's own
        return
    with contextlib.suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if _is_left(entry):
                shutil.rmtree(entry.path, ignore_errors=True)  # another scan may be at it too


def _is_left(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder of this user's that was made by a process that has ended."""
    name = _NAME.fullmatch(entry.name)
    if name is None or not entry.is_dir(follow_symlinks=False):
        return False
    return entry.stat(follow_symlinks=False).st_uid == os.getuid() and not _is_alive(int(name[1]))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # somebody else's, or a name of somebody else's making
        return True
    return True
