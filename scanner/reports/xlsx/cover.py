"""The first sheet: decision and gate, coverage, principles, then the number, and where to find the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from scanner.domain.assessment import Assessment, Status
from scanner.evaluation.figures import Figures
from scanner.evaluation.overview import STATUS_WORDS
from scanner.evaluation.wording import change, compared_with, decision
from scanner.reports.xlsx.sheets import Cell, Formats, Link, Table, Writer, as_cell, for_print, height

_WIDTHS = (42, 60, 16, 10, 11, *(11 for _ in Status))
_PRINCIPLES = ("Principle", "Title", "Status", "Score", "Coverage")


class Cover:
    """Writes the first sheet.

    Args:
        assessment: The result.
        figures: Its numbers.
    """

    def __init__(self, assessment: Assessment, figures: Figures) -> None:
        self._assessment, self._figures, self._row = assessment, figures, 0

    def write(self, sheet: Any, formats: Formats, tables: Sequence[tuple[str, Table]]) -> None:
        """Write it.

        Args:
            sheet: An empty sheet.
            formats: Of its workbook.
            tables: The other sheets, by name.
        """
        for number, width in enumerate(_WIDTHS):
            sheet.set_column(number, number, width)
        sheet.write_string(0, 0, as_cell(f"NHS architectural principles: {self._assessment.source.uri}"), formats.title)
        self._row = 2
        writer = Writer(sheet, formats, align="left")
        self._pairs(sheet, writer, formats, self._decision())
        self._principles(sheet, Writer(sheet, formats), formats)
        self._pairs(sheet, writer, formats, self._numbers())
        self._contents(sheet, writer, formats, tables)
        self._pairs(sheet, writer, formats, self._origin())
        for_print(sheet)

    def _contents(self, sheet: Any, writer: Writer, formats: Formats, tables: Sequence[tuple[str, Table]]) -> None:
        for column, text in enumerate(("Sheet", "What it holds", "Rows")):
            sheet.write_string(self._row, column, as_cell(text), formats.head)
        for name, table in tables:
            self._row += 1
            address = "internal:'" + name.replace("'", "''") + "'!A1"
            row: tuple[Cell, ...] = (Link(name, address), table.about, len(table.rows))
            sheet.set_row(self._row, height(row, _WIDTHS))
            for column, value in enumerate(row):
                writer.put(self._row, column, value)
        self._row += 2

    def _pairs(self, sheet: Any, writer: Writer, formats: Formats, pairs: Iterator[tuple[str, Cell]]) -> None:
        for label, value in pairs:
            sheet.set_row(self._row, height((label, value), _WIDTHS))
            sheet.write_string(self._row, 0, as_cell(label), formats.label)
            writer.put(self._row, 1, value, share=label == "Coverage")
            self._row += 1
        self._row += 1

    def _principles(self, sheet: Any, writer: Writer, formats: Formats) -> None:
        titles = (*_PRINCIPLES, *(f"Controls {STATUS_WORDS[status]}" for status in Status))
        sheet.set_row(self._row, height(titles, _WIDTHS))
        for column, text in enumerate(titles):
            sheet.write_string(self._row, column, as_cell(text), formats.head)
        for one in self._assessment.principles:
            self._row += 1
            statuses = [control.status for control in one.controls]
            counts = (statuses.count(status) for status in Status)
            for column, value in enumerate((one.id, one.title, one.status, one.score, one.coverage, *counts)):
                writer.put(self._row, column, value, share=column == len(_PRINCIPLES) - 1)
        self._row += 2

    def _decision(self) -> Iterator[tuple[str, Cell]]:
        assessment = self._assessment
        yield "Gate", decision(assessment)
        yield from (("Reason", reason) for reason in assessment.gate.reasons)
        yield from (("Asked for in place of the policy's own", text) for text in assessment.policy.overrides)
        yield from (("The policy asks for less than the rules", text) for text in assessment.policy.loosened)
        if comparison := assessment.comparison:
            note = f". {comparison.note}" if comparison.note else ""
            yield f"Since {'the revision' if comparison.revision else 'the baseline'}", compared_with(comparison)
            yield "What changed", change(self._figures) + note
        yield "Coverage", assessment.score.coverage

    def _numbers(self) -> Iterator[tuple[str, Cell]]:
        score, figures = self._assessment.score, self._figures
        yield "Score", "no score: nothing could be assessed" if score.value is None else score.value
        yield "Score, if what was not assessed is not kept", score.low
        yield "Score, if what was not assessed is kept", score.high
        yield "Score with every waiver", score.with_supplier_waivers
        yield "Score with approved waivers alone", score.with_approved_waivers
        yield "Score without waivers", score.without_waivers
        yield "Failures", figures.failures
        yield from ((f"Failures, {severity.value}", number) for severity, number in figures.by_severity.items())
        yield from (
            (f"Failures, graded {severity.value}", number) for severity, number in figures.graded.items() if number
        )
        if self._assessment.comparison:
            yield "Failures, new", figures.new
            yield "Failures, known before", figures.known
            yield "Failures, mended", figures.mended
        yield "Failures, waived", figures.waived
        yield "For a person to judge", figures.review
        yield "Leads, of low confidence", figures.leads
        yield "Open", figures.open
        yield "Failures in tests, examples and the like", figures.outside
        yield "Failures under controls that do not apply", figures.exempt
        yield "Checks passed", figures.passes
        yield "Problems", figures.problems

    def _origin(self) -> Iterator[tuple[str, Cell]]:
        one = self._assessment
        yield "Source", one.source.uri
        yield "Revision", one.source.revision
        yield "Branch", one.source.branch
        yield "Policy", f"{one.policy.title} ({one.policy.id} {one.policy.version})"
        yield "Judged as of", one.policy.as_of
        yield "Made by", f"{one.tool.name} {one.tool.version}"
        yield "Rule packs", ", ".join(f"{pack.id} {pack.version}" for pack in one.packs)
        yield from ((name.replace("_", " ").capitalize(), number) for name, number in sorted(one.inventory.items()))
