"""Which values of an object that Kustomize wrote stand in a patch, and where: a file, or a text in the kustomization.

Kustomize says from which file an object comes, and not which patch gave it a value. A value that the object's own file
does not hold, and a patch for its kind does, is that patch's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Origin, Position, Resource, Value
from scanner.parsers.kubernetes.kustomize import Kustomization
from scanner.parsers.kubernetes.reading import Reading
from scanner.parsers.nodes import Node
from scanner.parsers.positioned import decode, read_documents

Fact = tuple[str, str]
"""A value as text, and where it stands, without the numbers of lists: a patch has other numbers."""


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


def given_by(patches: Sequence[Patch], made: Resource, sketch: Resource) -> dict[str, Origin]:
    """Where the values of an object are written that a patch gave it, by attribute path.

    Args:
        patches: Of all folders that it was made of.
        made: The object as Kustomize wrote it.
        sketch: The same as its own file holds it.
    """
    mine = [patch for patch in patches if patch.kind == made.type]
    if not mine:
        return {}
    own = {fact for _, fact in _facts(sketch.attributes)}
    new = {path: fact for path, fact in _facts(made.attributes) if fact not in own}
    shown = set(new.values()) | own
    origins: dict[str, Origin] = {}
    # Apps that are made of one skeleton have patches of one kind and name: its own is the one that it shows most of.
    for patch in sorted(mine, key=lambda one: -_shown(one, shown)):
        if _shown(patch, shown) <= 1 / 2:
            break
        for path, fact in new.items():
            if fact in patch.facts and path not in origins:
                line, column = patch.facts[fact]
                place = Location(path=patch.path, start_line=line, start_column=column)
                origins[path] = Origin(address=patch.path, location=place)
    return origins


def _shown(patch: Patch, facts: set[Fact]) -> float:
    return len(patch.facts.keys() & facts) / max(len(patch.facts), 1)


def _facts(value: Value, path: str = "", bare: str = "") -> Iterator[tuple[str, Fact]]:
    """Every single value, and every element of a list, below one."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _facts(item, f"{path}.{key}" if path else key, f"{bare}.{key}")
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            below = f"{path}[{number}]"
            if isinstance(item, Mapping):
                yield below, (f"{bare}[]", json.dumps(item, sort_keys=True, default=str))
            yield from _facts(item, below, f"{bare}[]")
    else:
        yield path, (bare, str(value))
