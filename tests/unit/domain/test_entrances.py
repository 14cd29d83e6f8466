"""Where requests come in, on models written by hand."""

from __future__ import annotations

from scanner.domain.architecture import (
    ArchitectureModel,
    Component,
    ComponentKind,
    Exposure,
    LayerId,
    Relation,
    RelationKind,
)
from scanner.domain.artifact import Location
from scanner.domain.entrances import entrances
from scanner.domain.graph import Graph

PLACE = Location(path="main.tf", start_line=3)
KINDS = {"e": ComponentKind.EDGE, "s": ComponentKind.SERVICE, "q": ComponentKind.QUEUE, "c": ComponentKind.SOURCE}
R = RelationKind


def graph(names: str, *relations: tuple[str, RelationKind], public: str = "") -> Graph:
    components = tuple(
        Component(
            id=name, title=name, layer=LayerId.SERVICE, layer_reason="said", location=PLACE,
            kind=KINDS.get(name[0], ComponentKind.WORKLOAD),
            exposure=Exposure.INTERNET if name in public.split() else Exposure.UNKNOWN,
        )
        for name in names.split()
    )  # fmt: skip
    made = tuple(
        Relation(source=text.split(">")[0], target=text.split(">")[1], kind=kind, location=PLACE, derived_from=text)
        for text, kind in relations
    )
    return Graph(ArchitectureModel(components=components, relations=made))


def told(made: Graph, name: str) -> list[str]:
    return [
        f"{one.component.id}{'!' if one.is_public else '?'} {' '.join(step.derived_from for step in one.route)}".strip()
        for one in entrances(made, name)
    ]


def test_the_first_edge_is_the_entrance_and_not_what_it_passes_requests_on_to() -> None:
    made = graph("e1 s w", ("e1>s", R.ROUTES_TO), ("s>w", R.ROUTES_TO))
    assert told(made, "w") == ["e1? e1>s s>w"]


def test_what_the_internet_reaches_is_one_wherever_it_stands() -> None:
    made = graph("e1 e2 w", ("e1>e2", R.ROUTES_TO), ("e2>w", R.ROUTES_TO), public="e2")
    assert told(made, "w") == ["e2! e2>w", "e1? e1>e2 e2>w"]
    assert told(graph("w", public="w"), "w") == ["w!"]
    assert told(graph("x w", ("x>w", R.EXPOSES)), "w") == ["w! x>w"]


def test_requests_come_to_code_through_what_is_built_from_it() -> None:
    made = graph("c s w", ("w>c", R.BUILT_FROM), ("s>w", R.ROUTES_TO))
    assert told(made, "c") == ["s? s>w"]


def test_queues_and_what_nothing_leads_to_are_no_entrances() -> None:
    made = graph("q w", ("q>w", R.ROUTES_TO))
    assert told(made, "w") == []
    assert told(made, "q") == []
    assert told(made, "nobody") == []


def test_a_circle_ends() -> None:
    made = graph("e1 e2 w", ("e1>e2", R.ROUTES_TO), ("e2>e1", R.ROUTES_TO), ("e2>w", R.ROUTES_TO), ("w>w", R.ROUTES_TO))
    assert told(made, "w") == []
