"""The formula: from the tallies of the controls to the score, its band and its coverage.

* A **rule** scores the share of its judged subjects that comply: a thousand buckets weigh as one rule.
* A **control** scores the mean of its rules with a judged subject, and 0 with a critical failure that nobody waived.
  Evidence that a person must confirm (documents, manual controls) never adds to the number: such a control has no
  score, unless nothing that it asks for is there, which is 0.
* A **principle** scores the mean of its controls that have a score, weighted by severity.
* The **whole** is the mean of the principles that have a score, by the policy's weights.
* A control that **does not apply**, because the supplier's profile says so, is in no mean and in no weight.
* **Coverage** is the weight of the controls that have a score over the weight of all; each principle has its weight
  in the policy, shared among its controls by severity. The **band** counts what has no score as 0 and as 100, so that
  its width is always 100 times what coverage lacks.

Numbers are exact fractions until they are shown, so the order of the findings cannot change the last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from scanner.domain.assessment import ControlResult, PrincipleResult, Score, Status
from scanner.domain.catalog import Catalog, Control, Principle, VerdictClass
from scanner.domain.finding import Finding
from scanner.domain.policy import Policy
from scanner.evaluation.tally import Tally, tally
from scanner.evaluation.verdicts import control_status, exact, principle_status, reason, share
from scanner.interfaces import BoundRule

_FULL = Fraction(100)


@dataclass(frozen=True)
class Mean:
    """A weighted mean over what has a score, and what it leaves out."""

    value: Fraction | None
    low: Fraction
    high: Fraction
    coverage: Fraction


def judge(
    catalog: Catalog,
    policy: Policy,
    bound_rules: Sequence[BoundRule],
    findings: Sequence[Finding],
    unavailable: Iterable[str],
    exempt: Mapping[str, str] | None = None,
) -> tuple[tuple[PrincipleResult, ...], Score]:
    """Judge every control of the policy's packs.

    Args:
        catalog: Principles and controls.
        policy: Weights and limits.
        bound_rules: The rules of the policy.
        findings: Merged findings.
        unavailable: Names of rules that no engine could evaluate.
        exempt: Controls that do not apply, with the sentence that says why. They have no part in any number.

    Returns:
        The principles in the catalogue's order, and the score of the whole.
    """
    missing, without = tuple(unavailable), exempt or {}
    judged = {rule.principle for rule in bound_rules}
    principles = [p for p in catalog.principles if p.id.lower() in policy.packs or p.id in judged]
    controls = {p.id: [c for c in catalog.controls if c.principle == p.id] for p in principles}
    every = [control for group in controls.values() for control in group]
    tallies = tally(every, bound_rules, findings, missing)
    strict = tally(every, bound_rules, findings, missing, waivers=False)
    applying = {name: [c for c in group if c.id not in without] for name, group in controls.items()}
    concerned = [p.id for p in principles if applying[p.id] or not controls[p.id]]
    means = {p.id: principle_mean(policy, applying[p.id], tallies) for p in principles}
    whole = whole_mean(policy, {name: means[name] for name in concerned})
    unwaived = whole_mean(policy, {name: principle_mean(policy, applying[name], strict) for name in concerned})
    judge_one = partial(_control, policy=policy, tallies=tallies, exempt=without)
    results = tuple(
        _principle(p, policy, tuple(map(judge_one, controls[p.id])), means[p.id], catalog) for p in principles
    )
    return results, _score(whole, unwaived)


def control_score(counts: Tally) -> Fraction | None:
    """Score of a control from 0 to 100, or None where nothing was judged that a machine may put a number on."""
    if counts.critical:
        return Fraction(0)
    if not counts.rules:
        return None
    if counts.control.verdict in {VerdictClass.DOCUMENT, VerdictClass.MANUAL}:
        return None if any(rule.complying for rule in counts.rules.values()) else Fraction(0)
    return _FULL * share(counts)


def principle_mean(policy: Policy, controls: Sequence[Control], tallies: Mapping[str, Tally]) -> Mean:
    """Mean of a principle's controls, weighted by severity."""
    parts = []
    for control in controls:
        score = control_score(tallies[control.id])
        weight = exact(policy.severity_weights.get(control.severity, 0))
        covered = Fraction(score is not None)
        parts.append((weight, Mean(score, score or Fraction(0), _FULL if score is None else score, covered)))
    return _mean(parts)


def whole_mean(policy: Policy, principles: Mapping[str, Mean]) -> Mean:
    """Mean of the principles, by the policy's weights; one that the policy does not name weighs 1."""
    return _mean([(exact(policy.weights.get(name, 1)), mean) for name, mean in principles.items()])


def _mean(parts: Sequence[tuple[Fraction, Mean]]) -> Mean:
    total = sum((weight for weight, _ in parts), Fraction(0))
    if not total:
        return Mean(None, Fraction(0), _FULL, Fraction(0))
    known = [(weight, part.value) for weight, part in parts if part.value is not None]
    judged = sum((weight for weight, _ in known), Fraction(0))
    return Mean(
        value=sum((weight * value for weight, value in known), Fraction(0)) / judged if judged else None,
        low=sum((weight * part.low for weight, part in parts), Fraction(0)) / total,
        high=sum((weight * part.high for weight, part in parts), Fraction(0)) / total,
        coverage=sum((weight * part.coverage for weight, part in parts), Fraction(0)) / total,
    )


def _principle(
    principle: Principle, policy: Policy, results: tuple[ControlResult, ...], mean: Mean, catalog: Catalog
) -> PrincipleResult:
    decisive = {control.id for control in catalog.controls if control.decisive}
    applying = [one for one in results if one.status is not Status.NOT_APPLICABLE]
    return PrincipleResult(
        id=principle.id,
        title=principle.title,
        status=(
            principle_status(applying, decisive, mean.value, mean.coverage, policy)
            if applying or not results
            else Status.NOT_APPLICABLE
        ),
        score=shown(mean.value),
        coverage=round(float(mean.coverage), 4),
        controls=results,
    )


def _control(
    control: Control, policy: Policy, tallies: Mapping[str, Tally], exempt: Mapping[str, str]
) -> ControlResult:
    counts = tallies[control.id]
    applies = control.id not in exempt
    score = control_score(counts) if applies else None
    status = control_status(counts, _threshold(policy)) if applies else Status.NOT_APPLICABLE
    return ControlResult(
        id=control.id,
        title=control.title,
        status=status,
        score=shown(score),
        severity=control.severity,
        reason=reason(counts, status) if applies else exempt[control.id],
        rules=counts.bound,
        findings=counts.findings,
        gravest=counts.gravest if applies else None,
        doubted=len(counts.in_doubt) if applies else 0,
    )


def _score(whole: Mean, unwaived: Mean) -> Score:
    nothing = whole.value is None
    return Score(
        value=shown(whole.value),
        low=None if nothing else shown(whole.low),
        high=None if nothing else shown(whole.high),
        without_waivers=shown(unwaived.value),
        coverage=round(float(whole.coverage), 4),
    )


def shown(score: Fraction | None) -> float | None:
    """A score as it is shown: one decimal, and 100 or 0 only where it is exactly that."""
    if score is None:
        return None
    if 0 < score < _FULL:
        return min(max(round(float(score), 1), 0.1), 99.9)
    return float(score)


def _threshold(policy: Policy) -> Fraction:
    return _FULL * exact(policy.partially_met_from)
