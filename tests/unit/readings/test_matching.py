"""What is told says nothing of the neighbours of what was read."""

from __future__ import annotations

import pytest

from scanner.readings.matching import lines_still_told


@pytest.mark.parametrize(
    ("read", "counted", "told", "still"),
    [
        ({26, 30, 34}, set(), {30}, {30}),
        ({30, 34}, set(), {31, 36}, {30, 34}),
        ({30, 34}, set(), {33}, {34}),
        ({8}, set(), {3}, {8}),
        ({9}, set(), {3}, set()),
        ({28, 32}, set(), {30}, {28}),
        ({28, 32}, {32}, {30}, {32}),
        ({30}, {28}, {30}, {30}),
        ({34}, {30}, {30}, {30}),
        ({30}, set(), set(), set()),
    ],
)
def test_each_place_takes_the_nearest_line(read: set[int], counted: set[int], told: set[int], still: set[int]) -> None:
    assert lines_still_told(read, counted, told) == still
