"""Finds the components that the patterns of a declaration match."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import translate
from typing import NamedTuple, TypeAlias

from pathspec import GitIgnoreSpec

from scanner import lazy_re
from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component
from scanner.domain.configuration import Match

_WILD = lazy_re.compile(r"[*?\[]")
Names: TypeAlias = Mapping[str, frozenset[str]]
"""What components are called, in one way of many, to their ids."""


class Found(NamedTuple):
    """What a declaration matches."""

    components: Mapping[str, None]
    """Ids, in the order of the components."""
    unmatched: tuple[str, ...]
    """Patterns that match nothing, each with the word under which it stands."""


class Matcher:
    """The components of a system, by all that declarations may call them.

    Args:
        components: All of them.
    """

    def __init__(self, components: Sequence[Component]) -> None:
        self._order = {component.id: place for place, component in enumerate(components)}
        names: dict[str, defaultdict[str, set[str]]] = {
            kind: defaultdict(set) for kind in ("components", "paths", "kubernetes", "terraform")
        }
        for component in components:
            for kind, name in _names(component):
                names[kind][name].add(component.id)
        self._names: Mapping[str, Names] = {
            kind: {name: frozenset(ids) for name, ids in of.items()} for kind, of in names.items()
        }

    def find(self, match: Match) -> Found:
        """The components that any pattern matches."""
        found: set[str] = set()
        unmatched = []
        for kind, pattern in _patterns(match):
            ids = self._of(kind, pattern)
            found |= ids
            if not ids:
                unmatched.append(f"{kind}: {pattern}")
        ordered = sorted(found, key=self._order.__getitem__)
        return Found(dict.fromkeys(ordered), tuple(unmatched))

    def named(self, name: str) -> frozenset[str]:
        """Ids of the components that have this id, or else this title."""
        return frozenset({name}) if name in self._order else self._names["components"].get(name, frozenset())

    def _of(self, kind: str, pattern: str) -> frozenset[str]:
        names = self._names[kind]
        if kind == "paths":
            return _under(names, GitIgnoreSpec.from_lines([pattern], backend="simple").match_file)
        if kind == "components" and pattern in self._order:
            return frozenset({pattern})  # what is called by its id is not called by somebody else's title
        exact = names.get(pattern, frozenset())
        if exact or not _WILD.search(pattern):
            return exact
        if kind == "kubernetes":
            parts = [re.compile(translate(part)).match for part in pattern.split("/")]
            return _under(names, lambda name: _part_by_part(parts, name.split("/")))
        whole = re.compile(translate(pattern)).match
        return _under(names, lambda name: whole(name) is not None)


def _under(names: Names, matches: Callable[[str], bool]) -> frozenset[str]:
    return frozenset(id_ for name, ids in names.items() if matches(name) for id_ in ids)


def _part_by_part(parts: Sequence[Callable[[str], object]], names: Sequence[str]) -> bool:
    return len(parts) == len(names) and all(match(name) for match, name in zip(parts, names, strict=True))


def _patterns(match: Match) -> Iterator[tuple[str, str]]:
    for kind in ("components", "paths", "kubernetes", "terraform"):
        for pattern in getattr(match, kind):
            yield kind, pattern


def _names(component: Component) -> Iterator[tuple[str, str]]:
    yield "components", component.id
    yield "components", component.title
    for sighting in component.sightings:
        yield "paths", sighting.location.path
        if sighting.family == "terraform":
            yield "terraform", without_keys(sighting.address)
        elif sighting.family == "kubernetes":
            kind, _, rest = sighting.address.partition("/")
            namespace, _, name = rest.rpartition("/")
            for called in (f"{kind}/{namespace}/{name}", f"{namespace}/{name}", name):
                yield "kubernetes", called
