"""Drafts of components: what one artefact shows, before it is joined with what others show of the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from scanner.domain.architecture import ComponentKind, Confidence, Exposure, LayerId
from scanner.domain.artifact import Location


class JoinKey(NamedTuple):
    """A name by which different artefacts speak of the same thing."""

    kind: str
    """Such as ``image``, ``folder``, ``host``, ``secret``, ``service-account``."""
    value: str
    confidence: Confidence = Confidence.MEDIUM
    """High where one artefact names the other; medium where both use a name that is unique. Weak likeness is no key."""


class LayerGuess(NamedTuple):
    """In which layer something is taken to be, and why."""

    layer: LayerId
    reason: str
    confidence: Confidence = Confidence.MEDIUM
    declared: bool = False


UNASSIGNED = LayerGuess(LayerId.UNASSIGNED, "nothing says in which layer it is", Confidence.LOW)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one artefact shows of a component. Drafts with one id are instances of one thing."""

    id: str
    """Unique in the system: of a resource :meth:`scanner.modelling.names.Names.of`, else ``family:path``."""
    title: str
    kind: ComponentKind
    family: str
    address: str
    location: Location
    layer: LayerGuess = UNASSIGNED
    exposure: Exposure = Exposure.UNKNOWN
    technology: str = ""
    engine: str = ""
    traits: frozenset[str] = frozenset()
    group: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    labels_known: bool = True
    """False where labels that are not known may say in which layer it is."""
    keys: tuple[JoinKey, ...] = ()
