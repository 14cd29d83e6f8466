"""The result as a page of Markdown: the summary of a pipeline's job, or a page to file."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.assessment import Assessment
from scanner.evaluation.escaping import markdown
from scanner.evaluation.figures import known_of, new_of, places
from scanner.evaluation.overview import LEADS, STATUS_WORDS, RuleGroup, answers_that_count, brief, count
from scanner.evaluation.wording import change, compared_with, decision, score_text
from scanner.interfaces import ReportContext
from scanner.reports.markdown.fitting import Section, fitted
from scanner.reports.markdown.parts import (
    LONGEST,
    Told,
    as_code,
    coverage,
    in_full,
    in_lines,
    made_by,
    number,
    principles,
    problems,
    reasons,
    told,
    waivers,
)

LIMIT = 1024 * 1024
"""GitHub refuses a summary of more bytes."""

_PROBLEMS_SHOWN = 5


class MarkdownReport:
    """Decision, coverage, principles, the number, then what was found; all from a repository is escaped."""

    name = "markdown"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules

    def render(self, assessment: Assessment) -> str:
        """The page, below the size that GitHub takes."""
        return fitted(list(_sections(told(assessment, self._rules))), LIMIT)


def _sections(of: Told) -> Iterator[Section]:
    assessment, view = of.assessment, of.view
    yield Section(f"# Gate {decision(assessment)}")
    yield from _since(of)
    yield reasons(assessment)
    yield coverage(assessment)
    yield principles(assessment)
    yield number(assessment.score)
    if assessment.comparison is None:
        yield from _found("What was found", view.failures, of)
    else:
        yield from _found("New", new_of(view.failures), of)
        yield _listed("Known before", known_of(view.failures), of)
    yield _listed("Needs a person's judgement", view.review, of)
    yield _listed(LEADS, view.leads, of)
    yield _listed("Cannot be told from what was read", view.open, of)
    yield _listed("Waived", view.waived, of)
    register = f"## Register of waivers: {len(assessment.waivers):,}\n"
    yield Section(register, waivers(assessment.waivers), one="waiver", many="waivers")
    yield _controls(assessment)
    stages = f"## What could not be read or run: {count(of.figures.problems, 'problem')}\n"
    yield Section(stages, problems(view, _PROBLEMS_SHOWN), one="stage with problems", many="stages with problems")
    yield from _scanned(of)


def _since(of: Told) -> Iterator[Section]:
    comparison = of.assessment.comparison
    if comparison is not None:
        note = f" {markdown(brief(comparison.note, LONGEST))}" if comparison.note else ""
        yield Section(f"**{change(of.figures)}** since {markdown(compared_with(comparison))}.{note}")


def _found(said: str, groups: tuple[RuleGroup, ...], of: Told) -> Iterator[Section]:
    if groups:
        heading = f"## {said}: {count(len(groups), 'rule')}, {count(places(groups), 'place')}"
        yield in_full(groups, of, heading)


def _listed(said: str, groups: tuple[RuleGroup, ...], of: Told) -> Section:
    heading = f"## {said}: {count(len(groups), 'rule')}, {count(places(groups), 'place')}\n"
    return Section(heading, in_lines(groups, of), one="rule", many="rules")


def _controls(assessment: Assessment) -> Section:
    rows = tuple(
        f"| {markdown(one.id)}: {markdown(brief(one.title, 120))} | {one.severity.value} | {STATUS_WORDS[one.status]} "
        f"| {score_text(one.score)} | {markdown(brief(one.reason, LONGEST))} |"
        for principle in assessment.principles
        for one in principle.controls
    )
    head = "## Every control\n\n| Control | Severity | Status | Score | Why |\n|---|---|---|---:|---|"
    return Section(head, rows, one="control", many="controls")


def _scanned(of: Told) -> Iterator[Section]:
    assessment, view = of.assessment, of.view
    source = assessment.source
    revision = f" at {as_code(source.revision[:12])}" if source.revision else ""
    counts = ", ".join(
        f"{amount:,} {markdown(name.replace('_', ' '))}" for name, amount in sorted(assessment.inventory.items())
    )
    yield Section(f"## What was scanned\n\n{as_code(source.uri)}{revision}: {counts or 'nothing'}.")
    outside = f" {count(view.outside, 'failure')} in tests, examples and the like: not counted." if view.outside else ""
    exempt = f" {count(view.exempt, 'failure')} under controls that do not apply: not counted." if view.exempt else ""
    yield Section(f"{count(view.passes, 'check')} passed.{outside}{exempt}")
    answers = tuple(f"* {markdown(answer)}" for answer in answers_that_count(assessment))
    yield Section("The supplier says of the product:\n", answers, one="answer", many="answers")
    packs = ", ".join(f"{markdown(pack.id)} {markdown(pack.version)}" for pack in assessment.packs)
    yield Section(f"{made_by(assessment)}; rule packs: {packs or 'none'}.")
