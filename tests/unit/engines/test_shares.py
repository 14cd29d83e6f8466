from __future__ import annotations

import pytest

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Location, Source
from scanner.domain.resource import Resource, ResourceKind
from scanner.domain.system import System
from scanner.engines.shares import asks_of_architecture, bundles, shares, weight
from scanner.engines.subjects import Subjects
from scanner.interfaces import BoundRule
from scanner.policies import bind
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
def test_each_rule_is_in_one_share_in_its_order(rules: list[BoundRule], subjects: Subjects, number: int) -> None:
    made = shares(rules, subjects, number)
    assert len(made) == number
    names = [one.rule.name for one in rules]
    shared = [[one.rule.name for one in share] for share in made]
    assert sorted(name for share in shared for name in share) == sorted(names)
    assert all(share == [name for name in names if name in share] for share in shared)


def test_shares_weigh_about_the_same(rules: list[BoundRule], subjects: Subjects) -> None:
    one, other = (sum(weight(bundle, subjects) for bundle in bundles(share)) for share in shares(rules, subjects, 2))
    assert one > 0
    assert abs(one - other) <= max(weight(bundle, subjects) for bundle in bundles(rules))


@pytest.mark.parametrize("number", [2, 3])
def test_whoever_asks_about_the_architecture_is_in_the_first_share(
    rules: list[BoundRule], subjects: Subjects, number: int
) -> None:
    made = shares(rules, subjects, number)
    asking = [sum(asks_of_architecture(one) for one in share) for share in made]
    assert asking[0] == sum(asking) == sum(asks_of_architecture(one) for one in rules) > 20


def test_sharing_rules_out_does_not_make_the_architecture(rules: list[BoundRule]) -> None:
    def make() -> ArchitectureModel:
        raise AssertionError("it is made too early")

    system = System(source=Source(uri="x"), artifacts=(), resources=())
    assert sum(map(len, shares(rules, Subjects(system, make), 2))) == len(rules)
