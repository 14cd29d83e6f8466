"""Findings by the beginning of their fingerprint: short enough to be typed, long enough to mean one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise

from scanner.domain.finding import Finding
from scanner.evaluation.redaction import clean

SHORTEST = 8
"""Signs of a fingerprint that are shown at least."""


def short_fingerprints(findings: Iterable[Finding]) -> Mapping[str, str]:
    """Fingerprint to its shortest beginning, of eight signs or more, that no other finding of the result has."""
    ordered = sorted({finding.fingerprint for finding in findings})
    shared = [0, *(_shared(one, other) for one, other in pairwise(ordered)), 0]
    return {
        whole: whole[: max(SHORTEST, shared[place] + 1, shared[place + 1] + 1)] for place, whole in enumerate(ordered)
    }


def with_prefix(findings: Iterable[Finding], prefix: str) -> list[Finding]:
    """The findings whose fingerprint begins so; the one that is it, if there is one."""
    wanted = prefix.strip().lower()
    found = [finding for finding in findings if finding.fingerprint.startswith(wanted)]
    return [finding for finding in found if finding.fingerprint == wanted] or found


def nearest(findings: Sequence[Finding], wanted: str, number: int = 3) -> list[Finding]:
    """Findings whose fingerprint looks most like what was asked for."""
    by_beginning = {finding.fingerprint[: max(SHORTEST, len(wanted))]: finding for finding in findings}
    return [by_beginning[name] for name in get_close_matches(wanted.lower(), by_beginning, number, 0.4)]


def told(finding: Finding) -> str:
    """A finding in a line: fingerprint, rule and place."""
    place = finding.location
    short = finding.fingerprint[: SHORTEST + 4]
    return clean(f"{short}  {finding.outcome.value}  {finding.rule}  {place.path}:{place.start_line}")


def _shared(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))
