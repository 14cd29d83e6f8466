"""Chance draws, and no rule and no repository fills the list."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

import pytest

from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import Excerpt, Outcome
from scanner.domain.retirement import Retirement
from scanner.readings.drawing import Wanted, draw
from scanner.readings.lists import read_list, written

SECRET = "hunter2-is-written-here"


@pytest.fixture
def results(build: Any) -> list[Any]:
    """One rule tells much, in one repository above all; another one little."""
    many = [build.finding("loud", f"a{number}.tf") for number in range(50)]
    few = [build.finding("quiet", f"b{number}.tf") for number in range(3)]
    return [build.result("large", *many, *few), build.result("small", *many[:4])]


def test_rules_and_repositories_take_turns(build: Any, results: list[Any]) -> None:
    rules = {name: build.rule(name) for name in ("loud", "quiet")}
    drawn = draw(results, rules, Wanted(8))
    assert Counter(one.rule for one in drawn) == {"loud": 5, "quiet": 3}
    assert Counter(one.repository for one in drawn if one.rule == "loud") == {"large": 2, "small": 3}
    assert len(draw(results, rules, Wanted(500))) == 57


def test_a_rule_that_tells_one_thing_each_looks_at_another_repository(build: Any) -> None:
    names = ("first", "second", "third", "fourth")
    findings = [build.finding(name) for name in names]
    drawn = draw([build.result(uri, *findings) for uri in "ab"], {name: build.rule(name) for name in names}, Wanted(4))
    assert Counter(one.repository for one in drawn) == {"a": 2, "b": 2}


def test_the_same_seed_gives_the_same_list(build: Any, results: list[Any]) -> None:
    rules = {name: build.rule(name) for name in ("loud", "quiet")}
    lists = [
        written(draw(given, rules, Wanted(20, seed)))
        for given, seed in [(results, 4), (results[::-1], 4), (results, 5)]
    ]
    assert lists[0] == lists[1]
    assert lists[0] != lists[2]


def test_only_what_counts_is_drawn(build: Any) -> None:
    told = build.result(
        "r",
        build.finding(path="kept.tf", outcome=Outcome.REVIEW),
        build.finding(path="kept.tf", message="said twice of one place"),
        build.finding(path="open.tf", outcome=Outcome.OPEN),
        build.finding(path="waived.tf", waiver="W-1"),
        build.finding(path="low.tf", severity=Severity.LOW),
        build.finding(path="scripts/aside.py"),
        build.finding("leaked-key", "scripts/aside.py"),
        build.finding("unknown-rule", "gone.tf"),
    )
    rules = {"open-bucket": build.rule(), "leaked-key": build.rule("leaked-key", everywhere=True)}
    drawn = draw([told], rules, Wanted(50, severities=(Severity.HIGH,)))
    assert sorted((one.rule, one.finding.location.path) for one in drawn) == [
        ("leaked-key", "scripts/aside.py"),
        ("open-bucket", "kept.tf"),
    ]


def test_a_reader_is_asked_for_the_grade_that_the_rule_gives(build: Any) -> None:
    told = build.result(
        "r",
        build.finding(path="graded.tf", severity=Severity.MEDIUM, graded=Severity.CRITICAL),
        build.finding(path="medium.tf", severity=Severity.MEDIUM),
    )
    drawn = draw([told], {"open-bucket": build.rule()}, Wanted(9, severities=(Severity.HIGH, Severity.CRITICAL)))
    rows = list(csv.DictReader(io.StringIO(written(drawn))))
    assert [(row["path"], row["severity"]) for row in rows] == [("graded.tf", "critical")]
    medium = draw([told], {"open-bucket": build.rule()}, Wanted(9, severities=(Severity.MEDIUM,)))
    assert [one.finding.location.path for one in medium] == ["medium.tf"]


def test_an_earlier_name_of_a_rule_is_written_as_it_is_called_now(build: Any) -> None:
    drawn = draw([build.result("r", build.finding("old-name"))], {"old-name": build.rule("new-name")}, Wanted(1))
    assert [one.rule for one in drawn] == ["new-name"]


def test_a_list_can_be_read_again_and_holds_nothing_of_the_source(build: Any, tmp_path: Any) -> None:
    shown = Excerpt(start_line=3, lines=(SECRET,))
    found = build.finding(path="=cmd, 'x;y'/é.tf", message="=danger\n\x1b[31m, really", excerpt=shown)
    text = written(draw([build.result("https://example.org/a.git", found)], {"open-bucket": build.rule()}, Wanted(1)))
    assert SECRET not in text
    assert "\x1b" not in text
    assert '"\'=danger , really"' in text
    file = tmp_path / "list.csv"
    file.write_text(text, encoding="utf-8-sig")
    [row] = read_list(file)
    assert row[:5] == ("https://example.org/a.git", "open-bucket", "=cmd, 'x;y'/é.tf", 3, None)


def test_a_repository_that_is_no_longer_in_use_is_not_drawn_from(build: Any) -> None:
    said = Retirement(location=Location(path="README.md", start_line=3), says="no longer in use")
    findings = (build.finding(), build.finding("leaked-key"))
    results = [build.result("old", *findings, retired=(said,)), build.result("new", *findings)]
    rules = {"open-bucket": build.rule(), "leaked-key": build.rule("leaked-key", everywhere=True)}
    drawn = draw(results, rules, Wanted(9))
    assert sorted((one.rule, one.repository) for one in drawn) == [
        ("leaked-key", "new"),
        ("leaked-key", "old"),
        ("open-bucket", "new"),
    ]
