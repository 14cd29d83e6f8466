"""Takes the fingerprint of a folder's files, and tells later whether it still holds."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Sequence
from pathlib import Path

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.fingerprint import FileState, Fingerprint

_CHUNK = 1024 * 1024
_TICK = 2_000_000_000
"""Nanoseconds; the coarsest clock of a file system in use. A change within it may leave a file's times as they were."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotPlainError(OSError):
    """What is there is a pipe, a device or a folder."""


def open_plain(path: Path | str) -> tuple[int, os.stat_result]:
    """Open a plain file for reading, without following a link or waiting for a pipe.

    Returns:
        The descriptor, which the caller closes, and what the system says of the file.

    Raises:
        OSError: It cannot be opened; NotPlainError where it is something else.
    """
    descriptor = os.open(path, _FLAGS)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise NotPlainError(f"{path} is not a plain file")
    return descriptor, found


def take_fingerprint(root: Path, artifacts: Sequence[Artifact], limit: int) -> Fingerprint:
    """Read every listed file once and say what is there.

    Args:
        root: The scanned folder.
        artifacts: What was listed in it.
        limit: Bytes; of a larger file nobody reads the content, so only its size counts.
    """
    taken = time.time_ns()
    top = os.fspath(root)
    files: dict[str, FileState] = {}
    digest = hashlib.sha256(f"{limit}\0".encode())
    for artifact in artifacts:
        content = ""
        if artifact.kind is not ArtifactKind.LINK:
            files[artifact.path] = state = _state(f"{top}{os.sep}{artifact.path}", limit)
            content = state.content
        digest.update(_line(artifact, content))
    return Fingerprint(digest=digest.hexdigest(), files=files, taken=taken)


def still_holds(fingerprint: Fingerprint, root: Path, limit: int) -> bool:
    """Whether every file is as it was from the moment it was read until now, not only again.

    A result may be kept under a fingerprint only if this holds when the last file has been read: otherwise the scan may
    have seen something else. A file that is put back as it was in between has other times.

    Args:
        fingerprint: Taken before the scan.
        root: The scanned folder.
        limit: As when it was taken.
    """
    top = os.fspath(root)
    for path, before in fingerprint.files.items():
        place = f"{top}{os.sep}{path}"
        proven = bool(before.identity) and not _touched_lately(before, fingerprint.taken)
        same = before.identity == _identity_now(place) if proven else before == _state(place, limit)
        if not same:
            return False
    return True


def _touched_lately(state: FileState, taken: int) -> bool:
    """Whether the file was written so shortly before that its times do not prove that it stayed the same."""
    return max(state.identity[-2:]) > taken - _TICK


def _line(artifact: Artifact, content: str) -> bytes:
    """All that is said of an artefact; no part of it can hold a zero byte."""
    fields = (
        artifact.path,
        artifact.kind.value,
        artifact.role.value,
        artifact.language or "",
        str(artifact.size),
        artifact.target,
        content,
    )
    return "\0".join(fields).encode("utf-8", "surrogatepass") + b"\0\n"


def _state(path: str, limit: int) -> FileState:
    try:
        descriptor, found = open_plain(path)
    except NotPlainError:
        return FileState("not a plain file", ())
    except OSError as error:
        return FileState(f"unreadable: {error.errno}", ())
    try:
        return FileState(_content(descriptor, limit), _identity(found))
    except OSError as error:
        return FileState(f"unreadable: {error.errno}", ())
    finally:
        os.close(descriptor)


def _content(descriptor: int, limit: int) -> str:
    digest = hashlib.sha256()
    left = limit
    while block := os.read(descriptor, _CHUNK):
        left -= len(block)
        if left < 0:
            return "larger than is read"
        digest.update(block)
    return digest.hexdigest()


def _identity(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _identity_now(path: str) -> tuple[int, ...]:
    try:
        return _identity(os.lstat(path))
    except OSError:
        return ()
