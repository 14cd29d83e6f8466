"""Documents of clinical safety: hazard logs as hazards, and safety cases with the version that they speak of."""

from __future__ import annotations

import re

from scanner import lazy_re

_ENDINGS = (
    *(".md", ".markdown", ".html", ".htm", ".csv", ".tsv", ".xlsx", ".docx", ".ods", ".odt"),
    *(".pdf", ".xls", ".doc"),
)
_LOG = lazy_re.compile(
    r"hazards?[-_ ]*(log|register|analysis|assessment|list|table|worksheet)|(^|/)hazards/"
    r"|(^|/)haz(ard)?[-_ ]?\d+\.[a-z]+$"
)
_CASE = lazy_re.compile(r"safety[-_ ]*case|(^|[/_ -])cscr([-_ .]|$)|dcb[-_ ]?0?129")
_PATTERN = lazy_re.compile(r"template|(^|/)(node_modules|static|assets|fonts|icons?)/")
"""Patterns to be filled in, and what only has the word in its name."""
_PAGE_OF_PROGRAM = lazy_re.compile(r"(^|/)(src|app|views|components|pages|public)/")


def is_hazard_log(path: str) -> bool:
    """Whether a file is called like a hazard log, or like one hazard of it.

    Args:
        path: Relative path with ``/``.
    """
    return _called(path, _LOG)


def is_safety_document(path: str) -> bool:
    """Whether a file is called like a hazard log or a safety case.

    Args:
        path: Relative path with ``/``.
    """
    # Most paths fall here, and a million of them are asked for.
    lower = path.lower()
    if "haz" not in lower and "safety" not in lower and "cscr" not in lower and "dcb" not in lower:
        return False
    return _called(path, _LOG) or _called(path, _CASE)


def is_safety_case(path: str) -> bool:
    """Whether a file is called like a clinical safety case report.

    Args:
        path: Relative path with ``/``.
    """
    return _called(path, _CASE) and not is_hazard_log(path)


def _called(path: str, names: re.Pattern[str]) -> bool:
    lower = path.lower()
    if not lower.endswith(_ENDINGS) or not names.search(lower) or _PATTERN.search(lower):
        return False
    return not (lower.endswith((".html", ".htm")) and _PAGE_OF_PROGRAM.search(lower))
