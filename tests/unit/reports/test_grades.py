"""What a rule calls graver than it is told: every report says so, and none cuts what closed the gate."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from scanner.domain.artifact import Role
from scanner.domain.catalog import Severity
from scanner.domain.finding import Outcome
from scanner.domain.record import Record
from scanner.domain.rule import Readings
from scanner.interfaces import Persona
from scanner.reports.html import HtmlReport
from scanner.reports.junit import JunitReport
from scanner.reports.markdown.comment import CommentReport
from scanner.reports.markdown.summary import MarkdownReport
from scanner.reports.oscal import OscalPlanOfActionReport, OscalResultsReport
from scanner.reports.sarif import RESULTS_AT_MOST, SarifReport
from scanner.reports.terminal import TerminalReport
from scanner.reports.xlsx import WorkbookReport

SURE = Record(read=9, upheld=9)


@pytest.fixture
def made(build: Any) -> Any:
    sure = [build.finding(rule="sure", severity=Severity.MEDIUM, record=SURE, subject=f"s{n}") for n in range(3)]
    unread = build.finding(severity=Severity.MEDIUM, graded=Severity.CRITICAL, message="the worst", subject="worst")
    return build.assessment(*sure, unread)


@pytest.mark.parametrize("persona", Persona)
def test_the_terminal_says_the_grade(build: Any, made: Any, persona: Persona) -> None:
    text = TerminalReport(build.context(persona=persona)).render(made)
    assert ("MEDIUM, graded critical" if persona is Persona.DEVELOPER else "medium (graded critical)") in text


def test_a_pipeline_names_what_closed_the_gate_before_it_cuts(build: Any, made: Any) -> None:
    many = [build.finding(rule="sure", severity=Severity.MEDIUM, record=SURE, subject=f"m{n}") for n in range(1_500)]
    result = build.assessment(*many, *made.findings)
    text = TerminalReport(build.context(persona=Persona.CI)).render(result)
    assert "1,504 failures (1,504 medium, of which 1 graded critical)" in text
    first = next(line for line in text.splitlines() if line.startswith("infra/main.tf"))
    assert first == "infra/main.tf:12: medium (graded critical) bucket-open-to-everyone the worst"


def test_markdown_says_the_grade(build: Any, made: Any) -> None:
    for report in (MarkdownReport, CommentReport):
        assert "medium (graded critical)" in report(build.context()).render(made)
    assert "4 failures (4 medium, of which 1 graded critical)" in CommentReport(build.context()).render(made)


def test_junit_says_the_grade_and_counts_it(build: Any, made: Any) -> None:
    suites = ElementTree.fromstring(JunitReport(build.context()).render(made))  # noqa: S314  # our own
    numbers = {one.get("name"): one.get("value") for one in suites.iter("property")}
    assert (numbers["failures.critical"], numbers["failures.graded.critical"]) == ("0", "1")
    failure = next(one for one in suites.iter("failure") if "the worst" in (one.text or ""))
    assert (failure.get("message"), failure.get("type")) == ("medium (graded critical): 1 place: the worst", "medium")
    assert "infra/main.tf:12: fails, medium (graded critical): the worst" in (failure.text or "")


def test_sarif_keeps_what_closed_the_gate_and_grades_no_rule_that_nobody_read(build: Any, made: Any) -> None:
    sure = build.finding(rule="sure", severity=Severity.HIGH, record=SURE)
    many = [sure.model_copy(update={"subject": f"m{n}"}) for n in range(RESULTS_AT_MOST)]
    aside = made.findings[0].model_copy(update={"role": Role.TEST, "graded": Severity.CRITICAL})
    passed = made.findings[0].model_copy(update={"outcome": Outcome.REVIEW, "graded": Severity.CRITICAL})
    context = build.context()
    context.rules["sure"] = build.rule("sure", "Sure", readings=Readings(right=9))
    result = made.model_copy(update={"findings": (aside, passed, *many, *made.findings)})
    run = json.loads(SarifReport(context).render(result))["runs"][0]
    first, second = run["results"][:2]
    assert (first["message"]["text"], first["level"], first["properties"]["graded"]) == (
        "the worst",
        "warning",
        "critical",
    )
    assert (second["ruleId"], second["level"]) == ("sure", "error")
    rules = {one["id"]: (one["defaultConfiguration"], one["properties"]) for one in run["tool"]["driver"]["rules"]}
    levels = {
        name: (level["level"], told["security-severity"])
        for name, (level, told) in rules.items()
        if "security-severity" in told
    }
    assert levels == {"bucket-open-to-everyone": ("warning", "5.5"), "sure": ("error", "8.0")}


@pytest.mark.parametrize("report", [OscalResultsReport, OscalPlanOfActionReport])
def test_oscal_has_the_grade_as_a_property(build: Any, made: Any, report: Any) -> None:
    log = json.loads(report(build.context()).render(made))
    (body,) = log.values()
    body = body["results"][0] if "results" in body else body
    for name in ("observations", "risks", "poam-items"):
        graded = [
            prop["value"] for one in body.get(name, []) for prop in one.get("props", []) if prop["name"] == "graded"
        ]
        assert graded == (["critical"] if name in body else [])


def test_the_page_says_the_grade_and_the_record_of_the_finding(build: Any, made: Any) -> None:
    context = build.context()
    context.rules["sure"] = build.rule("sure", "Sure", readings=Readings(right=20, wrong=20))
    page = HtmlReport(context).render(made)
    told = '<span class="sev medium">medium</span> <span class="quiet">graded critical</span>'
    assert page.count(told) == 2  # in the list and above the findings
    assert '<span class="note">medium, graded critical</span>' in page
    assert "of 9 such findings in other repositories, people who opened the code upheld 9" in page
    assert "of 40 such findings" not in page


def test_the_workbook_says_the_grade_first(build: Any, made: Any) -> None:
    book = load_workbook(BytesIO(WorkbookReport(build.context()).render(made)))
    rows = [[cell.value for cell in row] for row in book["Findings"].iter_rows()]
    start = next(place for place, row in enumerate(rows) if row[1] == "Severity")
    assert rows[start][2] == "Graded"
    told = [(row[1], row[2] or "") for row in rows[start + 1 :]]
    assert told == [("medium", "critical"), ("medium", ""), ("medium", ""), ("medium", "")]
    overview = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert any("Failures, graded critical" in row and 1 in row for row in overview)
