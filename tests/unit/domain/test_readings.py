"""How sure a rule may call itself, by what people said of its findings."""

from __future__ import annotations

import pytest

from scanner.domain.rule import Readings


@pytest.mark.parametrize(
    ("right", "arguable", "wrong", "carried"),
    [
        (0, 0, 0, "high"),  # its author's word
        (1, 0, 0, "high"),
        (0, 2, 0, "high"),  # two settle nothing
        (0, 0, 2, "high"),
        (3, 0, 0, "high"),  # nor do three
        (0, 0, 4, "low"),
        (3, 1, 0, "low"),
        (4, 0, 0, "high"),
        (5, 1, 0, "low"),
        (9, 1, 0, "high"),  # the limit itself
        (9, 0, 1, "high"),
        (8, 1, 0, "low"),
        (10, 1, 0, "high"),
        (20, 2, 1, "low"),
        (22, 2, 1, "high"),
    ],
)
def test_what_readings_carry(right: int, arguable: int, wrong: int, carried: str) -> None:
    assert Readings(right=right, arguable=arguable, wrong=wrong).carried.value == carried
