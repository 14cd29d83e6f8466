"""Regular expressions of rules, which may be a stranger's: RE2, whose time is linear, each compiled once."""

from __future__ import annotations

from functools import lru_cache

import re2

_KEPT = 1024
"""Patterns that stay compiled; all packs together have some 300."""


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True  # whether it matches, and where, is all that is asked
    return options


_OPTIONS = _options()


@lru_cache(maxsize=_KEPT)
def compiled(pattern: str | bytes) -> re2.Pattern:
    """A pattern made ready.

    Args:
        pattern: In RE2's syntax; bytes, in UTF-8, where bytes are searched.

    Raises:
        re2.error: It is written wrongly.
    """
    return re2.compile(pattern, _OPTIONS)


def occurs(text: str, pattern: str) -> bool:
    """Whether a pattern occurs in a text: what CEL's ``matches`` says, which compiles the pattern each time.

    Raises:
        re2.error: The pattern is written wrongly.
    """
    return compiled(pattern).search(text) is not None


@lru_cache(maxsize=_KEPT)
def _capturing(pattern: str) -> re2.Pattern:
    options = re2.Options()
    options.log_errors = False
    return re2.compile(pattern, options)


def captured(text: str, pattern: str) -> str:
    """What the first group of a pattern takes where it first occurs, or nothing.

    Raises:
        re2.error: The pattern is written wrongly.
    """
    match = _capturing(pattern).search(text)
    return (match.group(1) or "") if match else ""
