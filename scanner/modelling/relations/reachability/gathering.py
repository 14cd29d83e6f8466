"""Paths through a network as they are found, made one relation for each two components."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scanner.domain.architecture import Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.modelling.relations.reachability.ports import Ports

MOST_PAIRS = 20_000
"""Pairs of components that are told apart; a system with more has no boundaries that a list could show."""
_SUREST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


def weakest(*confidences: Confidence) -> Confidence:
    """How sure a statement is that needs all of others."""
    return max(confidences, key=_SUREST.index)


@dataclass(frozen=True, slots=True)
class Path:
    """One way from a component to another."""

    source: str
    target: str
    location: Location
    fact: str
    ports: Ports | None = None
    confidence: Confidence = Confidence.HIGH
    proof: tuple[Proof, ...] = ()
    breaks: str = ""
    kind: RelationKind = RelationKind.CAN_REACH


class Paths:
    """The ways found so far; of several between two components the surest is told, with the ports of all as sure."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, RelationKind], Path] = {}
        self._loose: dict[tuple[str, RelationKind, str], LooseEnd] = {}

    def stop(self, target: str, location: Location) -> bool:
        """Whether there are more pairs than are told apart; if so, that is told of the target.

        Args:
            target: The component to which more ways would lead.
            location: What lets them in.
        """
        if len(self._found) < MOST_PAIRS:
            return False
        wanted = "all other components that its network lets in"
        reason = f"there are more than {MOST_PAIRS} pairs of components that can reach each other; not all are listed"
        self.lose(target, wanted, reason, location)
        return True

    def add(self, path: Path) -> None:
        """Add a way; one from a component to itself counts only as exposure."""
        if path.source == path.target and path.kind is not RelationKind.EXPOSES:
            return
        key = (path.source, path.target, path.kind)
        known = self._found.get(key)
        if known is None:
            if not self.stop(path.target, path.location):
                self._found[key] = path
            return
        if _SUREST.index(path.confidence) < _SUREST.index(known.confidence):
            self._found[key] = path
        elif path.confidence is known.confidence and path.ports and known.ports and path.ports != known.ports:
            self._found[key] = _with_ports(known, path)

    def lose(
        self, source: str, wanted: str, reason: str, location: Location, kind: RelationKind = RelationKind.CAN_REACH
    ) -> None:
        """Add a way whose other end is not known."""
        end = LooseEnd(source=source, kind=kind, wanted=wanted, reason=reason, location=location)
        self._loose.setdefault((source, kind, wanted), end)

    def ties(self) -> Iterator[Relation | LooseEnd]:
        """All of it."""
        for path in self._found.values():
            yield Relation(
                source=path.source,
                target=path.target,
                kind=path.kind,
                location=path.location,
                derived_from=path.fact,
                confidence=path.confidence,
                proof=path.proof,
                ports=path.ports.text if path.ports else "",
                breaks=path.breaks,
            )
        yield from self._loose.values()


def _with_ports(known: Path, other: Path) -> Path:
    if known.ports is None or other.ports is None:
        return known
    ports = known.ports.either(other.ports)
    if ports == known.ports:
        return known
    return Path(
        source=known.source,
        target=known.target,
        location=known.location,
        fact=known.fact,
        ports=ports,
        confidence=known.confidence,
        proof=(*known.proof, Proof(location=other.location, fact=other.fact))[:_MOST_PROOF],
        breaks=known.breaks,
        kind=known.kind,
    )


_MOST_PROOF = 12
