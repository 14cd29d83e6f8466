"""Text of a repository in formats in which some signs are more than text."""

from __future__ import annotations

import re

from scanner.evaluation.overview import brief

_LONGEST = 2_000
_ACTIVE = re.compile(r"[&<>|`*_~\\\[\]#@:$!]")
_DOMAIN = re.compile(r"(?i)(www)\.")
_ISSUE = re.compile(r"(?i)\b(gh)-(?=\d)")
_BROKEN_UP = frozenset("@#:")
"""Signs behind which GitHub still sees a person, an issue or an address when they are written as entities."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = re.compile(r"^\s*['=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def markdown(text: str) -> str:
    """Text that Markdown, HTML and a pipeline take for nothing but text.

    Every sign that could be active becomes an entity, which cannot begin a table cell, a link or a workflow command.
    A zero-width blank keeps a decoded sign from calling a person, citing an issue or making an address.
    """
    escaped = _ACTIVE.sub(_entity, brief(text, _LONGEST))
    return _ISSUE.sub(r"\1-&#8203;", _DOMAIN.sub(r"\1&#8203;&#46;", escaped))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};" + ("&#8203;" if match[0] in _BROKEN_UP else "")


def xml(text: str) -> str:
    """Text without the characters that XML 1.0 has no way to write."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def cell(text: str) -> str:
    """Text that a spreadsheet takes for no formula, also when it is copied, or saved as CSV and opened again.

    An apostrophe in front says: text. One that was there gets another, so that what was written can be told.
    """
    return f"'{text}" if _FORMULA.match(text) else text
