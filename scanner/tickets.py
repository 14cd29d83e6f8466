"""Numbers that several processes draw, each of them once: whoever is done with a piece of work draws the next."""

from __future__ import annotations

import os
from types import TracebackType
from typing import Self

MOST = 255
"""Tickets that can be drawn: each is a byte in a pipe, which takes all in one write and gives each to one reader."""


class Tickets:
    """The numbers from zero on, in this order, over all processes that are forked while it is open.

    Args:
        number: How many there are, :data:`MOST` at most.

    Raises:
        ValueError: There are more.
    """

    def __init__(self, number: int) -> None:
        if number > MOST:
            raise ValueError(f"{number} tickets, of {MOST} at most")
        self._drawing, writing = os.pipe()
        os.write(writing, bytes(range(number)))
        os.close(writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._drawing)

    def draw(self) -> int | None:
        """The next number; None when all are drawn."""
        drawn = os.read(self._drawing, 1)
        return drawn[0] if drawn else None
