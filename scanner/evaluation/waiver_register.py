"""The register of waivers before any finding is looked at: what each says, and whether it is in force."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from scanner.domain.finding import Finding
from scanner.domain.policy import WaiverLimits
from scanner.domain.waiver import Approval, Form, InlineWaiver, Trust, Waiver, WaiverRecord, WaiverState, Written
from scanner.evaluation.redaction import redact
from scanner.evaluation.waived_places import Target, target_of


@dataclass
class Entry:
    """A waiver on its way into the register."""

    record: WaiverRecord
    waiver: Waiver | InlineWaiver | None = None
    target: Target | None = None
    last: date | None = None
    matched: list[Finding] = field(default_factory=list)
    refused: int = 0
    """Findings for whose severity it runs too long."""
    partly: int = 0
    """Findings of which it names only some places."""
    alike: int = 0
    """Findings that a fingerprint alone does not tell from those of other files."""


def waiver_id(waiver: Waiver | InlineWaiver, place: str = "") -> str:
    """Twelve digits made from what a waiver says, its ticket aside.

    Args:
        waiver: The waiver.
        place: Of a comment: its file. The code beside it counts too, so that no approval goes to another line.
    """
    if isinstance(waiver, Waiver):
        target: tuple[str, ...] = (waiver.subject, waiver.path, waiver.fingerprint)
        target = (*target, str(waiver.places)) if waiver.places else target
    else:
        target = (place, waiver.beside, "")
    parts = (waiver.rule, *target, waiver.reason, waiver.owner, str(waiver.created), str(waiver.expires))
    return "W-" + hashlib.sha256("\0".join(part.strip() for part in parts).encode("utf-8", "replace")).hexdigest()[:12]


def register(written: Sequence[Written], as_of: date) -> list[Entry]:
    """Every waiver that was found, in order; those in force are ``unmatched`` until something matches.

    Args:
        written: Waivers and approvals.
        as_of: Day of the scan.
    """
    entries = [_entry(one, as_of) for one in written if one.approval is None]
    _number_copies(entries)
    by_id: dict[str, list[Entry]] = {}
    for entry in entries:
        by_id.setdefault(entry.record.id, []).append(entry)
    for one in sorted((one for one in written if one.approval is not None), key=_latest_first):
        if one.approval is not None:
            entries.extend(_approve(one, one.approval, by_id.get(one.approval.approves, ()), as_of))
    return entries


def _number_copies(entries: Iterable[Entry]) -> None:
    """Comments that are equal word for word have another id than one alone: a copy is not approved with the first."""
    equal: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.waiver, InlineWaiver):
            equal.setdefault(entry.record.id, []).append(entry)
    for name, group in equal.items():
        if len(group) > 1:
            digest = hashlib.sha256(f"{name}\0{len(group)}".encode()).hexdigest()[:12]
            for entry in group:
                entry.record = entry.record.model_copy(update={"id": f"W-{digest}"})


def _latest_first(one: Written) -> tuple[bool, int]:
    """Of two approvals of one waiver the later holds, and one without an end before all others."""
    last = one.approval.expires if one.approval else None
    return last is not None, -last.toordinal() if last else 0


def _entry(one: Written, as_of: date) -> Entry:
    trust = Trust.APPROVED if one.form is Form.APPROVALS else Trust.SUPPLIER
    if one.waiver is None:
        digest = hashlib.sha256(f"{one.location}\0{one.fault}".encode("utf-8", "replace")).hexdigest()[:12]
        record = WaiverRecord(
            id=f"W-{digest}",
            form=one.form,
            trust=trust,
            state=WaiverState.MALFORMED,
            rule=redact(one.rule),
            note=f"it cannot be understood and sets nothing aside: {redact(one.fault)}",
            location=one.location,
        )
        return Entry(record)
    waiver = one.waiver
    target = target_of(waiver, one.location)
    record = WaiverRecord(
        id=waiver_id(waiver, one.location.path),
        form=one.form,
        trust=trust,
        state=WaiverState.UNMATCHED,
        rule=redact(waiver.rule),
        subject=redact(target.subject),
        path=redact(target.path),
        fingerprint=target.fingerprint,
        reason=redact(waiver.reason),
        owner=redact(waiver.owner),
        created="" if waiver.created is None else waiver.created.isoformat(),
        expires=waiver.expires.isoformat(),
        ticket=redact(waiver.ticket),
        approved_by=redact(one.approver) if trust is Trust.APPROVED else "",
        location=one.location,
    )
    return _dated(Entry(record, waiver, target, waiver.expires), as_of)


def _dated(entry: Entry, as_of: date) -> Entry:
    waiver, last = entry.waiver, entry.last
    if waiver is None or last is None:
        return entry
    if waiver.created is not None and last < waiver.created:
        _close(entry, WaiverState.MALFORMED, "it ends before it begins, and sets nothing aside")
    elif last < as_of:
        past = (as_of - last).days
        _close(entry, WaiverState.EXPIRED, f"it ended on {last}, {days(past)} ago: what it set aside counts again")
    elif waiver.created is not None and waiver.created > as_of:
        _close(entry, WaiverState.NOT_YET, f"it begins on {waiver.created}, after the day of this scan")
    return entry


def _approve(one: Written, approval: Approval, entries: Sequence[Entry], as_of: date) -> Iterator[Entry]:
    """Mark the supplier's waivers that an approval names; one that names none is a line of its own."""
    ended = approval.expires is not None and approval.expires < as_of
    named = [entry for entry in entries if entry.record.form is not Form.APPROVALS and not ended]
    for entry in named:
        if entry.record.trust is Trust.APPROVED:
            continue
        entry.record = entry.record.model_copy(
            update={"trust": Trust.APPROVED, "approved_by": redact(one.approver)},
        )
        if approval.expires is not None and entry.last is not None and approval.expires < entry.last:
            entry.last = approval.expires
            entry.record = entry.record.model_copy(update={"expires": approval.expires.isoformat()})
    if not named:
        state = WaiverState.EXPIRED if ended else WaiverState.UNMATCHED
        note = (
            f"the approval of {approval.approves} ended on {approval.expires}" if ended else _no_such(approval.approves)
        )
        yield Entry(
            WaiverRecord(
                id=approval.approves,
                form=Form.APPROVALS,
                trust=Trust.APPROVED,
                state=state,
                approved_by=redact(one.approver),
                expires="" if approval.expires is None else approval.expires.isoformat(),
                note=note,
                location=one.location,
            )
        )


def _no_such(name: str) -> str:
    return f"no waiver of the supplier is {name}: it was changed or taken away since it was approved"


def _close(entry: Entry, state: WaiverState, note: str) -> None:
    entry.record = entry.record.model_copy(update={"state": state, "note": note})


def without_duplicates(entries: Iterable[Entry], limits: WaiverLimits, as_of: date) -> None:
    """Of two of the same trust that name the same the one that holds longer stands, unless it runs too long.

    Args:
        entries: Those in force.
        limits: Of the policy.
        as_of: Day of the scan.
    """
    kept: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        if not isinstance(entry.waiver, Waiver):
            continue
        length = length_of(entry, as_of)
        too_long = (length > limits.days_high, length > limits.days)
        name = (entry.record.trust, entry.target, entry.record.rule, too_long)
        before = kept.setdefault(name, entry)
        if before is entry:
            continue
        shorter, longer = sorted((before, entry), key=lambda one: one.last or date.min)
        if before.last == entry.last:
            shorter, longer = entry, before
        kept[name] = longer
        line = longer.record.location.start_line if longer.record.location else 0
        _close(shorter, WaiverState.DUPLICATE, f"the one in line {line} says the same and holds as long or longer")


def length_of(entry: Entry, as_of: date) -> int:
    """Days for which it runs, an approval that ends earlier taken into account.

    A comment that does not say when it was written counts from the day of the scan.
    """
    waiver = entry.waiver
    if waiver is None:
        return 0
    return ((entry.last or waiver.expires) - (waiver.created or as_of)).days


def days(number: int) -> str:
    """A number of days in words."""
    return f"{number} day" if number == 1 else f"{number} days"
