"""Makes the architecture model of a system."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.resource import Reference, Resource
from scanner.modelling.components import Names, find_components
from scanner.modelling.relations import find_relations


def build_model(resources: Sequence[Resource], references: Sequence[Reference]) -> ArchitectureModel:
    """Components with their layers, and the relations between them.

    Args:
        resources: Everything that was parsed.
        references: Which resource names which.
    """
    names = Names(resources)
    components = find_components(resources, names)
    relations = find_relations(components, resources, references, names)
    return ArchitectureModel(components=components, relations=relations)
