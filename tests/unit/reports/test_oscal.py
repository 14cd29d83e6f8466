"""OSCAL: what each document says, and the constraints of the standard that no schema holds."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from markdown_it import MarkdownIt

from scanner.domain.assessment import Assessment, Status
from scanner.domain.finding import Outcome
from scanner.domain.waiver import WaiverState
from scanner.evaluation.overview import overview
from scanner.reports import REPORTERS
from scanner.reports.oscal.text import markup

from .worked import HOSTILE, filed, scanned

NAMES = ("oscal-ar", "oscal-catalog", "oscal-profile", "oscal-poam")
CASES = ("scanned", "filed", "hostile")
TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


def _case(name: str) -> Assessment:
    return {"scanned": lambda: scanned()[0], "filed": filed, "hostile": lambda: filed(HOSTILE)}[name]()


@cache
def _text(name: str, case: str = "filed") -> str:
    rendered = REPORTERS[name](scanned()[1]).render(_case(case))
    assert isinstance(rendered, str)
    return rendered


def _document(name: str, case: str = "filed") -> dict[str, Any]:
    (body,) = json.loads(_text(name, case)).values()
    assert isinstance(body, dict)
    return body


def _every(value: Any, *keys: str) -> Iterator[Any]:
    """All values below one of these keys, wherever they stand."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in keys:
                yield part
            yield from _every(part, *keys)
    elif isinstance(value, list):
        for part in value:
            yield from _every(part, *keys)


def _props(of: dict[str, Any]) -> dict[str, str]:
    return {prop["name"]: prop["value"] for prop in of["props"]}


both = pytest.mark.parametrize(("name", "case"), [(name, case) for name in NAMES for case in CASES])


@both
def test_the_same_result_gives_the_same_bytes(name: str, case: str) -> None:
    assert REPORTERS[name](scanned()[1]).render(_case(case)) == _text(name, case)


@both
def test_uuids_are_made_from_names_and_never_twice(name: str, case: str) -> None:
    uuids = list(_every(_document(name, case), "uuid"))
    assert len(uuids) == len(set(uuids))
    assert {UUID(one).version for one in uuids} == {5}


@both
def test_the_document_is_of_oscal_1_2_and_of_the_day_of_the_policy(name: str, case: str) -> None:
    about = _document(name, case)["metadata"]
    assert about["oscal-version"].startswith("1.2.")
    assert about["last-modified"] == "2026-11-21T00:00:00+00:00"
    for moment in _every(_document(name, case), "start", "collected", "deadline", "date"):
        assert datetime.fromisoformat(moment).tzinfo is not None


@both
def test_properties_are_ours_and_whole(name: str, case: str) -> None:
    for props in _every(_document(name, case), "props"):
        assert props
        for prop in props:
            assert TOKEN.fullmatch(prop["name"])
            assert TOKEN.fullmatch(prop.get("class", "x"))
            assert re.fullmatch(r"\S(.*\S)?", prop["value"])
            # Others' namespaces take no names but their own.
            assert prop.get("ns") == "urn:archscan:oscal" or prop["name"] in {"label", "method"}


@both
def test_nothing_is_empty(name: str, case: str) -> None:
    def walk(value: Any) -> None:
        assert value not in ("", [], None)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            if part != {}:
                walk(part)

    walk(_document(name, case))


@both
def test_what_is_named_is_there(name: str, case: str) -> None:
    body = _document(name, case)
    uuids = set(_every(body, "uuid"))
    keys = ("observation-uuid", "risk-uuid", "subject-uuid", "component-uuid", "actor-uuid", "party-uuid")
    assert set(_every(body, *keys)) <= uuids
    resources = {one["uuid"] for one in body.get("back-matter", {}).get("resources", ())}
    assert {href[1:] for href in _every(body, "href") if href.startswith("#")} <= resources
    roles = {role["id"] for role in body["metadata"].get("roles", ())}
    assert set(_every(body, "role-id")) <= roles


@both
def test_markup_is_text_and_nothing_more(name: str, case: str) -> None:
    markdown = MarkdownIt("commonmark", {"html": True})
    for part in _every(_document(name, case), "title", "description", "remarks", "prose", "statement"):
        tokens = [child for token in markdown.parse(part) for child in (token, *(token.children or ()))]
        kinds = {token.type for token in tokens}
        assert not kinds & {"link_open", "image", "html_inline", "html_block", "heading_open"}, part
        if not part.startswith("```\n"):  # nothing is inserted in a block of code
            assert not re.search(r"(?<!\\)\{\{", part), part


@both
def test_nothing_steers_a_terminal_or_a_pipeline(name: str, case: str) -> None:
    text = _text(name, case)
    text.encode("utf-8")
    assert "##" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())

    def walk(value: Any) -> None:
        if isinstance(value, str):
            assert all(sign.isprintable() or sign == "\n" for sign in value)
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(part)

    walk(json.loads(text))


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [
        ("aws_s3_bucket.logs is open", "aws_s3_bucket.logs is open"),
        ("_init_ and *x*", r"\_init\_ and \*x\*"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no item", r"1\. no item"),
        ("1.5 of it", r"1\.5 of it"),
        ("\\](x)", r"\\\](x)"),
        ("{{ insert: param, x }}", r"\{\{ insert: param, x }}"),
        ("", r"\-"),
    ],
)
def test_markup(raw: str, escaped: str) -> None:
    assert markup(raw) == escaped


def test_the_catalog_has_every_principle_control_and_clause() -> None:
    catalog, body = scanned()[1].catalog, _document("oscal-catalog")
    assert [group["id"] for group in body["groups"]] == [one.id for one in catalog.principles]
    controls = {control["id"]: control for group in body["groups"] for control in group["controls"]}
    assert sorted(controls) == sorted(one.id for one in catalog.controls)
    resources = {one["uuid"]: one for one in body["back-matter"]["resources"]}
    for control in catalog.controls:
        made = controls[control.id]
        parts = {part["name"]: part for part in made["parts"]}
        # A control without a statement is none.
        assert parts["statement"]["prose"] == control.objective.strip()
        assert ("assessment-method" in parts) == bool(control.ask)
        cited = [resources[link["href"][1:]] for link in made["links"] if link["rel"] == "reference"]
        assert [_props(one)["clause"] for one in cited] == list(control.clauses)
    clauses = {_props(one)["clause"]: one for one in resources.values() if "clause" in _props(one)}
    assert len(clauses) == len(catalog.clauses)
    for clause in catalog.clauses:
        assert _props(clauses[clause.id])["provenance"] == clause.provenance.value
        assert [one["href"] for one in clauses[clause.id].get("rlinks", ())] == ([clause.url] if clause.url else [])
    asked = [one for one in resources.values() if "regime" in _props(one)]
    assert len(asked) == sum(len(regime.parts) for regime in catalog.regimes)


def test_the_profile_selects_what_the_policy_asks_for() -> None:
    made, body = filed(), _document("oscal-profile")
    (selected,) = body["imports"]
    (included,) = selected["include-controls"]
    assert included["with-ids"] == [control.id for one in made.principles for control in one.controls]
    (source,) = body["back-matter"]["resources"]
    assert selected["href"] == f"#{source['uuid']}"
    assert source["rlinks"][0]["href"] == "oscal-catalog.json"
    assert _props(body["metadata"])["override"] == "fail_on: high"
    assert _props(body["metadata"])["loosened"] == "x: 1"


def test_a_finding_for_each_control_with_its_state_and_ours() -> None:
    made, (result,) = filed(), _document("oscal-ar")["results"]
    statements = {part["id"] for part in _every(_document("oscal-catalog"), "parts") for part in part}
    by_control = {_props(finding)["control"]: finding for finding in result["findings"]}
    states = {Status.MET: ("satisfied", "pass")}
    states |= dict.fromkeys((Status.PARTIALLY_MET, Status.NOT_MET), ("not-satisfied", "fail"))
    states |= dict.fromkeys((Status.NEEDS_REVIEW, Status.NOT_ASSESSED), ("not-satisfied", "other"))
    seen = Counter()
    for control in (one for principle in made.principles for one in principle.controls):
        seen[control.status] += 1
        if control.status is Status.NOT_APPLICABLE:
            assert control.id not in by_control
            continue
        finding = by_control[control.id]
        assert finding["target"]["target-id"] in statements
        status = finding["target"]["status"]
        assert (status["state"], status["reason"]) == states[control.status]
        assert _props(finding)["status"] == control.status.value
        assert len(finding.get("related-observations", ())) == sum(one.control == control.id for one in made.findings)
    assert seen[Status.NOT_APPLICABLE] == 1
    assert min(seen[Status.NOT_MET], seen[Status.NOT_ASSESSED]) > 1


def test_what_does_not_apply_is_left_out_with_its_reason() -> None:
    (result,) = _document("oscal-ar")["results"]
    (selection,) = result["reviewed-controls"]["control-selections"]
    (exempt,) = selection["exclude-controls"]
    assert exempt in selection["include-controls"]
    assert f"{exempt['control-id']} does not apply: the profile says no" in selection["remarks"]


def test_every_finding_is_an_observation_with_its_evidence() -> None:
    made, (result,) = filed(), _document("oscal-ar")["results"]
    seen = {_props(one)["fingerprint"]: one for one in result["observations"]}
    assert len(seen) == len(made.findings)
    subjects = {one["uuid"]: one["description"] for one in result["local-definitions"]["inventory-items"]}
    for finding in made.findings:
        told = seen[finding.fingerprint]
        assert _props(told)["outcome"] == finding.outcome.value
        assert _props(told)["baseline"] == ("known" if finding.baseline else "new")
        assert told["types"] == ["discovery" if finding.outcome is Outcome.FAIL else "control-objective"]
        assert told["methods"] == ["EXAMINE" if finding.engine == "evidence" else "TEST"]
        assert subjects[told["subjects"][0]["subject-uuid"]] == markup(finding.subject)
        place = told["relevant-evidence"][0]
        assert place["href"].startswith("./")
        assert _props(place) == {"path": finding.location.path, "line": str(finding.location.start_line)}
        if finding.excerpt:
            assert f"{finding.location.start_line:>5}  " in place["remarks"]
            assert place["remarks"].startswith("```\n")
        expected = 1 + len(finding.evidence) + len(finding.related) + sum(1 + len(one.proof) for one in finding.path)
        assert len(told["relevant-evidence"]) == expected


def test_waivers_are_deviations_asked_for_or_granted_until_a_day() -> None:
    body = _document("oscal-ar")
    (result,) = body["results"]
    risks = {_props(one).get("waiver"): one for one in result["risks"]}
    asked, granted = risks["W-000000000001"], risks["W-000000000002"]
    people = {one["uuid"]: one["name"] for one in body["metadata"]["parties"]}
    assert (asked["status"], granted["status"]) == ("deviation-requested", "deviation-approved")
    assert asked["deadline"] == granted["deadline"] == "2027-03-31T23:59:59+00:00"
    assert [one["status-change"] for one in asked["risk-log"]["entries"]] == ["deviation-requested"]
    log = granted["risk-log"]["entries"]
    assert [one["status-change"] for one in log] == ["deviation-requested", "deviation-approved"]
    assert [people[one["logged-by"][0]["party-uuid"]] for one in log] == ["O. Wner", "A. Ssessor"]
    assert log[0]["start"] == "2026-10-01T00:00:00+00:00"
    (task,) = granted["remediations"][0]["tasks"]
    assert task["timing"]["on-date"]["date"] == granted["deadline"]
    assert _props(granted)["waiver-ticket"] == "OPS-7"
    assert {one["status"] for one in result["risks"] if "waiver" not in _props(one)} == {"open"}


def test_failures_that_count_are_risks_and_no_others() -> None:
    view, (result,) = overview(filed()), _document("oscal-ar")["results"]
    counted = sum(len(group.findings) for group in (*view.failures, *view.waived))
    assert sum(len(risk["related-observations"]) for risk in result["risks"]) == counted
    assert counted < sum(one.outcome is Outcome.FAIL for one in filed().findings)


def test_the_log_tells_what_was_not_read_and_which_waivers_set_nothing_aside() -> None:
    (result,) = _document("oscal-ar")["results"]
    told = [(one["title"], _props(one)) for one in result["assessment-log"]["entries"]]
    titles = [title for title, _ in told]
    assert "Could not be read or run: engines (semgrep)" in titles
    states = [props["waiver-state"] for _, props in told if "waiver-state" in props]
    assert states == [one.state.value for one in filed().waivers if one.state is not WaiverState.APPLIED]
    assert "Mended since the baseline" in titles


def test_decision_coverage_principles_then_the_number() -> None:
    made, (result,) = filed(), _document("oscal-ar")["results"]
    names = [prop["name"] for prop in result["props"]]
    places = [names.index(name) for name in ("gate", "coverage", "principle-status", "score")]
    assert places == sorted(places)
    told = {(prop["name"], prop.get("class", "")): prop["value"] for prop in result["props"]}
    assert told["gate", ""] == ("passed" if made.gate.passed else "failed")
    assert float(told["score", ""]) == pytest.approx(made.score.value)
    assert float(told["coverage", ""]) == pytest.approx(made.score.coverage)
    for principle in made.principles:
        assert told["principle-status", principle.id] == principle.status.value
    assert told["baseline-mended", ""] == "1"


def test_the_plan_has_an_item_for_each_rule_that_fails() -> None:
    view, body = overview(filed()), _document("oscal-poam")
    items = {_props(item)["rule"]: item for item in body["poam-items"]}
    assert set(items) == {group.rule for group in (*view.failures, *view.waived)}
    assert len(items) == len(body["poam-items"])
    for waived in view.waived:
        item = items[waived.rule]
        assert _props(item)["deadline"] == "2027-03-31T23:59:59+00:00"
        assert "deviation" in _props(item)["status"]
    risks = {one["uuid"] for one in body["risks"]}
    assert {one["risk-uuid"] for item in items.values() for one in item["related-risks"]} == risks
    assert UUID(body["system-id"]["id"]).version == 5


def test_one_thing_has_one_name_in_all_documents() -> None:
    (result,), plan = _document("oscal-ar")["results"], _document("oscal-poam")
    for kind in ("risks", "observations"):
        assert {one["uuid"] for one in plan[kind]} <= {one["uuid"] for one in result[kind]}


def test_another_result_is_another_document_about_the_same_things() -> None:
    before, after = _document("oscal-ar", "scanned"), _document("oscal-ar")
    assert before["uuid"] != after["uuid"]
    assert before["results"][0]["uuid"] != after["results"][0]["uuid"]  # the product has another name
    made = scanned()[0]
    later = made.model_copy(update={"policy": made.policy.model_copy(update={"as_of": "2026-12-01"})})
    other = json.loads(str(REPORTERS["oscal-ar"](scanned()[1]).render(later)))["assessment-results"]
    assert other["uuid"] != before["uuid"]
    names = [{one["uuid"] for one in body["results"][0]["risks"]} for body in (other, before)]
    assert names[0] == names[1]


def test_a_plan_without_failures_says_so() -> None:
    made, context = scanned()
    nothing = made.model_copy(update={"findings": ()})
    (body,) = json.loads(str(REPORTERS["oscal-poam"](context).render(nothing))).values()
    (item,) = body["poam-items"]
    assert item["title"] == "No rule fails"


def test_findings_of_one_fingerprint_keep_apart(build: Any) -> None:
    twice = build.assessment().model_copy(update={"findings": (build.finding(), build.finding(subject="other"))})
    (result,) = json.loads(str(REPORTERS["oscal-ar"](build.context()).render(twice)))["assessment-results"]["results"]
    assert len({one["uuid"] for one in result["observations"]}) == 2


def test_many_places_are_cut_and_the_cut_is_told(build: Any) -> None:
    related = tuple({"path": f"{n}.tf", "start_line": 1} for n in range(1_000))
    finding = build.finding(related=related)
    made = build.assessment(finding)
    (result,) = json.loads(str(REPORTERS["oscal-ar"](build.context()).render(made)))["assessment-results"]["results"]
    evidence = result["observations"][0]["relevant-evidence"]
    assert len(evidence) == 102
    assert evidence[-1]["description"].startswith("And 900 more places")
