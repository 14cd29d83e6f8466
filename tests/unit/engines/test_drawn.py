"""Components are found in diagrams by the likeness of their names, and arrows between them."""

from __future__ import annotations

import pytest

from scanner.domain.architecture import ArchitectureModel, Component, ComponentKind, LayerId, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.graph import Graph
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.engines.drawn import Drawings

PLACE = Location(path="main.tf", start_line=1)


def component(name: str, title: str, kind: ComponentKind, engine: str = "") -> Component:
    layer = LayerId.DATA if kind is ComponentKind.STORE else LayerId.SERVICE
    return Component(id=name, title=title, layer=layer, layer_reason="r", kind=kind, engine=engine, location=PLACE)


API = component("api", "bookings-service", ComponentKind.WORKLOAD)
CODE = component("code", "src/Bookings", ComponentKind.SOURCE)
SLOTS = component("slots", "slots_table", ComponentKind.STORE, "dynamodb")
PATIENTS = component("patients", "patients", ComponentKind.STORE, "postgresql")
MADE = Relation(source="api", target="code", kind=RelationKind.BUILT_FROM, location=PLACE, derived_from="its image")


def drawn(arrows: list[tuple[str, str]], *names: str) -> Resource:
    elements: list[Value] = [
        {
            "id": name,
            "name": name.strip("*"),
            "kind": "node",
            "technology": "",
            "store": name.endswith("*"),
            "line": line,
        }
        for line, name in enumerate(names, 2)
    ]
    ends: list[Value] = [
        {"source": one, "source_store": False, "target": two, "target_store": True, "line": 9} for one, two in arrows
    ]
    return Resource(
        address="a.md#0",
        kind=ResourceKind.DIAGRAM,
        type="flowchart",
        name="a.md",
        attributes={"elements": elements, "arrows": ends},
        location=Location(path="a.md", start_line=1),
    )


def drawings(*diagrams: Resource, parts: tuple[Component, ...] = (API, CODE, SLOTS, PATIENTS)) -> Drawings:
    return Drawings(diagrams, Graph(ArchitectureModel(components=parts, relations=(MADE,))))


@pytest.mark.parametrize(
    ("name", "store", "expected"),
    [
        ("Bookings Service", False, ["api"]),
        ("BookingsSvc", False, ["api"]),
        ("Slots DynamoDB", True, ["slots"]),
        ("Slots", False, []),
        ("PostgreSQL", True, ["patients"]),
        ("Database", True, []),
        ("Redis", True, []),
        ("", True, []),
    ],
)
def test_names(name: str, store: bool, expected: list[str]) -> None:
    parts = (API, SLOTS, PATIENTS)
    assert [one.id for one in drawings(parts=parts).components(name, store=store)] == expected


def test_a_name_means_all_of_one_product_and_none_of_two() -> None:
    code = component("code", "bookings", ComponentKind.SOURCE)
    other = component("other", "bookings", ComponentKind.JOB)
    assert {one.id for one in drawings(parts=(API, code)).components("Bookings", store=False)} == {"api", "code"}
    assert not drawings(parts=(API, code, other)).components("Bookings", store=False)


def test_an_engine_of_two_stores_means_neither() -> None:
    second = component("second", "slots", ComponentKind.STORE, "postgresql")
    assert not drawings(parts=(PATIENTS, second)).components("PostgreSQL", store=True)


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        ([("Bookings", "Slots")], True),
        ([("Slots", "Bookings")], True),
        ([("Bookings", "Access"), ("Access", "Slots")], True),
        ([("Bookings", "Patients"), ("Patients", "Slots")], False),
        ([("Bookings", "Patients")], False),
        ([("Bookings", "")], None),
        ([("", "Slots"), ("Bookings", "Patients")], None),
        ([("", "Patients"), ("Bookings", "Patients")], False),
    ],
)
def test_arrows_between_what_one_diagram_shows(arrows: list[tuple[str, str]], expected: bool | None) -> None:
    diagram = drawn(arrows, "Bookings", "Slots*", "Patients*", "Access")
    parts = (API, SLOTS, PATIENTS)
    found = drawings(diagram, parts=parts).together("api", "slots")
    assert (found["path"], found["line"]) == ("a.md", 3)
    assert isinstance(found["arrow"], Unknown) if expected is None else found["arrow"] is expected


def test_one_diagram_with_the_arrow_is_enough_and_two_halves_are_none() -> None:
    without = drawn([("Bookings", "Patients")], "Bookings", "Slots*", "Patients*")
    shown = drawn([("Bookings", "Slots")], "Bookings", "Slots*").model_copy(update={"address": "b.md#0"})
    parts = (API, SLOTS, PATIENTS)
    assert drawings(without, shown, parts=parts).together("api", "slots")["arrow"] is True
    halves = drawn([("Bookings", "X")], "Bookings", "X"), shown.model_copy(update={"attributes": {"arrows": "no"}})
    assert drawings(*halves, parts=parts).together("api", "slots") == {}
