"""What the summary of a job and the comment on a change are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment, Score
from scanner.domain.finding import Finding
from scanner.domain.rule import Rule
from scanner.domain.waiver import WaiverRecord
from scanner.evaluation.escaping import code, markdown
from scanner.evaluation.figures import Figures, figures
from scanner.evaluation.overview import (
    STATUS_WORDS,
    Overview,
    RuleGroup,
    brief,
    count,
    overview,
    sentence,
    steps_of,
    where_it_holds,
)
from scanner.evaluation.ranking import told_severity
from scanner.evaluation.wording import (
    STATE_WORDS,
    TRUST_WORDS,
    excerpt_of,
    place_of,
    score_text,
    seen_before,
    share,
    waiver_life,
    waiver_of,
    waiver_scores,
    waiver_target,
)
from scanner.reports.markdown.fitting import Section

LONGEST = 300
_PLACES_SHOWN = 5


@dataclass(frozen=True)
class Told:
    """A result with what every part of a page needs of it."""

    assessment: Assessment
    view: Overview
    figures: Figures
    rules: Mapping[str, Rule]
    waivers: Mapping[str, WaiverRecord]


def told(assessment: Assessment, rules: Mapping[str, Rule]) -> Told:
    """Prepare a result for being told.

    Args:
        assessment: The result.
        rules: Name to rule.
    """
    view = overview(assessment, rules)
    waivers = {record.id: record for record in assessment.waivers}
    return Told(assessment, view, figures(assessment, view), rules, waivers)


def as_code(text: str) -> str:
    """Text that is to be read, and copied, as it is."""
    return f"<code>{code(brief(text, LONGEST))}</code>"


def place(location: Location) -> str:
    """Where something stands."""
    return place_of(location) if location.path == "." else as_code(place_of(location))


def reasons(assessment: Assessment) -> Section:
    """Why the gate decided so, and what was asked for in place of the policy's own."""
    policy = assessment.policy
    said = [*assessment.gate.reasons, *filter(None, (assessment.gate.scope,))]
    said += [f"asked for in place of the policy's own: {text}" for text in policy.overrides]
    said += [f"the policy asks for less than the rules do: {text}" for text in policy.loosened]
    entries = tuple(f"* {markdown(brief(reason, LONGEST * 2))}" for reason in said)
    return Section("", entries, one="reason", many="reasons")


def coverage(assessment: Assessment) -> Section:
    """The share of what is asked that could be judged."""
    policy = markdown(brief(assessment.policy.title, LONGEST))
    part = share(assessment.score.coverage)
    return Section(f"**Coverage {part}** of what the policy {policy} asks could be judged.", one="coverage")


def principles(assessment: Assessment) -> Section:
    """A row for each principle."""
    rows = tuple(
        f"| {markdown(one.id)}: {markdown(brief(one.title, LONGEST))} | {STATUS_WORDS[one.status]} "
        f"| {score_text(one.score)} | {share(one.coverage)} |"
        for one in assessment.principles
    )
    head = "| Principle | Status | Score | Coverage |\n|---|---|---:|---:|"
    return Section(head, rows, one="principle", many="principles")


def number(score: Score) -> Section:
    """The score, and what to hold beside it."""
    if score.value is None or score.low is None or score.high is None:
        return Section("No score: nothing could be assessed.")
    band = f"from {score.low:.1f} to {score.high:.1f} when the rest is judged"
    return Section(f"**Score {score.value:.1f}**, {band}; {waiver_scores(score)}.")


def in_full(groups: Sequence[RuleGroup], of: Told, opening: str) -> Section:
    """Each rule with its places, the lines of the first, reason and cure.

    Args:
        groups: Gravest first.
        of: The result.
        opening: Heading.
    """
    return Section(opening, tuple("\n".join(_rule(group, of)) for group in groups), one="rule", many="rules")


def _rule(group: RuleGroup, of: Told) -> Iterator[str]:
    yield f"\n### {told_severity(group)}: {title(group, of)}\n"
    rule = of.rules.get(group.rule)
    if rule:
        yield f"{markdown(sentence(rule.rationale, LONGEST))}\n"
    for finding in group.findings[:_PLACES_SHOWN]:
        where = f" ({markdown(where_it_holds(finding))})" if finding.other_environments else ""
        known = " (known before)" if finding.baseline else ""
        yield f"* {place(finding.location)} {markdown(brief(finding.message, LONGEST))}{where}{known}"
        for said, step in steps_of(finding):
            yield f"    * {markdown(said)}" + (f" ({markdown(step)})" if step else "")
    if len(group.findings) > _PLACES_SHOWN:
        yield f"* and {count(len(group.findings) - _PLACES_SHOWN, 'more place')}"
    yield from _excerpt(group.findings[0])
    if rule:
        yield f"\n**How to mend:** {markdown(sentence(rule.remediation, LONGEST))}"
    if record := seen_before(group.findings[0].record):
        yield f"\n**Seen before:** {markdown(record)}"


def _excerpt(finding: Finding) -> Iterator[str]:
    """Lines of source; a number stands before each, so that none can begin anything."""
    lines = excerpt_of(finding, around=2)
    if not lines:
        return
    width = len(str(lines[-1].number))
    shown = (f"{'&gt;' if one.marked else ' '} {one.number:>{width}} {code('| ' + one.text)}" for one in lines)
    yield "\n<pre>\n" + "\n".join(shown) + "\n</pre>"


def in_lines(groups: Iterable[RuleGroup], of: Told) -> tuple[str, ...]:
    """A line for each rule, with its first place."""
    return tuple(_line(group, of) for group in groups)


def _line(group: RuleGroup, of: Told) -> str:
    first = group.findings[0]
    notes = (waiver_of(first, of.waivers), where_it_holds(first))
    said = "".join(f" ({markdown(brief(note, LONGEST))})" for note in notes if note)
    severity = f"{told_severity(group)}: " if first.outcome.value == "fail" else ""
    return f"* {severity}{title(group, of)}: {count(len(group.findings), 'place')}, {place(first.location)}{said}"


def title(group: RuleGroup, of: Told) -> str:
    """Title and name of a rule."""
    rule = of.rules.get(group.rule)
    return f"{markdown(brief(rule.title, LONGEST))} ({as_code(group.rule)})" if rule else as_code(group.rule)


def waivers(records: Iterable[WaiverRecord]) -> tuple[str, ...]:
    """A line for each waiver of the register."""
    return tuple(_waiver(record) for record in records)


def _waiver(record: WaiverRecord) -> str:
    owner = f", {markdown(brief(record.owner, 80))}" if record.owner else ""
    note = f" ({markdown(brief(record.note, LONGEST))})" if record.note else ""
    what = f"{as_code(record.id)} {markdown(brief(waiver_target(record), LONGEST))}"
    life = f"{TRUST_WORDS[record.trust]}{owner}, {markdown(waiver_life(record))}"
    return f"* {what}: {STATE_WORDS[record.state]}; {life}: {markdown(brief(record.reason, LONGEST))}{note}"


def problems(view: Overview, most: int) -> tuple[str, ...]:
    """What could not be read or run, by stage.

    Args:
        view: The overview.
        most: How many of a stage are shown.
    """
    return tuple("\n".join(_stage(view, number, most)) for number in range(len(view.problems)))


def _stage(view: Overview, number: int, most: int) -> Iterator[str]:
    group = view.problems[number]
    engine = f" ({markdown(group.engine)})" if group.engine else ""
    yield f"* {markdown(group.stage)}{engine}: {len(group.problems):,}"
    for problem in group.problems[:most]:
        where = f"{place(problem.location)} " if problem.location else ""
        yield f"    * {where}{markdown(brief(problem.message, LONGEST))}"
    if len(group.problems) > most:
        yield f"    * and {len(group.problems) - most:,} more"


def made_by(assessment: Assessment) -> str:
    """The scanner, the policy, and the day."""
    tool, policy = assessment.tool, assessment.policy
    return (
        f"{markdown(tool.name)} {markdown(tool.version)}, policy {markdown(policy.id)} {markdown(policy.version)}"
        f" as of {markdown(policy.as_of)}"
    )
