"""What suppliers declare of components: it wins, and is held against what was read."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from scanner.domain.architecture import (
    Component,
    ComponentKind,
    Confidence,
    LayerId,
    Sighting,
)
from scanner.domain.artifact import Location
from scanner.domain.configuration import Configuration
from scanner.modelling.declarations import Declared, apply
from scanner.modelling.model import build_model
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.configuration import FILE, load_configuration
from scanner.sources.repository import RepositoryReader


def seen(family: str, address: str, path: str) -> Sighting:
    return Sighting(family=family, address=address, location=Location(path=path, start_line=2))


def component(id_: str, kind: str = "workload", layer: str = "service", **more: object) -> Component:
    values: dict[str, object] = {
        "title": id_.rpartition("/")[2],
        "layer_reason": "it is so",
        "sightings": (seen("kubernetes", id_, f"deploy/{id_}.yaml"),),
        "location": Location(path=f"deploy/{id_}.yaml", start_line=2),
        **more,
    }
    return Component.model_validate({"id": id_, "kind": kind, "layer": layer, **values})


def store(id_: str = "module.db.aws_db_instance.main", **more: object) -> Component:
    sighting = seen("terraform", 'module.db["a"].aws_db_instance.main[0]', "infra/modules/db/main.tf")
    values: dict[str, object] = {"layer_confidence": Confidence.HIGH, "sightings": (sighting,), **more}
    return component(id_, "store", "data", title="main", **values)


def interface(**more: object) -> Component:
    values = {"title": "src/web", "sightings": (seen("dependencies", "src/web", "src/web/package.json"),), **more}
    return component("source:src/web", "interface", "presentation", **values)


WEB, API = component("Deployment/shop/web"), component("Deployment/shop/api")


@pytest.fixture
def declare(tmp_path: Path) -> object:
    def run(text: str, *components: Component) -> Declared:
        return apply(components, configuration(tmp_path, "architecture:\n" + text))

    return run


def configuration(folder: Path, text: str) -> Configuration:
    (folder / FILE).write_text(text)
    reader = RepositoryReader(folder)
    return load_configuration(reader.walk().artifacts, reader)


def layers(components: Iterable[Component]) -> dict[str, str]:
    return {one.id: one.layer.value for one in components if one.declared}


@pytest.mark.parametrize(
    ("match", "matched"),
    [
        ("components: [Deployment/shop/web]", {WEB.id}),
        ("components: [web]", {WEB.id}),
        ("components: ['Deployment/*']", {WEB.id, API.id}),
        ("paths: [src/web/]", {"source:src/web"}),
        ("paths: [web/]", {"source:src/web"}),
        ("paths: ['**/modules/']", {"module.db.aws_db_instance.main"}),
        ("paths: [/web/]", set()),
        ("kubernetes: [shop/web]", {WEB.id}),
        ("kubernetes: ['shop/*']", {WEB.id, API.id}),
        ("kubernetes: ['*/*/api']", {API.id}),
        ("kubernetes: [api]", {API.id}),
        ("kubernetes: ['*/shop/*/*']", set()),
        ("terraform: [module.db.aws_db_instance.main]", {"module.db.aws_db_instance.main"}),
        ("terraform: ['module.db.*']", {"module.db.aws_db_instance.main"}),
        ("terraform: ['aws_db_instance.*']", set()),
        ("components: [web], terraform: ['module.*']", {WEB.id, "module.db.aws_db_instance.main"}),
    ],
)
def test_each_way_to_match(declare, match: str, matched: set[str]) -> None:  # type: ignore[no-untyped-def]
    made = declare(f"  layers:\n    - {{layer: integration, {match}}}\n", WEB, API, store(), interface())
    assert set(layers(made.components)) == matched
    assert any("matches no component" in one.message for one in made.problems) == (not matched)


def test_the_first_match_wins_and_says_where_it_stands(declare) -> None:  # type: ignore[no-untyped-def]
    made = declare(
        "  layers:\n    - {layer: presentation, kubernetes: [shop/web], reason: patients see it}\n"
        "    - {layer: integration, kubernetes: ['shop/*']}\n    - {layer: data, components: [web]}\n",
        WEB, API,
    )  # fmt: skip
    web, api = made.components
    assert (web.layer, api.layer) == (LayerId.PRESENTATION, LayerId.INTEGRATION)
    assert web.layer_reason == "declared in archscan.yaml, line 3: patients see it"
    assert web.layer_confidence is Confidence.HIGH
    (problem,) = made.problems
    assert problem.location == Location(path=FILE, start_line=5)
    assert "has no effect: line 3" in problem.message


def test_each_pattern_that_matches_nothing_is_told(declare) -> None:  # type: ignore[no-untyped-def]
    text = (
        "  layers: [{layer: data, components: [web, wbe], paths: [srv/]}]\n  ignore: [{components: [x], reason: y}]\n"
    )
    made = declare(text, WEB)
    assert [one.message.partition(": ")[2] for one in made.problems] == [
        "components: x matches no component of the model",
        "components: wbe matches no component of the model",
        "paths: srv/ matches no component of the model",
    ]
    assert {one.stage for one in made.problems} == {"modelling"}


@pytest.mark.parametrize(
    ("one", "layer", "contradicted"),
    [
        (store(), "data", False),
        (store(), "presentation", True),
        (store(), "service", True),
        (store(traits=("static-site",)), "presentation", False),
        (store(traits=("static-site",)), "service", True),
        (store(traits=("cache",)), "service", False),
        (store(layer_confidence=Confidence.LOW), "service", False),
        (store(layer_confidence=Confidence.MEDIUM, layer_reason="it runs postgres"), "service", True),
        (interface(), "data", True),
        (interface(), "service", False),
        (WEB, "data", False),
        (component("e", "edge", "hosting", layer_confidence=Confidence.HIGH), "integration", False),
        (component("e", "edge", "hosting", layer_confidence=Confidence.HIGH), "data", True),
        (component("w", declared=True, layer_confidence=Confidence.HIGH), "presentation", True),
        (component("w", declared=True, layer_confidence=Confidence.HIGH), "service", False),
    ],
)  # fmt: skip
def test_what_speaks_against_a_layer_is_told_and_the_declaration_still_wins(  # type: ignore[no-untyped-def]
    declare, one: Component, layer: str, contradicted: bool
) -> None:
    made = declare(f"  layers: [{{layer: {layer}, components: ['{one.id}']}}]\n", one)
    assert layers(made.components) == {one.id: layer}
    assert len(made.contradictions) == len(made.problems) == contradicted
    for told, problem in zip(made.contradictions, made.problems, strict=True):
        assert told.evidence_location == one.location
        assert problem.message.startswith(f"archscan.yaml:2 declares {one.id} as {layer}, but it ")
        assert problem.message.endswith(f"{one.layer_reason} ({one.location.path}:2)")


def test_components_are_corrected(declare) -> None:  # type: ignore[no-untyped-def]
    made = declare(
        "  components:\n    - {components: [web], title: Portal, kind: job, traits: [third-party]}\n"
        "    - {components: [main], kind: workload}\n",
        component("Deployment/shop/web", traits=("legacy-protocol",)), store(),
    )  # fmt: skip
    web, database = made.components
    assert (web.title, web.kind, web.traits) == ("Portal", ComponentKind.JOB, ("legacy-protocol", "third-party"))
    assert not web.declared
    assert database.kind is ComponentKind.WORKLOAD
    (problem,) = made.problems
    assert "declares module.db.aws_db_instance.main as a workload, but it keeps data" in problem.message


def test_one_title_for_many_is_told(declare) -> None:  # type: ignore[no-untyped-def]
    made = declare("  components: [{kubernetes: ['shop/*'], title: Same}]\n", WEB, API)
    assert [one.title for one in made.components] == ["Same", "Same"]
    assert "2 components have the title" in made.problems[0].message


def test_two_components_become_one(declare) -> None:  # type: ignore[no-untyped-def]
    made = declare(
        "  layers: [{layer: integration, components: ['source:src/web']}]\n"
        "  components: [{components: ['source:src/web'], same_as: web}]\n",
        WEB, API, interface(traits=("backend-for-frontend",)),
    )  # fmt: skip
    assert [one.id for one in made.components] == [WEB.id, API.id]
    web = made.components[0]
    assert web.layer is LayerId.INTEGRATION
    assert web.traits == ("backend-for-frontend",)
    assert [one.joined_by for one in web.sightings] == ["", "declared in archscan.yaml"]
    assert made.moved == {"source:src/web": WEB.id}


@pytest.mark.parametrize(
    ("entries", "said", "left"),
    [
        ("{components: [web], same_as: nobody}", "is no component", 3),
        ("{components: [api], same_as: twin}", "are 2 components", 3),
        ("{components: [api], same_as: api}", "a part of itself", 3),
        ("{components: [a], same_as: b}, {components: [b], same_as: a}", "a part of itself", 2),
    ],
)
def test_a_union_that_cannot_be_is_told(declare, entries: str, said: str, left: int) -> None:  # type: ignore[no-untyped-def]
    twins = [component(name, title="twin") for name in ("x", "y")] if "twin" in entries else [WEB, component("a")]
    others = [component("a"), component("b"), WEB] if "[a]" in entries else [API, *twins]
    made = declare(f"  components: [{entries}]\n", *others)
    assert any(said in one.message for one in made.problems)
    assert len(made.components) == left


def test_chains_of_unions_end_in_one(declare) -> None:  # type: ignore[no-untyped-def]
    text = "  components:\n" + "".join(f"    - {{components: [{a}], same_as: {b}}}\n" for a, b in ("bc", "ab", "cd"))
    made = declare(text, *(component(name) for name in "abcd"))
    assert [one.id for one in made.components] == ["d"]
    assert set(made.moved.values()) == {"d"}
    assert made.components[0].sightings[0].address == "d"
    assert {one.address for one in made.components[0].sightings} == set("abcd")


def test_what_is_left_out_leaves_no_relation_but_a_word_in_the_result(tmp_path: Path) -> None:
    files = {
        "main.tf": 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\nresource "aws_lambda_function" "f" {\n'
        "  environment {\n    variables = { T = aws_dynamodb_table.t.name }\n  }\n}\n",
        FILE: "architecture:\n  ignore:\n    - {terraform: [aws_dynamodb_table.t], reason: of another team}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    reader = RepositoryReader(tmp_path)
    reading = read(reader)
    system = model(reader, reading, parse(default_parsers(), reading, reader, lambda _: None), lambda _: None)
    assert len(system.model.relations) == 1
    made = build_model(system, load_configuration(reading.artifacts, reader))
    assert [one.id for one in made.components] == ["aws_lambda_function.f"]
    assert made.relations == ()
    (problem,) = made.problems
    assert problem.message == (
        "archscan.yaml:3: the supplier leaves out of the model aws_dynamodb_table.t: of another team"
    )


def test_relations_follow_a_union(tmp_path: Path) -> None:
    files = {
        "main.tf": 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\nresource "aws_lambda_function" "f" {\n'
        "  environment {\n    variables = { T = aws_dynamodb_table.t.name }\n  }\n}\n"
        'resource "aws_lambda_function" "g" {\n}\n',
        FILE: "architecture:\n  components:\n    - {components: [f], same_as: g}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    reader = RepositoryReader(tmp_path)
    reading = read(reader)
    declared = load_configuration(reading.artifacts, reader)
    system = model(reader, reading, parse(default_parsers(), reading, reader, lambda _: None), lambda _: None, declared)
    (relation,) = system.model.relations
    assert (relation.source, relation.target) == ("aws_lambda_function.g", "aws_dynamodb_table.t")


def test_nothing_declared_changes_nothing() -> None:
    made = apply((WEB, API), Configuration())
    assert made == Declared((WEB, API))
    assert apply((WEB,), None).kept == (WEB,)


def test_many_components_and_entries_are_quick(declare) -> None:  # type: ignore[no-untyped-def]
    many = [component(f"Deployment/ns{n % 50}/w{n}") for n in range(3000)]
    entries = "".join(f"    - {{layer: data, kubernetes: ['ns{n % 50}/w{n}*'], paths: [a{n}/]}}\n" for n in range(100))
    begin = time.monotonic()
    made = declare(f"  layers:\n{entries}", *many)
    assert time.monotonic() - begin < 8
    assert len(layers(made.components)) >= 100
