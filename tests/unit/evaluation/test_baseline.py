"""The baseline: what was known is known by fingerprint and by lines, and only what became worse is new."""

from __future__ import annotations

from typing import Any

from scanner.domain.artifact import Location, Role
from scanner.domain.baseline import Baseline, BaselineKind
from scanner.domain.finding import Finding
from scanner.evaluation.baseline import Against, Compared, baseline_of, compare


def finding(build: Any, name: str, *contexts: str, path: str = "main.tf", **more: Any) -> Finding:
    made: Finding = build.finding(
        fingerprint=name * 8,
        location=Location(path=path, start_line=3),
        contexts=contexts or (f"{name * 8}aaaaaaaa",),
        **more,
    )
    return made


def compared(known: list[Finding], now: list[Finding]) -> Compared:
    return compare(now, Against(baseline_of(known, (), (), "mine"), BaselineKind.FILE, "b.json"), {}, "mine")


def test_what_was_there_is_known_wherever_its_line_went(build: Any) -> None:
    before = finding(build, "a")
    now = before.model_copy(update={"location": Location(path="main.tf", start_line=99), "contexts": ("0" * 16,)})
    result = compared([before], [now])
    assert result.findings[0].baseline
    assert (result.comparison.new, result.comparison.known, result.comparison.mended) == (0, 1, ())


def test_what_was_not_there_is_new_and_what_is_gone_is_mended(build: Any) -> None:
    result = compared([finding(build, "a")], [finding(build, "b")])
    assert not result.findings[0].baseline
    assert result.comparison.new == 1
    assert [one.fingerprint for one in result.comparison.mended] == ["a" * 8]
    assert result.left.findings == ()


def test_a_file_of_another_name_is_known_by_its_lines(build: Any) -> None:
    before = finding(build, "a", "11111111aaaaaaaa", path="old.tf")
    result = compared([before], [finding(build, "b", "11111111aaaaaaaa", path="new/other.tf")])
    assert result.findings[0].baseline
    assert (result.comparison.new, result.comparison.moved, result.comparison.mended) == (0, 1, ())
    assert [one.path for one in result.left.findings] == ["new/other.tf"], "the baseline goes with it"


def test_the_same_line_among_other_lines_is_another_finding(build: Any) -> None:
    before = finding(build, "a", "11111111aaaaaaaa", path="old.tf")
    result = compared([before], [finding(build, "b", "11111111bbbbbbbb", path="new.tf")])
    assert result.comparison.new == 1


def test_a_copy_of_what_is_still_there_is_new(build: Any) -> None:
    first = finding(build, "a", "11111111aaaaaaaa", path="old.tf")
    copy = finding(build, "b", "11111111aaaaaaaa", path="copy.tf")
    result = compared([first], [first, copy])
    assert [one.baseline for one in result.findings] == [True, False]


def test_what_was_to_be_judged_and_fails_now_is_new(build: Any) -> None:
    result = compared([finding(build, "a", outcome="review")], [finding(build, "a")])
    assert result.comparison.new == 1
    better = compared([finding(build, "a")], [finding(build, "a", outcome="review")])
    assert better.findings[0].baseline
    assert (better.comparison.new, better.comparison.review) == (0, 0)


def test_what_passed_and_fails_now_is_new(build: Any) -> None:
    assert compared([finding(build, "a", outcome="pass")], [finding(build, "a")]).comparison.new == 1


def test_a_fault_in_one_more_place_is_new_and_in_one_less_is_known(build: Any) -> None:
    one, two, three = "11111111aaaaaaaa", "22222222aaaaaaaa", "33333333aaaaaaaa"
    before = finding(build, "a", one, two, places=2)
    more = compared([before], [finding(build, "a", one, two, three, places=3)])
    assert more.comparison.new == 1
    assert more.left == baseline_of([before], (), (), "mine"), (
        "what was known stays known until the new place is mended"
    )
    assert compared([before], [finding(build, "a", two, places=1)]).comparison.new == 0
    swapped = compared([before], [finding(build, "a", two, three, places=2)])
    assert swapped.comparison.new == 1, "one was mended and another one made: the number alone would hide it"
    moved = compared([before], [finding(build, "a", "11111111bbbbbbbb", two, places=2)])
    assert moved.comparison.new == 0, "the lines around it changed, its own did not"


def test_tests_and_examples_are_not_told(build: Any) -> None:
    result = compared([], [finding(build, "a", role=Role.TEST)])
    assert result.comparison.new == 0
    assert baseline_of([finding(build, "a", role=Role.TEST)], (), (), "mine").findings == ()


def test_a_waived_failure_is_not_new(build: Any) -> None:
    assert compared([], [finding(build, "a", waiver="W-000000000000")]).comparison.new == 0


def test_what_does_not_apply_is_counted_nowhere(build: Any) -> None:
    known, added = finding(build, "a", control="IDENTITY-03"), finding(build, "b", control="IDENTITY-03")
    against = Against(baseline_of([known], (), (), "mine"), BaselineKind.FILE, "b.json")
    told = compare([known, added], against, {}, "mine", {"IDENTITY-03"}).comparison
    assert (told.new, told.known) == (0, 0)
    told = compare([known, added], against, {}, "mine").comparison
    assert (told.new, told.known) == (1, 1)


def test_other_rules_or_another_policy_make_it_doubtful() -> None:
    against = Against(Baseline(packs={"cyber": "1.0"}, policy="mine"), BaselineKind.FILE, "b.json")
    assert compare([], against, {"cyber": "1.0"}, "mine").comparison.note == ""
    note = compare([], against, {"cyber": "1.1"}, "theirs").comparison.note
    assert "the rules of cyber have another version" in note
    assert "made with the policy mine" in note


def test_a_baseline_is_the_same_in_any_order(build: Any) -> None:
    findings = [finding(build, name) for name in "dbca"]
    assert baseline_of(findings, (), (), "p") == baseline_of(findings[::-1], (), (), "p")
