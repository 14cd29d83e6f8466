"""How much work expressions may take: each of them, and all of an estate together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scanner.domain.resource import Value

MAX_STEPS = 400_000
"""Nodes that are evaluated for one expression, with the elements that functions go through."""
MAX_EFFORT = 10_000_000
"""Of all expressions of an estate, some ten seconds; 90,000 lines of modules take a twentieth of it."""
LEAST_STEPS = 2_000
"""For an expression when all else is used up: what is plainly written is still evaluated."""
BARE_STEPS = 50
"""For an expression when half as much again is used up, as only what is made to cost much does."""

PATTERN_STEPS = 1_000
"""What a regular expression counts for when it is first met and must be compiled."""
_PATTERN_AT = {"regex": 0, "regexall": 0, "replace": 1}
"""Functions that take a regular expression, and as which argument."""


@dataclass(slots=True)
class Effort:
    """What the expressions of one estate have cost so far."""

    steps: int = 0
    _patterns: set[str] = field(default_factory=set)

    @property
    def is_used_up(self) -> bool:
        """Whether there is nothing left but the least for each expression."""
        return self.steps > MAX_EFFORT

    def of_call(self, name: str, arguments: Sequence[Value]) -> int:
        """Steps that a function's call counts for, beside those of its arguments."""
        at = _PATTERN_AT.get(name, len(arguments))
        pattern = arguments[at] if at < len(arguments) else None
        if not isinstance(pattern, str) or pattern in self._patterns:
            return 0
        self._patterns.add(pattern)
        return PATTERN_STEPS

    def allowed(self) -> int:
        """Steps of the next expression."""
        if not self.is_used_up:
            return MAX_STEPS
        return LEAST_STEPS if self.steps <= MAX_EFFORT * 3 // 2 else BARE_STEPS
