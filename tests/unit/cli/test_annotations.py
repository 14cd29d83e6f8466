from __future__ import annotations

from collections import Counter

import pytest

from scanner.cli.annotations import annotate
from scanner.cli.runner import Level
from scanner.domain.artifact import Location, Role
from scanner.domain.baseline import BaselineKind, Comparison
from scanner.domain.catalog import Severity
from scanner.domain.record import Record

from .conftest import Finds, Makes


def test_no_more_than_github_shows(finding: Finds, assessment: Makes) -> None:
    found = [finding("a-rule", "high", f"{n}.tf") for n in range(30)]
    found += [finding("another", "low", f"{n}.tf") for n in range(5)]
    told = list(annotate(assessment(found), {}))
    assert Counter(one.level for one in told) == {Level.ERROR: 10, Level.WARNING: 5, Level.NOTICE: 1}
    assert told[-1].title == "archscan: 35 failures"
    assert told[-1].message.startswith("20 more failures are ")


def test_nothing_is_left_to_a_notice_where_all_is_shown(finding: Finds, assessment: Makes) -> None:
    found = [finding("a-rule", "critical", f"{n}.tf") for n in range(10)]
    assert [one.level for one in annotate(assessment(found), {})] == [Level.ERROR] * 10


def test_the_gravest_first_and_each_rule_before_the_second_of_any(finding: Finds, assessment: Makes) -> None:
    found = [finding("many", "high", f"{n}.tf") for n in range(3)] + [
        finding("one", "high", "x.tf"),
        finding("worst", "critical", "y.tf"),
    ]
    assert [one.path for one in annotate(assessment(found), {})] == ["y.tf", "0.tf", "x.tf", "1.tf", "2.tf"]


@pytest.mark.parametrize(
    "more", [{"baseline": True}, {"waiver": "W-1"}, {"role": Role.TEST}], ids=["known", "waived", "of a test"]
)
def test_only_new_failures_of_the_product_are_told(finding: Finds, assessment: Makes, more: dict[str, object]) -> None:
    told = list(annotate(assessment([finding(path="a.tf", **more), finding(path="b.tf")]), {}))
    assert [one.path for one in told] == ["b.tf"]


def test_what_was_compared_is_called_new(finding: Finds, assessment: Makes) -> None:
    made = assessment([finding("a-rule", "high", f"{n}.tf") for n in range(12)])
    comparison = Comparison(kind=BaselineKind.REVISION, name="main", new=12, review=0, known=0, moved=0)
    told = list(annotate(made.model_copy(update={"comparison": comparison}), {}))
    assert told[-1].title == "archscan: 12 new failures"


def test_the_repository_as_a_whole_has_no_line(finding: Finds, assessment: Makes) -> None:
    (told,) = annotate(assessment([finding(location=Location(path="."))]), {})
    assert (told.path, told.line) == ("", None)


def test_what_closes_the_gate_is_the_first_warning_and_says_its_grade(finding: Finds, assessment: Makes) -> None:
    found = [finding(f"rule-{n}", "medium", f"{n}.tf", record=Record(read=9, upheld=9)) for n in range(20)]
    found.append(finding("worst", "medium", "y.tf", graded=Severity.CRITICAL))
    first = next(iter(annotate(assessment(found), {})))
    assert (first.level, first.path, first.title) == (Level.ERROR, "y.tf", "medium (graded critical): worst [worst]")
