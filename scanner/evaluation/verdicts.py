"""The status of a control and of a principle, and the sentence that says why. Silence is never *met*."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from scanner.domain.assessment import ControlResult, Status
from scanner.domain.catalog import Severity, VerdictClass
from scanner.domain.policy import Policy
from scanner.evaluation.tally import Tally

_BY_A_PERSON = frozenset({VerdictClass.DOCUMENT, VerdictClass.MANUAL})
_GRAVE = frozenset({Severity.CRITICAL, Severity.HIGH})
_RULES_NAMED = 4


def control_status(counts: Tally, threshold: Fraction) -> Status:
    """Status of a control.

    Args:
        counts: What was found for it.
        threshold: Score from which a control with failures is partially met, 0 to 100.

    Returns:
        A waiver can lift *not met*, but never makes a control *met*.
    """
    if counts.failing:
        return Status.NOT_MET if counts.critical or share(counts) * 100 < threshold else Status.PARTIALLY_MET
    if not counts.complying:
        return Status.NEEDS_REVIEW if counts.review or counts.doubted or counts.waived else Status.NOT_ASSESSED
    if counts.review or counts.doubted or counts.control.verdict in _BY_A_PERSON or counts.loosened:
        return Status.NEEDS_REVIEW
    return Status.PARTIALLY_MET if counts.waived else Status.MET


def principle_status(
    controls: Sequence[ControlResult],
    decisive: Collection[str],
    score: Fraction | None,
    coverage: Fraction,
    policy: Policy,
) -> Status:
    """Status of a principle.

    Args:
        controls: Its controls, judged.
        decisive: Ids of those that say what the principle itself says.
        score: Its score, 0 to 100.
        coverage: Share of its weight that could be assessed, 0 to 1.
        policy: Below which score it is not met, and from which coverage on it can be met.

    Returns:
        *Not met* where a decisive or critical control is not met, or where less than the policy's share is kept and
        either enough was assessed to say so or a control of high severity is not met because of a failure that is as
        grave; *met* where everything that could be assessed is kept, that is enough to say so, and no failure of a
        control that is decisive, or of more than low severity, is doubted.
    """
    statuses = {control.status for control in controls}
    lost = {control.id: control for control in controls if control.status is Status.NOT_MET}
    enough = coverage >= exact(policy.met_from_coverage)
    poor = score is not None and score < 100 * exact(policy.partially_met_from)
    # One small fault in a corner is as little a verdict on the whole as one good sign.
    if lost.keys() & set(decisive) or any(one.severity is Severity.CRITICAL for one in lost.values()):
        return Status.NOT_MET
    if poor and (enough or any(_is_grave(one) for one in lost.values())):
        return Status.NOT_MET
    if lost or Status.PARTIALLY_MET in statuses:
        return Status.PARTIALLY_MET
    doubted = any(one.doubted and (one.id in decisive or one.severity is not Severity.LOW) for one in controls)
    if Status.MET in statuses and enough and not doubted:
        return Status.MET
    return Status.NEEDS_REVIEW if statuses & {Status.MET, Status.NEEDS_REVIEW} else Status.NOT_ASSESSED


def _is_grave(lost: ControlResult) -> bool:
    """Whether what the control asks for is grave, and what was found against it is so too."""
    return lost.severity in _GRAVE and lost.gravest in _GRAVE


def exact(number: float) -> Fraction:
    """A policy's number as it is written: 0.1 is one tenth."""
    return Fraction(str(number))


def share(counts: Tally) -> Fraction:
    """Mean over the rules of the share of judged subjects that comply; 0 without any."""
    shares = [Fraction(len(r.complying), len(r.complying) + len(r.failing)) for r in counts.rules.values()]
    return sum(shares, Fraction(0)) / len(shares) if shares else Fraction(0)


def reason(counts: Tally, status: Status) -> str:
    """Why a control has its status, in a sentence for the supplier.

    Args:
        counts: What was found for it.
        status: The status that it was given.
    """
    missing = "; ".join(
        f"{engine} could not be run: {_count(number, 'rule was', 'rules were')} not put to the system"
        for engine, number in counts.missing
    )
    if status is Status.NOT_ASSESSED:
        return _why_not_assessed(counts, missing)
    parts = [_judged(counts), _review(counts), _doubted(counts), _waived(counts)]
    if counts.open:
        parts.append(f"{_count(counts.open, 'subject is', 'subjects are')} open because of unknown values")
    parts.append(_loosened(counts))
    return "; ".join(part for part in (*parts, missing) if part)


def _judged(counts: Tally) -> str:
    complying, failing = len(counts.complying), len(counts.failing)
    if failing:
        total = complying + failing
        critical = f"; {_count(counts.critical, 'critical failure', 'critical failures')}" if counts.critical else ""
        return f"{complying} of {_count(total, 'subject complies', 'subjects comply')}{critical}"
    if complying and counts.control.verdict in _BY_A_PERSON:
        return f"evidence was found in {_count(complying, 'place', 'places')}, which a person must confirm"
    if complying == 1:
        return "the only subject complies"
    return f"all {complying} subjects that could be judged comply" if complying else ""


def _review(counts: Tally) -> str:
    return _count(counts.review, "signal needs", "signals need") + " a person's judgement" if counts.review else ""


def _doubted(counts: Tally) -> str:
    if not counts.doubted:
        return ""
    number = len(counts.in_doubt)
    told = _count(number, "failure is told as a lead", "failures are told as leads")
    rules = "rule is" if len(counts.doubted) == 1 else "rules are"
    return f"{told}, since {'its' if number == 1 else 'their'} {rules} not sure: {_named(sorted(counts.doubted))}"


def _named(rules: Sequence[str]) -> str:
    more = len(rules) - _RULES_NAMED
    return ", ".join(rules[:_RULES_NAMED]) + (f" and {more} more" if more > 0 else "")


def _loosened(counts: Tally) -> str:
    told = "; ".join(counts.loosened)
    return f"the policy asks for less than the rules ({told}), so that what they accept shows nothing" if told else ""


def _waived(counts: Tally) -> str:
    return f"{_count(counts.waived, 'failure is', 'failures are')} waived" if counts.waived else ""


def _why_not_assessed(counts: Tally, missing: str) -> str:
    if counts.loosened:
        return "; ".join(part for part in (_loosened(counts), missing) if part)
    if counts.open:
        text = f"nothing but unknown values: {_count(counts.open, 'subject is', 'subjects are')} open"
        return f"{text}; {missing}" if missing else text
    if missing:
        return missing
    if not counts.bound:
        return "no rule of this policy judges it; ask the supplier"
    if counts.outside:
        return "only tests, examples and the like were found, which say nothing of the product"
    return "no artefact that shows it was found"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
