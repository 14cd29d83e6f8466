"""Facts of a result in the words that all reports use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment, ControlResult, Score, Status
from scanner.domain.baseline import BaselineKind, Comparison
from scanner.domain.catalog import Catalog
from scanner.domain.finding import Finding
from scanner.domain.record import Record
from scanner.domain.waiver import Trust, WaiverRecord, WaiverState
from scanner.evaluation.figures import Figures
from scanner.evaluation.overview import brief, count
from scanner.evaluation.ranking import rank
from scanner.evaluation.redaction import clean

LONGEST_PATH = 300
_LONGEST_LINE = 160
_ENOUGH = 3
"""Readings from which on they are told."""
_LONGEST_REASON = 300
_LINES_AROUND = 3
_TAB = 4

STATE_WORDS: Mapping[WaiverState, str] = {
    WaiverState.APPLIED: "applied",
    WaiverState.UNMATCHED: "not applied: nothing fails there",
    WaiverState.EXPIRED: "not applied: expired",
    WaiverState.NOT_YET: "not applied: not yet in force",
    WaiverState.TOO_LONG: "not applied: runs longer than the policy allows",
    WaiverState.MALFORMED: "not applied: malformed",
    WaiverState.DUPLICATE: "not applied: another one says the same",
    WaiverState.NOT_COUNTED: "not applied: the policy does not count it",
    WaiverState.IGNORED: "not applied: the scan was asked to apply none",
}
"""What became of a waiver, as a person reads it."""

TRUST_WORDS: Mapping[Trust, str] = {
    Trust.SUPPLIER: "the supplier's word",
    Trust.APPROVED: "approved by an assessor",
}
"""Whose word a waiver is."""


class ExcerptLine(NamedTuple):
    """A line of source as it may be shown."""

    number: int
    text: str
    marked: bool
    """Whether the finding stands here."""


class Unseen(NamedTuple):
    """A control that no status of being kept or not could be given to."""

    principle: str
    control: ControlResult
    ask: str
    """What to ask the supplier, or why only a person can judge it."""


def share(part: float) -> str:
    """A share in per cent; never 0% or 100% where it is not exactly that."""
    percent = round(part * 100)
    if 0 < part < 1:
        percent = min(max(percent, 1), 99)
    return f"{percent}%"


def score_text(score: float | None) -> str:
    """A score with one decimal; a dash where there is none."""
    return "-" if score is None else f"{score:.1f}"


def decision(assessment: Assessment) -> str:
    """``passed``, ``failed``, or one of them ``, incomplete``."""
    word = "passed" if assessment.gate.passed else "failed"
    return word if assessment.complete else f"{word}, incomplete"


def number(score: Score) -> str:
    """The score with what stands beside it, in a line that begins with it."""
    if score.value is None or score.low is None or score.high is None:
        return "No score: nothing could be assessed"
    return (
        f"{score.value:.1f}, from {score.low:.1f} to {score.high:.1f} when the rest is judged; {waiver_scores(score)}"
    )


def waiver_scores(score: Score) -> str:
    """The score with waivers and without; the second alone where they make no difference."""
    if score.value is not None and {score.with_supplier_waivers, score.without_waivers} == {score.value}:
        return f"{score_text(score.without_waivers)} without waivers"
    told = [
        (score.with_supplier_waivers, "with every waiver"),
        (score.with_approved_waivers, "with approved ones alone"),
    ]
    parts = [f"{value:.1f} {words}" for value, words in told if value is not None]
    return ", ".join([*parts, f"{score_text(score.without_waivers)} without waivers"])


def place_of(location: Location, limit: int = LONGEST_PATH) -> str:
    """``path:line``, or that it is the repository as a whole."""
    if location.path == ".":
        return "the repository as a whole"
    return f"{brief(location.path, limit)}:{location.start_line}"


def compared_with(comparison: Comparison) -> str:
    """What the result was compared with."""
    name = brief(comparison.name, LONGEST_PATH)
    if comparison.kind is BaselineKind.REVISION:
        revision = clean(comparison.revision)[:12]
        return f"{name} ({revision})" if revision and revision != name else name
    return f"the baseline {name}"


def change(figures: Figures) -> str:
    """What changed, in a line: ``1 new failure, 2 mended, 40 known before``."""
    return f"{count(figures.new, 'new failure')}, {figures.mended:,} mended, {figures.known:,} known before"


def severities(figures: Figures) -> str:
    """``1 high, 2 medium, of which 1 graded critical``; only those of which there are any."""
    told = ", ".join(f"{number:,} {severity.value}" for severity, number in figures.by_severity.items() if number)
    graded = ", ".join(f"{number:,} graded {severity.value}" for severity, number in figures.graded.items() if number)
    return f"{told}, of which {graded}" if graded else told


def excerpt_of(finding: Finding, around: int = _LINES_AROUND) -> list[ExcerptLine]:
    """The lines around a place.

    Args:
        finding: Its excerpt's secrets are masked already.
        around: How many lines before and after the place are wanted.
    """
    if finding.excerpt is None:
        return []
    first, last = finding.location.start_line, finding.location.end_line or finding.location.start_line
    last = min(max(first, last), first + around)
    numbered = enumerate(finding.excerpt.lines, finding.excerpt.start_line)
    return [
        ExcerptLine(number, _source_line(line), first <= number <= last)
        for number, line in numbered
        if first - around <= number <= last + around
    ]


def _source_line(line: str) -> str:
    """A line of source with its indentation, and nothing in it that steers a terminal."""
    expanded = line.expandtabs(_TAB)
    bare = expanded.lstrip(" ")
    indent = min(len(expanded) - len(bare), 40)
    shown = " " * indent + clean(bare)
    return shown if len(shown) <= _LONGEST_LINE else shown[: _LONGEST_LINE - 1] + "…"


def unseen(assessment: Assessment, catalog: Catalog) -> Iterator[Unseen]:
    """The controls that were not assessed, with what to ask the supplier."""
    known = {control.id: control for control in catalog.controls}
    for principle in assessment.principles:
        for result in principle.controls:
            if result.status is Status.NOT_ASSESSED:
                control = known.get(result.id)
                yield Unseen(principle.id, result, (control.ask or control.person) if control else "")


def clauses_of(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """Control to the codes of the clauses that it rests on."""
    return {control.id: control.clauses for control in catalog.controls}


def waiver_target(record: WaiverRecord) -> str:
    """What a waiver is about."""
    told = [clean(record.rule), *(brief(text, LONGEST_PATH) for text in (record.subject, record.path) if text)]
    if record.fingerprint:
        told.append(f"finding {clean(record.fingerprint)[:12]}")
    return " ".join(part for part in told if part) or "nothing that could be read"


def waiver_life(record: WaiverRecord) -> str:
    """Until when a waiver is good, and how many days are left."""
    if not record.expires:
        return "without an end"
    if record.days_left is None:
        return f"until {clean(record.expires)}"
    return f"until {clean(record.expires)} ({count(record.days_left, 'day')} left)"


def waiver_of(finding: Finding, records: Iterable[WaiverRecord] | Mapping[str, WaiverRecord]) -> str:
    """Why a finding is set aside, in a line; its waiver's id alone where the register has none of that name."""
    if finding.waiver is None:
        return ""
    by_id = records if isinstance(records, Mapping) else {record.id: record for record in records}
    record = by_id.get(finding.waiver)
    if record is None:
        return brief(finding.waiver, _LONGEST_REASON)
    reason = brief(record.reason, _LONGEST_REASON)
    trust = TRUST_WORDS[Trust.APPROVED if finding.approved else record.trust]
    return f"{clean(record.id)}, {trust}, {waiver_life(record)}: {reason}"


def gravest(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in their rank (:func:`~scanner.evaluation.ranking.rank`), else as they stood, as leads do."""
    return sorted(findings, key=lambda one: (one.lead, *(() if one.lead else rank(one))))


def seen_before(record: Record | None) -> str:
    """How often findings of a rule were right elsewhere; empty where too few were read to say anything."""
    if record is None or record.read < _ENOUGH:
        return ""
    read = count(record.read, "such finding")
    return f"of {read} in other repositories, people who opened the code upheld {record.upheld:,}"
