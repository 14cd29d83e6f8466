"""How much a finding may weigh: by how often its rule was right when people read what it said, and by where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from scanner.domain.architecture import Confidence
from scanner.domain.catalog import Severity
from scanner.domain.finding import Evidence, Finding, Outcome
from scanner.domain.record import is_proven
from scanner.domain.retirement import Retired, Retirement
from scanner.domain.rule import Readings, Rule
from scanner.interfaces import BoundRule
from scanner.sources.aside import lies_aside

_GRAVE = frozenset({Severity.CRITICAL, Severity.HIGH})
_TOLD = frozenset({Outcome.FAIL, Outcome.REVIEW})
_ASIDE = Evidence(
    description="it lies among what hardly ships: tools of developers, what was tried or replaced, local settings"
)


def weighed(
    findings: Iterable[Finding], rules: Iterable[BoundRule], retired: Retired | None = None
) -> Iterator[Finding]:
    """The findings, none graver than the record of its rule carries.

    A rule says what its facts mean where they hold; how often that was so is its confidence, which is counted by
    reading (docs/decisions/0025, 0029). So its words, its severity and its fixtures stay as they are when that changes.

    Args:
        findings: Of all engines.
        rules: Those of the policy.
        retired: Repositories that say that they are no longer in use.

    Returns:
        Each failure and question has the record of its rule. What a rule of low confidence finds is a question, which
        is told as a lead, and so is what lies aside, and what lies in repositories that are no longer in use. A failure
        that is a lead for its rule alone is marked as doubted. What was read of a rule and does not carry high
        confidence holds it to medium severity; what is grave and not proven is told as medium too, and keeps its
        grade. What is lowered says so in its evidence.
    """
    by_name = {bound.rule.name: bound.rule for bound in rules}
    retired = retired or Retired()
    return (_weighed(one, by_name.get(one.rule), retired) for one in findings)


def is_set_aside(rule: Rule, path: str) -> bool:
    """Whether what a rule finds there is a lead for where it lies alone, and says nothing of how sure the rule is."""
    return not rule.check.everywhere and lies_aside(path)


def retirement_of(rule: Rule, finding: Finding, retired: Retired) -> Retirement | None:
    """The statement for which a finding is a lead: all of its places lie in repositories that are no longer in use."""
    if rule.check.everywhere or not retired.statements:
        return None
    if finding.places > 1 + len(finding.related) and len(retired.statements) <= len(retired.others):
        return None  # places that are not listed may lie in a repository that is in use
    others = (one.path for one in finding.related)
    return retired.statement_on((finding.location.path, *others, *(step.location.path for step in finding.path)))


def told_as(rule: Rule) -> Severity:
    """How grave a rule's failures are told that do not lie aside, whatever its author calls them."""
    lowered = _is_held(rule) or not is_proven(rule.readings.record)
    return Severity.MEDIUM if rule.severity in _GRAVE and lowered else rule.severity


def _is_held(rule: Rule) -> bool:
    """Whether what was read of it holds it to medium severity, so that it keeps no grade."""
    unsure = rule.confidence is Confidence.LOW
    return unsure or (rule.confidence is Confidence.MEDIUM and rule.readings.settle)


def _weighed(finding: Finding, rule: Rule | None, retired: Retired) -> Finding:
    if finding.outcome not in _TOLD or rule is None:
        return finding
    retirement = retirement_of(rule, finding, retired)
    aside = retirement is not None or is_set_aside(rule, finding.location.path)
    unsure = aside or rule.confidence is Confidence.LOW
    held = aside or _is_held(rule)
    record = rule.readings.record
    changes: dict[str, Any] = {"record": record}
    if aside:
        changes["confidence"] = Confidence.LOW
    if finding.severity in _GRAVE and (held or not is_proven(record)):
        changes["severity"] = Severity.MEDIUM
        if not held:
            changes["graded"] = finding.severity
    if unsure and finding.outcome is Outcome.FAIL:
        changes["outcome"] = Outcome.REVIEW
        changes["doubted"] = not aside
    if changes.keys() > {"record"}:
        changes["evidence"] = (*finding.evidence, _why(finding, rule, retirement, aside=aside, held=held))
    return finding.model_copy(update=changes)


def _why(finding: Finding, rule: Rule, retirement: Retirement | None, *, aside: bool, held: bool) -> Evidence:
    if retirement:
        return Evidence(description=str(retirement))
    if aside:
        return _ASIDE
    if held:
        return Evidence(description=_told_of(rule.readings))
    read = f"{rule.readings.right} of {rule.readings.number}" if rule.readings.number else "none"
    return Evidence(
        description=f"its rule calls this {finding.severity.value}; it is told as medium until enough such findings "
        f"were opened in other repositories and upheld, and so far {read} were"
    )


def _told_of(readings: Readings) -> str:
    if not readings.settle:
        return "told with less weight than its facts would have: others have read too few findings of its rule so far"
    return (
        "told with less weight than its facts would have: of what its rule found elsewhere, "
        f"{readings.right} of {readings.number} were upheld by those who read it"
    )
