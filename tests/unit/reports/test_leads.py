"""A lead is told by every report, apart from findings and from questions."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.record import Record
from scanner.evaluation.figures import figures
from scanner.evaluation.overview import overview
from scanner.interfaces import Persona
from scanner.reports.html.page import page_of
from scanner.reports.junit import JunitReport
from scanner.reports.markdown.summary import MarkdownReport
from scanner.reports.sarif.report import SarifReport
from scanner.reports.terminal import TerminalReport
from scanner.reports.xlsx.records import findings


@pytest.fixture
def made(build: Any) -> Any:
    lead = build.finding(
        "review",
        message="perhaps the bucket is public",
        confidence=Confidence.LOW,
        fingerprint="a" * 64,
        subject="aws_s3_bucket.old",
        location=Location(path="old.tf", start_line=9),
    )
    asked = build.finding("review", fingerprint="b" * 64, subject="aws_s3_bucket.new")
    return build.assessment(lead, asked)


def test_it_is_counted_apart(made: Any) -> None:
    counted = figures(made)
    assert (counted.failures, counted.review, counted.leads) == (0, 1, 1)


@pytest.mark.parametrize("persona", [Persona.DEVELOPER, Persona.ASSESSOR])
def test_the_terminal_tells_it_after_the_questions(build: Any, made: Any, persona: Persona) -> None:
    text = TerminalReport(build.context(persona=persona)).render(made)
    questions, _, rest = text.partition("Leads, of low confidence: 1 rule, 1 place")
    assert "Needs a person's judgement: 1 rule, 1 place" in questions
    assert "old.tf:9" in rest
    assert "old.tf:9" not in questions


def test_a_pipeline_counts_it(build: Any, made: Any) -> None:
    text = TerminalReport(build.context(persona=Persona.CI)).render(made)
    assert "1 for a person to judge, 1 lead, 0 open" in text


def test_the_other_reports_tell_it(build: Any, made: Any) -> None:
    context = build.context()
    assert "Leads, of low confidence: 1 rule, 1 place" in MarkdownReport(context).render(made)
    assert "old.tf:9: a lead, high: perhaps the bucket is public" in JunitReport(context).render(made)
    page = page_of(made, context)
    assert [group.title for group in page.leads] == [group.title for group in page.review]
    results = json.loads(SarifReport(context).render(made))["runs"][0]["results"]
    assert {(one["kind"], one["properties"]["confidence"]) for one in results} == {
        ("review", "low"),
        ("review", "high"),
    }


def _many(build: Any) -> tuple[Any, Any]:
    """A result of twelve rules that give leads, and what the reports know of these rules."""
    grave = ("r-11", "r-07")
    rules = {
        name: build.rule(name, f"Title of {name}", severity="high" if name in grave else "medium")
        for name in (f"r-{number:02}" for number in range(12))
    }
    leads = [
        build.finding(
            "review",
            name,
            confidence=Confidence.LOW,
            severity=Severity.MEDIUM,
            subject=name,
            location=Location(path="." if number < 4 else f"{number:02}.tf", start_line=1),
            record=Record(read=9, upheld=8) if number == 9 else None,
        )
        for number, name in enumerate(rules)
    ]
    return build.assessment(*leads), replace(build.context(), rules=rules)


ORDER = [7, 11, 9, 4, 5, 6, 8, 10, 0, 1, 2, 3]
"""Grave rules, then what names a place, the surest of it first, then the repository as a whole."""


def test_all_reports_put_leads_in_one_order(build: Any) -> None:
    result, context = _many(build)
    names = [f"r-{number:02}" for number in ORDER]
    assert [group.rule for group in overview(result, context.rules).leads] == names
    for text in (
        TerminalReport(replace(context, persona=Persona.ASSESSOR)).render(result).partition("Leads, of low")[2],
        MarkdownReport(context).render(result).partition("Leads, of low")[2],
    ):
        places = [text.index(f"Title of {name}") for name in names]
        assert places == sorted(places)
    assert [group.title for group in page_of(result, context).leads] == [f"Title of {name}" for name in names]
    results = json.loads(SarifReport(context).render(result))["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == names
    rows = findings(result, context).rows
    assert [row[9] for row in rows] == names


def test_the_developer_sees_ten_rules(build: Any) -> None:
    result, context = _many(build)
    text = TerminalReport(replace(context, persona=Persona.DEVELOPER)).render(result)
    leads = text.partition("Leads, of low confidence: 12 rules")[2]
    shown = [number for number in ORDER if f"Title of r-{number:02}" in leads]
    assert shown == ORDER[:10]
    assert "and 2 more rules" in leads
