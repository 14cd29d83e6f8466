"""What a line stands for: a relation, or several in a row that lead through components that are not drawn.

An identity that is not drawn must not hide that whoever acts as it reads a store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from scanner.domain.architecture import (
    ArchitectureModel,
    ComponentKind,
    Confidence,
    Exposure,
    Relation,
    RelationKind,
)

SURE = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)
"""From the surest on."""

_MOST_HOPS = 4
_MOST_MADE = 50_000
"""Ties that are made at most: beyond, the model is no picture any more."""

_REACHED = frozenset({RelationKind.CALLS, RelationKind.READS, RelationKind.WRITES, RelationKind.HOLDS_CREDENTIAL_OF})
_ASKED = frozenset({RelationKind.CALLS, RelationKind.ROUTES_TO, RelationKind.EXPOSES, RelationKind.CAN_REACH})
_OPENED = frozenset({RelationKind.CALLS, RelationKind.HOLDS_CREDENTIAL_OF, RelationKind.READS})

_PASSED: Mapping[ComponentKind, tuple[frozenset[RelationKind], frozenset[RelationKind]]] = {
    ComponentKind.IDENTITY: (frozenset({RelationKind.RUNS_AS}), _REACHED | {RelationKind.RUNS_AS}),
    ComponentKind.SECRET: (frozenset({RelationKind.READS}), _OPENED),
    ComponentKind.CONFIGURATION: (frozenset({RelationKind.READS}), _OPENED),
    ComponentKind.LIBRARY: (frozenset({RelationKind.IMPORTS}), _REACHED | {RelationKind.IMPORTS}),
    ComponentKind.SERVICE: (_ASKED, frozenset({RelationKind.ROUTES_TO})),
}
"""By kind of what is not drawn: relations by which it is used, and what its user then does through it."""


@dataclass(frozen=True)
class Tie:
    """A relation, or several in a row."""

    source: str
    target: str
    kind: RelationKind
    """What the source does to the target."""
    relations: tuple[int, ...]
    """Positions in the model's relations, in order."""
    confidence: Confidence
    """Of the least sure of them."""


def lone_services(model: ArchitectureModel) -> Mapping[str, str]:
    """Kubernetes Services that are but a name of one workload, with that workload.

    Args:
        model: Components and relations.
    """
    kinds = {one.id: one.kind for one in model.components}
    inner = {
        one.id
        for one in model.components
        if one.kind is ComponentKind.SERVICE and one.exposure is not Exposure.INTERNET
    }
    targets: dict[str, set[str]] = defaultdict(set)
    for relation in model.relations:
        if relation.source not in inner:
            continue
        if relation.kind is RelationKind.ROUTES_TO and relation.target in kinds:
            targets[relation.source].add(relation.target)
        elif relation.kind is RelationKind.EXPOSES:
            inner.discard(relation.source)
    alone = {key: next(iter(found)) for key, found in targets.items() if len(found) == 1 and key in inner}
    return {key: found for key, found in alone.items() if kinds[found] is not ComponentKind.SERVICE}


def ties(model: ArchitectureModel, hidden: Set[str]) -> list[Tie]:
    """Everything that lines stand for, the relations of the model first.

    Args:
        model: Components and relations.
        hidden: Ids of components that are not drawn.
    """
    direct = [
        Tie(one.source, one.target, one.kind, (position,), one.confidence)
        for position, one in enumerate(model.relations)
        if one.source not in hidden and one.target not in hidden
    ]
    known = {(one.source, one.target, one.kind) for one in direct}
    return [*direct, *_Detours(model, hidden).ties(known)]


class _Detours:
    """Ways through what is not drawn."""

    def __init__(self, model: ArchitectureModel, hidden: Set[str]) -> None:
        self._relations = model.relations
        self._hidden = hidden
        self._kinds = {one.id: one.kind for one in model.components}
        self._out: dict[str, list[int]] = defaultdict(list)
        for position, one in enumerate(model.relations):
            if one.source in hidden:
                self._out[one.source].append(position)

    def ties(self, known: set[tuple[str, str, RelationKind]]) -> Iterator[Tie]:
        """Each source, target and kind once, and none that a relation says already."""
        made = 0
        for position, one in enumerate(self._relations):
            if one.source in self._hidden or one.target not in self._hidden:
                continue
            for way in self._onward((position,)):
                kind = self._meaning(way)
                end = self._relations[way[-1]].target
                if end == one.source or (one.source, end, kind) in known:
                    continue
                known.add((one.source, end, kind))
                sure = max((self._relations[at].confidence for at in way), key=SURE.index)
                yield Tie(one.source, end, kind, way, sure)
                made += 1
                if made == _MOST_MADE:
                    return

    def _onward(self, start: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """All ways that go on from a relation to what is drawn, each hidden component passed once."""
        passed = {self._relations[start[0]].target}
        ways = [start]
        for way in ways:
            if len(way) == _MOST_HOPS:
                continue
            for position in self._next(self._relations[way[-1]]):
                one = self._relations[position]
                if one.target not in self._hidden:
                    if one.kind in _REACHED or one.kind is RelationKind.ROUTES_TO:
                        yield (*way, position)
                elif one.target not in passed:
                    passed.add(one.target)
                    ways.append((*way, position))

    def _next(self, last: Relation) -> Iterator[int]:
        """Relations of a hidden component that say what its user does."""
        used, done = _PASSED.get(self._kinds[last.target], (frozenset(), frozenset()))
        if last.kind in used:
            for position in self._out[last.target]:
                one = self._relations[position]
                if one.kind in done and one.target in self._kinds:
                    yield position

    def _meaning(self, way: tuple[int, ...]) -> RelationKind:
        """The last relation says it, except that a Service only stands for what it routes to."""
        last = self._relations[way[-1]]
        if self._kinds[last.source] is ComponentKind.SERVICE:
            return self._relations[way[-2]].kind
        return last.kind
