"""The log file: one run, cut to what GitHub takes, with everything that was left out told in it."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from scanner.domain.assessment import Assessment
from scanner.domain.baseline import Comparison
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.domain.resource import Problem
from scanner.domain.waiver import WaiverRecord, WaiverState
from scanner.evaluation.overview import count
from scanner.evaluation.workflow_commands import disarm_json
from scanner.interfaces import ReportContext
from scanner.reports.sarif.limits import BYTES_AT_MOST, MENDED_AT_MOST, NOTIFICATIONS_AT_MOST, RESULTS_AT_MOST
from scanner.reports.sarif.places import located
from scanner.reports.sarif.results import Results
from scanner.reports.sarif.rules import Descriptors
from scanner.reports.sarif.text import category, message, plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class SarifReport:
    """One run: failures, and as kinds of their own what needs review or cannot be told. What passes is left out."""

    name = "sarif"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules
        self._catalog = context.catalog

    def render(self, assessment: Assessment) -> str:
        """The log file, indented, with a line end at the end; small enough for GitHub to take."""
        results = Results(assessment, self._rules)
        kept = min(len(results.found), RESULTS_AT_MOST)
        while True:
            log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [self._run(assessment, results, kept)]}
            text = disarm_json(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"
            if kept == 0 or _fits(text):
                return text
            kept = kept * 3 // 4

    def _run(self, assessment: Assessment, results: Results, kept: int) -> dict[str, Any]:
        shown, left_out = results.found[:kept], results.found[kept:]
        rules = Descriptors(self._rules, self._catalog, shown)
        return {
            "tool": {
                "driver": {
                    "name": plain(assessment.tool.name),
                    "semanticVersion": plain(assessment.tool.version),
                    "rules": rules.all,
                }
            },
            # Two files of one category replace each other: a policy or a folder of its own has one of its own.
            "automationDetails": {
                "id": f"archscan/{category(assessment.policy.id)}/{category(assessment.source.uri)}/"
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [_invocation(assessment, left_out)],
            "results": [results.result(finding, rules.index) for finding in shown],
            "properties": _properties(assessment, left_out),
        }


def _fits(text: str) -> bool:
    content = text.encode("utf-8", "replace")
    return len(content) <= BYTES_AT_MOST or len(gzip.compress(content, 6, mtime=0)) <= BYTES_AT_MOST


def _invocation(assessment: Assessment, left_out: Sequence[Finding]) -> dict[str, Any]:
    problems = assessment.problems
    notifications = [_notification(problem) for problem in problems[:NOTIFICATIONS_AT_MOST]]
    if len(problems) > NOTIFICATIONS_AT_MOST:
        notifications.append(_said("warning", f"and {len(problems) - NOTIFICATIONS_AT_MOST:,} more problems"))
    if left_out:
        notifications.insert(0, _said("warning", _cut(left_out)))
    invocation: dict[str, Any] = {"executionSuccessful": True, "toolExecutionNotifications": notifications}
    if configured := list(_configuration(assessment)):
        invocation["toolConfigurationNotifications"] = configured
    return invocation


def _configuration(assessment: Assessment) -> Iterator[dict[str, Any]]:
    """What was asked for that changes the result, and waivers that set nothing aside."""
    for override in assessment.policy.overrides:
        yield _said("note", f"asked for in the place of the policy: {override}")
    for loosened in assessment.policy.loosened:
        yield _said("warning", f"the policy asks for less than the rules do: {loosened}")
    idle = [record for record in assessment.waivers if record.state is not WaiverState.APPLIED]
    for record in idle[:NOTIFICATIONS_AT_MOST]:
        yield _idle(record)
    if len(idle) > NOTIFICATIONS_AT_MOST:
        yield _said("warning", f"and {len(idle) - NOTIFICATIONS_AT_MOST:,} more waivers that set nothing aside")


def _idle(record: WaiverRecord) -> dict[str, Any]:
    what = f"waiver {record.id}" + (f" of {record.rule}" if record.rule else "")
    why = f": {record.note}" if record.note else ""
    notification = _said("warning", f"{what} sets nothing aside ({record.state.value}){why}")
    if record.location:
        notification["locations"] = [located(record.location)]
    return notification


def _notification(problem: Problem) -> dict[str, Any]:
    source = f"{problem.stage} ({problem.engine})" if problem.engine else problem.stage
    notification = _said("warning", f"{source}: {problem.message}")
    notification["descriptor"] = {"id": plain(f"{problem.stage}/{problem.engine}" if problem.engine else problem.stage)}
    if problem.location:
        notification["locations"] = [located(problem.location)]
    return notification


def _said(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": message(text)}}


def _cut(left_out: Sequence[Finding]) -> str:
    numbers = Counter(finding.severity for finding in left_out)
    listed = ", ".join(f"{numbers[severity]:,} {severity.value}" for severity in Severity if numbers[severity])
    those = count(len(left_out), "result")
    return f"{those} of the lowest levels left out to keep within what GitHub takes ({listed}); the json report has all"


def _properties(assessment: Assessment, left_out: Sequence[Finding]) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "gatePassed": assessment.gate.passed,
        "gateReasons": [plain(reason) for reason in assessment.gate.reasons],
        "complete": assessment.complete,
        "score": assessment.score.model_dump(),
        "policy": _plain_values(assessment.policy.model_dump()),
        "principles": {plain(one.id): one.status.value for one in assessment.principles},
    }
    if assessment.comparison:
        properties["comparison"] = _comparison(assessment.comparison)
    if left_out:
        properties["resultsLeftOut"] = dict(sorted(Counter(finding.severity.value for finding in left_out).items()))
        properties["note"] = _cut(left_out)
    return properties


def _comparison(comparison: Comparison) -> dict[str, Any]:
    told = _plain_values(comparison.model_dump(exclude={"mended"}))
    told["mended"] = len(comparison.mended)
    told["mendedFindings"] = [
        {"ruleId": plain(one.rule), "path": plain(one.path), "fingerprint": plain(one.fingerprint)}
        for one in comparison.mended[:MENDED_AT_MOST]
    ]
    return told


def _plain_values(values: dict[str, Any]) -> dict[str, Any]:
    """A dumped value with harmless texts, empty ones left out."""
    harmless: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, str):
            if value:
                harmless[key] = plain(value)
        elif isinstance(value, tuple | list):
            harmless[key] = [plain(str(one)) for one in value]
        else:
            harmless[key] = value
    return harmless
