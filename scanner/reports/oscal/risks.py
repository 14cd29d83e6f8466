"""Failures as risks: open ones, and those for which somebody asks or was granted a deviation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.assessment import Assessment
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.domain.rule import Rule
from scanner.domain.waiver import WaiverRecord
from scanner.evaluation.overview import Overview, count
from scanner.reports.oscal.document import (
    NAMESPACE,
    Json,
    day_of,
    filled,
    identity,
    moment,
    origins,
    props,
    rule_prose,
)
from scanner.reports.oscal.observations import Observations
from scanner.reports.oscal.people import APPROVER, OWNER, person
from scanner.reports.oscal.text import markup

OPEN, REQUESTED, APPROVED = "open", "deviation-requested", "deviation-approved"


@dataclass(frozen=True)
class Failure:
    """Failures of one rule that share their fate: nobody waives them, or one waiver sets them aside."""

    rule: str
    severity: Severity
    findings: tuple[Finding, ...]
    waiver: str | None
    record: WaiverRecord | None

    @property
    def status(self) -> str:
        """As OSCAL calls it."""
        if self.waiver is None:
            return OPEN
        return APPROVED if all(finding.approved for finding in self.findings) else REQUESTED

    @property
    def graded(self) -> str | None:
        """How grave the rule calls the gravest of them, where that is graver than they are told."""
        weights = [finding.graded for finding in self.findings if finding.graded]
        return min(weights, key=list(Severity).index).value if weights else None

    @property
    def deadline(self) -> str | None:
        """The end of the waiver's last day."""
        return moment(self.record.expires, end=True) if self.record else None


def failures(assessment: Assessment, view: Overview) -> tuple[Failure, ...]:
    """The failures of the product, those that are waived after the others, gravest first."""
    register = {record.id: record for record in assessment.waivers}
    found = [Failure(group.rule, group.severity, group.findings, None, None) for group in view.failures]
    for group in view.waived:
        by_waiver: dict[str, list[Finding]] = defaultdict(list)
        for finding in group.findings:
            by_waiver[finding.waiver or ""].append(finding)
        found += [
            Failure(group.rule, group.severity, tuple(waived), waiver, register.get(waiver))
            for waiver, waived in sorted(by_waiver.items())
        ]
    return tuple(found)


class Risks:
    """Risks of one assessment.

    Args:
        assessment: The assessment.
        rules: Name to rule.
        observations: Names what the risks rest on.
    """

    def __init__(self, assessment: Assessment, rules: Mapping[str, Rule], observations: Observations) -> None:
        self._assessment = assessment
        self._rules = rules
        self._observations = observations

    def uuid(self, failure: Failure) -> str:
        """The risk's name; it stays the same from scan to scan."""
        return identity("risk", self._assessment.source.uri, failure.rule, failure.waiver or "")

    def risk(self, failure: Failure) -> Json:
        """One risk."""
        rule = self._rules.get(failure.rule)
        places = count(len(failure.findings), "place")
        origin = origins(self._assessment, [finding.engine for finding in failure.findings])
        facet = {"name": "severity", "system": NAMESPACE, "value": failure.severity.value}
        return filled(
            {
                "uuid": self.uuid(failure),
                "title": markup(rule.title if rule else failure.rule),
                "description": f"In {places}: {markup(failure.findings[0].message)}",
                "statement": rule_prose(rule.rationale) if rule else "No pack says why it matters.",
                "props": self._props(failure),
                "status": failure.status,
                "origins": origin,
                "characterizations": [{"origin": origin[0], "facets": [facet]}],
                "deadline": failure.deadline,
                "remediations": self._remediations(failure, rule),
                "risk-log": filled({"entries": list(self._log(failure))}) or None,
                "related-observations": self._observations.related(failure.findings),
            }
        )

    def _props(self, failure: Failure) -> list[Json]:
        first, record = failure.findings[0], failure.record
        own: dict[str, object] = {"rule": failure.rule, "control": first.control, "principle": first.principle}
        own |= {"severity": failure.severity.value, "graded": failure.graded}
        if failure.waiver is not None:
            own["waiver"] = failure.waiver
        if record:
            own |= {
                "waiver-trust": record.trust.value,
                "waiver-form": record.form.value,
                "waiver-state": record.state.value,
                "waiver-owner": record.owner,
                "waiver-approved-by": record.approved_by,
                "waiver-created": record.created,
                "waiver-expires": record.expires,
                "waiver-days-left": record.days_left,
                "waiver-ticket": record.ticket,
                "waiver-note": record.note,
            }
        return props(own)

    def _remediations(self, failure: Failure, rule: Rule | None) -> list[Json]:
        mend = rule_prose(rule.remediation) if rule else "See what the observations say."
        response: Json = {
            "uuid": identity(self.uuid(failure), "remediation"),
            "lifecycle": "recommendation",
            "title": "How to mend it",
            "description": mend,
        }
        if failure.deadline:
            task = {"uuid": identity(self.uuid(failure), "task"), "type": "milestone", "title": "The waiver ends"}
            response["tasks"] = [{**task, "timing": {"on-date": {"date": failure.deadline}}}]
        return [response]

    def _log(self, failure: Failure) -> Iterator[Json]:
        """What was asked and granted; a day that nobody wrote down is that of the scan."""
        if failure.waiver is None:
            return
        record, today = failure.record, day_of(self._assessment)
        written = (moment(record.created) if record else None) or today
        reason = markup(record.reason if record and record.reason else failure.waiver)
        yield self._entry(failure, REQUESTED, "A deviation is asked for", reason, written, _owner(record))
        if failure.status == APPROVED:
            granted = f"In force on the day of the scan: {reason}"
            yield self._entry(
                failure, APPROVED, "The deviation is granted", granted, max(written, today), _approver(record)
            )

    def _entry(  # one for each field
        self, failure: Failure, status: str, title: str, description: str, start: str, by: Sequence[Json]
    ) -> Json:
        uuid = identity(self.uuid(failure), "log", status)
        told = {"uuid": uuid, "title": title, "description": description, "start": start}
        return filled({**told, "logged-by": by, "status-change": status})


def _owner(record: WaiverRecord | None) -> list[Json]:
    return person(record.owner, OWNER) if record else []


def _approver(record: WaiverRecord | None) -> list[Json]:
    return person(record.approved_by or record.owner, APPROVER) if record else []
