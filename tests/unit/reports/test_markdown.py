"""The summary of a job."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scanner.domain.artifact import Location
from scanner.domain.assessment import ControlResult, PrincipleResult, Status
from scanner.domain.catalog import Severity
from scanner.evaluation.escaping import markdown as escape
from scanner.evaluation.redaction import clean
from scanner.reports.markdown import CommentReport, MarkdownReport
from scanner.reports.markdown.comment import LIMIT as COMMENT_LIMIT
from scanner.reports.markdown.comment import MARKER
from scanner.reports.markdown.fitting import Section, fitted
from scanner.reports.markdown.summary import LIMIT as SUMMARY_LIMIT

ALLOWED = {"h1", "h2", "h3", "p", "ul", "li", "strong", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"}
FOLDED = ALLOWED | {"details", "summary"}
FORMATS = [(MarkdownReport, SUMMARY_LIMIT, ALLOWED), (CommentReport, COMMENT_LIMIT, FOLDED)]
CALLING = re.compile(r"@\w|(?<!&)#\d|(?i:\bgh-\d)|://|www\.")
"""What GitHub makes a link or a call of, in text that is no code."""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.prose: list[str] = []
        self.folded: list[str] = []
        self.open: list[str] = []
        self.shown: list[str] = []
        self.cells: list[int] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.cells.append(0)
        if tag in {"td", "th"}:
            self.cells[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "tags are closed in the order in which they were opened"

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if not {"code", "pre"} & set(self.open):
            self.prose.append(data)
        (self.folded if "details" in self.open else self.shown).append(data)


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


@pytest.mark.parametrize(("report", "limit", "allowed"), FORMATS)
@pytest.mark.parametrize("made", ["hostile", "hostile_change"])
def test_a_hostile_repository_gives_text_and_nothing_else(
    build: Any, report: Any, limit: int, allowed: set[str], made: str
) -> None:
    text = report(build.context()).render(getattr(build, made)())
    page = _page(text)
    assert len(text) <= limit
    assert page.tags <= allowed
    assert page.attributes <= {"style"}  # the alignment of table columns
    assert not page.open
    assert "\x1b" not in text
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert not CALLING.search(" ".join(page.prose))
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
    assert len(text.encode()) <= SUMMARY_LIMIT
    assert text.endswith("\n")
    if sign == "|":
        assert text.endswith("Left out, for GitHub takes no more: 776 controls. The json report is whole.\n")


def test_where_a_finding_does_not_hold_stands_behind_it(build: Any) -> None:
    page = _page(MarkdownReport(build.context()).render(build.in_environments("environments/prod")))
    text = " ".join(page.text)
    assert text.count("(in environments/dev; not in environments/prod)") == 2


def test_a_comment_says_in_its_first_lines_what_is_new(build: Any) -> None:
    text = CommentReport(build.context()).render(build.compared())
    lines = [line for line in text.splitlines() if line]
    assert lines[0] == "## NHS principles: gate failed"
    assert lines[1].startswith(
        "**This change adds 1 failure, mends 2; 4 known before are not told again (1 in files of another name).**"
    )
    assert lines[-1] == MARKER
    page = _page(text)
    shown, folded = " ".join(page.shown), " ".join(page.folded)
    assert "infra/new.tf:2" in shown
    assert 'acl = "public-read"' in shown
    assert "infra/old.tf:1" not in shown + folded, "what was known is told again"
    assert "src/app.py:7" in shown
    assert "src/old.py" not in shown
    for part in ("Principles", "Mended: 2", "Waived: 1 place", "Waivers to see to: 2", "1 problem"):
        assert part in folded


def test_a_comment_without_a_baseline_says_that_nothing_was_compared(build: Any) -> None:
    text = CommentReport(build.context()).render(build.ordinary())
    assert "**6 failures (5 critical, 1 high).** Compared with nothing: all are told, old and new." in text


@pytest.mark.parametrize(("report", "limit", "allowed"), FORMATS)
@pytest.mark.parametrize("sign", ["|", "\U0001f600"])
def test_what_is_cut_is_said(build: Any, report: Any, limit: int, allowed: set[str], sign: str) -> None:
    many = [
        build.finding(
            outcome, rule=f"rule-{n}", subject=f"s{n}", message=sign * 900, location=Location(path=f"{sign * 290}{n}")
        )
        for n in range(900)
        for outcome in ("fail", "review", "open")
    ]
    text = report(build.context()).render(build.assessment(*many))
    assert limit * 0.6 < len(text.encode()) <= limit
    page = _page(text)
    assert page.tags <= allowed
    assert not page.open, "cut in the middle of something"
    assert re.search(r"Left out, for GitHub takes no more: [\d,]+ rules.*The json report is whole\.", text)
    assert "| CYBER" in text or report is CommentReport


def test_sections_are_cut_at_whole_entries() -> None:
    sections = [
        Section("# Head"),
        Section("", ()),
        Section("list", tuple(f"* {n} " + "x" * 400 for n in range(9)), "end", "thing", "things"),
        Section("y" * 5_000, one="story"),
        Section("last"),
    ]
    text = fitted(sections, 3_000, "marker")
    assert text.count("* ") == 4
    assert "end\n\nlast\n\nLeft out, for GitHub takes no more: 5 things, 1 story." in text
    assert text.endswith("\nmarker\n")
    whole = fitted(sections[:3], 9_000)
    assert whole.count("* ") == 9
    assert "Left out" not in whole
