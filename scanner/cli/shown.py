"""Reads the files of ``--plan`` and ``--state``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from scanner.errors import ReadError, UsageError

if TYPE_CHECKING:
    from scanner.parsers.terraform.shown.document import Shown


def read_shown(plans: Sequence[Path], states: Sequence[Path], root: Path) -> tuple[Shown, ...]:
    """Read plans and states, which need not lie in the folder that is scanned.

    Args:
        plans: Files of ``--plan``.
        states: Files of ``--state``.
        root: Folder that is scanned.

    Raises:
        UsageError: A file is not there, too large, or not what it was given as.
    """
    if not plans and not states:
        return ()
    from scanner.parsers.terraform.shown.plan import read_plan  # noqa: PLC0415  # json and parsers only when asked for
    from scanner.parsers.terraform.shown.state import read_state  # noqa: PLC0415

    names = _names([*plans, *states])
    found = [_read("plan", file, names[file], root, read_plan) for file in dict.fromkeys(plans)]
    found.extend(_read("state", file, names[file], root, read_state) for file in dict.fromkeys(states))
    return tuple(found)


def _read(option: str, file: Path, name: str, root: Path, read: Callable[[bytes, str, str], Shown]) -> Shown:
    from scanner.parsers.terraform.shown.document import MAX_BYTES  # noqa: PLC0415

    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"--{option} {file}: it could not be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"--{option} {file}: it is larger than {MAX_BYTES // 1024 // 1024} MB")
    try:
        return read(data, _place(file, root), f"{option} {name}")
    except ReadError as error:
        raise UsageError(f"--{option} {file}: {error.message}", hint=error.hint) from error


def _place(file: Path, root: Path) -> str:
    """The path by which findings name the file; outside the scanned folder its name alone."""
    resolved, top = file.resolve(), root.resolve()
    return resolved.relative_to(top).as_posix() if resolved.is_relative_to(top) else file.name


def _names(files: Sequence[Path]) -> dict[Path, str]:
    """The shortest ends of their paths that tell the files apart."""
    parts = {file: PurePath(file.absolute()).parts for file in files}
    names: dict[Path, str] = {}
    for file, own in parts.items():
        for length in range(1, len(own) + 1):
            ends = Counter(other[-length:] for other in parts.values())
            if ends[own[-length:]] == 1 or length == len(own):
                names[file] = "/".join(own[-length:])
                break
    return names
