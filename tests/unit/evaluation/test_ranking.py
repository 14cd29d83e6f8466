from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.catalog import Severity
from scanner.domain.policy import WaiverLimits
from scanner.domain.record import Record
from scanner.evaluation.overview import by_rule
from scanner.evaluation.ranking import rank, told_severity
from scanner.evaluation.wording import gravest

CRITICAL, HIGH, MEDIUM, LOW = Severity


def test_what_its_rule_calls_critical_stands_first_and_the_surest_before_others(build: Any) -> None:
    found = [
        build.finding(rule="low", severity=LOW, record=Record(read=99, upheld=99)),
        build.finding(rule="unsure", severity=MEDIUM),
        build.finding(rule="graded-high", severity=MEDIUM, graded=HIGH),
        build.finding(rule="sure", severity=MEDIUM, record=Record(read=9, upheld=9)),
        build.finding(rule="high", severity=HIGH),
        build.finding(rule="unread", severity=MEDIUM, graded=CRITICAL),
        build.finding(rule="critical", severity=CRITICAL),
    ]
    names = ["critical", "unread", "high", "sure", "unsure", "graded-high", "low"]
    assert [one.rule for one in gravest(found)] == names
    groups = by_rule(found)
    assert [group.rule for group in sorted(groups, key=rank)] == [group.rule for group in groups]
    assert [group.rule for group in groups][:4] == names[:4]


@pytest.mark.parametrize(
    ("severity", "graded", "told"),
    [(HIGH, None, "high"), (MEDIUM, CRITICAL, "medium (graded critical)"), (MEDIUM, HIGH, "medium (graded high)")],
)
def test_a_severity_is_told_with_its_grade(build: Any, severity: Severity, graded: Severity | None, told: str) -> None:
    finding = build.finding(severity=severity, graded=graded)
    (group,) = by_rule([finding])
    assert told_severity(finding) == told_severity(group) == told


def test_days_of_a_waiver_go_by_the_weight() -> None:
    limits = WaiverLimits(days=180, days_high=90)
    assert [limits.days_for(severity) for severity in Severity] == [90, 90, 180, 180]
