"""The result as Markdown: the summary of a pipeline's job, or a page to file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment, Score
from scanner.evaluation.overview import (
    STATUS_WORDS,
    Overview,
    RuleGroup,
    answers_that_count,
    brief,
    count,
    overview,
    sentence,
    steps_of,
    where_it_holds,
)
from scanner.interfaces import ReportContext

LIMIT = 1024 * 1024
"""GitHub refuses a summary of more bytes."""

_RULES_SHOWN = 40
_PLACES_SHOWN = 5
_PROBLEMS_SHOWN = 5
_LONGEST = 300
_ACTIVE = re.compile(r"[&<>|`*_~\\\[\]#@:$!]")
_DOMAIN = re.compile(r"(?i)(www)\.")
_CUT = "\n\nThis summary was cut; the json report is whole.\n"


class MarkdownReport:
    """Decision, coverage, principles, the number, then what was found; all from a repository is escaped."""

    name = "markdown"

    def __init__(self, context: ReportContext) -> None:
        self._rules = context.rules

    def render(self, assessment: Assessment) -> str:
        """The page, below the size that GitHub takes."""
        text = "\n".join(self._lines(assessment)) + "\n"
        if len(text.encode()) <= LIMIT:
            return text
        kept = text.encode()[: LIMIT - len(_CUT.encode())].decode("utf-8", "ignore")
        return kept.rpartition("\n")[0] + _CUT

    def _lines(self, assessment: Assessment) -> Iterator[str]:
        view = overview(assessment)
        yield from _decision(assessment)
        yield from _principles(assessment)
        yield _number(assessment.score)
        yield from self._failures(view)
        yield from self._summary("Needs a person's judgement", view.review)
        yield from self._summary("Cannot be told from what was read", view.open)
        yield from self._summary("Waived", view.waived)
        yield from _controls(assessment)
        yield from _problems(view)
        yield from _scanned(assessment, view)

    def _failures(self, view: Overview) -> Iterator[str]:
        if not view.failures:
            return
        places = sum(len(group.findings) for group in view.failures)
        yield f"\n## What was found: {count(len(view.failures), 'rule')}, {count(places, 'place')}"
        for group in view.failures[:_RULES_SHOWN]:
            yield f"\n### {group.severity.value}: {self._title(group)}\n"
            rule = self._rules.get(group.rule)
            if rule:
                yield f"{escape(sentence(rule.rationale, _LONGEST))}\n"
            for finding in group.findings[:_PLACES_SHOWN]:
                where = f" ({escape(where_it_holds(finding))})" if finding.other_environments else ""
                yield f"* {_place(finding.location)} {escape(brief(finding.message, _LONGEST))}{where}"
                for said, place in steps_of(finding):
                    yield f"    * {escape(said)}" + (f" ({escape(place)})" if place else "")
            if len(group.findings) > _PLACES_SHOWN:
                yield f"* and {count(len(group.findings) - _PLACES_SHOWN, 'more place')}"
            if rule:
                yield f"\n**How to mend:** {escape(sentence(rule.remediation, _LONGEST))}"
        if len(view.failures) > _RULES_SHOWN:
            yield f"\n{count(len(view.failures) - _RULES_SHOWN, 'more rule')} in the json report."

    def _summary(self, title: str, groups: Sequence[RuleGroup]) -> Iterator[str]:
        if not groups:
            return
        places = sum(len(group.findings) for group in groups)
        yield f"\n## {title}: {count(len(groups), 'rule')}, {count(places, 'place')}\n"
        for group in groups[:_RULES_SHOWN]:
            first = group.findings[0]
            notes = (brief(first.waiver, _LONGEST) if first.waiver else "", where_it_holds(first))
            said = "".join(f" ({escape(note)})" for note in notes if note)
            yield f"* {self._title(group)}: {count(len(group.findings), 'place')}, {_place(first.location)}{said}"
        if len(groups) > _RULES_SHOWN:
            yield f"* and {count(len(groups) - _RULES_SHOWN, 'more rule')}"

    def _title(self, group: RuleGroup) -> str:
        rule = self._rules.get(group.rule)
        return f"{escape(brief(rule.title, _LONGEST))} ({_code(group.rule)})" if rule else _code(group.rule)


def escape(text: str) -> str:
    """Text that Markdown, HTML and a pipeline take for nothing but text.

    Every sign that could be active becomes an entity, which cannot begin a table cell, a link or a workflow command.
    A zero-width blank after ``@`` keeps a decoded sign from calling a person.
    """
    return _DOMAIN.sub(r"\1&#46;", _ACTIVE.sub(_entity, brief(text, 2_000)))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};" + ("&#8203;" if match[0] == "@" else "")


def _code(text: str) -> str:
    return f"<code>{escape(brief(text, _LONGEST))}</code>"


def _place(location: Location) -> str:
    if location.path == ".":
        return "the repository as a whole"
    return _code(f"{brief(location.path, _LONGEST)}:{location.start_line}")


def _decision(assessment: Assessment) -> Iterator[str]:
    gate = assessment.gate
    word = "Gate passed" if gate.passed else "Gate failed"
    yield f"# {word}{'' if assessment.complete else ', incomplete'}\n"
    for reason in gate.reasons:
        yield f"* {escape(reason)}"
    if gate.reasons:
        yield ""
    policy = escape(assessment.policy.title)
    yield f"**Coverage {assessment.score.coverage:.0%}** of what the policy {policy} asks could be judged.\n"


def _principles(assessment: Assessment) -> Iterator[str]:
    yield "| Principle | Status | Score | Coverage |"
    yield "|---|---|---:|---:|"
    for principle in assessment.principles:
        score = "-" if principle.score is None else f"{principle.score:.1f}"
        name = f"{escape(principle.id)}: {escape(principle.title)}"
        yield f"| {name} | {STATUS_WORDS[principle.status]} | {score} | {principle.coverage:.0%} |"
    yield ""


def _number(score: Score) -> str:
    if score.value is None or score.low is None or score.high is None:
        return "No score: nothing could be assessed."
    without = "-" if score.without_waivers is None else f"{score.without_waivers:.1f}"
    return (
        f"**Score {score.value:.1f}**, from {score.low:.1f} to {score.high:.1f} when the rest is judged;"
        f" {without} without waivers."
    )


def _controls(assessment: Assessment) -> Iterator[str]:
    controls = [control for principle in assessment.principles for control in principle.controls]
    if not controls:
        return
    yield "\n## Every control\n"
    yield "| Control | Severity | Status | Score | Why |"
    yield "|---|---|---|---:|---|"
    for control in controls:
        score = "-" if control.score is None else f"{control.score:.1f}"
        name = f"{escape(control.id)}: {escape(brief(control.title, 120))}"
        why = escape(brief(control.reason, _LONGEST))
        yield f"| {name} | {control.severity.value} | {STATUS_WORDS[control.status]} | {score} | {why} |"


def _problems(view: Overview) -> Iterator[str]:
    total = sum(len(group.problems) for group in view.problems)
    if not total:
        return
    yield f"\n## What could not be read or run: {count(total, 'problem')}\n"
    for group in view.problems:
        engine = f" ({escape(group.engine)})" if group.engine else ""
        yield f"* {escape(group.stage)}{engine}: {len(group.problems):,}"
        for problem in group.problems[:_PROBLEMS_SHOWN]:
            place = f"{_place(problem.location)} " if problem.location else ""
            yield f"  * {place}{escape(brief(problem.message, _LONGEST))}"
        if len(group.problems) > _PROBLEMS_SHOWN:
            yield f"  * and {len(group.problems) - _PROBLEMS_SHOWN:,} more"


def _scanned(assessment: Assessment, view: Overview) -> Iterator[str]:
    source, policy = assessment.source, assessment.policy
    revision = f" at {_code(source.revision[:12])}" if source.revision else ""
    counts = ", ".join(
        f"{number:,} {escape(name.replace('_', ' '))}" for name, number in sorted(assessment.inventory.items())
    )
    yield f"\n## What was scanned\n\n{_code(source.uri)}{revision}: {counts or 'nothing'}."
    outside = f" {count(view.outside, 'failure')} in tests, examples and the like: not counted." if view.outside else ""
    exempt = f" {count(view.exempt, 'failure')} under controls that do not apply: not counted." if view.exempt else ""
    yield f"{count(view.passes, 'check')} passed.{outside}{exempt}\n"
    if answers := list(answers_that_count(assessment)):
        yield "The supplier says of the product:\n"
        yield from (f"* {escape(answer)}" for answer in answers)
        yield ""
    packs = ", ".join(f"{escape(pack.id)} {escape(pack.version)}" for pack in assessment.packs)
    yield (
        f"{escape(assessment.tool.name)} {escape(assessment.tool.version)}, policy {escape(policy.id)}"
        f" {escape(policy.version)} as of {escape(policy.as_of)}; rule packs: {packs or 'none'}."
    )
