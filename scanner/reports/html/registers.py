"""Waivers, answers, what changed, and what could not be assessed, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scanner.domain.assessment import Assessment, Status
from scanner.domain.baseline import BaselineKind
from scanner.domain.catalog import Catalog
from scanner.domain.waiver import WaiverRecord, WaiverState
from scanner.evaluation.overview import Overview, RuleGroup, brief, count
from scanner.evaluation.ranking import grade
from scanner.evaluation.redaction import clean
from scanner.evaluation.wording import STATE_WORDS, TRUST_WORDS
from scanner.interfaces import ReportContext
from scanner.reports.html.controls import rule_anchor
from scanner.reports.html.entries import anchor, waiver_anchor
from scanner.reports.html.wording import FORMS, place

_LONGEST = 500
_PROBLEMS_SHOWN = 100
_MENDED_SHOWN = 100
_WAIVERS_SHOWN = 1_000
_SET_ASIDE_SHOWN = 20


@dataclass(frozen=True)
class Group:
    """A rule with the number of places in which something was found."""

    anchor: str
    rule: str
    title: str
    severity: str
    graded: str
    """``graded high`` where the rule calls it graver than it is told; else empty."""
    control: str
    places: int


@dataclass(frozen=True)
class Problems:
    """What could not be read or run in a stage."""

    title: str
    total: int
    shown: tuple[tuple[str, str], ...]
    """Place and message."""
    left_out: int


@dataclass(frozen=True)
class Unassessed:
    """A control of which nothing can be said."""

    id: str
    title: str
    reason: str
    ask: str


@dataclass(frozen=True)
class Waiver:
    """A line of the register."""

    id: str
    anchor: str
    applied: bool
    state: str
    trust: str
    about: str
    facts: tuple[tuple[str, str], ...]
    """Name and text of what is said of it."""
    note: str
    findings: tuple[str, ...]
    """Anchors of what it sets aside."""
    total: int


@dataclass(frozen=True)
class Answer:
    """What the supplier answers, and what becomes of it."""

    question: str
    answer: str
    said: str
    effect: str
    doubtful: bool


@dataclass(frozen=True)
class Change:
    """What changed since the baseline."""

    since: str
    facts: tuple[tuple[str, str], ...]
    note: str
    mended: tuple[str, ...]
    left_out: int


def groups(found: tuple[RuleGroup, ...], context: ReportContext) -> tuple[Group, ...]:
    """Rules for a list, in the order of the overview."""
    return tuple(
        Group(
            anchor=rule_anchor(group.findings[0].control, group.rule),
            rule=clean(group.rule),
            title=context.rules[group.rule].title if group.rule in context.rules else clean(group.rule),
            severity=group.severity.value,
            graded=grade(group),
            control=clean(group.findings[0].control),
            places=len(group.findings),
        )
        for group in found
    )


def problems(view: Overview) -> Iterator[Problems]:
    """By stage and engine."""
    for group in view.problems:
        yield Problems(
            title=clean(f"{group.stage} ({group.engine})" if group.engine else group.stage),
            total=len(group.problems),
            shown=tuple(
                (place(one.location), brief(one.message, _LONGEST)) for one in group.problems[:_PROBLEMS_SHOWN]
            ),
            left_out=max(0, len(group.problems) - _PROBLEMS_SHOWN),
        )


def unassessed(assessment: Assessment, catalog: Catalog) -> Iterator[Unassessed]:
    """Controls without a verdict, with what to ask instead."""
    asks = {control.id: control.ask for control in catalog.controls}
    for principle in assessment.principles:
        for control in principle.controls:
            if control.status is Status.NOT_ASSESSED:
                ask = asks.get(control.id, "")
                yield Unassessed(clean(control.id), clean(control.title), clean(control.reason), ask)


def waivers(assessment: Assessment) -> tuple[tuple[Waiver, ...], int]:
    """The register, applied ones first, and how many are left out."""
    ordered = sorted(assessment.waivers, key=lambda one: (one.state is not WaiverState.APPLIED, one.id))
    anchors = {one.fingerprint: anchor(one.fingerprint) for one in assessment.findings}
    first: dict[str, int] = {}
    for at, one in enumerate(ordered):
        first.setdefault(one.id, at)
    shown = tuple(
        _waiver(one, waiver_anchor(one.id) if first[one.id] == at else f"w-n{at}", anchors)
        for at, one in enumerate(ordered[:_WAIVERS_SHOWN])
    )
    return shown, len(ordered) - len(shown)


def _waiver(one: WaiverRecord, name: str, anchors: dict[str, str]) -> Waiver:
    days = "" if one.days_left is None else f" ({count(one.days_left, 'day')} left)"
    facts = {
        "Reason": one.reason,
        "Answers for it": one.owner,
        "Approved by": one.approved_by,
        "Created": one.created,
        "Ends": one.expires + days if one.expires else "",
        "Ticket": one.ticket,
        "Subject": one.subject,
        "Path": one.path,
        "Fingerprint": one.fingerprint,
        "Written in": f"{FORMS[one.form]}{': ' + place(one.location) if one.location else ''}",
    }
    targets = [anchors.get(fingerprint, "") for fingerprint in one.findings[:_SET_ASIDE_SHOWN]]
    return Waiver(
        id=clean(one.id),
        anchor=name,
        applied=one.state is WaiverState.APPLIED,
        state=STATE_WORDS[one.state],
        trust=TRUST_WORDS[one.trust],
        about=clean(one.rule) or "no rule named",
        facts=tuple((name, brief(text, _LONGEST)) for name, text in facts.items() if text),
        note=brief(one.note, _LONGEST),
        findings=tuple(target for target in targets if target),
        total=len(one.findings),
    )


def answers(assessment: Assessment) -> Iterator[Answer]:
    """All of the profile."""
    for one in assessment.profile:
        effect = "Leaves nothing out."
        if one.contradicted_by:
            effect = f"Contradicted by {', '.join(map(clean, one.contradicted_by))}: nothing is left out."
        elif one.not_applicable:
            effect = f"Not applicable then: {', '.join(map(clean, one.not_applicable))}."
        reason = f" {brief(one.reason, _LONGEST)}" if one.reason else ""
        said = f"{brief(one.by, _LONGEST)}, {clean(one.answered)}, in {place(one.location)}.{reason}"
        yield Answer(clean(one.text) or clean(one.question), clean(one.answer), said, effect, bool(one.contradicted_by))


def change(assessment: Assessment) -> Change | None:
    """What changed; None where there is no baseline."""
    found = assessment.comparison
    if found is None:
        return None
    revision = f" ({clean(found.revision)[:12]})" if found.revision else ""
    word = "the revision" if found.kind is BaselineKind.REVISION else "the baseline"
    return Change(
        since=f"{word} {brief(found.name, _LONGEST)}{revision}",
        facts=(
            ("New failures", f"{found.new:,}"),
            ("New to judge", f"{found.review:,}"),
            ("Known failures", f"{found.known:,}"),
            ("Of these in files that got another name", f"{found.moved:,}"),
            ("Mended", f"{len(found.mended):,}"),
            *((("Known, and could not be judged again", f"{found.unseen:,}"),) if found.unseen else ()),
        ),
        note=clean(found.note),
        mended=tuple(f"{clean(one.rule)} in {brief(one.path, _LONGEST)}" for one in found.mended[:_MENDED_SHOWN]),
        left_out=max(0, len(found.mended) - _MENDED_SHOWN),
    )
