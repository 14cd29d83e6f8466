"""For who mends it: the decision, what is new, then the few findings to mend next with reason and cure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from scanner.domain.assessment import Assessment
from scanner.domain.waiver import WaiverState
from scanner.evaluation.figures import known_of, new_of, places
from scanner.evaluation.overview import LEADS, RuleGroup, answers_that_count, brief, count
from scanner.evaluation.redaction import clean
from scanner.evaluation.wording import STATE_WORDS, change, compared_with, waiver_target
from scanner.interfaces import ReportContext
from scanner.reports.terminal.parts import (
    LONGEST_MESSAGE,
    Told,
    coverage,
    decided,
    heading,
    in_full,
    in_lines,
    indented,
    principles,
    problems,
    scanned,
    scored,
    summary,
    told,
    uncounted,
)

_RULES_SHOWN = 25
_LEADS_SHOWN = 10
_NEXT = 5
_PROBLEMS_SHOWN = 3
_WAIVERS_SHOWN = 5


def developer(assessment: Assessment, context: ReportContext) -> Iterator[RenderableType]:
    """The report.

    Args:
        assessment: The result.
        context: Gives the rules.
    """
    of = told(assessment, context)
    yield from decided(assessment)
    yield from _since(of)
    yield coverage(assessment.score)
    yield principles(assessment.principles)
    yield Text()
    yield scored(assessment.score)
    yield from _failures(of)
    yield from summary("Needs a person's judgement", of.view.review, of, _RULES_SHOWN)
    yield from summary(LEADS, of.view.leads, of, _LEADS_SHOWN)
    yield from summary("Cannot be told from what was read", of.view.open, of, _RULES_SHOWN)
    yield from summary("Waived", of.view.waived, of, _RULES_SHOWN)
    yield from _waivers_in_vain(of)
    yield from uncounted(of.view)
    if answers := list(answers_that_count(assessment)):
        yield heading("What the supplier says of the product")
        yield from (indented(Text(answer), 2) for answer in answers)
    yield from problems(of.view.problems, _PROBLEMS_SHOWN)
    yield from scanned(assessment, of.view)


def _since(of: Told) -> Iterator[RenderableType]:
    comparison = of.assessment.comparison
    if comparison is None:
        return
    yield Text(f"Since {compared_with(comparison)}: {change(of.figures)}")
    if comparison.note:
        yield indented(Text(brief(comparison.note, LONGEST_MESSAGE)), 2)


def _failures(of: Told) -> Iterator[RenderableType]:
    failures = of.view.failures
    if not failures:
        return
    if of.assessment.comparison is None:
        yield heading(f"What was found: {count(len(failures), 'rule')}, {count(places(failures), 'place')}")
        yield from _mend(failures, of, _NEXT)
    else:
        new, known = new_of(failures), known_of(failures)
        if new:
            yield heading(f"New: {count(len(new), 'rule')}, {count(places(new), 'place')}")
            yield from _mend(new, of, _RULES_SHOWN)
        if known:
            yield heading(f"Known before: {count(len(known), 'rule')}, {count(places(known), 'place')}")
            yield from _mend(known, of, 0 if new else _NEXT)
    yield from _what_to_do((new_of(failures) or failures)[0], of)


def _mend(groups: Sequence[RuleGroup], of: Told, most: int) -> Iterator[RenderableType]:
    """The first in full, gravest first, and a line for each of the others."""
    for group in groups[:most]:
        yield from in_full(group, of)
    rest = groups[most:]
    if rest and most:
        yield Text("\nThen:")
    yield from in_lines(rest[: _RULES_SHOWN - most], of, _RULES_SHOWN, severity=True)
    hidden = len(rest) - (_RULES_SHOWN - most)
    if hidden > 0:
        yield Text(f"\n{count(hidden, 'more rule')} not shown here: see the json report")


def _what_to_do(group: RuleGroup, of: Told) -> Iterator[RenderableType]:
    short = clean(of.short[group.findings[0].fingerprint])
    yield Text(f"\nA finding in full: archscan explain {short} PATH", "dim")
    waive = f"archscan waivers add {short} --reason … --owner … --expires YYYY-MM-DD"
    yield Text(f"To waive one until a day: {waive}", "dim")


def _waivers_in_vain(of: Told) -> Iterator[RenderableType]:
    """Waivers that set nothing aside, and such as end soon."""
    told_of = [one for one in of.assessment.waivers if one.note or one.state is not WaiverState.APPLIED]
    if not told_of:
        return
    yield heading(f"To see to: {count(len(told_of), 'waiver')}")
    for record in told_of[:_WAIVERS_SHOWN]:
        why = brief(record.note, LONGEST_MESSAGE) or STATE_WORDS[record.state]
        yield indented(Text(f"{clean(record.id)}  {waiver_target(record)}: {why}"), 2)
    if len(told_of) > _WAIVERS_SHOWN:
        yield indented(Text(f"and {len(told_of) - _WAIVERS_SHOWN:,} more", "dim"), 2)
