"""Moves the places of a result into the folder from which its reader looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment
from scanner.domain.finding import Evidence, Finding, PathStep, RelatedLocation
from scanner.domain.frozen import Frozen

Move = Callable[[str], str]
"""Gives a path of the result as its reader finds it."""

_Placed = TypeVar("_Placed", bound=Frozen)


def placed(assessment: Assessment, move: Move) -> Assessment:
    """A result whose findings, problems and waivers name files from another folder; nothing else changes.

    Args:
        assessment: The result. Its paths begin in the folder that was scanned.
        move: Tells where a file lies. ``.``, which is all that was scanned, stays.
    """

    def moved(path: str) -> str:
        return path if path == "." else move(path)

    return assessment.model_copy(
        update={
            "findings": tuple(_finding(finding, moved) for finding in assessment.findings),
            "problems": tuple(_at(problem, moved) for problem in assessment.problems),
            "waivers": tuple(_at(waiver, moved) for waiver in assessment.waivers),
            "profile": tuple(_at(answer, moved) for answer in assessment.profile),
        }
    )


def _finding(finding: Finding, move: Move) -> Finding:
    return _at(finding, move).model_copy(
        update={
            "related": tuple(_related(place, move) for place in finding.related),
            "evidence": tuple(_evidence(fact, move) for fact in finding.evidence),
            "path": tuple(_step(step, move) for step in finding.path),
        }
    )


def _related(place: RelatedLocation, move: Move) -> RelatedLocation:
    return place.model_copy(update={"path": move(place.path)})


def _evidence(fact: Evidence, move: Move) -> Evidence:
    return _at(fact, move)


def _step(step: PathStep, move: Move) -> PathStep:
    return _at(step, move).model_copy(update={"proof": tuple(_at(proof, move) for proof in step.proof)})


def _at(value: _Placed, move: Move) -> _Placed:
    """A value with its ``location`` moved, where it has one."""
    location = getattr(value, "location", None)
    if not isinstance(location, Location):
        return value
    return value.model_copy(update={"location": location.model_copy(update={"path": move(location.path)})})
