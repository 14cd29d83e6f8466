"""Findings as results, gravest first: failures, and as kinds of their own what needs review or cannot be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scanner.domain.artifact import Location, Role
from scanner.domain.assessment import Assessment, Status
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome, PathStep
from scanner.domain.rule import Rule
from scanner.domain.waiver import Form, WaiverRecord
from scanner.evaluation.overview import where_it_holds
from scanner.evaluation.ranking import rank_within
from scanner.reports.sarif.limits import ENVIRONMENTS_AT_MOST, LINKED_AT_MOST, RELATED_AT_MOST, STEPS_AT_MOST
from scanner.reports.sarif.places import located, told
from scanner.reports.sarif.rules import LEVELS
from scanner.reports.sarif.text import link, message, plain

_SHOWN = (Outcome.FAIL, Outcome.REVIEW, Outcome.OPEN)
_BY_LEVEL = ("error", "warning", "note", "none")
_OF_THE_PRODUCT = frozenset({Role.PRODUCT, Role.DOCUMENTATION})


class Results:
    """Makes results of one assessment.

    Args:
        assessment: The assessment.
        rules: Name to rule, to put leads in their order.
    """

    def __init__(self, assessment: Assessment, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._waivers = {record.id: record for record in assessment.waivers}
        self._compared = assessment.comparison is not None
        self._exempt = {
            control.id
            for principle in assessment.principles
            for control in principle.controls
            if control.status is Status.NOT_APPLICABLE
        }
        found = [finding for finding in assessment.findings if finding.outcome in _SHOWN]
        # They are in a stable order already.
        self.found = sorted(found, key=self._order)
        """All that is to be shown, what GitHub shows last at the end."""

    def _order(self, finding: Finding) -> tuple[bool, int, tuple[float, ...], int, bool]:
        counts = finding.outcome is Outcome.FAIL and not self._counts_for_nothing(finding)
        return (
            # What closes the gate is told as a warning where it is not proven, and must not be cut all the same.
            not (counts and finding.weight is Severity.CRITICAL),
            _BY_LEVEL.index(self._level(finding)),
            rank_within(finding, self._rules),
            _SHOWN.index(finding.outcome),
            finding.waiver is not None or finding.baseline,
        )

    def _level(self, finding: Finding) -> str:
        if finding.outcome is not Outcome.FAIL:
            return "none"
        return "note" if self._counts_for_nothing(finding) else LEVELS[finding.severity]

    def _counts_for_nothing(self, finding: Finding) -> bool:
        return finding.role not in _OF_THE_PRODUCT or finding.control in self._exempt

    def result(self, finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
        """One result.

        Args:
            finding: One of :attr:`found`.
            index: Name of a rule to its place among the rules.
        """
        result: dict[str, Any] = {
            "ruleId": plain(finding.rule),
            "ruleIndex": index[finding.rule],
            "kind": finding.outcome.value,
            "level": self._level(finding),
            "message": {"text": self._message(finding)},
            "locations": [located(finding.location, finding.excerpt)],
            "properties": _properties(finding),
        }
        if finding.fingerprint:
            # GitHub's own, `primaryLocationLineHash`, is left to its upload step, which warns where ours differs.
            result["partialFingerprints"] = {"archscan/v1": finding.fingerprint}
        if finding.related:
            result["relatedLocations"] = list(_related(finding))
        if finding.path:
            result["codeFlows"] = [{"threadFlows": [{"locations": list(_flow(finding.path))}]}]
        if finding.waiver is not None:
            result["suppressions"] = [_suppression(finding, self._waivers.get(finding.waiver))]
        if self._compared:
            # SARIF: on every result or on none. What is gone is no result: GitHub would raise an alert of it.
            result["baselineState"] = "unchanged" if finding.baseline else "new"
        return result

    def _message(self, finding: Finding) -> str:
        where = where_it_holds(finding)
        said = message(f"{finding.message} ({where})" if where else finding.message)
        if finding.related:
            shown = finding.related[:LINKED_AT_MOST]
            links = (link(f"{place.path}:{place.start_line}", number) for number, place in enumerate(shown, 1))
            more = " and others" if len(finding.related) > len(shown) else ""
            said = f"{said} (see {', '.join(links)}{more})"
        if finding.waiver is None:
            return said
        return f"{said} ({message(_waived(finding, self._waivers.get(finding.waiver)))})"


def _waived(finding: Finding, record: WaiverRecord | None) -> str:
    """GitHub does not look at suppressions: the message says it too."""
    whose = "an assessor" if finding.approved else "the supplier"
    if record is None:
        return f"waived by {whose}: {finding.waiver}"
    until = f" until {record.expires}" if record.expires else ""
    return f"waived by {whose}{until}: {record.reason or record.id}"


def _suppression(finding: Finding, record: WaiverRecord | None) -> dict[str, Any]:
    status = "accepted" if finding.approved else "underReview"
    if record is None:
        return {"kind": "external", "status": status, "justification": message(finding.waiver or "waived")}
    inline = record.form is Form.INLINE
    suppression: dict[str, Any] = {
        "kind": "inSource" if inline else "external",
        "status": status,
        "justification": message(record.reason or record.id),
    }
    if inline and record.location:
        suppression["location"] = located(record.location)
    facts = {
        "id": record.id,
        "owner": record.owner,
        "created": record.created,
        "expires": record.expires,
        "ticket": record.ticket,
        "approvedBy": record.approved_by,
        "trust": record.trust.value,
        "note": record.note,
    }
    suppression["properties"] = {key: plain(value) for key, value in facts.items() if value}
    return suppression


def _properties(finding: Finding) -> dict[str, Any]:
    named = {"environments": finding.environments, "otherEnvironments": finding.other_environments}
    return {
        "subject": plain(finding.subject),
        "control": plain(finding.control),
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "role": finding.role.value,
        "baseline": finding.baseline,
        **({"graded": finding.graded.value} if finding.graded else {}),
        **({"record": finding.record.model_dump()} if finding.record else {}),
        **{key: [plain(name) for name in names[:ENVIRONMENTS_AT_MOST]] for key, names in named.items() if names},
    }


def _related(finding: Finding) -> Iterator[dict[str, Any]]:
    for number, place in enumerate(finding.related[:RELATED_AT_MOST], 1):
        location = Location(path=place.path, start_line=place.start_line, end_line=place.end_line)
        yield {"id": number, **told(location, place.note or "belongs to the same finding")}


def _flow(path: Sequence[PathStep]) -> Iterator[dict[str, Any]]:
    """Every place of a path through the architecture, in the order of the argument."""
    for step in path[:STEPS_AT_MOST]:
        places = [(step.location, step.fact), *((one.location, one.fact) for one in step.proof[:STEPS_AT_MOST])]
        for location, fact in places:
            yield {"location": told(location, fact)}
