"""Texts are collected along a path or everywhere, without what is not known."""

from __future__ import annotations

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason
from scanner.engines.texts import texts, unknowns


def resource(attributes: dict[str, object]) -> Resource:
    return Resource(
        address="a", kind=ResourceKind.CODE, type="python", name="a", attributes=attributes, location=Location(path="a")
    )


def test_along_a_path_and_everywhere() -> None:
    unknown = Unknown(reason=UnknownReason.NOT_RENDERED, text="x")
    one = resource({"routes": [{"shape": "/b"}, {"shape": "/a"}, {"shape": unknown}, 3], "other": {"x": "z", "n": 1}})
    assert texts([one, one], "routes.shape") == ["/a", "/b"]
    assert texts([one], "**") == ["/a", "/b", "z"]
    assert texts([one], "routes") == []
    assert texts([one], "nothing.here") == []
    assert texts([one], "other.*") == ["n", "x"]
    assert texts([one], "routes.*") == ["shape"]


def test_deep_values_end() -> None:
    deep: object = "end"
    for _ in range(500):
        deep = [deep]
    assert texts([resource({"deep": deep})], "**") == []


def test_unknown_values_are_told_apart_from_texts() -> None:
    hidden = Unknown(reason=UnknownReason.FILE_NOT_HERE, text="the variables in .env")
    nameless = Unknown(reason=UnknownReason.BROKEN)
    held = [
        resource({"a": {"b": hidden, "c": "x"}}),
        resource({"a": [nameless, {"b": "y"}, {"b": hidden}]}),
        resource({"d": "z"}),
    ]
    assert unknowns(held, "a.b") == ["could not be read", "the variables in .env"]
    assert unknowns(held, "a.c") == ["could not be read"]
    assert unknowns(held, "**") == ["could not be read", "the variables in .env"]
    assert unknowns(held, "a.*") == ["could not be read"]
    assert texts(held, "a.b") == ["y"]
