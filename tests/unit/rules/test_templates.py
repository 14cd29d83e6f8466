"""Placeholders in messages."""

from __future__ import annotations

from scanner.domain.resource import Unknown, UnknownReason
from scanner.rules.templates import PATH, fill, follow, placeholders, settled

UNKNOWN = Unknown(reason=UnknownReason.DATA_SOURCE, text="data.x.y")
VIEW = {
    "address": "a.b",
    "item": {"ports": [22, 80], "on": True, "tags": {"k": "v"}, "u": UNKNOWN},
    "evil": "{address}",
}


def test_a_message_is_filled_from_the_view() -> None:
    text = "{address}: {item.ports[0]} of {item.ports}, {item.on}, {item.tags}, {item.u}, {item.u.deeper}, {item.x.y}"
    assert fill(text, VIEW) == "a.b: 22 of 22, 80, true, k: v, data.x.y, data.x.y, (none)"


def test_a_value_is_not_looked_at_again() -> None:
    assert fill("{evil}", VIEW) == "{address}"


def test_follow_does_not_leave_the_view() -> None:
    assert follow(VIEW, "item.ports[7]") is None
    assert follow(VIEW, "address.upper") is None
    assert follow(VIEW, "item.__class__") is None


def test_placeholders_have_offsets_and_roots() -> None:
    found = placeholders("a {item.name} b {x[0]}")
    assert [(one.path, one.offset, one.root) for one in found] == [("item.name", 3, "item"), ("x[0]", 17, "x")]


def test_an_element_is_found_by_what_it_holds() -> None:
    view = {"backends": [{"name": "pages", "sticky": False}, {"name": "editor", "sticky": True}, "odd"]}
    path = "backends[sticky=true].name"
    assert PATH.fullmatch(path)
    assert settled(view, path) == "backends[1].name"
    assert follow(view, path) == "editor"
    assert fill("of {backends[sticky=true].name}", view) == "of editor"


def test_where_no_element_holds_it_the_first_is_meant() -> None:
    assert settled({"backends": [{"sticky": False}]}, "backends[sticky=true].name") == "backends[0].name"
    assert settled({}, "backends[sticky=true].name") == "backends[0].name"
    assert follow({"backends": "sticky"}, "backends[sticky=true].name") is None
