"""Reports: one module a format, all made from the assessment. A new format is a module, a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scanner.interfaces import ReportContext, Reporter

# A scan writes one or two formats: what only the others need is not imported.


def _terminal(context: ReportContext) -> Reporter:
    from scanner.reports.terminal import TerminalReport  # noqa: PLC0415

    return TerminalReport(context)


def _json(context: ReportContext) -> Reporter:
    from scanner.reports.result_json import JsonReport  # noqa: PLC0415

    return JsonReport(context)


def _sarif(context: ReportContext) -> Reporter:
    from scanner.reports.sarif import SarifReport  # noqa: PLC0415

    return SarifReport(context)


def _markdown(context: ReportContext) -> Reporter:
    from scanner.reports.markdown import MarkdownReport  # noqa: PLC0415

    return MarkdownReport(context)


def _comment(context: ReportContext) -> Reporter:
    from scanner.reports.markdown import CommentReport  # noqa: PLC0415

    return CommentReport(context)


def _junit(context: ReportContext) -> Reporter:
    from scanner.reports.junit import JunitReport  # noqa: PLC0415

    return JunitReport(context)


def _xlsx(context: ReportContext) -> Reporter:
    from scanner.reports.xlsx import WorkbookReport  # noqa: PLC0415

    return WorkbookReport(context)


def _badge(context: ReportContext) -> Reporter:
    from scanner.reports.badge import BadgeReport  # noqa: PLC0415

    return BadgeReport(context)


def _oscal_results(context: ReportContext) -> Reporter:
    from scanner.reports.oscal import OscalResultsReport  # noqa: PLC0415

    return OscalResultsReport(context)


def _oscal_catalog(context: ReportContext) -> Reporter:
    from scanner.reports.oscal import OscalCatalogReport  # noqa: PLC0415

    return OscalCatalogReport(context)


def _oscal_profile(context: ReportContext) -> Reporter:
    from scanner.reports.oscal import OscalProfileReport  # noqa: PLC0415

    return OscalProfileReport(context)


def _oscal_plan_of_action(context: ReportContext) -> Reporter:
    from scanner.reports.oscal import OscalPlanOfActionReport  # noqa: PLC0415

    return OscalPlanOfActionReport(context)


def _html(context: ReportContext) -> Reporter:
    from scanner.reports.html import HtmlReport  # noqa: PLC0415

    return HtmlReport(context)


REPORTERS: Mapping[str, Callable[[ReportContext], Reporter]] = {
    "terminal": _terminal,
    "json": _json,
    "sarif": _sarif,
    "markdown": _markdown,
    "comment": _comment,
    "junit": _junit,
    "xlsx": _xlsx,
    "badge": _badge,
    "html": _html,
    "oscal-ar": _oscal_results,
    "oscal-catalog": _oscal_catalog,
    "oscal-profile": _oscal_profile,
    "oscal-poam": _oscal_plan_of_action,
}
"""Name of a format to what makes its report."""

__all__ = ["REPORTERS", "ReportContext"]
