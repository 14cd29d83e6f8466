"""Reports: one module a format, all made from the assessment. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scanner.interfaces import ReportContext, Reporter
from scanner.reports.markdown import MarkdownReport
from scanner.reports.result_json import JsonReport
from scanner.reports.sarif import SarifReport
from scanner.reports.terminal import TerminalReport

REPORTERS: Mapping[str, Callable[[ReportContext], Reporter]] = {
    TerminalReport.name: TerminalReport,
    JsonReport.name: JsonReport,
    SarifReport.name: SarifReport,
    MarkdownReport.name: MarkdownReport,
}
"""Name of a format to what makes its report."""

__all__ = ["REPORTERS", "ReportContext"]
