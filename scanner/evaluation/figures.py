"""The numbers of a result, counted once for all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scanner.domain.assessment import Assessment, Status
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.evaluation.overview import Overview, RuleGroup, by_rule, overview
from scanner.evaluation.ranking import grade


@dataclass(frozen=True)
class Figures:
    """How many of what a result holds."""

    failures: int
    """Of the product, under controls that apply, that nobody has waived; known ones among them."""
    by_severity: Mapping[Severity, int]
    """The same, for each severity that is told."""
    graded: Mapping[Severity, int]
    """Those that are told less grave than their rule calls them, for each severity that it calls them."""
    new: int
    """Those of the failures that were not known before; all of them where nothing was compared."""
    known: int
    waived: int
    review: int
    leads: int
    """Questions of low confidence, which are not among those for review."""
    open: int
    outside: int
    """Failures in tests, examples and the like."""
    exempt: int
    """Failures under controls that do not apply."""
    passes: int
    mended: int
    """Failures that the baseline knew and that are gone."""
    problems: int
    statuses: Mapping[Status, int]
    """How many controls have each status."""


def figures(assessment: Assessment, view: Overview | None = None) -> Figures:
    """Count a result.

    Args:
        assessment: The result.
        view: Its overview, where it is at hand.
    """
    view = view or overview(assessment)
    failures = [finding for group in view.failures for finding in group.findings]
    severities = Counter(finding.severity for finding in failures)
    graded = Counter(finding.weight for finding in failures if grade(finding))
    known = sum(finding.baseline for finding in failures)
    statuses = Counter(control.status for principle in assessment.principles for control in principle.controls)
    return Figures(
        failures=len(failures),
        by_severity={severity: severities[severity] for severity in Severity},
        graded={severity: graded[severity] for severity in (Severity.CRITICAL, Severity.HIGH)},
        new=len(failures) - known,
        known=known,
        waived=places(view.waived),
        review=places(view.review),
        leads=places(view.leads),
        open=places(view.open),
        outside=view.outside,
        exempt=view.exempt,
        passes=view.passes,
        mended=len(assessment.comparison.mended) if assessment.comparison else 0,
        problems=len(assessment.problems),
        statuses={status: statuses[status] for status in Status},
    )


def places(groups: Iterable[RuleGroup]) -> int:
    """How many findings groups hold."""
    return sum(len(group.findings) for group in groups)


def new_of(groups: Iterable[RuleGroup]) -> tuple[RuleGroup, ...]:
    """What was not known before, by rule."""
    return by_rule(finding for finding in _findings(groups) if not finding.baseline)


def known_of(groups: Iterable[RuleGroup]) -> tuple[RuleGroup, ...]:
    """What was known before, by rule."""
    return by_rule(finding for finding in _findings(groups) if finding.baseline)


def _findings(groups: Iterable[RuleGroup]) -> Iterator[Finding]:
    for group in groups:
        yield from group.findings
