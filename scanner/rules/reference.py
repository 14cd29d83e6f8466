"""Reference data that rules draw on: ``rules/reference/*.yaml``, addressed by file and JSON pointer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from scanner.cache import Cache, NoCache, cache_key
from scanner.domain.resource import Value
from scanner.errors import UsageError
from scanner.packaging import build_id
from scanner.rules.diagnostics import did_you_mean
from scanner.rules.documents import DocumentError, read_document

MAXIMUM_BYTES = 1024 * 1024
"""Largest reference file."""


class References:
    """The reference files of a folder of packs, each read once."""

    def __init__(self, root: Path, cache: Cache | None = None) -> None:
        """Name the folder; nothing is read yet.

        Args:
            root: Folder of rule packs, which holds ``reference/``.
            cache: What was found valid before; it is not parsed again.
        """
        self._folder = root / "reference"
        self._cache = cache or NoCache()
        self._files: dict[str, Mapping[str, Any]] = {}

    def resolve(self, address: str) -> Value:
        """The value at an address such as ``regions.yaml#/uk/aws``.

        Raises:
            UsageError: There is no such file or value; the hint names what is like it.
        """
        name, hash_sign, pointer = address.partition("#")
        if not hash_sign or (pointer and not pointer.startswith("/")):
            raise UsageError(f"'{address}' is no reference", hint="write it as file.yaml#/key/key")
        value: Any = self.file(name)
        for step in pointer.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, Mapping) and key in value:
                value = value[key]
            elif isinstance(value, list) and key.isdigit() and int(key) < len(value):
                value = value[int(key)]
            else:
                known = value if isinstance(value, Mapping) else ()
                raise UsageError(f"{name} has no '{key}' in '{pointer}'", hint=did_you_mean(key, map(str, known)))
        made: Value = value
        return made

    def file(self, name: str) -> Mapping[str, Any]:
        """A whole reference file.

        Raises:
            UsageError: There is no such file, or it is no map.
        """
        if name not in self._files:
            known = [path.name for path in sorted(self._folder.glob("*.yaml"))]
            if name not in known:
                raise UsageError(f"no such reference file: '{name}'", hint=did_you_mean(name, known))
            self._files[name] = self._read(name)
        return self._files[name]

    def _read(self, name: str) -> Mapping[str, Any]:
        key = self._key(name)
        kept = self._kept(key)
        if kept is not None:
            return kept
        try:
            data = read_document(self._folder / name, MAXIMUM_BYTES).data
        except DocumentError as error:
            raise UsageError(str(error.fault)) from None
        if not isinstance(data, dict):
            raise UsageError(f"reference file {name} must be a map")
        if key:
            self._cache.put(key, json.dumps(data).encode())
        return data

    def _kept(self, key: str) -> Mapping[str, Any] | None:
        kept = self._cache.get(key) if key else None
        try:
            found = json.loads(kept) if kept is not None else None
        except ValueError:  # a cache may be shared: what is whole and yet not ours counts as absent
            return None
        return found if isinstance(found, dict) else None

    def _key(self, name: str) -> str:
        """The key under which a file is kept; none where nothing is, or where it cannot be read: told later."""
        if isinstance(self._cache, NoCache):
            return ""
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return ""
        return cache_key("reference", (build_id(), sha256(content).hexdigest()))


def load_reference(root: Path, name: str) -> Mapping[str, Any]:
    """One reference file of a folder of packs.

    Args:
        root: Folder of rule packs.
        name: Such as ``end-of-life.yaml``.

    Raises:
        UsageError: There is no such file, or it cannot be read.
    """
    return References(root).file(name)
