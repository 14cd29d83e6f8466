"""The result as OSCAL: catalog, profile, assessment results and plan of action, each a file of its own."""

from scanner.reports.oscal.catalog import OscalCatalogReport
from scanner.reports.oscal.poam import OscalPlanOfActionReport
from scanner.reports.oscal.profile import OscalProfileReport
from scanner.reports.oscal.results import OscalResultsReport

__all__ = ["OscalCatalogReport", "OscalPlanOfActionReport", "OscalProfileReport", "OscalResultsReport"]
