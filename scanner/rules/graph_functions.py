"""Functions of expressions that ask about the architecture: relations, paths, cycles, shared stores.

What an answer rests on is traced, so that a finding can show it step by step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath

from scanner.domain.architecture import Component, Exposure, LooseEnd, Relation, RelationKind
from scanner.domain.entrances import entrances
from scanner.domain.graph import RUNS, USES, Graph, weakest
from scanner.domain.resource import ResourceKind, Unknown, Value
from scanner.rules.elsewhere import cannot_tell
from scanner.rules.patterns import occurs
from scanner.rules.signatures import FunctionSignature, ValueType

_TEXT, _BOOL, _LIST, _MAP = ValueType.STRING, ValueType.BOOL, ValueType.LIST, ValueType.MAP

GRAPH_FUNCTIONS: tuple[FunctionSignature, ...] = (
    FunctionSignature("component", {"address": _TEXT}, _MAP, about_subject=True, is_known=True),
    FunctionSignature("component_of", {"file": _TEXT}, _MAP, about_subject=True, is_known=True),
    FunctionSignature("related", {"id": _TEXT, "kind": _TEXT}, _LIST, about_subject=True, is_known=True),
    FunctionSignature("relating", {"id": _TEXT, "kind": _TEXT}, _LIST, about_subject=True, is_known=True),
    FunctionSignature("path", {"id": _TEXT, "to": _TEXT, "kinds": _LIST}, _LIST, about_subject=True, is_known=True),
    FunctionSignature("exposed", {"id": _TEXT}, _BOOL, about_subject=True),
    FunctionSignature("entrances", {"id": _TEXT}, _LIST, about_subject=True, is_known=True),
    FunctionSignature("users", {"id": _TEXT}, _LIST, about_subject=True, is_known=True),
    FunctionSignature("shares_store", {"id": _TEXT}, _LIST, about_subject=True, is_known=True),
    FunctionSignature("in_cycle", {"id": _TEXT, "kind": _TEXT}, _BOOL, about_subject=True),
    FunctionSignature("loose_ends", {"id": _TEXT, "kinds": _LIST}, _LIST, about_subject=True, is_known=True),
    FunctionSignature("out_of_sight", {"id": _TEXT, "kinds": _LIST, "wanted": _TEXT}, _BOOL, about_subject=True),
    FunctionSignature("seekers", {"kinds": _LIST, "wanted": _TEXT}, _LIST, is_known=True),
)
"""Part of the closed vocabulary."""
MAX_OTHERS = 20
"""Other users of the same part that are told with each user: more would take time and change no verdict."""


class GraphFunctions:
    """Runs the functions for one system.

    Args:
        graph: Gives the architecture, when it is first asked about.
        trace: Is given the relations that an answer rests on.
    """

    def __init__(self, graph: Callable[[], Graph], trace: Callable[[Iterable[Relation]], None]) -> None:
        self._make_graph = graph
        self._trace = trace
        self._seekers: dict[tuple[frozenset[RelationKind], str], list[Mapping[str, Value]]] = {}
        self._users: dict[str, list[Mapping[str, Value]]] = {}

    @cached_property
    def _graph(self) -> Graph:
        return self._make_graph()

    @cached_property
    def _by_address(self) -> Mapping[str, str]:
        components = list(self._graph.components.items())
        return {address: name for name, one in reversed(components) for address in one.resources}

    @cached_property
    def _by_folder(self) -> Mapping[str, str]:
        found = {}
        for name, one in self._graph.components.items():
            for seen in one.sightings:
                if seen.family == ResourceKind.CODE:
                    folder = PurePosixPath(seen.address)
                    found[str(folder.parent if seen.address == seen.location.path else folder)] = name
        return found

    def component(self, address: str) -> Mapping[str, Value]:
        """The component that a resource is part of; empty where it makes none."""
        name = self._by_address.get(address)
        return component_facts(self._graph.components[name]) if name else {}

    def component_of(self, file: str) -> Mapping[str, Value]:
        """The component in whose folder a source file lies, the nearest above it; empty where there is none."""
        folders = map(str, PurePosixPath(file).parents)
        name = next((self._by_folder[folder] for folder in folders if folder in self._by_folder), None)
        return component_facts(self._graph.components[name]) if name else {}

    def related(self, name: str, kind: str) -> Sequence[Mapping[str, Value]]:
        """The components to which one has a relation of a kind, with the relation's facts."""
        found = list(self._graph.outgoing(name, {_kind(kind)}))
        self._trace(found)
        return [self._end(one, one.target) for one in found]

    def relating(self, name: str, kind: str) -> Sequence[Mapping[str, Value]]:
        """The components that have a relation of a kind to one, with the relation's facts."""
        found = list(self._graph.incoming(name, {_kind(kind)}))
        self._trace(found)
        return [self._end(one, one.source) for one in found]

    def path(self, name: str, to: str, kinds: Sequence[Value]) -> Sequence[Mapping[str, Value]]:
        """The surest and shortest way to a layer, kind, trait or component; empty where there is none."""
        targets = {to} if to in self._graph.components else self._graph.of(to) - {name}
        route = self._graph.route(name, targets, _kinds(kinds))
        self._trace(route)
        return [relation_facts(one, self._graph) for one in route]

    def exposed(self, name: str) -> bool:
        """Whether the internet reaches a component, itself or through what passes requests on to it."""
        route = self._graph.exposed(name) if name in self._graph.components else None
        self._trace(route or ())
        return route is not None

    def entrances(self, name: str) -> Sequence[Mapping[str, Value]]:
        """Where requests from outside come in, to a component or to what is built from it."""
        found = entrances(self._graph, name)
        self._trace(step for one in found if one.is_public for step in one.route)
        public = {"exposure": Exposure.INTERNET.value}
        return [{**component_facts(one.component), **(public if one.is_public else {})} for one in found]

    def users(self, name: str) -> Sequence[Mapping[str, Value]]:
        """Who reads, writes or holds credentials of a store, each with its owner and the part that it uses."""
        if name not in self._users:
            self._users[name] = self._users_of(name)
        for by_user in self._graph.users.get(name, {}).values():
            for route in by_user.values():
                self._trace(route)
        return self._users[name]

    def _users_of(self, name: str) -> list[Mapping[str, Value]]:
        found: list[Mapping[str, Value]] = []
        for part, by_user in self._graph.users.get(name, {}).items():
            by_owner: defaultdict[str, list[Mapping[str, Value]]] = defaultdict(list)
            for user, route in by_user.items():
                by_owner[self._graph.owner(user)].append(self._user(user, part, route))
            for owner, members in by_owner.items():
                rest = (one for other, them in by_owner.items() if other != owner for one in them)
                others = list(islice(rest, MAX_OTHERS))
                found.extend({**one, "others": others} for one in members)
        return found

    def _user(self, name: str, part: str, route: Sequence[Relation]) -> dict[str, Value]:
        return {
            **component_facts(self._graph.components[name]),
            "part": part,
            **self._owner(name),
            "confidence": weakest(one.confidence for one in route).value,
        }

    def _owner(self, name: str) -> dict[str, Value]:
        sure = weakest(one.confidence for one in self._graph.made_of(name))
        return {"owner": self._graph.owner(name), "owner_confidence": sure.value}

    def shares_store(self, name: str) -> Sequence[Mapping[str, Value]]:
        """The databases that others use too, with who they are: the same database, not merely the same server."""
        found: list[Mapping[str, Value]] = []
        own = self._graph.owner(name)
        for store, parts in self._graph.users.items():
            for part, by_user in parts.items():
                if name not in by_user:
                    continue
                others = {user: route for user, route in by_user.items() if self._graph.owner(user) != own}
                if not others:
                    continue
                for route in (by_user[name], *others.values()):
                    self._trace(route)
                facts = component_facts(self._graph.components[store])
                found.append({**facts, "part": part, "others": sorted(others)})
        return found

    def in_cycle(self, name: str, kind: str) -> bool:
        """Whether relations of a kind lead from a component back to it."""
        route = self._graph.cycle(name, {_kind(kind)}) if name in self._graph.components else ()
        self._trace(route)
        return bool(route)

    def loose_ends(self, name: str, kinds: Sequence[Value]) -> Sequence[Mapping[str, Value]]:
        """What begins in a component, or in what it reaches, and leads nowhere that can be seen."""
        ends = self._graph.loose_ends(name, _kinds(kinds))
        return [
            {
                "kind": one.kind.value,
                "source": one.source,
                "wanted": one.wanted,
                "reason": one.reason,
                "place": _placed(one),
            }
            for one in ends
        ]

    def out_of_sight(self, name: str, kinds: Sequence[Value], wanted: str) -> bool | Unknown:
        """Unknown where something of the kinds leads to what is wanted and cannot be seen; false otherwise, never true.

        Args:
            name: Where it begins; ``''`` for anywhere.
            kinds: Of the relation.
            wanted: Pattern (RE2) of what it leads to, as it is written.
        """
        begin = (name,) if name else tuple(self._graph.components)
        found = dict.fromkeys(end for one in begin for end in self._graph.loose_ends(one, _kinds(kinds)))
        return cannot_tell([_placed(end) for end in found if occurs(end.wanted, wanted)])

    def seekers(self, kinds: Sequence[Value], wanted: str) -> Sequence[Mapping[str, Value]]:
        """Who acts and has something that leads, out of sight, to what is wanted, each with its owner.

        Args:
            kinds: Of the relation.
            wanted: Pattern (RE2) of what it leads to, as it is written.
        """
        asked = _kinds(kinds), wanted
        if asked not in self._seekers:
            self._seekers[asked] = list(self._seeking(*asked))
        return self._seekers[asked]

    def _seeking(self, kinds: frozenset[RelationKind], wanted: str) -> Iterator[Mapping[str, Value]]:
        for name in self._graph.loosely(kinds):
            component = self._graph.components[name]
            ends = self._graph.loose_ends(name, kinds) if component.kind in RUNS else ()
            found = {end.wanted: end for end in ends if occurs(end.wanted, wanted)}
            if found:
                yield {
                    **component_facts(component),
                    **self._owner(name),
                    "wanted": list(found),
                    "places": [_placed(end) for end in found.values()],
                }

    def _end(self, relation: Relation, name: str) -> Mapping[str, Value]:
        facts = relation_facts(relation, self._graph)
        return {
            **component_facts(self._graph.components[name]),
            **{key: facts[key] for key in ("fact", "confidence", "ports", "detail")},
        }


def _placed(end: LooseEnd) -> str:
    """What a loose end leads to, and where that stands."""
    return f"{end.wanted} ({end.location.path}:{end.location.start_line})"


def component_facts(component: Component) -> dict[str, Value]:
    """What expressions see of a component."""
    return {
        "id": component.id,
        "title": component.title,
        "layer": component.layer.value,
        "layer_confidence": component.layer_confidence.value,
        "layer_reason": component.layer_reason,
        "kind": component.kind.value,
        "exposure": component.exposure.value,
        "technology": component.technology,
        "engine": component.engine,
        "traits": list(component.traits),
        "group": component.group,
        "labels": dict(component.labels),
        "labels_known": component.labels_known,
        "path": component.location.path,
        "families": sorted({one.family for one in component.sightings}),
        "declared": component.declared,
    }


def relation_facts(relation: Relation, graph: Graph) -> dict[str, Value]:
    """What expressions see of a relation."""
    return {
        "kind": relation.kind.value,
        "source": component_facts(graph.components[relation.source]),
        "target": component_facts(graph.components[relation.target]),
        "fact": relation.derived_from,
        "confidence": relation.confidence.value,
        "ports": relation.ports,
        "detail": relation.detail,
    }


def _kind(name: str) -> RelationKind:
    try:
        return RelationKind(name)
    except ValueError:
        raise LookupError(f"there is no relation of the kind {name!r}") from None


def _kinds(names: Sequence[Value]) -> frozenset[RelationKind]:
    return frozenset(_kind(str(name)) for name in names) or USES
