"""The result as SARIF 2.1.0, in the shape that GitHub code scanning takes."""

from scanner.reports.sarif.limits import (
    NOTIFICATIONS_AT_MOST,
    RELATED_AT_MOST,
    RESULTS_AT_MOST,
    STEPS_AT_MOST,
    TAGS_AT_MOST,
)
from scanner.reports.sarif.report import SarifReport

__all__ = [
    "NOTIFICATIONS_AT_MOST",
    "RELATED_AT_MOST",
    "RESULTS_AT_MOST",
    "STEPS_AT_MOST",
    "TAGS_AT_MOST",
    "SarifReport",
]
