"""The last stage of an assessment: findings, answers of the supplier and problems become the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scanner import __version__
from scanner.domain.assessment import (
    Assessment,
    GateResult,
    PackReference,
    PolicyReference,
    PrincipleResult,
    ProfileAnswer,
    Score,
    Tool,
)
from scanner.domain.baseline import Comparison
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult, Finding
from scanner.domain.manifest import EvidenceDocument
from scanner.domain.policy import Policy
from scanner.domain.profile import Profile
from scanner.domain.resource import Problem
from scanner.domain.retirement import Retired
from scanner.domain.system import System
from scanner.domain.waiver import Written
from scanner.evaluation.applicability import applied, exemptions, stale
from scanner.evaluation.baseline import Against, Seen, compare, seen
from scanner.evaluation.excerpts import with_excerpts
from scanner.evaluation.gate import decide, let_through, with_retired
from scanner.evaluation.merge import merge
from scanner.evaluation.outside import valid, with_evidence
from scanner.evaluation.redaction import redact, redact_path
from scanner.evaluation.scoring import judge
from scanner.evaluation.waivers import Applied, apply_waivers, waiver_problems
from scanner.evaluation.weighing import weighed
from scanner.interfaces import BoundRule, Contents
from scanner.sources.manifest import Presence

if TYPE_CHECKING:
    from scanner.pipeline import Allowances, Yardstick


class Judged(NamedTuple):
    """What a verdict is given on."""

    system: System
    rules: Sequence[BoundRule]
    result: EngineResult
    profile: Profile
    documents: Mapping[EvidenceDocument, Presence]
    """Documents outside the repository, and what is known of each."""
    contents: Contents
    """Gives the lines that findings tell of."""
    waivers: tuple[Written, ...] = ()
    """The supplier's."""
    absent: tuple[str, ...] = ()
    """Names of the product's repositories that were not scanned."""
    retired: Retired = Retired()
    """Repositories that say that they are no longer in use."""


class _Account(NamedTuple):
    """What was found, and all that decides whether it counts."""

    findings: tuple[Finding, ...]
    """Merged, those marked that are waived or were known before."""
    answers: tuple[ProfileAnswer, ...]
    """Of the supplier's profile."""
    exempt: Mapping[str, str]
    """Controls that do not apply, with the sentence that says why."""
    waived: Applied
    comparison: Comparison | None
    problems: tuple[Problem, ...]
    """With what the supplier declares: documents, answers and waivers that do not count."""
    retired: Retired
    """Repositories that say that they are no longer in use."""


def verdict(
    yardstick: Yardstick,
    judged: Judged,
    problems: Iterable[Problem],
    inventory: Mapping[str, int],
    allowances: Allowances,
) -> Assessment:
    """Judge a system.

    Args:
        yardstick: What it is measured with.
        judged: What there is to judge.
        problems: Of all stages before this one.
        inventory: What was counted.
        allowances: What is set aside, and with what the result is compared.
    """
    found = tuple(problems)
    account = _account(yardstick, judged, found, allowances)
    principles, score = _rated(yardstick, judged, account)
    told = _sorted((*found, *account.problems))
    gate, complete = _decided(yardstick.policy, account, principles, score, told, allowances.against)
    return Assessment(
        tool=Tool(name="archscan", version=__version__),
        source=judged.system.source,
        policy=_policy(yardstick, judged.rules),
        packs=tuple(PackReference(id=pack.id, version=pack.version, digest=pack.digest) for pack in yardstick.packs),
        score=score,
        gate=gate,
        complete=complete,
        retired=judged.retired.statements,
        waivers=account.waived.records,
        comparison=account.comparison,
        profile=account.answers,
        principles=principles,
        findings=account.findings,
        inventory=inventory,
        unavailable=tuple(sorted(judged.result.unavailable)),
        problems=told,
    )


def _account(yardstick: Yardstick, judged: Judged, problems: Sequence[Problem], allowances: Allowances) -> _Account:
    """Settle what was found, and what of it counts.

    Args:
        yardstick: What the system is measured with.
        judged: What there is to judge.
        problems: Of all stages before this one: what could not be read is not mended.
        allowances: What is set aside, and with what the result is compared.
    """
    questions = yardstick.catalog.questions
    documents, faults = valid(judged.documents, yardstick.as_of, yardstick.policy.evidence_days)
    merged = _merged(judged, documents, yardstick.catalog)
    answers = applied(judged.profile, questions, merged)
    exempt = exemptions(answers)
    waived = _waived(merged, yardstick, judged, allowances)
    sight = seen((bound.rule.name for bound in judged.rules), judged.result.unavailable, problems, exempt)
    findings, comparison = _compared(waived.findings, allowances.against, yardstick, sight)
    return _Account(
        findings=findings,
        answers=answers,
        exempt=exempt,
        waived=waived,
        comparison=comparison,
        problems=(*stale(answers, questions), *faults, *waiver_problems(waived.records)),
        retired=judged.retired,
    )


def _merged(judged: Judged, documents: Mapping[EvidenceDocument, Presence], catalog: Catalog) -> tuple[Finding, ...]:
    """What all engines found, once each, with the lines that it is about.

    Args:
        judged: Holds what they found.
        documents: Those outside the repository that count.
        catalog: The controls that documents may show.
    """
    found = with_evidence(
        tuple(weighed(judged.result.findings, judged.rules, judged.retired)), documents, judged.rules, catalog
    )
    return with_excerpts(merge(found), judged.system.artifacts, judged.contents)


def _rated(yardstick: Yardstick, judged: Judged, account: _Account) -> tuple[tuple[PrincipleResult, ...], Score]:
    """The principles, and the score beside what it would be with waivers."""
    judge_all = partial(
        judge,
        yardstick.catalog,
        yardstick.policy,
        judged.rules,
        unavailable=judged.result.unavailable,
        exempt=account.exempt,
    )
    principles, score = judge_all(account.findings)
    return principles, _with_variants(score, account.waived, lambda those: judge_all(those)[1].value)


def _decided(
    policy: Policy,
    account: _Account,
    principles: Sequence[PrincipleResult],
    score: Score,
    problems: Iterable[Problem],
    against: Against | None,
) -> tuple[GateResult, bool]:
    """The gate with what it leaves out, and whether the result is complete."""
    concerned = [finding for finding in account.findings if finding.control not in account.exempt]
    before = against.baseline.principles if against else None
    gate, complete = decide(policy, score, principles, concerned, problems, before)
    passing = let_through(policy.gate, concerned) if gate.passed else ""
    gate = with_retired(gate, account.retired).model_copy(update={"scope": _scope(account.comparison, passing)})
    return gate, complete and not account.retired.statements


def _waived(findings: tuple[Finding, ...], yardstick: Yardstick, judged: Judged, allowances: Allowances) -> Applied:
    return apply_waivers(
        findings,
        (*judged.waivers, *allowances.approvals),
        yardstick.policy.waivers,
        yardstick.as_of,
        ignored=not allowances.waivers,
        absent=judged.absent,
    )


def _with_variants(score: Score, waived: Applied, value_of: Callable[[tuple[Finding, ...]], float | None]) -> Score:
    """The score beside those with all waivers and with approved ones alone; judged again only where that differs."""
    update = {
        name: score.value if those == waived.findings else value_of(those)
        for name, those in (("with_supplier_waivers", waived.by_supplier), ("with_approved_waivers", waived.approved))
    }
    return score.model_copy(update=update)


def _policy(yardstick: Yardstick, rules: Iterable[BoundRule]) -> PolicyReference:
    policy = yardstick.policy
    return PolicyReference(
        id=policy.id,
        title=policy.title,
        version=policy.version,
        as_of=yardstick.as_of.isoformat(),
        overrides=yardstick.overrides,
        loosened=tuple(text for rule in rules for text in rule.loosened),
    )


def _scope(comparison: Comparison | None, passing: str) -> str:
    """What the decision leaves out: what was known before, and what is grave but closes no gate of this policy."""
    if comparison is None:
        return passing
    known = "1 failure known before is" if comparison.known == 1 else f"{comparison.known} failures known before are"
    since = f"decided by what is new since {redact(comparison.name)} alone: {known} not counted"
    return "; ".join(part for part in (since, passing) if part)


def _compared(
    findings: tuple[Finding, ...], against: Against | None, yardstick: Yardstick, sight: Seen
) -> tuple[tuple[Finding, ...], Comparison | None]:
    if against is None:
        return findings, None
    packs = {pack.id: pack.version for pack in yardstick.packs}
    compared = compare(findings, against, packs, yardstick.policy.id, sight)
    return compared.findings, compared.comparison


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in an order that does not depend on which stage was faster, without secrets or control characters."""
    clean = {_redacted(problem) for problem in problems}
    return tuple(
        sorted(
            clean,
            key=lambda problem: (
                problem.stage,
                problem.engine or "",
                problem.location.path if problem.location else "",
                problem.location.start_line if problem.location else 0,
                problem.message,
            ),
        )
    )


def _redacted(problem: Problem) -> Problem:
    place = problem.location
    if place is not None:
        place = place.model_copy(update={"path": redact_path(place.path)})
    return problem.model_copy(update={"message": redact(problem.message), "location": place})
