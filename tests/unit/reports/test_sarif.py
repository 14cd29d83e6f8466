"""SARIF, against the schema of the standard and against what GitHub asks beyond it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft4Validator

from scanner.domain.architecture import Proof
from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import PathStep, RelatedLocation
from scanner.domain.resource import Problem
from scanner.reports.sarif import NOTIFICATIONS_AT_MOST, RELATED_AT_MOST, RESULTS_AT_MOST, SarifReport

SCHEMA = Path(__file__).parents[2] / "schemas" / "sarif-2.1.0-rtm.5.json"


@cache
def _validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def _run(build: Any, assessment: Any) -> dict[str, Any]:
    log = json.loads(SarifReport(build.context()).render(assessment))
    _validator().validate(log)
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    assert "" not in set(_strings(log))
    return run


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def test_the_schema_itself_refuses(build: Any) -> None:
    log = json.loads(SarifReport(build.context()).render(build.ordinary()))
    log["runs"][0]["results"][0]["kind"] = "failed"
    assert not _validator().is_valid(log)


def test_failures_reviews_and_open_ones_are_results_and_passes_are_not(build: Any) -> None:
    results = _run(build, build.ordinary())["results"]
    kinds = [(result["kind"], result["level"]) for result in results]
    # The failure in a test is the note.
    assert kinds == [("fail", "error")] * 7 + [("fail", "note"), ("review", "none"), ("open", "none")]
    first = results[0]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "infra/b1.tf"},
        "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2},
    }
    assert list(first["partialFingerprints"]) == ["archscan/v1"]
    assert len({result["partialFingerprints"]["archscan/v1"] for result in results}) == len(results)


def test_a_waived_failure_is_suppressed_with_its_reason(build: Any) -> None:
    suppressed = [r for r in _run(build, build.ordinary())["results"] if "suppressions" in r]
    assert [r["properties"]["subject"] for r in suppressed] == ["aws_s3_bucket.old"]
    assert suppressed[0]["suppressions"] == [
        {"kind": "external", "status": "underReview", "justification": "accepted until 2027 (TICKET-7)"}
    ]


def test_rules_carry_what_github_asks(build: Any) -> None:
    run = _run(build, build.ordinary())
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert run["automationDetails"]["id"] == "archscan/default/supplier-portal/"
    cyber, other = rules["bucket-open-to-everyone"], rules["server-without-patches"]
    # Nobody has read what these rules find: they are told as medium.
    assert cyber["properties"]["security-severity"] == "5.5"
    assert "security" in cyber["properties"]["tags"]
    assert "security-severity" not in other["properties"]
    assert "security" not in other["properties"]["tags"]
    assert other["properties"]["problem.severity"] == "warning"
    assert "NAP-4: Use the cloud well" in cyber["help"]["text"]
    assert "```hcl" in cyber["help"]["markdown"]
    for rule in rules.values():
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 10
    for result in run["results"]:
        assert list(rules)[result["ruleIndex"]] == result["ruleId"]


def test_long_descriptions_and_many_clauses_are_cut(build: Any) -> None:
    long = build.rule("long-rule", "Long", description="word " * 900, clauses=tuple(f"NAP-{n}" for n in range(60)))
    context = build.context()
    context.rules["long-rule"] = long
    log = json.loads(SarifReport(context).render(build.assessment(build.finding(rule="long-rule"))))
    _validator().validate(log)
    rule = next(one for one in log["runs"][0]["tool"]["driver"]["rules"] if one["id"] == "long-rule")
    assert len(rule["fullDescription"]["text"]) <= 1024
    assert len(rule["properties"]["tags"]) == 10


def test_results_are_cut_by_severity_with_a_note(build: Any) -> None:
    low = [build.finding(severity=Severity.LOW, subject=f"l{n}") for n in range(RESULTS_AT_MOST)]
    critical = [build.finding(severity=Severity.CRITICAL, subject=f"c{n}") for n in range(10)]
    run = json.loads(SarifReport(build.context()).render(build.assessment(*low, *critical)))["runs"][0]
    assert len(run["results"]) == RESULTS_AT_MOST
    assert {r["properties"]["severity"] for r in run["results"][:10]} == {"critical"}
    assert run["properties"]["resultsLeftOut"] == {"low": 10}
    assert run["properties"]["note"].startswith("10 results")


def test_related_places_and_notifications_have_limits(build: Any) -> None:
    related = tuple(RelatedLocation(path=f"{n}.tf", start_line=n + 1) for n in range(300))
    problems = tuple(Problem(stage="parsing", message=f"m{n}") for n in range(900))
    run = _run(build, build.assessment(build.finding(related=related), problems=problems))
    assert len(run["results"][0]["relatedLocations"]) == RELATED_AT_MOST
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    assert len(notifications) == NOTIFICATIONS_AT_MOST + 1
    assert notifications[-1]["message"]["text"] == "and 400 more problems"


def test_paths_become_uris(build: Any) -> None:
    for path in ("a b/c#d?e.tf", "c:/x.tf", "%41.tf", "\u00e9\u4e2d.tf", "//evil.example/x.tf", "new\nline.tf"):
        run = _run(build, build.assessment(build.finding(location=Location(path=path))))
        uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri) == path.lstrip("/")
        assert uri.isascii()
        assert not set(uri) & set(" #?:\n")


def test_brackets_in_addresses_stay_and_links_and_placeholders_do_not(build: Any) -> None:
    finding = build.finding(message='a["x"].b[0] is open, see [here](https://evil.example) {0} {name}')
    text = _run(build, build.assessment(finding))["results"][0]["message"]["text"]
    assert text == 'a["x"].b[0] is open, see [here] (https://evil.example) {{0}} {name}'


def test_a_hostile_repository_gives_valid_sarif(build: Any) -> None:
    text = SarifReport(build.context()).render(build.hostile())
    text.encode("utf-8")
    assert "##" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    run = _run(build, build.hostile())
    assert all(string.isprintable() or "\n" in string for string in _strings(run))
    assert len(run["results"]) == 4


def test_nothing_found_is_an_empty_run(build: Any) -> None:
    run = _run(build, build.assessment())
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == sorted(build.context().rules)


def test_environments_are_properties_and_in_the_message(build: Any) -> None:
    first = _run(build, build.in_environments("environments/prod"))["results"][0]
    assert first["properties"]["environments"] == ["environments/dev"]
    assert first["properties"]["otherEnvironments"] == ["environments/prod"]
    assert first["message"]["text"].endswith("(in environments/dev; not in environments/prod)")
    plain = _run(build, build.ordinary())["results"][0]["properties"]
    assert not {"environments", "otherEnvironments"} & plain.keys()


def test_a_path_through_the_architecture_is_a_code_flow(build: Any) -> None:
    proof = Proof(location=Location(path="main.tf", start_line=14), fact="the module hands it on")
    steps = [
        PathStep(source=source, target=target, kind=kind, fact=fact, location=place, proof=more, confidence="high")
        for source, target, kind, fact, place, more in (
            ("web", "secret", "reads", "its environment names it", Location(path="web.yaml", start_line=23), ()),
            ("secret", "db", "holds-credential-of", "made of it", Location(path="main.tf", start_line=9), (proof,)),
        )
    ]
    run = _run(build, build.assessment(build.finding(path=tuple(steps)), build.finding(rule="bucket-not-encrypted")))
    with_path = next(result for result in run["results"] if "codeFlows" in result)
    (flow,) = with_path["codeFlows"][0]["threadFlows"]
    told = [
        (
            one["location"]["physicalLocation"]["artifactLocation"]["uri"],
            one["location"]["physicalLocation"]["region"]["startLine"],
            one["location"]["message"]["text"],
        )
        for one in flow["locations"]
    ]
    assert told == [
        ("web.yaml", 23, "its environment names it"),
        ("main.tf", 9, "made of it"),
        ("main.tf", 14, "the module hands it on"),
    ]
    assert sum("codeFlows" in result for result in run["results"]) == 1
