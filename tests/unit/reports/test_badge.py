"""The badge."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from scanner.domain.assessment import GateResult, Score
from scanner.reports.badge import AMBER, GREEN, GREEN_FROM, GREY, RED, BadgeReport

SVG = "{http://www.w3.org/2000/svg}"


def badge(build: Any, coverage: float, value: float | None = 61.4, passed: bool = True, complete: bool = True) -> Any:
    score = Score(value=value, low=None, high=None, without_waivers=value, coverage=coverage)
    made = build.assessment(score=score, gate=GateResult(passed=passed), complete=complete)
    return ElementTree.fromstring(BadgeReport(build.context()).render(made))  # noqa: S314  # our own


def shown(picture: Any) -> str:
    return str(picture.findall(f".//{SVG}rect")[1].get("fill"))


@pytest.mark.parametrize(
    ("coverage", "value", "passed", "complete", "colour", "words"),
    [
        (0.28, 61.4, True, True, AMBER, "passed, 28% assessed, score 61.4"),
        (GREEN_FROM - 0.0001, 99.0, True, True, AMBER, "passed, 50% assessed, score 99.0"),
        (GREEN_FROM, 61.4, True, True, GREEN, "passed, 50% assessed, score 61.4"),
        (0.9999, 100.0, True, True, GREEN, "passed, 99% assessed, score 100.0"),
        (1.0, 100.0, True, True, GREEN, "passed, 100% assessed, score 100.0"),
        (0.9, 61.4, True, False, AMBER, "passed, incomplete, 90% assessed, score 61.4"),
        (1.0, 100.0, False, True, RED, "failed, 100% assessed, score 100.0"),
        (0.0, None, True, True, GREY, "passed, 0% assessed, no score"),
        (0.0, None, False, False, RED, "failed, incomplete, 0% assessed, no score"),
    ],
)
def test_colour_and_words(  # noqa: PLR0917  # a column of the table each
    build: Any, coverage: float, value: float | None, passed: bool, complete: bool, colour: str, words: str
) -> None:
    picture = badge(build, coverage, value, passed, complete)
    assert shown(picture) == colour
    assert picture.findall(f".//{SVG}text")[1].text == words
    assert picture.find(f"{SVG}title").text == f"NHS principles: {words}" == picture.get("aria-label")
    assert picture.get("role") == "img"


@pytest.mark.parametrize("colour", [GREEN, AMBER, RED, GREY])
def test_white_text_can_be_read_on_every_colour(colour: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_nothing_of_a_repository_is_in_it(build: Any) -> None:
    report = BadgeReport(build.context())
    assert report.render(build.hostile()) == report.render(build.ordinary())
