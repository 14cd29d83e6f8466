"""Where requests from outside come in to a component, whether or not it is known from how far."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import NamedTuple

from scanner.domain.architecture import Component, ComponentKind, Exposure, Relation, RelationKind
from scanner.domain.graph import Graph, Route

_ENTRANCES = frozenset({ComponentKind.EDGE, ComponentKind.SERVICE})
"""Kinds of components by which requests come in, even if it is not known from where."""


class Entrance(NamedTuple):
    """Where requests from outside come in."""

    component: Component
    is_public: bool
    """The internet reaches it; if not, it is within, or nobody can tell."""
    route: Route
    """From there to what was asked about."""


def entrances(graph: Graph, name: str) -> list[Entrance]:
    """Where requests come in to a component, or to what is built from it.

    Args:
        graph: The architecture.
        name: Id of the component.

    Returns:
        What the internet reaches, and the edges and services to which nothing else passes requests on, nearest first.
    """
    if name not in graph.components:
        return []
    built = (one.source for one in graph.incoming(name, {RelationKind.BUILT_FROM}))
    queue = deque(dict.fromkeys((name, *built)))
    ends, came = frozenset(queue), dict[str, Relation]()
    found: list[Entrance] = []
    while queue:
        current = queue.popleft()
        one, route = graph.components[current], _onwards(current, came)
        before = list(graph.incoming(current, {RelationKind.ROUTES_TO}))
        exposing = tuple(graph.incoming(current, {RelationKind.EXPOSES}))[:1]
        if exposing or one.exposure is Exposure.INTERNET:
            found.append(Entrance(one, is_public=True, route=(*exposing, *route)))
        elif route and not before and one.kind in _ENTRANCES:
            found.append(Entrance(one, is_public=False, route=route))
        for relation in before:
            if relation.source not in came and relation.source not in ends:
                came[relation.source] = relation
                queue.append(relation.source)
    return found


def _onwards(name: str, came: Mapping[str, Relation]) -> Route:
    route = []
    while name in came:
        route.append(came[name])
        name = came[name].target
    return tuple(route)
