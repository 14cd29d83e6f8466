"""Versions of runtimes: ranges are written so that none is taken for the single release with which it begins.

Ends of support are looked up by the beginning of a version. ``^3.9`` of Poetry allows every later 3.x, so it becomes
``>=3.9,<4``; of ``18 || 20`` the newest comes first.
"""

from __future__ import annotations

import re

from scanner import lazy_re

_CARET = lazy_re.compile(r"^(\^|~=|~>|~)\s*v?(\d+)((?:\.\d+)*)$")
_LONGEST = 300
_NUMBERS = lazy_re.compile(r"\d+")
_ALTERNATIVES = lazy_re.compile(r"\s*\|\|?\s*")
_HYPHEN = lazy_re.compile(r"^v?([\d.x*]+)\s+-\s+v?([\d.x*]+)$")


def minor_range(written: str, operators: tuple[str, ...] = ("^", "~=", "~>")) -> str:
    """A range of a runtime whose minor versions are releases of their own: Python, PHP, Ruby.

    Args:
        written: Such as ``^3.9``, ``~=3.11``, ``~> 3.1.2``, ``==3.11.*``.
        operators: Those that leave the last number written open.

    Returns:
        The same range; where it spans several minor versions it begins with ``>=``, an exact one is the bare version.
    """
    written = written.strip()[:_LONGEST]
    match = _CARET.match(written)
    if match is None:
        return exact(written) if "|" not in written else alternatives(written, operators)
    operator, major, rest = match.groups()
    if operator not in operators:
        return written.strip()
    if operator != "^" and rest.count(".") >= 2:
        return f"{major}{rest}"
    return f">={major}{rest},<{int(major) + 1}" if len(major) < 6 else written.strip()


def alternatives(written: str, operators: tuple[str, ...] | None = None) -> str:
    """Alternatives (``18 || >=20``) with the newest first, open ones before all.

    Args:
        written: As it stands in the manifest.
        operators: As for :func:`minor_range`, where each alternative is to be read so.
    """
    parts = [part for part in _ALTERNATIVES.split(written.strip()[:_LONGEST]) if part]
    if operators is not None:
        parts = [minor_range(part, operators) for part in parts]
    return " || ".join(sorted((_spelled(part) for part in parts), key=_newness, reverse=True))


def exact(written: str) -> str:
    """A version without the sign that says that it is exact."""
    return re.sub(r"^={1,3}\s*(?=[\dv])", "", written.strip())


def _spelled(part: str) -> str:
    hyphen = _HYPHEN.match(part)
    return f">={hyphen[1]} <={hyphen[2]}" if hyphen else part


def _newness(part: str) -> tuple[bool, list[int]]:
    return part.startswith((">", "*", "<")), [int(number) for number in _NUMBERS.findall(part[:60]) if len(number) < 9]
