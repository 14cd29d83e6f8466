"""A result as a regime asks for it: each of its statements, the controls that bear on it, and what no scan shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scanner.domain.assessment import Assessment, ControlResult
from scanner.domain.catalog import Catalog, Clause, Control, Provenance, Regime, RegimePart, VerdictClass


@dataclass(frozen=True)
class Bearing:
    """A control that bears on a statement."""

    control: Control
    result: ControlResult | None
    """What a result says of it; None without one, or where the policy does not ask for it."""


@dataclass(frozen=True)
class Statement:
    """A statement of a regime."""

    id: str
    title: str
    is_read: bool
    """Whether we have read it at its source, or in another's text; not so of what is known from memory alone."""
    url: str
    bearing: tuple[Bearing, ...]
    beyond: str
    """What no scan can show of it."""


def statements(regime: Regime, catalog: Catalog, assessment: Assessment | None = None) -> tuple[Statement, ...]:
    """The statements of a regime, in its order.

    Args:
        regime: One of the catalogue.
        catalog: Gives clauses and controls.
        assessment: A result; without one, what bears on a statement is told without a status.
    """
    clauses = {clause.id: clause for clause in catalog.clauses}
    results = {} if assessment is None else {c.id: c for p in assessment.principles for c in p.controls}
    return tuple(_statement(part, clauses.get(part.id), catalog, results) for part in regime.parts)


def _statement(
    part: RegimePart, clause: Clause | None, catalog: Catalog, results: Mapping[str, ControlResult]
) -> Statement:
    bearing = tuple(Bearing(control, results.get(control.id)) for control in _bearing(part, catalog))
    return Statement(
        id=part.id,
        title=part.title or (clause.title.partition(": ")[2] or clause.title if clause else part.id),
        is_read=clause is None or clause.provenance is not Provenance.MEMORY,
        url=(clause.url or "") if clause else "",
        bearing=bearing,
        beyond=part.beyond or _by_persons(bearing),
    )


def _bearing(part: RegimePart, catalog: Catalog) -> Iterator[Control]:
    for control in catalog.controls:
        named = part.id in control.clauses or control.id in part.controls
        if named or control.principle in part.principles:
            yield control


def _by_persons(bearing: tuple[Bearing, ...]) -> str:
    """What a person has to judge, where the regime's entry says nothing of its own."""
    if not bearing:
        return "No control of ours bears on it: ask the supplier."
    asked = [one.control for one in bearing if one.control.verdict in {VerdictClass.DOCUMENT, VerdictClass.MANUAL}]
    if not asked:
        return ""
    return f"What the documents say, and whether it is so: {', '.join(one.id for one in asked)}."
