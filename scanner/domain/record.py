"""How often findings of a rule were right when people opened them."""

from __future__ import annotations

from pydantic import Field

from scanner.domain.frozen import Frozen

_UNREAD = 0.6
"""Share of findings that were upheld of rules of which nobody had read any."""

_UPHELD = 0.85
"""What a record must promise for findings to be told as findings: four of four upheld, ten of eleven, or 22 of 25."""

_PROVEN = 0.911
"""What a record must promise for what is grave to be told as grave: seven of seven upheld, or 18 of 19."""

_ROUNDING = 1e-9
"""Nine of ten promise the limit itself, whatever the last bit of a division says."""


class Record(Frozen):
    """What people said who opened findings of the same rule in other repositories."""

    read: int = Field(gt=0)
    """Findings that they opened."""
    upheld: int = Field(ge=0)
    """Those of which they said that the fact is right, and as grave as the rule says."""


def promise(record: Record | None) -> float:
    """The share of findings of a rule that may be expected to be upheld, to put the surest first.

    Two more are counted in, as of a rule that nobody has read (docs/decisions/0025).

    Args:
        record: Of the rule; None where nobody has read any.
    """
    read, upheld = (record.read, record.upheld) if record else (0, 0)
    return (upheld + 2 * _UNREAD) / (read + 2)


def is_upheld(record: Record | None) -> bool:
    """Whether findings of a rule were upheld so often that they are told as findings, and not as leads.

    Args:
        record: Of the rule; None where nobody has read any.
    """
    return promise(record) >= _UPHELD - _ROUNDING


def is_proven(record: Record | None) -> bool:
    """Whether findings of a rule were upheld so often that what it calls grave is told as grave.

    Args:
        record: Of the rule; None where nobody has read any.
    """
    return promise(record) >= _PROVEN
