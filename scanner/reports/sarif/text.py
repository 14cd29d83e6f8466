"""Text of a repository as it may stand in SARIF: nothing in it is a link, a placeholder or a command."""

from __future__ import annotations

from urllib.parse import quote

from scanner import lazy_re
from scanner.evaluation.overview import brief
from scanner.evaluation.redaction import clean
from scanner.reports.sarif.limits import MESSAGE_AT_MOST, TEXT_AT_MOST

_PLACEHOLDER = lazy_re.compile(r"\{(\d+)\}")
_LINK = lazy_re.compile(r"\](?=\()")
_ADDRESS = lazy_re.compile(r"<(?=[^\s<>]*[:@][^\s<>]*>)")
_LINK_SIGNS = lazy_re.compile(r"[\[\](){}\\<>]")
_NOT_IN_A_CATEGORY = lazy_re.compile(r"[^A-Za-z0-9._-]+")


def plain(text: str, limit: int = TEXT_AT_MOST) -> str:
    """One line that is never empty and never longer than GitHub takes for a description."""
    return brief(text, limit) or "-"


def message(text: str) -> str:
    """A message in which nothing is read as a link or a placeholder, to both of which SARIF gives a meaning.

    A blank between ``]`` and ``(`` is no link to anybody; a backslash would be none where another one stands before it.
    """
    line = brief(text, MESSAGE_AT_MOST) or "(no message)"
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub("] ", _ADDRESS.sub("< ", line)))


def link(text: str, number: int) -> str:
    """A link to the related location of this number."""
    return f"[{_LINK_SIGNS.sub('_', plain(text, 80))}]({number})"


def code(line: str) -> str:
    """A line of source with its indentation and without what could steer a terminal."""
    stripped = line.lstrip(" \t")
    return line[: len(line) - len(stripped)] + clean(stripped)


def uri(path: str) -> str:
    """A path below the scanned root as a relative reference; never an absolute one, whatever it begins with."""
    return quote(path.lstrip("/") or ".", safe="/", encoding="utf-8", errors="replace")


def category(name: str) -> str:
    """What was scanned, as a part of a category: the last name of an address or a path."""
    last = name.rstrip("/").rpartition("/")[2].removesuffix(".git")
    return _NOT_IN_A_CATEGORY.sub("-", plain(last, 100)).strip("-.") or "repository"
