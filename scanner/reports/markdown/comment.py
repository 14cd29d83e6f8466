"""A comment on a change: the decision and exactly what is new in the first lines, the rest folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.domain.assessment import Assessment
from scanner.domain.finding import Outcome
from scanner.domain.waiver import WaiverState
from scanner.evaluation.escaping import markdown
from scanner.evaluation.figures import Figures, new_of, places
from scanner.evaluation.overview import LEADS, RuleGroup, brief, count
from scanner.evaluation.wording import compared_with, decision, severities
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

LIMIT = 65_536
"""GitHub refuses a comment of more characters."""
MARKER = "<!-- archscan -->"
"""Last line, unseen, by which a later run finds the comment that it is to replace."""

_RULES_SHOWN = 20
_PROBLEMS_SHOWN = 3


class CommentReport:
    """For a pull request: what this change made worse, and what it mended; all from a repository is escaped."""

    name = "comment"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules

    def render(self, assessment: Assessment) -> str:
        """The comment, below the size that GitHub takes."""
        return fitted(list(_sections(told(assessment, self._rules))), LIMIT, MARKER)


def _sections(of: Told) -> Iterator[Section]:
    assessment, view = of.assessment, of.view
    failures = new_of(view.failures) if assessment.comparison else view.failures
    yield Section(f"## NHS principles: gate {decision(assessment)}")
    yield from _change(of)
    yield reasons(assessment)
    if failures:
        yield in_full(failures[:_RULES_SHOWN], of, "")
        yield Section("And:\n", in_lines(failures[_RULES_SHOWN:], of), one="rule", many="rules")
    if assessment.comparison:
        yield from _judging(new_of(view.review), of)
    yield coverage(assessment)
    yield number(assessment.score)
    yield from _folded(of)
    yield Section(f"{_counts(of.figures)}. {made_by(assessment)}.")


def _change(of: Told) -> Iterator[Section]:
    comparison, figures = of.assessment.comparison, of.figures
    if comparison is None:
        listed = severities(figures)
        told_of = f"{count(figures.failures, 'failure')}{f' ({listed})' if listed else ''}"
        yield Section(f"**{told_of}.** Compared with nothing: all are told, old and new.")
        return
    adds = f"adds {count(figures.new, 'failure')}" if figures.new else "adds no failure"
    known = f"{figures.known:,} known before {'is' if figures.known == 1 else 'are'} not told again"
    moved = f" ({comparison.moved:,} in files of another name)" if comparison.moved else ""
    review = f" It asks for a person's judgement in {count(comparison.review, 'place')}." if comparison.review else ""
    note = f" {markdown(brief(comparison.note, LONGEST))}" if comparison.note else ""
    said = f"**This change {adds}, mends {figures.mended:,}; {known}{moved}.**"
    yield Section(f"{said}{review} Compared with {markdown(compared_with(comparison))}.{note}")


def _judging(groups: Sequence[RuleGroup], of: Told) -> Iterator[Section]:
    if groups:
        yield Section("### For a person to judge, new\n", in_lines(groups, of), one="rule", many="rules")


def _folded(of: Told) -> Iterator[Section]:
    assessment, view = of.assessment, of.view
    table = principles(assessment)
    yield _fold("Principles", table.entries or (), "principle", "principles", table.opening)
    mended = assessment.comparison.mended if assessment.comparison else ()
    gone = tuple(f"* {as_code(one.rule)} in {as_code(one.path)}" for one in mended if one.outcome is Outcome.FAIL)
    yield _fold(f"Mended: {len(gone):,}", gone, "mended failure", "mended failures")
    for said, groups in (
        ("Needs a person's judgement", view.review),
        (LEADS, view.leads),
        ("Cannot be told from what was read", view.open),
        ("Waived", view.waived),
    ):
        yield _fold(f"{said}: {count(places(groups), 'place')}", in_lines(groups, of), "rule", "rules")
    seen_to = [one for one in assessment.waivers if one.note or one.state is not WaiverState.APPLIED]
    yield _fold(f"Waivers to see to: {len(seen_to):,}", waivers(seen_to), "waiver", "waivers")
    stages = problems(view, _PROBLEMS_SHOWN)
    said = f"What could not be read or run: {count(of.figures.problems, 'problem')}"
    yield _fold(said, stages, "stage with problems", "stages with problems")


def _fold(said: str, entries: tuple[str, ...], one: str, many: str, head: str = "") -> Section:
    opening = f"<details><summary>{said}</summary>\n" + (f"\n{head}" if head else "")
    return Section(opening, entries, "\n</details>", one, many)


def _counts(figures: Figures) -> str:
    return (
        f"{count(figures.failures, 'failure')}, {figures.waived:,} waived, {figures.review:,} for a person to judge, "
        f"{count(figures.leads, 'lead')}, "
        f"{figures.open:,} open, {count(figures.problems, 'problem')}"
    )
