"""Reads git's index: the paths that are tracked, ignored or not (https://git-scm.com/docs/index-format).

Git itself is not run, and nothing else of the repository is needed, so a library of all of git would cost every scan
more to import than the whole index costs to read.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path

_LIMIT = 512 * 1024 * 1024
"""Bytes; an index of several million files."""
_STATUS = 40
"""Bytes of an entry before the object's name: times, inode, mode, owner and size."""
_HASHES = (20, 32)
"""Bytes of an object's name: SHA-1 or SHA-256; the index does not say which."""
_EXTENDED, _LENGTH = 0x4000, 0x0FFF


def tracked_files(git_folder: Path) -> frozenset[str]:
    """Paths in git's index, or nothing when it cannot be read.

    Args:
        git_folder: The ``.git`` folder.
    """
    index = git_folder / "index"
    try:
        if index.is_symlink() or not index.is_file() or index.stat().st_size > _LIMIT:
            return frozenset()
        data = index.read_bytes()
    except OSError:
        return frozenset()
    for size in _HASHES:
        try:
            return frozenset(os.fsdecode(path) for path in _entries(data, size))
        except (ValueError, IndexError, struct.error):
            continue
    return frozenset()


def _entries(data: bytes, hash_size: int) -> Iterator[bytes]:
    """The paths of all entries.

    Raises:
        ValueError: It is no index, or not one with names of this size; also IndexError and struct.error.
    """
    signature, version, count = struct.unpack_from(">4sII", data)
    if signature != b"DIRC" or version not in {2, 3, 4}:
        raise ValueError("not an index that is known")
    at, path = 12, b""
    for _ in range(count):
        start = at
        flags = data[at + _STATUS + hash_size] << 8 | data[at + _STATUS + hash_size + 1]
        at += _STATUS + hash_size + (4 if flags & _EXTENDED else 2)
        length = flags & _LENGTH
        if version == 4:
            dropped, at = _offset(data, at)
            end = data.index(b"\0", at)
            path = path[: len(path) - dropped] + data[at:end]
            at = end + 1
        else:
            end = at + length if length < _LENGTH else data.index(b"\0", at)
            path = data[at:end]
            at = start + (end - start + 8) // 8 * 8  # one to eight bytes of padding
        if data[end] or not path or min(len(path), _LENGTH) != length:
            raise ValueError("an entry without a name, or not as long as it says")
        yield path


def _offset(data: bytes, at: int) -> tuple[int, int]:
    """A number as in pack files, seven bits a byte and no two ways to write it, and where it ends."""
    value = data[at] & 0x7F
    while data[at] & 0x80:
        at += 1
        value = (value + 1) << 7 | data[at] & 0x7F
        if value > _LIMIT:
            raise ValueError("an entry that drops more than there is")
    return value, at + 1
