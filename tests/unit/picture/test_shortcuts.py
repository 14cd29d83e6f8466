"""What is not drawn hides no relation that leads through it."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from scanner.domain.architecture import ArchitectureModel, ComponentKind, Confidence, Exposure, Relation
from scanner.domain.system import System
from scanner.picture.scene import Line, Scene, compose
from scanner.picture.shortcuts import lone_services, ties
from scanner.picture.violations import violations
from tests.unit.picture.conftest import K, L, R, component, finding, relation

APP = component("app", L.SERVICE, K.WORKLOAD)
TWIN = component("twin", L.SERVICE, K.WORKLOAD)
DOOR = component("door", L.HOSTING, K.EDGE)
NAME = component("name", L.HOSTING, K.SERVICE)
ROLE = component("role", L.HOSTING, K.IDENTITY)
CLOUD_ROLE = component("cloud-role", L.HOSTING, K.IDENTITY)
SECRET = component("password", L.HOSTING, K.SECRET)
SHARED = component("shared", L.UNASSIGNED, K.LIBRARY)
STORE = component("records", L.DATA, K.STORE)


def model(*relations: Relation) -> ArchitectureModel:
    every = (APP, TWIN, DOOR, NAME, ROLE, CLOUD_ROLE, SECRET, SHARED, STORE)
    return ArchitectureModel(components=every, relations=relations)


def first_view(of: ArchitectureModel) -> Scene:
    return compose(of, violations(of, ()), everything=False)


def told(scene: Scene) -> list[tuple[str, str, str, tuple[int, ...]]]:
    return [
        (scene.boxes[line.source].title, tie.kind.value, scene.boxes[line.target].title, tie.relations)
        for line in scene.lines
        for tie in line.ties
    ]


def test_who_acts_as_an_identity_does_what_it_may() -> None:
    of = model(
        relation(APP, ROLE, R.RUNS_AS), relation(ROLE, STORE, R.READS),
        relation(ROLE, STORE, R.WRITES, Confidence.LOW),
    )  # fmt: skip
    scene = first_view(of)
    assert told(scene) == [("app", "reads", "records", (0, 1)), ("app", "writes", "records", (0, 2))]
    (line,) = scene.lines
    assert [tie.confidence for tie in line.ties] == [Confidence.HIGH, Confidence.LOW]


def test_a_service_account_may_stand_for_a_role_of_the_cloud() -> None:
    of = model(
        relation(APP, ROLE, R.RUNS_AS), relation(ROLE, CLOUD_ROLE, R.RUNS_AS), relation(CLOUD_ROLE, STORE, R.READS)
    )
    assert told(first_view(of)) == [("app", "reads", "records", (0, 1, 2))]


def test_everything_shows_the_real_hops() -> None:
    of = model(relation(APP, ROLE, R.RUNS_AS), relation(ROLE, STORE, R.READS))
    scene = compose(of, violations(of, ()), everything=True)
    assert sorted(told(scene)) == [("app", "runs-as", "role", (0,)), ("role", "reads", "records", (1,))]


def test_a_secret_gives_no_second_line() -> None:
    direct = relation(APP, STORE, R.HOLDS_CREDENTIAL_OF).model_copy(update={"via": SECRET.id})
    read, opens = relation(APP, SECRET, R.READS), relation(SECRET, STORE, R.HOLDS_CREDENTIAL_OF)
    assert told(first_view(model(read, opens, direct))) == [("app", "holds-credential-of", "records", (2,))]
    assert told(first_view(model(read, opens))) == [("app", "holds-credential-of", "records", (0, 1))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (relation(ROLE, CLOUD_ROLE, R.TRUSTS), relation(CLOUD_ROLE, STORE, R.READS)),
        (relation(APP, ROLE, R.REFERS_TO), relation(ROLE, STORE, R.READS)),
        (relation(APP, ROLE, R.RUNS_AS), relation(ROLE, STORE, R.REFERS_TO)),
        (relation(APP, SECRET, R.REFERS_TO), relation(SECRET, STORE, R.HOLDS_CREDENTIAL_OF)),
        (relation(APP, ROLE, R.RUNS_AS), relation(ROLE, ROLE, R.RUNS_AS)),
    ],
)
def test_no_line_is_made_of_what_proves_none(first: Relation, second: Relation) -> None:
    assert first_view(model(first, second)).lines == ()


def test_what_a_library_does_its_users_do_and_cycles_end() -> None:
    other = component("other", L.UNASSIGNED, K.LIBRARY)
    of = model(
        relation(APP, SHARED, R.IMPORTS), relation(SHARED, other, R.IMPORTS), relation(other, SHARED, R.IMPORTS),
        relation(other, STORE, R.CALLS),
    )  # fmt: skip
    of = of.model_copy(update={"components": (*of.components, other)})
    assert told(first_view(of)) == [("app", "calls", "records", (0, 1, 3))]


def test_an_edge_routes_to_the_workload_behind_a_service() -> None:
    of = model(relation(DOOR, NAME, R.ROUTES_TO), relation(NAME, APP, R.ROUTES_TO), relation(TWIN, NAME, R.CALLS))
    scene = first_view(of)
    assert sorted(told(scene)) == [("door", "routes-to", "app", (0, 1)), ("twin", "calls", "app", (2, 1))]
    (home,) = [box for box in scene.boxes if box.title == "app"]
    assert [of.components[at].title for at in home.inner] == ["name"]
    assert scene.hidden[K.SERVICE] == 1


def services() -> list[ArchitectureModel]:
    both = (relation(NAME, APP, R.ROUTES_TO), relation(NAME, TWIN, R.ROUTES_TO))
    exposed = model(both[0])
    seen = NAME.model_copy(update={"exposure": Exposure.INTERNET})
    shown = tuple(seen if one is NAME else one for one in exposed.components)
    return [
        model(*both), model(), model(both[0], relation(NAME, APP, R.EXPOSES)),
        exposed.model_copy(update={"components": shown}),
    ]  # fmt: skip


@pytest.mark.parametrize("of", services())
def test_a_service_of_several_or_none_or_seen_from_outside_stays(of: ArchitectureModel) -> None:
    assert lone_services(of) == {}
    assert "name" in [box.title for box in first_view(of).boxes]


def test_a_broken_hop_is_drawn_as_it_is() -> None:
    acts, reads = relation(APP, ROLE, R.RUNS_AS), relation(ROLE, STORE, R.READS)
    of = model(acts, reads)
    scene = compose(of, violations(of, [finding("too-much", "x", acts, reads)]), everything=False)
    assert sorted(told(scene)) == [("app", "runs-as", "role", (0,)), ("role", "reads", "records", (1,))]
    assert {line.marks.broken for line in scene.lines} == {("too-much",)}


def test_one_role_of_many_users_and_stores_takes_no_time() -> None:
    users = [component(f"user-{at}", L.SERVICE, K.COMPUTE) for at in range(400)]
    stores = [component(f"store-{at}", L.DATA, K.STORE) for at in range(400)]
    relations = [relation(one, ROLE, R.RUNS_AS) for one in users] + [relation(ROLE, one, R.READS) for one in stores]
    of = ArchitectureModel(components=(*users, *stores, ROLE), relations=tuple(relations))
    assert len(ties(of, {ROLE.id})) == 50_000
    scene = first_view(of)
    assert len(scene.boxes) <= 60
    assert lines_between(scene, K.COMPUTE, K.STORE)


def lines_between(scene: Scene, source: ComponentKind, target: ComponentKind) -> list[Line]:
    kinds = {box.number: box.kind for box in scene.boxes}
    return [line for line in scene.lines if (kinds[line.source], kinds[line.target]) == (source, target)]


def test_every_hidden_way_ends_where_something_is_drawn(made: Callable[[int], System]) -> None:
    of = made(300).model
    hidden = {one.id for one in of.components if one.kind in (K.IDENTITY, K.SECRET, K.LIBRARY)}
    for tie in ties(of, hidden):
        steps = [of.relations[at] for at in tie.relations]
        assert (steps[0].source, steps[-1].target) == (tie.source, tie.target)
        assert not {tie.source, tie.target} & hidden
        assert all(a.target == b.source and a.target in hidden for a, b in itertools.pairwise(steps))
