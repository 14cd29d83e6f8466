"""Our values in checkov's shape, and what the worker makes of them."""

import json
import pickle
from collections.abc import Mapping
from typing import Any

import pytest

from scanner.domain.artifact import Location
from scanner.domain.resource import (
    EncodedUnknown,
    Position,
    Resource,
    ResourceKind,
    Unknown,
    UnknownBlock,
    UnknownReason,
    UnknownText,
    Value,
)
from scanner.engines.checkov.shapes import block_shape, named, object_shape
from scanner.engines.checkov.worker.holes import Hole, Watch, holds_doubtful, made, written

AFTER = UnknownReason.KNOWN_AFTER_APPLY


def block(attributes: Mapping[str, Value], *blocks: str) -> Resource:
    return Resource(
        address="a.b",
        kind=ResourceKind.TERRAFORM,
        type="a",
        name="b",
        attributes=attributes,
        location=Location(path="main.tf"),
        positions={**dict.fromkeys(attributes, Position(1, 1)), **{f"{one}[0]": Position(1, 1) for one in blocks}},
    )


def test_values_stand_in_lists_and_blocks_among_others() -> None:
    attributes: dict[str, Value] = {
        "count": 2,
        "size": 1,
        "list": ["a", "b"],
        "tags": {"a": "b"},
        "objects": [{"a": 1}],
        "inner": [{"on": True, "deep": [{"x": "1"}]}],
        "text": "true",
        "policy": '{"Statement": [{"$a": 1}]}',
    }
    assert block_shape(block(attributes, "inner", "inner[0].deep")) == {
        "size": [1],
        "list": [["a", "b"]],
        "tags": [{"a": "b"}],
        "objects": [[{"a": 1}]],
        "inner": [{"on": [True], "deep": [{"x": ["1"]}]}],
        "text": [True],
        "policy": [{"$json": {"Statement": [{"$$a": 1}]}}],
    }


def test_without_places_a_list_of_objects_is_taken_for_blocks() -> None:
    attributes: dict[str, Value] = {"rules": [{"port": 22}]}
    plain = block(attributes).model_copy(update={"positions": {}})
    assert block_shape(plain) == {"rules": [{"port": [22]}]}


def test_what_is_not_known_is_a_hole() -> None:
    attributes: dict[str, Value] = {
        "a": Unknown(reason=AFTER, text=" var.a "),
        "b": UnknownText(reason=AFTER, text='"${aws_s3_bucket.b.arn}/*"', prefix="arn:"),
        "c": EncodedUnknown(reason=AFTER, text="jsonencode(…)", content={"x": Unknown(reason=AFTER, text="local.x")}),
        "d": [UnknownBlock(reason=AFTER, text="dynamic", content={"on": True}), {"on": False}],
        "e": [Unknown(reason=AFTER, text="var.e"), "known"],
        "f": {"$hole": "mine"},
    }
    assert block_shape(block(attributes, "d")) == {
        "a": [{"$hole": "var.a"}],
        "b": [{"$hole": "${aws_s3_bucket.b.arn}/*", "$prefix": "arn:"}],
        "c": [{"$json": {"x": {"$hole": "local.x"}}}],
        "d": [{"on": [False]}, {"$block": {"on": [True]}}],
        "e": [["known", {"$hole": "var.e"}]],
        "f": [{"$$hole": "mine"}],
    }


def test_objects_stay_as_they_are() -> None:
    attributes: dict[str, Value] = {"kind": "Pod", "data": {"a": "true", "b": '{"x": 1}'}, "list": [1]}
    assert object_shape(block(attributes)) == attributes


def test_only_plain_names_are_names() -> None:
    shape = {"a": [{"$hole": "aws_x.y.id"}], "b": [{"$hole": "var.x"}], "c": [{"$hole": "data.aws_x.y[0].json"}]}
    assert named(shape) == {"a": ["aws_x.y.id"], "b": [{"$hole": "var.x"}], "c": ["data.aws_x.y[0].json"]}


def test_deep_values_end_somewhere() -> None:
    value: Value = "x"
    for _ in range(200):
        value = [value]
    assert "too deep" in json.dumps(block_shape(block({"a": value})))


def hole(text: str = "var.x", prefix: str = "") -> tuple[Hole, Watch]:
    watch = Watch()
    return Hole(text, prefix, watch), watch


@pytest.mark.parametrize(
    "look",
    [
        lambda one: one == "x",
        lambda one: one != "x",
        lambda one: one in ["x", "y"],
        lambda one: one in {"x", "y"},
        lambda one: "x" in one,
        bool,
        lambda one: one.startswith("x"),
        lambda one: one.lower(),
        len,
        str,
        lambda one: f"{one}",
        lambda one: one[0],
        list,
        lambda one: "a" + one,
        lambda one: one > "x",
        lambda one: {one: 1},
    ],
)
def test_a_hole_remembers_that_it_was_looked_at(look: Any) -> None:
    one, watch = hole()
    assert not watch.touched
    look(one)
    assert watch.touched


@pytest.mark.parametrize(
    ("look", "answer"),
    [
        (lambda one: one == "*", False),
        (lambda one: one == True, False),  # noqa: E712  # as checks write it
        (lambda one: one in ["*", None], False),
        (bool, True),
        (lambda one: one.startswith("arn:"), True),
        (lambda one: one.startswith(("http://", "https://")), False),
        (lambda one: one is None, False),
        (lambda one: "${" in one, False),
        (lambda one: isinstance(one, str), True),
    ],
)
def test_what_is_known_of_it_decides_without_a_look(look: Any, answer: bool) -> None:
    one, watch = hole("aws_x.y.arn", "arn:")
    assert look(one) is answer
    assert not watch.touched


def test_copies_are_of_the_same_resource() -> None:
    one, watch = hole()
    copy = pickle.loads(pickle.dumps({"a": [one]}))["a"][0]  # noqa: S301  # as checkov copies values
    assert not watch.touched
    assert copy == "var.x"
    assert watch.touched


def test_blocks_that_may_be_there_come_and_go() -> None:
    sent = {"a": [{"on": [True]}, {"$block": {"on": [{"$hole": "x"}]}}], "b": [{"$block": {}}], "$$c": [{"$json": [1]}]}
    assert holds_doubtful(sent)
    assert made(sent, Watch()) == {"a": [{"on": [True]}, {"on": ["x"]}], "b": [{}], "$c": [[1]]}
    assert made(sent, Watch(), doubtful=False) == {"a": [{"on": [True]}], "$c": [[1]]}


def test_each_mapping_of_a_manifest_has_lines() -> None:
    lines = {"__startline__": 1, "__endline__": 1}
    assert written({"a": {}, "b": [{}]}) == {"a": lines, "b": [lines], **lines}
