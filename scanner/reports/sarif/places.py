"""Places in files: a region with all four numbers that GitHub asks for, and its lines where we may show them."""

from __future__ import annotations

from typing import Any

from scanner.domain.artifact import Location
from scanner.domain.finding import Excerpt
from scanner.reports.sarif.text import code, message, uri


def located(location: Location, excerpt: Excerpt | None = None) -> dict[str, Any]:
    """A SARIF location; with the lines around it where there are any."""
    first = location.start_line
    last = max(location.end_line or first, first)
    column = location.start_column or 1
    shown = _Lines(excerpt)
    region: dict[str, Any] = {
        "startLine": first,
        "startColumn": column,
        "endLine": last,
        "endColumn": _end(shown.at(last), column if last == first else 1),
    }
    if snippet := shown.between(first, last):
        region["snippet"] = {"text": snippet}
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(location.path)}, "region": region}
    if snippet and shown.first <= first and shown.last >= last and shown.last - shown.first > last - first:
        # SARIF: the context holds all of the region and more.
        physical["contextRegion"] = {
            "startLine": shown.first,
            "endLine": shown.last,
            "snippet": {"text": shown.between(shown.first, shown.last)},
        }
    return {"physicalLocation": physical}


def told(location: Location, text: str) -> dict[str, Any]:
    """A location that says what is there."""
    return {**located(location), "message": {"text": message(text)}}


def _end(line: str, column: int) -> int:
    """The column after the last character; where the line is not known, that after the first one."""
    return max(len(line) + 1, column + 1)


class _Lines:
    """The lines of an excerpt by their numbers; none where there is none."""

    def __init__(self, excerpt: Excerpt | None) -> None:
        self._lines = tuple(code(line) for line in excerpt.lines) if excerpt else ()
        self.first = excerpt.start_line if excerpt else 1
        self.last = self.first + len(self._lines) - 1

    def at(self, number: int) -> str:
        place = number - self.first
        return self._lines[place] if 0 <= place < len(self._lines) else ""

    def between(self, first: int, last: int) -> str:
        """Those of these lines that are known, one below another."""
        start = max(first - self.first, 0)
        return "\n".join(self._lines[start : max(last - self.first + 1, 0)])
