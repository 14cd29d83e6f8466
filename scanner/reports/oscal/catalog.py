"""Principles and controls as an OSCAL catalog, with the official statements on which they rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scanner.domain.assessment import Assessment
from scanner.domain.catalog import Catalog, Clause, Control, Principle
from scanner.evaluation.regimes import Statement, statements
from scanner.interfaces import ReportContext
from scanner.reports.oscal.document import (
    RMF_NAMESPACE,
    Json,
    document,
    filled,
    identity,
    metadata,
    prop,
    props,
    resource,
    statement_id,
    token,
)
from scanner.reports.oscal.text import line, prose

STATEMENT_OF_A_REGIME = "regime-statement"
"""Relation of a control to what a regime asks."""


class OscalCatalogReport:
    """The catalog by which every policy judges; it says nothing of the system."""

    name = "oscal-catalog"

    def __init__(self, context: ReportContext) -> None:
        self._catalog = context.catalog

    def render(self, assessment: Assessment) -> str:
        """The catalog; of the assessment it takes tool and day alone."""
        catalog = self._catalog
        about = metadata(assessment, "NHS architectural principles and their controls", catalog.version)
        regimes = {regime.id: statements(regime, catalog) for regime in catalog.regimes}
        asked = _asked(regimes)
        by_principle: dict[str, list[Json]] = defaultdict(list)
        clauses = {clause.id for clause in catalog.clauses}
        for control in catalog.controls:
            by_principle[control.principle].append(_control(control, clauses, asked[control.id]))
        body = {
            "groups": [_group(one, by_principle[one.id]) for one in catalog.principles],
            "back-matter": filled({"resources": _resources(catalog, regimes)}) or None,
        }
        return document("catalog", about, body)


def _asked(regimes: Mapping[str, Sequence[Statement]]) -> Mapping[str, list[str]]:
    """Control to the UUIDs of the statements on which it bears."""
    asked: dict[str, list[str]] = defaultdict(list)
    for regime, parts in regimes.items():
        for part in parts:
            for bearing in part.bearing:
                asked[bearing.control.id].append(identity("regime", regime, part.id))
    return asked


def _group(principle: Principle, controls: list[Json]) -> Json:
    parts = [
        {"id": f"{token(principle.id)}_ovr", "name": "overview", "prose": prose(principle.statement)},
        {"id": f"{token(principle.id)}_ins", "name": "instruction", "title": "Why", "prose": prose(principle.why)},
    ]
    return filled(
        {
            "id": token(principle.id),
            "class": "principle",
            "title": line(principle.title),
            "parts": [part for part in parts if part["prose"]],
            "controls": controls,
        }
    )


def _control(control: Control, clauses: Iterable[str], asked: Sequence[str]) -> Json:
    own = {"severity": control.severity.value, "verdict": control.verdict.value, "decisive": control.decisive}
    known = [
        {"href": f"#{identity('clause', code)}", "rel": "reference"} for code in control.clauses if code in clauses
    ]
    bearing = [{"href": f"#{uuid}", "rel": STATEMENT_OF_A_REGIME} for uuid in asked]
    return filled(
        {
            "id": token(control.id),
            "class": "control",
            "title": line(control.title),
            "props": [
                {"name": "label", "value": line(control.id)},
                *props(own),
                *(prop("clause", code) for code in control.clauses),
            ],
            "links": [*known, *bearing],
            "parts": _parts(control),
        }
    )


def _parts(control: Control) -> list[Json]:
    parts: list[Json] = [
        {"id": statement_id(control.id), "name": "statement", "prose": prose(control.objective) or "-"}
    ]
    if control.person:
        title = "Why only a person can judge it"
        guidance = {
            "id": f"{token(control.id)}_gdn",
            "name": "guidance",
            "title": title,
            "prose": prose(control.person),
        }
        parts.append(guidance)
    if control.ask:
        parts.append(
            {
                "id": f"{token(control.id)}_ask",
                "name": "assessment-method",
                "title": "What to ask the supplier where a machine cannot tell",
                "props": [{"name": "method", "ns": RMF_NAMESPACE, "value": "INTERVIEW"}],
                "prose": prose(control.ask),
            }
        )
    return parts


def _resources(catalog: Catalog, regimes: Mapping[str, Sequence[Statement]]) -> list[Json]:
    titles = {regime.id: regime.title for regime in catalog.regimes}
    asked = [_statement(regime, titles[regime], statement) for regime, parts in regimes.items() for statement in parts]
    return [*map(_clause, catalog.clauses), *asked]


def _clause(clause: Clause) -> Json:
    """One that we know from memory alone has no address, and says so."""
    own = {"clause": clause.id, "provenance": clause.provenance.value}
    return resource("clause", clause.id, clause.title, props=props(own), rlinks=_addresses(clause.url))


def _statement(regime: str, title: str, statement: Statement) -> Json:
    own = {"regime": regime, "part": statement.id, "read-at-its-source-or-in-another-text": statement.is_read}
    made = resource("regime", regime, f"{title}: {statement.title}", props=props(own))
    made["uuid"] = identity("regime", regime, statement.id)
    if statement.beyond:
        made["description"] = f"What no scan can show of it: {prose(statement.beyond)}"
    return filled({**made, "rlinks": _addresses(statement.url)})


def _addresses(url: str | None) -> list[Json]:
    return [{"href": url}] if url else []
