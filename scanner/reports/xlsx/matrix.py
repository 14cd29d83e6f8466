"""Traceability: from what a regime asks to the controls that bear on it, their verdicts and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from scanner.domain.assessment import Assessment, ControlResult
from scanner.domain.catalog import Catalog, Control, Regime, VerdictClass
from scanner.domain.finding import Finding
from scanner.evaluation.found import Found
from scanner.evaluation.overview import brief, count
from scanner.evaluation.regimes import Statement, statements
from scanner.evaluation.wording import gravest, place_of
from scanner.reports.xlsx.sheets import Cell, Column, Link, Table

_PLACES_SHOWN = 5
_LONGEST = 160

_VERDICTS = {
    VerdictClass.AUTOMATIC: "by machine",
    VerdictClass.STRONG: "strong signal by machine, confirmed by a person",
    VerdictClass.DOCUMENT: "documents found by machine, read by a person",
    VerdictClass.MANUAL: "by a person",
}
_NOT_ASKED = "not asked by the policy"
_CONTROL = (
    Column("Control", 14),
    Column("What it checks", 30),
    Column("Judged", 16),
    Column("Severity", 10),
    Column("Status", 12),
    Column("Score", 7),
)
_COUNTS = (
    Column("Fails", 6),
    Column("Of them known", 8),
    Column("Waived", 7),
    Column("For a person", 8),
    Column("Open", 6),
    Column("Keeps it", 7),
    Column("Evidence", 56),
)


def regime(one: Regime, catalog: Catalog, assessment: Assessment, found: Mapping[str, Found]) -> Table:
    """The sheet of a regime: a row for each clause and control.

    Args:
        one: The regime.
        catalog: Gives clauses and controls.
        assessment: The result.
        found: Findings by control.
    """
    columns = (
        Column("Clause", 12),
        Column("What it asks", 30),
        Column("Source", 12),
        *_CONTROL,
        *_COUNTS,
        Column("What no scan shows", 34),
    )
    made = statements(one, catalog, assessment)
    rows = tuple(row for statement in made for row in _statement(statement, found))
    return Table(one.id, f"{one.title}: {count(len(made), 'clause')}", columns, rows)


def _statement(one: Statement, found: Mapping[str, Found]) -> Iterator[tuple[Cell, ...]]:
    clause: Cell = Link(one.id, one.url) if one.url else one.id
    head: tuple[Cell, ...] = (clause, one.title, "" if one.is_read else "from memory: read it before you cite it")
    for bearing in one.bearing:
        yield (*head, *_control(bearing.control, bearing.result, found), one.beyond)
    if not one.bearing:
        yield (*head, *(None for _ in (*_CONTROL, *_COUNTS)), one.beyond)


def controls(catalog: Catalog, assessment: Assessment, found: Mapping[str, Found]) -> Table:
    """The sheet of all controls that the policy asks for.

    Args:
        catalog: Gives what a control is about.
        assessment: The result.
        found: Findings by control.
    """
    known = {control.id: control for control in catalog.controls}
    rows = tuple(
        (
            principle.id,
            *_control(known.get(one.id), one, found),
            one.reason,
            ", ".join(known[one.id].clauses) if one.id in known else "",
            ", ".join(one.rules),
        )
        for principle in assessment.principles
        for one in principle.controls
    )
    last = (Column("Why this status", 34), Column("Clauses", 18), Column("Rules", 32))
    return Table(
        "Controls", "Every control, with its verdict", (Column("Principle", 16), *_CONTROL, *_COUNTS, *last), rows
    )


def _control(control: Control | None, result: ControlResult | None, found: Mapping[str, Found]) -> tuple[Cell, ...]:
    """The cells about a control, which is in the catalogue, in the result, or in both."""
    named = control or result
    if named is None:
        return tuple(None for _ in (*_CONTROL, *_COUNTS))
    here = found.get(named.id, Found())
    failures = (*here.failures, *here.known)
    review = (*here.review, *here.leads)
    counted = (failures, here.known, here.waived, review, here.open, here.passes)
    return (
        named.id,
        named.title,
        _VERDICTS[control.verdict] if control else "",
        named.severity.value,
        result.status if result else _NOT_ASKED,
        result.score if result else None,
        *(len(findings) for findings in counted),
        "\n".join(_evidence(here)),
    )


def _evidence(found: Found) -> Iterator[str]:
    """The places that a verdict rests on, gravest first, each with what it is."""
    places = list(_places(found))
    yield from islice(places, _PLACES_SHOWN)
    if len(places) > _PLACES_SHOWN:
        yield f"and {len(places) - _PLACES_SHOWN:,} more: see the sheet of findings"


def _places(found: Found) -> Iterator[str]:
    told = (
        ("fails", [*found.failures, *found.known]),
        ("waived", found.waived),
        ("for a person", found.review),
        ("a lead", found.leads),
        ("cannot be told", found.open),
        ("keeps it", found.passes),
    )
    for word, findings in told:
        for finding in gravest(findings):
            yield _place(word, finding)


def _place(word: str, finding: Finding) -> str:
    known = ", known before" if finding.baseline else ""
    return f"{word}{known}: {place_of(finding.location)} {finding.rule}: {brief(finding.message, _LONGEST)}"
