"""How much work expressions may take: each of them, and all of an estate together."""

from __future__ import annotations

from dataclasses import dataclass

MAX_STEPS = 400_000
"""Nodes that are evaluated for one expression, with the elements that functions go through."""
MAX_EFFORT = 10_000_000
"""Of all expressions of an estate, some ten seconds; 90,000 lines of modules take a twentieth of it."""
LEAST_STEPS = 2_000
"""For an expression when all else is used up: what is plainly written is still evaluated."""


@dataclass(slots=True)
class Effort:
    """What the expressions of one estate have cost so far."""

    steps: int = 0

    @property
    def is_used_up(self) -> bool:
        """Whether there is nothing left but the least for each expression."""
        return self.steps > MAX_EFFORT

    def allowed(self) -> int:
        """Steps of the next expression."""
        return LEAST_STEPS if self.is_used_up else MAX_STEPS
