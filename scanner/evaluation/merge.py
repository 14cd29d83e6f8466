"""Makes one list of what all engines found: redacted, without duplicates, with fingerprints, in one order."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar

from scanner import lazy_re
from scanner.domain.artifact import Location
from scanner.domain.catalog import Severity
from scanner.domain.finding import Evidence, Finding, Outcome, PathStep, RelatedLocation
from scanner.domain.frozen import Frozen
from scanner.evaluation.redaction import redact, redact_path, speaks_of_patients

V = TypeVar("V", bound=Frozen)

_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}
_OUTCOMES = {
    outcome: place
    for place, outcome in enumerate((Outcome.FAIL, Outcome.REVIEW, Outcome.OPEN, Outcome.PASS, Outcome.NOT_APPLICABLE))
}
_LINE_NUMBER = lazy_re.compile(r"(?i)(\blines? |:)\d+\b")


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Redact, remove exact duplicates, give fingerprints, and sort.

    A fingerprint names rule and subject, never a line: a finding keeps it when lines are added above it, and one whose
    subject is a file keeps it when the file moves to another folder. Failures are counted before other outcomes, so
    that the fingerprint of a failure does not depend on what passes beside it.

    Args:
        findings: From all engines, in any order, also the result of an earlier merge.

    Returns:
        By severity, outcome, principle, path, line and rule. The order of the input makes no difference, and merging
        the result again changes nothing.
    """
    distinct = {_as_json(finding): finding for finding in map(_redacted, findings)}
    ordered = sorted(distinct, key=lambda text: (_order(distinct[text]), text))
    return _with_fingerprints([distinct[text] for text in ordered])


def _with_fingerprints(findings: list[Finding]) -> tuple[Finding, ...]:
    equals: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        equals[finding.rule, _identity(finding)].append(index)
    marked = list(findings)
    for (rule, identity), indices in equals.items():
        indices.sort(key=lambda index: _order_among_equals(findings[index]))
        for ordinal, index in enumerate(indices):
            update = {"fingerprint": _digest(rule, identity, str(ordinal))}
            marked[index] = findings[index].model_copy(update=update)
    return tuple(marked)


def _identity(finding: Finding) -> str:
    """What the finding is about, whatever its line and, for a file, whatever its folder."""
    path = finding.location.path
    if path not in finding.subject:
        return finding.subject
    base = path.rpartition("/")[2]
    return _LINE_NUMBER.sub(r"\1", f"{finding.subject}\n{finding.message}".replace(path, base))


def about(finding: Finding) -> str:
    """A name of what a merged finding is about; findings of several files can share it, unlike a fingerprint."""
    return _digest(finding.rule, _identity(finding))[:16]


def is_of_a_line(finding: Finding) -> bool:
    """Whether its subject is a line of a file, of which a file can have many."""
    path = finding.location.path
    return finding.subject != path and path in finding.subject and _LINE_NUMBER.search(finding.subject) is not None


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _redacted(finding: Finding) -> Finding:
    context = _context(finding)
    location = _place(finding.location, context)
    return _changed(
        finding,
        fingerprint="",
        message=redact(finding.message, context=context),
        subject=_subject(finding, location, context),
        location=location,
        related=tuple(_related(place, context) for place in finding.related),
        evidence=tuple(_evidence(evidence, context) for evidence in finding.evidence),
        path=tuple(_step(step, context) for step in finding.path),
        environments=tuple(redact_path(name, context=context) for name in finding.environments),
        other_environments=tuple(redact_path(name, context=context) for name in finding.other_environments),
        waiver=None if finding.waiver is None else redact(finding.waiver, context=context),
    )


def _changed(whole: V, /, **fields: Any) -> V:
    """The value itself where no field differs: copying costs more than everything else here."""
    different = {name: field for name, field in fields.items() if getattr(whole, name) != field}
    return whole.model_copy(update=different) if different else whole


def _context(finding: Finding) -> str:
    """What decides whether ten digits are an NHS number: one word, so that it is not searched again for every text."""
    described = (part for evidence in finding.evidence for part in (evidence.description, evidence.value or ""))
    texts = (finding.rule, finding.message, finding.subject, finding.location.path, *described)
    return "patient" if any(map(speaks_of_patients, texts)) else ""


def _subject(finding: Finding, location: Location, context: str) -> str:
    if finding.subject == finding.location.path:
        return location.path
    return redact(finding.subject, context=context)


def _place(location: Location, context: str) -> Location:
    return _changed(location, path=redact_path(location.path, context=context))


def _related(place: RelatedLocation, context: str) -> RelatedLocation:
    return _changed(place, path=redact_path(place.path, context=context), note=redact(place.note, context=context))


def _evidence(evidence: Evidence, context: str) -> Evidence:
    return _changed(
        evidence,
        description=redact(evidence.description, context=context),
        value=None if evidence.value is None else redact(evidence.value, context=context),
        location=None if evidence.location is None else _place(evidence.location, context),
    )


def _step(step: PathStep, context: str) -> PathStep:
    return _changed(
        step,
        source=redact(step.source, context=context),
        target=redact(step.target, context=context),
        fact=redact(step.fact, context=context),
        breaks=redact(step.breaks, context=context),
        location=_place(step.location, context),
        proof=tuple(
            _changed(one, fact=redact(one.fact, context=context), location=_place(one.location, context))
            for one in step.proof
        ),
    )


def _as_json(finding: Finding) -> str:
    return finding.model_dump_json()


def _order(finding: Finding) -> tuple[Any, ...]:
    place = finding.location
    return (
        _SEVERITIES[finding.severity],
        _OUTCOMES[finding.outcome],
        finding.principle,
        place.path,
        place.start_line,
        finding.rule,
        place.start_column or 0,
        finding.subject,
    )


def _order_among_equals(finding: Finding) -> tuple[Any, ...]:
    place = finding.location
    return (_OUTCOMES[finding.outcome], place.path, place.start_line, place.start_column or 0, finding.message)
