"""Paths, cycles, exposure and users of stores, on models written by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from scanner.domain.architecture import (
    ArchitectureModel,
    Component,
    ComponentKind,
    Confidence,
    Exposure,
    LayerId,
    LooseEnd,
    Relation,
    RelationKind,
)
from scanner.domain.artifact import Location
from scanner.domain.graph import Graph, Route, weakest

PLACE = Location(path="main.tf", start_line=3)
K = ComponentKind
R = RelationKind


def component(name: str, kind: ComponentKind = K.WORKLOAD, **fields: object) -> Component:
    return Component(
        **{
            "id": name, "title": name, "layer": LayerId.SERVICE, "layer_reason": "said", "kind": kind,
            "location": PLACE, **fields,
        }
    )  # fmt: skip


def relation(text: str, kind: RelationKind = R.CALLS, **fields: object) -> Relation:
    source, target = text.split(">")
    return Relation(
        **{"source": source, "target": target, "kind": kind, "location": PLACE, "derived_from": text, **fields}
    )


def graph(names: str, *relations: Relation, ends: tuple[LooseEnd, ...] = ()) -> Graph:
    kinds = {"d": K.STORE, "e": K.EDGE, "s": K.SECRET}
    components = tuple(component(name, kinds.get(name[0], K.WORKLOAD)) for name in names.split())
    return Graph(ArchitectureModel(components=components, relations=relations, loose_ends=ends))


def told(route: Route) -> str:
    return " ".join(one.derived_from for one in route)


def test_the_shortest_route_of_the_asked_kinds_is_taken() -> None:
    made = graph("a b c d", relation("a>b"), relation("b>c"), relation("c>d"), relation("b>d", R.READS))
    assert told(made.route("a", {"d"}, {R.CALLS})) == "a>b b>c c>d"
    assert told(made.route("a", {"d"}, {R.CALLS, R.READS})) == "a>b b>d"
    assert made.route("a", {"d"}, {R.WRITES}) == ()
    assert made.route("nobody", {"d"}, {R.CALLS}) == ()


def test_a_sure_route_goes_before_a_short_one() -> None:
    made = graph("a b d", relation("a>d", confidence=Confidence.LOW), relation("a>b"), relation("b>d"))
    assert told(made.route("a", {"d"}, {R.CALLS})) == "a>b b>d"


def test_a_likeness_is_followed_where_nothing_surer_leads() -> None:
    made = graph("a b d", relation("a>b", confidence=Confidence.LOW), relation("b>d"))
    (route,) = made.routes("a", {"d"}, {R.CALLS})
    assert weakest(one.confidence for one in route) is Confidence.LOW


def test_a_route_ends_at_the_first_target() -> None:
    made = graph("a d1 d2", relation("a>d1"), relation("d1>d2"))
    assert [told(route) for route in made.routes("a", {"d1", "d2"}, {R.CALLS})] == ["a>d1"]


def test_relations_to_components_that_are_not_there_are_left_out() -> None:
    assert graph("a", relation("a>ghost")).route("a", {"ghost"}, {R.CALLS}) == ()


def test_cycles_are_found_and_shown() -> None:
    made = graph("a b c x", relation("a>b"), relation("b>c"), relation("c>a"), relation("x>a"))
    assert told(made.cycle("a", {R.CALLS})) == "a>b b>c c>a"
    assert made.cycle("x", {R.CALLS}) == ()
    assert made.cycle("a", {R.IMPORTS}) == ()
    assert told(graph("a", relation("a>a")).cycle("a", {R.CALLS})) == "a>a"


def test_two_rings_that_touch_are_one_but_each_shows_its_own_way() -> None:
    made = graph("a b c", relation("a>b"), relation("b>a"), relation("b>c"), relation("c>b"))
    assert told(made.cycle("c", {R.CALLS})) == "c>b b>c"


def test_a_chain_of_many_thousands_needs_no_recursion() -> None:
    names = [f"w{number}" for number in range(20_000)]
    steps = tuple(relation(f"{one}>{two}") for one, two in pairwise(names))
    made = graph(" ".join(names), *steps)
    assert len(made.route("w0", {names[-1]}, {R.CALLS})) == len(names) - 1
    assert made.cycle("w0", {R.CALLS}) == ()


def test_exposure_comes_through_what_routes() -> None:
    edge = component("edge", K.EDGE, exposure=Exposure.INTERNET)
    model = ArchitectureModel(
        components=(edge, component("svc"), component("app"), component("other")),
        relations=(relation("edge>svc", R.ROUTES_TO), relation("svc>app", R.ROUTES_TO), relation("app>other")),
    )
    made = Graph(model)
    assert made.exposed("edge") == ()
    assert told(made.exposed("app") or ()) == "edge>svc svc>app"
    assert made.exposed("other") is None


def test_what_the_network_opens_is_exposed_and_what_it_routes_to_as_well() -> None:
    made = graph("n a b c", relation("n>a", R.EXPOSES), relation("a>b", R.ROUTES_TO), relation("c>c", R.EXPOSES))
    assert told(made.exposed("a") or ()) == "n>a"
    assert told(made.exposed("b") or ()) == "n>a a>b"
    assert told(made.exposed("c") or ()) == "c>c"
    assert made.exposed("n") is None


def test_users_of_a_store_are_told_by_the_part_that_they_use() -> None:
    made = graph(
        "a b c d s",
        relation("a>s", R.READS),
        relation("s>d", R.HOLDS_CREDENTIAL_OF, detail="orders"),
        relation("b>d", R.HOLDS_CREDENTIAL_OF, detail="orders"),
        relation("c>d", R.HOLDS_CREDENTIAL_OF, detail="stock"),
        relation("a>c"),
    )
    assert {part: sorted(users) for part, users in made.users["d"].items()} == {"orders": ["a", "b"], "stock": ["c"]}


def test_an_owner_is_found_over_images() -> None:
    made = graph(
        "web worker image other code",
        relation("web>image", R.BUILT_FROM),
        relation("image>code", R.BUILT_FROM),
        relation("worker>other", R.BUILT_FROM),
        relation("other>code", R.BUILT_FROM),
    )
    assert made.owner("web") == made.owner("worker") == "code"
    assert told(made.made_of("web")) == "web>image image>code"
    circle = graph("a b", relation("a>b", R.BUILT_FROM), relation("b>a", R.BUILT_FROM))
    assert circle.owner("a") == "b"


def test_what_is_built_from_one_code_base_has_one_owner() -> None:
    made = graph("web worker code", relation("web>code", R.BUILT_FROM), relation("worker>code", R.BUILT_FROM))
    assert made.owner("web") == made.owner("worker") == "code"
    assert made.owner("code") == "code"


def test_loose_ends_are_those_on_the_way() -> None:
    end = LooseEnd(source="s", kind=R.HOLDS_CREDENTIAL_OF, wanted="a database", reason="made elsewhere", location=PLACE)
    made = graph("a b s", relation("a>s", R.READS), ends=(end,))
    assert made.loose_ends("a", {R.READS, R.HOLDS_CREDENTIAL_OF}) == [end]
    assert made.loose_ends("a", {R.READS}) == []
    assert made.loose_ends("b", {R.HOLDS_CREDENTIAL_OF}) == []


@pytest.mark.parametrize(
    ("term", "expected"), [("*", {"a", "d"}), ("store", {"d"}), ("service", {"a", "d"}), ("cache", set())]
)
def test_words_of_rules(term: str, expected: set[str]) -> None:
    assert graph("a d").of(term) == expected


def test_the_weakest_of_nothing_is_sure() -> None:
    assert weakest(()) is Confidence.HIGH
    assert weakest((Confidence.HIGH, Confidence.LOW, Confidence.MEDIUM)) is Confidence.LOW
