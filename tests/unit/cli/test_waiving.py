from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scanner.cli.waiving import Answer, check, enter, fields_of, last_day
from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import Outcome
from scanner.domain.policy import WaiverLimits
from scanner.errors import UsageError
from scanner.sources.waivers import FILE, read_waivers

from .conftest import Finds

BEGIN = date(2026, 11, 22)
LIMITS = WaiverLimits(days=180, days_high=90)


def answer(last: date = date(2026, 12, 1), ticket: str = "") -> Answer:
    return Answer("Moves in March", "A. Khan, lead", ticket, BEGIN, last)


def test_the_last_day_is_given_or_counted() -> None:
    assert last_day("2026-12-31", None, BEGIN) == date(2026, 12, 31)
    assert last_day(None, 10, BEGIN) == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("expires", "days", "told"),
    [("2026-12-31", 3, "both say until when"), (None, None, "say until when"), ("March", None, "--expires March")],
)
def test_until_when_is_said_once_and_as_a_day(expires: str | None, days: int | None, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        last_day(expires, days, BEGIN)


def test_what_the_policy_allows_depends_on_severity(finding: Finds) -> None:
    check(finding(severity="medium"), answer(date(2027, 5, 21)), LIMITS)
    with pytest.raises(UsageError, match="for 90 days at most: until 2027-02-20"):
        check(finding(severity="high"), answer(date(2027, 2, 21)), LIMITS)


def test_only_an_open_failure_is_waived_and_not_for_the_past(finding: Finds) -> None:
    with pytest.raises(UsageError, match="nothing is to be waived"):
        check(finding(outcome=Outcome.PASS), answer(), LIMITS)
    with pytest.raises(UsageError, match="it is waived already"):
        check(finding(waiver="W-1"), answer(), LIMITS)
    with pytest.raises(UsageError, match="2026-11-21 is past"):
        check(finding(), answer(date(2026, 11, 21)), LIMITS)


def test_the_entry_tells_the_finding_from_its_like_in_another_file(finding: Finds) -> None:
    one = finding().model_copy(update={"subject": "aws_s3_bucket.logs"})
    other = one.model_copy(update={"location": Location(path="other/main.tf", start_line=1)})
    assert "path" not in fields_of(one, [one], answer())
    fields = fields_of(one, [one, other], answer(ticket="T-1"))
    assert list(fields) == ["rule", "subject", "path", "reason", "owner", "created", "expires", "ticket"]
    assert fields["path"] == "infra/main.tf"


def test_an_entry_is_read_as_it_was_meant(finding: Finds, tmp_path: Path) -> None:
    target = tmp_path / FILE
    one = finding().model_copy(update={"subject": "aws_s3_bucket.logs"})
    enter(target, fields_of(one, [one], answer()))
    enter(target, fields_of(one, [one], answer(date(2026, 12, 2))))
    first, second = read_waivers(FILE, target.read_bytes())
    assert not first.fault
    assert not second.fault
    assert target.read_text("utf-8").count("waivers:\n") == 1


def test_no_link_is_followed_and_no_file_broken(finding: Finds, tmp_path: Path) -> None:
    one = finding()
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(UsageError, match="is a link"):
        enter(link, fields_of(one, [one], answer()))
    assert not (tmp_path / "elsewhere.yaml").exists()
    target = tmp_path / FILE
    target.write_text("waivers: 3\n")
    with pytest.raises(UsageError):
        enter(target, fields_of(one, [one], answer()))
    assert target.read_text("utf-8") == "waivers: 3\n"


def test_a_waiver_may_be_as_long_as_the_scan_takes_it(finding: Finds) -> None:
    told = finding(severity="medium", graded=Severity.CRITICAL)
    check(told, answer(date(2027, 2, 20)), LIMITS)
    with pytest.raises(UsageError, match=r"of medium \(graded critical\) severity is waived for 90 days at most"):
        check(told, answer(date(2027, 2, 21)), LIMITS)
