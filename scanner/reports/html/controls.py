"""Principles and controls as the page shows them: verdict, reason, clauses, rules, and what was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.assessment import Assessment, ControlResult, PrincipleResult, Status
from scanner.domain.catalog import Catalog, Clause, Control
from scanner.domain.finding import Finding, Outcome
from scanner.domain.rule import Example, Rule
from scanner.evaluation.overview import STATUS_WORDS, Overview, brief, count
from scanner.evaluation.redaction import clean
from scanner.evaluation.regimes import statements
from scanner.evaluation.wording import seen_before
from scanner.interfaces import ReportContext
from scanner.reports.html.entries import NONE, Entries, entries_of
from scanner.reports.html.wording import KINDS, PROVENANCE, SIGNS, VERDICTS, number, percent, place, slug

_PASSES_SHOWN = 5
_LONGEST_PASS = 240
_OUTCOMES = {
    Outcome.FAIL.value: "fail",
    Outcome.REVIEW.value: "to judge",
    Outcome.OPEN.value: "cannot tell",
    Outcome.PASS.value: "pass",
    Outcome.NOT_APPLICABLE.value: "not concerned",
}
_TALLIES = {**{key: words.lower() for key, words in KINDS.items()}, "fail": "fail"}


@dataclass(frozen=True)
class Badge:
    """A status in a word, with a sign."""

    key: str
    sign: str
    words: str


@dataclass(frozen=True)
class Reference:
    """A clause that a control rests on."""

    id: str
    title: str
    url: str
    """Empty where none is known that can be shown."""
    note: str


@dataclass(frozen=True)
class RuleSection:
    """A rule, and what it found."""

    anchor: str
    name: str
    title: str
    severity: str
    graded: str
    """``graded high`` where it calls the first of them graver than it is told; else empty."""
    why: str
    cure: str
    seen: str
    """How often such findings were right elsewhere."""
    example: Example | None
    tally: str
    entries: Entries
    passes: int
    samples: tuple[tuple[str, str], ...]
    """Message and place of some passes."""


@dataclass(frozen=True)
class ControlSection:
    """A control with everything that bears on it."""

    id: str
    title: str
    badge: Badge
    severity: str
    score: str
    """Empty where there is none."""
    reason: str
    tally: str
    decisive: bool
    objective: str
    verdict: str
    ask: str
    person: str
    clauses: tuple[Reference, ...]
    regimes: tuple[tuple[str, str], ...]
    """Title of a regime, and which of its statements the control bears on."""
    rules: tuple[RuleSection, ...]
    silent: tuple[str, ...]
    """Rules that were put to the system and had nothing to say."""


@dataclass(frozen=True)
class PrincipleSection:
    """A principle with its controls."""

    id: str
    title: str
    badge: Badge
    score: str
    coverage: str
    share: float
    statement: str
    why: str
    tally: str
    controls: tuple[ControlSection, ...]


def badge(status: Status) -> Badge:
    """How a status is shown."""
    return Badge(status.value, SIGNS[status], STATUS_WORDS[status])


def rule_anchor(control: str, rule: str) -> str:
    """The name of the place of a rule on the page; both are names of ours, or are made to look like one."""
    return f"r-{slug(control)}-{slug(rule)}"


class Sections:
    """Makes the sections of a page.

    Args:
        assessment: The result.
        view: The same, sorted for a reader.
        context: Rules and catalogue.
    """

    def __init__(self, assessment: Assessment, view: Overview, context: ReportContext) -> None:
        self._assessment = assessment
        self._rules = context.rules
        self._controls = {control.id: control for control in context.catalog.controls}
        self._principles = {one.id: one for one in context.catalog.principles}
        self._clauses = {clause.id: clause for clause in context.catalog.clauses}
        self._regimes = _regimes(context.catalog)
        self._entries = entries_of(assessment, view, context.rules)
        self._passes = _grouped(one for one in assessment.findings if one.outcome is Outcome.PASS)
        self._found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for finding in assessment.findings:
            self._found[finding.control].setdefault(finding.rule)

    def principles(self) -> tuple[PrincipleSection, ...]:
        """All of the policy."""
        return tuple(map(self._principle, self._assessment.principles))

    def references(self) -> tuple[Reference, ...]:
        """Every clause that a control of the policy rests on, in the order of the catalogue."""
        asked = {control.id for one in self._assessment.principles for control in one.controls}
        used = {code for name in asked if name in self._controls for code in self._controls[name].clauses}
        return tuple(_reference(clause) for code, clause in self._clauses.items() if code in used)

    def unasked(self) -> tuple[RuleSection, ...]:
        """What was found under controls that the policy does not ask for."""
        asked = {control.id for one in self._assessment.principles for control in one.controls}
        others = [(control, rules) for control, rules in self._found.items() if control not in asked]
        return tuple(self._rule(control, rule) for control, rules in others for rule in rules)

    def _principle(self, result: PrincipleResult) -> PrincipleSection:
        told = self._principles.get(result.id)
        statuses = Counter(control.status for control in result.controls)
        return PrincipleSection(
            id=clean(result.id),
            title=clean(result.title),
            badge=badge(result.status),
            score=number(result.score),
            coverage=percent(result.coverage),
            share=result.coverage,
            statement=told.statement if told else "",
            why=told.why if told else "",
            tally=", ".join(f"{statuses[one]} {STATUS_WORDS[one]}" for one in Status if statuses[one]),
            controls=tuple(map(self._control, result.controls)),
        )

    def _control(self, result: ControlResult) -> ControlSection:
        control = self._controls.get(result.id)
        found = list(self._found.get(result.id, {}))
        order = {name: place for place, name in enumerate(result.rules)}
        found.sort(key=lambda name: order.get(name, len(order)))
        return ControlSection(
            id=clean(result.id),
            title=clean(result.title),
            badge=badge(result.status),
            severity=result.severity.value,
            score="" if result.score is None else number(result.score),
            reason=clean(result.reason),
            tally=_tally(result.findings),
            decisive=bool(control and control.decisive),
            objective=control.objective if control else "",
            verdict=VERDICTS[control.verdict] if control else "",
            ask=control.ask if control else "",
            person=control.person if control else "",
            clauses=tuple(self._references(control)),
            regimes=self._regimes.get(result.id, ()),
            rules=tuple(self._rule(result.id, name) for name in found),
            silent=tuple(clean(name) for name in result.rules if name not in self._found.get(result.id, {})),
        )

    def _references(self, control: Control | None) -> Iterator[Reference]:
        for code in control.clauses if control else ():
            clause = self._clauses.get(code)
            yield _reference(clause) if clause else Reference(code, "", "", "")

    def _rule(self, control: str, name: str) -> RuleSection:
        rule: Rule | None = self._rules.get(name)
        entries = self._entries.get((control, name), NONE)
        passes = self._passes.get((control, name), [])
        return RuleSection(
            anchor=rule_anchor(control, name),
            name=clean(name),
            title=rule.title if rule else clean(name),
            severity=entries.shown[0].severity if entries.shown else rule.severity.value if rule else "",
            graded=entries.shown[0].graded if entries.shown else "",
            why=rule.rationale if rule else "",
            cure=rule.remediation if rule and entries.shown else "",
            seen=seen_before(entries.record) if rule and entries.shown else "",
            example=rule.example if rule and entries.shown else None,
            tally=_kinds(entries, len(passes)),
            entries=entries,
            passes=len(passes),
            samples=tuple((brief(one.message, _LONGEST_PASS), place(one.location)) for one in passes[:_PASSES_SHOWN]),
        )


def _grouped(findings: Iterable[Finding]) -> Mapping[tuple[str, str], Sequence[Finding]]:
    groups: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.control, finding.rule].append(finding)
    return groups


def _tally(findings: Mapping[str, int]) -> str:
    return ", ".join(f"{findings[key]:,} {words}" for key, words in _OUTCOMES.items() if findings.get(key))


def _kinds(entries: Entries, passes: int) -> str:
    if entries.left_out:
        found = count(len(entries.shown) + entries.left_out, "finding")
    else:
        kinds = Counter(entry.kind for entry in entries.shown)
        found = ", ".join(f"{kinds[key]:,} {_TALLIES[key]}" for key in KINDS if kinds[key])
    return ", ".join(part for part in (found, f"{passes:,} pass" if passes else "") if part)


def _reference(clause: Clause) -> Reference:
    url = clause.url if clause.url and clause.url.startswith("https://") else ""
    return Reference(clause.id, clause.title, url, PROVENANCE[clause.provenance])


def _regimes(catalog: Catalog) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Control to the statements of each regime that it bears on."""
    bearing: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for regime in catalog.regimes:
        by_control: defaultdict[str, list[str]] = defaultdict(list)
        for statement in statements(regime, catalog):
            for one in statement.bearing:
                by_control[one.control.id].append(statement.id)
        for control, codes in by_control.items():
            bearing[control].append((regime.title, ", ".join(codes)))
    return {control: tuple(told) for control, told in bearing.items()}
