"""What expressions see of the architecture: of a component, a relation, a path, and of the repository as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scanner.domain.architecture import Component, LooseEnd, Relation
from scanner.domain.graph import Graph, Route, weakest
from scanner.domain.resource import Value
from scanner.rules.graph_functions import component_facts, relation_facts

REPOSITORY = "repository"
"""The family that is the whole repository, and its one type."""


def component_view(component: Component) -> dict[str, Value]:
    """What an expression about a component sees, but for ``parameters`` and ``today``."""
    return {
        "address": component.id,
        "kind": component.layer.value,
        "name": component.title,
        "path": component.location.path,
        "role": "product",
        "labels": dict(component.labels),
        "component": component_facts(component),
    }


def relation_view(relation: Relation, graph: Graph) -> dict[str, Value]:
    """What an expression about a relation sees, but for ``parameters`` and ``today``."""
    source, target = graph.components[relation.source], graph.components[relation.target]
    return {
        "address": f"{source.id} -> {target.id}",
        "kind": relation.kind.value,
        "name": f"{source.title} -> {target.title}",
        "path": relation.location.path,
        "role": "product",
        "labels": {},
        "relation": relation_facts(relation, graph),
    }


def chain_view(source: Component, route: Route, loose: Sequence[LooseEnd], graph: Graph) -> dict[str, Value]:
    """What an expression about a path sees, but for ``parameters`` and ``today``.

    Args:
        source: Where it begins.
        route: The path; empty where none leads from the source to what the rule asks for.
        loose: What begins on the way and leads nowhere that can be seen.
        graph: The architecture.
    """
    target = graph.components[route[-1].target] if route else None
    return {
        "address": f"{source.id} -> {target.id}" if target else source.id,
        "kind": f"{source.layer.value}->{target.layer.value}" if target else source.layer.value,
        "name": f"{source.title} -> {target.title}" if target else source.title,
        "path": route[0].location.path if route else source.location.path,
        "role": "product",
        "labels": dict(source.labels),
        "chain": {
            "source": component_facts(source),
            "target": component_facts(target) if target else {},
            "steps": [relation_facts(one, graph) for one in route],
            "confidence": weakest(one.confidence for one in route).value,
            "loose": [{"kind": one.kind.value, "wanted": one.wanted, "reason": one.reason} for one in loose],
        },
    }


def repository_view(name: str, facts: Mapping[str, Value]) -> dict[str, Value]:
    """What an expression about the whole repository sees, but for ``parameters`` and ``today``.

    Args:
        name: The source's name.
        facts: ``languages``, ``ecosystems``, ``terraform_types``, ``providers``, ``kubernetes_kinds``,
            ``has_user_interface``, ``has_web_interface``, ``has_http_service``, ``has_infrastructure``, ``has_source``,
            ``only_adaptors``.
    """
    return {
        "address": name,
        "kind": REPOSITORY,
        "name": name,
        "path": ".",
        "role": "product",
        "labels": {},
        "repository": facts,
    }
