"""The last stage of an assessment: findings, answers of the supplier and problems become the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from scanner import __version__
from scanner.domain.architecture import System
from scanner.domain.assessment import Assessment, PackReference, PolicyReference, Tool
from scanner.domain.finding import EngineResult
from scanner.domain.manifest import EvidenceDocument
from scanner.domain.profile import Profile
from scanner.domain.resource import Problem
from scanner.evaluation.applicability import applied, exemptions, stale
from scanner.evaluation.gate import decide
from scanner.evaluation.merge import merge
from scanner.evaluation.outside import valid, with_evidence
from scanner.evaluation.redaction import redact, redact_path
from scanner.evaluation.scoring import judge
from scanner.interfaces import BoundRule
from scanner.sources.manifest import Presence

if TYPE_CHECKING:
    from scanner.pipeline import Yardstick


class Judged(NamedTuple):
    """What a verdict is given on."""

    system: System
    rules: Sequence[BoundRule]
    result: EngineResult
    profile: Profile
    documents: Mapping[EvidenceDocument, Presence]
    """Documents outside the repository, and what is known of each."""


def verdict(
    yardstick: Yardstick, judged: Judged, problems: Iterable[Problem], inventory: Mapping[str, int]
) -> Assessment:
    """Judge a system.

    Args:
        yardstick: What it is measured with.
        judged: What there is to judge.
        problems: Of all stages before this one.
        inventory: What was counted.
    """
    policy, catalog = yardstick.policy, yardstick.catalog
    documents, faults = valid(judged.documents, yardstick.as_of, policy.evidence_days)
    findings = merge(with_evidence(judged.result.findings, documents, judged.rules, catalog))
    answers = applied(judged.profile, catalog.questions, findings)
    exempt = exemptions(answers)
    principles, score = judge(catalog, policy, judged.rules, findings, judged.result.unavailable, exempt)
    problems = _sorted((*problems, *stale(answers, catalog.questions), *faults))
    concerned = [finding for finding in findings if finding.control not in exempt]
    gate, complete = decide(policy, score, principles, concerned, problems)
    return Assessment(
        tool=Tool(name="archscan", version=__version__),
        source=judged.system.source,
        policy=PolicyReference(
            id=policy.id, title=policy.title, version=policy.version, as_of=yardstick.as_of.isoformat()
        ),
        packs=tuple(PackReference(id=pack.id, version=pack.version, digest=pack.digest) for pack in yardstick.packs),
        score=score,
        gate=gate,
        complete=complete,
        profile=answers,
        principles=principles,
        findings=findings,
        inventory=inventory,
        problems=problems,
    )


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
