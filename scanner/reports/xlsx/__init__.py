"""The result as a workbook: from each clause of a regime to the controls, the verdicts and the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from scanner.domain.assessment import Assessment
from scanner.evaluation.figures import figures
from scanner.evaluation.found import found_by_control
from scanner.evaluation.overview import overview
from scanner.interfaces import ReportContext
from scanner.reports.xlsx.cover import Cover
from scanner.reports.xlsx.matrix import controls, regime
from scanner.reports.xlsx.records import findings, profile, unassessed, waivers
from scanner.reports.xlsx.sheets import Formats, Table, sheet_names, write_table

_UNDATED = date(2000, 1, 1)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class WorkbookReport:
    """Overview first, then a sheet for each regime, the controls, and every record that a verdict rests on."""

    name = "xlsx"

    def __init__(self, context: ReportContext) -> None:
        self._context = context

    def render(self, assessment: Assessment) -> bytes:
        """The workbook; dated with the day against which the result was judged, so that its bytes are the same."""
        written = BytesIO()
        tables = self._tables(assessment)
        with Workbook(written, _OPTIONS) as workbook:
            workbook.set_properties(
                {"title": "archscan: traceability of NHS architectural principles", "created": _day(assessment)}
            )
            formats = Formats(workbook)
            names = sheet_names(["Overview", *(table.name for table in tables)])
            cover = Cover(assessment, figures(assessment))
            cover.write(workbook.add_worksheet(names[0]), formats, list(zip(names[1:], tables, strict=True)))
            for name, table in zip(names[1:], tables, strict=True):
                write_table(workbook.add_worksheet(name), formats, table)
        return written.getvalue()

    def _tables(self, assessment: Assessment) -> Sequence[Table]:
        catalog, view = self._context.catalog, overview(assessment, self._context.rules)
        found = found_by_control(assessment, view)
        return [
            *(regime(one, catalog, assessment, found) for one in catalog.regimes),
            controls(catalog, assessment, found),
            findings(assessment, self._context),
            waivers(assessment),
            profile(assessment),
            unassessed(assessment, view, catalog),
        ]


def _day(assessment: Assessment) -> datetime:
    try:
        day = date.fromisoformat(assessment.policy.as_of)
    except ValueError:
        day = _UNDATED
    return datetime.combine(day, time(), UTC).replace(tzinfo=None)
