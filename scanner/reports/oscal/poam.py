"""What is to be mended and by when, as an OSCAL plan of action and milestones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scanner.domain.assessment import Assessment
from scanner.evaluation.overview import count, overview
from scanner.interfaces import ReportContext
from scanner.reports.oscal.document import (
    Json,
    document,
    filled,
    identity,
    metadata,
    origins,
    props,
    rule_prose,
)
from scanner.reports.oscal.observations import Observations
from scanner.reports.oscal.people import people
from scanner.reports.oscal.risks import Failure, Risks, failures
from scanner.reports.oscal.system import assets, components, inventory, system_uuid
from scanner.reports.oscal.text import markup

_UUID_SCHEME = "http://ietf.org/rfc/rfc4122"


class OscalPlanOfActionReport:
    """An item for each rule that fails, gravest first; what is waived has the waiver's last day for a deadline."""

    name = "oscal-poam"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules

    def render(self, assessment: Assessment) -> str:
        """The plan of action and milestones."""
        observations = Observations(assessment, self._rules)
        risks = Risks(assessment, self._rules, observations)
        failed = failures(assessment, overview(assessment))
        findings = [finding for failure in failed for finding in failure.findings]
        by_rule: dict[str, list[Failure]] = defaultdict(list)
        for failure in failed:
            by_rule[failure.rule].append(failure)
        items = [self._item(assessment, alike, observations, risks) for alike in by_rule.values()]
        title = f"What {assessment.source.uri} has to mend, judged by {assessment.policy.title}"
        body = {
            "system-id": {"identifier-type": _UUID_SCHEME, "id": system_uuid(assessment)},
            "local-definitions": filled(
                {
                    "components": components(assessment),
                    "inventory-items": inventory(assessment, findings),
                    "assessment-assets": assets(assessment),
                }
            ),
            "observations": observations.all(findings),
            "risks": [risks.risk(failure) for failure in failed],
            "poam-items": items or [_nothing(assessment)],
        }
        about = metadata(assessment, markup(title), assessment.tool.version, **people(assessment))
        return document("plan-of-action-and-milestones", about, body)

    def _item(self, assessment: Assessment, alike: Sequence[Failure], observations: Observations, risks: Risks) -> Json:
        first, rule = alike[0], self._rules.get(alike[0].rule)
        places = [finding for failure in alike for finding in failure.findings]
        deadlines = sorted(failure.deadline for failure in alike if failure.deadline)
        own = {
            "rule": first.rule,
            "control": first.findings[0].control,
            "severity": first.severity.value,
            "graded": first.graded,
            "places": len(places),
            "status": " ".join(dict.fromkeys(failure.status for failure in alike)),
            "deadline": deadlines[0] if deadlines else None,
        }
        return filled(
            {
                "uuid": identity("item", assessment.source.uri, first.rule),
                "title": markup(rule.title if rule else first.rule),
                "description": rule_prose(rule.remediation) if rule else markup(first.findings[0].message),
                "props": props(own),
                "origins": [{"actors": one["actors"]} for one in origins(assessment, [one.engine for one in places])],
                "related-observations": observations.related(places),
                "related-risks": [{"risk-uuid": risks.uuid(failure)} for failure in alike],
                "remarks": f"{count(len(places), 'place')}; {', '.join(_fate(failure) for failure in alike)}.",
            }
        )


def _fate(failure: Failure) -> str:
    places = f"{len(failure.findings):,}"
    if failure.waiver is None:
        return f"{places} to mend"
    whose = "an assessor approved" if failure.status == "deviation-approved" else "the supplier asks for"
    until = f" until {failure.deadline[:10]}" if failure.deadline else ""
    return f"{places} under a waiver that {whose}{until}"


def _nothing(assessment: Assessment) -> Json:
    """OSCAL takes no plan without an item."""
    coverage = f"{assessment.score.coverage:.0%} of what the policy asks could be judged."
    return {
        "uuid": identity("item", assessment.source.uri, ""),
        "title": "No rule fails",
        "description": f"There is nothing to mend. {coverage}",
        "props": props({"places": 0}),
    }
