"""What a rule says of one subject, before what is said of the instances of one block becomes one finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scanner.domain.architecture import Confidence, Relation, RelationKind
from scanner.domain.artifact import Location, Role
from scanner.domain.finding import Evidence, Finding, Outcome, PathStep, RelatedLocation
from scanner.domain.graph import weakest
from scanner.domain.resource import Resource
from scanner.engines.findings import at_most_medium, make_finding, unfulfilled
from scanner.interfaces import BoundRule

ADDRESS = "\ufdd0"
"""Stands in a judgement's message for the address of its subject, which is only decided when all are known.

A noncharacter, which no text that is meant to be read holds.
"""


class Judgement(NamedTuple):
    """What one rule says of one subject."""

    bound: BoundRule
    outcome: Outcome
    subject: str
    """Its own address."""
    location: Location
    role: Role
    message: str
    """With :data:`ADDRESS` for the subject."""
    evidence: tuple[Evidence, ...] = ()
    related: tuple[RelatedLocation, ...] = ()
    resource: Resource | None = None
    attribute: str = ""
    """Attribute path that was judged; empty where it is the subject as a whole."""
    route: tuple[Relation, ...] = ()
    """The path through the architecture that it rests on."""
    confidence: Confidence = Confidence.HIGH
    """How sure that path is."""
    asserted: frozenset[str] = frozenset()
    """Attributes of which the assertion speaks, where the rule does not say which one it judges."""
    lesser: bool = False
    """Less grave than the rule."""

    def said_of(self, subject: str) -> str:
        """The message with the subject's name in it."""
        return self.message.replace(ADDRESS, subject)

    def finding(self) -> Finding:
        """The finding that it is by itself."""
        made = make_finding(
            self.bound, self.outcome, self.subject, self.location, self.role, self.said_of(self.subject)
        )
        changes: dict[str, object] = {}
        if self.evidence or self.related:
            changes = {"evidence": self.evidence, "related": self.related}
        if self.route:
            changes["path"] = tuple(step for relation in self.route for step in _steps(relation))
        if self.confidence is not Confidence.HIGH:
            changes["confidence"] = weakest((made.confidence, self.confidence))
        made = made.model_copy(update=changes) if changes else made
        lowered = self.outcome is Outcome.REVIEW and unfulfilled(self.bound) is Outcome.FAIL
        return at_most_medium(made) if lowered or self.lesser else made


def _steps(relation: Relation) -> Iterator[PathStep]:
    """The step that a relation is, or the two of one that goes through another component."""
    last = PathStep(
        source=relation.source,
        target=relation.target,
        kind=relation.kind,
        fact=relation.derived_from,
        location=relation.location,
        proof=relation.proof,
        confidence=relation.confidence,
        breaks=relation.breaks,
    )
    if not relation.via or len(relation.proof) < 2:
        yield last
        return
    read, there, *rest = relation.proof
    own = {"target": relation.via, "kind": RelationKind.READS, "fact": read.fact, "location": read.location}
    yield last.model_copy(update={**own, "proof": ()})
    other = {"source": relation.via, "fact": there.fact, "location": there.location, "proof": tuple(rest)}
    yield last.model_copy(update={**other, "breaks": f"Let only the service that owns the data read {relation.via}."})
