"""The baseline: what was known is known by fingerprint and by lines, and only what became worse is new."""

from __future__ import annotations

from typing import Any

from scanner.domain.artifact import Location, Role
from scanner.domain.assessment import Assessment
from scanner.domain.baseline import Baseline, BaselineKind
from scanner.domain.finding import Finding, Outcome, RelatedLocation
from scanner.evaluation.baseline import Against, Compared, Seen, baseline_of, compare, compare_with
from scanner.evaluation.merge import merge


def finding(build: Any, name: str, *contexts: str, path: str = "main.tf", **more: Any) -> Finding:
    more.setdefault("subject", f"aws_s3_bucket.{name}")
    made: Finding = build.finding(
        fingerprint=name * 8,
        location=Location(path=path, start_line=3),
        contexts=contexts or (f"{name * 8}aaaaaaaa",),
        **more,
    )
    return made


def compared(known: list[Finding], now: list[Finding], sight: Seen | None = None) -> Compared:
    return compare(now, Against(baseline_of(known, (), (), "mine"), BaselineKind.FILE, "b.json"), {}, "mine", sight)


def dockerfile(build: Any, folder: str, outcome: str = "fail", line: str = "11111111", **more: Any) -> Finding:
    path = f"{folder}/Dockerfile"
    contexts = () if outcome == "pass" else (f"{line}{folder:a<8}",)
    made: Finding = build.finding(
        outcome, subject=path, location=Location(path=path, start_line=1), contexts=contexts, **more
    )
    return made


def merged(*findings: Finding) -> list[Finding]:
    return list(merge(findings))


def told(result: Compared) -> list[tuple[str, bool]]:
    return [(one.location.path, one.baseline) for one in result.findings if one.outcome.value == "fail"]


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
    told = compare([known, added], against, {}, "mine", Seen(exempt=frozenset({"IDENTITY-03"}))).comparison
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


def test_of_files_that_are_called_alike_the_one_that_was_added_is_told(build: Any) -> None:
    api, web, app = (dockerfile(build, folder) for folder in ("api", "web", "aaa"))
    result = compared(merged(api, web), merged(api, web, app))
    assert told(result) == [("aaa/Dockerfile", False), ("api/Dockerfile", True), ("web/Dockerfile", True)]
    assert (result.comparison.new, result.comparison.moved) == (1, 0)


def test_what_is_mended_in_one_file_does_not_excuse_its_namesake(build: Any) -> None:
    before = merged(dockerfile(build, "api"), dockerfile(build, "web", "pass"))
    after = merged(dockerfile(build, "api", "pass"), dockerfile(build, "web"))
    result = compared(before, after)
    assert told(result) == [("web/Dockerfile", False)]
    assert [one.path for one in result.comparison.mended] == ["api/Dockerfile"]


def test_a_copy_of_what_was_mended_is_new(build: Any) -> None:
    before = dockerfile(build, "api")
    copy = dockerfile(build, "web").model_copy(update={"contexts": before.contexts})
    assert compared(merged(before), merged(dockerfile(build, "api", "pass"), copy)).comparison.new == 1


def test_the_namesake_that_was_mended_is_the_one_that_is_told(build: Any) -> None:
    both = merged(dockerfile(build, "api"), dockerfile(build, "web"))
    result = compared(both, merged(dockerfile(build, "api", "pass"), dockerfile(build, "web")))
    assert told(result) == [("web/Dockerfile", True)]
    assert [one.path for one in result.comparison.mended] == ["api/Dockerfile"]
    assert [one.path for one in result.left.findings] == ["web/Dockerfile"]


def test_a_file_that_moved_and_was_edited_is_known(build: Any) -> None:
    moved = dockerfile(build, "services", line="22222222")
    result = compared(merged(dockerfile(build, "api")), merged(moved))
    assert (result.comparison.new, result.comparison.moved) == (0, 1)


def test_a_module_that_is_called_anew_is_new_though_its_line_was_there(build: Any) -> None:
    first, second = (
        finding(build, name, "11111111aaaaaaaa", subject=f"module.{name}.aws_s3_bucket.this", path="modules/b/main.tf")
        for name in ("a", "b")
    )
    mended = first.model_copy(update={"outcome": Outcome.PASS, "contexts": ()})
    assert compared(merged(first), merged(mended, second)).comparison.new == 1


def test_one_line_mended_and_another_added_in_the_same_file_is_new(build: Any) -> None:
    def line(number: int, context: str) -> Finding:
        made: Finding = build.finding(
            subject=f"a.js:{number}", location=Location(path="a.js", start_line=number), contexts=(context,)
        )
        return made

    before = merged(line(3, "11111111aaaaaaaa"))
    assert compared(before, merged(line(9, "22222222aaaaaaaa"))).comparison.new == 1
    assert compared(before, merged(line(9, "11111111bbbbbbbb"))).comparison.new == 0


def test_what_passed_in_production_and_fails_there_now_is_new(build: Any) -> None:
    before = finding(build, "a", environments=("dev",), other_environments=("prod",))
    now = finding(build, "a", environments=("dev", "prod"))
    assert compared([before], [now]).comparison.new == 1
    assert compared([before], [before]).comparison.new == 0
    assert compared([now], [before]).comparison.new == 0


def test_what_could_not_be_judged_again_is_not_mended(build: Any) -> None:
    before = finding(build, "a")
    for now, sight in (
        ([], Seen(rules=frozenset({"another-rule"}))),
        ([], Seen(unread=frozenset({"main.tf"}))),
        ([before.model_copy(update={"outcome": Outcome.OPEN, "contexts": ()})], None),
    ):
        result = compared([before], now, sight)
        assert (result.comparison.mended, result.comparison.unseen) == ((), 1)
        assert [one.rule for one in result.left.findings] == [before.rule]


def test_a_baseline_of_the_form_before_is_read(build: Any) -> None:
    known = baseline_of([finding(build, "a")], (), (), "mine")
    old = known.model_copy(
        update={"findings": tuple(one.model_copy(update={"about": "", "by_line": False}) for one in known.findings)}
    )
    against = Against(old, BaselineKind.FILE, "b.json")
    assert compare([finding(build, "a"), finding(build, "b")], against, {}, "mine").comparison.new == 1


def test_a_place_that_was_mended_does_not_excuse_the_same_line_of_another_file(build: Any) -> None:
    line = "11111111aaaaaaaa"

    def in_files(first: str, second: str) -> Finding:
        related = (RelatedLocation(path=second, start_line=3),)
        return finding(build, "a", line, line, path=first, places=2, related=related)

    before = in_files("api/Dockerfile", "web/Dockerfile")
    now = in_files("app/Dockerfile", "web/Dockerfile")
    still_there = build.finding("pass", rule="another", location=Location(path="api/Dockerfile", start_line=1))
    assert compared([before], [now, still_there]).comparison.new == 1
    assert compared([before], [now]).comparison.new == 0, "the file has another name"
    assert compared([before], [before, still_there]).comparison.new == 0


def assessment(status: str, unavailable: tuple[str, ...] = ()) -> Assessment:
    control: dict[str, object] = {"id": "CLOUD-01", "title": "t", "status": status, "score": None, "severity": "high"}
    control["rules"] = ["open-bucket"]
    principle = {"id": "CLOUD", "title": "t", "status": status, "score": None, "coverage": 1, "controls": [control]}
    return Assessment.model_validate(
        {
            "tool": {"name": "archscan", "version": "1"},
            "source": {"uri": "service"},
            "policy": {"id": "mine", "title": "t", "version": "1", "as_of": "2026-11-21"},
            "packs": [],
            "score": {"value": None, "low": None, "high": None, "without_waivers": None, "coverage": 1},
            "gate": {"passed": True},
            "principles": [principle],
            "findings": [],
            "inventory": {},
            "unavailable": unavailable,
            "problems": [],
        }
    )


def test_a_principle_that_was_mended_cannot_be_lost_again_unseen(build: Any) -> None:
    before = baseline_of([finding(build, "a")], assessment("not_met").principles, (), "mine")
    against = Against(before, BaselineKind.FILE, "b.json")
    assert compare_with(assessment("met"), against).left.principles == {"CLOUD": "partially_met"}
    assert compare_with(assessment("not_assessed"), against).left.principles == {"CLOUD": "not_met"}


def test_without_its_engine_a_rule_mends_nothing(build: Any) -> None:
    against = Against(baseline_of([finding(build, "a")], (), (), "mine"), BaselineKind.FILE, "b.json")
    without = compare_with(assessment("not_assessed", ("open-bucket",)), against)
    assert without.left.findings == against.baseline.findings
    assert compare_with(assessment("met"), against).left.findings == ()
