"""Texts are collected along a path or everywhere, without what is not known."""

from __future__ import annotations

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason
from scanner.engines.texts import texts


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
