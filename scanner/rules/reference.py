"""Reference data that rules draw on: ``rules/reference/*.yaml``, addressed by file and JSON pointer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scanner.domain.resource import Value
from scanner.errors import UsageError
from scanner.rules.diagnostics import did_you_mean
from scanner.rules.documents import DocumentError, read_document

MAXIMUM_BYTES = 1024 * 1024
"""Largest reference file."""


class References:
    """The reference files of a folder of packs, each read once."""

    def __init__(self, root: Path) -> None:
        """Name the folder; nothing is read yet.

        Args:
            root: Folder of rule packs, which holds ``reference/``.
        """
        self._folder = root / "reference"
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
            try:
                data = read_document(self._folder / name, MAXIMUM_BYTES).data
            except DocumentError as error:
                raise UsageError(str(error.fault)) from None
            if not isinstance(data, dict):
                raise UsageError(f"reference file {name} must be a map")
            self._files[name] = data
        return self._files[name]


def load_reference(root: Path, name: str) -> Mapping[str, Any]:
    """One reference file of a folder of packs.

    Args:
        root: Folder of rule packs.
        name: Such as ``end-of-life.yaml``.

    Raises:
        UsageError: There is no such file, or it cannot be read.
    """
    return References(root).file(name)
