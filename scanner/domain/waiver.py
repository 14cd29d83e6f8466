"""Waivers: failures that somebody answers for until a day, and what became of each."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from scanner import lazy_re
from scanner.domain.artifact import Location
from scanner.domain.frozen import Frozen
from scanner.domain.profile import LINE_KEY, Text


class Trust(StrEnum):
    """Whose word a waiver is."""

    SUPPLIER = "supplier"
    """It stands in the repository that is judged."""
    APPROVED = "approved"
    """It stands in an assessor's file outside the repository, or is approved there."""


class Form(StrEnum):
    """Where a waiver is written."""

    FILE = "file"
    """``archscan-waivers.yaml`` in the root of what is scanned."""
    INLINE = "inline"
    """A comment beside the line."""
    APPROVALS = "approvals"
    """The assessor's file."""


class WaiverState(StrEnum):
    """What became of a waiver. Only an applied one sets anything aside."""

    APPLIED = "applied"
    UNMATCHED = "unmatched"
    """Nothing fails where it says."""
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    """It was created on a later day than that of the scan."""
    TOO_LONG = "too_long"
    """It runs longer than the policy allows."""
    MALFORMED = "malformed"
    DUPLICATE = "duplicate"
    """Another one before it says the same."""
    NOT_COUNTED = "not_counted"
    """The policy does not count a supplier's word alone."""
    IGNORED = "ignored"
    """The scan was asked to apply none."""


def _day(written: object) -> object:
    """A day is a day: an hour of a time zone would make one waiver end on two days."""
    if isinstance(written, str):
        try:
            return date.fromisoformat(written.strip())
        except ValueError:
            raise ValueError(f"{written!r} is no day: write it as 2026-12-31") from None
    if type(written) is date:
        return written
    raise ValueError("write a day alone, as 2026-12-31")


Day = Annotated[date, BeforeValidator(_day)]
"""A day as ``2026-12-31``. A waiver holds through the whole of its last day, in UTC."""

_NAMES_NOTHING = lazy_re.compile(r"[*./\s]+")
"""Of a pattern: nothing but stars and what stands between names, so that it means everything."""
_FINGERPRINT = lazy_re.compile(r"[0-9A-Fa-f]{8,}")


class Waiver(Frozen):
    """What somebody answers for until a day. An entry of ``archscan-waivers.yaml`` or of an assessor's file."""

    rule: Text
    """Name of the rule; no pattern."""
    subject: str = ""
    """What fails, as it stands in the finding; ``*`` stands for any text."""
    path: str = ""
    """Where it fails; ``*`` stands for a part of a name, ``**`` for any folders, and a last ``/`` for all below."""
    fingerprint: str = ""
    """The finding itself, of eight signs or more; holds wherever it moves."""
    places: int = Field(default=0, ge=0)
    """Of a finding that holds in several places: how many it is for. Where there are more, it sets nothing aside."""
    reason: Text
    owner: Text
    """Who answers for it: a name, and the role in which."""
    created: Day
    expires: Day
    """Its last day."""
    ticket: Annotated[str, Field(coerce_numbers_to_str=True)] = ""
    """Where it is worked on."""
    line: SkipJsonSchema[int] = Field(default=1, validation_alias=LINE_KEY)
    """Where it stands in the file."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not (self.subject.strip() or self.path.strip() or self.fingerprint.strip()):
            raise ValueError("give subject, path or fingerprint: what it is for")
        if "*" in self.rule:
            raise ValueError("a waiver is for one rule: its name holds no pattern")
        if any(_NAMES_NOTHING.fullmatch(one) for one in (self.subject, self.path) if one.strip()):
            raise ValueError("it would set everything aside: name what it is for")
        written = self.fingerprint.strip()
        if written and not _FINGERPRINT.fullmatch(written):
            raise ValueError("a fingerprint is eight signs or more of 0-9 and a-f: less could mean two findings")
        if self.expires < self.created:
            raise ValueError("it ends before it begins")
        return self


class Approval(Frozen):
    """An assessor's word for a waiver of the supplier."""

    approves: Annotated[str, Field(pattern=r"^W-[0-9a-f]{12}$")]
    """Id of the waiver; one that was changed since has another."""
    approver: str = ""
    """Who approves, where it is another than the file's."""
    expires: Day | None = None
    """Last day of the approval, where it is earlier than the waiver's."""
    note: str = ""
    line: SkipJsonSchema[int] = Field(default=1, validation_alias=LINE_KEY)
    """Where it stands in the file."""


class InlineWaiver(Frozen):
    """A waiver in a comment beside what fails."""

    rule: Text
    reason: Text
    owner: str = ""
    created: Day | None = None
    expires: Day
    ticket: str = ""
    until: SkipJsonSchema[int] = 0
    """The last line that it speaks of: its own behind code, else the one below."""
    beside: SkipJsonSchema[str] = ""
    """The code that it speaks of: what is approved beside one line is not approved beside another."""


class Written(NamedTuple):
    """A waiver as it was found, good or not."""

    form: Form
    location: Location
    waiver: Waiver | InlineWaiver | None = None
    approval: Approval | None = None
    """In an assessor's file: that a supplier's waiver is approved."""
    fault: str = ""
    """Why it cannot be understood; empty where it can."""
    rule: str = ""
    """What of it could be read all the same."""
    approver: str = ""
    """Of what stands in an assessor's file."""


class Waivers(Frozen):
    """The content of ``archscan-waivers.yaml``."""

    waivers: tuple[Waiver, ...] = ()


class Approvals(Frozen):
    """The content of an assessor's file, which lies outside the repository."""

    approver: Text
    """Who answers for the file: a name, and the body."""
    waivers: tuple[Waiver | Approval, ...] = ()


class WaiverRecord(Frozen):
    """A line of the register: a waiver as it was written, and what became of it."""

    id: str
    """``W-`` and twelve digits made from what it says, the ticket aside: whoever changes a word has another waiver."""
    form: Form
    trust: Trust
    state: WaiverState
    rule: str = ""
    subject: str = ""
    path: str = ""
    fingerprint: str = ""
    reason: str = ""
    owner: str = ""
    """Who answers for it."""
    created: str = ""
    """ISO date; empty where a comment does not say."""
    expires: str = ""
    """ISO date of its last day, in UTC."""
    ticket: str = ""
    approved_by: str = ""
    """The assessor who approved it; empty where none did."""
    days_left: int | None = None
    """Days until the last one, which counts as 0; none where it is not in force."""
    note: str = ""
    """Why it is not applied, or that it ends soon."""
    location: Location | None = None
    """Where it stands; the path of an assessor's file is its name alone."""
    findings: tuple[str, ...] = ()
    """Fingerprints of what it sets aside."""
