"""The summary of a job."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scanner.domain.artifact import Location
from scanner.domain.assessment import ControlResult, PrincipleResult, Status
from scanner.domain.catalog import Severity
from scanner.evaluation.redaction import clean
from scanner.reports.markdown import LIMIT, MarkdownReport, escape

ALLOWED = {"h1", "h2", "h3", "p", "ul", "li", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.cells: list[int] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.cells.append(0)
        if tag in {"td", "th"}:
            self.cells[-1] += 1

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _page(text: str) -> _Page:
    page = _Page()
    page.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))
    return page


def test_decision_coverage_principles_number_in_this_order(build: Any) -> None:
    text = MarkdownReport(build.context()).render(build.ordinary())
    assert text.startswith("# Gate failed\n")
    parts = ("Coverage 41%", "| CYBER", "Score 61.4", "A bucket can be read by everyone", "How to mend", "Waived")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "not counted" in text


def test_a_hostile_repository_gives_text_and_nothing_else(build: Any) -> None:
    text = MarkdownReport(build.context()).render(build.hostile())
    page = _page(text)
    assert page.tags <= ALLOWED
    assert page.attributes <= {"style"}  # the alignment of table columns
    assert "\x1b" not in text
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert "@nhs" not in "".join(page.text)
    assert "<img src=x onerror=alert(1)>" in "".join(page.text)


@given(st.text(st.characters(), max_size=80) | st.text("|`*_[]()<>&#@!-+.:/\\~$=\n\r {}x1\ud800", max_size=40))
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    page = _page(f"a {escape(text)} b\n\n| x |\n|---|\n| {escape(text)} |\n")
    shown = "".join(page.text).replace("\u200b", "")
    assert page.tags <= {"p", "table", "thead", "tbody", "tr", "th", "td"}
    assert f"a {clean(text)} b".split() == shown.split("\n")[0].split()
    assert page.cells == [1, 1]


@pytest.mark.parametrize("sign", ["|", "`", "a", "\u4e2d"])
def test_the_summary_stays_below_what_github_takes(build: Any, sign: str) -> None:
    findings = [
        build.finding(
            rule=f"rule-{n}", subject=f"s{n}", message=sign * 2000, location=Location(path=f"{sign * 900}{n}")
        )
        for n in range(200)
        for _ in range(6)
    ]
    controls = tuple(
        ControlResult(
            id=f"C-{n}", title=sign * 500, status=Status.MET, score=1, severity=Severity.LOW, reason=sign * 900
        )
        for n in range(900)
    )
    principle = PrincipleResult(id="C", title=sign * 500, status=Status.MET, score=1, coverage=1, controls=controls)
    text = MarkdownReport(build.context()).render(build.assessment(*findings, principles=(principle,)))
    assert len(text.encode()) <= LIMIT
    assert text.endswith("\n")
    if sign == "|":
        assert text.endswith("This summary was cut; the json report is whole.\n")


def test_where_a_finding_does_not_hold_stands_behind_it(build: Any) -> None:
    page = _page(MarkdownReport(build.context()).render(build.in_environments("environments/prod")))
    text = " ".join(page.text)
    assert text.count("(in environments/dev; not in environments/prod)") == 2
