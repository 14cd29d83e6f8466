"""Which lines that were read a rule still tells: each line that is told stands for one that was read, the nearest."""

from __future__ import annotations

from collections.abc import Collection, Iterable

NEAR = 5
"""Lines by which a finding may have moved since it was read."""


def lines_near(line: int) -> range:
    """Lines to which a finding may have moved, or from which it may have come."""
    return range(line - NEAR, line + NEAR + 1)


def lines_still_told(read: Iterable[int], counted: Collection[int], told: Collection[int]) -> frozenset[int]:
    """Lines that were read, in one file, and that a rule still tells.

    A finding that is told was read once: what is told has no say on its neighbours, which may be gone.

    Args:
        read: With a verdict or without one.
        counted: Lines whose reading was counted before. Of two that are as near as each other they come first, so that
            counting again changes nothing.
        told: Lines at which the rule tells something now.

    Returns:
        Of ``read`` and ``counted`` those that are at most ``NEAR`` lines from what is told, and nearest to it.
    """
    pairs = sorted(
        (abs(place - line), line not in counted, line, place)
        for line in {*read, *counted}
        for place in lines_near(line)
        if place in told
    )
    still: set[int] = set()
    taken: set[int] = set()
    for _, _, line, place in pairs:
        if line not in still and place not in taken:
            still.add(line)
            taken.add(place)
    return frozenset(still)
