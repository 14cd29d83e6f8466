"""Policies load with their faults shown in place, and bind parameters over those of rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.cli.policy import FIELDS
from scanner.domain.catalog import Catalog, Severity
from scanner.domain.policy import Policy
from scanner.domain.rule import NativeCheck, Rule, RulePack
from scanner.errors import PolicyError
from scanner.policies import bind, load_policy
from tests.own_rules import yardstick

HOME = Path(__file__).parents[2]
RULES, POLICIES = HOME / "rules", HOME / "policies"

POLICY = """\
id: mine
title: Mine
version: "1"
description: A policy.
packs: [pack-a]
weights: {CLOUD: 1}
severity_weights: {critical: 10, high: 5, medium: 2, low: 1}
"""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return yardstick().catalog


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rule(name: str, **check: object) -> Rule:
    return Rule.model_validate(
        {
            "name": name,
            "title": "t",
            "control": "CLOUD-01",
            "severity": "high",
            "status": "deprecated" if name == "old-rule" else "stable",
            "description": "d",
            "rationale": "r",
            "remediation": "m",
            "clauses": ["NAP-4"],
            "check": {"engine": "native", "subject": {"terraform": ["*"]}, "assert": "true", "message": "m", **check},
        }
    )


@pytest.fixture
def pack(tmp_path: Path) -> RulePack:
    write(tmp_path / "rules/reference/regions.yaml", "uk: {aws: [eu-west-2]}\n")
    rules = (
        rule("open-bucket", parameters={"days": 30, "regions": ["x"], "strict": True, "note": "n"}),
        rule("plain-rule"),
        rule("old-rule", parameters={"days": 1}),
    )
    root = str(tmp_path / "rules/pack-a")
    return RulePack(id="pack-a", title="A", version="1", digest="d", root=root, rules=rules)


def policy(**changes: object) -> Policy:
    return Policy.model_validate(
        {
            "id": "mine",
            "title": "Mine",
            "version": "1",
            "description": "d",
            "packs": ["pack-a"],
            "weights": {"CLOUD": 1},
            "severity_weights": {"critical": 10, "high": 5, "medium": 2, "low": 1},
            **changes,
        }
    )


def test_the_default_policy_puts_all_packs_with_equal_weight(catalog: Catalog) -> None:
    default = load_policy("default", POLICIES)
    assert sorted(default.packs) == sorted(principle.id.lower() for principle in catalog.principles)
    assert default.weights == {principle.id: 1 for principle in catalog.principles}
    assert default.severity_weights == {
        Severity.CRITICAL: 10, Severity.HIGH: 5, Severity.MEDIUM: 2, Severity.LOW: 1,
    }  # fmt: skip
    assert default.partially_met_from == 0.51
    assert default.gate.fail_on == (Severity.CRITICAL,)
    assert default.why.keys() >= set(FIELDS)
    bound = bind(default, yardstick().packs, catalog)
    assert all(one.folder.is_dir() for one in bound)


def test_every_policy_that_travels_with_archscan_loads_and_binds(catalog: Catalog) -> None:
    packs = yardstick().packs
    files = sorted(POLICIES.glob("*.yaml"))
    assert files
    for file in files:
        loaded = load_policy(file.stem, POLICIES)
        assert loaded.id == file.stem
        assert not [text for rule in bind(loaded, packs, catalog) for text in rule.loosened]
        asked = {*FIELDS, *(f"parameters.{rule}" for rule in loaded.parameters)}
        assert set(loaded.why) == asked, "every figure has its reason"


def test_a_policy_may_be_a_file(tmp_path: Path) -> None:
    assert load_policy(write(tmp_path / "p.yaml", POLICY), POLICIES).id == "mine"
    assert load_policy(str(tmp_path / "p.yaml"), POLICIES).title == "Mine"


def test_an_unknown_policy_has_a_hint(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="no such policy: 'defualt'") as caught:
        load_policy("defualt", POLICIES)
    assert caught.value.hint == "did you mean 'default'?"
    with pytest.raises(PolicyError, match="no such policy file"):
        load_policy(str(tmp_path / "none.yaml"), POLICIES)


def test_faults_of_a_policy_are_shown_at_once_with_their_places(tmp_path: Path) -> None:
    text = POLICY.replace("title", "titel").replace("high: 5", "hihg: 5") + "gate: {minimum_score: 101}\n"
    path = write(tmp_path / "p.yaml", text)
    with pytest.raises(PolicyError) as caught:
        load_policy(path, POLICIES)
    message = caught.value.message
    assert f"{path}:2:1: unknown field 'titel'" in message
    assert "did you mean 'title'?" in message
    assert f"{path}:1:1: field 'title' is missing" in message
    assert f"{path}:7:34: 'hihg' must be one of critical, high, medium or low" in message
    assert f"{path}:8:23: 'minimum_score'" in message
    assert message.startswith("4 faults in the policy")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{CLOUD: 1}", "{CLOUD: -1, DATA: 1}", "6:18: a weight is 0 or more"),
        ("{CLOUD: 1}", "{CLOUD: .inf}", "6:18: .inf is no finite number"),
        ("{CLOUD: 1}", "{CLOUD: 0}", "6:10: at least one principle must weigh more than 0"),
        (", low: 1}", "}", "7:19: no weight for low"),
        ("low: 1}", "low: 0}", "7:59: the weight of a severity is more than 0"),
        ("[pack-a]", "[pack-a, pack-a]", "5:17: 'pack-a' is named twice"),
        ("[pack-a]", "[]", "5:8: 'packs'"),
        ("id: mine", "id: [mine", "not valid YAML"),
    ],
)
def test_a_meaningless_figure_is_a_fault(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in POLICY
    path = write(tmp_path / "p.yaml", POLICY.replace(old, new))
    with pytest.raises(PolicyError) as caught:
        load_policy(path, POLICIES)
    assert message in caught.value.message


def parameters_of(bound: object) -> object:
    check = bound.rule.check  # type: ignore[attr-defined]
    assert isinstance(check, NativeCheck)
    return check.parameters


def test_parameters_of_the_policy_stand_over_those_of_the_rule(pack: RulePack, catalog: Catalog) -> None:
    reference = {"reference": "regions.yaml#/uk/aws"}
    changed = policy(parameters={"open-bucket": {"days": 7.5, "regions": reference}})
    bound = bind(changed, [pack], catalog)
    assert [one.rule.name for one in bound] == ["open-bucket", "plain-rule"]
    assert parameters_of(bound[0]) == {"days": 7.5, "regions": ["eu-west-2"], "strict": True, "note": "n"}
    assert parameters_of(bound[1]) == {}
    assert bound[0].principle == "CLOUD"
    assert bound[0].folder == Path(pack.root) / "open-bucket"
    assert pack.rules[0].check.parameters["days"] == 30  # type: ignore[union-attr]


def test_deprecated_rules_and_other_packs_are_left_out(pack: RulePack, catalog: Catalog) -> None:
    other = pack.model_copy(update={"id": "pack-b"})
    bound = bind(policy(), [pack, other], catalog)
    assert [one.rule.name for one in bound] == ["open-bucket", "plain-rule"]


@pytest.mark.parametrize(
    ("changes", "message", "hint"),
    [
        (
            {"parameters": {"open-bukket": {}}},
            "a rule that does not exist: 'open-bukket'",
            "did you mean 'open-bucket'?",
        ),
        ({"parameters": {"open-bucket": {"dais": 1}}}, "has no parameter 'dais'", "did you mean 'days'?"),
        ({"parameters": {"open-bucket": {"days": "7"}}}, "must be a number, not a text", None),
        ({"parameters": {"open-bucket": {"days": True}}}, "must be a number, not a truth value", None),
        (
            {"parameters": {"open-bucket": {"regions": {"reference": "regions.yaml#/ukk"}}}},
            "'ukk'",
            "did you mean 'uk'?",
        ),
        ({"packs": ["pack-a", "pack-c"]}, "no such pack: 'pack-c'", "did you mean 'pack-a'?"),
        ({"weights": {"CLUOD": 1}}, "no such principle: 'CLUOD'", "did you mean 'CLOUD'?"),
        ({"gate": {"mandatory_principles": ["DATTA"]}}, "no such principle: 'DATTA'", "did you mean 'DATA'?"),
    ],
)
def test_what_a_policy_names_must_exist(
    pack: RulePack, catalog: Catalog, changes: dict[str, object], message: str, hint: str | None
) -> None:
    with pytest.raises(PolicyError) as caught:
        bind(policy(**changes), [pack], catalog)
    assert message in caught.value.message
    assert caught.value.hint == hint
