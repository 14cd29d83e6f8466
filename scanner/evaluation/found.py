"""What was found of the product for each rule or control, sorted by what it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from scanner.domain.assessment import Assessment
from scanner.domain.finding import Finding, Outcome
from scanner.evaluation.overview import Overview, RuleGroup, of_product

Key = TypeVar("Key")


@dataclass(frozen=True)
class Found:
    """Findings of one rule or control."""

    failures: tuple[Finding, ...] = ()
    """That nobody has waived and that were not known before."""
    known: tuple[Finding, ...] = ()
    """Failures that were, and that nobody has waived."""
    waived: tuple[Finding, ...] = ()
    review: tuple[Finding, ...] = ()
    leads: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()
    passes: tuple[Finding, ...] = ()


def found_by_rule(assessment: Assessment, view: Overview) -> Mapping[tuple[str, str], Found]:
    """What was found, by control and rule.

    Args:
        assessment: The result.
        view: Its overview.
    """
    return _found(assessment, view, lambda finding: (finding.control, finding.rule))


def found_by_control(assessment: Assessment, view: Overview) -> Mapping[str, Found]:
    """What was found, by control.

    Args:
        assessment: The result.
        view: Its overview.
    """
    return _found(assessment, view, lambda finding: finding.control)


def _found(assessment: Assessment, view: Overview, key: Callable[[Finding], Key]) -> Mapping[Key, Found]:
    kinds: dict[Key, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in _each(view.failures):
        kinds[key(finding)]["known" if finding.baseline else "failures"].append(finding)
    told = {"waived": view.waived, "review": view.review, "leads": view.leads, "open": view.open}
    for kind, groups in told.items():
        for finding in _each(groups):
            kinds[key(finding)][kind].append(finding)
    for finding in assessment.findings:
        if finding.outcome is Outcome.PASS and of_product(finding):
            kinds[key(finding)]["passes"].append(finding)
    return {one: Found(**{kind: tuple(found) for kind, found in of.items()}) for one, of in kinds.items()}


def _each(groups: tuple[RuleGroup, ...]) -> Iterator[Finding]:
    for group in groups:
        yield from group.findings
