"""Waivers: failures that somebody answers for until a day, and what became of each."""

from __future__ import annotations

from enum import StrEnum

from scanner.domain.artifact import Location
from scanner.domain.frozen import Frozen


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
    IGNORED = "ignored"
    """The scan was asked to apply none."""


class WaiverRecord(Frozen):
    """A line of the register: a waiver as it was written, and what became of it."""

    id: str
    """``W-`` and twelve digits made from what it says: whoever changes a word has another waiver."""
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
