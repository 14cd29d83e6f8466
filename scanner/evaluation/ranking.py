"""Which finding stands before which, and how its severity is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.domain.record import Record, promise
from scanner.domain.rule import Rule

_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}


class Ranked(Protocol):
    """A finding, or findings of one rule."""

    @property
    def severity(self) -> Severity:
        """As grave as it is told."""

    @property
    def weight(self) -> Severity:
        """How grave it is for gates, scores and waivers."""

    @property
    def record(self) -> Record | None:
        """How often its rule was right elsewhere."""


def rank(one: Ranked) -> tuple[bool, int, float]:
    """A key that sorts what gates close for first, then the gravest, and of one severity the surest.

    What a rule calls critical stands before all, though it is told as medium: no report may cut what closed the gate.
    """
    return one.weight is not Severity.CRITICAL, _SEVERITIES[one.severity], -promise(one.record)


def rank_of_lead(lead: Finding, rules: Mapping[str, Rule]) -> tuple[int, bool, float]:
    """A key that sorts leads: what their rule calls grave first, then what names a place, then the surest.

    All leads are told as medium at most, so their own severity would put a missing page before an open database.

    Args:
        lead: The finding.
        rules: Name to rule; the severity that is told stands in for that of a rule that is not at hand.
    """
    rule = rules.get(lead.rule)
    whole = lead.location.path == "."
    return _SEVERITIES[rule.severity if rule else lead.severity], whole, -promise(lead.record)


def rank_within(finding: Finding, rules: Mapping[str, Rule]) -> tuple[float, ...]:
    """A key that sorts findings of all kinds: leads in their order, after all others.

    Args:
        finding: The finding.
        rules: Name to rule.
    """
    return (True, *rank_of_lead(finding, rules)) if finding.lead else (False, *rank(finding))


def grade(one: Ranked) -> str:
    """``graded high`` where the rule calls it graver than it is told; empty elsewhere."""
    return f"graded {one.weight.value}" if _SEVERITIES[one.weight] < _SEVERITIES[one.severity] else ""


def told_severity(one: Ranked) -> str:
    """``medium``, or ``medium (graded high)``."""
    graded = grade(one)
    return f"{one.severity.value} ({graded})" if graded else one.severity.value
