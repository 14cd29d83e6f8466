from __future__ import annotations

import os
import time
from collections.abc import Callable

import pytest

from scanner.pipeline.executors import Here, Processes


class Square:
    """Says who did it; as slow as it is told to be."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds

    def __call__(self, number: int) -> tuple[int, int]:
        time.sleep(self.seconds)
        return number * number, os.getpid()


class DiesElsewhere:
    """Ends every process but the one that made it."""

    def __init__(self) -> None:
        self.home = os.getpid()

    def __call__(self, number: int) -> int:
        if os.getpid() != self.home:
            os._exit(9)
        return number


class Fails:
    def __call__(self, number: int) -> int:
        if number == 30:
            raise ValueError("thirty")
        return number


def squares(run: Callable[[Square, range], object]) -> list[int]:
    made: object = run(Square(), range(50))
    return [number for number, _ in made]  # type: ignore[attr-defined]


def test_results_come_in_the_order_of_the_items() -> None:
    expected = [number * number for number in range(50)]
    assert squares(Here().map) == expected
    assert squares(Processes(2).map) == expected
    assert squares(Processes(2, patience=0, worth=0).map) == expected


def test_short_work_is_done_here() -> None:
    assert {process for _, process in Processes(4).map(Square(), range(50))} == {os.getpid()}


def test_long_work_is_spread() -> None:
    made = list(Processes(2, patience=0.01, worth=0.1).map(Square(0.005), range(100)))
    assert [number for number, _ in made] == [number * number for number in range(100)]
    assert len({process for _, process in made} - {os.getpid()}) == 2


def test_one_job_is_this_process() -> None:
    made = Processes(1, patience=0, worth=0).map(Square(), range(20))
    assert {process for _, process in made} == {os.getpid()}


def test_the_work_of_a_process_that_dies_is_not_lost() -> None:
    assert list(Processes(2, patience=0, worth=0).map(DiesElsewhere(), range(40))) == list(range(40))


def test_a_fault_of_the_work_itself_is_told() -> None:
    with pytest.raises(ValueError, match="thirty"):
        list(Processes(2, patience=0, worth=0).map(Fails(), range(40)))
