"""What documents outside the repository show: enough to make a person read them, never to call a control met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from difflib import get_close_matches

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location, Role
from scanner.domain.catalog import Catalog
from scanner.domain.finding import Evidence, Finding, Outcome
from scanner.domain.manifest import EvidenceDocument
from scanner.domain.resource import Problem
from scanner.domain.rule import EvidenceCheck
from scanner.errors import ConfigurationError
from scanner.interfaces import BoundRule
from scanner.sources.manifest import MANIFEST, Presence

RULE = "shown-outside-the-repository"
"""Under this name stands what the manifest shows for a control of which no rule looks for documents."""
_ENGINE = "manifest"
_WHERE = {
    Presence.UNCHANGED: "it is here, and unchanged",
    Presence.ELSEWHERE: "it is not here, so that its digest was not checked",
}


def check_manifest(documents: Iterable[EvidenceDocument], catalog: Catalog, rules: Sequence[BoundRule]) -> None:
    """Refuse documents that show what nobody asks, or one of several things without saying which.

    Raises:
        ConfigurationError: There is one. Left out in silence, it would change the verdict.
    """
    known = {*(one.id for one in catalog.controls), *(one.rule.name for one in _asking(rules))}
    by_control = defaultdict[str, list[str]](list)
    for one in _asking(rules):
        by_control[one.rule.control].append(one.rule.name)
    for document in documents:
        for name in document.shows:
            if len(by_control[name]) > 1:
                hint = f"write which of them it is: {', '.join(sorted(by_control[name]))}"
                raise ConfigurationError(
                    f"{MANIFEST} line {document.line}: {name} asks for several documents", hint=hint
                )
            if name not in known:
                near = get_close_matches(name, sorted(known), 1)
                hint = f"did you mean '{near[0]}'?" if near else "write the id of a control, such as SAFETY-01"
                raise ConfigurationError(f"{MANIFEST} line {document.line}: nobody asks for {name!r}", hint=hint)


def valid(
    presences: Mapping[EvidenceDocument, Presence], as_of: date, days: int
) -> tuple[Mapping[EvidenceDocument, Presence], tuple[Problem, ...]]:
    """The documents that count, and why the others do not.

    Args:
        presences: What is known of each.
        as_of: Day against which their dates are judged.
        days: Days after which a document is out of date.
    """
    told = {one: fault_of(one, presence, as_of, days) for one, presence in presences.items()}
    problems = tuple(
        Problem(stage="judging", engine=_ENGINE, message=f"“{one.title}” shows nothing: {why}", location=_place(one))
        for one, why in told.items()
        if why
    )
    return {one: presences[one] for one, why in told.items() if not why}, problems


def fault_of(document: EvidenceDocument, presence: Presence, as_of: date, days: int) -> str:
    """Why a document shows nothing; empty where it counts.

    Args:
        document: As the manifest names it.
        presence: What is known of it.
        as_of: Day against which its date is judged.
        days: Days after which a document is out of date.
    """
    if document.date > as_of:
        return f"it is dated {document.date.isoformat()}, which is still to come"
    if document.date + timedelta(days=days) < as_of:
        return f"it is of {document.date.isoformat()}, and the policy lets documents count for {days} days"
    if presence is Presence.CHANGED:
        return f"{document.path} has changed since it was entered; look at it again and enter its new digest"
    if presence is Presence.UNREADABLE:
        return f"{document.path} is here and cannot be read"
    return ""


def with_evidence(
    findings: Iterable[Finding],
    documents: Mapping[EvidenceDocument, Presence],
    rules: Sequence[BoundRule],
    catalog: Catalog,
) -> tuple[Finding, ...]:
    """Findings in which a document outside stands for one that was looked for in vain.

    Args:
        findings: Of all engines.
        documents: Those that count.
        rules: The rules of the policy.
        catalog: Gives the controls.
    """
    asking = {one.rule.name for one in _asking(rules)}
    changed = tuple(_answered(one, documents) if one.rule in asking else one for one in findings)
    looked_for = {one.rule.control for one in _asking(rules)}
    return (*changed, *_of_controls(documents, looked_for, catalog))


def _asking(rules: Iterable[BoundRule]) -> Iterator[BoundRule]:
    """The rules that look for documents."""
    return (one for one in rules if isinstance(one.rule.check, EvidenceCheck))


def _answered(finding: Finding, documents: Mapping[EvidenceDocument, Presence]) -> Finding:
    mine = [one for one in documents if finding.rule in one.shows or finding.control in one.shows]
    if not mine or finding.location.path != ".":  # it has been found in the repository
        return finding
    return finding.model_copy(
        update={
            "outcome": Outcome.REVIEW,
            "confidence": Confidence.MEDIUM,  # the supplier names it: it is no mere lead any more
            "message": _message(mine),
            "location": _place(mine[0]),
            "evidence": tuple(_evidence(one, documents[one]) for one in mine),
        }
    )


def _of_controls(
    documents: Mapping[EvidenceDocument, Presence], looked_for: set[str], catalog: Catalog
) -> Iterator[Finding]:
    for control in catalog.controls:
        mine = [one for one in documents if control.id in one.shows]
        if mine and control.id not in looked_for:
            yield Finding(
                rule=RULE,
                control=control.id,
                principle=control.principle,
                engine=_ENGINE,
                outcome=Outcome.REVIEW,
                confidence=Confidence.MEDIUM,
                severity=control.severity,
                message=_message(mine),
                subject=control.id,
                location=_place(mine[0]),
                role=Role.DOCUMENTATION,
                evidence=tuple(_evidence(one, documents[one]) for one in mine),
            )


def _message(documents: Sequence[EvidenceDocument]) -> str:
    titles = ", ".join(f"“{one.title}”" for one in documents)
    return f"the supplier shows it by {titles}, outside the repository: a person must read it"


def _evidence(document: EvidenceDocument, presence: Presence) -> Evidence:
    text = f"{document.title}, of {document.date.isoformat()}, {document.owner}: {_WHERE[presence]}"
    return Evidence(description=text, location=_place(document), value=document.path or document.url)


def _place(document: EvidenceDocument) -> Location:
    return Location(path=MANIFEST, start_line=document.line)
