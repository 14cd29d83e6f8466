"""A lead is told by every report, apart from findings and from questions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.evaluation.figures import figures
from scanner.interfaces import Persona
from scanner.reports.html.page import page_of
from scanner.reports.junit import JunitReport
from scanner.reports.markdown.summary import MarkdownReport
from scanner.reports.sarif.report import SarifReport
from scanner.reports.terminal import TerminalReport


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
