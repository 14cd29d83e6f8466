"""What the reports for terminals are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from scanner.domain.assessment import Assessment, PrincipleResult, Score, Status
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.domain.rule import Rule
from scanner.domain.waiver import WaiverRecord
from scanner.evaluation.figures import Figures, figures, places
from scanner.evaluation.fingerprints import short_fingerprints
from scanner.evaluation.overview import (
    STATUS_WORDS,
    Overview,
    ProblemGroup,
    RuleGroup,
    brief,
    count,
    overview,
    sentence,
    steps_of,
    where_it_holds,
)
from scanner.evaluation.ranking import grade
from scanner.evaluation.redaction import clean
from scanner.evaluation.wording import excerpt_of, number, place_of, score_text, seen_before, share, waiver_of
from scanner.interfaces import ReportContext

LONGEST_MESSAGE = 300
_PLACES_SHOWN = 3

STYLES = {
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
"""Colours, beside words that say the same."""


@dataclass(frozen=True)
class Told:
    """A result with what every part of a report needs of it."""

    assessment: Assessment
    view: Overview
    figures: Figures
    short: Mapping[str, str]
    """Fingerprint to its shortest beginning that means one finding."""
    rules: Mapping[str, Rule]
    waivers: Mapping[str, WaiverRecord]


def told(assessment: Assessment, context: ReportContext) -> Told:
    """Prepare a result for being told.

    Args:
        assessment: The result.
        context: Gives the rules.
    """
    view = overview(assessment, context.rules)
    return Told(
        assessment=assessment,
        view=view,
        figures=figures(assessment, view),
        short=short_fingerprints(assessment.findings),
        rules=context.rules,
        waivers={record.id: record for record in assessment.waivers},
    )


def decided(assessment: Assessment) -> Iterator[RenderableType]:
    """What was judged, by which policy, and the decision with its reasons."""
    gate, source, policy = assessment.gate, assessment.source, assessment.policy
    revision = f" at {clean(source.revision)[:12]}" if source.revision else ""
    yield Text(f"{clean(source.uri)}{revision}, judged by policy {clean(policy.title)}", "dim")
    word, style = ("GATE PASSED", "bold green") if gate.passed else ("GATE FAILED", "bold red")
    yield Text.assemble((word, style), "" if assessment.complete else ("  INCOMPLETE", "bold yellow"))
    yield from (indented(Text(f"- {clean(reason)}"), 2) for reason in gate.reasons)
    if gate.scope:
        told = clean(gate.scope)
        yield indented(Text(told[:1].upper() + told[1:]), 2)
    if policy.overrides:
        yield indented(Text(f"Asked for in place of the policy's own: {_listed(policy.overrides)}"), 2)
    if policy.loosened:
        yield indented(Text(f"The policy asks for less than the rules do: {_listed(policy.loosened)}"), 2)


def coverage(score: Score) -> Text:
    """The share of what is asked that could be judged."""
    return Text(f"\nCoverage {share(score.coverage)}: the share of what the policy asks that could be judged\n")


def principles(results: Iterable[PrincipleResult]) -> Table:
    """A row for each principle."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("Principle", no_wrap=True)
    table.add_column("", ratio=1)
    table.add_column("Status", no_wrap=True)
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("Coverage", justify="right", no_wrap=True)
    for principle in results:
        table.add_row(
            clean(principle.id),
            Text(brief(principle.title, 80)),
            Text(STATUS_WORDS[principle.status], STYLES[principle.status]),
            score_text(principle.score),
            share(principle.coverage),
        )
    return table


def scored(score: Score) -> Text:
    """The number, and what to hold beside it."""
    said = number(score)
    return Text(said) if score.value is None else Text.assemble((f"Score {score.value:.1f}", "bold"), _rest(said))


def _rest(said: str) -> str:
    return "  " + said.partition(", ")[2]


def in_full(group: RuleGroup, of: Told) -> Iterator[RenderableType]:
    """A rule with its first places, the lines of the first, the reason and the cure."""
    yield Text()
    yield title(group, of)
    for place, finding in enumerate(group.findings[:_PLACES_SHOWN]):
        yield indented(at(finding, of), 2)
        if where := where_it_holds(finding):
            yield indented(Text(where, "dim"), 4)
        for said, where in steps_of(finding):
            yield indented(Text.assemble("> ", said, (f"  {where}", "dim")), 4)
        if place == 0:
            yield from _excerpt(finding)
    if len(group.findings) > _PLACES_SHOWN:
        yield indented(Text(f"and {count(len(group.findings) - _PLACES_SHOWN, 'more place')}", "dim"), 2)
    rule = of.rules.get(group.rule)
    if rule:
        yield indented(_labelled("why", sentence(rule.rationale, LONGEST_MESSAGE)), 2)
        yield indented(_labelled("mend", sentence(rule.remediation, LONGEST_MESSAGE)), 2)
    if record := seen_before(group.findings[0].record):
        yield indented(_labelled("seen", record), 2)


def title(group: RuleGroup, of: Told) -> Text:
    """Severity, title and name of a rule, and in how many places it was found."""
    rule = of.rules.get(group.rule)
    return Text.assemble(
        (group.severity.value.upper(), STYLES[group.severity]),
        (f", {grade(group)}" if grade(group) else "", "dim"),
        "  ",
        (brief(rule.title if rule else group.rule, 120), "bold"),
        f"  [{clean(group.rule)}]" if rule else "",
        f"  {count(len(group.findings), 'place')}",
        "  known before" if all(finding.baseline for finding in group.findings) else "",
    )


def at(finding: Finding, of: Told) -> Text:
    """Fingerprint, place and message of a finding."""
    message = brief(finding.message, LONGEST_MESSAGE)
    short = clean(of.short[finding.fingerprint])
    return Text.assemble((short, "dim"), "  ", (place_of(finding.location), "bold"), "  ", message)


def _excerpt(finding: Finding) -> Iterator[RenderableType]:
    lines = excerpt_of(finding)
    width = len(str(lines[-1].number)) if lines else 0
    for line in lines:
        style = "bold" if line.marked else "dim"
        yield indented(Text(f"{'>' if line.marked else ' '} {line.number:>{width}} | {line.text}", style), 4)


def summary(said: str, groups: Sequence[RuleGroup], of: Told, most: int) -> Iterator[RenderableType]:
    """A line for each rule, with its first place.

    Args:
        said: What they are.
        groups: The rules.
        of: The result.
        most: How many rules are shown.
    """
    if not groups:
        return
    yield heading(f"{said}: {count(len(groups), 'rule')}, {count(places(groups), 'place')}")
    yield from in_lines(groups, of, most)


def in_lines(groups: Sequence[RuleGroup], of: Told, most: int, *, severity: bool = False) -> Iterator[RenderableType]:
    """A line for each rule, with its first place and the fingerprint there, by which it is explained or waived.

    Args:
        groups: The rules.
        of: The result.
        most: How many rules are shown.
        severity: Whether a line begins with it.
    """
    for group in groups[:most]:
        rule = of.rules.get(group.rule)
        first = group.findings[0]
        where = where_it_holds(first)
        text = Text.assemble(
            (f"{group.severity.value.upper()}  " if severity else "", STYLES[group.severity]),
            (f"{grade(group)}  " if severity and grade(group) else "", "dim"),
            (f"{clean(of.short[first.fingerprint])}  ", "dim"),
            brief(rule.title if rule else group.rule, 120),
            f"  {count(len(group.findings), 'place')}: ",
            (place_of(first.location), "dim"),
            f" ({waiver_of(first, of.waivers)})" if first.waiver else "",
            (f"  {where}" if where else "", "dim"),
        )
        yield indented(text, 2)
    if len(groups) > most:
        yield indented(Text(f"and {count(len(groups) - most, 'more rule')}", "dim"), 2)


def uncounted(view: Overview) -> Iterator[RenderableType]:
    """Failures that no verdict counts."""
    if view.outside:
        yield heading(f"{count(view.outside, 'failure')} in tests, examples and the like: not counted")
    if view.exempt:
        yield heading(f"{count(view.exempt, 'failure')} under controls that do not apply: not counted")


def problems(groups: Sequence[ProblemGroup], most: int) -> Iterator[RenderableType]:
    """What could not be read or run.

    Args:
        groups: By stage and engine.
        most: How many of a group are shown.
    """
    total = sum(len(group.problems) for group in groups)
    if not total:
        return
    yield heading(f"What could not be read or run: {count(total, 'problem')}")
    for group in groups:
        engine = f" ({clean(group.engine)})" if group.engine else ""
        yield indented(Text(f"{clean(group.stage)}{engine}: {len(group.problems):,}"), 2)
        for problem in group.problems[:most]:
            place = f"{place_of(problem.location)}  " if problem.location else ""
            yield indented(Text(place + brief(problem.message, LONGEST_MESSAGE)), 4)
        if len(group.problems) > most:
            yield indented(Text(f"and {len(group.problems) - most:,} more", "dim"), 4)


def scanned(assessment: Assessment, view: Overview) -> Iterator[RenderableType]:
    """What was looked at, with what, and as of which day."""
    counts = [f"{amount:,} {clean(name).replace('_', ' ')}" for name, amount in sorted(assessment.inventory.items())]
    yield heading("What was scanned")
    yield indented(Text(", ".join(counts) or "nothing"), 2)
    packs = ", ".join(f"{clean(pack.id)} {clean(pack.version)}" for pack in assessment.packs)
    yield indented(Text(f"{count(view.passes, 'check')} passed; rule packs: {packs or 'none'}"), 2)
    yield indented(made_by(assessment), 2)


def made_by(assessment: Assessment) -> Text:
    """The scanner, the policy, and the day."""
    tool = f"{clean(assessment.tool.name)} {clean(assessment.tool.version)}"
    policy = f"{clean(assessment.policy.id)} {clean(assessment.policy.version)}"
    return Text(f"{tool}, policy {policy}, as of {clean(assessment.policy.as_of)}", "dim")


def heading(text: str) -> Text:
    """A heading with a blank line before it."""
    return Text(f"\n{text}", "bold underline")


def indented(text: Text, columns: int) -> Padding:
    """A text that stays indented where it is broken."""
    return Padding(text, (0, 0, 0, columns))


def _labelled(label: str, text: str) -> Text:
    return Text.assemble((f"{label}: ", "dim"), text)


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(brief(text, LONGEST_MESSAGE) for text in texts)
