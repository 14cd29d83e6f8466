"""Keeps results by what they were made of, so that nothing is looked at twice.

A key is a digest of everything that decides a result: the content of files, of rules, and the version of whatever made
it. So an entry is never out of date, may be shared, and may be deleted at any time; whatever goes wrong with it, only
time is lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol


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
