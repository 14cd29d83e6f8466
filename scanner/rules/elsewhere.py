"""Whether what is not known is written in the repository at all, or comes from outside when it is applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scanner import lazy_re
from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason, UnknownText, Value

_OUTSIDE = frozenset((UnknownReason.VARIABLE_WITHOUT_VALUE, UnknownReason.DATA_SOURCE, UnknownReason.KNOWN_AFTER_APPLY))
_CREDENTIAL = lazy_re.compile(r"(?i)^var\..*(pass|pwd|pw\b|secret|credential|token|key)")
_HOLDS_CREDENTIAL = lazy_re.compile(r"(?i)pass|pwd|secret|token|key|credential")
_INDEX = lazy_re.compile(r'\["[^"]*"\]')
_PLAIN = lazy_re.compile(r"^[\w.\-*\[\]()]+$")
"""Names, steps and calls: no operator and no text of its own by which something written could come in."""
_STORES = ("@Microsoft.KeyVault(", "arn:aws:secretsmanager:", "arn:aws:ssm:", "projects/")
"""How a reference to an entry of a secret store begins, whose name alone is written."""


_SHOWN = 3
"""Things that are wanted and are told to the reader."""


def cannot_tell(wanted: Sequence[Value]) -> bool | Unknown:
    """Unknown where something is wanted, with what it is; false otherwise, never true.

    Args:
        wanted: Words for what would have to be known.
    """
    if not wanted:
        return False
    text = ", ".join(dict.fromkeys(str(one) for one in wanted[:_SHOWN]))
    return Unknown(reason=UnknownReason.OUT_OF_SIGHT, text=text)


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
    if isinstance(unknown, EncodedUnknown):
        return _all_from_outside(unknown.content)
    text = _INDEX.sub("", unknown.text)
    if unknown.reason not in _OUTSIDE or not _PLAIN.match(text):
        return None
    if unknown.reason is UnknownReason.VARIABLE_WITHOUT_VALUE and not _CREDENTIAL.match(text):
        return None
    return True


def _all_from_outside(content: object) -> bool | None:
    """Whether all fields of an encoded map that are named like a credential come from outside."""
    if not isinstance(content, Mapping):
        return None
    held = [value for key, value in content.items() if _HOLDS_CREDENTIAL.search(str(key))]
    outside = bool(held) and all(isinstance(value, Unknown) and comes_from_outside(value) for value in held)
    return True if outside else None
