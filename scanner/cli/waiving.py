"""Waives a failure: asks whether that may be, and writes the entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scanner.cli.entries import with_entry
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.finding import Finding
    from scanner.domain.policy import WaiverLimits

_HEAD = """\
# Failures that somebody answers for until a day. `archscan waivers list` shows what became of each.
waivers:
"""


class Answer(NamedTuple):
    """Who answers for a failure, why, and until when."""

    reason: str
    owner: str
    """Name and role."""
    ticket: str
    """Where it is worked on; may be empty."""
    begin: date
    last: date


def last_day(expires: str | None, days: int | None, begin: date) -> date:
    """The day until which a failure is waived.

    Args:
        expires: Of ``--expires``.
        days: Of ``--days``, from the beginning.
        begin: Day of the waiver.

    Raises:
        UsageError: Both are given or neither, or ``expires`` is not a date.
    """
    from scanner.cli.scan import day_of  # noqa: PLC0415

    if expires and days:
        raise UsageError("--expires and --days both say until when", hint="give one of them")
    if expires is None and days is None:
        raise UsageError("say until when: --expires YYYY-MM-DD or --days N")
    return day_of(expires, "--expires") if expires else begin + timedelta(days=days or 1)


def check(finding: Finding, answer: Answer, limits: WaiverLimits) -> None:
    """Ask whether a finding may be waived so.

    Args:
        finding: What is to be waived.
        answer: Says until when.
        limits: Of the policy.

    Raises:
        UsageError: It does not fail, is waived already, or the last day is past or later than the policy allows.
    """
    from scanner.domain.finding import Outcome  # noqa: PLC0415
    from scanner.evaluation.ranking import told_severity  # noqa: PLC0415

    if finding.outcome not in {Outcome.FAIL, Outcome.REVIEW}:
        raise UsageError(f"{finding.rule} does not fail there: nothing is to be waived")
    if finding.waiver is not None:
        raise UsageError(f"it is waived already ({finding.waiver})", hint="`archscan waivers list` shows by which")
    cap = limits.days_for(finding.weight)
    if answer.last < answer.begin:
        raise UsageError(f"{answer.last} is past")
    if (answer.last - answer.begin).days > cap:
        latest = answer.begin + timedelta(days=cap)
        raise UsageError(
            f"a finding of {told_severity(finding)} severity is waived for {cap} days at most: until {latest}"
        )


def fields_of(finding: Finding, findings: Iterable[Finding], answer: Answer) -> Mapping[str, object]:
    """The fields of the entry, in the order in which they are written.

    Args:
        finding: What is waived.
        findings: All of the result, from which the entry must tell it apart.
        answer: Who answers for it.
    """
    return {
        "rule": finding.rule,
        **_target(finding, findings),
        "reason": answer.reason,
        "owner": answer.owner,
        "created": answer.begin,
        "expires": answer.last,
        **({"ticket": answer.ticket} if answer.ticket else {}),
    }


def enter(target: Path, fields: Mapping[str, object]) -> None:
    """Write an entry to the end of the supplier's file; what stands in it stays as it is.

    Args:
        target: The file, which need not be there yet.
        fields: Of the entry.

    Raises:
        UsageError: The file is a link, or would not be understood.
    """
    from scanner.sources.waivers import FILE, read_waivers  # noqa: PLC0415

    if target.is_symlink():
        raise UsageError(f"{target} is a link, which is not followed")
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    text = with_entry(before, _HEAD, fields)
    faulty = [one.fault for one in read_waivers(FILE, text.encode()) if one.fault]
    if faulty:
        raise UsageError(f"{target} would not be understood: {faulty[0]}")
    target.write_text(text, encoding="utf-8", newline="\n")


def _target(finding: Finding, findings: Iterable[Finding]) -> Mapping[str, object]:
    """What names this finding and no other: its subject if it can, with its path where other files hold its like."""
    from scanner.evaluation.merge import about  # noqa: PLC0415

    if finding.places:
        return {"fingerprint": finding.fingerprint, **({"places": finding.places} if finding.places > 1 else {})}
    path, name = finding.location.path, about(finding)
    alike = [one for one in findings if one.rule == finding.rule and about(one) == name and one is not finding]
    where = {"path": path} if any(one.location.path != path for one in alike) else {}
    if where and finding.subject == path:
        return where
    if path in finding.subject or finding.subject == "repository" or any(one.location.path == path for one in alike):
        return {"fingerprint": finding.fingerprint, **where}
    return {"subject": finding.subject, **where}
