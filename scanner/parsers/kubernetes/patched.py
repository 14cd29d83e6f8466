"""Which values of an object that Kustomize wrote stand in a patch, and where: a file, or a text in the kustomization.

Kustomize says from which file an object comes, and not which patch gave it a value. A value that the object's own file
does not hold, and a patch for its kind does, is that patch's.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Origin, Position, Resource, Value
from scanner.parsers.kubernetes.kustomize import Kustomization
from scanner.parsers.kubernetes.reading import Reading
from scanner.parsers.nodes import MAX_PATH, MAX_POSITIONS, Node
from scanner.parsers.positioned import decode, read_documents

Fact = tuple[str, str]
"""A value as text, and where it stands, without the numbers of lists: a patch has other numbers."""
_MOST_COMPARED = 100
"""Patches that one object is compared with; each of thousands of objects would be with each of thousands of patches."""


@dataclass(frozen=True)
class Patch:
    """A part of an object, which Kustomize lays over the whole."""

    path: str
    kind: str
    facts: Mapping[Fact, Position]


def patches_in(reading: Reading, parts: Sequence[Kustomization], files: Mapping[str, Artifact]) -> list[Patch]:
    """The patches that folders apply: those in files, and those written in the kustomizations themselves.

    Args:
        reading: Gives what the files hold.
        parts: The folders' kustomizations.
        files: All files that Kustomize may read, by path.
    """
    found: list[Patch] = []
    for path in sorted({path for part in parts for path in part.patches()} & files.keys()):
        data = reading.read(files[path])
        found.extend(_patches(path, decode(data)) if data is not None else ())
    for part in parts:
        data = reading.read(part.artifact)
        lines = decode(data).splitlines() if data is not None else []
        for written in part.written_patches():
            found.extend(_patches(part.artifact.path, written.as_text(), _placing(written, lines)))
    return found


def _as_it_stands(place: Position) -> Position:
    return place


def _patches(path: str, text: str, placing: Callable[[Position], Position] = _as_it_stands) -> Iterator[Patch]:
    """The patches of a text, each value where ``placing`` puts its place in the text."""
    for document in read_documents(text).documents:
        value, places = document.value(), document.positions()
        if isinstance(value, Mapping) and isinstance(value.get("kind"), str):
            facts = {fact: placing(places[at]) for at, fact in _facts(value) if at in places}
            yield Patch(path, str(value["kind"]), facts)


def _placing(written: Node, lines: Sequence[str]) -> Callable[[Position], Position]:
    """How places in a text that stands in a file become places in the file.

    Only a block (``|``) has the lines of the file; what is written in another way all stands where it begins.
    """
    above = written.position.line
    first, below = written.as_text().partition("\n")[0], "".join(lines[above : above + 1])
    if not first.strip() or below.strip() != first.strip():
        return lambda _: written.position
    indent = len(below) - len(below.lstrip()) - (len(first) - len(first.lstrip()))
    return lambda place: Position(above + place.line, indent + place.column)


class Patches:
    """Patches, found by what they give.

    Args:
        patches: Of all folders that objects were made of.
    """

    def __init__(self, patches: Iterable[Patch] = ()) -> None:
        self._patches = tuple(patches)
        self._giving: defaultdict[str, defaultdict[Fact, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, patch in enumerate(self._patches):
            for fact in patch.facts:
                self._giving[patch.kind][fact].append(number)

    def given(self, made: Resource, sketch: Resource) -> dict[str, Origin]:
        """Where the values of an object are written that a patch gave it, by attribute path.

        Args:
            made: The object as Kustomize wrote it.
            sketch: The same as its own file holds it.
        """
        giving = self._giving.get(made.type)
        if giving is None:
            return {}
        own = {fact for _, fact in _facts(sketch.attributes) if fact in giving}
        shown = {path: fact for path, fact in islice(_facts(made.attributes), MAX_POSITIONS) if fact in giving}
        facts = own.union(shown.values())
        new = set(shown.values()) - own
        places: dict[Fact, Origin] = {}
        # Apps of one skeleton have patches of one kind and name: its own is the one that it shows most of.
        likely = [(_shown(patch, facts), patch) for patch in self._likely(giving, new)]
        for share, patch in sorted(likely, key=lambda one: -one[0]):
            if share <= 1 / 2:
                break
            for fact in patch.facts.keys() & new:
                if fact not in places:
                    places[fact] = _origin(patch, fact)
        return {path: places[fact] for path, fact in shown.items() if fact in places}

    def _likely(self, giving: Mapping[Fact, Sequence[int]], new: Iterable[Fact]) -> list[Patch]:
        """The patches that give one of the facts, in their order; of very many, those of what the fewest give."""
        found: set[int] = set()
        for fact in sorted(new, key=lambda one: (len(giving[one]), one)):
            found.update(giving[fact][: _MOST_COMPARED - len(found)])
        return [self._patches[number] for number in sorted(found)]


def _origin(patch: Patch, fact: Fact) -> Origin:
    line, column = patch.facts[fact]
    return Origin(address=patch.path, location=Location(path=patch.path, start_line=line, start_column=column))


def _shown(patch: Patch, facts: Collection[Fact]) -> float:
    return len(patch.facts.keys() & facts) / max(len(patch.facts), 1)


def _facts(value: Value, path: str = "", bare: str = "") -> Iterator[tuple[str, Fact]]:
    """Every single value, and every element of a list, below one; nothing below a path that is very long."""
    if isinstance(value, Mapping):
        if len(bare) > MAX_PATH:
            return
        for key, item in value.items():
            yield from _facts(item, f"{path}.{key}" if path else key, f"{bare}.{key}")
    elif isinstance(value, list | tuple):
        if len(bare) > MAX_PATH:
            return
        element = f"{bare}[]"
        for number, item in enumerate(value):
            below = f"{path}[{number}]"
            if isinstance(item, Mapping):
                yield below, (element, _digest(item))
            yield from _facts(item, below, element)
    else:
        yield path, (bare, str(value))


def _digest(item: Mapping[str, Value]) -> str:
    """Stands for an element: lists in lists would be kept as text once for each level."""
    return hashlib.sha256(json.dumps(item, sort_keys=True, default=str).encode()).hexdigest()
