"""Draws the map for reports that show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scanner.domain.architecture import System
    from scanner.domain.assessment import Assessment

_WITH_MAP = frozenset({"html"})


def asks_for_map(formats: Iterable[str]) -> bool:
    """Whether one of these formats shows the map: drawing needs the architecture, which no stored result holds."""
    return not _WITH_MAP.isdisjoint(formats)


def picture_of(system: System, assessment: Assessment) -> str:
    """The map of a system as SVG, with what breaks a rule in red.

    Args:
        system: With its model.
        assessment: The result on it.
    """
    from scanner.picture import FORMATS  # noqa: PLC0415

    return FORMATS["svg"](system, assessment.findings)
