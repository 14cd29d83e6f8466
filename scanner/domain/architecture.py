"""The architecture as archscan understands it: components in layers, and relations between them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import SkipValidation

from scanner.domain.artifact import Artifact, Location, Source
from scanner.domain.frozen import Frozen
from scanner.domain.resource import Reference, Resource


class LayerId(StrEnum):
    """The layers that the 2018 paper asks to keep apart; the digital service is split in three."""

    HOSTING = "hosting"
    DATA = "data"
    PRESENTATION = "presentation"
    SERVICE = "service"
    INTEGRATION = "integration"
    UNASSIGNED = "unassigned"


class Exposure(StrEnum):
    """From where a component can be reached, as far as its own declaration says."""

    INTERNET = "internet"
    INTERNAL = "internal"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How sure a statement is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Component(Frozen):
    """A part of the system that runs, stores or serves."""

    id: str
    title: str
    layer: LayerId
    layer_reason: str
    """Why it is taken to be in this layer."""
    kind: str
    """``store``, ``compute``, ``edge``, ``queue``, ``identity``, ``network``, ``workload`` or ``source``."""
    exposure: Exposure = Exposure.UNKNOWN
    technology: str = ""
    """Terraform type, container image, language: what it is made with."""
    resources: tuple[str, ...] = ()
    """Addresses of the resources that make it."""
    declared: bool = False
    """The supplier said so, rather than archscan inferred it."""
    location: Location


class RelationKind(StrEnum):
    """What one component does to another."""

    EXPOSES = "exposes"
    CALLS = "calls"
    READS = "reads"
    HOLDS_CREDENTIAL_OF = "holds-credential-of"
    ROUTES_TO = "routes-to"
    REFERS_TO = "refers-to"


class Relation(Frozen):
    """One component's tie to another, with its proof."""

    source: str
    target: str
    kind: RelationKind
    location: Location
    derived_from: str
    """The fact that shows it, in words."""
    confidence: Confidence = Confidence.HIGH


class ArchitectureModel(Frozen):
    """Components and relations of one system."""

    components: tuple[Component, ...] = ()
    relations: tuple[Relation, ...] = ()


class System(Frozen):
    """The system under assessment: everything that was read, and the model made of it."""

    source: Source
    artifacts: SkipValidation[tuple[Artifact, ...]]
    resources: SkipValidation[tuple[Resource, ...]]
    references: SkipValidation[tuple[Reference, ...]] = ()
    model: ArchitectureModel = ArchitectureModel()
