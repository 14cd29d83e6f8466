"""Digests that are equal where everything is, and differ where anything does."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role, Source
from scanner.domain.digests import UntoldError, digest
from scanner.domain.resource import (
    EncodedUnknown,
    Origin,
    Position,
    Reference,
    Resource,
    ResourceKind,
    Unknown,
    UnknownBlock,
    UnknownReason,
    UnknownText,
)
from scanner.domain.system import System
from scanner.parsers.terraform.values.collections import ListValue, SetValue
from scanner.parsers.terraform.values.lazy import LazyObject

REASON = UnknownReason.DATA_SOURCE
UNKNOWN = Unknown(reason=REASON, text="data.a")
BASE: dict[str, Any] = {
    "address": "aws_s3_bucket.a",
    "kind": ResourceKind.TERRAFORM,
    "type": "aws_s3_bucket",
    "name": "a",
    "attributes": {"acl": "private", "rules": [{"port": 1, "open": True}], "policy": UNKNOWN},
    "location": Location(path="main.tf", start_line=3),
    "environment": "prod",
}


def resource(**changes: Any) -> Resource:
    return Resource(**{**BASE, **changes})


def system(*resources: Resource, **parts: Any) -> System:
    return System(source=Source(uri="x"), **{"artifacts": (), "resources": resources, **parts})


def of(one: Resource) -> bytes:
    return system(one).digests.resource(0)


CHANGES: list[dict[str, Any]] = [
    {"address": "aws_s3_bucket.b"},
    {"declaration": "aws_s3_bucket.a"},
    {"environment": "dev"},
    {"kind": ResourceKind.KUBERNETES},
    {"type": "aws_s3_object"},
    {"name": "b"},
    {"namespace": "shop"},
    {"attributes": {**BASE["attributes"], "acl": "public"}},
    {"attributes": {**BASE["attributes"], "rules": [{"port": 2, "open": True}]}},
    {"attributes": {**BASE["attributes"], "rules": [{"port": 1, "open": 1}]}},
    {"attributes": {**BASE["attributes"], "rules": [{"port": 1.0, "open": True}]}},
    {"attributes": {**BASE["attributes"], "policy": Unknown(reason=REASON, text="data.b")}},
    {"labels": {"owner": "a"}},
    {"location": Location(path="main.tf", start_line=4)},
    {"location": Location(path="other.tf", start_line=3)},
    {"location": Location(path="main.tf", start_line=3, end_line=9)},
    {"role": Role.TEST},
    {"module_path": ("storage",)},
    {"calls": (Location(path="root.tf", start_line=1),)},
    {"doubt": "var.enabled"},
    {"origins": {"acl": Origin(address="module.a", location=Location(path="root.tf"))}},
    {"documents": {"policy": {"Statement": []}}},
    {"positions": {"acl": Position(4, 3)}},
]


def test_every_field_of_a_resource_counts() -> None:
    assert {name for changes in CHANGES for name in changes} == Resource.model_fields.keys()


@pytest.mark.parametrize("changes", CHANGES)
def test_whatever_differs_gives_another_digest(changes: dict[str, Any]) -> None:
    assert of(resource(**changes)) != of(resource())
    assert of(resource(**changes)) == of(resource(**changes))


ALIKE: list[Any] = [
    UNKNOWN,
    {"reason": REASON.value, "text": "data.a"},
    ["Unknown", REASON.value, "data.a", None],
    ("Unknown", REASON.value, "data.a", None),
    UnknownText(reason=REASON, text="data.a", prefix=""),
    UnknownText(reason=REASON, text="data.a", prefix="arn:"),
    EncodedUnknown(reason=REASON, text="data.a", content={"a": 1}),
    EncodedUnknown(reason=REASON, text="data.a", content={"a": UNKNOWN}),
    UnknownBlock(reason=REASON, text="data.a", content={"a": 1}),
    [1, 2],
    ListValue([1, 2]),
    SetValue([1, 2]),
    {"1": 2},
    "1",
    1,
    True,
    1.0,
    None,
    "",
    {},
    [],
]


def test_values_that_only_look_alike_are_told_apart() -> None:
    made = [of(resource(attributes={"value": value})) for value in ALIKE]
    assert len(set(made)) == len(ALIKE)


def test_environments_that_share_their_values_are_told_apart_and_known_again() -> None:
    first = resource()
    second = first.in_environment("dev")
    both = system(first, second).digests
    assert both.resource(0) != both.resource(1)
    assert both.resource(1) == of(resource(environment="dev"))


def test_what_finds_its_parts_when_asked_has_no_digest() -> None:
    lazy = resource(attributes={"all": LazyObject(lambda name, _: name, REASON, "data.a")})
    with pytest.raises(UntoldError):
        of(lazy)
    assert system(resource(), lazy).digests.everything is None


def test_what_lies_too_deep_has_no_digest() -> None:
    deep: Any = UNKNOWN
    for _ in range(5_000):
        deep = {"a": [deep]}
    with pytest.raises(UntoldError):
        of(resource(attributes=deep))
    assert system(resource(attributes=deep)).digests.everything is None


def test_everything_hangs_on_resources_references_files_and_answers() -> None:
    one = Reference("aws_s3_bucket.a", "aws_kms_key.k", Location(path="main.tf", start_line=4), "kms", "prod")
    file = Artifact(path="main.tf", kind=ArtifactKind.TERRAFORM)
    variants = [
        system(resource()),
        system(resource(), resource()),
        system(resource(), references=(one,)),
        system(resource(), references=(one._replace(target="aws_kms_key.l"),)),
        system(resource(), references=(one._replace(location=Location(path="main.tf", start_line=5)),)),
        system(resource(), artifacts=(file,)),
        system(resource(), artifacts=(file.model_copy(update={"role": Role.TEST}),)),
        system(resource(), answers={"has_user_interface": True}),
        system(resource(), answers={"has_user_interface": False}),
    ]
    assert len({one.digests.everything for one in variants}) == len(variants)
    assert system(resource(), references=(one,)).digests.everything == variants[2].digests.everything


def test_it_counts_where_one_part_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab", b"c") == digest(b"ab", "c")
