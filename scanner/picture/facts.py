"""What the page tells of a component or relation on which a reader clicks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from scanner.domain.architecture import ArchitectureModel, Component, Relation
from scanner.domain.artifact import Location
from scanner.picture.naming import group_label, plain_technology
from scanner.picture.scene import Scene
from scanner.picture.violations import Violation, Violations
from scanner.picture.wording import safe

Facts = dict[str, Any]


def facts_of(model: ArchitectureModel, broken: Violations) -> Facts:
    """Facts of all components and relations, by their position in the model.

    Args:
        model: Components and relations.
        broken: Violations.
    """
    ties: dict[str, list[int]] = defaultdict(list)
    for position, relation in enumerate(model.relations):
        ties[relation.source].append(position)
        if relation.target != relation.source:
            ties[relation.target].append(position)
    known = {component.id: position for position, component in enumerate(model.components)}
    loose: dict[str, list[str]] = defaultdict(list)
    for end in model.loose_ends:
        loose[end.source].append(safe(f"{end.kind.value} {end.wanted}: {end.reason} ({place(end.location)})"))
    contradicted: dict[str, list[str]] = defaultdict(list)
    for one in model.contradictions:
        contradicted[one.component].append(safe(f"declared: {one.declared}; evidence: {one.evidence}"))
    return {
        "components": [
            _component(one, broken)
            | {"ties": ties[one.id], "loose": loose[one.id], "contradictions": contradicted[one.id]}
            for one in model.components
        ],
        "relations": [_relation(one, known, broken) for one in model.relations],
    }


def scene_facts(scene: Scene) -> Facts:
    """Which components and relations the boxes and lines stand for."""
    return {
        "boxes": [{"title": box.title, "members": list(box.members), "inner": list(box.inner)} for box in scene.boxes],
        "lines": [[{"kind": tie.kind.value, "way": list(tie.relations)} for tie in line.ties] for line in scene.lines],
    }


def place(location: Location) -> str:
    """File and line."""
    return safe(f"{location.path}:{location.start_line}")


def _component(one: Component, broken: Violations) -> Facts:
    return {
        "title": safe(one.title) or safe(one.id),
        "id": safe(one.id),
        "layer": one.layer.value,
        "reason": safe(one.layer_reason),
        "sure": one.layer_confidence.value,
        "kind": one.kind.value,
        "technology": plain_technology(one.technology),
        "engine": safe(one.engine),
        "exposure": one.exposure.value,
        "group": group_label(one.group),
        "traits": [safe(trait) for trait in one.traits],
        "sightings": [
            f"{safe(seen.address)} ({safe(seen.family)}) {place(seen.location)}"
            + (f", joined by {safe(seen.joined_by)} ({seen.confidence.value})" if seen.joined_by else "")
            for seen in one.sightings
        ]
        or [place(one.location)],
        **_marks(broken.components.get(one.id, ())),
    }


def _relation(one: Relation, known: dict[str, int], broken: Violations) -> Facts:
    return {
        "from": known.get(one.source, -1),
        "to": known.get(one.target, -1),
        "kind": one.kind.value,
        "fact": safe(one.derived_from),
        "place": place(one.location),
        "confidence": one.confidence.value,
        "ports": safe(one.ports),
        "proof": [f"{safe(step.fact)} ({place(step.location)})" for step in one.proof],
        "breaks": safe(one.breaks),
        **_marks(broken.relations.get((one.source, one.target, one.kind.value), ())),
    }


def _marks(found: Sequence[Violation]) -> Facts:
    told = [(one.review, f"{one.rule}: {one.message} ({one.place})") for one in found]
    return {
        "violations": [text for review, text in told if not review],
        "reviews": [text for review, text in told if review],
    }
