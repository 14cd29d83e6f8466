"""Counts what was found for each control: the only view of the findings that verdicts and scores are made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.artifact import Role
from scanner.domain.catalog import Control, Severity
from scanner.domain.finding import Finding, Outcome
from scanner.interfaces import BoundRule

_JUDGED_ROLES = frozenset({Role.PRODUCT, Role.DOCUMENTATION})

Subject = tuple[str, str]
"""Address and file: the same address in two folders is two subjects."""


@dataclass(frozen=True)
class RuleTally:
    """The subjects of one rule that could be judged."""

    complying: frozenset[Subject]
    failing: frozenset[Subject]


@dataclass(frozen=True)
class Tally:
    """What was found for one control."""

    control: Control
    rules: Mapping[str, RuleTally]
    """Rules with at least one judged subject."""
    critical: int
    """Critical failures that are not waived."""
    waived: int
    review: int
    """Subjects that a person must judge, but for those of doubted failures."""
    doubted: Mapping[str, frozenset[Subject]]
    """Rules that are not sure, each with the subjects that it fails and that are told as leads."""
    open: int
    outside: int
    """Findings in tests, examples and the like, which say nothing of the product."""
    bound: tuple[str, ...]
    """Rules that the policy puts to a system for this control."""
    missing: tuple[tuple[str, int], ...]
    """Engines that could not be run, with the number of rules that therefore were not."""
    findings: Mapping[str, int]
    """Outcome to number of findings."""
    loosened: tuple[str, ...] = ()
    """Parameters by which the policy asks for less than the rules, in words."""
    gravest: Severity | None = None
    """Of the failures that are not waived."""

    @property
    def failing(self) -> frozenset[Subject]:
        """Subjects that some rule fails."""
        return frozenset().union(*(rule.failing for rule in self.rules.values()))

    @property
    def complying(self) -> frozenset[Subject]:
        """Subjects that some rule accepts and none fails."""
        return frozenset().union(*(rule.complying for rule in self.rules.values())) - self.failing

    @property
    def in_doubt(self) -> frozenset[Subject]:
        """Subjects whose failures are told as leads since their rules are not sure."""
        return frozenset().union(*self.doubted.values())


def tally(
    controls: Iterable[Control],
    rules: Sequence[BoundRule],
    findings: Iterable[Finding],
    unavailable: Iterable[str],
    *,
    waivers: bool = True,
) -> dict[str, Tally]:
    """Count the findings of each control.

    Args:
        controls: Controls to count for; findings of others are of no concern here.
        rules: Rules of the policy.
        findings: Merged findings.
        unavailable: Names of rules that no engine could evaluate.
        waivers: False counts a waived failure as any other.

    Returns:
        Control id to its tally, also for controls without any finding.
    """
    of_control: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_control[finding.control].append(finding)
    bound: dict[str, list[BoundRule]] = defaultdict(list)
    for rule in rules:
        bound[rule.rule.control].append(rule)
    missing = frozenset(unavailable)
    return {
        control.id: _of_one(control, bound[control.id], of_control[control.id], missing, waivers=waivers)
        for control in controls
    }


def _of_one(
    control: Control,
    rules: Sequence[BoundRule],
    findings: Sequence[Finding],
    unavailable: frozenset[str],
    *,
    waivers: bool,
) -> Tally:
    elsewhere = {rule.rule.name for rule in rules if Role.PRODUCT not in rule.rule.check.roles}
    judged = [finding for finding in findings if _counts(finding, elsewhere)]
    waived = [finding for finding in judged if waivers and _is_waived(finding)]
    failing = [
        finding for finding in judged if finding.outcome is Outcome.FAIL and not (waivers and _is_waived(finding))
    ]
    loose = {rule.rule.name for rule in rules if rule.loosened}
    missing = Counter(str(rule.rule.check.engine) for rule in rules if rule.rule.name in unavailable)
    return Tally(
        control=control,
        rules=_by_rule(judged, failing, waived, loose),
        critical=sum(finding.weight is Severity.CRITICAL for finding in failing),
        waived=len(waived),
        review=len(_subjects((one for one in judged if not one.doubted), Outcome.REVIEW)),
        doubted={rule: frozenset(of) for rule, of in _per_rule(one for one in judged if one.doubted).items()},
        open=len(_subjects(judged, Outcome.OPEN)),
        outside=len(findings) - len(judged),
        bound=tuple(sorted(rule.rule.name for rule in rules)),
        missing=tuple(sorted(missing.items())),
        findings=dict(sorted(Counter(finding.outcome.value for finding in findings).items())),
        loosened=tuple(text for rule in rules for text in rule.loosened),
        gravest=min((finding.weight for finding in failing), key=list(Severity).index, default=None),
    )


def _by_rule(
    judged: Sequence[Finding], failing: Sequence[Finding], waived: Sequence[Finding], loose: set[str]
) -> dict[str, RuleTally]:
    """The judged subjects of each rule; what a loosened rule accepts shows nothing."""
    fails, sets_aside, passes = _per_rule(failing), _per_rule(waived), defaultdict[str, set[Subject]](set)
    astray = _failing_elsewhere((*failing, *waived))
    for finding in judged:
        if finding.rule in loose:
            continue
        if finding.outcome is Outcome.PASS and not _fails_in(finding.other_environments, finding, astray):
            passes[finding.rule].add(_subject(finding))
    counted = {}
    for rule in sorted(passes.keys() | fails.keys()):
        complying = frozenset(passes[rule] - fails[rule] - sets_aside[rule])
        if complying or fails[rule]:
            counted[rule] = RuleTally(complying=complying, failing=frozenset(fails[rule]))
    return counted


def _failing_elsewhere(failing: Iterable[Finding]) -> set[tuple[str, str, str]]:
    """Rule, subject and environment of failures that do not hold everywhere."""
    return {
        (finding.rule, finding.subject, name)
        for finding in failing
        if finding.other_environments
        for name in finding.environments
    }


def _fails_in(names: Iterable[str], finding: Finding, astray: set[tuple[str, str, str]]) -> bool:
    """Whether what passes here fails in one of the other environments, be it at another place: there a fault stays."""
    return any((finding.rule, finding.subject, name) in astray for name in names)


def _per_rule(findings: Iterable[Finding]) -> defaultdict[str, set[Subject]]:
    subjects: defaultdict[str, set[Subject]] = defaultdict(set)
    for finding in findings:
        subjects[finding.rule].add(_subject(finding))
    return subjects


def _counts(finding: Finding, elsewhere: set[str]) -> bool:
    """Whether a finding tells of the product; what lies in tests can only help a rule that asks for tests."""
    if finding.role in _JUDGED_ROLES:
        return True
    return finding.outcome is not Outcome.FAIL and finding.rule in elsewhere


def _is_waived(finding: Finding) -> bool:
    return finding.outcome is Outcome.FAIL and finding.waiver is not None


def _subjects(findings: Iterable[Finding], outcome: Outcome) -> set[Subject]:
    return {_subject(finding) for finding in findings if finding.outcome is outcome}


def _subject(finding: Finding) -> Subject:
    return finding.subject, finding.location.path
