"""Whether a waiver names a finding: its subject, its fingerprint, or every place in which it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.domain.finding import Finding
from scanner.domain.waiver import InlineWaiver, Waiver
from scanner.evaluation.patterns import matches, matches_path


class Target(NamedTuple):
    """What a waiver is for; what is empty is not asked."""

    subject: str = ""
    path: str = ""
    fingerprint: str = ""
    line: int = 0
    """Of a comment."""
    until: int = 0
    """The last line of which a comment speaks."""
    places: int = 0
    """How many places it is for; any number where it does not say."""


class Place(NamedTuple):
    """A place in which a finding holds."""

    path: str
    first: int
    last: int


def target_of(waiver: Waiver | InlineWaiver, location: Location) -> Target:
    """What a waiver is for.

    Args:
        waiver: The waiver.
        location: Where it stands.
    """
    if isinstance(waiver, InlineWaiver):
        return Target(path=location.path, line=location.start_line, until=waiver.until)
    subject, path, fingerprint = waiver.subject.strip(), waiver.path.strip(), waiver.fingerprint.strip().lower()
    return Target(subject, path, fingerprint, places=waiver.places)


def covers(targets: Target | Sequence[Target], finding: Finding, *, one: bool = False) -> bool | None:
    """Whether a finding is named.

    Args:
        targets: A waiver's, or those of several comments together.
        finding: Of the waiver's rule.
        one: It is enough that one of its places is named.

    Returns:
        None where nothing of it is named, False where only some of its places are.
    """
    several = [targets] if isinstance(targets, Target) else targets
    named = [target for target in several if _names(target, finding)]
    if not named:
        return None
    if any(0 < target.places < finding.places for target in named):
        return False
    if any(not target.path for target in named):
        return True
    places = list(places_of(finding))
    found = [any(_lies(target, place) for target in named) for place in places]
    if not any(found):
        return None
    return one or (all(found) and len(places) >= finding.places)


def places_of(finding: Finding) -> Iterable[Place]:
    """The places in which a finding holds: where it was grouped, the others are related to the first."""
    where = finding.location
    yield Place(where.path, where.start_line, where.end_line or where.start_line)
    if finding.places > 1:
        for other in finding.related:
            yield Place(other.path, other.start_line, other.end_line or other.start_line)


def _names(target: Target, finding: Finding) -> bool:
    return (not target.subject or matches(target.subject, finding.subject)) and (
        not target.fingerprint or finding.fingerprint.startswith(target.fingerprint)
    )


def _lies(target: Target, place: Place) -> bool:
    if target.line:
        return target.path == place.path and place.first <= target.until and target.line <= place.last
    return matches_path(target.path, place.path)
