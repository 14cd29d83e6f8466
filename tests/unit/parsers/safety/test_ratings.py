"""A rating is judged where its words or numbers tell, and left open where they do not."""

# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from scanner.parsers.safety.ratings import band_of, is_product, level_of, number_of


@pytest.mark.parametrize(
    ("risk", "band"),
    [
        ("6 (Low)", "acceptable"),
        ("12 (HIGH)", "unacceptable"),
        ("5 - Unacceptable: Unacceptable level of risk", "unacceptable"),
        ("4 - Mandatory elimination", "unacceptable"),
        ("3 - Undesirable", "tolerable"),
        ("1 × 4 = 4 (acceptable), reduced from 2 × 4 = 8", "acceptable"),
        ("2 × 4 = 8 → 1 × 4 = 4", None),
        ("Severity 4, likelihood 2 → tolerable with human review", "tolerable"),
        ("as low as reasonably practicable", "tolerable"),
        ("20", "unacceptable"),
        ("8", "tolerable"),
        ("7", "acceptable"),
        ("3", "tolerable"),
        ("2", "acceptable"),
        ("4", None),
        ("0", None),
        ("not unacceptable", None),
        ("Highly unlikely", None),
        ("depends on the site", None),
        ("", None),
    ],
)
def test_ratings(risk: str, band: str | None) -> None:
    assert band_of(risk, "", "", None) == band


def test_severity_and_likelihood_tell_where_the_rating_does_not() -> None:
    assert band_of("", "5", "4", None) == "unacceptable"
    assert band_of("4", "4 (Major)", "1", None) == "acceptable"
    assert band_of("", "Significant", "Possible", None) == "acceptable"
    assert band_of("", "Catastrophic", "very low", None) == "tolerable"
    assert band_of("", "4", "", None) is None
    assert band_of("4", "", "", True) == "acceptable"


def test_the_scale_shows_in_the_numbers() -> None:
    assert is_product(["4", "12"]) is True
    assert is_product(["2 × 2"]) is True
    assert is_product(["4", "low", ""]) is None


def test_numbers_and_levels() -> None:
    assert [number_of(text) for text in ("3 × 4 = 12", "2 x 3", "**5** low", "none")] == [12, 6, 5, None]
    assert level_of("9", "severity") is None
    assert level_of("Almost certain", "likelihood") == 5
    assert level_of("purple", "severity") is None
