"""What a folder's files were when they were read, as one digest: the same files give the same result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class FileState:
    """One file as it was when it was read."""

    content: str
    """SHA-256 in hexadecimal digits; for a file that could not be read, why not."""
    identity: tuple[int, ...]
    """Device, inode, size and times; empty where it could not be opened."""


@dataclass(frozen=True)
class Fingerprint:
    """A folder as it was when it was read."""

    digest: str
    """64 hexadecimal digits over what is said of every listed file, its content, and the limit of size."""
    files: Mapping[str, FileState]
    """By path; links are not among them."""
    taken: int
    """When its making began, in nanoseconds of the system's clock."""
