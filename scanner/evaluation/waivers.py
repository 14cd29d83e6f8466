"""Sets failures aside that somebody answers for, and keeps the register of all waivers.

What is doubtful is not set aside: a waiver that cannot be understood, has ended, runs longer than the policy allows, or
names only a part of the places in which a finding holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from scanner.domain.finding import Finding, Outcome
from scanner.domain.policy import Counted, WaiverLimits
from scanner.domain.resource import Problem
from scanner.domain.waiver import InlineWaiver, Trust, Waiver, WaiverRecord, WaiverState, Written
from scanner.evaluation.merge import about
from scanner.evaluation.waived_places import covers
from scanner.evaluation.waiver_register import Entry, days, length_of, register, without_duplicates

_WAIVABLE = frozenset({Outcome.FAIL, Outcome.REVIEW})
_TOLD = frozenset(set(WaiverState) - {WaiverState.APPLIED, WaiverState.IGNORED})


_ALIKE = "several files hold a subject of this name, and a fingerprint alone does not tell them apart for ever"


class Applied(NamedTuple):
    """Findings with the waivers that count, and what they would be with others."""

    findings: tuple[Finding, ...]
    """Those that the policy counts are set aside."""
    by_supplier: tuple[Finding, ...]
    """All are set aside that anybody waives."""
    approved: tuple[Finding, ...]
    """Only those are set aside that an assessor approves."""
    records: tuple[WaiverRecord, ...]


def apply_waivers(
    findings: Sequence[Finding],
    written: Iterable[Written],
    limits: WaiverLimits,
    as_of: date,
    *,
    ignored: bool = False,
    absent: Collection[str] = (),
) -> Applied:
    """Set aside what is waived.

    Args:
        findings: Merged, with fingerprints.
        written: Waivers as they were found, those of an assessor among them.
        limits: Of the policy.
        as_of: Day of the scan; a waiver holds through the whole of its last day.
        ignored: None is to be applied; the register tells them all the same.
        absent: Names of the product's repositories that were not scanned.
    """
    entries = register(tuple(written), as_of)
    if ignored:
        return _none(findings, entries)
    in_force = [entry for entry in entries if entry.record.state is WaiverState.UNMATCHED]
    without_duplicates(in_force, limits, as_of)
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.outcome in _WAIVABLE:
            by_rule.setdefault(finding.rule, []).append(finding)
    for entry in in_force:
        if entry.record.state is WaiverState.UNMATCHED:
            _match(entry, by_rule.get(entry.record.rule, ()), limits, as_of)
            _leave_namesakes(entry, findings)
    _match_comments(in_force, by_rule, limits, as_of)
    records = tuple(
        _unseen(_settled(entry, limits, as_of, by_rule.get(entry.record.rule, ())), absent) for entry in entries
    )
    return _marked(findings, records, limits.counted)


def waiver_problems(records: Iterable[WaiverRecord]) -> Iterator[Problem]:
    """What is wrong with waivers, or soon will be, for those who read the problems of a result."""
    for one in records:
        if one.state in _TOLD or (one.state is WaiverState.APPLIED and one.note):
            name = one.rule or "a waiver"
            yield Problem(stage="waivers", message=f"{name}: {one.note}", location=one.location)


def _match(entry: Entry, findings: Iterable[Finding], limits: WaiverLimits, as_of: date) -> None:
    if entry.target is None or not isinstance(entry.waiver, Waiver):
        return
    for finding in findings:
        found = covers(entry.target, finding)
        if found is None:
            continue
        if not found:
            entry.partly += 1
        else:
            _take(entry, finding, limits, as_of)


def _match_comments(
    entries: Sequence[Entry], by_rule: Mapping[str, Sequence[Finding]], limits: WaiverLimits, as_of: date
) -> None:
    """Comments together: where a finding holds in several places, each of them needs one."""
    comments: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.waiver, InlineWaiver):
            comments.setdefault(entry.record.rule, []).append(entry)
    for rule, group in comments.items():
        for finding in by_rule.get(rule, ()):
            beside = [entry for entry in group if entry.target and covers(entry.target, finding, one=True)]
            if not beside:
                continue
            ready = [entry for entry in beside if not _is_refused(entry, finding, limits, as_of)]
            approved = [entry for entry in ready if entry.record.trust is Trust.APPROVED]
            whole = _cover(ready, finding)
            for entry in ready:
                # An approved comment is for its own place: it does not lend the assessor's word to others.
                if whole and (entry.record.trust is Trust.SUPPLIER or _cover(approved, finding)):
                    entry.matched.append(finding)
                else:
                    entry.partly += 1


def _cover(entries: Iterable[Entry], finding: Finding) -> bool:
    return bool(covers([entry.target for entry in entries if entry.target], finding))


def _leave_namesakes(entry: Entry, findings: Iterable[Finding]) -> None:
    """A fingerprint alone can come to stand for another file, where several hold a subject of one name."""
    target = entry.target
    if target is None or target.subject or target.path or not entry.matched:
        return
    named = {about(finding) for finding in entry.matched}
    paths: dict[str, set[str]] = {}
    for finding in findings:
        if finding.rule == entry.record.rule and (name := about(finding)) in named:
            paths.setdefault(name, set()).add(finding.location.path)
    sure = [finding for finding in entry.matched if len(paths[about(finding)]) == 1]
    entry.alike, entry.matched = len(entry.matched) - len(sure), sure


def _take(entry: Entry, finding: Finding, limits: WaiverLimits, as_of: date) -> None:
    if not _is_refused(entry, finding, limits, as_of):
        entry.matched.append(finding)


def _is_refused(entry: Entry, finding: Finding, limits: WaiverLimits, as_of: date) -> bool:
    """Whether it runs too long for the severity of a finding, which is noted."""
    refused = length_of(entry, as_of) > limits.days_for(finding.weight)
    entry.refused += refused
    return refused


def _settled(entry: Entry, limits: WaiverLimits, as_of: date, others: Sequence[Finding]) -> WaiverRecord:
    record = entry.record
    if record.state is not WaiverState.UNMATCHED or entry.waiver is None or entry.last is None:
        return record
    length, left = length_of(entry, as_of), (entry.last - as_of).days
    if length > limits.days:
        note = f"it runs {length} days, and the policy allows {limits.days}: it sets nothing aside"
        return record.model_copy(update={"state": WaiverState.TOO_LONG, "note": note})
    if entry.matched:
        counts = limits.counted is Counted.SUPPLIER or (
            limits.counted is Counted.APPROVED and record.trust is Trust.APPROVED
        )
        update = {
            "state": WaiverState.APPLIED if counts else WaiverState.NOT_COUNTED,
            "note": "; ".join(_notes(entry, limits, left, counts=counts)),
            "days_left": left,
            "findings": tuple(finding.fingerprint for finding in entry.matched),
        }
        return record.model_copy(update=update)
    if entry.refused:
        allowed = f"{limits.days_high} for what is of high or critical severity"
        note = f"it runs {length} days, and the policy allows {allowed}: it sets nothing aside"
        return record.model_copy(update={"state": WaiverState.TOO_LONG, "note": note})
    note = f"nothing fails where it says: {_elsewhere(others)}"
    if others and isinstance(entry.waiver, InlineWaiver):
        note += " A comment stands behind the failing line, or right above it"
    if entry.partly:
        note = (
            "what it names is a part of a finding that holds in other places too: name the subject or the fingerprint, "
            "or every place"
        )
    if entry.alike:
        note = f"{_ALIKE}: name its path as well"
    return record.model_copy(update={"note": note})


def _unseen(record: WaiverRecord, absent: Collection[str]) -> WaiverRecord:
    """Say of a waiver for a repository that was not scanned that nothing was looked at there."""
    name = record.path.partition("/")[0]
    if record.state is not WaiverState.UNMATCHED or name not in absent:
        return record
    return record.model_copy(update={"note": f"{name} was not scanned: whether anything fails there is not known"})


def _elsewhere(others: Sequence[Finding]) -> str:
    """Where the rule fails all the same: what was waived may have moved, or its name been mistyped."""
    if not others:
        return "the rule fails nowhere, so take it away"
    first = others[0]
    more = f" and in {len(others) - 1} more" if len(others) > 1 else ""
    return (
        f"the rule fails for {first.subject} at {first.location.path}:{first.location.start_line}{more}; has it moved?"
    )


def _notes(entry: Entry, limits: WaiverLimits, left: int, *, counts: bool) -> Iterator[str]:
    if not counts:
        whose = "no waiver" if limits.counted is Counted.NONE else "a waiver only once an assessor approved it"
        yield f"the policy counts {whose}: what it names still fails"
    if entry.refused:
        grave = f"{_failures(entry.refused)} of high or critical severity"
        yield f"{grave} not set aside: it runs longer than {limits.days_high} days"
    if entry.partly:
        yield f"{_failures(entry.partly)} not set aside, of which it names only some places"
    several = [finding.places for finding in entry.matched if finding.places > 1]
    if several and entry.target and not (entry.target.path or entry.target.places):
        yield f"it holds in {max(several)} places: say `places: {max(several)}`, so that one more is told"
    if left <= limits.notice_days:
        yield "today is its last day" if left == 0 else f"it ends in {days(left)}, on {entry.last}"


def _marked(findings: Sequence[Finding], records: Sequence[WaiverRecord], counted: Counted) -> Applied:
    marks: dict[str, WaiverRecord] = {}
    for record in records:
        for fingerprint in record.findings:
            before = marks.get(fingerprint)
            if before is None or (before.trust is Trust.SUPPLIER and record.trust is Trust.APPROVED):
                marks[fingerprint] = record
    every = _with_marks(findings, marks)
    approved = _with_marks(findings, {name: one for name, one in marks.items() if one.trust is Trust.APPROVED})
    plain = tuple(findings)
    chosen = {Counted.SUPPLIER: every, Counted.APPROVED: approved, Counted.NONE: plain}[counted]
    return Applied(chosen, every, approved, tuple(records))


def _with_marks(findings: Sequence[Finding], marks: Mapping[str, WaiverRecord]) -> tuple[Finding, ...]:
    if not marks:
        return tuple(findings)
    return tuple(
        finding.model_copy(update={"waiver": mark.id, "approved": mark.trust is Trust.APPROVED})
        if (mark := marks.get(finding.fingerprint))
        else finding
        for finding in findings
    )


def _none(findings: Sequence[Finding], entries: Iterable[Entry]) -> Applied:
    note = "this scan was asked to apply no waiver"
    records = tuple(
        entry.record.model_copy(update={"state": WaiverState.IGNORED, "note": note})
        if entry.record.state is WaiverState.UNMATCHED and entry.waiver is not None
        else entry.record
        for entry in entries
    )
    plain = tuple(findings)
    return Applied(plain, plain, plain, records)


def _failures(number: int) -> str:
    return "1 failure" if number == 1 else f"{number} failures"
