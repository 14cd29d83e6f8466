"""Keeps text that is printed in a pipeline from being read as a command to the pipeline.

GitHub obeys a line that begins with ``::``; anywhere in a line it obeys ``##[…]``, Azure ``##vso[…]``, and TeamCity
``##teamcity[…]``.
"""

from __future__ import annotations

from scanner import lazy_re

_AT_LINE_START = lazy_re.compile(r"(?m)^([^\S\n]*(?:\x1b\[[0-9;]*m[^\S\n]*)*):(?=:)")
_ANYWHERE = lazy_re.compile(r"#(?=#)")


def disarm_text(text: str) -> str:
    """Make plain text harmless; a blank in ``: :`` and ``# #`` is all that changes."""
    return _ANYWHERE.sub("# ", _AT_LINE_START.sub(r"\1: ", text))


def disarm_json(text: str) -> str:
    """Make a JSON text harmless without changing its meaning: two ``#`` occur in strings only."""
    return _ANYWHERE.sub(r"\\u0023", text)


def disarm_xml(text: str) -> str:
    """Make an XML text harmless without changing its meaning: neither sign is part of markup."""
    return _ANYWHERE.sub("&#35;", _AT_LINE_START.sub(r"\1&#58;", text))
