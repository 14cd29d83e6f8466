"""Keeps results by what they were made of, so that nothing is looked at twice.

A key is a digest of everything that decides a result: the content of files, of rules, and the version of whatever made
it. So an entry is never out of date, may be shared, and may be deleted at any time; whatever goes wrong with it, only
time is lost.

Each entry is a file of its own, written beside its place and moved there whole, with a digest of key and content:
neither a kill, nor a full disk, nor a second scan at the same time can leave an entry that is taken for a whole one.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from scanner.errors import UsageError

MAX_BYTES = 1024**3
"""Bytes of all entries together; beyond, those go first that were not used for the longest time."""
MAX_ENTRY = 64 * 1024**2
"""Bytes of one value; larger ones are not kept."""

_MAGIC = b"archscan\x02"
_SIZE = hashlib.sha256().digest_size
_TAG = "CACHEDIR.TAG"  # https://bford.info/cachedir/: backups leave such folders out
_TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# Results that archscan can make again.\n"
_DRAFTS = "drafts"
_HOUR, _DAY = 3600, 86_400
_TRIM_TO = 0.8


class Cache(Protocol):
    """A store of results by key."""

    def get(self, key: str) -> bytes | None:
        """What was kept under a key of :func:`cache_key`; None where there is nothing whole."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep a value. Never raises: a value that could not be kept is made again."""
        ...


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> bytes | None:
        """Nothing is here."""
        del key
        nothing: bytes | None = None
        return nothing

    def put(self, key: str, value: bytes) -> None:
        """Nothing is kept."""
        del key, value


class MemoryCache:
    """Entries for as long as this object lives, in this process alone: of what is made again and again in one run."""

    def __init__(self) -> None:
        self._entries: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; None where there is nothing."""
        return self._entries.get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        self._entries[key] = value


def cache_key(kind: str, parts: Iterable[str | bytes]) -> str:
    """The key of a result.

    Args:
        kind: What it is, such as ``semgrep``: a plain word.
        parts: All that it was made of; where one ends and the next begins counts.

    Returns:
        ``kind/`` and 64 hexadecimal digits.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return f"{kind}/{digest.hexdigest()}"


class Tidings(NamedTuple):
    """What a cache has to tell at the end of a scan."""

    fault: str | None
    written: int
    """Bytes."""


class _Entry(NamedTuple):
    used: float
    size: int
    path: Path


class DiskCache:
    """Entries in a folder.

    Copies of it, in other processes too, may work on the same folder at once.

    Args:
        folder: Made on first use.
        max_bytes: Bytes of all entries together.
    """

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES) -> None:
        self.folder = folder
        self.fault: str | None = None
        """Why something could not be kept, the first time."""
        self._max_bytes = max_bytes
        self._written = 0

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; None where there is nothing whole."""
        place = self._place(key)
        try:
            with place.open("rb") as file:
                data = file.read(MAX_ENTRY + len(_MAGIC) + _SIZE + 1)
                used = os.fstat(file.fileno()).st_mtime
        except OSError:  # most often it is not there; whatever the reason, the value is made again
            return None
        value = _unpacked(key, data)
        if value is not None and time.time() - used > _DAY:  # not each time: it is a write
            self._mark_used(place)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep a value. Never raises: a value that could not be kept is made again, and :attr:`fault` says why."""
        if len(value) > MAX_ENTRY:
            return
        try:
            self._write(self._place(key), _packed(key, value))
        except OSError as error:
            self.fault = self.fault or f"{self.folder} could not be written: {error.strerror}"

    @property
    def tidings(self) -> Tidings:
        """What is to be told of it."""
        return Tidings(self.fault, self._written)

    def hear(self, tidings: Tidings) -> None:
        """Take over what a copy in another process has to tell."""
        self.fault = self.fault or tidings.fault
        self._written += tidings.written

    def _write(self, place: Path, packed: bytes) -> None:
        drafts = self.folder / _DRAFTS
        if not drafts.is_dir():
            drafts.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self.folder / _TAG).write_text(_TAG_TEXT, encoding="utf-8")
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, draft = tempfile.mkstemp(dir=drafts)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(packed)
            Path(draft).replace(place)
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise
        self._written += len(packed)

    def trim(self) -> None:
        """Delete what was not used for the longest time, if there is too much; and what a kill left unfinished.

        Does nothing where nothing was written, and looks once an hour, because it must look at all entries.
        """
        if not self._written:
            return
        marker = self.folder / "trimmed"
        try:
            if self._written < self._max_bytes // 10 and marker.exists() and _age(marker) < _HOUR:
                return
            marker.touch()
            self._remove_oldest()
            for draft in (Path(entry) for entry in os.scandir(self.folder / _DRAFTS)):
                if _age(draft) > _HOUR:
                    draft.unlink(missing_ok=True)
        except OSError as error:  # another scan may be tidying too
            self.fault = self.fault or f"{self.folder} could not be tidied: {error.strerror}"

    def _remove_oldest(self) -> None:
        entries = sorted(self._entries())
        size = sum(entry.size for entry in entries)
        if size <= self._max_bytes:
            return
        for entry in entries:
            entry.path.unlink(missing_ok=True)
            size -= entry.size
            if size <= self._max_bytes * _TRIM_TO:
                return

    def _entries(self) -> Iterator[_Entry]:
        for kind in _folders(self.folder):
            for shelf in _folders(kind) if kind.name != _DRAFTS else ():
                for file in os.scandir(shelf):
                    stat = file.stat(follow_symlinks=False)
                    yield _Entry(stat.st_mtime, stat.st_size, Path(file))

    def clear(self) -> int:
        """Delete all entries.

        Returns:
            Bytes of what was deleted.

        Raises:
            UsageError: The folder is not one that archscan made, or cannot be deleted.
        """
        if not self.folder.exists():
            return 0
        if not (self.folder / _TAG).is_file() and any(self.folder.iterdir()):
            raise UsageError(f"{self.folder} is not a cache of archscan, and is left as it is")
        try:
            size = sum(entry.size for entry in self._entries())
            # Moved away first: a scan that runs meanwhile never sees half of it.
            grave = Path(tempfile.mkdtemp(dir=self.folder.parent, prefix=f".{self.folder.name}-"))
            self.folder.rename(grave / "deleted")
            shutil.rmtree(grave)
        except OSError as error:
            raise UsageError(f"{self.folder} could not be deleted: {error.strerror}") from error
        return size

    def _place(self, key: str) -> Path:
        kind, _, name = key.partition("/")
        return self.folder / kind / name[:2] / name

    def _mark_used(self, place: Path) -> None:
        try:
            os.utime(place)
        except OSError as error:
            self.fault = self.fault or f"{self.folder} could not be written: {error.strerror}"


def _folders(folder: Path) -> list[Path]:
    return sorted(Path(entry) for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False))


def _age(path: Path) -> float:
    """Seconds since a file was last written or marked."""
    return time.time() - path.stat().st_mtime


def _digest(key: str, value: bytes) -> bytes:
    """Of the value and of what it is the value of: an entry in the place of another is not taken for it."""
    return hashlib.sha256(key.encode() + b"\0" + value).digest()


def _packed(key: str, value: bytes) -> bytes:
    return _MAGIC + _digest(key, value) + zlib.compress(value, 1)


def _unpacked(key: str, data: bytes) -> bytes | None:
    """The value of an entry; None if it is damaged, or not the entry of this key."""
    start = len(_MAGIC) + _SIZE
    if not data.startswith(_MAGIC):
        return None
    unpacking = zlib.decompressobj()
    try:
        value = unpacking.decompress(data[start:], MAX_ENTRY)  # bounded: an entry may come from elsewhere
    except zlib.error:
        return None
    whole = unpacking.eof and _digest(key, value) == data[len(_MAGIC) : start]
    return value if whole else None
