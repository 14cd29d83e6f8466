"""What the packs promise as a whole: an answer for each control, and fixtures enough for each rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.catalog import Control, Severity
from scanner.domain.rule import Rule
from scanner.rules.fixtures import read_fixtures
from tests.own_rules import yardstick

ROOT = Path(__file__).parents[2] / "rules"
CATALOG, PACKS = yardstick().catalog, yardstick().packs
COMPLETE = (
    "cloud",
    "internet",
    "browser",
    "cyber",
    "data",
    "interop",
    "upgradable",
    "replaceable",
    "identity",
    "nhsnumber",
    "safety",
)
"""Packs that are meant to answer each control of their principle."""
RULES = [(pack.id, rule) for pack in PACKS for rule in pack.rules if pack.id in COMPLETE]
_FEWEST = 3
"""Fixtures of each kind that a rule of a complete pack has."""


@pytest.mark.parametrize(
    "control",
    [one for one in CATALOG.controls if one.principle.lower() in COMPLETE],
    ids=lambda control: control.id,
)
def test_each_control_is_judged_or_says_why_a_person_must(control: Control) -> None:
    judged = any(rule.control == control.id for pack in PACKS for rule in pack.rules)
    assert judged or control.person, f"{control.id} has no rule and does not say why only a person can judge it"


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=lambda one: one if isinstance(one, str) else one.name)
def test_each_rule_has_fixtures_enough(pack: str, rule: Rule) -> None:
    fixtures = read_fixtures(ROOT / pack / rule.name, rule.name)
    assert not fixtures.faults
    assert fixtures.flagged() >= _FEWEST, "too few fixtures that must be flagged"
    assert fixtures.accepted() >= _FEWEST, "too few fixtures that must pass"


def test_each_rule_that_contradicts_an_answer_is_there() -> None:
    names = {rule.name for pack in PACKS for rule in pack.rules}
    assert {name for question in CATALOG.questions for name in question.contradicted_by} <= names
    assert {name for name in names if name.startswith("answer-denies-")} <= {
        name for question in CATALOG.questions for name in question.contradicted_by
    }


@pytest.mark.parametrize("rule", [rule for pack in PACKS for rule in pack.rules], ids=lambda rule: rule.name)
def test_what_nobody_has_read_is_a_lead_unless_it_is_grave(rule: Rule) -> None:
    grave = rule.severity in {Severity.CRITICAL, Severity.HIGH}
    assert rule.readings.settle or grave or rule.confidence is Confidence.LOW, "too few have read what it tells"


@pytest.mark.parametrize("rule", [rule for pack in PACKS for rule in pack.rules], ids=lambda rule: rule.name)
def test_what_was_read_is_told_as_it_carries(rule: Rule) -> None:
    assert not rule.readings.settle or rule.confidence is rule.readings.carried
