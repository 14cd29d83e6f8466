"""A version finds its release line, and only its own."""

from __future__ import annotations

import pytest

from scanner.rules.support import SupportDates

DATES = SupportDates(
    {
        "products": {
            "python": {
                "aliases": ["CPython"],
                "cycles": {"3.1": {"eol": "2012-04-09"}, "3.10": {"eol": "2026-10-31"}, "3.14": {"eol": None}},
            },
            "dotnet": {"cycles": {"7": {"eol": "2024-05-14", "aliases": ["net7.0"]}}},
            "debian": {"cycles": {"12": {"eol": "2026-06-10", "aliases": ["bookworm"]}}},
        }
    }
)


@pytest.mark.parametrize(
    ("product", "version", "date"),
    [
        ("python", "3.1.4", "2012-04-09"),
        ("python", "3.10", "2026-10-31"),
        ("python", "3.10-slim", "2026-10-31"),
        ("cpython", ">=3.10", "2026-10-31"),
        ("python", "3.100", ""),
        ("python", "3.14.1", ""),
        ("python", "4", ""),
        ("dotnet", "net7.0", "2024-05-14"),
        ("dotnet", "7.0.2", "2024-05-14"),
        ("Debian", "bookworm-slim", "2026-06-10"),
        ("cobol", "85", ""),
    ],
)
def test_end_of_life(product: str, version: str, date: str) -> None:
    assert DATES.end_of_life(product, version) == date
