"""Scans, and draws the map for reports that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scanner.domain.assessment import Assessment
    from scanner.pipeline import Surveyed

_WITH_MAP = frozenset({"html"})


def drawn(
    formats: Iterable[str], assess: Callable[[], Assessment], survey: Callable[[], Surveyed]
) -> tuple[Assessment, str]:
    """A result, and the map of its system as SVG where one of the reports shows it, with what breaks a rule in red.

    Args:
        formats: Of the reports.
        assess: Scans; what was seen before is recalled.
        survey: Scans, and gives the architecture as well, which no result that was kept holds.
    """
    if _WITH_MAP.isdisjoint(formats):
        return assess(), ""
    from scanner.picture import FORMATS  # noqa: PLC0415

    system, assessment = survey()
    return assessment, FORMATS["svg"](system, assessment.findings)
