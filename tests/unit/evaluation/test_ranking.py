from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.policy import WaiverLimits
from scanner.domain.record import Record
from scanner.evaluation.overview import by_rule
from scanner.evaluation.ranking import rank, rank_of_lead, rank_within, told_severity
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


def _lead(build: Any, rule: str, **more: Any) -> Any:
    return build.finding("review", rule, confidence=Confidence.LOW, **{"severity": MEDIUM, **more})


def test_leads_stand_by_what_their_rule_calls_them_then_by_place_then_by_promise(build: Any) -> None:
    whole, sure = Location(path="."), Record(read=9, upheld=9)
    found = [
        _lead(build, "low", severity=LOW, record=sure),
        _lead(build, "small-and-whole", location=whole, record=sure),
        _lead(build, "small"),
        _lead(build, "small-and-surer", record=Record(read=9, upheld=6)),
        _lead(build, "grave-and-whole", location=whole),
        _lead(build, "grave"),
        _lead(build, "critical", severity=LOW),
    ]
    given = {"small": MEDIUM, "grave": HIGH, "critical": CRITICAL, "low": LOW}
    rules = {
        name: build.rule(name).rule.model_copy(update={"severity": given[name.partition("-")[0]]})
        for name in (one.rule for one in found)
    }
    names = ["critical", "grave", "grave-and-whole", "small-and-surer", "small", "small-and-whole", "low"]
    asked = build.finding("review", "asked", severity=LOW)
    for order in ([asked, *found], [*reversed(found), asked]):
        assert [one.rule for one in sorted(order, key=lambda one: rank_within(one, rules))] == ["asked", *names]
    without = sorted(found, key=lambda one: rank_of_lead(one, {}))
    assert {one.rule for one in without[-2:]} == {"low", "critical"}, "the severity that is told, where no rule is"
    assert without[-3].location == without[-4].location == whole
    assert gravest(found) == found, "leads are put in their order by the overview alone"


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
