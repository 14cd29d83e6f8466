"""Facts of a result in words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.assessment import Score, Status
from scanner.domain.catalog import Severity
from scanner.domain.finding import Excerpt, Finding, Outcome
from scanner.domain.waiver import Trust, WaiverState
from scanner.evaluation.escaping import cell, code, markdown, xml
from scanner.evaluation.overview import STATUS_WORDS
from scanner.evaluation.wording import STATE_WORDS, TRUST_WORDS, excerpt_of, number, share, waiver_scores
from scanner.evaluation.workflow_commands import disarm_json, disarm_text, disarm_xml


def test_every_word_of_the_result_has_words_for_a_reader() -> None:
    assert set(STATE_WORDS) == set(WaiverState)
    assert set(TRUST_WORDS) == set(Trust)
    assert set(STATUS_WORDS) == set(Status)


@pytest.mark.parametrize(
    ("part", "shown"),
    [(0, "0%"), (0.0001, "1%"), (0.004, "1%"), (0.4082, "41%"), (0.995, "99%"), (0.9999, "99%"), (1, "100%")],
)
def test_a_share_is_never_all_or_nothing_where_it_is_not(part: float, shown: str) -> None:
    assert share(part) == shown


def score(**more: Any) -> Score:
    return Score(**{"value": 60.0, "low": 10.0, "high": 90.0, "without_waivers": 60.0, "coverage": 0.5, **more})


def test_scores_with_and_without_waivers() -> None:
    assert waiver_scores(score(with_supplier_waivers=60.0, with_approved_waivers=60.0)) == "60.0 without waivers"
    told = waiver_scores(score(with_supplier_waivers=70.0, with_approved_waivers=65.0))
    assert told == "70.0 with every waiver, 65.0 with approved ones alone, 60.0 without waivers"
    assert number(score(value=None, low=None, high=None)) == "No score: nothing could be assessed"


def finding(excerpt: Excerpt | None, **place: Any) -> Finding:
    return Finding(
        rule="r", control="C-1", principle="C", engine="native", outcome=Outcome.FAIL, confidence=Confidence.HIGH,
        severity=Severity.LOW, message="m", subject="s", location=Location(path="a.tf", **place), excerpt=excerpt,
    )  # fmt: skip


def test_an_excerpt_marks_its_lines_and_keeps_their_indentation() -> None:
    lines = ("a {", "\tb = 1", "  \x1b[31mc\x07 = 2", "}", "", "x" * 400)
    made = excerpt_of(finding(Excerpt(start_line=7, lines=lines), start_line=8, end_line=9))
    assert [(line.number, line.marked) for line in made] == [
        *((7, False), (8, True), (9, True), (10, False), (11, False), (12, False))
    ]
    assert [line.text for line in made[:4]] == ["a {", "    b = 1", "  c = 2", "}"]
    assert len(made[5].text) == 160
    assert excerpt_of(finding(None, start_line=8)) == []


@given(st.text(st.characters(), max_size=60))
def test_escaped_text_holds_no_sign_that_is_more_than_text(text: str) -> None:
    for escaped in (markdown(text), code(text)):
        assert not set("<>|`*_~[]@$!\\") & set(escaped)
    assert not any(ord(sign) < 0x20 and sign not in "\t\n\r" for sign in xml(text))
    assert cell(text).lstrip()[:1] not in {"=", "+", "-", "@", "\uff1d"}


@pytest.mark.parametrize("text", ["@nhs", "a@b.example", "#12", "GH-12", "https://evil.example", "www.evil.example"])
def test_nothing_calls_a_person_or_leads_anywhere(text: str) -> None:
    escaped = markdown(text)
    assert "&#8203;" in escaped
    assert "&#8203;" not in code(text), "what is copied is what was written"


def test_commands_in_xml_are_disarmed_without_changing_what_it_says() -> None:
    assert disarm_xml("<a>\n  ::error::x ##[y]</a>") == "<a>\n  &#58;:error::x &#35;#[y]</a>"


def test_what_a_pipeline_obeys_is_disarmed() -> None:
    assert disarm_text("##[error]x ##vso[task.x] ##TeamCity[y]") == "# #[error]x # #vso[task.x] # #TeamCity[y]"
    assert json.loads(disarm_json('{"a": "##[x] ## y"}')) == {"a": "##[x] ## y"}
