"""Puts a result in the order in which a person reads it: what closes the gate first, each rule once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.artifact import Role
from scanner.domain.assessment import Assessment, Status
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome
from scanner.domain.record import Record
from scanner.domain.resource import Problem
from scanner.domain.rule import Rule
from scanner.evaluation.ranking import rank, rank_of_lead
from scanner.evaluation.redaction import clean

_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}
_NAMES_SHOWN = 4
_LONGEST_NAME = 80
_OF_THE_PRODUCT = frozenset({Role.PRODUCT, Role.DOCUMENTATION})
_NO_RULES: Mapping[str, Rule] = {}

STATUS_WORDS = {
    Status.MET: "met",
    Status.PARTIALLY_MET: "partially met",
    Status.NOT_MET: "not met",
    Status.NEEDS_REVIEW: "needs review",
    Status.NOT_ASSESSED: "not assessed",
    Status.NOT_APPLICABLE: "not applicable",
}
"""A status as a person reads it."""

LEADS = "Leads, of low confidence"
"""What findings are called that are :attr:`~scanner.domain.finding.Finding.lead`."""


@dataclass(frozen=True)
class RuleGroup:
    """Findings of one rule and one outcome."""

    rule: str
    severity: Severity
    findings: tuple[Finding, ...]

    @property
    def weight(self) -> Severity:
        """How grave the gravest of them is for gates, scores and waivers."""
        return min((one.weight for one in self.findings), key=_SEVERITIES.__getitem__)

    @property
    def record(self) -> Record | None:
        """How often the rule was right elsewhere; none where nobody has looked."""
        return self.findings[0].record


@dataclass(frozen=True)
class ProblemGroup:
    """Problems of one stage and engine."""

    stage: str
    engine: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Overview:
    """The findings of a result, sorted by what they mean to its reader."""

    failures: tuple[RuleGroup, ...]
    """Failures of the product that nobody has waived; those of the baseline among them."""
    review: tuple[RuleGroup, ...]
    leads: tuple[RuleGroup, ...]
    """Questions of low confidence, which are told apart from those for review, in an order of their own
    (:func:`~scanner.evaluation.ranking.rank_of_lead`)."""
    open: tuple[RuleGroup, ...]
    waived: tuple[RuleGroup, ...]
    outside: int
    """Failures in tests, examples and the like."""
    exempt: int
    """Failures of the product under controls that do not apply to it."""
    passes: int
    problems: tuple[ProblemGroup, ...]


def overview(assessment: Assessment, rules: Mapping[str, Rule] = _NO_RULES) -> Overview:
    """Sort the findings of a result for a reader.

    Args:
        assessment: The result.
        rules: Name to rule, to put leads in their order; counting needs none.
    """
    exempt = {c.id for p in assessment.principles for c in p.controls if c.status is Status.NOT_APPLICABLE}
    whole = [finding for finding in assessment.findings if of_product(finding)]
    product = [finding for finding in whole if finding.control not in exempt]
    fails = [finding for finding in product if finding.outcome is Outcome.FAIL]
    set_aside = [one for one in whole if one.control in exempt and one.outcome is Outcome.FAIL]
    outcomes = Counter(finding.outcome for finding in assessment.findings)
    return Overview(
        failures=by_rule(finding for finding in fails if finding.waiver is None),
        review=by_rule(one for one in product if one.outcome is Outcome.REVIEW and not one.lead),
        leads=_leads((one for one in product if one.lead), rules),
        open=by_rule(finding for finding in product if finding.outcome is Outcome.OPEN),
        waived=by_rule(finding for finding in fails if finding.waiver is not None),
        outside=outcomes[Outcome.FAIL] - len(fails) - len(set_aside),
        exempt=len(set_aside),
        passes=outcomes[Outcome.PASS],
        problems=_by_stage(assessment.problems),
    )


def of_product(finding: Finding) -> bool:
    """Whether a finding is one of the product, not of its tests, examples and the like."""
    return finding.role in _OF_THE_PRODUCT


def answers_that_count(assessment: Assessment) -> Iterator[str]:
    """What the supplier's profile leaves out, and what it does not although the supplier answers so."""
    for one in assessment.profile:
        left_out = f"{count(len(one.not_applicable), 'control does', 'controls do')} not apply"
        if one.contradicted_by:
            left_out = f"contradicted by {', '.join(one.contradicted_by)}: nothing is left out"
        if one.not_applicable or one.contradicted_by:
            yield f"{one.question}: the supplier answers {one.answer} ({brief(one.by, _LONGEST_NAME)}); {left_out}"


def by_rule(findings: Iterable[Finding]) -> tuple[RuleGroup, ...]:
    """Group findings by rule, in their rank (:func:`~scanner.evaluation.ranking.rank`), then by principle."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.rule].append(finding)
    made = [
        RuleGroup(rule, min((finding.severity for finding in group), key=_SEVERITIES.__getitem__), tuple(group))
        for rule, group in groups.items()
    ]
    return tuple(sorted(made, key=_place))


def _leads(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[RuleGroup, ...]:
    groups = by_rule(sorted(findings, key=lambda one: rank_of_lead(one, rules)))
    return tuple(sorted(groups, key=lambda group: (rank_of_lead(group.findings[0], rules), *_place(group)[1:])))


def _place(group: RuleGroup) -> tuple[tuple[bool, int, float], str, str]:
    return rank(group), group.findings[0].principle, group.rule


def where_it_holds(finding: Finding) -> str:
    """``in environments/dev; not in environments/prod``; empty where it holds everywhere or there is but one place."""
    if not finding.other_environments:
        return ""
    return f"in {_few(finding.environments)}; not in {_few(finding.other_environments)}"


STEPS_SHOWN = 6
"""Steps of a path that a short report shows."""


def steps_of(finding: Finding) -> list[tuple[str, str]]:
    """The path that a finding rests on: what each step says and where; the last may say ``and more``.

    Returns:
        Nothing where the finding rests on no path of several steps: its own line says it all then.
    """
    if len(finding.path) < 2:
        return []
    shown = [
        (
            " ".join(
                (
                    brief(step.source, _LONGEST_NAME),
                    step.kind.value.replace("-", " "),
                    brief(step.target, _LONGEST_NAME),
                )
            ),
            f"{brief(step.location.path, _LONGEST_NAME)}:{step.location.start_line}",
        )
        for step in finding.path[:STEPS_SHOWN]
    ]
    more = len(finding.path) - STEPS_SHOWN
    return [*shown, (f"and {count(more, 'more step')}", "")] if more > 0 else shown


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(brief(name, _LONGEST_NAME) for name in names[:_NAMES_SHOWN])
    return shown if len(names) <= _NAMES_SHOWN else f"{shown} and {len(names) - _NAMES_SHOWN} more"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 place``, ``3 places``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def brief(text: str, limit: int) -> str:
    """A text on one line, cut at a word where it is longer than the limit."""
    line = clean(text)
    if len(line) <= limit:
        return line
    return (line[: limit - 1].rpartition(" ")[0] or line[: limit - 1]) + "…"


def sentence(text: str, limit: int) -> str:
    """The first sentence of a text on one line."""
    line = clean(text)
    end = line.find(". ")
    return brief(line[: end + 1] if end > 0 else line, limit)


def _by_stage(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[problem.stage, problem.engine or ""].append(problem)
    return tuple(ProblemGroup(stage, engine or None, tuple(group)) for (stage, engine), group in sorted(groups.items()))
