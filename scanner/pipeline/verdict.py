"""The last stage of an assessment: findings, answers of the supplier and problems become the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scanner import __version__
from scanner.domain.assessment import Assessment, PackReference, PolicyReference, Score, Tool
from scanner.domain.baseline import Comparison
from scanner.domain.finding import EngineResult, Finding
from scanner.domain.manifest import EvidenceDocument
from scanner.domain.profile import Profile
from scanner.domain.resource import Problem
from scanner.domain.system import System
from scanner.domain.waiver import Written
from scanner.evaluation.applicability import applied, exemptions, stale
from scanner.evaluation.baseline import Against, Seen, compare, seen
from scanner.evaluation.excerpts import with_excerpts
from scanner.evaluation.gate import decide, let_through
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
    policy, catalog = yardstick.policy, yardstick.catalog
    documents, faults = valid(judged.documents, yardstick.as_of, policy.evidence_days)
    findings = with_excerpts(
        merge(with_evidence(tuple(weighed(judged.result.findings, judged.rules)), documents, judged.rules, catalog)),
        judged.system.artifacts,
        judged.contents,
    )
    answers = applied(judged.profile, catalog.questions, findings)
    exempt = exemptions(answers)
    waived = _waived(findings, yardstick, judged, allowances)
    packs = tuple(PackReference(id=pack.id, version=pack.version, digest=pack.digest) for pack in yardstick.packs)
    found = tuple(problems)
    sight = seen((bound.rule.name for bound in judged.rules), judged.result.unavailable, found, exempt)
    findings, comparison = _compared(waived.findings, allowances.against, packs, policy.id, sight)
    judge_all = partial(judge, catalog, policy, judged.rules, unavailable=judged.result.unavailable, exempt=exempt)
    principles, score = judge_all(findings)
    score = _with_variants(score, waived, lambda those: judge_all(those)[1].value)
    told = _sorted((*found, *stale(answers, catalog.questions), *faults, *waiver_problems(waived.records)))
    concerned = [finding for finding in findings if finding.control not in exempt]
    before = allowances.against.baseline.principles if allowances.against else None
    gate, complete = decide(policy, score, principles, concerned, told, before)
    return Assessment(
        tool=Tool(name="archscan", version=__version__),
        source=judged.system.source,
        policy=_policy(yardstick, judged.rules),
        packs=packs,
        score=score,
        gate=gate.model_copy(
            update={"scope": _scope(comparison, let_through(policy.gate, concerned) if gate.passed else "")}
        ),
        complete=complete,
        waivers=waived.records,
        comparison=comparison,
        profile=answers,
        principles=principles,
        findings=findings,
        inventory=inventory,
        unavailable=tuple(sorted(judged.result.unavailable)),
        problems=told,
    )


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
    findings: tuple[Finding, ...], against: Against | None, packs: Iterable[PackReference], policy: str, sight: Seen
) -> tuple[tuple[Finding, ...], Comparison | None]:
    if against is None:
        return findings, None
    compared = compare(findings, against, {pack.id: pack.version for pack in packs}, policy, sight)
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
