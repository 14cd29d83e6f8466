"""What readers said counts where the rule still tells it, and once."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.assessment import PackReference
from scanner.domain.finding import Outcome, RelatedLocation
from scanner.domain.resource import Problem
from scanner.domain.retirement import Retirement
from scanner.domain.rule import Readings
from scanner.errors import UsageError
from scanner.readings.counting import Counted, Fate, Told, count_readings, summary
from scanner.readings.ledger import Entry, read_ledger, write_ledger
from scanner.readings.lists import Reading, Verdict


def _row(verdict: str | None = "right", rule: str = "open-bucket", path: str = "main.tf", line: int = 3) -> Reading:
    return Reading("r", rule, path, line, Verdict(verdict) if verdict else None, f"list.csv:{line}")


def _counted(
    build: Any, rows: list[Reading], result: Any, *rules: Any, before: dict[str, Entry] | None = None
) -> Counted:
    known = {rule.name: rule for rule in rules or (build.rule(),)}
    known |= {alias: rule for rule in known.values() for alias in rule.aliases}
    return count_readings(rows, Told.by([result], known), known, before or {})


def test_readings_are_added_and_carry_a_confidence(build: Any) -> None:
    rule = build.rule(readings=Readings(right=7, arguable=1), confidence="medium")
    rows = [_row(path=f"{number}.tf") for number in range(3)]
    result = build.result("r", *(build.finding(path=row.path) for row in rows))
    [change] = _counted(build, [*rows, _row(None)], result, rule).changes
    assert change.readings == Readings(right=10, arguable=1)
    assert change.confidence is Confidence.HIGH
    assert str(change) == (
        "open-bucket: 7 right, 1 arguable, 0 wrong → 10 right, 1 arguable, 0 wrong; confidence medium → high"
    )


def test_too_few_readings_leave_the_authors_word(build: Any) -> None:
    counted = _counted(build, [_row("wrong")], build.result("r", build.finding()), build.rule(confidence="medium"))
    assert str(counted.changes[0]).endswith("0 right, 0 arguable, 1 wrong; confidence medium, on its author's word")


@pytest.mark.parametrize(
    ("line", "outcome", "fate"),
    [
        (8, Outcome.FAIL, Fate.COUNTED),
        (9, Outcome.FAIL, Fate.STRUCK),
        (3, Outcome.REVIEW, Fate.COUNTED),
        (3, Outcome.OPEN, Fate.STRUCK),
        (3, Outcome.PASS, Fate.STRUCK),
    ],
)
def test_what_the_rule_still_tells_counts(build: Any, line: int, outcome: Outcome, fate: Fate) -> None:
    counted = _counted(build, [_row()], build.result("r", build.finding(line=line, outcome=outcome)))
    assert [became for _, became in counted.fates] == [fate]


def test_a_place_among_others_counts_as_well(build: Any) -> None:
    related = (RelatedLocation(path="main.tf", start_line=5),)
    result = build.result("r", build.finding(path="other.tf", line=40, related=related, waiver="W-1"))
    assert [became for _, became in _counted(build, [_row()], result).fates] == [Fate.COUNTED]


def test_what_lies_aside_counts_for_rules_that_look_everywhere_only(build: Any) -> None:
    rows = [_row(path="scripts/a.py"), _row(rule="leaked-key", path="scripts/a.py")]
    result = build.result("r", *(build.finding(row.rule, row.path) for row in rows))
    counted = _counted(build, rows, result, build.rule(), build.rule("leaked-key", everywhere=True))
    assert [became for _, became in counted.fates] == [Fate.ASIDE, Fate.COUNTED]


def test_what_lies_in_a_retired_repository_counts_for_rules_that_look_everywhere_only(build: Any) -> None:
    said = Retirement(location=Location(path="README.md", start_line=3), says="no longer in use")
    rows = [_row(), _row(rule="leaked-key")]
    result = build.result("r", *(build.finding(row.rule, row.path) for row in rows), retired=(said,))
    counted = _counted(build, rows, result, build.rule(), build.rule("leaked-key", everywhere=True))
    assert [became for _, became in counted.fates] == [Fate.RETIRED, Fate.COUNTED]
    assert "1 reading not counted, since its repository says that it is no longer in use" in "\n".join(summary(counted))


def test_what_was_not_judged_is_not_struck(build: Any) -> None:
    unread = Problem(stage="parsing", message="no", location=Location(path="main.tf"))
    for result in (
        build.result("r", judged=()),
        build.result("r", unavailable=("open-bucket",)),
        build.result("r", problems=(unread,)),
    ):
        assert [became for _, became in _counted(build, [_row()], result).fates] == [Fate.UNSEEN]


def test_a_rule_is_known_by_its_earlier_name_and_one_that_is_gone_tells_nothing(build: Any) -> None:
    rule = build.rule("new-name", aliases=("old-name",))
    rows = [_row(rule="old-name"), _row("wrong", rule="gone")]
    counted = _counted(build, rows, build.result("r", build.finding("new-name")), rule)
    assert [change.rule.name for change in counted.changes] == ["new-name"]
    assert [became for _, became in counted.fates] == [Fate.COUNTED, Fate.STRUCK]


def test_what_is_told_is_counted_for_the_reading_that_is_nearest(build: Any) -> None:
    rows = [_row("wrong", line=26), _row("right", line=30), _row("wrong", line=34)]
    result = build.result("r", build.finding(line=30))
    for given in (rows, rows[::-1]):
        counted = _counted(build, given, result)
        assert counted.changes[0].readings == Readings(right=1)
        fates = {row.line: fate for row, fate in counted.fates}
        assert fates == {26: Fate.STRUCK, 30: Fate.COUNTED, 34: Fate.STRUCK}


def test_what_is_told_is_not_counted_for_a_neighbour_of_what_nobody_could_tell(build: Any) -> None:
    rows = [_row("wrong", line=26), _row(None, line=30)]
    counted = _counted(build, rows, build.result("r", build.finding(line=30)))
    assert [fate for _, fate in counted.fates] == [Fate.STRUCK]


@pytest.mark.parametrize("name", ["open-bucket", "old-name"])
def test_what_was_counted_in_another_list_is_not_counted_for_a_neighbour(build: Any, name: str) -> None:
    before = {_row(rule=name, line=30).key: Entry(name, Verdict.RIGHT)}
    rule = build.rule(aliases=("old-name",))
    result = build.result("r", build.finding(line=30))
    counted = _counted(build, [_row("wrong", line=34)], result, rule, before=before)
    assert [fate for _, fate in counted.fates] == [Fate.STRUCK]


def test_a_list_counts_once(build: Any, tmp_path: Any) -> None:
    result = build.result("r", build.finding(), build.finding(line=4))
    first = _counted(build, [_row(), _row()], result)
    assert first.changes[0].readings == Readings(right=1)
    write_ledger(tmp_path, first.ledger)
    assert read_ledger(tmp_path) == {_row().key: Entry("open-bucket", Verdict.RIGHT)}
    again = _counted(build, [_row("wrong"), _row("wrong", line=4)], result, before=read_ledger(tmp_path))
    assert again.changes[0].readings == Readings(wrong=1)
    told = list(summary(again))
    assert "1 reading not counted again: 0 right, 0 arguable, 1 wrong" in told
    assert "list.csv:3: wrong, and was counted as right" in told


def test_what_was_struck_may_count_later(build: Any) -> None:
    struck = _counted(build, [_row()], build.result("r"))
    assert not struck.changes
    assert not struck.ledger
    assert list(summary(struck)) == [
        "0 readings counted: 0 right, 0 arguable, 0 wrong",
        "1 reading struck, since the rule tells it no more: 1 right, 0 arguable, 0 wrong",
    ]


def test_a_repository_without_a_result_is_an_error(build: Any) -> None:
    with pytest.raises(UsageError, match=r"list.csv:3: no result of r is given"):
        _counted(build, [_row()], build.result("another"))


def test_what_strangers_wrote_cannot_steer_a_terminal(build: Any) -> None:
    packs = (PackReference(id="clo\x1b]0;owned\x07ud\n::error::x", version="1", digest="d"),)
    told = Told.by([build.result("r").model_copy(update={"packs": packs})], {})
    assert told.packs_unlike([]) == ["cloud ::error::x"]
    row = _row()._replace(repository="a\x1b]0;owned\x07\nb")
    with pytest.raises(UsageError, match=r"^list.csv:3: no result of a b is given$"):
        _counted(build, [row], build.result("r"))


def test_a_damaged_ledger_is_told_and_not_passed_over(tmp_path: Any) -> None:
    file = write_ledger(tmp_path, {})
    assert read_ledger(tmp_path) == {}
    file.write_text(file.read_text() + "<<<<<<< mine\n")
    with pytest.raises(UsageError, match=r"counted.txt:3: no record of a reading"):
        read_ledger(tmp_path)
