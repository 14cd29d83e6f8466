"""The records behind the verdicts: findings, waivers, the supplier's answers, and what could not be assessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scanner.domain.assessment import Assessment, Status
from scanner.domain.catalog import Catalog
from scanner.domain.finding import Finding, Outcome
from scanner.domain.waiver import WaiverRecord
from scanner.evaluation.overview import Overview, of_product, sentence
from scanner.evaluation.ranking import rank_within
from scanner.evaluation.wording import STATE_WORDS, TRUST_WORDS, clauses_of, place_of, unseen
from scanner.interfaces import ReportContext
from scanner.reports.xlsx.sheets import Cell, Column, Table

_PLACES_SHOWN = 20
_LONGEST = 500
_OUTCOMES = {
    Outcome.FAIL: "fails",
    Outcome.REVIEW: "for a person",
    Outcome.OPEN: "cannot be told",
    Outcome.PASS: "keeps it",
    Outcome.NOT_APPLICABLE: "not concerned",
}


def findings(assessment: Assessment, context: ReportContext) -> Table:
    """Every finding, failures first and the gravest of them at the top; also such as keep a rule.

    Args:
        assessment: The result.
        context: Gives titles and cures.
    """
    columns = (
        *(Column("Outcome", 13), Column("Severity", 10), Column("Graded", 10), Column("Counted", 16)),
        *(
            Column("Since the baseline", 12),
            Column("Waiver", 18),
            Column("Principle", 14),
            Column("Control", 14),
            Column("Clauses", 18),
        ),
        *(Column("Rule", 30), Column("Title", 36), Column("Path", 36), Column("Line", 7), Column("Message", 50)),
        *(Column("Subject", 30), Column("Evidence", 50), Column("Environments", 20), Column("How to mend", 50)),
        *(Column("Confidence", 11), Column("Engine", 10), Column("Fingerprint", 20)),
    )
    outcomes = {outcome: place for place, outcome in enumerate(_OUTCOMES)}
    ordered = sorted(
        assessment.findings,
        key=lambda one: (
            outcomes[one.outcome],
            rank_within(one, context.rules),
            one.rule,
            one.location.path,
            one.fingerprint,
        ),
    )
    exempt = {c.id for p in assessment.principles for c in p.controls if c.status is Status.NOT_APPLICABLE}
    clauses = clauses_of(context.catalog)
    compared = assessment.comparison is not None
    rows = tuple(_finding(one, context, _counted(one, exempt), clauses, compared=compared) for one in ordered)
    return Table("Findings", "Every finding, also such as keep a rule", columns, rows)


def _finding(
    one: Finding, context: ReportContext, counted: str, clauses: Mapping[str, tuple[str, ...]], *, compared: bool
) -> tuple[Cell, ...]:
    rule = context.rules.get(one.rule)
    evidence = (f"{said.description}: {said.value}" if said.value else said.description for said in one.evidence)
    since = ("known" if one.baseline else "new") if compared and one.outcome in {Outcome.FAIL, Outcome.REVIEW} else ""
    return (
        *(_OUTCOMES[one.outcome], one.severity.value, one.graded.value if one.graded else "", counted, since),
        one.waiver or "",
        *(one.principle, one.control, ", ".join(clauses.get(one.control, ()))),
        *(one.rule, rule.title if rule else "", one.location.path, one.location.start_line, one.message),
        *(one.subject, "\n".join(evidence), ", ".join(one.environments)),
        sentence(rule.remediation, _LONGEST) if rule else "",
        *(one.confidence.value, one.engine, one.fingerprint),
    )


def _counted(one: Finding, exempt: set[str]) -> str:
    if not of_product(one):
        return "no: tests, examples and the like"
    return "no: the control does not apply" if one.control in exempt else "yes"


def waivers(assessment: Assessment) -> Table:
    """The register.

    Args:
        assessment: The result.
    """
    columns = (
        *(Column("Waiver", 18), Column("State", 20), Column("Trust", 18), Column("Written", 11), Column("Rule", 30)),
        *(Column("Subject", 30), Column("Path", 30), Column("Finding", 18), Column("Reason", 50), Column("Owner", 22)),
        *(Column("Created", 11), Column("Last day", 11), Column("Days left", 9), Column("Ticket", 14)),
        *(Column("Approved by", 20), Column("Note", 30), Column("Stands in", 30), Column("Sets aside", 9)),
        Column("Places", 50),
    )
    places = {one.fingerprint: place_of(one.location) for one in assessment.findings}
    rows = tuple(_waiver(one, places) for one in assessment.waivers)
    return Table("Waivers", "Every waiver, applied or not", columns, rows)


def _waiver(one: WaiverRecord, places: Mapping[str, str]) -> tuple[Cell, ...]:
    known = [places.get(fingerprint, fingerprint) for fingerprint in one.findings]
    more = [f"and {len(known) - _PLACES_SHOWN:,} more"] if len(known) > _PLACES_SHOWN else []
    return (
        *(one.id, STATE_WORDS[one.state], TRUST_WORDS[one.trust], one.form.value, one.rule),
        *(one.subject, one.path, one.fingerprint, one.reason, one.owner),
        *(one.created, one.expires, one.days_left, one.ticket, one.approved_by, one.note),
        place_of(one.location) if one.location else "",
        *(len(known), "\n".join([*known[:_PLACES_SHOWN], *more])),
    )


def profile(assessment: Assessment) -> Table:
    """What the supplier says of the product, and what becomes of it.

    Args:
        assessment: The result.
    """
    columns = (
        *(Column("Question", 50), Column("Answer", 8), Column("Reason", 50), Column("By", 22), Column("On", 11)),
        *(Column("Stands in", 26), Column("Controls left out", 40), Column("Contradicted by", 40)),
    )
    rows = tuple(
        (
            *(one.text, one.answer, one.reason, one.by, one.answered, place_of(one.location)),
            *(", ".join(one.not_applicable), ", ".join(one.contradicted_by)),
        )
        for one in assessment.profile
    )
    return Table("Profile", "What the supplier says of the product", columns, rows)


def unassessed(assessment: Assessment, view: Overview, catalog: Catalog) -> Table:
    """Everything that could not be told, with what to ask.

    Args:
        assessment: The result.
        view: Its overview.
        catalog: Says what to ask.
    """
    columns = (
        *(Column("What", 20), Column("Principle or stage", 18), Column("Control or engine", 18), Column("Rule", 30)),
        *(Column("Place", 40), Column("Why", 60), Column("What to ask", 60)),
    )
    rows = (*_controls(assessment, catalog), *_open(view), *_problems(assessment))
    return Table("Not assessed", "Controls, places and files that could not be judged", columns, rows)


def _controls(assessment: Assessment, catalog: Catalog) -> Iterator[Sequence[Cell]]:
    for one in unseen(assessment, catalog):
        said = f"{one.control.title}: {one.control.reason}" if one.control.reason else one.control.title
        yield ("control not assessed", one.principle, one.control.id, "", "", said, one.ask)


def _open(view: Overview) -> Iterator[Sequence[Cell]]:
    told = (("for a person to judge", view.review), ("a lead", view.leads), ("cannot be told", view.open))
    for word, groups in told:
        for one in (finding for group in groups for finding in group.findings):
            yield (word, one.principle, one.control, one.rule, place_of(one.location), one.message, "")


def _problems(assessment: Assessment) -> Iterator[Sequence[Cell]]:
    for one in assessment.problems:
        place = place_of(one.location) if one.location else ""
        yield ("not read or run", one.stage, one.engine or "", "", place, one.message, "")
