"""Short fingerprints mean one finding."""

from __future__ import annotations

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome
from scanner.evaluation.fingerprints import nearest, short_fingerprints, told, with_prefix


def finding(fingerprint: str) -> Finding:
    return Finding(
        fingerprint=fingerprint, rule="a-rule", control="CYBER-01", principle="CYBER", engine="native",
        outcome=Outcome.FAIL, confidence=Confidence.HIGH, severity=Severity.HIGH, message="m", subject="s",
        location=Location(path="a.tf", start_line=3),
    )  # fmt: skip


ALIKE = [finding(name) for name in ("0123456789aa", "0123456789ab", "ffffffffffff")]


def test_as_short_as_can_be_told_apart() -> None:
    assert dict(short_fingerprints(ALIKE)) == {
        "0123456789aa": "0123456789aa", "0123456789ab": "0123456789ab", "ffffffffffff": "ffffffff",
    }  # fmt: skip
    assert short_fingerprints([]) == {}
    assert short_fingerprints([ALIKE[0], ALIKE[0]]) == {"0123456789aa": "01234567"}


def test_what_is_short_finds_its_finding() -> None:
    for whole, short in short_fingerprints(ALIKE).items():
        assert [one.fingerprint for one in with_prefix(ALIKE, f" {short.upper()} ")] == [whole]
    assert len(with_prefix(ALIKE, "0123")) == 2
    assert with_prefix(ALIKE, "9") == []
    assert with_prefix([finding("ab"), finding("abc")], "ab") == [finding("ab")]


def test_a_slip_of_the_pen_leads_to_the_nearest() -> None:
    assert nearest(ALIKE, "fffffeff") == [ALIKE[2]]
    assert nearest(ALIKE, "zzzzzzzz") == []
    assert told(ALIKE[2]) == "ffffffffffff fail a-rule a.tf:3"
