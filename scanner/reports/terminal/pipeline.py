"""For the log of a pipeline: the decision and the counts first, then a line for each finding; no line is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from scanner.domain.assessment import Assessment
from scanner.domain.finding import Finding
from scanner.evaluation.figures import new_of
from scanner.evaluation.overview import STATUS_WORDS, RuleGroup, brief, count
from scanner.evaluation.ranking import told_severity
from scanner.evaluation.redaction import clean
from scanner.evaluation.wording import (
    change,
    compared_with,
    decision,
    gravest,
    number,
    place_of,
    score_text,
    severities,
    share,
)
from scanner.interfaces import ReportContext
from scanner.reports.terminal.parts import LONGEST_MESSAGE, STYLES, Told, made_by, told

_LINES_SHOWN = 1_000


def pipeline(assessment: Assessment, context: ReportContext) -> Iterator[RenderableType]:
    """The report.

    Args:
        assessment: The result.
        context: Gives the rules.
    """
    of = told(assessment, context)
    yield from _head(of)
    failures = new_of(of.view.failures) if assessment.comparison else of.view.failures
    yield from _lines(failures, "failures")
    if assessment.comparison:
        yield from _lines(new_of(of.view.review), "places for a person to judge", "review")
    yield from _problems(of)
    for principle in assessment.principles:
        line = f"{clean(principle.id)}: {STATUS_WORDS[principle.status]}, score {score_text(principle.score)}"
        yield Text(f"{line}, coverage {share(principle.coverage)}", STYLES[principle.status])
    yield made_by(assessment)


def _head(of: Told) -> Iterator[RenderableType]:
    assessment, figures = of.assessment, of.figures
    style = "bold green" if assessment.gate.passed else "bold red"
    yield Text.assemble((f"GATE {decision(assessment).upper()}", style), f": {_counts(of)}")
    yield from (Text(f"  {clean(reason)}") for reason in assessment.gate.reasons)
    if assessment.gate.scope:
        yield Text(f"  {clean(assessment.gate.scope)}")
    if comparison := assessment.comparison:
        note = f" ({brief(comparison.note, LONGEST_MESSAGE)})" if comparison.note else ""
        yield Text(f"since {compared_with(comparison)}: {change(figures)}{note}")
    others = (
        f"{figures.waived:,} waived, {figures.review:,} for a person to judge, "
        f"{count(figures.leads, 'lead')}, {figures.open:,} open, "
        f"{count(figures.problems, 'problem')}"
    )
    yield Text(others)
    yield Text(f"coverage {share(assessment.score.coverage)}; score {number(assessment.score)}")


def _counts(of: Told) -> str:
    listed = severities(of.figures)
    return count(of.figures.failures, "failure") + (f" ({listed})" if listed else "")


def _lines(groups: Sequence[RuleGroup], what: str, word: str = "") -> Iterator[RenderableType]:
    found = gravest([finding for group in groups for finding in group.findings])
    yield from (_line(finding, word or told_severity(finding)) for finding in found[:_LINES_SHOWN])
    if len(found) > _LINES_SHOWN:
        yield Text(f"and {len(found) - _LINES_SHOWN:,} more {what}: see the json report")


def _line(finding: Finding, word: str) -> Text:
    style = STYLES[finding.severity]
    message = f" {clean(finding.rule)} {brief(finding.message, LONGEST_MESSAGE)}"
    return Text.assemble(f"{_where(finding)}: ", (word, style), message)


def _where(finding: Finding) -> str:
    """``path:line``, which editors and log viewers know; ``.:1`` of the repository as a whole."""
    return place_of(finding.location) if finding.location.path != "." else ".:1"


def _problems(of: Told) -> Iterator[RenderableType]:
    found = of.assessment.problems
    for problem in found[:_LINES_SHOWN]:
        place = f"{place_of(problem.location)}: " if problem.location else ""
        source = f"{clean(problem.stage)} ({clean(problem.engine)})" if problem.engine else clean(problem.stage)
        yield Text(f"{place}problem {source}: {brief(problem.message, LONGEST_MESSAGE)}", "dim")
    if len(found) > _LINES_SHOWN:
        yield Text(f"and {len(found) - _LINES_SHOWN:,} more problems: see the json report")
