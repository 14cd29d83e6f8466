"""What a supplier's answers leave out, and when they do not."""

from __future__ import annotations

from datetime import date

import pytest

from scanner.domain.artifact import Location, Role, Source
from scanner.domain.assessment import Assessment, GateResult, PolicyReference, Status, Tool
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome
from scanner.domain.policy import Policy
from scanner.domain.profile import Answer, Profile, Question
from scanner.errors import ConfigurationError
from scanner.evaluation.applicability import applied, check_profile, exemptions, stale
from scanner.evaluation.overview import answers_that_count, overview
from scanner.evaluation.scoring import judge
from scanner.policies import load_policy
from scanner.reports import REPORTERS, ReportContext
from scanner.rules.loader import load_catalog
from tests.unit.rules.test_loader import RULES

QUESTION = Question(
    id="user_interface",
    version=2,
    question="Has it screens?",
    not_applicable=("BROWSER-01", "BROWSER-02"),
    contradicted_by=("answer-denies-user-interface",),
)


def answer(*, yes: bool = False, version: int = 2, reason: str = "It is a batch service.") -> Answer:
    return Answer.model_validate(
        {"answer": yes, "version": version, "answered": date(2026, 11, 2), "by": "A. Okafor", "reason": reason}
    )


def finding(rule: str, outcome: Outcome = Outcome.FAIL, control: str = "BROWSER-01") -> Finding:
    return Finding.model_validate(
        {
            "fingerprint": "f",
            "rule": rule,
            "control": control,
            "principle": control.partition("-")[0],
            "engine": "native",
            "outcome": outcome,
            "confidence": "high",
            "severity": Severity.HIGH,
            "message": "m",
            "subject": "s",
            "location": Location(path="web/package.json", start_line=1),
            "role": Role.PRODUCT,
        }
    )


def policy_of(*packs: str) -> Policy:
    default = load_policy("default", RULES.parent / "policies")
    return default.model_copy(update={"packs": packs})


def test_a_no_leaves_controls_out_and_is_cited() -> None:
    (one,) = applied(Profile(answers={"user_interface": answer()}), [QUESTION], [])
    assert one.not_applicable == ("BROWSER-01", "BROWSER-02")
    why = exemptions([one])["BROWSER-02"]
    assert "Has it screens?" in why
    assert "A. Okafor, 2026-11-02, archscan.yaml:1" in why
    assert "batch service" in why


@pytest.mark.parametrize("given", [answer(yes=True), answer(version=1)])
def test_a_yes_and_an_answer_to_another_version_leave_nothing_out(given: Answer) -> None:
    (one,) = applied(Profile(answers={"user_interface": given}), [QUESTION], [])
    assert not one.not_applicable
    assert not exemptions([one])


def test_an_answer_to_an_older_version_is_told() -> None:
    answers = applied(Profile(answers={"user_interface": answer(version=1)}), [QUESTION], [])
    (problem,) = stale(answers, [QUESTION])
    assert "version 1" in problem.message
    assert "version 2" in problem.message
    assert not list(stale(applied(Profile(answers={"user_interface": answer()}), [QUESTION], []), [QUESTION]))


@pytest.mark.parametrize(
    ("outcome", "counts"), [(Outcome.FAIL, False), (Outcome.REVIEW, True), (Outcome.PASS, True), (Outcome.OPEN, True)]
)
def test_an_answer_that_the_repository_contradicts_leaves_nothing_out(outcome: Outcome, *, counts: bool) -> None:
    against = finding("answer-denies-user-interface", outcome)
    (one,) = applied(Profile(answers={"user_interface": answer()}), [QUESTION], [against])
    assert bool(one.not_applicable) is counts
    assert one.contradicted_by == (() if counts else ("answer-denies-user-interface",))


def test_an_answer_to_no_question_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="nobody asks 'user_interfce'") as caught:
        check_profile(Profile(answers={"user_interfce": answer()}), [QUESTION])
    assert caught.value.hint == "did you mean 'user_interface'?"


def test_a_no_needs_a_reason_and_a_word_is_needed() -> None:
    with pytest.raises(ValueError, match="a no needs a reason"):
        answer(reason=" ")
    with pytest.raises(ValueError, match="it must be yes or no"):
        Answer.model_validate({"answer": "perhaps", "version": 1, "answered": date(2026, 11, 2), "by": "x"})


def test_what_does_not_apply_is_in_no_number() -> None:
    catalog = load_catalog(RULES)
    policy = policy_of("browser", "cloud")
    browser = {one.id: "no screens" for one in catalog.controls if one.principle == "BROWSER"}
    fails = [finding("desktop-program-delivers-service"), finding("x", Outcome.PASS, "CLOUD-03")]
    judged, score = judge(catalog, policy, (), fails, ())
    without, exempt = judge(catalog, policy, (), fails, (), browser)
    assert (score.value, exempt.value) == (50.0, 100.0)
    by_id = {one.id: one for one in without}
    assert by_id["BROWSER"].status is Status.NOT_APPLICABLE
    assert by_id["BROWSER"].score is None
    assert {one.status for one in by_id["BROWSER"].controls} == {Status.NOT_APPLICABLE}
    assert {one.reason for one in by_id["BROWSER"].controls} == {"no screens"}
    assert by_id["CLOUD"] == next(one for one in judged if one.id == "CLOUD")
    assert exempt.coverage > score.coverage


def test_the_rest_of_a_principle_is_judged_as_before() -> None:
    catalog = load_catalog(RULES)
    policy = policy_of("browser")
    found = [finding("a", Outcome.PASS, "BROWSER-02"), finding("b", Outcome.FAIL, "BROWSER-03")]
    (principle,), score = judge(catalog, policy, (), found, (), {"BROWSER-03": "why"})
    assert score.value == 100.0
    assert principle.status is not Status.NOT_MET
    statuses = {one.id: one.status for one in principle.controls}
    assert statuses["BROWSER-02"] is Status.MET
    assert statuses["BROWSER-03"] is Status.NOT_APPLICABLE
    assert statuses["BROWSER-04"] is Status.NOT_ASSESSED


def test_findings_of_what_does_not_apply_are_set_aside_and_counted() -> None:
    catalog = load_catalog(RULES)
    (answer_that_counts,) = applied(Profile(answers={"user_interface": answer()}), [QUESTION], [])
    findings = (finding("a"), finding("b", control="CLOUD-01"))
    principles, score = judge(
        catalog, policy_of("browser", "cloud"), (), findings, (), exemptions([answer_that_counts])
    )
    result = Assessment(
        tool=Tool(name="archscan", version="0"),
        source=Source(uri="x"),
        policy=PolicyReference(id="p", title="t", version="1", as_of="2026-11-21"),
        packs=(),
        score=score,
        gate=GateResult(passed=True),
        profile=(answer_that_counts,),
        principles=principles,
        findings=findings,
        inventory={},
        problems=(),
    )
    view = overview(result)
    assert [group.rule for group in view.failures] == ["b"]
    assert (view.exempt, view.outside) == (1, 0)
    (said,) = answers_that_count(result)
    assert said == "user_interface: the supplier answers no (A. Okafor); 2 controls do not apply"
    for reporter in (REPORTERS["terminal"], REPORTERS["markdown"]):
        text = reporter(ReportContext.of(catalog, ())).render(result)
        assert "1 failure under controls that do not apply: not counted" in text
        assert "2 controls do not apply" in text
