"""The formula: worked examples, and the laws that hold for any findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location, Role
from scanner.domain.assessment import PrincipleResult, Score
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome
from scanner.evaluation.scoring import judge
from scanner.interfaces import BoundRule

EXAMPLES = yaml.safe_load(Path(__file__).with_name("worked_examples.yaml").read_text("utf-8"))
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "pass": ("pass", {}),
    "fail": ("fail", {}),
    "critical": ("fail", {"severity": Severity.CRITICAL}),
    "medium": ("fail", {"severity": Severity.MEDIUM}),
    "waived": ("fail", {"waiver": "accepted by the buyer"}),
    "waived_critical": ("fail", {"waiver": "accepted by the buyer", "severity": Severity.CRITICAL}),
    "review": ("review", {}),
    "doubted": ("review", {"doubted": True, "confidence": Confidence.LOW}),
    "open": ("open", {}),
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_worked_example(example: dict[str, Any], build: Any) -> None:
    catalog = build.catalog(*(build.control(id_, *kind) for id_, kind in example["controls"].items()))
    more = {key: example[key] for key in ("weights", "partially_met_from") if key in example}
    policy = build.policy(catalog, **more)
    findings = [finding for group in example["findings"] for finding in _findings(build, group)]
    names = {(group["rule"], group["control"]) for group in example["findings"]}
    rules = [build.rule(name, control) for name, control in sorted(names)]

    principles, score = judge(catalog, policy, rules, findings, ())

    expected = example["expect"]
    controls = {c.id: [c.status.value, c.score] for p in principles for c in p.controls}
    assert {id_: controls[id_] for id_ in expected.get("controls", {})} == expected.get("controls", {})
    results = {p.id: [p.status.value, p.score, p.coverage] for p in principles}
    assert {id_: results[id_] for id_ in expected.get("principles", {})} == expected.get("principles", {})
    if "score" in expected:
        assert score.model_dump(exclude={"with_supplier_waivers", "with_approved_waivers"}) == expected["score"]


def _findings(build: Any, group: dict[str, Any]) -> list[Finding]:
    role = Role(group.get("role", "product"))
    made = []
    for kind, (outcome, more) in KINDS.items():
        for number in range(group.get(kind, 0)):
            subject = f"{role.value}.{kind}.{number}"
            made.append(build.finding(outcome, group["rule"], group["control"], subject=subject, role=role, **more))
    return made


# ---- laws -------------------------------------------------------------------------------------------------------

CONTROLS = {
    "CLOUD-01": ("critical", "automatic"),
    "CLOUD-02": ("low", "document"),
    "CLOUD-03": ("high", "strong"),
    "DATA-01": ("high", "automatic"),
    "DATA-02": ("medium", "manual"),
}
RULES = {f"rule-{control.lower()}-{n}": control for control in CONTROLS for n in "ab"}

facts = st.lists(
    st.tuples(
        st.sampled_from(sorted(RULES)),
        st.sampled_from(["pass", "pass", "fail", "critical", "waived", "review", "doubted", "open"]),
        st.integers(0, 4),
        st.sampled_from([Role.PRODUCT, Role.PRODUCT, Role.PRODUCT, Role.TEST, Role.DOCUMENTATION]),
    ),
    max_size=25,
)
Fact = tuple[str, str, int, Role]


def _score(build: Any, given_facts: list[Fact], **more: Any) -> Score:
    return _judged(build, given_facts, **more)[1]


def _judged(build: Any, given_facts: list[Fact], **more: Any) -> tuple[tuple[PrincipleResult, ...], Score]:
    catalog = build.catalog(*(build.control(id_, *kind) for id_, kind in CONTROLS.items()))
    policy = build.policy(catalog, weights={"CLOUD": 3, "DATA": 0.7}, **more)
    rules = [build.rule(name, control) for name, control in RULES.items()]
    return judge(catalog, policy, rules, [_finding(build, fact) for fact in given_facts], ())


def _finding(build: Any, fact: Fact) -> Finding:
    rule, kind, subject, role = fact
    outcome, more = KINDS[kind]
    finding: Finding = build.finding(outcome, rule, RULES[rule], subject=f"s{subject}", role=role, **more)
    return finding


@given(facts)
def test_every_figure_is_within_bounds(build: Any, found: list[Fact]) -> None:
    score = _score(build, found)
    assert 0 <= score.coverage <= 1
    if score.value is None:
        assert (score.low, score.high, score.coverage) == (None, None, 0)
        return
    assert score.low is not None
    assert score.high is not None
    assert 0 <= score.low <= score.value <= score.high <= 100
    assert score.high - score.low == pytest.approx(100 * (1 - score.coverage), abs=0.2)


@given(facts, st.data())
def test_mending_never_lowers(build: Any, found: list[Fact], data: st.DataObject) -> None:
    failing = [index for index, fact in enumerate(found) if fact[1] in {"fail", "critical"}]
    if not failing:
        return
    index = data.draw(st.sampled_from(failing))
    rule, _, subject, role = found[index]
    mended = [*found[:index], (rule, "pass", subject, role), *found[index + 1 :]]
    before, after = _score(build, found), _score(build, mended)
    assert after.value is None or before.value is None or after.value >= before.value
    assert (after.without_waivers or 0) >= (before.without_waivers or 0) or after.without_waivers is None


@given(facts, st.sampled_from(sorted(RULES)), st.sampled_from(["fail", "critical", "waived"]), st.integers(0, 6))
def test_adding_a_failure_never_raises(build: Any, found: list[Fact], rule: str, kind: str, subject: int) -> None:
    before, after = _score(build, found), _score(build, [*found, (rule, kind, subject, Role.PRODUCT)])
    for old, new in ((before.value, after.value), (before.without_waivers, after.without_waivers)):
        assert old is None or new is None or new <= old


@given(facts, st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(build: Any, found: list[Fact], random: Any) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert _score(build, shuffled) == _score(build, found)


@given(facts)
def test_a_doubted_failure_keeps_a_principle_from_being_met_and_changes_nothing_else(
    build: Any, found: list[Fact]
) -> None:
    asked = [(rule, "review" if kind == "doubted" else kind, *rest) for rule, kind, *rest in found]
    for told, plain in zip(_judged(build, found)[0], _judged(build, asked)[0], strict=True):  # type: ignore[arg-type]
        grave = any(one.doubted and one.severity is not Severity.LOW for one in told.controls)
        met = plain.status.value == "met"
        assert told.status.value == ("needs_review" if met and grave else plain.status.value)
        assert [(one.status, one.score) for one in told.controls] == [(one.status, one.score) for one in plain.controls]


@given(facts, st.data())
def test_a_waiver_never_raises_the_score_without_waivers(build: Any, found: list[Fact], data: st.DataObject) -> None:
    waived = [
        (rule, "waived" if kind == "fail" and data.draw(st.booleans()) else kind, subject, role)
        for rule, kind, subject, role in found
    ]
    before, after = _score(build, found), _score(build, waived)
    assert after.without_waivers == before.without_waivers
    assert after.value is None or before.value is None or after.value >= before.value


@given(st.integers(1, 3000), st.integers(1, 5))
def test_a_thousand_buckets_weigh_as_one_rule(build: Any, buckets: int, failing: int) -> None:
    few = [("rule-cloud-01-a", "pass", 0, Role.PRODUCT)]
    many = [("rule-cloud-01-a", "pass", n, Role.PRODUCT) for n in range(buckets)]
    bad = [("rule-cloud-01-b", "fail", n, Role.PRODUCT) for n in range(failing)]
    assert _score(build, many + bad) == _score(build, few + bad)


@given(facts)
def test_silence_gives_no_score(build: Any, found: list[Fact]) -> None:
    silent = [fact for fact in found if fact[1] == "open"]
    assert _score(build, silent).value is None


@given(facts)
def test_what_fails_outside_the_product_changes_nothing(build: Any, found: list[Fact]) -> None:
    outside = [(rule, "critical", subject, Role.EXAMPLE) for rule, _, subject, _ in found]
    assert _score(build, found + outside) == _score(build, found)


# ---- reasons, roles and packs -----------------------------------------------------------------------------------


def _only(build: Any, findings: list[Finding], rules: list[Any], unavailable: tuple[str, ...] = (), **kind: str) -> Any:
    catalog = build.catalog(build.control("CLOUD-01", **kind))
    principles, _ = judge(catalog, build.policy(catalog), rules, findings, unavailable)
    return principles[0].controls[0]


def test_reasons_tell_a_supplier_why(build: Any) -> None:
    rule, lost = build.rule("a"), [build.rule(f"c{n}", engine="checkov") for n in range(3)]
    subjects = [build.finding("pass", "a", subject=f"s{n}") for n in range(2)]
    fails = [build.finding("fail", "a", subject=f"f{n}") for n in range(2)]
    fails.append(build.finding("fail", "a", subject="f", severity=Severity.CRITICAL))

    assert _only(build, subjects + fails, [rule]).reason == "2 of 5 subjects comply; 1 critical failure"
    assert _only(build, subjects, [rule]).reason == "all 2 subjects that could be judged comply"
    assert _only(build, subjects[:1], [rule]).reason == "the only subject complies"
    assert _only(build, [], [rule]).reason == "no artefact that shows it was found"
    assert _only(build, [], []).reason == "no rule of this policy judges it; ask the supplier"
    assert (
        _only(build, [], lost, ("c0", "c1", "c2")).reason
        == "checkov could not be run: 3 rules were not put to the system"
    )
    opened = [build.finding("open", "a", subject=f"o{n}") for n in range(4)]
    assert _only(build, opened, [rule]).reason == "nothing but unknown values: 4 subjects are open"
    tests = [build.finding("fail", "a", role=Role.TEST)]
    assert _only(build, tests, [rule]).reason.startswith("only tests, examples")
    assert (
        _only(build, subjects, [rule], verdict="document").reason
        == "evidence was found in 2 places, which a person must confirm"
    )
    waived = [build.finding("fail", "a", subject="w", waiver="yes")]
    assert _only(build, subjects + waived, [rule]).reason.endswith("comply; 1 failure is waived")
    review = [build.finding("review", "a", subject="r")]
    assert _only(build, review, [rule]).reason == "1 signal needs a person's judgement"
    doubted = [build.finding("review", name, subject=name, doubted=True) for name in "edcbafg"]
    assert _only(build, doubted[4:5], [rule]).reason == ("1 failure is told as a lead, since its rule is not sure: a")
    two = [build.finding("review", "a", subject=name, doubted=True) for name in "xy"]
    assert _only(build, [*review, *two], [rule]).reason == (
        "1 signal needs a person's judgement; 2 failures are told as leads, since their rule is not sure: a"
    )
    many = _only(build, doubted, [rule])
    assert many.reason == "7 failures are told as leads, since their rules are not sure: a, b, c, d and 3 more"
    assert (many.doubted, many.status.value, _only(build, review, [rule]).doubted) == (7, "needs_review", 0)
    both = _only(build, subjects + opened, [rule, *lost], ("c0",))
    assert both.reason == (
        "all 2 subjects that could be judged comply; 4 subjects are open because of unknown values; "
        "checkov could not be run: 1 rule was not put to the system"
    )


def test_a_rule_about_tests_finds_its_evidence_in_tests(build: Any) -> None:
    rule = build.rule("has-tests", roles=(Role.TEST,))
    result = _only(build, [build.finding("pass", "has-tests", role=Role.TEST)], [rule])
    assert result.status.value == "met"


def test_a_subject_that_complies_in_one_place_and_fails_in_another_fails(build: Any) -> None:
    two = [
        build.finding(outcome, "a", location=Location(path="x.tf", start_line=n))
        for n, outcome in enumerate(["pass", "fail"], 1)
    ]
    result = _only(build, two, [build.rule("a")])
    assert (result.status.value, result.score) == ("not_met", 0)
    assert result.findings == {"fail": 1, "pass": 1}


def test_the_same_address_in_two_folders_is_two_subjects(build: Any) -> None:
    two = [
        build.finding(outcome, "a", location=Location(path=f"{outcome}/main.tf"))
        for outcome in (Outcome.PASS.value, Outcome.FAIL.value)
    ]
    assert _only(build, two, [build.rule("a")]).score == 50


def test_principles_outside_the_policys_packs_are_not_judged(build: Any) -> None:
    catalog = build.catalog(build.control("CLOUD-01"), build.control("DATA-01"))
    policy = build.policy(catalog, packs=("data",))
    principles, score = judge(catalog, policy, [], [], ())
    assert [principle.id for principle in principles] == ["DATA"]
    assert score.coverage == 0


def _shares(build: Any, *findings: Finding) -> float | None:
    catalog = build.catalog(build.control("CLOUD-01"))
    principles, _ = judge(catalog, build.policy(catalog), [build.rule("open-bucket")], findings, ())
    score: float | None = principles[0].controls[0].score
    return score


def test_what_fails_in_dev_does_not_comply_because_it_passes_in_prod(build: Any) -> None:
    def told(outcome: str, here: str, there: str, **more: Any) -> Finding:
        place = Location(path=f"{here}.tfvars", start_line=2)
        where = {"environments": (here,), "other_environments": (there,)}
        return build.finding(outcome, location=place, **where, **more)  # type: ignore[no-any-return]

    fails, passes = told("fail", "dev", "prod"), told("pass", "prod", "dev")
    assert _shares(build, fails, passes) == 0.0
    assert _shares(build, told("open", "dev", "prod"), passes) == 100.0
    assert _shares(build, told("fail", "dev", "prod", waiver="accepted"), passes) is None
    other = told("pass", "prod", "dev", subject="aws_s3_bucket.other")
    assert _shares(build, fails, passes, other) == 50.0


def test_a_loosened_rule_shows_nothing_and_its_control_is_never_met(build: Any) -> None:
    catalog = build.catalog(build.control("CLOUD-01"))
    policy = build.policy(catalog)
    findings = [build.finding("pass", subject=f"bucket.{number}") for number in range(3)]
    plain = build.rule("open-bucket")
    loose = replace(plain, loosened=("open-bucket: days is 1 in the place of 30",))

    def judged(rule: BoundRule, found: list[Finding]) -> tuple[str, float | None, str]:
        principles, _ = judge(catalog, policy, [rule], found, ())
        control = next(c for p in principles for c in p.controls if c.id == "CLOUD-01")
        return control.status.value, control.score, control.reason

    assert judged(plain, findings)[:2] == ("met", 100)
    status, score, reason = judged(loose, findings)
    assert (status, score) == ("not_assessed", None)
    assert "asks for less than the rules (open-bucket: days is 1 in the place of 30)" in reason
    other = build.finding("pass", rule="closed-door")
    principles, _ = judge(catalog, policy, [loose, build.rule("closed-door")], [*findings, other], ())
    control = next(c for p in principles for c in p.controls if c.id == "CLOUD-01")
    assert control.status.value == "needs_review", "another rule of the control passes, and it is not met all the same"
    status, score, _ = judged(loose, [*findings, build.finding("fail", subject="bucket.9")])
    assert (status, score) == ("not_met", 0)
