"""Reads the rule files of semgrep; what YAML says is kept with the installation, because parsing it takes long."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from scanner.cache import Cache, cache_key
from scanner.packaging import build_id

_MAX_DEPTH = 50
"""Lists and maps of a rule file in one another."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C takes a tenth of the time


class RuleFiles:
    """The content of rule files.

    Args:
        paths: All that will be asked for.
        cache: Where their content is kept.
    """

    def __init__(self, paths: Iterable[Path], cache: Cache) -> None:
        self._data = {path: data for path in paths if (data := _bytes(path)) is not None}
        self._cache = cache
        self._key = cache_key("semgrep-rules", (build_id(), *self._data.values()))
        self._known: Mapping[Path, object] = self._kept()
        self._made: dict[Path, object] = {}

    def content(self, path: Path) -> object:
        """What a file says.

        Raises:
            OSError: It cannot be read.
            yaml.YAMLError: It is no YAML that is read here.
            ValueError: As above.
            RecursionError: As above.
        """
        if path in self._known:
            return self._known[path]
        if path not in self._made:
            self._made[path] = _load(self._data.get(path) or path.read_bytes())
        return self._made[path]

    def keep(self) -> None:
        """Keep what was read, if all of it is there and comes back from JSON as it was."""
        if self._made.keys() != self._data.keys():
            return
        try:
            written = json.dumps([self._made[path] for path in self._data])
        except (TypeError, ValueError, RecursionError):  # a date, or a number that is none
            return
        if json.loads(written) == [self._made[path] for path in self._data]:
            self._cache.put(self._key, written.encode())

    def _kept(self) -> Mapping[Path, object]:
        data = self._cache.get(self._key)
        try:
            found = None if data is None else json.loads(data)
        except (ValueError, RecursionError):  # whole, and yet not ours: read anew
            return {}
        if not isinstance(found, list) or len(found) != len(self._data):
            return {}
        return dict(zip(self._data, found, strict=True))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:  # told by whoever asks for its content
        return None


def _load(text: bytes) -> object:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("it uses aliases, which are not read here")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:  # the loader in C goes down without a limit of its own
            raise yaml.YAMLError(f"its lists and maps lie more than {_MAX_DEPTH} deep in one another")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  # both are safe ones
