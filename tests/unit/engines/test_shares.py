from __future__ import annotations

import dataclasses

import pytest

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Location, Source
from scanner.domain.resource import Resource, ResourceKind
from scanner.domain.system import System
from scanner.engines.shares import asks_of_architecture, bundles, shares, weigh
from scanner.engines.subjects import Subjects
from scanner.interfaces import BoundRule
from scanner.policies import bind
from scanner.tickets import MOST
from tests.own_rules import yardstick


@pytest.fixture(scope="module")
def rules() -> list[BoundRule]:
    whole = yardstick()
    bound = bind(whole.policy, whole.packs, whole.catalog)
    return [one for one in bound if one.rule.check.engine == "native"]


@pytest.fixture(scope="module")
def subjects() -> Subjects:
    resources = tuple(
        Resource(
            address=f"aws_s3_bucket.b{number}",
            kind=ResourceKind.TERRAFORM,
            type="aws_s3_bucket" if number % 2 else "aws_iam_policy",
            name=f"b{number}",
            attributes={},
            location=Location(path="main.tf", start_line=number + 1),
        )
        for number in range(300)
    )
    model = ArchitectureModel(components=(), relations=())
    return Subjects(
        System(source=Source(uri="x"), artifacts=(), resources=resources, references=(), model=model),
    )


@pytest.mark.parametrize("number", [1, 2, 3, 200])
def test_each_rule_is_divided_once(rules: list[BoundRule], subjects: Subjects, number: int) -> None:
    made = shares(rules, weigh(rules, subjects), number)
    divided = [one.rule.name for share in (made.of_architecture, *made.batches) for one in share]
    assert sorted(divided) == sorted(one.rule.name for one in rules)
    assert all(made.batches)
    assert len(made.batches) <= MOST


def test_there_are_no_more_batches_than_tickets(rules: list[BoundRule]) -> None:
    many = [
        dataclasses.replace(one, rule=one.rule.model_copy(update={"name": f"{one.rule.name}-{number}"}))
        for one in rules
        for number in range(2)
    ]
    weights = {one.rule.name: 10_000 for one in many}
    assert len(bundles([one for one in many if not asks_of_architecture(one)])) > MOST
    made = shares(many, weights, 1_000)
    assert len(made.batches) == MOST
    divided = [one.rule.name for share in (made.of_architecture, *made.batches) for one in share]
    assert sorted(divided) == sorted(weights)


def test_what_is_left_at_the_end_is_little(rules: list[BoundRule], subjects: Subjects) -> None:
    weights = weigh(rules, subjects)
    batches = [sum(weights[one.rule.name] for one in batch) for batch in shares(rules, weights, 2).batches]
    assert len(batches) > 3
    assert batches[0] >= sum(batches) // 4
    assert batches[-1] <= sum(batches) // 8


def test_rules_that_go_through_the_same_elements_stay_together(rules: list[BoundRule], subjects: Subjects) -> None:
    made = shares(rules, weigh(rules, subjects), 3)
    places = {one.rule.name: number for number, batch in enumerate(made.batches) for one in batch}
    together = [bundle for bundle in bundles(rules) if len(bundle) > 1]
    assert together
    for bundle in together:
        assert len({places.get(one.rule.name) for one in bundle if one.rule.name in places}) <= 1


@pytest.mark.parametrize("number", [2, 3])
def test_whoever_asks_about_the_architecture_stands_apart(
    rules: list[BoundRule], subjects: Subjects, number: int
) -> None:
    made = shares(rules, weigh(rules, subjects), number)
    asking = [one.rule.name for one in rules if asks_of_architecture(one)]
    assert [one.rule.name for one in made.of_architecture] == asking
    assert len(asking) > 20


def test_dividing_rules_does_not_make_the_architecture(rules: list[BoundRule]) -> None:
    def make() -> ArchitectureModel:
        raise AssertionError("it is made too early")

    system = System(source=Source(uri="x"), artifacts=(), resources=())
    weights = weigh(rules, Subjects(system, make))
    assert len(weights) == len(rules)
    assert max(weights.values()) > 0
