"""The whole page as values: everything that the templates show is made here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scanner.domain.assessment import Assessment, Score
from scanner.domain.catalog import Severity
from scanner.evaluation.overview import Overview, count, overview
from scanner.evaluation.redaction import clean
from scanner.interfaces import ReportContext
from scanner.reports.html import registers
from scanner.reports.html.controls import PrincipleSection, Reference, RuleSection, Sections
from scanner.reports.html.picture import Picture, picture_of
from scanner.reports.html.registers import Answer, Change, Group, Problems, Unassessed, Waiver
from scanner.reports.html.wording import KINDS, number, percent


@dataclass(frozen=True)
class Number:
    """The score, and what to hold beside it."""

    value: str
    """Empty where nothing could be assessed."""
    low: str
    high: str
    at: float
    begin: float
    width: float
    variants: tuple[tuple[str, str], ...]
    """What is counted, and the score then."""


@dataclass(frozen=True)
class Method:
    """How the result came about."""

    tool: str
    policy: str
    as_of: str
    overrides: tuple[str, ...]
    loosened: tuple[str, ...]
    packs: tuple[tuple[str, str, str], ...]
    catalog: str
    schema: str


@dataclass(frozen=True)
class Listing:
    """What the list of findings, control by control, leaves out, and by what it can be filtered."""

    left_out: int
    """Findings that are counted and not listed."""
    bare: int
    """Findings without their lines of source and evidence."""
    severities: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    """Outcomes of the findings that are listed, and the words for each."""


@dataclass(frozen=True)
class Page:
    """Everything that is shown."""

    title: str
    source: tuple[tuple[str, str], ...]
    passed: bool
    complete: bool
    retired: bool
    """Whether a repository says that it is no longer in use."""
    scope: str
    """What the decision leaves out."""
    reasons: tuple[str, ...]
    coverage: str
    share: float
    score: Number
    change: Change | None
    failures: tuple[Group, ...]
    review: tuple[Group, ...]
    leads: tuple[Group, ...]
    open: tuple[Group, ...]
    waived: tuple[Group, ...]
    aside: tuple[str, ...]
    """What was found and counts for nothing, in sentences."""
    principles: tuple[PrincipleSection, ...]
    unasked: tuple[RuleSection, ...]
    clauses: tuple[Reference, ...]
    listing: Listing
    picture: Picture | None
    waivers: tuple[Waiver, ...]
    waivers_left_out: int
    answers: tuple[Answer, ...]
    unassessed: tuple[Unassessed, ...]
    problems: tuple[Problems, ...]
    inventory: tuple[tuple[str, str], ...]
    method: Method


def page_of(assessment: Assessment, context: ReportContext) -> Page:
    """The page of a result."""
    view = overview(assessment, context.rules)
    sections = Sections(assessment, view, context)
    principles, unasked = sections.principles(), sections.unasked()
    rules = [rule for one in principles for control in one.controls for rule in control.rules] + list(unasked)
    register, more_waivers = registers.waivers(assessment)
    return Page(
        title=clean(assessment.source.uri),
        source=_source(assessment),
        passed=assessment.gate.passed,
        complete=assessment.complete,
        retired=bool(assessment.retired),
        reasons=tuple(map(clean, assessment.gate.reasons)),
        scope=clean(assessment.gate.scope),
        coverage=percent(assessment.score.coverage),
        share=assessment.score.coverage,
        score=_number(assessment.score),
        change=registers.change(assessment),
        failures=registers.groups(view.failures, context),
        review=registers.groups(view.review, context),
        leads=registers.groups(view.leads, context),
        open=registers.groups(view.open, context),
        waived=registers.groups(view.waived, context),
        aside=_aside(view),
        principles=principles,
        unasked=unasked,
        clauses=sections.references(),
        listing=_listing(rules),
        picture=picture_of(context.picture),
        waivers=register,
        waivers_left_out=more_waivers,
        answers=tuple(registers.answers(assessment)),
        unassessed=tuple(registers.unassessed(assessment, context.catalog)),
        problems=tuple(registers.problems(view)),
        inventory=tuple((clean(name.replace("_", " ")), f"{n:,}") for name, n in sorted(assessment.inventory.items())),
        method=_method(assessment, context),
    )


def _aside(view: Overview) -> tuple[str, ...]:
    sentences = (
        f"{count(view.passes, 'check')} passed.",
        f"{count(view.outside, 'failure')} in tests, examples and the like: not counted." if view.outside else "",
        f"{count(view.exempt, 'failure')} under controls that do not apply: not counted." if view.exempt else "",
    )
    return tuple(text for text in sentences if text)


def _listing(rules: Sequence[RuleSection]) -> Listing:
    shown = {entry.kind for rule in rules for entry in rule.entries.shown}
    return Listing(
        left_out=sum(rule.entries.left_out for rule in rules),
        bare=sum(rule.entries.bare for rule in rules),
        severities=tuple(severity.value for severity in Severity),
        kinds=tuple((key, words) for key, words in KINDS.items() if key in shown),
    )


def _source(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    source = assessment.source
    told = [
        ("Scanned", source.uri),
        ("Revision", source.revision or ""),
        ("Branch", source.branch or ""),
        *(
            ("With", f"{part.name}: {part.uri}{' at ' + part.revision if part.revision else ''}")
            for part in source.parts
        ),
        ("Policy", f"{assessment.policy.title} ({assessment.policy.id} {assessment.policy.version})"),
        ("As of", assessment.policy.as_of),
    ]
    return tuple((name, clean(text)) for name, text in told if text)


def _number(score: Score) -> Number:
    if score.value is None or score.low is None or score.high is None:
        return Number("", "", "", 0, 0, 0, ())
    variants = (
        ("Everything set aside that anybody waived", score.with_supplier_waivers),
        ("Only that set aside which an assessor approved", score.with_approved_waivers),
        ("Nothing set aside", score.without_waivers),
    )
    return Number(
        value=number(score.value),
        low=number(score.low),
        high=number(score.high),
        at=round(score.value, 1),
        begin=round(score.low, 1),
        width=round(score.high - score.low, 1),
        variants=tuple((words, number(value)) for words, value in variants),
    )


def _method(assessment: Assessment, context: ReportContext) -> Method:
    policy = assessment.policy
    return Method(
        tool=clean(f"{assessment.tool.name} {assessment.tool.version}"),
        policy=clean(f"{policy.title} ({policy.id} {policy.version})"),
        as_of=clean(policy.as_of),
        overrides=tuple(map(clean, policy.overrides)),
        loosened=tuple(map(clean, policy.loosened)),
        packs=tuple((clean(pack.id), clean(pack.version), clean(pack.digest)) for pack in assessment.packs),
        catalog=clean(context.catalog.version),
        schema=clean(assessment.schema_version),
    )
