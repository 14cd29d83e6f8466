"""Whether what is not known is written in the repository at all, or comes from outside when it is applied."""

from __future__ import annotations

import re

from scanner.domain.resource import Unknown, UnknownReason, UnknownText

_OUTSIDE = frozenset((UnknownReason.VARIABLE_WITHOUT_VALUE, UnknownReason.DATA_SOURCE, UnknownReason.KNOWN_AFTER_APPLY))
_CREDENTIAL = re.compile(r"(?i)^var\..*(pass|pwd|pw\b|secret|credential|token|key)")
_INDEX = re.compile(r'\["[^"]*"\]')
_PLAIN = re.compile(r"^[\w.\-*\[\]()]+$")
"""Names, steps and calls: no operator and no text of its own by which something written could come in."""
_STORES = ("@Microsoft.KeyVault(", "arn:aws:secretsmanager:", "arn:aws:ssm:", "projects/")
"""How a reference to an entry of a secret store begins, whose name alone is written."""


def comes_from_outside(unknown: Unknown) -> bool | None:
    """Whether a credential of which only the expression is known comes from outside the repository.

    Args:
        unknown: What stands in its place.

    Returns:
        True for what a provider generates or a store keeps, for a reference to a store's entry, and for a variable
        that is named like a credential; None where a text could be written in a branch that is not known to be left
        out.
    """
    if isinstance(unknown, UnknownText) and unknown.prefix.startswith(_STORES):
        return True
    text = _INDEX.sub("", unknown.text)
    if unknown.reason not in _OUTSIDE or not _PLAIN.match(text):
        return None
    if unknown.reason is UnknownReason.VARIABLE_WITHOUT_VALUE and not _CREDENTIAL.match(text):
        return None
    return True
