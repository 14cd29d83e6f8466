"""The architecture model as a graph: paths, cycles, and who can be reached from the internet.

Every search is linear in the relations that it follows. Where several paths lead to one component, the one whose
relations are surer is taken, then the shorter one, then the first by name: the same model gives the same path.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from scanner.domain.architecture import (
    ArchitectureModel,
    Component,
    ComponentKind,
    Confidence,
    Exposure,
    LayerId,
    LooseEnd,
    Relation,
    RelationKind,
)

Route: TypeAlias = tuple[Relation, ...]
"""Relations, each of which begins where the one before it ends."""
Kinds: TypeAlias = Collection[RelationKind]

FLOWS = frozenset(
    {
        RelationKind.CALLS, RelationKind.READS, RelationKind.WRITES, RelationKind.HOLDS_CREDENTIAL_OF,
        RelationKind.ROUTES_TO, RelationKind.RUNS_AS, RelationKind.IMPORTS, RelationKind.REFERS_TO,
    }
)  # fmt: skip
"""Relations along which requests and data go, as far as declarations tell."""
ADMITS = frozenset({RelationKind.ROUTES_TO, RelationKind.EXPOSES})
"""Relations along which requests of the internet come in."""
USES = frozenset({RelationKind.READS, RelationKind.WRITES, RelationKind.HOLDS_CREDENTIAL_OF, RelationKind.RUNS_AS})
"""Relations that make somebody a user of a store."""
RUNS = frozenset({ComponentKind.COMPUTE, ComponentKind.WORKLOAD, ComponentKind.JOB, ComponentKind.SOURCE,
                  ComponentKind.INTERFACE})  # fmt: skip
"""Kinds of components that act."""
_SUREST_FIRST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


def weakest(confidences: Iterable[Confidence]) -> Confidence:
    """The lowest of some confidences; high where there is none."""
    return max(confidences, key=_SUREST_FIRST.index, default=Confidence.HIGH)


class Graph:
    """Answers questions about the relations of a model.

    Args:
        model: Components and relations; a relation to a component that is not there is left out.
    """

    def __init__(self, model: ArchitectureModel) -> None:
        self.components: Mapping[str, Component] = {one.id: one for one in model.components}
        self._out: defaultdict[str, list[Relation]] = defaultdict(list)
        self._in: defaultdict[str, list[Relation]] = defaultdict(list)
        self._loose: defaultdict[str, list[LooseEnd]] = defaultdict(list)
        for relation in model.relations:
            if relation.source in self.components and relation.target in self.components:
                self._out[relation.source].append(relation)
                self._in[relation.target].append(relation)
        for end in model.loose_ends:
            self._loose[end.source].append(end)
        self._cycles: dict[frozenset[RelationKind], Mapping[str, int]] = {}

    def outgoing(self, name: str, kinds: Kinds) -> Iterator[Relation]:
        """The relations of some kinds that begin in a component."""
        return (one for one in self._out.get(name, ()) if one.kind in kinds)

    def incoming(self, name: str, kinds: Kinds) -> Iterator[Relation]:
        """The relations of some kinds that end in a component."""
        return (one for one in self._in.get(name, ()) if one.kind in kinds)

    def routes(self, source: str, targets: Collection[str], kinds: Kinds) -> list[Route]:
        """One route from a component to each of the targets that it reaches, nearest first.

        Args:
            source: Id of a component; it is no target of its own.
            targets: Ids of components. A route ends at the first of them that it meets.
            kinds: Relations that are followed.
        """
        sure = self._search(source, targets, kinds, lambda one: one.confidence is not Confidence.LOW)
        every = self._search(source, targets, kinds, lambda _: True) if len(sure) < len(targets) else {}
        return [*sure.values(), *(route for name, route in every.items() if name not in sure)]

    def route(self, source: str, targets: Collection[str], kinds: Kinds) -> Route:
        """The surest and shortest route to any of the targets; empty where there is none."""
        found = self.routes(source, targets, kinds)
        return found[0] if found else ()

    def _search(
        self, source: str, targets: Collection[str], kinds: Kinds, take: Callable[[Relation], bool]
    ) -> dict[str, Route]:
        found: dict[str, Route] = {}
        came: dict[str, Relation | None] = {source: None}
        queue = deque([source])
        while queue:
            for relation in self.outgoing(queue.popleft(), kinds):
                if relation.target in came or not take(relation):
                    continue
                came[relation.target] = relation
                if relation.target in targets:
                    found[relation.target] = _back(relation, came)
                else:
                    queue.append(relation.target)
        return found

    def reaching(self, targets: Iterable[str], kinds: Kinds) -> frozenset[str]:
        """Everything from which a route leads to one of the targets, and the targets themselves."""
        seen, queue = set(targets), deque(targets)
        while queue:
            for relation in self.incoming(queue.popleft(), kinds):
                if relation.source not in seen:
                    seen.add(relation.source)
                    queue.append(relation.source)
        return frozenset(seen)

    def loose_ends(self, source: str, kinds: Kinds) -> list[LooseEnd]:
        """What begins in a component, or in what it reaches, and leads nowhere that can be seen."""
        found: list[LooseEnd] = []
        seen, queue = {source}, deque([source])
        while queue:
            name = queue.popleft()
            found.extend(end for end in self._loose.get(name, ()) if end.kind in kinds)
            for relation in self.outgoing(name, kinds):
                if relation.target not in seen:
                    seen.add(relation.target)
                    queue.append(relation.target)
        return found

    def loosely(self, kinds: Kinds) -> list[str]:
        """The components from which something of some kinds leads nowhere that can be seen, in their order."""
        begin = [name for name, ends in self._loose.items() if any(end.kind in kinds for end in ends)]
        found = self.reaching(begin, kinds)
        return [name for name in self.components if name in found]

    def cycle(self, name: str, kinds: Kinds) -> Route:
        """A shortest route from a component back to itself; empty where there is none."""
        number = self._component_numbers(frozenset(kinds))
        routes = []
        for first in self.outgoing(name, kinds):
            if first.target == name:
                return (first,)
            if number.get(first.target) == number.get(name):
                routes.append((first, *self.route(first.target, {name}, kinds)))
        return min(routes, key=len, default=())

    def exposed(self, name: str) -> Route | None:
        """The route by which the internet reaches a component; empty if it does so directly, None if not at all."""
        if self.components[name].exposure is Exposure.INTERNET:
            return ()
        came: dict[str, Relation] = {}
        queue = deque([name])
        while queue:
            for relation in self.incoming(queue.popleft(), ADMITS):
                if relation.kind is RelationKind.EXPOSES:  # by a rule of the network, or by its own settings
                    return _forth(relation, came, name)
                if relation.source in came or relation.source == name:
                    continue
                came[relation.source] = relation
                if self.components[relation.source].exposure is Exposure.INTERNET:
                    return _forth(relation, came, name)
                queue.append(relation.source)
        return None

    @cached_property
    def users(self) -> Mapping[str, Mapping[str, Mapping[str, Route]]]:
        """Store, part of it, and who acts on it: by which route each does so.

        The part is what relations name inside the store (a database on a server); empty where none is named.
        """
        stores = {one.id for one in self.components.values() if one.kind is ComponentKind.STORE}
        concerned = self.reaching(stores, USES)
        found: defaultdict[str, defaultdict[str, dict[str, Route]]] = defaultdict(lambda: defaultdict(dict))
        for name in self.components:
            if name in concerned and self.components[name].kind in RUNS:
                for route in self.routes(name, stores, USES):
                    part = next((one.detail for one in reversed(route) if one.detail), "")
                    found[route[-1].target][part][name] = route
        return found

    def owner(self, name: str) -> str:
        """What a component belongs to as a product: the code that it is built from, or else itself.

        A web process and a worker of one code base are one owner, also where each has an image of its own.
        """
        made = self.made_of(name)
        return made[-1].target if made else name

    def made_of(self, name: str) -> Route:
        """The surest way from a component over its image to the code that it is built from; empty where unknown."""
        route: list[Relation] = []
        seen = {name}
        while True:
            built = min(
                (one for one in self.outgoing(name, {RelationKind.BUILT_FROM}) if one.target not in seen),
                key=lambda one: (_SUREST_FIRST.index(one.confidence), one.target),
                default=None,
            )
            if built is None:
                return tuple(route)
            route.append(built)
            name = built.target
            seen.add(name)

    def of(self, term: str) -> frozenset[str]:
        """The components that a word of a rule means: a layer, a kind, a trait, ``exposed`` or ``*``."""
        if term not in self._terms:
            self._terms[term] = frozenset(name for name, one in self.components.items() if self._is(one, term))
        return self._terms[term]

    def _is(self, one: Component, term: str) -> bool:
        if term == EXPOSED:
            return self.exposed(one.id) is not None
        return term in ("*", one.layer.value, one.kind.value) or term in one.traits

    @cached_property
    def _terms(self) -> dict[str, frozenset[str]]:
        return {}

    def _component_numbers(self, kinds: frozenset[RelationKind]) -> Mapping[str, int]:
        if kinds not in self._cycles:
            self._cycles[kinds] = _strong_components(
                self.components, lambda name: [one.target for one in self.outgoing(name, kinds)]
            )
        return self._cycles[kinds]


EXPOSED = "exposed"
"""The word of a rule for what the internet can reach."""
TERMS = frozenset({"*", EXPOSED, *(layer.value for layer in LayerId), *(kind.value for kind in ComponentKind)})
"""Words by which a rule names components, besides traits."""


def _back(last: Relation, came: Mapping[str, Relation | None]) -> Route:
    route, step = [last], came[last.source]
    while step is not None:
        route.append(step)
        step = came[step.source]
    return tuple(reversed(route))


def _forth(first: Relation, came: Mapping[str, Relation], end: str) -> Route:
    route = [first]
    while route[-1].target != end:
        route.append(came[route[-1].target])
    return tuple(route)


def _strong_components(names: Iterable[str], targets: Callable[[str], Sequence[str]]) -> Mapping[str, int]:
    """Tarjan's algorithm without recursion: a number for each name, the same for those that reach each other."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    number: dict[str, int] = {}
    for root in names:
        if root in order:
            continue
        work: list[tuple[str, Iterator[str]]] = [(root, iter(targets(root)))]
        order[root] = low[root] = len(order)
        stack.append(root)
        while work:
            name, rest = work[-1]
            following = next(rest, None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == order[name]:
                    _close(name, stack, number)
            elif following not in order:
                order[following] = low[following] = len(order)
                stack.append(following)
                work.append((following, iter(targets(following))))
            elif following not in number:
                low[name] = min(low[name], order[following])
    return number


def _close(root: str, stack: list[str], number: dict[str, int]) -> None:
    mark = len(number)
    while True:
        name = stack.pop()
        number[name] = mark
        if name == root:
            return
