"""The result as SARIF 2.1.0, in the shape that GitHub code scanning takes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment
from scanner.domain.catalog import Catalog, Severity
from scanner.domain.finding import Finding, Outcome, PathStep
from scanner.domain.resource import Problem
from scanner.domain.rule import Rule
from scanner.evaluation.overview import brief, where_it_holds
from scanner.evaluation.redaction import clean
from scanner.evaluation.workflow_commands import disarm_json
from scanner.interfaces import ReportContext

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS_AT_MOST = 5_000
"""GitHub shows no more; beyond it we cut by severity ourselves and say so."""
RELATED_AT_MOST = 100
STEPS_AT_MOST = 30
TAGS_AT_MOST = 20
NOTIFICATIONS_AT_MOST = 500
ENVIRONMENTS_AT_MOST = 100
_LONGEST = 1_024

_PLACEHOLDER = re.compile(r"\{(\d+)\}")

_SHOWN = (Outcome.FAIL, Outcome.REVIEW, Outcome.OPEN)
_LEVELS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
_PROBLEM_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}
_SECURITY_SEVERITY = {Severity.CRITICAL: "9.5", Severity.HIGH: "8.0", Severity.MEDIUM: "5.5", Severity.LOW: "2.0"}
_SECURITY_PRINCIPLE = "CYBER"
_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}


class SarifReport:
    """One run: failures, and as kinds of their own what needs review or cannot be told. What passes is left out."""

    name = "sarif"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules
        self._catalog = context.catalog

    def render(self, assessment: Assessment) -> str:
        """The log file, indented, with a line end at the end."""
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [self._run(assessment)]}
        return disarm_json(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"

    def _run(self, assessment: Assessment) -> dict[str, Any]:
        found = [finding for finding in assessment.findings if finding.outcome in _SHOWN]
        # The findings are merged: sorted by severity already, and within it stable.
        found.sort(key=lambda finding: (_SEVERITIES[finding.severity], _SHOWN.index(finding.outcome)))
        shown = found[:RESULTS_AT_MOST]
        names = sorted({finding.rule for finding in shown})
        index = {name: place for place, name in enumerate(names)}
        return {
            "tool": {
                "driver": {
                    "name": _text(assessment.tool.name),
                    "semanticVersion": _text(assessment.tool.version),
                    "rules": [self._rule(name, shown) for name in names],
                }
            },
            "automationDetails": {"id": f"archscan/{_text(assessment.policy.id)}/"},
            "columnKind": "unicodeCodePoints",
            "invocations": [_invocation(assessment.problems)],
            "results": [_result(finding, index) for finding in shown],
            "properties": _properties(assessment, found),
        }

    def _rule(self, name: str, shown: Sequence[Finding]) -> dict[str, Any]:
        rule = self._rules.get(name)
        first = next(finding for finding in shown if finding.rule == name)
        if rule is None:
            return _descriptor(name, first, [first.principle, first.control]) | {
                "shortDescription": {"text": _text(name)},
                "fullDescription": {"text": _text(name)},
                "help": {"text": _text(name)},
            }
        described = _descriptor(name, first, [rule.control, first.principle, *rule.clauses])
        return described | {
            "shortDescription": {"text": _text(rule.title)},
            "fullDescription": {"text": _text(rule.description)},
            "help": _help(rule, self._catalog),
        }


def _descriptor(name: str, first: Finding, tags: Iterable[str]) -> dict[str, Any]:
    level = _LEVELS[first.severity]
    security = first.principle == _SECURITY_PRINCIPLE
    kept = list(dict.fromkeys((*(("security",) if security else ()), "nhs-architecture", *map(_text, tags))))
    properties: dict[str, Any] = {
        "tags": kept[:TAGS_AT_MOST],
        "precision": first.confidence.value,
        "problem.severity": _PROBLEM_SEVERITY[level],
    }
    if security:
        properties["security-severity"] = _SECURITY_SEVERITY[first.severity]
    return {
        "id": _text(name),
        "name": "".join(word.capitalize() for word in _text(name).split("-")),
        "defaultConfiguration": {"level": level},
        "properties": properties,
    }


def _help(rule: Rule, catalog: Catalog) -> dict[str, str]:
    titles = {clause.id: clause.title for clause in catalog.clauses}
    clauses = [f"{code}: {titles[code]}" if code in titles else code for code in rule.clauses]
    parts = {"Why it matters": rule.rationale, "How to mend it": rule.remediation}
    plain = [f"{head}: {' '.join(text.split())}" for head, text in parts.items()]
    marked = [f"**{head}**\n\n{text.strip()}" for head, text in parts.items()]
    if rule.example:
        fence = f"```{rule.example.language}\n"
        marked += [
            f"Before:\n\n{fence}{rule.example.before.strip()}\n```",
            f"After:\n\n{fence}{rule.example.after.strip()}\n```",
        ]
    plain.append("Clauses: " + "; ".join(clauses))
    marked.append("**Clauses**\n\n" + "\n".join(f"* {clause}" for clause in clauses))
    return {"text": "\n".join(plain), "markdown": "\n\n".join(marked) + "\n"}


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    fails = finding.outcome is Outcome.FAIL
    result: dict[str, Any] = {
        "ruleId": _text(finding.rule),
        "ruleIndex": index[finding.rule],
        "kind": finding.outcome.value,
        "level": _LEVELS[finding.severity] if fails else "none",
        "message": {"text": _message(_with_environments(finding))},
        "locations": [_located(finding.location)],
        "properties": {
            "subject": _text(finding.subject),
            "control": finding.control,
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "role": finding.role.value,
            "baseline": finding.baseline,
            **_environments(finding),
        },
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {"archscan/v1": finding.fingerprint}
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_located(Location(path=place.path, start_line=place.start_line, end_line=place.end_line)),
                "message": {"text": _message(place.note or "belongs to the same finding")},
            }
            for number, place in enumerate(finding.related[:RELATED_AT_MOST], 1)
        ]
    if finding.path:
        result["codeFlows"] = [{"threadFlows": [{"locations": list(_flow(finding.path))}]}]
    if finding.waiver is not None:
        justified = _message(finding.waiver or "waived")
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justified}]
    return result


def _flow(path: Sequence[PathStep]) -> Iterator[dict[str, Any]]:
    """Every place of a path through the architecture, in the order of the argument."""
    for step in path[:STEPS_AT_MOST]:
        places = [(step.location, step.fact), *((one.location, one.fact) for one in step.proof[:STEPS_AT_MOST])]
        for location, fact in places:
            yield {"location": {**_located(location), "message": {"text": _message(fact)}}}


def _with_environments(finding: Finding) -> str:
    where = where_it_holds(finding)
    return f"{finding.message} ({where})" if where else finding.message


def _environments(finding: Finding) -> dict[str, list[str]]:
    """Property bag entries; a finding of a repository with one environment has none."""
    named = {"environments": finding.environments, "otherEnvironments": finding.other_environments}
    return {key: [_text(name) for name in names[:ENVIRONMENTS_AT_MOST]] for key, names in named.items() if names}


def _located(location: Location) -> dict[str, Any]:
    region = {"startLine": location.start_line, "startColumn": location.start_column or 1}
    if location.end_line is not None and location.end_line >= location.start_line:
        region["endLine"] = location.end_line
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(location.path)}, "region": region}}


def _uri(path: str) -> str:
    return quote(path.lstrip("/") or ".", safe="/", encoding="utf-8", errors="replace")


def _invocation(problems: Sequence[Problem]) -> dict[str, Any]:
    notifications = [_notification(problem) for problem in problems[:NOTIFICATIONS_AT_MOST]]
    if len(problems) > NOTIFICATIONS_AT_MOST:
        hidden = len(problems) - NOTIFICATIONS_AT_MOST
        notifications.append({"level": "warning", "message": {"text": f"and {hidden:,} more problems"}})
    return {"executionSuccessful": True, "toolExecutionNotifications": notifications}


def _notification(problem: Problem) -> dict[str, Any]:
    source = f"{problem.stage} ({problem.engine})" if problem.engine else problem.stage
    notification: dict[str, Any] = {
        "level": "warning",
        "message": {"text": _message(f"{source}: {problem.message}")},
        "descriptor": {"id": _text(f"{problem.stage}/{problem.engine}" if problem.engine else problem.stage)},
    }
    if problem.location:
        notification["locations"] = [_located(problem.location)]
    return notification


def _properties(assessment: Assessment, found: Sequence[Finding]) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "gatePassed": assessment.gate.passed,
        "gateReasons": [_text(reason) for reason in assessment.gate.reasons],
        "complete": assessment.complete,
        "score": assessment.score.model_dump(),
        "policy": assessment.policy.model_dump(),
    }
    left_out = Counter(finding.severity.value for finding in found[RESULTS_AT_MOST:])
    if left_out:
        number = left_out.total()
        properties["resultsLeftOut"] = dict(sorted(left_out.items()))
        properties["note"] = f"{number:,} results of the lowest severities are left out; the json report has them all"
    return properties


def _text(text: str) -> str:
    """One line that is never empty and never longer than GitHub takes for a description."""
    return brief(text, _LONGEST) or "-"


def _message(text: str) -> str:
    """A message in which nothing is read as a link or a placeholder, to both of which SARIF gives a meaning."""
    plain = clean(text) or "(no message)"
    return _PLACEHOLDER.sub(r"{{\1}}", plain.replace("](", "\\]("))
