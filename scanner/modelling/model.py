"""Makes the architecture model of a system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanner.domain.architecture import ArchitectureModel, Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.configuration import Configuration
from scanner.domain.system import System
from scanner.modelling.components import DRAFTERS
from scanner.modelling.declarations import apply
from scanner.modelling.drafts import Draft
from scanner.modelling.index import Index
from scanner.modelling.inheritance import inherit_layers
from scanner.modelling.joining import join
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations import FINDERS
from scanner.modelling.settings import with_settings

_SUREST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


def build_model(system: System, configuration: Configuration | None = None) -> ArchitectureModel:
    """Components with their layers, the relations between them, and what leads nowhere that can be seen.

    Args:
        system: What was parsed; its own model is not looked at.
        configuration: What the supplier declares.
    """
    index = Index(system)
    joined = join(_drafts(index))
    declared = apply(joined.components, configuration)
    known = Known(index, declared.rejoined(joined))
    ties = (tie for find in FINDERS for tie in find(known))
    relations, loose_ends = _sorted(tie for tie in ties if declared.concerns(tie))
    return ArchitectureModel(
        components=with_settings(inherit_layers(declared.kept, relations), known),
        relations=relations,
        loose_ends=loose_ends,
        contradictions=declared.contradictions,
        problems=declared.problems,
    )


def _drafts(index: Index) -> Iterator[Draft]:
    for draft in DRAFTERS:
        yield from draft(index)


def _sorted(ties: Iterable[Tie]) -> tuple[tuple[Relation, ...], tuple[LooseEnd, ...]]:
    """Each relation once, with the surest of its proofs, in a stable order; a bare reference only where it is all."""
    relations: dict[tuple[str, str, str, str], Relation] = {}
    loose: dict[tuple[str, str, str], LooseEnd] = {}
    for tie in ties:
        if isinstance(tie, LooseEnd):
            loose.setdefault((tie.source, tie.kind.value, tie.wanted), tie)
            continue
        key = (tie.source, tie.target, tie.kind.value, tie.detail)
        known = relations.get(key)
        if known is None or _SUREST.index(tie.confidence) < _SUREST.index(known.confidence):
            relations[key] = tie
    understood = {(one.source, one.target) for one in relations.values() if one.kind is not RelationKind.REFERS_TO}
    told = (
        relations[key]
        for key in sorted(relations)
        if relations[key].kind is not RelationKind.REFERS_TO or key[:2] not in understood
    )
    return tuple(told), tuple(loose[key] for key in sorted(loose))
