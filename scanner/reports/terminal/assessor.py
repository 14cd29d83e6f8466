"""For who judges the supplier: every control with its clauses, what could not be seen, and who answers for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from scanner.domain.assessment import Assessment, ControlResult, PrincipleResult, ProfileAnswer
from scanner.domain.catalog import Catalog
from scanner.domain.finding import Finding
from scanner.domain.waiver import WaiverRecord
from scanner.evaluation.overview import LEADS, STATUS_WORDS, RuleGroup, brief, count
from scanner.evaluation.ranking import told_severity
from scanner.evaluation.redaction import clean
from scanner.evaluation.wording import (
    STATE_WORDS,
    TRUST_WORDS,
    change,
    clauses_of,
    compared_with,
    place_of,
    score_text,
    severities,
    share,
    unseen,
    waiver_life,
    waiver_target,
)
from scanner.interfaces import ReportContext
from scanner.reports.terminal.parts import (
    LONGEST_MESSAGE,
    STYLES,
    Told,
    coverage,
    decided,
    heading,
    indented,
    principles,
    problems,
    scanned,
    scored,
    summary,
    told,
    uncounted,
)

_PLACES_SHOWN = 5
_RULES_SHOWN = 100
_PROBLEMS_SHOWN = 20


def assessor(assessment: Assessment, context: ReportContext) -> Iterator[RenderableType]:
    """The report.

    Args:
        assessment: The result.
        context: Gives the rules and the catalogue.
    """
    of = told(assessment, context)
    yield from decided(assessment)
    yield coverage(assessment.score)
    yield principles(assessment.principles)
    yield Text()
    yield scored(assessment.score)
    yield from _failures(of)
    yield from _controls(of, context.catalog)
    yield from summary("Waived", of.view.waived, of, _RULES_SHOWN)
    yield from _waivers(assessment.waivers)
    yield from _answers(assessment.profile)
    yield from _unseen(of, context.catalog)
    yield from uncounted(of.view)
    yield from scanned(assessment, of.view)


def _failures(of: Told) -> Iterator[RenderableType]:
    """How many there are of what, and what changed."""
    figures, comparison = of.figures, of.assessment.comparison
    listed = severities(figures)
    yield Text(
        f"{count(figures.failures, 'failure')}{f' ({listed})' if listed else ''}, {figures.waived:,} waived; "
        f"{figures.review:,} for a person to judge, {count(figures.leads, 'lead')}, {figures.open:,} open"
    )
    if comparison:
        yield Text(f"Since {compared_with(comparison)}: {change(figures)}")
        if comparison.note:
            yield indented(Text(brief(comparison.note, LONGEST_MESSAGE)), 2)


def _controls(of: Told, catalog: Catalog) -> Iterator[RenderableType]:
    clauses = clauses_of(catalog)
    found: dict[str, list[RuleGroup]] = defaultdict(list)
    for group in of.view.failures:
        by_control: dict[str, list[Finding]] = defaultdict(list)
        for finding in group.findings:
            by_control[finding.control].append(finding)
        for name, findings in by_control.items():
            found[name].append(RuleGroup(group.rule, group.severity, tuple(findings)))
    yield heading("Every control")
    for principle in of.assessment.principles:
        yield from _principle(principle)
        for control in principle.controls:
            yield from _control(control, clauses, found[control.id], of)


def _principle(principle: PrincipleResult) -> Iterator[RenderableType]:
    yield Text.assemble(
        "\n",
        (f"{clean(principle.id)}  {brief(principle.title, 80)}", "bold"),
        ": ",
        (STATUS_WORDS[principle.status], STYLES[principle.status]),
        f", score {score_text(principle.score)}, coverage {share(principle.coverage)}",
    )


def _control(
    control: ControlResult, clauses: Mapping[str, tuple[str, ...]], found: Sequence[RuleGroup], of: Told
) -> Iterator[RenderableType]:
    cited = ", ".join(clean(code) for code in clauses.get(control.id, ()))
    score = "" if control.score is None else f", {control.score:.1f}"
    yield indented(
        Text.assemble(
            f"{clean(control.id)}  ",
            (STATUS_WORDS[control.status], STYLES[control.status]),
            f"{score}  {brief(control.title, 120)} ({control.severity.value})",
            (f"  {cited}" if cited else "", "dim"),
        ),
        2,
    )
    if control.reason:
        yield indented(Text(brief(control.reason, LONGEST_MESSAGE), "dim"), 4)
    for group in found:
        rule = of.rules.get(group.rule)
        title = brief(rule.title if rule else group.rule, 120)
        yield indented(Text(f"{told_severity(group)}: {title}  {count(len(group.findings), 'place')}"), 4)
        for finding in group.findings[:_PLACES_SHOWN]:
            known = "  (known before)" if finding.baseline else ""
            message = brief(finding.message, LONGEST_MESSAGE)
            short = clean(of.short[finding.fingerprint])
            yield indented(Text(f"{short}  {place_of(finding.location)}  {message}{known}"), 6)
        if len(group.findings) > _PLACES_SHOWN:
            yield indented(Text(f"and {count(len(group.findings) - _PLACES_SHOWN, 'more place')}", "dim"), 6)


def _waivers(records: Sequence[WaiverRecord]) -> Iterator[RenderableType]:
    yield heading(f"Register of waivers: {len(records):,}")
    for record in records:
        yield indented(
            Text.assemble(
                (f"{clean(record.id)}  ", "bold"),
                f"{STATE_WORDS[record.state]}; {TRUST_WORDS[record.trust]}, {waiver_life(record)}",
            ),
            2,
        )
        yield indented(Text(waiver_target(record)), 4)
        yield indented(Text(f"“{brief(record.reason, LONGEST_MESSAGE) or 'no reason'}”"), 4)
        yield indented(Text("; ".join(_answering(record))), 4)


def _answering(record: WaiverRecord) -> Iterator[str]:
    yield f"answered for by {brief(record.owner, 80) or 'nobody'}"
    if record.approved_by:
        yield f"approved by {brief(record.approved_by, 80)}"
    if record.ticket:
        yield f"ticket {brief(record.ticket, 80)}"
    if record.created:
        yield f"of {clean(record.created)}"
    yield f"sets aside {count(len(record.findings), 'finding')}"
    if record.location:
        yield f"stands in {place_of(record.location)}"
    if record.note:
        yield brief(record.note, LONGEST_MESSAGE)


def _answers(profile: Sequence[ProfileAnswer]) -> Iterator[RenderableType]:
    yield heading(f"What the supplier says of the product: {count(len(profile), 'answer')}")
    for one in profile:
        yield indented(Text(f"{brief(one.text, LONGEST_MESSAGE)} {one.answer}", "bold"), 2)
        reason = f": “{brief(one.reason, LONGEST_MESSAGE)}”" if one.reason else ""
        said = f"{brief(one.by, 80)}, {clean(one.answered)}, {place_of(one.location)}{reason}"
        yield indented(Text(said), 4)
        if one.contradicted_by:
            rules = ", ".join(map(clean, one.contradicted_by))
            yield indented(Text(f"contradicted by {rules}: nothing is left out"), 4)
        elif one.not_applicable:
            yield indented(Text(f"leaves out {', '.join(map(clean, one.not_applicable))}"), 4)


def _unseen(of: Told, catalog: Catalog) -> Iterator[RenderableType]:
    controls = list(unseen(of.assessment, catalog))
    yield heading(f"What could not be assessed: {count(len(controls), 'control')}")
    for one in controls:
        yield indented(Text(f"{clean(one.control.id)}  {brief(one.control.title, 120)}"), 2)
        for text in filter(None, (one.control.reason, f"ask: {one.ask}" if one.ask else "")):
            yield indented(Text(brief(text, LONGEST_MESSAGE), "dim"), 4)
    yield from summary("Needs a person's judgement", of.view.review, of, _RULES_SHOWN)
    yield from summary(LEADS, of.view.leads, of, _RULES_SHOWN)
    yield from summary("Cannot be told from what was read", of.view.open, of, _RULES_SHOWN)
    yield from problems(of.view.problems, _PROBLEMS_SHOWN)
