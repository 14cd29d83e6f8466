"""What GitHub documents of SARIF, one by one: each is asked of an ordinary and of a hostile result."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt

from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import RelatedLocation
from scanner.reports.sarif import RESULTS_AT_MOST, SarifReport, report

from .worked import HOSTILE, filed, scanned

SCHEMA = Path(__file__).parents[2] / "schemas" / "sarif-2.1.0-rtm.5.json"
_LOCATION_KEYS = ("startLine", "startColumn", "endLine", "endColumn")


@pytest.fixture(scope="module", params=["scanned", "filed", "hostile"])
def text(request: pytest.FixtureRequest) -> str:
    made = {"scanned": lambda: scanned()[0], "filed": filed, "hostile": lambda: filed(HOSTILE)}[request.param]()
    return SarifReport(scanned()[1]).render(made)


@pytest.fixture
def log(text: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@pytest.fixture
def run(log: dict[str, Any]) -> dict[str, Any]:
    only: dict[str, Any] = log["runs"][0]
    return only


def _every(value: Any, key: str) -> Iterator[Any]:
    """All values below this key, wherever it stands."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for part in value.values():
            yield from _every(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from _every(part, key)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def test_the_official_schema_accepts_it(log: dict[str, Any]) -> None:
    Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(log)


def test_the_same_result_gives_the_same_bytes() -> None:
    assert SarifReport(scanned()[1]).render(filed()) == SarifReport(scanned()[1]).render(filed())


def test_version_schema_and_one_run_of_one_category(log: dict[str, Any], run: dict[str, Any]) -> None:
    assert log["version"] == "2.1.0"
    assert urlsplit(log["$schema"]).path.endswith("sarif-schema-2.1.0.json")
    assert len(log["runs"]) == 1
    # Everything up to the last slash is the category, and nothing follows that a run is told by.
    assert re.fullmatch(r"archscan/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+/", run["automationDetails"]["id"])


def test_no_required_property_is_empty(log: dict[str, Any], run: dict[str, Any]) -> None:
    assert "" not in {string.strip() for string in _strings(log)}
    assert run["tool"]["driver"]["name"] == "archscan"
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", run["tool"]["driver"]["semanticVersion"])


def test_rules_have_all_that_is_required_and_recommended(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len({rule["id"] for rule in rules}) <= 25_000
    for rule in rules:
        assert len(rule["name"]) <= 255
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}
        properties = rule["properties"]
        assert len(properties["tags"]) == len(set(properties["tags"])) <= 10
        assert properties["precision"] in {"very-high", "high", "medium", "low"}
        assert properties["problem.severity"] in {"error", "warning", "recommendation"}


def test_only_rules_of_cyber_are_rules_of_security(run: dict[str, Any]) -> None:
    seen = Counter()
    for rule in run["tool"]["driver"]["rules"]:
        tags, severity = rule["properties"]["tags"], rule["properties"].get("security-severity")
        cyber = "CYBER" in tags
        seen[cyber] += 1
        assert (severity is not None) == cyber == ("security" in tags), rule["id"]
        if severity is not None:
            assert 0.0 < float(severity) <= 10.0
            levels = {
                "error": float(severity) >= 7.0,
                "warning": 4.0 <= float(severity) < 7.0,
                "note": float(severity) < 4,
            }
            assert levels[rule["defaultConfiguration"]["level"]]
    assert min(seen[True], seen[False]) > 10


def test_rules_do_not_depend_on_what_was_found() -> None:
    made, context = scanned()
    all_of_it, nothing = (
        json.loads(SarifReport(context).render(one))["runs"][0]["tool"]["driver"]["rules"]
        for one in (made, made.model_copy(update={"findings": ()}))
    )
    assert all_of_it == nothing
    assert len(nothing) == len(context.rules)


def test_help_says_why_how_and_by_which_clause(run: dict[str, Any]) -> None:
    _, context = scanned()
    clauses = {clause.id: clause for clause in context.catalog.clauses}
    for described in run["tool"]["driver"]["rules"]:
        rule, shown = context.rules[described["id"]], described["help"]
        assert "How to mend it" in shown["markdown"]
        assert rule.remediation.strip() in shown["markdown"]
        assert rule.rationale.split()[0] in shown["text"]
        for code in rule.clauses:
            assert code in shown["markdown"]
            assert (clauses[code].url or code) in shown["markdown"]


def test_every_result_belongs_to_a_rule_and_says_something(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert result["level"] in {"error", "warning", "note", "none"}
        assert (result["kind"] == "fail") == (result["level"] != "none")


def test_fingerprints_are_our_own(run: dict[str, Any]) -> None:
    prints = [result["partialFingerprints"] for result in run["results"]]
    assert {tuple(one) for one in prints} == {("archscan/v1",)}
    assert len({one["archscan/v1"] for one in prints}) == len(prints)


def test_a_result_has_one_location_with_four_numbers(run: dict[str, Any]) -> None:
    for result in run["results"]:
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        numbers = [region[key] for key in _LOCATION_KEYS]
        assert all(number >= 1 for number in numbers)
        first, last = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert first < last


def test_paths_are_relative_and_have_no_sign_that_a_path_has_not(log: dict[str, Any]) -> None:
    uris = [place["uri"] for place in _every(log, "artifactLocation")]
    assert uris
    for uri in uris:
        parts = urlsplit(uri)
        assert not any((parts.scheme, parts.netloc, parts.query, parts.fragment))
        assert not uri.startswith("/")
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
        unquote(uri, errors="strict")


def test_locations_flows_and_tags_keep_to_what_is_shown(run: dict[str, Any]) -> None:
    for result in run["results"]:
        assert len(result["locations"]) == 1
        assert len(result.get("relatedLocations", [])) <= 100
        assert sum(map(len, _every(result.get("codeFlows", []), "locations"))) <= 1_000
        ids = [place["id"] for place in result.get("relatedLocations", [])]
        assert len(ids) == len(set(ids))


def test_links_in_a_message_lead_to_related_places_alone(run: dict[str, Any]) -> None:
    for result in run["results"]:
        ids = {str(place["id"]) for place in result.get("relatedLocations", [])}
        told = result["message"]["text"]
        assert set(re.findall(r"\]\(([^)]*)\)", told)) <= ids
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", told)


def test_messages_that_are_rendered_as_markdown_link_nowhere(run: dict[str, Any]) -> None:
    markdown = MarkdownIt("commonmark", {"html": False})
    for told in (part["text"] for part in _every(run, "message")):
        inline = [child for token in markdown.parse(told) for child in token.children or ()]
        targets = [child.attrs.get("href", child.attrs.get("src")) for child in inline if child.type != "text"]
        assert all(str(target).isdigit() for target in targets if target is not None), told


def test_nothing_steers_a_terminal_or_a_pipeline(text: str, log: dict[str, Any]) -> None:
    text.encode("utf-8")
    text.encode("utf-16")
    assert "##" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    for string in _strings(log):
        assert all(character.isprintable() or character in "\n\t" for character in string)


def test_suppressions_say_whose_they_are_and_until_when() -> None:
    run = json.loads(SarifReport(scanned()[1]).render(filed()))["runs"][0]
    suppressed = {r["suppressions"][0]["properties"]["id"]: r for r in run["results"] if "suppressions" in r}
    ours, theirs = suppressed["W-000000000001"]["suppressions"][0], suppressed["W-000000000002"]["suppressions"][0]
    assert (ours["kind"], ours["status"]) == ("inSource", "underReview")
    assert ours["location"]["physicalLocation"]["artifactLocation"]["uri"] == "archscan-waivers.yaml"
    assert (theirs["kind"], theirs["status"]) == ("external", "accepted")
    assert theirs["justification"] == "The old estate is switched off in spring"
    assert theirs["properties"]["approvedBy"] == "A. Ssessor"
    assert {key: theirs["properties"][key] for key in ("owner", "expires", "ticket")} == {
        "owner": "O. Wner", "expires": "2027-03-31", "ticket": "OPS-7"
    }  # fmt: skip
    # GitHub does not look at suppressions.
    assert "waived by the supplier until 2027-03-31" in suppressed["W-000000000001"]["message"]["text"]
    idle = [one["message"]["text"] for one in run["invocations"][0]["toolConfigurationNotifications"]]
    for number, state in ((3, "expired"), (4, "unmatched"), (5, "malformed"), (6, "ignored")):
        assert any(f"W-00000000000{number}" in told and state in told for told in idle)


def test_the_baseline_is_told_of_every_result_or_of_none() -> None:
    made, context = scanned()
    plain = json.loads(SarifReport(context).render(made))["runs"][0]
    assert not any("baselineState" in result for result in plain["results"])
    run = json.loads(SarifReport(context).render(filed()))["runs"][0]
    states = Counter(result["baselineState"] for result in run["results"])
    assert states == {"new": len(run["results"]) - 3, "unchanged": 3}
    # What is gone is no result, of which GitHub would make an alert.
    assert run["properties"]["comparison"]["mended"] == 1
    assert run["properties"]["comparison"]["mendedFindings"][0]["ruleId"] == "bucket-open"


def test_excerpts_are_snippets_within_their_context() -> None:
    run = json.loads(SarifReport(scanned()[1]).render(filed()))["runs"][0]
    with_lines = [r["locations"][0]["physicalLocation"] for r in run["results"] if r["kind"] in {"fail", "review"}]
    assert with_lines
    for place in with_lines:
        region = place["region"]
        lines = region["snippet"]["text"].split("\n")
        assert lines[0].strip() == f"line {region['startLine']}"
        context = place.get("contextRegion")
        if context is None:
            continue
        assert context["startLine"] <= region["startLine"]
        assert context["endLine"] >= region["endLine"]
        assert context["snippet"]["text"].count("\n") == context["endLine"] - context["startLine"]
        assert re.search("(?m)^  +line", context["snippet"]["text"])


def test_what_does_not_count_is_a_note() -> None:
    run = json.loads(SarifReport(scanned()[1]).render(filed()))["runs"][0]
    levels = {r["level"] for r in run["results"] if r["kind"] == "fail" and r["properties"]["role"] == "test"}
    assert levels == {"note"}


def test_25_000_results_are_cut_by_level_and_severity_and_the_cut_is_told(build: Any) -> None:
    made = [
        build.finding(
            outcome, severity=severity, subject=f"{outcome}{severity}{n}", fingerprint=f"{severity}{outcome}{n}"
        )
        for severity in Severity
        for outcome in ("fail", "open", "review")
        for n in range(2_100)
    ]
    log = json.loads(
        SarifReport(build.context()).render(build.assessment().model_copy(update={"findings": tuple(made)}))
    )
    (run,) = log["runs"]
    kept = Counter((r["level"], r["properties"]["severity"]) for r in run["results"])
    assert kept == {("error", "critical"): 2_100, ("error", "high"): 2_100, ("warning", "medium"): 800}
    assert len(run["results"]) == RESULTS_AT_MOST == 5_000
    told = run["invocations"][0]["toolExecutionNotifications"][0]
    assert told["level"] == "warning"
    assert told["message"]["text"].startswith("20,200 results of the lowest levels left out")
    assert "4,200 critical, 4,200 high, 5,500 medium, 6,300 low" in told["message"]["text"]
    assert sum(run["properties"]["resultsLeftOut"].values()) == 20_200


def test_a_file_too_large_for_github_is_cut(build: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "BYTES_AT_MOST", 20_000)
    made = [
        build.finding(subject=f"s{n}", message="".join(chr(97 + n * k % 26) for k in range(900))) for n in range(400)
    ]
    text = SarifReport(build.context()).render(build.assessment(*made))
    assert len(gzip.compress(text.encode(), 6)) <= 20_000
    run = json.loads(text)["runs"][0]
    assert 0 < len(run["results"]) < 400
    assert sum(run["properties"]["resultsLeftOut"].values()) == 400 - len(run["results"])


def test_thousands_of_related_places_and_long_paths(build: Any) -> None:
    related = tuple(RelatedLocation(path="d/" * 500 + f"{n}.tf", start_line=n + 1) for n in range(5_000))
    finding = build.finding(related=related, location=Location(path="x/" * 2_000 + "y.tf"))
    run = json.loads(SarifReport(build.context()).render(build.assessment(finding)))["runs"][0]
    (result,) = run["results"]
    assert len(result["relatedLocations"]) == 100
    assert result["message"]["text"].count("](") == 3
    assert result["message"]["text"].endswith("and others)")
