"""Dates that a document names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from scanner import lazy_re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_YEAR_FIRST = lazy_re.compile(r"(?<![\d.-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.-])")
_DAY_FIRST = lazy_re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[ -]({_NAMED}),?[ -](20\d\d)\b", re.IGNORECASE)
_MONTH_FIRST = lazy_re.compile(rf"\b({_NAMED})[ -](\d{{1,2}})(?:st|nd|rd|th)?,?[ -](20\d\d)\b", re.IGNORECASE)


def latest_date(text: str, until: date) -> date | None:
    """The latest day that a text names and that is not after another one; None where it names none.

    Forms whose day and month could be mistaken for each other (``03/04/2026``) are not read.

    Args:
        text: What a document says.
        until: The last day that counts: plans for later are no record.
    """
    return max((day for day in _dates(text) if day <= until), default=None)


def _dates(text: str) -> Iterator[date]:
    for year, month, day in _YEAR_FIRST.findall(text):
        yield from _valid(year, int(month), day)
    for day, month, year in _DAY_FIRST.findall(text):
        yield from _valid(year, _month(month), day)
    for month, day, year in _MONTH_FIRST.findall(text):
        yield from _valid(year, _month(month), day)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _valid(year: str, month: int, day: str) -> Iterator[date]:
    try:
        yield date(int(year), month, int(day))
    except ValueError:  # 2026-02-31, or a version such as 2026.14.1
        return
