"""What speaks against a declaration: facts only, never what archscan merely guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.architecture import (
    Component,
    ComponentKind,
    Confidence,
    Contradiction,
    LayerId,
)
from scanner.domain.artifact import Location

_DIGITAL = frozenset({LayerId.PRESENTATION, LayerId.SERVICE, LayerId.INTEGRATION})
_NOT_IN: Mapping[ComponentKind, frozenset[LayerId]] = {
    ComponentKind.STORE: _DIGITAL | {LayerId.HOSTING},
    ComponentKind.INTERFACE: frozenset({LayerId.DATA, LayerId.HOSTING}),
    ComponentKind.EDGE: frozenset({LayerId.DATA}),
    ComponentKind.QUEUE: frozenset({LayerId.PRESENTATION}),
    ComponentKind.NETWORK: frozenset({LayerId.DATA, LayerId.PRESENTATION}),
    ComponentKind.CLUSTER: frozenset({LayerId.DATA, LayerId.PRESENTATION}),
}
"""Where something of a kind cannot be. What runs code can be anywhere: a register is a service in the data layer."""
_MAY_BE: Mapping[str, frozenset[LayerId]] = {
    "static-site": frozenset({LayerId.PRESENTATION, LayerId.HOSTING}),
    "state": frozenset({LayerId.HOSTING}),
    "logs": frozenset({LayerId.HOSTING}),
    "cache": _DIGITAL | {LayerId.HOSTING},
    "session-store": _DIGITAL,
}
"""Stores that are no part of the data layer for what they keep."""
_FIXED = frozenset(_NOT_IN)
"""Kinds that an artefact's type decides."""
_WORDS = {ComponentKind.INTERFACE: "is a user interface", ComponentKind.STORE: "keeps data"}


def against_layer(component: Component, layer: LayerId, place: Location) -> Iterator[Contradiction]:
    """What speaks against a declared layer.

    Args:
        component: As archscan found it, with what labels and tags declare.
        layer: As ``archscan.yaml`` declares it.
        place: Where it does.
    """
    allowed = {one for trait in component.traits for one in _MAY_BE.get(trait, ())}
    evidence = ""
    if component.declared and component.layer is not layer:
        evidence = f"it is in the layer {component.layer.value}: {component.layer_reason}"
    elif _sure(component) and layer in _NOT_IN.get(component.kind, frozenset()) - allowed:
        evidence = f"it {_WORDS.get(component.kind, f'is a {component.kind.value}')}: {component.layer_reason}"
    if evidence:
        yield _contradiction(component, layer.value, evidence, place)


def against_kind(component: Component, kind: ComponentKind, place: Location) -> Iterator[Contradiction]:
    """What speaks against a declared kind; arguments as :func:`against_layer`."""
    if kind is not component.kind and component.kind in _FIXED and _sure(component):
        evidence = f"it {_WORDS.get(component.kind, f'is a {component.kind.value}')}: {component.layer_reason}"
        yield _contradiction(component, f"a {kind.value}", evidence, place)


def _sure(component: Component) -> bool:
    return component.layer_confidence is not Confidence.LOW


def _contradiction(component: Component, declared: str, evidence: str, place: Location) -> Contradiction:
    return Contradiction(
        component=component.id,
        declared=declared,
        evidence=evidence,
        location=place,
        evidence_location=component.location,
    )
