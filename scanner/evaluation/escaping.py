"""Text of a repository in formats in which some signs are more than text."""

from __future__ import annotations

from scanner import lazy_re
from scanner.evaluation.overview import brief

_LONGEST = 2_000
_ACTIVE = lazy_re.compile(r"[&<>|`*_~\\\[\]#@:$!]")
_DOMAIN = lazy_re.compile(r"(?i)(www)\.")
_ISSUE = lazy_re.compile(r"(?i)\b(gh)-(?=\d)")
_CALLING = lazy_re.compile("[@#]|:(?=//)")
"""Signs in which GitHub still sees a person, an issue or an address when they are written as entities."""
_APART = "\u200b"

_NOT_XML = lazy_re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = lazy_re.compile(r"^\s*['=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def markdown(text: str) -> str:
    """Text that Markdown, HTML and a pipeline take for nothing but text.

    Every sign that could be active becomes an entity, which cannot begin a table cell, a link or a workflow command.
    A zero-width blank keeps a decoded sign from calling a person, citing an issue or making an address.
    """
    apart = _CALLING.sub(rf"\g<0>{_APART}", brief(text, _LONGEST))
    apart = _ISSUE.sub(rf"\1-{_APART}", _DOMAIN.sub(rf"\1{_APART}.", apart))
    return _entities(apart).replace(_APART, "&#8203;")


def code(text: str) -> str:
    """Text between ``<code>`` or ``<pre>`` tags, where GitHub looks for no persons, issues and addresses.

    So it needs no blanks that would stand in the way of who copies a path; blanks at its beginning stay.
    """
    return _DOMAIN.sub(r"\1&#46;", _entities(text))


def _entities(text: str) -> str:
    return _ACTIVE.sub(lambda match: f"&#{ord(match[0])};", text)


def xml(text: str) -> str:
    """Text without the characters that XML 1.0 has no way to write."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def cell(text: str) -> str:
    """Text that a spreadsheet takes for no formula, also when it is copied, or saved as CSV and opened again.

    An apostrophe in front says: text. One that was there gets another, so that what was written can be told.
    """
    return f"'{text}" if _FORMULA.match(text) else text
