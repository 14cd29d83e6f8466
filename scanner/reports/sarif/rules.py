"""Rules as GitHub shows them beside a result: what is flagged, why it matters, how to mend it, and by which clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from scanner.domain.architecture import Confidence
from scanner.domain.catalog import Catalog, Clause, Provenance, Severity
from scanner.domain.finding import Finding
from scanner.domain.rule import Rule
from scanner.evaluation.weighing import told_as
from scanner.reports.sarif.limits import NAME_AT_MOST, TAGS_AT_MOST
from scanner.reports.sarif.text import plain

LEVELS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
"""Severity to SARIF's level of a failure."""
_PROBLEM_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}
_SECURITY_SEVERITY = {Severity.CRITICAL: "9.5", Severity.HIGH: "8.0", Severity.MEDIUM: "5.5", Severity.LOW: "2.0"}
_SECURITY_PRINCIPLE = "CYBER"


class Descriptors:
    """Every rule of the packs, whether or not it found anything: what GitHub knows of a rule must not change by scan.

    Args:
        rules: Name to rule.
        catalog: Gives principles and clauses.
        shown: Results; a rule that only they know is described from the first of them.
    """

    def __init__(self, rules: Mapping[str, Rule], catalog: Catalog, shown: Iterable[Finding]) -> None:
        self._principles = {control.id: control.principle for control in catalog.controls}
        self._clauses = {clause.id: clause for clause in catalog.clauses}
        unknown: dict[str, Finding] = {}
        for finding in shown:
            if finding.rule not in rules:
                unknown.setdefault(finding.rule, finding)
        names = sorted({*rules, *unknown})
        self.index = {name: place for place, name in enumerate(names)}
        self.all = [self._rule(rules[name]) if name in rules else _unknown(unknown[name]) for name in names]

    def _rule(self, rule: Rule) -> dict[str, Any]:
        principle = self._principles.get(rule.control) or rule.control.rpartition("-")[0]
        described = _descriptor(rule.name, told_as(rule), rule.confidence, (principle, rule.control, *rule.clauses))
        return described | {
            "shortDescription": {"text": plain(rule.title)},
            "fullDescription": {"text": plain(rule.description)},
            "help": self._help(rule),
        }

    def _help(self, rule: Rule) -> dict[str, str]:
        parts = {"Why it matters": rule.rationale, "How to mend it": rule.remediation}
        text = [f"{head}: {' '.join(part.split())}" for head, part in parts.items()]
        marked = [f"**{head}**\n\n{part.strip()}" for head, part in parts.items()]
        if rule.example:
            fence = f"```{rule.example.language}\n"
            marked += [
                f"Before:\n\n{fence}{rule.example.before.strip()}\n```",
                f"After:\n\n{fence}{rule.example.after.strip()}\n```",
            ]
        clauses = [(code, self._clauses.get(code)) for code in rule.clauses]
        text.append("Clauses: " + "; ".join(_clause(code, clause) for code, clause in clauses))
        marked.append("**Clauses**\n\n" + "\n".join(f"* {_linked(code, clause)}" for code, clause in clauses))
        return {"text": "\n".join(text), "markdown": "\n\n".join(marked) + "\n"}


def _clause(code: str, clause: Clause | None) -> str:
    if clause is None:
        return code
    unread = " (from memory, to be verified)" if clause.provenance is Provenance.MEMORY else ""
    return f"{code}: {clause.title}{unread}"


def _linked(code: str, clause: Clause | None) -> str:
    said = _clause(code, clause)
    return f"[{said}]({clause.url})" if clause and clause.url else said


def _unknown(finding: Finding) -> dict[str, Any]:
    """A rule that no pack has; all that is known of it is its name."""
    tags = (finding.principle, finding.control)
    name = {"text": plain(finding.rule)}
    described = _descriptor(finding.rule, finding.severity, finding.confidence, tags)
    return described | {"shortDescription": name, "fullDescription": name, "help": name}


def _descriptor(name: str, severity: Severity, confidence: Confidence, tags: tuple[str, ...]) -> dict[str, Any]:
    level = LEVELS[severity]
    security = tags[0] == _SECURITY_PRINCIPLE
    kept = dict.fromkeys((*(("security",) if security else ()), "nhs-architecture", *map(plain, tags)))
    properties: dict[str, Any] = {
        "tags": list(kept)[:TAGS_AT_MOST],
        "precision": confidence.value,
        "problem.severity": _PROBLEM_SEVERITY[level],
    }
    if security:
        # It makes an alert one of security, with a review by those who keep watch over it.
        properties["security-severity"] = _SECURITY_SEVERITY[severity]
    return {
        "id": plain(name),
        "name": "".join(word.capitalize() for word in plain(name).split("-"))[:NAME_AT_MOST] or "-",
        "defaultConfiguration": {"level": level},
        "properties": properties,
    }
