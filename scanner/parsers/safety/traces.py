"""Finds the tests that name a hazard: ``HAZ-012`` in a test's name, its marks or its comments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers.positioned import decode

_TELLING = lazy_re.compile(r"^(?:(?!(?i:hazard|risk))[A-Za-z]{3,12}[-_ ]?\d{1,5}|[A-Za-z]{1,2}[-_]\d{2,5})$")
"""Identifiers that mean nothing else: ``H1`` is also a heading, ``H01`` a diagnosis, and ``hazard-2`` any hazard."""
_SWITCHED_OFF = lazy_re.compile(
    r"(?i)@(?:pytest\.mark\.|unittest\.)?(?:skip(?!if|unless)|xfail)|\b(?:it|test|describe|context|scenario)\.(?:skip|todo)\b"
    r"|\bx(?:it|describe|test)\s*\(|@(?:disabled|ignore|skip)\b|\[(?:ignore|skip)\b|\bskip\s*[=:]\s*[\"'t]"
    r"|\bt\.skip\(|\bpending\b\s*[\"'(]|markTestSkipped"
)
_ABOVE = 4
"""Lines above a test's name in which it may be switched off."""
_LARGEST = 1_000_000
_TOGETHER = 40_000_000
_MOST = 20

Trace = dict[str, str | int | bool]


def is_test(artifact: Artifact) -> bool:
    """Whether a file holds tests: a program's, or scenarios in words."""
    if artifact.path.endswith((".feature", ".robot")):
        return artifact.role in {Role.TEST, Role.PRODUCT}
    return artifact.role is Role.TEST and artifact.kind is ArtifactKind.SOURCE


def traces(ids: Iterable[str], tests: Sequence[Artifact], contents: Contents) -> Mapping[str, list[Trace]]:
    """Where tests name hazards.

    Args:
        ids: Identifiers of hazards.
        tests: Files of tests.
        contents: Gives them.

    Returns:
        Identifier in small letters to ``{path, line, skipped}``; those that could mean anything are not looked for.
    """
    patterns = {one.lower(): _pattern(one) for one in ids if _TELLING.match(one)}
    found: dict[str, list[Trace]] = defaultdict(list)
    if not patterns:
        return found
    anyone = re.compile("|".join(patterns.values()), re.IGNORECASE)
    by_key = {_key(name): name for name in patterns}
    left = _TOGETHER
    for artifact in tests:
        try:
            data = contents.read(artifact)
        except ReadError:  # whoever parses the file tells of it
            continue
        left -= len(data)
        if left < 0:
            break
        if len(data) <= _LARGEST:
            _search(artifact.path, decode(data), anyone, by_key, found)
    return found


def _search(
    path: str, text: str, anyone: re.Pattern[str], by_key: Mapping[str, str], found: dict[str, list[Trace]]
) -> None:
    lines = None
    for match in anyone.finditer(text):
        lines = text.splitlines() if lines is None else lines
        number = text.count("\n", 0, match.start()) + 1
        places = found[by_key[_key(match[0])]]
        if len(places) < _MOST and not any(one["path"] == path and one["line"] == number for one in places):
            nearby = "\n".join(lines[max(number - _ABOVE, 0) : number])
            places.append({"path": path, "line": number, "skipped": _SWITCHED_OFF.search(nearby) is not None})


def _key(name: str) -> str:
    return re.sub(r"[-_ ]", "", name).lower()


def _pattern(name: str) -> str:
    letters, digits = re.match(r"([A-Za-z]+)[-_ ]?(\d+)", name).groups()  # type: ignore[union-attr]  # as _TELLING says
    between = r"[-_ ]?" if len(letters) >= 3 else r"[-_]"
    return rf"(?<![A-Za-z0-9]){letters}{between}{digits}(?![0-9])"
