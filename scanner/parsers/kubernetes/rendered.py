"""Joins what a template has become with what it was: the values of the one, the lines of the other."""

from __future__ import annotations

from collections import OrderedDict, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Position, Resource, Unknown, UnknownReason, Value
from scanner.parsers.kubernetes.objects import as_written, objects_in
from scanner.parsers.kubernetes.patched import Patch, Patches
from scanner.parsers.kubernetes.programs import Rendered, read_written


def rendered_objects(
    documents: Sequence[Rendered],
    again: Sequence[Rendered],
    templates: Mapping[str, Artifact],
    sketches: Iterable[Resource],
) -> tuple[Resource, ...]:
    """The objects of a chart, each at the line of the template that makes it.

    Args:
        documents: What Helm wrote.
        again: The same once more, where something changes each time; what differs is unknown.
        templates: Path in the chart to the file.
        sketches: The templates' objects, as they could be read without rendering.

    Raises:
        EngineError: Some of what Helm wrote could not be read.
    """
    places = Places(sketches)
    other = list(_objects(again, templates)) if again else []
    made = list(_objects(documents, templates))
    if other and len(other) == len(made):
        made = [_settled(*pair) for pair in zip(made, other, strict=True)]
    return tuple(map(places.placed, made))


def _objects(documents: Sequence[Rendered], templates: Mapping[str, Artifact]) -> Iterator[Resource]:
    for document in documents:
        artifact = templates.get(document.path)
        if artifact is not None:
            for node in read_written(document.text):
                yield from objects_in(node, artifact, as_written)


def _settled(one: Resource, other: Resource) -> Resource:
    return one.model_copy(update={"attributes": settled(one.attributes, other.attributes)})


def settled(one: Value, other: Value) -> Value:
    """A value in which every part that was not the same twice is unknown.

    Args:
        one: As it was at first.
        other: As it was the second time.
    """
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {key: settled(value, other.get(key)) for key, value in one.items()}
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [settled(*pair) for pair in zip(one, other, strict=True)]
    return one if one == other else Unknown(reason=UnknownReason.NOT_RENDERED, text="what changes each time")


class Places:
    """Where the objects stand that a program wrote.

    Args:
        sketches: The objects of the files that it was given, as they could be read without it.
        patches: What it laid over them.
    """

    def __init__(self, sketches: Iterable[Resource], patches: Iterable[Patch] = ()) -> None:
        self._patches = Patches(patches)
        self._waiting: defaultdict[tuple[str, str], _Waiting] = defaultdict(_Waiting)
        for sketch in sketches:
            self._waiting[sketch.location.path, sketch.type].add(sketch)

    def placed(self, one: Resource) -> Resource:
        """An object at its place in the file: at that of the sketch of its name, else of the next one of its kind.

        A template that loops has one sketch for many objects: the last one stays.
        """
        sketch = self._waiting[one.location.path, one.type].take(one.name)
        if sketch is None:
            return one.model_copy(update={"location": Location(path=one.location.path), "positions": {}})
        positions = {path: place for path in one.positions if (place := _nearest(path, sketch.positions))}
        origins = self._patches.given(one, sketch)
        return one.model_copy(update={"location": sketch.location, "positions": positions, "origins": origins})


class _Waiting:
    """The sketches of one kind in one file that no object was placed at yet, in their order."""

    def __init__(self) -> None:
        self._left: OrderedDict[int, Resource] = OrderedDict()
        self._named: defaultdict[str, deque[int]] = defaultdict(deque)

    def add(self, sketch: Resource) -> None:
        """Put one behind the others."""
        number = len(self._left)
        self._left[number] = sketch
        self._named[sketch.name].append(number)

    def take(self, name: str) -> Resource | None:
        """The first of a name, else the first; the last one that is left stays."""
        if not self._left:
            return None
        same = self._named.get(name, deque[int]())
        while same and same[0] not in self._left:
            same.popleft()
        number = same[0] if same else next(iter(self._left))
        sketch = self._left[number]
        if len(self._left) > 1:
            del self._left[number]
        return sketch


def _nearest(path: str, positions: Mapping[str, Position]) -> Position | None:
    """Where a value is written, or what holds it: a template may write it with many others by one action."""
    while path and path not in positions:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return positions.get(path)
