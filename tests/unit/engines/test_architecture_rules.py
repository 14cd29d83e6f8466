"""Rules about relations, paths and components: verdicts, the path that a finding carries, likeness and loose ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

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
    Sighting,
)
from scanner.domain.artifact import Artifact, Location, Source
from scanner.domain.catalog import Catalog, Severity
from scanner.domain.finding import Finding, Outcome
from scanner.domain.rule import Rule
from scanner.domain.system import System
from scanner.engines.native import NativeEngine
from scanner.evaluation.merge import merge
from scanner.interfaces import BoundRule, EngineContext
from scanner.packaging import packaged

LOW = Confidence.LOW
CREDENTIALS = {
    "subject": {"path": ["presentation->store"]},
    "over": ["reads", "holds-credential-of"],
    "assert": "size(chain.steps) == 0 || 'session-store' in chain.target.traits",
    "message": "{chain.source.title} holds credentials of {chain.target.title}",
}


class NoContents:
    def read(self, artifact: Artifact) -> bytes:
        raise AssertionError(f"a native rule read {artifact.path}")


def component(name: str, kind: str = "workload", layer: str = "service", **fields: object) -> Component:
    return Component(
        **{
            "id": name, "title": name, "layer": LayerId(layer), "layer_reason": "said", "kind": ComponentKind(kind),
            "location": Location(path=f"{name}.yaml"), **fields,
        }
    )  # fmt: skip


def relation(text: str, kind: str, line: int = 1, **fields: object) -> Relation:
    source, target = text.split(">")
    return Relation(
        **{
            "source": source, "target": target, "kind": RelationKind(kind),
            "location": Location(path=f"{source}.yaml", start_line=line), "derived_from": f"{source} {kind} {target}",
            **fields,
        }
    )  # fmt: skip


WEB = component("web", layer="presentation")
API = component("api")
SECRET = component("secret", "secret")
STORE = component("store", "store", "data")
HELD = (relation("web>secret", "reads", 7), relation("secret>store", "holds-credential-of", 9, breaks="take it out"))


def put(check: dict[str, object], *parts: Component | Relation | LooseEnd) -> tuple[Finding, ...]:
    body = {
        "name": "a-rule", "title": "t", "control": "CYBER-01", "severity": "high", "description": "d", "rationale": "r",
        "remediation": "m", "clauses": ["NAP-6"],
        "check": {"engine": "native", "message": "{address} is bad", "accepted": "{address} is good", **check},
    }  # fmt: skip
    model = ArchitectureModel(
        components=tuple(one for one in parts if isinstance(one, Component)),
        relations=tuple(one for one in parts if isinstance(one, Relation)),
        loose_ends=tuple(one for one in parts if isinstance(one, LooseEnd)),
    )
    system = System(source=Source(uri="x"), artifacts=(), resources=(), model=model)
    context = EngineContext(
        Catalog(version="1", principles=(), controls=(), clauses=()),
        date(2026, 11, 21),
        packaged("rules"),
        offline=True,
    )
    bound = BoundRule(Rule.model_validate(body), Path(), "CYBER")
    result = NativeEngine().evaluate([bound], system, NoContents(), context, lambda _: None)
    assert not result.problems
    return result.findings


def test_a_path_is_found_and_shown_step_by_step() -> None:
    (finding,) = put(CREDENTIALS, WEB, API, SECRET, STORE, *HELD)
    assert finding.outcome is Outcome.FAIL
    assert finding.subject == "web -> store"
    assert finding.message == "web holds credentials of store"
    assert (finding.location.path, finding.location.start_line) == ("web.yaml", 7)
    assert [(step.source, step.kind.value, step.target, step.location.start_line) for step in finding.path] == [
        ("web", "reads", "secret", 7),
        ("secret", "holds-credential-of", "store", 9),
    ]
    assert finding.path[1].breaks == "take it out"


def test_what_no_path_leads_from_is_evidence_that_the_rule_is_kept() -> None:
    (finding,) = put(CREDENTIALS, WEB, SECRET, STORE, HELD[1])
    assert (finding.outcome, finding.subject, finding.path) == (Outcome.PASS, "web", ())


def test_each_store_that_is_reached_is_judged() -> None:
    sessions = component("sessions", "store", "data", traits=("session-store",))
    findings = put(CREDENTIALS, WEB, SECRET, STORE, sessions, *HELD, relation("secret>sessions", "holds-credential-of"))
    assert {one.subject: one.outcome for one in findings} == {
        "web -> sessions": Outcome.PASS,
        "web -> store": Outcome.FAIL,
    }


@pytest.mark.parametrize("weak", ["step", "layer"])
def test_a_likeness_accuses_nobody(weak: str) -> None:
    web = WEB.model_copy(update={"layer_confidence": LOW}) if weak == "layer" else WEB
    last = HELD[1].model_copy(update={"confidence": LOW}) if weak == "step" else HELD[1]
    (finding,) = put(CREDENTIALS, web, SECRET, STORE, HELD[0], last)
    assert (finding.outcome, finding.confidence, finding.severity) == (Outcome.REVIEW, LOW, Severity.MEDIUM)


def test_a_rule_that_only_asks_says_its_severity_itself() -> None:
    (finding,) = put({**CREDENTIALS, "otherwise": "review"}, WEB, SECRET, STORE, *HELD)
    assert (finding.outcome, finding.severity) == (Outcome.REVIEW, Severity.HIGH)


def test_what_leads_out_of_sight_is_open_with_its_reason() -> None:
    end = LooseEnd(
        source="web",
        kind=RelationKind.READS,
        wanted="Secret shop/db",
        reason="nothing here makes it",
        location=Location(path="web.yaml", start_line=7),
    )
    (finding,) = put(CREDENTIALS, WEB, STORE, end)
    assert finding.outcome is Outcome.OPEN
    assert finding.message.startswith("cannot tell, for want of Secret shop/db, whether: ")
    assert [(one.description, one.value) for one in finding.evidence] == [("nothing here makes it", "Secret shop/db")]
    some = {**CREDENTIALS, "when": "size(chain.steps) > 0 || chain.loose.exists(e, e.wanted.matches('mongo'))"}
    assert put(some, WEB, STORE, end) == ()


def test_a_rule_about_relations_judges_each_of_the_kind() -> None:
    check = {"subject": {"relation": ["reads"]}, "assert": "relation.target.kind != 'secret'"}
    findings = put(check, WEB, SECRET, STORE, *HELD, relation("web>store", "reads"))
    assert {one.subject: (one.outcome, len(one.path)) for one in findings} == {
        "web -> secret": (Outcome.FAIL, 1),
        "web -> store": (Outcome.PASS, 1),
    }


def test_a_rule_about_components_shows_what_its_functions_found() -> None:
    check = {
        "subject": {"component": ["*"]},
        "when": "component.kind == 'store'",
        "assert": "!users(component.id).exists(u, u.layer == 'presentation')",
    }
    (finding,) = put(check, WEB, SECRET, STORE, *HELD)
    assert finding.outcome is Outcome.FAIL
    assert [step.fact for step in finding.path] == ["web reads secret", "secret holds-credential-of store"]


def test_users_of_a_store_tell_who_else_uses_the_same_part() -> None:
    owned = "users(component.id).all(u, u.others.all(v, v.part == u.part && v.owner != u.owner))"
    check = {
        "subject": {"component": ["data"]},
        "assert": owned
        + " && users(component.id).map(u, u.title + ':' + string(size(u.others))).join(' ') == 'NUMBERS'",
    }
    few = "b:2 c:1 worker:1"
    uses = [relation(f"{name}>store", "reads", detail="2") for name in ("b", "c", "worker")]
    built = [relation("c>code", "built-from"), relation("worker>code", "built-from")]
    parts = [component(name) for name in ("b", "c", "worker", "code")]
    (finding,) = put({**check, "assert": check["assert"].replace("NUMBERS", few)}, *parts, STORE, *uses, *built)
    assert finding.outcome is Outcome.PASS
    many = [component(f"m{number}") for number in range(30)]
    all_of_them = [relation(f"{one.id}>store", "reads") for one in many]
    bounded = {**check, "assert": "users(component.id).all(u, size(u.others) == 20)"}
    assert [one.outcome for one in put(bounded, *many, STORE, *all_of_them)] == [Outcome.PASS]


def test_sharing_a_database_is_not_sharing_a_server() -> None:
    check = {"subject": {"component": ["service"]}, "assert": "size(shares_store(component.id)) == 0"}
    uses = [relation(f"{name}>store", "holds-credential-of", detail=part) for name, part in ("a1", "b2", "c2")]
    parts = [component(name) for name in "abc"]
    findings = put(check, *parts, STORE, *uses)
    assert {one.subject: one.outcome for one in findings} == {
        "a": Outcome.PASS,
        "b": Outcome.FAIL,
        "c": Outcome.FAIL,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in_cycle(component.id, 'calls')", Outcome.FAIL),
        ("size(path(component.id, 'data', ['reads', 'holds-credential-of'])) == 2", Outcome.PASS),
        ("size(path(component.id, 'nowhere', ['reads'])) == 0", Outcome.PASS),
        ("exposed(component.id)", Outcome.PASS),
        ("related(component.id, 'reads').all(r, r.kind == 'secret' && r.fact == 'web reads secret')", Outcome.PASS),
        ("relating(component.id, 'routes-to').exists(r, r.kind == 'edge')", Outcome.PASS),
        ("size(loose_ends(component.id, ['reads'])) == 0", Outcome.PASS),
        ("component('nothing') == {}", Outcome.PASS),
    ],
)
def test_functions_over_the_graph(text: str, expected: Outcome) -> None:
    edge = component("edge", "edge", "hosting", exposure="internet")
    check = {"subject": {"component": ["presentation"]}, "assert": text}
    (finding,) = put(check, WEB, SECRET, STORE, edge, *HELD, relation("edge>web", "routes-to"))
    assert finding.outcome is expected


def test_a_kind_that_does_not_exist_is_a_fault_of_the_rule_and_accuses_nobody() -> None:
    check = {"subject": {"component": ["presentation"]}, "assert": "size(related(component.id, 'eats')) == 0"}
    with pytest.raises(AssertionError):
        put(check, WEB)


def test_secrets_in_a_path_are_redacted_with_the_rest() -> None:
    said = "its configuration holds postgres://app:hunter2secret@store/records"
    (finding,) = merge(put(CREDENTIALS, WEB, STORE, relation("web>store", "holds-credential-of", derived_from=said)))
    assert "hunter2secret" not in finding.model_dump_json()
    assert finding.path[0].fact.startswith("its configuration holds")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!out_of_sight(component.id, ['reads'], 'vault')", Outcome.OPEN),
        ("!out_of_sight('', ['reads'], '^Secret ')", Outcome.OPEN),
        ("!out_of_sight(component.id, ['reads'], 'queue')", Outcome.PASS),
        ("!out_of_sight(component.id, ['writes'], '')", Outcome.PASS),
        ("!out_of_sight('api', ['reads'], '')", Outcome.PASS),
        ("component.title == 'no' && !out_of_sight(component.id, ['reads'], '')", Outcome.FAIL),
    ],
)
def test_what_is_out_of_sight_leaves_open_what_nothing_seen_decides(text: str, expected: Outcome) -> None:
    end = LooseEnd(
        source="web",
        kind=RelationKind.READS,
        wanted="Secret shop/vault",
        reason="nobody makes it",
        location=Location(path="web.yaml", start_line=4),
    )
    (finding,) = put({"subject": {"component": ["presentation"]}, "assert": text}, WEB, API, end)
    assert finding.outcome is expected
    if expected is Outcome.OPEN:
        assert finding.message.startswith("cannot tell, for want of Secret shop/vault (web.yaml:4), whether:")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [("'^Secret '", ["api", "web"]), ("'vault'", ["api"]), ("'queue'", [])],
)
def test_seekers_are_those_who_act_and_lead_out_of_sight(wanted: str, expected: list[str]) -> None:
    ends = [
        LooseEnd(
            source=source, kind=RelationKind.READS, wanted=f"Secret shop/{name}", reason="nobody makes it",
            location=Location(path="web.yaml", start_line=4),
        )
        for source, name in (("web", "db"), ("api", "vault"), ("store", "db"))
    ]  # fmt: skip
    text = f"seekers(['reads'], {wanted}).map(v, v.id + v.owner + v.places[0])"
    said = [f"{name}{name}Secret shop/{'vault' if name == 'api' else 'db'} (web.yaml:4)" for name in expected]
    check = {"subject": {"component": ["data"]}, "assert": f"{text}.all(v, v in {said}) && size({text}) == {len(said)}"}
    (finding,) = put(check, WEB, API, STORE, *ends)
    assert finding.outcome is Outcome.PASS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!cannot_tell([])", Outcome.PASS),
        ("!cannot_tell(['its name', 'its place'])", Outcome.OPEN),
        ("component.title == 'no' && !cannot_tell(['its name'])", Outcome.FAIL),
    ],
)
def test_a_rule_says_itself_what_it_cannot_tell(text: str, expected: Outcome) -> None:
    (finding,) = put({"subject": {"component": ["data"]}, "assert": text}, STORE)
    assert finding.outcome is expected
    if expected is Outcome.OPEN:
        assert finding.message.startswith("cannot tell, for want of its name, its place, whether:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("component.title == 'web' || cannot_tell(['the gateway'])", Outcome.PASS),
        ("component.title == 'api' && cannot_tell(['the gateway'])", Outcome.FAIL),
        ("component.title == 'api' || cannot_tell(['the gateway'])", Outcome.OPEN),
    ],
)
def test_what_cannot_be_told_is_open_unless_the_rest_decides(text: str, expected: Outcome) -> None:
    (finding,) = put({"subject": {"component": ["presentation"]}, "assert": text}, WEB, API)
    assert finding.outcome is expected
    if expected is Outcome.OPEN:
        assert finding.message.startswith("cannot tell, for want of the gateway, whether:")


def test_a_source_file_belongs_to_the_nearest_folder_that_is_a_component() -> None:
    def source(name: str, address: str, place: str) -> Component:
        seen = Sighting(family="code", address=address, location=Location(path=place))
        return component(name, kind="source", sightings=(seen,))

    outer, inner = source("outer", "package.json", "package.json"), source("inner", "api", "api/main.py")
    for file, expected in (("api/v1/a.py", "inner"), ("a.py", "outer"), ("web/b.py", "outer")):
        text = f"component_of('{file}').id == '{expected}'"
        (finding,) = put({"subject": {"component": ["presentation"]}, "assert": text}, WEB, outer, inner)
        assert finding.outcome is Outcome.PASS
    (finding,) = put({"subject": {"component": ["presentation"]}, "assert": "has(component_of('a.py').id)"}, WEB, inner)
    assert finding.outcome is Outcome.FAIL


def test_entrances_say_from_where_they_can_be_reached_and_are_shown() -> None:
    edge = component("edge", kind="edge", layer="hosting", exposure=Exposure.INTERNET)
    inner = component("inner", kind="service", layer="hosting", exposure=Exposure.INTERNAL)
    text = "entrances(component.id).exists(e, e.exposure == 'internet')"
    routes = relation("edge>web", "routes-to"), relation("inner>web", "routes-to")
    (finding,) = put({"subject": {"component": ["presentation"]}, "assert": f"!{text}"}, WEB, edge, inner, *routes)
    assert (finding.outcome, [step.fact for step in finding.path]) == (Outcome.FAIL, ["edge routes-to web"])
    (finding,) = put({"subject": {"component": ["presentation"]}, "assert": text}, WEB, inner, routes[1])
    assert finding.outcome is Outcome.FAIL
