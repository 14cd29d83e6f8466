"""Gives what runs the layer of the code that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scanner.domain.architecture import Component, ComponentKind, Confidence, LayerId, Relation, RelationKind

_RUNS = frozenset({ComponentKind.WORKLOAD, ComponentKind.COMPUTE, ComponentKind.JOB, ComponentKind.IMAGE})
_SUREST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


def inherit_layers(components: Iterable[Component], relations: Iterable[Relation]) -> tuple[Component, ...]:
    """Give what runs, and of whose layer only its name speaks, the layer of the code of which it is built.

    Args:
        components: As they were found.
        relations: Of which those that say what is built from what count.

    Returns:
        The components in their order. One that is built from code of several layers keeps its own.
    """
    known = {component.id: component for component in components}
    built: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.kind is RelationKind.BUILT_FROM and relation.source in known and relation.target in known:
            built.setdefault(relation.source, []).append(relation)
    return tuple(_inherited(one, built.get(one.id, ()), known) for one in known.values())


def _traits(component: Component, origin: Component, confidence: Confidence) -> tuple[str, ...]:
    """With those of the code, unless only a likeness says that it is made of it: traits can excuse what it does."""
    if confidence is Confidence.LOW:
        return component.traits
    return tuple(sorted({*component.traits, *origin.traits}))


def _inherited(component: Component, built: Sequence[Relation], known: dict[str, Component]) -> Component:
    if component.kind not in _RUNS or component.declared or component.layer_confidence is not Confidence.LOW:
        return component
    origins = [(relation, known[relation.target]) for relation in built]
    origins = [(relation, origin) for relation, origin in origins if origin.layer is not LayerId.UNASSIGNED]
    if len({origin.layer for _, origin in origins}) != 1:
        return component
    relation, origin = min(origins, key=lambda pair: _SUREST.index(pair[0].confidence))
    confidence = max(relation.confidence, origin.layer_confidence, key=_SUREST.index)
    place = f"{relation.location.path}:{relation.location.start_line}"
    return component.model_copy(
        update={
            "layer": origin.layer,
            "layer_confidence": confidence,
            "layer_reason": f"it is built from {origin.title} ({place}): {origin.layer_reason}",
            "traits": _traits(component, origin, relation.confidence),
        }
    )
