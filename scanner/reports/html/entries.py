"""Findings as the page shows them: each with its place and proof, as many as keep the page usable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Role
from scanner.domain.assessment import Assessment
from scanner.domain.finding import Finding, Outcome, PathStep
from scanner.domain.record import Record
from scanner.domain.rule import Rule
from scanner.evaluation.overview import Overview, count, where_it_holds
from scanner.evaluation.ranking import grade, rank_within
from scanner.evaluation.redaction import clean
from scanner.reports.html.wording import KINDS, SURENESS, place, slug, source_line

ENTRIES_BUDGET = 2_300_000
"""Bytes of findings that the page lists one by one; what is beyond is counted, each rule giving the same number."""
DETAILS_BUDGET = 1_200_000
"""Bytes of lines of source, paths and evidence."""

_ROW = 270
"""Bytes of marks around a finding, more or less."""
_RELATED_SHOWN = 20
_SHOWN_ONE_BY_ONE = frozenset({Outcome.FAIL, Outcome.REVIEW, Outcome.OPEN})


@dataclass(frozen=True)
class SourceLine:
    """A line of an excerpt."""

    number: int
    text: str
    marked: bool


@dataclass(frozen=True)
class Step:
    """A step of a path through the architecture."""

    source: str
    kind: str
    target: str
    fact: str
    place: str
    sureness: str
    proof: tuple[tuple[str, str], ...]
    """Fact and place of each."""
    breaks: str


@dataclass(frozen=True)
class Details:
    """The proof of a finding."""

    excerpt: tuple[SourceLine, ...]
    steps: tuple[Step, ...]
    evidence: tuple[tuple[str, str], ...]
    """What was seen, and where."""
    related: tuple[tuple[str, str], ...]
    """Place and note of others that belong to it."""
    more_related: int

    @property
    def folded(self) -> str:
        """What stands behind a switch, in words; empty where nothing does."""
        parts = [
            count(len(self.steps), "step of a path", "steps of a path") if self.steps else "",
            "evidence" if self.evidence else "",
            count(len(self.related) + self.more_related, "other place") if self.related else "",
        ]
        words = ", ".join(part for part in parts if part)
        return words[:1].upper() + words[1:]

    @property
    def size(self) -> int:
        """Bytes that it takes on the page, more or less."""
        lines = sum(30 + _bytes(line.text) for line in self.excerpt)
        told = [text for pair in (*self.evidence, *self.related) for text in pair]
        for step in self.steps:
            told += [step.source, step.target, step.fact, step.place, step.breaks, *(t for p in step.proof for t in p)]
        return lines + sum(40 + _bytes(text) for text in told)


@dataclass(frozen=True)
class Entry:
    """A finding of the list."""

    anchor: str
    kind: str
    """Key of ``KINDS``."""
    severity: str
    graded: str
    """``graded high`` where its rule calls it graver; else empty."""
    is_new: bool
    message: str
    subject: str
    """Empty where the message names it."""
    place: str
    notes: tuple[str, ...]
    waiver: str
    waiver_anchor: str
    """The name of its place in the register."""
    approved: bool
    details: Details | None
    """None where the page would become too large."""

    @property
    def kind_words(self) -> str:
        """The kind as it is read."""
        return KINDS[self.kind]


@dataclass(frozen=True)
class Entries:
    """The findings of a rule that are no passes."""

    shown: tuple[Entry, ...]
    left_out: int
    """Findings that are counted only."""
    bare: int
    """Findings among those shown whose proof is left out."""
    record: Record | None
    """How often the rule was right elsewhere, as its findings tell it."""


NONE = Entries((), 0, 0, None)


def entries_of(assessment: Assessment, view: Overview, rules: Mapping[str, Rule]) -> Mapping[tuple[str, str], Entries]:
    """The findings of each control and rule, in the order in which a person reads them."""
    kinds = _kinds(view)
    order = list(KINDS)
    groups: defaultdict[tuple[str, str], list[tuple[str, Finding]]] = defaultdict(list)
    for finding in assessment.findings:
        if finding.outcome in _SHOWN_ONE_BY_ONE:
            groups[finding.control, finding.rule].append((kinds.get(id(finding), _elsewhere(finding)), finding))
    for found in groups.values():
        found.sort(key=lambda pair: (order.index(pair[0]), rank_within(pair[1], rules)))
    listed = most([[_row(finding) for _, finding in found] for found in groups.values()], ENTRIES_BUDGET)
    details = {key: [_details(finding) for _, finding in found[:listed]] for key, found in groups.items()}
    proved = most([[one.size for one in found] for found in details.values()], DETAILS_BUDGET)
    anchors = Anchors()
    register = {one.id for one in assessment.waivers}
    return {
        key: Entries(
            tuple(
                _entry(kind, finding, proof if at < proved else None, anchors.of(finding), register)
                for at, ((kind, finding), proof) in enumerate(zip(found[:listed], details[key], strict=True))
            ),
            max(0, len(found) - listed),
            max(0, min(len(found), listed) - proved),
            next((finding.record for _, finding in found if finding.record), None),
        )
        for key, found in groups.items()
    }


def most(sizes: Iterable[Sequence[int]], budget: int) -> int:
    """How many of each group fit into the budget together."""
    fitting = 0
    for row in zip_longest(*sizes, fillvalue=0):
        budget -= sum(row)
        if budget < 0:
            break
        fitting += 1
    return fitting


class Anchors:
    """Names of places on the page: a finding's own fingerprint where that is one, and no name twice."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, finding: Finding) -> str:
        """The name for a finding."""
        name = anchor(finding.fingerprint)
        if not name or name in self._taken:
            name = f"f-n{len(self._taken)}"
        self._taken.add(name)
        return name


def anchor(fingerprint: str) -> str:
    """The name of the place of a finding; empty where the fingerprint cannot make one."""
    plain = fingerprint.isascii() and fingerprint.isalnum() and len(fingerprint) <= 64
    return f"f-{fingerprint}" if plain else ""


def waiver_anchor(id_: str | None) -> str:
    """The name of the place of a waiver in the register."""
    return f"w-{slug(id_ or '')}"


def _kinds(view: Overview) -> dict[int, str]:
    told = {"fail": view.failures, "review": view.review, "lead": view.leads, "open": view.open, "waived": view.waived}
    return {id(one): kind for kind, groups in told.items() for group in groups for one in group.findings}


def _elsewhere(finding: Finding) -> str:
    """A finding that the overview does not list lies outside the product, or its control does not apply."""
    return "exempt" if finding.role in {Role.PRODUCT, Role.DOCUMENTATION} else "outside"


def _entry(kind: str, finding: Finding, details: Details | None, name: str, register: Set[str]) -> Entry:
    message, subject = clean(finding.message), clean(finding.subject)
    notes = [where_it_holds(finding)]
    if finding.confidence is not Confidence.HIGH:
        notes.append(SURENESS[finding.confidence])
    if kind == "outside":
        notes.append(f"in a file of the role {finding.role.value}")
    if graded := grade(finding):
        notes.append(f"{finding.severity.value}, {graded}")
    if finding.baseline:
        notes.append("known from the baseline")
    return Entry(
        anchor=name,
        kind=kind,
        severity=finding.severity.value,
        graded=graded,
        is_new=not finding.baseline,
        message=message,
        subject="" if subject in message else subject,
        place=place(finding.location),
        notes=tuple(note for note in notes if note),
        waiver=clean(finding.waiver or ""),
        waiver_anchor=waiver_anchor(finding.waiver) if finding.waiver in register else "waivers",
        approved=finding.approved,
        details=details,
    )


def _details(finding: Finding) -> Details:
    return Details(
        excerpt=tuple(_excerpt(finding)),
        steps=tuple(map(_step, finding.path)),
        evidence=tuple(
            (clean(f"{one.description}: {one.value}" if one.value else one.description), place(one.location))
            for one in finding.evidence
        ),
        related=tuple(
            (f"{clean(one.path)}:{one.start_line}", clean(one.note)) for one in finding.related[:_RELATED_SHOWN]
        ),
        more_related=max(0, len(finding.related) - _RELATED_SHOWN),
    )


def _excerpt(finding: Finding) -> Iterator[SourceLine]:
    if finding.excerpt is None:
        return
    for number, text in enumerate(finding.excerpt.lines, finding.excerpt.start_line):
        yield SourceLine(number, source_line(text), number == finding.location.start_line)


def _step(step: PathStep) -> Step:
    return Step(
        source=clean(step.source),
        kind=step.kind.value.replace("-", " "),
        target=clean(step.target),
        fact=clean(step.fact),
        place=place(step.location),
        sureness=SURENESS[step.confidence],
        proof=tuple((clean(one.fact), place(one.location)) for one in step.proof),
        breaks=clean(step.breaks),
    )


def _row(finding: Finding) -> int:
    return _ROW + _bytes(finding.message) + _bytes(finding.location.path) + _bytes(finding.subject)


def _bytes(text: str) -> int:
    return len(escape(text).encode("utf-8", "replace"))
