from __future__ import annotations

from contextlib import ExitStack

import pytest

from scanner.forking import CAN_FORK, Fork
from scanner.tickets import MOST, Tickets


def drawn(tickets: Tickets) -> list[int]:
    found = []
    while (number := tickets.draw()) is not None:
        found.append(number)
    return found


@pytest.mark.parametrize("number", [0, 1, MOST])
def test_each_number_is_drawn_once_in_order(number: int) -> None:
    with Tickets(number) as tickets:
        assert drawn(tickets) == list(range(number))
        assert tickets.draw() is None


@pytest.mark.skipif(not CAN_FORK, reason="only Linux forks safely")
def test_no_two_processes_draw_the_same() -> None:
    with Tickets(MOST) as tickets, ExitStack() as stack:
        forks = [stack.enter_context(Fork(lambda: drawn(tickets))) for _ in range(4)]
        here = drawn(tickets)
        assert sorted([*here, *(one for fork in forks for one in fork.result())]) == list(range(MOST))


def test_more_than_a_pipe_is_sure_to_take_are_refused() -> None:
    with pytest.raises(ValueError, match=f"{MOST + 1} tickets"):
        Tickets(MOST + 1)
