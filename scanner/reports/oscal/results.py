"""The result as OSCAL assessment results: a verdict for each control, and every observation on which it rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scanner.domain.assessment import Assessment, ControlResult, Status
from scanner.domain.finding import Finding
from scanner.evaluation.overview import STATUS_WORDS, answers_that_count, overview
from scanner.interfaces import ReportContext
from scanner.reports.oscal.document import (
    Json,
    day_of,
    document,
    filled,
    identity,
    metadata,
    origins,
    prop,
    props,
    resource,
    statement_id,
    token,
)
from scanner.reports.oscal.log import log
from scanner.reports.oscal.observations import Observations
from scanner.reports.oscal.people import people
from scanner.reports.oscal.risks import Failure, Risks, failures
from scanner.reports.oscal.system import assets, components, inventory
from scanner.reports.oscal.text import line, markup

_REASONS = {Status.MET: "pass", Status.PARTIALLY_MET: "fail", Status.NOT_MET: "fail"}
"""Of OSCAL's two states the others are `not-satisfied` too, for a reason that is neither."""
_NO_PLAN = "There is no assessment plan: what is assessed, and how, the policy and the rule packs say."


class OscalResultsReport:
    """Decision, coverage and score as properties; controls as findings; findings as observations and risks."""

    name = "oscal-ar"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules

    def render(self, assessment: Assessment) -> str:
        """The assessment results."""
        policy = assessment.policy
        plan = resource("plan", policy.id, policy.title, description=_NO_PLAN)
        title = f"{assessment.tool.name}: {assessment.source.uri}, judged by {policy.title}"
        about = metadata(assessment, markup(title), assessment.tool.version, **people(assessment))
        body = {
            "import-ap": {"href": f"#{plan['uuid']}", "remarks": _NO_PLAN},
            "results": [self._result(assessment)],
            "back-matter": {"resources": [plan]},
        }
        return document("assessment-results", about, body)

    def _result(self, assessment: Assessment) -> Json:
        observations = Observations(assessment, self._rules)
        risks = Risks(assessment, self._rules, observations)
        failed = failures(assessment, overview(assessment))
        return filled(
            {
                "uuid": identity("result", assessment.source.uri, assessment.policy.id),
                "title": markup(f"{assessment.source.uri} as of {assessment.policy.as_of}"),
                "description": _decision(assessment),
                "start": day_of(assessment),
                "props": list(_figures(assessment)),
                "local-definitions": filled(
                    {
                        "components": components(assessment),
                        "inventory-items": inventory(assessment, assessment.findings),
                        "assessment-assets": assets(assessment),
                    }
                ),
                "reviewed-controls": _reviewed(assessment),
                "assessment-log": filled({"entries": log(assessment)}) or None,
                "observations": observations.all(assessment.findings),
                "risks": [risks.risk(failure) for failure in failed],
                "findings": list(_findings(assessment, observations, risks, failed)),
                "remarks": "\n".join(f"* {markup(one)}" for one in answers_that_count(assessment)),
            }
        )


def _decision(assessment: Assessment) -> str:
    """What a person reads first."""
    gate = assessment.gate
    word = "The gate is passed" if gate.passed else "The gate is not passed"
    whole = "" if assessment.complete else ", and the result is incomplete"
    reasons = "".join(f"\n* {markup(reason)}" for reason in gate.reasons)
    return f"{word}{whole}. {assessment.score.coverage:.0%} of what the policy asks could be judged.\n{reasons}".strip()


def _figures(assessment: Assessment) -> Iterator[Json]:
    """Decision, coverage, principles, then the number."""
    score, policy = assessment.score, assessment.policy
    yield prop("gate", "passed" if assessment.gate.passed else "failed")
    yield from (prop("gate-reason", reason) for reason in assessment.gate.reasons)
    yield from props({"complete": assessment.complete, "coverage": score.coverage})
    for principle in assessment.principles:
        yield prop("principle-status", principle.status.value, principle.id)
        yield prop("principle-coverage", principle.coverage, principle.id)
        if principle.score is not None:
            yield prop("principle-score", principle.score, principle.id)
    figures = {
        "score": score.value,
        "score-low": score.low,
        "score-high": score.high,
        "score-with-supplier-waivers": score.with_supplier_waivers,
        "score-with-approved-waivers": score.with_approved_waivers,
        "score-without-waivers": score.without_waivers,
        "policy": policy.id,
        "policy-version": policy.version,
        "as-of": policy.as_of,
    }
    yield from props(figures)
    yield from (prop("override", one) for one in policy.overrides)
    yield from (prop("loosened", one) for one in policy.loosened)
    yield from (prop("inventory", number, name) for name, number in sorted(assessment.inventory.items()))
    if comparison := assessment.comparison:
        compared: Mapping[str, object] = {
            "baseline": comparison.name,
            "baseline-revision": comparison.revision,
            "baseline-new": comparison.new,
            "baseline-review": comparison.review,
            "baseline-known": comparison.known,
            "baseline-moved": comparison.moved,
            "baseline-mended": len(comparison.mended),
            "baseline-note": comparison.note,
        }
        yield from props(compared)


def _controls(assessment: Assessment) -> Iterator[tuple[str, ControlResult]]:
    for principle in assessment.principles:
        for control in principle.controls:
            yield principle.id, control


def _reviewed(assessment: Assessment) -> Json:
    """All that the policy asks for, without what does not apply to the product."""
    every = [control for _, control in _controls(assessment)]
    exempt = [control for control in every if control.status is Status.NOT_APPLICABLE]
    if not every:
        return {"control-selections": [{"include-all": {}}]}
    selection = {
        "include-controls": [{"control-id": token(control.id)} for control in every],
        "exclude-controls": [{"control-id": token(control.id)} for control in exempt],
        "remarks": "\n".join(f"* {line(control.id)} does not apply: {markup(control.reason)}" for control in exempt),
    }
    return {"control-selections": [filled(selection)]}


def _findings(
    assessment: Assessment, observations: Observations, risks: Risks, failed: Sequence[Failure]
) -> Iterator[Json]:
    seen: dict[str, list[Finding]] = defaultdict(list)
    for finding in assessment.findings:
        seen[finding.control].append(finding)
    at_risk: dict[str, dict[str, None]] = defaultdict(dict)
    for failure in failed:
        for finding in failure.findings:
            at_risk[finding.control][risks.uuid(failure)] = None
    for principle, control in _controls(assessment):
        if control.status is Status.NOT_APPLICABLE:
            continue
        yield filled(
            {
                "uuid": identity("finding", assessment.source.uri, control.id),
                "title": markup(control.title),
                "description": markup(control.reason or STATUS_WORDS[control.status]),
                "props": list(_verdict(principle, control)),
                "origins": origins(assessment),
                "target": _target(control),
                "related-observations": observations.related(seen[control.id]),
                "related-risks": [{"risk-uuid": uuid} for uuid in at_risk[control.id]],
            }
        )


def _target(control: ControlResult) -> Json:
    met = control.status is Status.MET
    status = {"state": "satisfied" if met else "not-satisfied", "reason": _REASONS.get(control.status, "other")}
    if status["reason"] == "other":
        status["remarks"] = f"Neither kept nor broken: {STATUS_WORDS[control.status]}."
    named = {"type": "statement-id", "target-id": statement_id(control.id), "title": markup(control.title)}
    return {**named, "status": status}


def _verdict(principle: str, control: ControlResult) -> Iterator[Json]:
    own = {
        "status": control.status.value,
        "control": control.id,
        "principle": principle,
        "severity": control.severity.value,
        "score": control.score,
    }
    yield from props(own)
    yield from (prop("rule", rule) for rule in control.rules)
    yield from (prop("observations", number, outcome) for outcome, number in sorted(control.findings.items()))
