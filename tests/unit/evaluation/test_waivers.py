"""Waivers: a table of what sets a failure aside and what does not, from the text of the file to the register."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind, Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, RelatedLocation
from scanner.domain.policy import Counted, WaiverLimits
from scanner.domain.waiver import WaiverState
from scanner.evaluation.merge import merge
from scanner.evaluation.waivers import Applied, apply_waivers, waiver_problems
from scanner.sources.waivers import load_waivers, read_approvals, read_waivers

DAY = date(2026, 11, 21)
LIMITS = WaiverLimits()
GOOD = {
    "rule": "open-bucket",
    "subject": "aws_s3_bucket.logs",
    "reason": "holds nothing but published pages",
    "owner": "A. Khan, lead engineer",
    "created": "2026-10-01",
    "expires": "2027-01-31",
}


class Case(NamedTuple):
    """An entry, and what becomes of it."""

    says: str
    entry: dict[str, Any]
    state: str
    note: str = ""


def case(says: str, state: str, note: str = "", *, without: str = "", **changes: Any) -> Case:
    return Case(says, {key: value for key, value in {**GOOD, **changes}.items() if key != without}, state, note)


TABLE = [
    case("a whole one by subject", "applied"),
    case("by path", "applied", without="subject", path="main.tf"),
    case("by a pattern of paths", "applied", without="subject", path="**/*.tf"),
    case("by a folder", "unmatched", without="subject", path="modules/"),
    case("by subject and a path that both hold", "applied", path="main.tf"),
    case("by subject and a path that does not hold", "unmatched", "nothing fails where it says", path="other.tf"),
    case("by fingerprint", "applied", without="subject", fingerprint="0123456789abcdef"),
    case("by the beginning of a fingerprint", "applied", without="subject", fingerprint="01234567"),
    case("by a fingerprint in capital letters", "applied", without="subject", fingerprint="01234567ABCDEF"[:8]),
    case("by a fingerprint that is too short", "malformed", "eight signs", without="subject", fingerprint="0123"),
    case("by a pattern of subjects", "applied", subject="aws_s3_bucket.*"),
    case("brackets in a subject are no pattern", "unmatched", subject="aws_s3_bucket.log[s]"),
    case("another rule", "unmatched", rule="open-door"),
    case("a pattern of rules", "malformed", "one rule", rule="open-*"),
    case("everything", "malformed", "set everything aside", subject="*"),
    case("every path", "malformed", "set everything aside", without="subject", path="**"),
    case("every path, with more stars", "malformed", "set everything aside", without="subject", path="***"),
    case("every path, from here", "malformed", "set everything aside", without="subject", path="./**"),
    case("every name with a dot", "malformed", "set everything aside", without="subject", path="**/*.*"),
    case("every subject with a dot", "malformed", "set everything aside", subject="*.*"),
    case("a subject, but on every path", "malformed", "set everything aside", path="**/**"),
    case("by two signs and blanks", "malformed", "eight signs", without="subject", fingerprint="01      "),
    case("by what is no fingerprint", "malformed", "eight signs", without="subject", fingerprint="the-first-one"),
    case("nothing", "malformed", "give subject, path or fingerprint", without="subject"),
    case("without a reason", "malformed", "reason", without="reason"),
    case("with an empty reason", "malformed", "reason", reason="  "),
    case("without an owner", "malformed", "owner", without="owner"),
    case("without a day of creation", "malformed", "created", without="created"),
    case("without an end", "malformed", "expires", without="expires"),
    case("an end that is no day", "malformed", "'2027-02-30' is no day", expires="2027-02-30"),
    case("an end that is a word", "malformed", "'soon' is no day", expires="soon"),
    case("an end that never comes", "malformed", "'never' is no day", expires="never"),
    case("an end with an hour and a zone", "malformed", "is no day", expires="2026-12-31T23:30:00+01:00"),
    case("an end that is a number", "malformed", "write a day alone", expires=20261231),
    case("its last day is today", "applied", "today is its last day", expires="2026-11-21"),
    case("its last day was yesterday", "expired", "1 day ago", expires="2026-11-20"),
    case("it ends tomorrow", "applied", "it ends in 1 day, on 2026-11-22", expires="2026-11-22"),
    case("it ends on the last day of notice", "applied", "it ends in 14 days", expires="2026-12-05"),
    case("it ends a day later than that", "applied", expires="2026-12-06"),
    case("it begins today", "applied", created="2026-11-21"),
    case("it begins tomorrow", "not_yet", "begins on 2026-11-22", created="2026-11-22"),
    case("it ends before it begins", "malformed", "ends before it begins", expires="2026-09-30"),
    case("as long as high severity allows", "applied", created="2026-11-21", expires="2027-05-20"),
    case("a day longer than that", "too_long", "181 days", created="2026-11-21", expires="2027-05-21"),
    case("longer than anything may run", "too_long", "366 days", created="2026-11-21", expires="2027-11-22"),
    case("a field that nobody knows", "malformed", "no such field", approved_by="me"),
    case("with a ticket that is a number", "applied", ticket=1234),
]


def finding(build: Any, **more: Any) -> Finding:
    made: Finding = build.finding(fingerprint="0123456789abcdef0123456789abcdef", **more)
    return made


def apply(findings: list[Finding], *entries: dict[str, Any], limits: WaiverLimits = LIMITS, **more: Any) -> Applied:
    return apply_waivers(findings, read_waivers("archscan-waivers.yaml", as_yaml(entries)), limits, DAY, **more)


def as_yaml(entries: tuple[dict[str, Any], ...], head: str = "") -> bytes:
    lines = [head + "waivers:"]
    for entry in entries:
        for number, (name, value) in enumerate(entry.items()):
            plain = value if isinstance(value, int) or name in {"created", "expires"} else f'"{value}"'
            lines.append(f"{'  - ' if number == 0 else '    '}{name}: {plain}")
    return ("\n".join(lines) + "\n").encode()


@pytest.mark.parametrize("one", TABLE, ids=lambda one: one.says)
def test_table(build: Any, one: Case) -> None:
    applied = apply([finding(build)], one.entry)
    (record,) = applied.records
    assert record.state.value == one.state
    assert one.note in record.note
    aside = applied.findings[0].waiver
    assert aside == (record.id if one.state == "applied" else None)
    assert applied.findings[0].outcome.value == "fail", "a waived failure stays one, and is told as one"
    assert record.location is not None
    assert (record.location.path, record.location.start_line) == ("archscan-waivers.yaml", 2)


def test_the_table_is_as_long_as_was_asked() -> None:
    assert len(TABLE) >= 30
    assert len({one.says for one in TABLE}) == len(TABLE)


def test_a_mistake_costs_its_own_entry_alone(build: Any) -> None:
    applied = apply([finding(build)], {"rule": "open-bucket"}, GOOD)
    assert [one.state.value for one in applied.records] == ["malformed", "applied"]
    assert applied.findings[0].waiver == applied.records[1].id


def test_of_two_that_say_the_same_the_longer_stands(build: Any) -> None:
    short, long = {**GOOD, "expires": "2026-12-24"}, {**GOOD, "expires": "2027-02-01"}
    for entries in ((short, long), (long, short)):
        applied = apply([finding(build)], *entries)
        states = {one.expires: one.state.value for one in applied.records}
        assert states == {"2026-12-24": "duplicate", "2027-02-01": "applied"}


def test_one_that_ended_does_not_stand_in_the_way_of_its_successor(build: Any) -> None:
    applied = apply([finding(build)], {**GOOD, "expires": "2026-11-01"}, GOOD)
    assert [one.state.value for one in applied.records] == ["expired", "applied"]


def test_a_finding_that_moved_keeps_its_waiver_by_subject_and_by_fingerprint_not_by_path(build: Any) -> None:
    moved = finding(build, location=Location(path="infrastructure/storage/main.tf", start_line=90))
    by_path = {key: value for key, value in GOOD.items() if key != "subject"} | {"path": "main.tf"}
    by_print = {key: value for key, value in GOOD.items() if key != "subject"} | {"fingerprint": "0123456789"}
    assert apply([moved], GOOD).findings[0].waiver is not None
    assert apply([moved], by_print).findings[0].waiver is not None
    left = apply([moved], by_path)
    assert left.findings[0].waiver is None
    assert left.records[0].note == (
        "nothing fails where it says: the rule fails for aws_s3_bucket.logs at infrastructure/storage/main.tf:90; "
        "has it moved?"
    )
    gone = apply([], by_path)
    assert gone.records[0].note == "nothing fails where it says: the rule fails nowhere, so take it away"


def test_low_severity_may_be_waived_for_longer(build: Any) -> None:
    year = {**GOOD, "created": "2026-11-21", "expires": "2027-11-21"}
    assert apply([finding(build, severity=Severity.LOW)], year).records[0].state is WaiverState.APPLIED
    both = [
        finding(build, severity=Severity.LOW),
        build.finding(fingerprint="f" * 32, subject="aws_s3_bucket.logs", severity=Severity.CRITICAL),
    ]
    applied = apply(both, year)
    assert [one.waiver is not None for one in applied.findings] == [True, False]
    assert "1 failure of high or critical severity not set aside" in applied.records[0].note


def grouped(build: Any, *places: tuple[str, int]) -> Finding:
    (path, line), *others = places
    related = tuple(RelatedLocation(path=other, start_line=at) for other, at in others)
    return finding(
        build, subject="repository", location=Location(path=path, start_line=line), related=related, places=len(places)
    )


def test_a_path_must_name_every_place_of_a_finding(build: Any) -> None:
    one = grouped(build, ("a/main.tf", 3), ("b/main.tf", 9))
    part = {**GOOD, "subject": "", "path": "a/main.tf"}
    applied = apply([one], part)
    assert applied.findings[0].waiver is None
    assert "holds in other places too" in applied.records[0].note
    assert apply([one], {**part, "path": "*/main.tf"}).findings[0].waiver is not None


def test_of_very_many_places_not_all_are_listed_and_a_path_cannot_name_them(build: Any) -> None:
    one = grouped(build, ("a/main.tf", 3), ("a/main.tf", 9)).model_copy(update={"places": 80})
    assert apply([one], {**GOOD, "subject": "", "path": "a/main.tf"}).findings[0].waiver is None


def test_nobody_may_be_waived_who_passes(build: Any) -> None:
    applied = apply([finding(build, outcome="pass")], GOOD)
    assert applied.records[0].state is WaiverState.UNMATCHED


def test_no_waivers_lists_all_and_applies_none(build: Any) -> None:
    applied = apply([finding(build)], GOOD, {**GOOD, "expires": "2026-11-01"}, ignored=True)
    assert [one.state.value for one in applied.records] == ["ignored", "expired"]
    assert applied.findings == applied.by_supplier == applied.approved == (finding(build),)


APPROVER = 'approver: "B. Jones, NHS trust"\n'


def approved(build: Any, *approvals: dict[str, Any], counted: Counted = Counted.APPROVED) -> Applied:
    written = (
        *read_waivers("archscan-waivers.yaml", as_yaml((GOOD,))),
        *read_approvals("a.yaml", as_yaml(approvals, APPROVER)),
    )
    return apply_waivers([finding(build)], written, WaiverLimits(counted=counted), DAY)


def test_a_suppliers_waiver_counts_for_an_assessor_once_it_is_approved(build: Any) -> None:
    alone = apply([finding(build)], GOOD, limits=WaiverLimits(counted=Counted.APPROVED))
    (record,) = alone.records
    assert record.state is WaiverState.NOT_COUNTED
    assert "once an assessor approved it" in record.note
    assert alone.findings[0].waiver is None
    assert alone.by_supplier[0].waiver == record.id
    after = approved(build, {"approves": record.id})
    assert after.findings[0].waiver == record.id
    assert after.findings[0].approved
    assert after.records[0].approved_by == "B. Jones, NHS trust"


def test_an_approval_is_of_what_the_waiver_said_then(build: Any) -> None:
    (record,) = apply([finding(build)], {**GOOD, "reason": "another one"}).records
    after = approved(build, {"approves": record.id})
    assert after.findings[0].waiver is None
    assert "it was changed or taken away since it was approved" in after.records[-1].note


def test_an_approval_may_end_earlier(build: Any) -> None:
    (record,) = apply([finding(build)], GOOD).records
    ended = approved(build, {"approves": record.id, "expires": "2026-11-20"})
    assert ended.findings[0].waiver is None
    assert ended.records[-1].state is WaiverState.EXPIRED
    soon = approved(build, {"approves": record.id, "expires": "2026-11-23"})
    assert soon.findings[0].approved
    assert "it ends in 2 days" in soon.records[0].note
    assert soon.records[0].expires == "2026-11-23"


def test_an_approval_that_ends_early_enough_makes_a_waiver_short_enough(build: Any) -> None:
    long = {**GOOD, "expires": "2027-12-31"}
    (record,) = apply([finding(build)], long).records
    assert record.state is WaiverState.TOO_LONG
    written = (
        *read_waivers("archscan-waivers.yaml", as_yaml((long,))),
        *read_approvals("a.yaml", as_yaml(({"approves": record.id, "expires": "2026-12-31"},), APPROVER)),
    )
    after = apply_waivers([finding(build)], written, WaiverLimits(counted=Counted.APPROVED), DAY)
    assert (after.records[0].state, after.records[0].expires) == (WaiverState.APPLIED, "2026-12-31")
    assert after.findings[0].approved


def test_an_assessor_may_waive_by_themselves(build: Any) -> None:
    after = approved(build, GOOD)
    assert after.findings[0].approved
    assert {one.trust.value for one in after.records} == {"supplier", "approved"}


def test_a_policy_may_count_none(build: Any) -> None:
    after = approved(build, GOOD, counted=Counted.NONE)
    assert after.findings[0].waiver is None
    assert after.approved[0].waiver is not None, "the score with approved ones is told all the same"


class Files:
    """Files of a repository, in memory."""

    def __init__(self, **files: str) -> None:
        self.files = {name.replace("_", ".", 1): text for name, text in files.items()}

    def read(self, artifact: Artifact) -> bytes:
        return self.files[artifact.path].encode()

    def waivers(self) -> Any:
        artifacts = [
            Artifact(path=path, kind=ArtifactKind.TERRAFORM if path.endswith("tf") else ArtifactKind.SOURCE)
            for path in self.files
        ]
        return load_waivers(artifacts, self)


INLINE = [
    ("above", '# archscan:waive open-bucket reason="public pages" expires=2027-01-31\n', 2, "applied"),
    ("on the line", 'x = 1 # archscan:waive open-bucket reason="public pages" expires=2027-01-31\n', 1, "applied"),
    ("two lines above", '# archscan:waive open-bucket reason="public pages" expires=2027-01-31\n\n', 3, "unmatched"),
    ("below", 'x\n# archscan:waive open-bucket reason="public pages" expires=2027-01-31\n', 1, "unmatched"),
    ("in C's comment", '/* archscan:waive open-bucket reason="pages" expires=2027-01-31 */\n', 2, "applied"),
    ("in JSX", '{/* archscan:waive open-bucket reason="pages" expires=2027-01-31 */}\n', 2, "applied"),
    ("in JSP", '<%-- archscan:waive open-bucket reason="pages" expires=2027-01-31 --%>\n', 2, "applied"),
    ("in Razor", '@* archscan:waive open-bucket reason="pages" expires=2027-01-31 *@\n', 2, "applied"),
    ("in Handlebars", '{{!-- archscan:waive open-bucket reason="pages" expires=2027-01-31 --}}\n', 2, "applied"),
    ("in HTML", '<!-- archscan:waive open-bucket reason="pages" expires=2027-01-31 -->\n', 2, "applied"),
    ("with a carriage return", '# archscan:waive open-bucket reason="pages" expires=2027-01-31\r\nx\r\n', 2, "applied"),
    ("after a byte order mark", '\ufeff# archscan:waive open-bucket reason="pages" expires=2027-01-31\n', 2, "applied"),
    ("behind the line before", 'x = 1 # archscan:waive open-bucket reason="p" expires=2027-01-31\n', 2, "unmatched"),
    (
        "above another one",
        '# archscan:waive open-bucket reason="p" expires=2027-01-31\n# archscan:waive\nx\n',
        3,
        "applied malformed",
    ),
    ("with another rule inside", "# archscan:waive x rule=open-bucket reason=a expires=2027-01-31\n", 2, "malformed"),
    ("with lines inside", "# archscan:waive open-bucket until=9 reason=a expires=2027-01-31\n", 5, "malformed"),
    ("in a line that nobody reads", "# archscan:waive" + " " * 60_000 + "x\n", 2, "malformed"),
    ("in no comment", 'x = "archscan:waive open-bucket"\n', 1, None),
    ("without a reason", "# archscan:waive open-bucket expires=2027-01-31\n", 2, "malformed"),
    ("without an end", '# archscan:waive open-bucket reason="pages"\n', 2, "malformed"),
    ("with an open quote", '# archscan:waive open-bucket reason="pages expires=2027-01-31\n', 2, "malformed"),
    ("with a field twice", "# archscan:waive open-bucket reason=a reason=b expires=2027-01-31\n", 2, "malformed"),
    ("without a rule", "# archscan:waive\n", 2, "malformed"),
    ("from today for too long", '# archscan:waive open-bucket reason="pages" expires=2027-06-30\n', 2, "too_long"),
    ("ended", '# archscan:waive open-bucket reason="pages" expires=2026-11-20\n', 2, "expired"),
]


@pytest.mark.parametrize(("says", "text", "line", "state"), INLINE, ids=[one[0] for one in INLINE])
def test_comments(build: Any, says: str, text: str, line: int, state: str | None) -> None:
    del says
    one = finding(build, location=Location(path="main.tf", start_line=line))
    applied = apply_waivers([one], Files(main_tf=text).waivers(), LIMITS, DAY)
    assert [record.state.value for record in applied.records] == (state or "").split()
    assert (applied.findings[0].waiver is not None) is ("applied" in (state or ""))


def test_a_comment_that_stands_elsewhere_is_told_where_it_must_stand(build: Any) -> None:
    text = '# archscan:waive open-bucket reason="public pages" expires=2027-01-31\n'
    one = finding(build, location=Location(path="main.tf", start_line=9))
    (record,) = apply_waivers([one], Files(main_tf=text).waivers(), LIMITS, DAY).records
    assert "at main.tf:9" in record.note
    assert record.note.endswith("A comment stands behind the failing line, or right above it")


@pytest.mark.parametrize(("name", "held"), [("schema.sql", True), ("App.Config", True), ("logo.png", False)])
def test_comments_in_files_that_no_parser_reads(build: Any, name: str, held: bool) -> None:
    text = '-- archscan:waive open-bucket reason="public pages" expires=2027-01-31\n'
    files = Files(**{name.replace(".", "_", 1): text})
    written = load_waivers([Artifact(path=name, kind=ArtifactKind.OTHER)], files)
    one = finding(build, location=Location(path=name, start_line=2))
    assert (apply_waivers([one], written, LIMITS, DAY).findings[0].waiver is not None) is held


def test_every_mistake_of_an_entry_is_told_at_once() -> None:
    (one,) = read_waivers("w.yaml", b"waivers:\n  - {rule: x, subjct: y, reason: r, expires: 2027-13-01}\n")
    assert one.fault == (
        "at owner: it is missing; at created: it is missing; at expires: '2027-13-01' is no day: write it as "
        "2026-12-31; at subjct: there is no such field"
    )


def test_comments_must_stand_at_every_place(build: Any) -> None:
    one = grouped(build, ("main.tf", 2), ("more.tf", 2))
    text = '# archscan:waive open-bucket reason="public pages" expires=2027-01-31\n'
    part = apply_waivers([one], Files(main_tf=text, more_tf="").waivers(), LIMITS, DAY)
    assert part.findings[0].waiver is None
    assert "holds in other places too" in part.records[0].note
    whole = apply_waivers([one], Files(main_tf=text, more_tf=text).waivers(), LIMITS, DAY)
    assert whole.findings[0].waiver is not None
    assert {record.state.value for record in whole.records} == {"applied"}


COMMENT = '# archscan:waive open-bucket reason="public pages" expires={}\n'


def test_a_comment_that_runs_too_long_covers_no_place(build: Any) -> None:
    one = grouped(build, ("main.tf", 2), ("more.tf", 2))
    files = Files(main_tf=COMMENT.format("2027-01-31"), more_tf=COMMENT.format("2027-07-31"))
    assert apply_waivers([one], files.waivers(), LIMITS, DAY).findings[0].waiver is None


def with_approvals(one: Finding, files: Files, *names: str) -> Applied:
    approvals = read_approvals("a.yaml", as_yaml(tuple({"approves": name} for name in names), APPROVER))
    return apply_waivers([one], (*files.waivers(), *approvals), WaiverLimits(counted=Counted.APPROVED), DAY)


def test_an_approved_comment_lends_nothing_to_those_at_other_places(build: Any) -> None:
    one = grouped(build, ("main.tf", 2), ("more.tf", 2))
    files = Files(main_tf=COMMENT.format("2027-01-31") + "a", more_tf=COMMENT.format("2027-01-30") + "b")
    first, second = (record.id for record in apply_waivers([one], files.waivers(), LIMITS, DAY).records)
    part = with_approvals(one, files, first)
    assert part.findings[0].waiver is None
    assert part.by_supplier[0].waiver == second
    assert part.approved[0].waiver is None
    assert with_approvals(one, files, first, second).findings[0].approved


def test_an_approved_comment_is_not_approved_beside_other_code_nor_twice(build: Any) -> None:
    comment = COMMENT.format("2027-01-31")
    one = finding(build, location=Location(path="main.tf", start_line=2))
    (record,) = apply_waivers([one], Files(main_tf=comment + "pages\n").waivers(), LIMITS, DAY).records
    assert with_approvals(one, Files(main_tf=comment + "pages\n"), record.id).findings[0].approved
    assert with_approvals(one, Files(main_tf=comment + "records\n"), record.id).findings[0].waiver is None
    assert with_approvals(one, Files(main_tf=(comment + "pages\n") * 2), record.id).findings[0].waiver is None


def test_one_place_more_than_was_waived_is_told(build: Any) -> None:
    two = grouped(build, ("main.tf", 3), ("main.tf", 9))
    three = grouped(build, ("main.tf", 3), ("main.tf", 9), ("main.tf", 15))
    entry = {**GOOD, "subject": "", "fingerprint": two.fingerprint}
    assert "say `places: 2`" in apply([two], entry).records[0].note
    assert not apply([two], {**entry, "places": 2}).records[0].note
    applied = apply([three], {**entry, "places": 2})
    assert applied.findings[0].waiver is None
    assert "holds in other places too" in applied.records[0].note


def test_a_fingerprint_that_can_come_to_stand_for_another_file_is_not_enough(build: Any) -> None:
    def of(folder: str, outcome: str = "fail") -> Finding:
        made: Finding = build.finding(
            outcome, subject=f"{folder}/Dockerfile", location=Location(path=f"{folder}/Dockerfile", start_line=1)
        )
        return made

    before = list(merge([of("api"), of("web", "pass")]))
    after = list(merge([of("api", "pass"), of("web")]))
    assert before[0].fingerprint == after[0].fingerprint
    entry = {**GOOD, "subject": "", "fingerprint": before[0].fingerprint}
    for findings in (before, after):
        applied = apply(findings, entry)
        assert all(one.waiver is None for one in applied.findings)
        assert "name its path as well" in applied.records[0].note
    entry["path"] = "api/Dockerfile"
    assert apply(before, entry).findings[0].waiver is not None
    assert apply(after, entry).findings[0].waiver is None


def test_a_waiver_that_runs_too_long_does_not_take_the_place_of_one_that_holds(build: Any) -> None:
    good = {**GOOD, "created": "2026-11-01", "expires": "2027-01-31"}
    applied = apply([finding(build)], {**good, "expires": "2027-06-30"}, good)
    assert applied.findings[0].waiver is not None
    assert [record.state.value for record in applied.records] == ["too_long", "applied"]


def test_of_two_approvals_the_later_holds(build: Any) -> None:
    (record,) = apply([finding(build)], GOOD).records
    ends = ["2026-11-23", "2026-12-31"]
    for days in (ends, ends[::-1]):
        after = approved(build, *({"approves": record.id, "expires": day} for day in days))
        assert len(after.records) == 1
        assert after.records[0].days_left == 40


def test_a_file_without_entries_is_no_fault() -> None:
    assert read_waivers("archscan-waivers.yaml", b"# none yet\nwaivers:\n") == ()


def test_a_broken_file_sets_nothing_aside_and_says_so(build: Any) -> None:
    artifact = Artifact(path="archscan-waivers.yaml", kind=ArtifactKind.YAML)

    class Broken:
        def read(self, _: Artifact) -> bytes:
            return b"waivers: [rule: {"

    applied = apply_waivers([finding(build)], load_waivers([artifact], Broken()), LIMITS, DAY)
    (record,) = applied.records
    assert record.state is WaiverState.MALFORMED
    (problem,) = waiver_problems(applied.records)
    assert problem.stage == "waivers"
    assert "sets nothing aside" in problem.message


def test_what_is_wrong_or_ends_soon_is_a_problem_that_everybody_reads(build: Any) -> None:
    applied = apply([finding(build)], {**GOOD, "expires": "2026-11-30"}, {**GOOD, "rule": "open-door"})
    told = [problem.message for problem in waiver_problems(applied.records)]
    assert told[0] == "open-bucket: it ends in 9 days, on 2026-11-30"
    assert told[1].startswith("open-door: nothing fails where it says")
    assert not list(waiver_problems(apply([finding(build)], GOOD).records))


def test_of_a_repository_that_was_not_scanned_nothing_is_said(build: Any) -> None:
    entry = {key: value for key, value in GOOD.items() if key != "subject"} | {"path": "infra/main.tf"}
    (record,) = apply([finding(build)], entry, absent=("infra",)).records
    assert record.state is WaiverState.UNMATCHED
    assert record.note == "infra was not scanned: whether anything fails there is not known"


def test_a_file_of_nearly_that_name_is_told_not_left_out_in_silence(build: Any) -> None:
    artifact = Artifact(path="archscan-waivers.yml", kind=ArtifactKind.YAML)

    class Empty:
        def read(self, _: Artifact) -> bytes:
            return b""

    (record,) = apply_waivers([finding(build)], load_waivers([artifact], Empty()), LIMITS, DAY).records
    assert record.state is WaiverState.MALFORMED
    assert "not called archscan-waivers.yaml" in record.note


def test_without_waivers_an_approval_of_none_is_told_all_the_same(build: Any) -> None:
    approvals = read_approvals("a.yaml", as_yaml(({"approves": "W-0123456789ab"},), APPROVER))
    (record,) = apply_waivers([finding(build)], approvals, LIMITS, DAY, ignored=True).records
    assert "no waiver of the supplier is W-0123456789ab" in record.note
