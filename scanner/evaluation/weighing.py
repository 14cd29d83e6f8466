"""How much a finding may weigh: by how often its rule was right when people read what it said, and by where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from scanner.domain.architecture import Confidence
from scanner.domain.catalog import Severity
from scanner.domain.finding import Evidence, Finding, Outcome
from scanner.domain.rule import Readings, Rule
from scanner.interfaces import BoundRule
from scanner.sources.aside import lies_aside

_GRAVE = frozenset({Severity.CRITICAL, Severity.HIGH})
_TOLD = frozenset({Outcome.FAIL, Outcome.REVIEW})
_ASIDE = Evidence(
    description="it lies among what hardly ships: tools of developers, what was tried or replaced, local settings"
)


def weighed(findings: Iterable[Finding], rules: Iterable[BoundRule]) -> Iterator[Finding]:
    """The findings, none graver than the record of its rule carries.

    A rule says what its facts mean where they hold; how often that was so is its confidence, which is counted by
    reading (docs/decisions/0025). So its words, its severity and its fixtures stay as they are when that changes.

    Args:
        findings: Of all engines.
        rules: Those of the policy.

    Returns:
        What a rule of low confidence finds is a question, which is told as a lead, and so is what lies aside. What was
        read of a rule and does not carry high confidence holds it to medium severity. Each says so in its evidence.
    """
    by_name = {bound.rule.name: bound.rule for bound in rules}
    return (_weighed(one, by_name.get(one.rule)) for one in findings)


def is_set_aside(rule: Rule, path: str) -> bool:
    """Whether what a rule finds there is a lead for where it lies alone, and says nothing of how sure the rule is."""
    return not rule.check.everywhere and lies_aside(path)


def _weighed(finding: Finding, rule: Rule | None) -> Finding:
    if finding.outcome not in _TOLD or rule is None:
        return finding
    aside = is_set_aside(rule, finding.location.path)
    unsure = aside or rule.confidence is Confidence.LOW
    held = unsure or (rule.confidence is Confidence.MEDIUM and rule.readings.settle)
    changes: dict[str, Any] = {}
    if aside:
        changes["confidence"] = Confidence.LOW
    if held and finding.severity in _GRAVE:
        changes["severity"] = Severity.MEDIUM
    if unsure and finding.outcome is Outcome.FAIL:
        changes["outcome"] = Outcome.REVIEW
    if not changes:
        return finding
    why = _ASIDE if aside else Evidence(description=_record(rule.readings))
    return finding.model_copy(update={**changes, "evidence": (*finding.evidence, why)})


def _record(readings: Readings) -> str:
    if not readings.settle:
        return "told with less weight than its facts would have: its rule is not sure"
    return (
        "told with less weight than its facts would have: of what its rule found elsewhere, "
        f"{readings.right} of {readings.number} were upheld by those who read it"
    )
