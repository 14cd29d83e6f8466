"""The decision: whether the policy lets the system pass, and whether enough was seen to say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scanner.domain.artifact import Role
from scanner.domain.assessment import GateResult, PrincipleResult, Score, Status
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome
from scanner.domain.policy import Gate, Policy
from scanner.domain.resource import Problem
from scanner.domain.retirement import Retired
from scanner.evaluation.redaction import redact

_READING = frozenset({"reading", "parsing"})
_NAMED = 5
_CONTROLS_NAMED = 2
_GRAVE = (Severity.CRITICAL, Severity.HIGH)


def decide(
    policy: Policy,
    score: Score,
    principles: Sequence[PrincipleResult],
    findings: Iterable[Finding],
    problems: Iterable[Problem],
    before: Mapping[str, str] | None = None,
) -> tuple[GateResult, bool]:
    """Apply the policy's gate.

    Args:
        policy: Holds the gate.
        score: Score of the whole.
        principles: The verdicts.
        findings: Merged findings; waived ones, those of the baseline and those outside the product close no gate.
        problems: What could not be read.
        before: Principle to its status in the baseline, if there is one: what was not met before closes nothing.

    Returns:
        The gate with its reasons, and whether the result is complete. What makes a result incomplete is among the
        reasons, but does not close the gate.
    """
    gate = policy.gate
    closed = [*_failures(gate, findings), *_number(gate, score), *_mandatory(gate, principles, before or {})]
    incomplete = [f"incomplete: {text}" for text in (*_coverage(gate, score), *_unread(gate, problems))]
    return GateResult(passed=not closed, reasons=(*closed, *incomplete)), not incomplete


def with_retired(gate: GateResult, retired: Retired) -> GateResult:
    """The decision with what says that repositories are no longer in use: nobody is to take such a pass for praise.

    Args:
        gate: Of :func:`decide`.
        retired: What the repositories say. Where there is any of it, the result is not complete.
    """
    found = "what was found there" if retired.others else "what was found"
    told = (f"incomplete: {redact(str(one))}, so {found} is told as leads" for one in retired.statements)
    return gate.model_copy(update={"reasons": (*gate.reasons, *told)})


def _failures(gate: Gate, findings: Iterable[Finding]) -> Iterator[str]:
    counted = [finding for finding in findings if closes_gate(finding)]
    for severity in gate.fail_on:
        rules = Counter(finding.rule for finding in counted if finding.weight is severity)
        if rules:
            number, names = rules.total(), sorted(rules)
            more = f" and {len(names) - _NAMED} more rules" if len(names) > _NAMED else ""
            failures = "failure" if number == 1 else "failures"
            yield f"{number} {severity.value} {failures} without a waiver: {', '.join(names[:_NAMED])}{more}"


def closes_gate(finding: Finding) -> bool:
    """Whether a finding is a failure of the product that is new and that nobody has waived."""
    return (
        finding.outcome is Outcome.FAIL
        and finding.waiver is None
        and not finding.baseline
        and finding.role in {Role.PRODUCT, Role.DOCUMENTATION}
    )


def let_through(gate: Gate, findings: Iterable[Finding]) -> str:
    """What passes though it is grave, in a sentence; empty where the policy lets nothing grave pass.

    Args:
        gate: Of the policy.
        findings: As for :func:`decide`.
    """
    grave = [one for one in _GRAVE if one not in gate.fail_on]
    passing = Counter(finding.weight for finding in findings if finding.weight in grave and closes_gate(finding))
    if not passing:
        return ""
    told = " and ".join(f"{passing[one]} {one.value}" for one in grave if passing[one])
    failures = "failure does" if passing.total() == 1 else "failures do"
    closing = f"for {', '.join(one.value for one in gate.fail_on)} ones alone" if gate.fail_on else "for none"
    return f"{told} {failures} not close the gate, which the policy closes {closing}"


def _number(gate: Gate, score: Score) -> Iterator[str]:
    if gate.minimum_score is None:
        return
    if score.value is None:
        yield f"there is no score, and the policy asks for at least {gate.minimum_score:g}: nothing could be assessed"
    elif score.value < gate.minimum_score:
        yield f"score {score.value:g} is below {gate.minimum_score:g}"


def _mandatory(gate: Gate, principles: Sequence[PrincipleResult], before: Mapping[str, str]) -> Iterator[str]:
    for principle in principles:
        known = before.get(principle.id) == Status.NOT_MET
        if principle.id in gate.mandatory_principles and principle.status is Status.NOT_MET and not known:
            yield f"{principle.id} is mandatory and is not met{_lost(principle)}"


def _lost(principle: PrincipleResult) -> str:
    """The gravest of the controls that are not met, so that a reader need not look for what closed the gate."""
    lost = [one for one in principle.controls if one.status is Status.NOT_MET]
    lost.sort(key=lambda one: (list(Severity).index(one.severity), one.id))
    named = "; ".join(f"{one.id} {one.title}" for one in lost[:_CONTROLS_NAMED])
    more = f"; and {len(lost) - _CONTROLS_NAMED} more" if len(lost) > _CONTROLS_NAMED else ""
    return f" ({named}{more})" if lost else ""


def _coverage(gate: Gate, score: Score) -> Iterator[str]:
    if score.value is None:
        # A green light that nobody earned would be worse than none.
        yield "nothing could be assessed"
    elif gate.minimum_coverage is not None and score.coverage < gate.minimum_coverage:
        yield f"coverage {score.coverage:.1%} is below {gate.minimum_coverage:.1%}"


def _unread(gate: Gate, problems: Iterable[Problem]) -> Iterator[str]:
    if gate.unreadable_files:
        return
    paths = {problem.location.path for problem in problems if problem.stage in _READING and problem.location}
    if paths:
        files = "file" if len(paths) == 1 else "files"
        yield f"{len(paths)} {files} could not be read, which the policy forbids"
