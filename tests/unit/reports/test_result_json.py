"""The JSON result and its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from scanner.domain.assessment import Assessment
from scanner.reports.result_json import JsonReport, assessment_schema


def test_the_result_is_valid_by_its_schema_and_reads_back(build: Any) -> None:
    schema = assessment_schema()
    Draft202012Validator.check_schema(schema)
    for assessment in (build.ordinary(), build.assessment()):
        text = JsonReport(build.context()).render(assessment)
        Draft202012Validator(schema).validate(json.loads(text))
        assert Assessment.model_validate_json(text) == assessment
        assert text.endswith("}\n")


def test_the_schema_refuses_what_is_not_a_result(build: Any) -> None:
    result = json.loads(JsonReport(build.context()).render(build.ordinary()))
    result["findings"][0]["outcome"] = "passed"
    assert not Draft202012Validator(assessment_schema()).is_valid(result)


def test_every_field_of_the_score_is_described() -> None:
    schema = assessment_schema()
    assert all(field["description"] for field in schema["$defs"]["Score"]["properties"].values())


def test_the_same_result_gives_the_same_bytes(build: Any) -> None:
    findings = [build.finding(subject=f"s{n}") for n in range(5)]
    one = build.assessment(*findings, inventory={"a": 1, "b": 2})
    other = build.assessment(*reversed(findings), inventory={"b": 2, "a": 1})
    assert JsonReport(build.context()).render(one) == JsonReport(build.context()).render(other)


def test_hostile_text_stays_text(build: Any) -> None:
    hostile = build.hostile()
    text = JsonReport(build.context()).render(hostile)
    text.encode("utf-8")
    assert "##" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert not any(ord(c) < 32 and c != "\n" for c in text)
    assert json.loads(text)["gate"]["reasons"] == list(hostile.gate.reasons)


def test_the_published_schema_is_the_current_one() -> None:
    published = Path(__file__).parents[3] / "schemas" / "assessment.schema.json"
    assert json.loads(published.read_text("utf-8")) == assessment_schema(), "run `archscan schemas`"
