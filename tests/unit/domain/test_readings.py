"""How sure a rule may call itself, by what people said of its findings."""

from __future__ import annotations

import pytest

from scanner.domain.catalog import Severity
from scanner.domain.rule import Readings


@pytest.mark.parametrize(
    ("right", "arguable", "wrong", "severity", "carried"),
    [
        (0, 0, 0, "high", "high"),  # its author's word
        (1, 0, 0, "medium", "high"),
        (0, 2, 0, "medium", "high"),  # two settle nothing
        (0, 0, 2, "critical", "high"),
        (0, 0, 3, "critical", "low"),
        (2, 1, 0, "medium", "low"),
        (3, 0, 0, "medium", "high"),
        (5, 1, 0, "medium", "high"),
        (4, 1, 0, "medium", "low"),
        (4, 1, 0, "high", "medium"),  # told as medium, where too grave is no fault
        (9, 1, 1, "medium", "medium"),
        (8, 1, 1, "medium", "low"),
        (18, 0, 2, "high", "high"),
        (17, 0, 2, "high", "medium"),
        (3, 3, 1, "critical", "medium"),
        (3, 3, 1, "medium", "low"),
    ],
)
def test_what_readings_carry(right: int, arguable: int, wrong: int, severity: str, carried: str) -> None:
    readings = Readings(right=right, arguable=arguable, wrong=wrong)
    assert readings.carry(Severity(severity)).value == carried
