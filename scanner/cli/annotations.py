"""Annotations of a pull request: what is new, the gravest first, within the number that GitHub shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scanner.cli.runner import Annotation, Level
from scanner.domain.assessment import Assessment
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.domain.rule import Rule
from scanner.evaluation.overview import brief, count, overview, sentence
from scanner.evaluation.ranking import rank, told_severity

MOST = 10
"""Annotations of each level that GitHub shows of a step."""

_LONGEST = 500
_LEVELS = {
    Severity.CRITICAL: Level.ERROR,
    Severity.HIGH: Level.ERROR,
    Severity.MEDIUM: Level.WARNING,
    Severity.LOW: Level.WARNING,
}


def annotate(assessment: Assessment, rules: Mapping[str, Rule]) -> Iterator[Annotation]:
    """The annotations of a result: at most ten errors, ten warnings, and one notice for the rest.

    Args:
        assessment: Its paths begin in the root of the repository.
        rules: Name to rule.
    """
    view = overview(assessment)
    told = [finding for group in view.failures for finding in group.findings if not finding.baseline]
    kept: dict[Level, list[Finding]] = {Level.ERROR: [], Level.WARNING: []}
    for finding in _gravest(told):
        kept[_LEVELS[finding.weight]].append(finding)  # by the grade, as gates go
    for level, findings in kept.items():
        for finding in findings[:MOST]:
            yield _annotation(level, finding, rules.get(finding.rule))
    left = sum(len(findings[MOST:]) for findings in kept.values())
    word = "new failure" if assessment.comparison else "failure"
    if left:
        text = f"{count(left, f'more {word} is', f'more {word}s are')} in the job summary and in the reports."
        yield Annotation(Level.NOTICE, f"archscan: {count(len(told), word)}", text)


def _gravest(findings: Sequence[Finding]) -> list[Finding]:
    """The gravest first, and of these one of each rule before the second of any."""
    seen: dict[str, int] = {}
    keyed = []
    for place, finding in enumerate(findings):
        seen[finding.rule] = seen.get(finding.rule, -1) + 1
        keyed.append((rank(finding)[:2], seen[finding.rule], place))
    return [findings[place] for _, _, place in sorted(keyed)]


def _annotation(level: Level, finding: Finding, rule: Rule | None) -> Annotation:
    title = f"{told_severity(finding)}: {rule.title if rule else finding.rule} [{finding.rule}]"
    cure = f"\nHow to mend: {sentence(rule.remediation, _LONGEST)}" if rule else ""
    whole = finding.location.path == "."
    return Annotation(
        level=level,
        title=title,
        message=f"{brief(finding.message, _LONGEST)}{cure}",
        path="" if whole else finding.location.path,
        line=None if whole else finding.location.start_line,
        end_line=None if whole else finding.location.end_line,
    )
