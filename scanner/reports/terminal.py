"""The result for a person at a terminal, or for the log of a pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment, PrincipleResult, Score, Status
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.evaluation.fingerprints import short_fingerprints
from scanner.evaluation.overview import (
    STATUS_WORDS,
    Overview,
    ProblemGroup,
    RuleGroup,
    answers_that_count,
    brief,
    count,
    overview,
    sentence,
    steps_of,
    where_it_holds,
)
from scanner.evaluation.redaction import clean
from scanner.evaluation.workflow_commands import disarm_text
from scanner.interfaces import ReportContext

_RULES_SHOWN = 25
_PLACES_SHOWN = 3
_PROBLEMS_SHOWN = 3
_LONGEST_MESSAGE = 300
_NARROWEST = 40

_STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
    Status.MET: "green",
    Status.PARTIALLY_MET: "yellow",
    Status.NOT_MET: "red",
    Status.NEEDS_REVIEW: "cyan",
    Status.NOT_ASSESSED: "dim",
    Status.NOT_APPLICABLE: "dim",
}


class TerminalReport:
    """Decision and gate, coverage, principles, the number, then what was found; plain text unless colours are shown."""

    name = "terminal"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules
        self._width = max(context.width, _NARROWEST)
        self._colour = context.colour

    def render(self, assessment: Assessment) -> str:
        """The report, as wide as the context says."""
        written = StringIO()
        console = Console(
            file=written,
            width=self._width,
            height=100,
            color_system="standard" if self._colour else None,
            force_terminal=self._colour,
            force_jupyter=False,
            no_color=not self._colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        for part in self._parts(assessment):
            console.print(part)
        lines = (line.rstrip() for line in written.getvalue().splitlines())
        return disarm_text("\n".join(lines).rstrip("\n") + "\n")

    def _parts(self, assessment: Assessment) -> Iterator[RenderableType]:
        view = overview(assessment)
        short = short_fingerprints(assessment.findings)
        yield from _decision(assessment)
        yield _principles(assessment.principles)
        yield Text()
        yield _number(assessment.score)
        yield from self._failures(view, short)
        yield from self._summary("Needs a person's judgement", view.review)
        yield from self._summary("Cannot be told from what was read", view.open)
        yield from self._summary("Waived", view.waived)
        if view.outside:
            yield _heading(f"{count(view.outside, 'failure')} in tests, examples and the like: not counted")
        if view.exempt:
            yield _heading(f"{count(view.exempt, 'failure')} under controls that do not apply: not counted")
        if answers := list(answers_that_count(assessment)):
            yield _heading("What the supplier says of the product")
            yield from (_indented(Text(answer), 2) for answer in answers)
        yield from _problems(view.problems)
        yield from _scanned(assessment, view)

    def _failures(self, view: Overview, short: Mapping[str, str]) -> Iterator[RenderableType]:
        if not view.failures:
            return
        places = sum(len(group.findings) for group in view.failures)
        yield _heading(f"What was found: {count(len(view.failures), 'rule')}, {count(places, 'place')}")
        for group in view.failures[:_RULES_SHOWN]:
            yield Text()
            yield self._title(group)
            for finding in group.findings[:_PLACES_SHOWN]:
                yield _indented(_line(finding, short[finding.fingerprint]), 2)
                if where := where_it_holds(finding):
                    yield _indented(Text(where, "dim"), 4)
                for said, place in steps_of(finding):
                    yield _indented(Text.assemble("> ", said, (f"  {place}", "dim")), 4)
            if len(group.findings) > _PLACES_SHOWN:
                yield _indented(Text(f"and {count(len(group.findings) - _PLACES_SHOWN, 'more place')}", "dim"), 2)
            rule = self._rules.get(group.rule)
            if rule:
                yield _indented(_labelled("why", sentence(rule.rationale, _LONGEST_MESSAGE)), 2)
                yield _indented(_labelled("mend", sentence(rule.remediation, _LONGEST_MESSAGE)), 2)
        hidden = len(view.failures) - _RULES_SHOWN
        if hidden > 0:
            yield Text(f"\n{count(hidden, 'more rule')} not shown here: see the json report")
        example = short[view.failures[0].findings[0].fingerprint]
        yield Text(f"\nA finding in full: archscan explain {clean(example)} PATH", "dim")

    def _title(self, group: RuleGroup) -> Text:
        rule = self._rules.get(group.rule)
        known = all(finding.baseline for finding in group.findings)
        return Text.assemble(
            (group.severity.value.upper(), _STYLES[group.severity]),
            "  ",
            (brief(rule.title if rule else group.rule, 120), "bold"),
            f"  [{clean(group.rule)}]" if rule else "",
            f"  {count(len(group.findings), 'place')}",
            "  known from the baseline" if known else "",
        )

    def _summary(self, title: str, groups: Sequence[RuleGroup]) -> Iterator[RenderableType]:
        if not groups:
            return
        places = sum(len(group.findings) for group in groups)
        yield _heading(f"{title}: {count(len(groups), 'rule')}, {count(places, 'place')}")
        for group in groups[:_RULES_SHOWN]:
            rule = self._rules.get(group.rule)
            first = group.findings[0]
            text = Text.assemble(
                brief(rule.title if rule else group.rule, 120),
                f"  {count(len(group.findings), 'place')}: ",
                (_place(first.location), "dim"),
                f" ({brief(first.waiver, 120)})" if first.waiver else "",
                (f"  {where}" if (where := where_it_holds(first)) else "", "dim"),
            )
            yield _indented(text, 2)
        if len(groups) > _RULES_SHOWN:
            yield _indented(Text(f"and {count(len(groups) - _RULES_SHOWN, 'more rule')}", "dim"), 2)


def _decision(assessment: Assessment) -> Iterator[RenderableType]:
    gate, source = assessment.gate, assessment.source
    revision = f" at {clean(source.revision)[:12]}" if source.revision else ""
    yield Text(f"{clean(source.uri)}{revision}, judged by policy {clean(assessment.policy.title)}", "dim")
    word, style = ("GATE PASSED", "bold green") if gate.passed else ("GATE FAILED", "bold red")
    yield Text.assemble((word, style), "" if assessment.complete else ("  INCOMPLETE", "bold yellow"))
    for reason in gate.reasons:
        yield _indented(Text(f"- {clean(reason)}"), 2)
    yield Text(f"\nCoverage {assessment.score.coverage:.0%}: the share of what the policy asks that could be judged\n")


def _principles(principles: Iterable[PrincipleResult]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("Principle", no_wrap=True)
    table.add_column("", ratio=1)
    table.add_column("Status", no_wrap=True)
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("Coverage", justify="right", no_wrap=True)
    for principle in principles:
        table.add_row(
            clean(principle.id),
            Text(brief(principle.title, 80)),
            Text(STATUS_WORDS[principle.status], _STYLES[principle.status]),
            "-" if principle.score is None else f"{principle.score:.1f}",
            f"{principle.coverage:.0%}",
        )
    return table


def _number(score: Score) -> Text:
    if score.value is None or score.low is None or score.high is None:
        return Text("No score: nothing could be assessed")
    without = "-" if score.without_waivers is None else f"{score.without_waivers:.1f}"
    return Text.assemble(
        (f"Score {score.value:.1f}", "bold"),
        f"  from {score.low:.1f} to {score.high:.1f} when the rest is judged; {without} without waivers",
    )


def _problems(groups: Sequence[ProblemGroup]) -> Iterator[RenderableType]:
    total = sum(len(group.problems) for group in groups)
    if not total:
        return
    yield _heading(f"What could not be read or run: {count(total, 'problem')}")
    for group in groups:
        engine = f" ({clean(group.engine)})" if group.engine else ""
        yield _indented(Text(f"{clean(group.stage)}{engine}: {len(group.problems):,}"), 2)
        for problem in group.problems[:_PROBLEMS_SHOWN]:
            place = f"{_place(problem.location)}  " if problem.location else ""
            yield _indented(Text(place + brief(problem.message, _LONGEST_MESSAGE)), 4)
        if len(group.problems) > _PROBLEMS_SHOWN:
            yield _indented(Text(f"and {len(group.problems) - _PROBLEMS_SHOWN:,} more", "dim"), 4)


def _scanned(assessment: Assessment, view: Overview) -> Iterator[RenderableType]:
    counts = [f"{number:,} {clean(name).replace('_', ' ')}" for name, number in sorted(assessment.inventory.items())]
    yield _heading("What was scanned")
    yield _indented(Text(", ".join(counts) or "nothing"), 2)
    packs = ", ".join(f"{clean(pack.id)} {clean(pack.version)}" for pack in assessment.packs)
    yield _indented(Text(f"{count(view.passes, 'check')} passed; rule packs: {packs or 'none'}"), 2)
    tool = f"{clean(assessment.tool.name)} {clean(assessment.tool.version)}"
    policy = f"{clean(assessment.policy.id)} {clean(assessment.policy.version)}"
    yield _indented(Text(f"{tool}, policy {policy}, as of {clean(assessment.policy.as_of)}", "dim"), 2)


def _line(finding: Finding, short: str) -> Text:
    message = brief(finding.message, _LONGEST_MESSAGE)
    return Text.assemble((clean(short), "dim"), "  ", (_place(finding.location), "bold"), "  ", message)


def _place(location: Location) -> str:
    if location.path == ".":
        return "the repository as a whole"
    return f"{brief(location.path, _LONGEST_MESSAGE)}:{location.start_line}"


def _heading(text: str) -> Text:
    return Text(f"\n{text}", "bold underline")


def _labelled(label: str, text: str) -> Text:
    return Text.assemble((f"{label}: ", "dim"), text)


def _indented(text: Text, columns: int) -> Padding:
    return Padding(text, (0, 0, 0, columns))
