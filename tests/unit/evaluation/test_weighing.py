"""What is seldom right accuses nobody, and neither does what lies among tools alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import Outcome, RelatedLocation
from scanner.domain.record import Record
from scanner.domain.retirement import Retired, Retirement
from scanner.domain.rule import Readings
from scanner.evaluation.weighing import told_as, weighed

TOOL = Location(path="scripts/fetch_token.py", start_line=3)
RULES = Path(__file__).parents[3] / "rules"


READ = Readings(right=6, arguable=3)


def _rule(build: Any, confidence: str, *, everywhere: bool = False, readings: Readings = READ) -> Any:
    bound = build.rule("open-bucket")
    check = bound.rule.check.model_copy(update={"everywhere": everywhere})
    rule = bound.rule.model_copy(update={"confidence": Confidence(confidence), "check": check, "readings": readings})
    return replace(bound, rule=rule)


@pytest.mark.parametrize(
    ("confidence", "before", "after"),
    [
        ("high", ("fail", "medium"), ("fail", "medium", False)),
        ("high", ("review", "low"), ("review", "low", False)),
        ("medium", ("fail", "high"), ("fail", "medium", False)),
        ("medium", ("fail", "low"), ("fail", "low", False)),
        ("medium", ("review", "critical"), ("review", "medium", False)),
        ("low", ("fail", "critical"), ("review", "medium", True)),
        ("low", ("fail", "low"), ("review", "low", True)),
        ("low", ("review", "medium"), ("review", "medium", True)),
        ("low", ("open", "high"), ("open", "high", False)),
        ("low", ("pass", "high"), ("pass", "high", False)),
    ],
)
def test_a_finding_weighs_no_more_than_its_rule_is_sure(
    build: Any, confidence: str, before: tuple[str, str], after: tuple[str, str, bool]
) -> None:
    finding = build.finding(before[0], severity=Severity(before[1]), confidence=Confidence(confidence))
    (told,) = weighed([finding], [_rule(build, confidence)])
    assert (told.outcome.value, told.severity.value, told.lead) == after


PROVEN = [Readings(right=7), Readings(right=18, arguable=1), Readings(right=29, arguable=1)]
UNPROVEN = [
    Readings(),
    Readings(right=6),
    Readings(right=17, arguable=1),
    Readings(right=11, wrong=1),
    Readings(arguable=2),
]


@pytest.mark.parametrize("severity", [Severity.CRITICAL, Severity.HIGH])
@pytest.mark.parametrize("outcome", ["fail", "review"])
def test_what_is_grave_is_told_so_where_such_findings_proved_right(
    build: Any, severity: Severity, outcome: str
) -> None:
    finding = build.finding(outcome, severity=severity)
    for readings in PROVEN:
        (told,) = weighed([finding], [_rule(build, "high", readings=readings)])
        assert told == finding.model_copy(update={"record": readings.record})
        assert told.weight is severity
    for readings in UNPROVEN:
        (told,) = weighed([finding], [_rule(build, "high", readings=readings)])
        assert (told.severity, told.graded, told.weight) == (Severity.MEDIUM, severity, severity)
        assert told.outcome is finding.outcome
        read = f"{readings.right} of {readings.number}" if readings.number else "none"
        assert told.evidence[-1].description.endswith(f"so far {read} were")
        assert f"its rule calls this {severity.value}" in told.evidence[-1].description


@pytest.mark.parametrize("confidence", ["high", "medium", "low"])
@pytest.mark.parametrize("severity", Severity)
def test_a_rule_is_told_as_its_failures_are(build: Any, severity: Severity, confidence: str) -> None:
    finding = build.finding(severity=severity)
    for readings in [*PROVEN, *UNPROVEN]:
        bound = _rule(build, confidence, readings=readings)
        rule = bound.rule.model_copy(update={"severity": severity})
        (told,) = weighed([finding], [bound])
        assert told_as(rule) is told.severity


def test_what_is_not_grave_needs_no_proof(build: Any) -> None:
    finding = build.finding(severity=Severity.MEDIUM)
    for readings in UNPROVEN:
        (told,) = weighed([finding], [_rule(build, "high", readings=readings)])
        assert told == finding.model_copy(update={"record": readings.record})


def test_what_was_read_and_not_upheld_keeps_no_grade(build: Any) -> None:
    (told,) = weighed([build.finding(severity=Severity.HIGH)], [_rule(build, "medium")])
    assert (told.severity, told.graded, told.weight) == (Severity.MEDIUM, None, Severity.MEDIUM)


@pytest.mark.parametrize(("outcome", "has"), [("fail", True), ("review", True), ("open", False), ("pass", False)])
def test_what_is_told_has_the_record_of_its_rule(build: Any, outcome: str, has: bool) -> None:
    (told,) = weighed([build.finding(outcome)], [_rule(build, "high")])
    assert told.record == (Record(read=9, upheld=6) if has else None)


def test_what_was_lowered_says_by_what(build: Any) -> None:
    (told,) = weighed([build.finding(confidence=Confidence.MEDIUM)], [_rule(build, "medium")])
    assert told.severity is Severity.MEDIUM
    assert "6 of 9 were upheld" in told.evidence[-1].description


def test_a_path_that_is_likely_keeps_the_weight_of_a_sure_rule(build: Any) -> None:
    finding = build.finding(confidence=Confidence.MEDIUM, severity=Severity.MEDIUM)
    assert list(weighed([finding], [_rule(build, "high", readings=Readings())])) == [finding]


def test_what_lies_among_tools_alone_is_a_lead_and_says_why(build: Any) -> None:
    (told,) = weighed([build.finding(location=TOOL)], [_rule(build, "high")])
    assert (told.outcome, told.severity, told.confidence, told.lead) == (
        Outcome.REVIEW,
        Severity.MEDIUM,
        Confidence.LOW,
        True,
    )
    assert "among what hardly ships" in told.evidence[-1].description


def test_a_failure_is_doubted_where_its_rule_alone_makes_it_a_lead(build: Any) -> None:
    likeness = build.finding("review", confidence=Confidence.LOW)
    cases = [
        (build.finding(), "low", Retired(), True),
        (build.finding(), "high", Retired(), False),
        (build.finding("review"), "low", Retired(), False),
        (likeness, "low", Retired(), False),
        (likeness, "high", Retired(), False),
        (build.finding("pass"), "low", Retired(), False),
        (build.finding(location=TOOL), "low", Retired(), False),
        (build.finding(), "low", ALONE, False),
    ]
    for finding, confidence, retired, doubted in cases:
        (told,) = weighed([finding], [_rule(build, confidence)], retired)
        assert told.doubted is doubted, (finding, confidence)


def test_a_key_opens_wherever_it_is_read(build: Any) -> None:
    finding = build.finding(location=TOOL, severity=Severity.MEDIUM)
    assert list(weighed([finding], [_rule(build, "high", everywhere=True, readings=Readings())])) == [finding]


def test_a_finding_of_no_rule_of_the_policy_stays_as_it_is(build: Any) -> None:
    finding = build.finding(rule="evidence-outside", confidence=Confidence.LOW)
    assert list(weighed([finding], [_rule(build, "high")])) == [finding]


@pytest.mark.parametrize(
    "rule",
    [
        "account-made-with-written-password",
        "clear-text-credential-in-compose",
        "credential-written-in-code",
        "private-key-in-code",
        "private-key-printed",
        "provider-password-in-terraform",
        "secret-in-the-repository",
    ],
)
def test_rules_of_written_keys_weigh_as_much_among_tools(rule: str) -> None:
    written = yaml.safe_load((RULES / "cyber" / rule / "rule.yaml").read_text("utf-8"))
    assert written["check"]["everywhere"] is True


STATEMENT = Retirement(folder="infra", location=Location(path="infra/README.md", start_line=3), says="archived")
ONE_OF_TWO = Retired((STATEMENT,), frozenset({"infra"}))
ALONE = Retired((Retirement(location=Location(path="README.md", start_line=1), says="deprecated"),))


@pytest.mark.parametrize(("outcome", "severity"), [("fail", "critical"), ("fail", "low"), ("review", "medium")])
def test_what_lies_in_a_retired_repository_is_a_lead(build: Any, outcome: str, severity: str) -> None:
    finding = build.finding(outcome, severity=Severity(severity))
    (told,) = weighed([finding], [_rule(build, "high")], ALONE)
    assert told.lead
    assert told.weight in {Severity.MEDIUM, Severity.LOW}
    assert told.evidence[-1].description == "README.md:1 says that the repository is deprecated"
    (everywhere,) = weighed([finding], [_rule(build, "high", everywhere=True)], ALONE)
    assert everywhere == next(weighed([finding], [_rule(build, "high", everywhere=True)]))


@pytest.mark.parametrize("outcome", ["pass", "open", "notApplicable"])
def test_what_accuses_nobody_stays_as_it_is(build: Any, outcome: str) -> None:
    finding = build.finding(outcome)
    assert list(weighed([finding], [_rule(build, "high")], ALONE)) == [finding]


@pytest.mark.parametrize(
    ("path", "others", "lead"),
    [
        ("infra/main.tf", (), True),
        ("infra/main.tf", ("infra/old.tf",), True),
        ("infra/main.tf", ("main.tf",), False),
        ("main.tf", ("infra/main.tf",), False),
        ("infrastructure/main.tf", (), False),
        ("main.tf", (), False),
        (".", (), False),
    ],
)
def test_what_also_lies_in_a_repository_in_use_weighs_as_much(
    build: Any, path: str, others: tuple[str, ...], lead: bool
) -> None:
    related = tuple(RelatedLocation(path=other, start_line=1) for other in others)
    finding = build.finding(location=Location(path=path, start_line=3), related=related)
    (told,) = weighed([finding], [_rule(build, "high")], ONE_OF_TWO)
    assert told.lead is lead


def test_places_that_are_not_listed_may_lie_in_what_is_in_use(build: Any) -> None:
    finding = build.finding(location=Location(path="infra/main.tf", start_line=3), places=40)
    (told,) = weighed([finding], [_rule(build, "high")], ONE_OF_TWO)
    assert not told.lead
    (told,) = weighed([finding], [_rule(build, "high")], ALONE)
    assert told.lead


def test_what_is_missing_in_a_product_that_is_all_retired_is_a_lead(build: Any) -> None:
    both = Retired((*ALONE.statements, STATEMENT), frozenset({"infra"}))
    (told,) = weighed([build.finding(location=Location(path="."))], [_rule(build, "high")], both)
    assert told.lead
