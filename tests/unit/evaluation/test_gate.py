"""The decision."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.artifact import Location, Role
from scanner.domain.assessment import ControlResult, GateResult, PrincipleResult, Score, Status
from scanner.domain.catalog import Severity
from scanner.domain.policy import Gate
from scanner.domain.resource import Problem
from scanner.domain.retirement import Retired, Retirement
from scanner.evaluation.gate import decide, let_through, with_retired

SCORE = Score(value=61.5, low=40, high=80, without_waivers=60, coverage=0.4)


def _decide(
    build: Any, gate: Gate, findings: Any = (), score: Score = SCORE, problems: Any = (), principles: Any = ()
) -> Any:
    policy = build.policy(build.catalog(build.control("CLOUD-01")), gate=gate)
    return decide(policy, score, principles, findings, problems)


def test_an_unwaived_failure_of_a_named_severity_closes_the_gate(build: Any) -> None:
    found = [build.finding(rule=f"rule-{n}", severity=Severity.CRITICAL) for n in range(7)]
    result, complete = _decide(build, Gate(), found)
    assert (result.passed, complete) == (False, True)
    assert result.reasons == (
        "7 critical failures without a waiver: rule-0, rule-1, rule-2, rule-3, rule-4 and 2 more rules",
    )


@pytest.mark.parametrize(
    "more",
    [
        {"waiver": "accepted"},
        {"baseline": True},
        {"role": Role.TEST},
        {"role": Role.EXAMPLE},
        {"severity": Severity.HIGH},
        {"outcome": "review"},
        {"outcome": "open"},
        {"outcome": "pass"},
    ],
)
def test_what_does_not_close_the_gate(build: Any, more: dict[str, Any]) -> None:
    finding = build.finding(**{"severity": Severity.CRITICAL, **more})
    assert _decide(build, Gate(), [finding])[0].passed


def test_minimum_score(build: Any) -> None:
    assert _decide(build, Gate(minimum_score=61.5))[0].passed
    assert _decide(build, Gate(minimum_score=70))[0].reasons == ("score 61.5 is below 70",)


def test_no_score_does_not_reach_a_minimum(build: Any) -> None:
    nothing = Score(value=None, low=None, high=None, without_waivers=None, coverage=0)
    result, _ = _decide(build, Gate(minimum_score=1), score=nothing)
    assert not result.passed
    assert _decide(build, Gate(), score=nothing)[0].passed


def test_coverage_below_the_floor_is_incomplete_and_says_so(build: Any) -> None:
    result, complete = _decide(build, Gate(minimum_coverage=0.5))
    assert (result.passed, complete) == (True, False)
    assert result.reasons == ("incomplete: coverage 40.0% is below 50.0%",)


def test_a_file_that_could_not_be_read(build: Any) -> None:
    problems = [
        Problem(stage="parsing", message="broken", location=Location(path="a.tf", start_line=2)),
        Problem(stage="parsing", message="broken again", location=Location(path="a.tf", start_line=9)),
        Problem(stage="engines", engine="checkov", message="not installed"),
    ]
    assert _decide(build, Gate(), problems=problems)[1]
    result, complete = _decide(build, Gate(unreadable_files=False), problems=problems)
    assert not complete
    assert result.reasons == ("incomplete: 1 file could not be read, which the policy forbids",)
    assert _decide(build, Gate(unreadable_files=False), problems=problems[2:])[1]


def test_a_mandatory_principle_must_not_be_unmet(build: Any) -> None:
    def principle(status: Status) -> PrincipleResult:
        return PrincipleResult(id="SAFETY", title="Safety", status=status, score=None, coverage=0, controls=())

    gate = Gate(mandatory_principles=("SAFETY",))
    assert _decide(build, gate, principles=[principle(Status.NOT_ASSESSED)])[0].passed
    assert _decide(build, gate, principles=[principle(Status.NOT_MET)])[0].reasons == (
        "SAFETY is mandatory and is not met",
    )


def test_a_mandatory_principle_names_the_gravest_controls_that_are_not_met(build: Any) -> None:
    def control(name: str, severity: Severity, status: Status) -> ControlResult:
        return ControlResult(id=name, title=f"Title of {name}", status=status, score=None, severity=severity)

    controls = (
        control("SAFETY-01", Severity.LOW, Status.NOT_MET),
        control("SAFETY-02", Severity.CRITICAL, Status.PARTIALLY_MET),
        control("SAFETY-03", Severity.HIGH, Status.NOT_MET),
        control("SAFETY-04", Severity.MEDIUM, Status.NOT_MET),
    )
    lost = PrincipleResult(
        id="SAFETY", title="Safety", status=Status.NOT_MET, score=None, coverage=0, controls=controls
    )
    assert _decide(build, Gate(mandatory_principles=("SAFETY",)), principles=[lost])[0].reasons == (
        "SAFETY is mandatory and is not met (SAFETY-03 Title of SAFETY-03; SAFETY-04 Title of SAFETY-04; and 1 more)",
    )


def test_nothing_assessed_is_incomplete_whatever_the_policy_asks(build: Any) -> None:
    nothing = Score(value=None, low=None, high=None, without_waivers=None, coverage=0)
    result, complete = _decide(build, Gate(), score=nothing)
    assert not complete
    assert result.reasons == ("incomplete: nothing could be assessed",)


def test_what_is_grave_and_passes_is_told(build: Any) -> None:
    def found(severity: Severity, **more: Any) -> Any:
        return build.finding("fail", "a", subject=severity.value + str(more), severity=severity, **more)

    high = [found(Severity.HIGH), found(Severity.MEDIUM), found(Severity.HIGH, waiver="accepted by the buyer")]
    assert let_through(Gate(fail_on=(Severity.CRITICAL,)), high) == (
        "1 high failure does not close the gate, which the policy closes for critical ones alone"
    )
    assert let_through(Gate(fail_on=()), [*high, found(Severity.CRITICAL)]) == (
        "1 critical and 1 high failures do not close the gate, which the policy closes for none"
    )
    assert let_through(Gate(fail_on=(Severity.CRITICAL, Severity.HIGH)), high) == ""
    assert let_through(Gate(fail_on=(Severity.CRITICAL,)), high[1:]) == ""


def test_a_retired_repository_is_among_the_reasons() -> None:
    decided = GateResult(passed=True, reasons=("incomplete: nothing could be assessed",))
    assert with_retired(decided, Retired()) == decided
    own = Retirement(location=Location(path="README.md", start_line=3), says="no longer in use")
    told = with_retired(decided, Retired((own,)))
    assert told.passed
    assert told.reasons[1:] == (
        "incomplete: README.md:3 says that the repository is no longer in use, so what was found is told as leads",
    )
    other = Retirement(folder="app", location=Location(path="app/README.md", start_line=1), says="archived")
    both = with_retired(decided, Retired((own, other), frozenset({"app"})))
    assert both.reasons[1:] == (
        f"incomplete: {own}, so what was found there is told as leads",
        "incomplete: app/README.md:1 says that the repository is archived, so what was found there is told as leads",
    )
