"""Tells which entries of rule files look at a file, and which of those can match in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from scanner.domain.artifact import Artifact
from scanner.engines.semgrep.bundle import Bundle, Entry
from scanner.engines.semgrep.conditions import Condition, Index
from scanner.engines.semgrep.globs import GlobIndex
from scanner.engines.semgrep.rules import Pattern, Reach

_MOST = 256
"""Combinations of entries that are kept ready, about a megabyte each: paths are the scanned repository's to choose."""


class Reaching:
    """The entries that look at some files.

    Args:
        entries: Each with what a file must hold for it to match.
    """

    def __init__(self, entries: Iterable[tuple[Entry, Condition]]) -> None:
        asking: dict[Condition, list[Entry]] = {}
        for entry, condition in entries:
            asking.setdefault(condition, []).append(entry)
        self._asking = tuple(asking.items())

    @cached_property
    def _index(self) -> Index:
        """Made for the first file that is looked into: most are known from an earlier scan."""
        return Index([condition for condition, _ in self._asking])

    def matching(self, data: bytes) -> frozenset[Entry]:
        """The entries that can match in a file."""
        haystack = self._index.haystack(data)
        found: list[Entry] = []
        for condition, entries in self._asking:
            if condition.holds(haystack):
                found += entries
        return frozenset(found)


class _Kind(NamedTuple):
    """What looks at files of one kind."""

    always: tuple[Entry, ...]
    by_path: tuple[tuple[Entry, Pattern], ...]
    """What looks at some of them, by their path."""


class Reachable:
    """Finds out once what files have in common.

    Args:
        bundle: The rules.
        needs: What a file must hold for each entry to match.
    """

    def __init__(self, bundle: Bundle, needs: Mapping[Entry, Condition]) -> None:
        self._bundle = bundle
        self._needs = needs
        self._globs = GlobIndex(line for _, _, pattern in bundle.entries() for line in pattern.include)
        self._kinds: dict[tuple[object, ...], _Kind] = {}
        self._known: dict[tuple[object, ...], Reaching | None] = {}
        self._made: dict[tuple[Entry, ...], Reaching] = {}

    def of(self, artifact: Artifact) -> Reaching | None:
        """What looks at a file; None where nothing does."""
        suffix = PurePosixPath(artifact.path).suffix.lower()  # as patterns read it
        key = (artifact.role, artifact.kind, artifact.language, suffix)
        if key not in self._kinds:
            self._kinds[key] = self._of_kind(artifact)
        kind = self._kinds[key]
        globs = self._globs.matching(artifact.path) if kind.by_path else frozenset[str]()
        if (key, globs) not in self._known:
            if len(self._made) >= _MOST:
                self._made.clear()
                self._known.clear()
            included = (entry for entry, pattern in kind.by_path if not globs.isdisjoint(pattern.include))
            self._known[key, globs] = self._reaching((*kind.always, *included))
        return self._known[key, globs]

    def _of_kind(self, artifact: Artifact) -> _Kind:
        always: list[Entry] = []
        by_path: list[tuple[Entry, Pattern]] = []
        for bound, number, pattern in self._bundle.entries():
            if artifact.role not in bound.rule.check.roles:
                continue
            entry = (bound.rule.name, number)
            match pattern.reach(artifact):
                case Reach.YES:
                    always.append(entry)
                case Reach.BY_PATH:
                    by_path.append((entry, pattern))
        return _Kind(tuple(always), tuple(by_path))

    def _reaching(self, entries: Sequence[Entry]) -> Reaching | None:
        """What was made for the same entries before: different globs often lead to the same."""
        chosen = tuple(entries)
        if not chosen:
            return None
        if chosen not in self._made:
            self._made[chosen] = Reaching((entry, self._needs[entry]) for entry in chosen)
        return self._made[chosen]
