"""Quotes the lines that findings tell of, and makes from them what a place is known by when it moves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.finding import Excerpt, Finding, Outcome
from scanner.errors import ReadError
from scanner.evaluation.quoting import Quotable
from scanner.evaluation.redaction import CREDENTIALS, without_literals
from scanner.interfaces import Contents
from scanner.parsers.text import decode

AROUND = 2
"""Lines before and after."""
_QUOTED = frozenset({Outcome.FAIL, Outcome.REVIEW})
_NOT_TEXT = frozenset({ArtifactKind.LINK, ArtifactKind.OTHER, ArtifactKind.DOCUMENT})
_WITH_NEIGHBOURS = frozenset(
    {ArtifactKind.TERRAFORM, ArtifactKind.SOURCE, ArtifactKind.YAML, ArtifactKind.CONTAINER, ArtifactKind.MARKUP}
)
"""Of other files, which may hold the data of patients, the line alone is quoted."""
_FILES_KEPT = 64


def with_excerpts(
    findings: Sequence[Finding], artifacts: Iterable[Artifact], contents: Contents
) -> tuple[Finding, ...]:
    """Add to each failure, and to what a person must judge, its lines and what its places are known by.

    Args:
        findings: Merged findings.
        artifacts: Everything that was found.
        contents: Gives the files; what cannot be read is not quoted, and its parser has told why.
    """
    by_path = {one.path: one for one in artifacts if one.kind not in _NOT_TEXT}

    @lru_cache(maxsize=_FILES_KEPT)
    def file_of(path: str) -> Quotable | None:
        artifact = by_path.get(path)
        if artifact is None:
            return None
        try:
            return Quotable(decode(contents.read(artifact)), "patient")
        except ReadError:
            return None

    told = _credentials(findings)
    made = []
    for finding in findings:
        if finding.outcome not in _QUOTED:
            made.append(finding)
            continue
        contexts = tuple(_context(finding.rule, path, line, file_of(path)) for path, line in _places(finding))
        place = finding.location
        file = file_of(place.path)
        excerpt = None
        if file is not None and place.start_line <= len(file):
            around = AROUND if by_path[place.path].kind in _WITH_NEIGHBOURS else 0
            excerpt = _masked(_excerpt(file, place.start_line, around), finding, told)
        made.append(finding.model_copy(update={"contexts": contexts, "excerpt": excerpt}))
    return tuple(made)


def _places(finding: Finding) -> Iterator[tuple[str, int]]:
    yield finding.location.path, finding.location.start_line
    if finding.places > 1:
        for other in finding.related:
            yield other.path, other.start_line


def _excerpt(file: Quotable, line: int, around: int) -> Excerpt:
    first, last = max(line - around, 1), min(line + around, len(file))
    lines = [
        (file.indent(number) + (file.line(number) if number == line else file.beside(number))).rstrip()
        for number in range(first, last + 1)
    ]
    return Excerpt(start_line=first, lines=tuple(lines))


def _credentials(findings: Iterable[Finding]) -> frozenset[tuple[str, int]]:
    """Paths and lines in which a rule found a password that was written down."""
    found = (one for one in findings if one.control == CREDENTIALS and one.outcome in _QUOTED)
    return frozenset(place for one in found for place in _places(one))


def _masked(excerpt: Excerpt, finding: Finding, told: frozenset[tuple[str, int]]) -> Excerpt:
    """Without the texts in lines that hold a written password, whichever finding quotes them."""
    path, first, whole = finding.location.path, excerpt.start_line, finding.control == CREDENTIALS
    lines = [
        without_literals(line) if whole or (path, number) in told else line
        for number, line in enumerate(excerpt.lines, start=first)
    ]
    return Excerpt(start_line=first, lines=tuple(lines))


def _context(rule: str, path: str, line: int, file: Quotable | None) -> str:
    """What a place is known by; where there is no text, its file's name."""
    if file is None:
        return _digest(rule, path.rpartition("/")[2]) * 2
    near = [file.beside(number) for number in range(max(line - AROUND, 1), min(line + AROUND, len(file)) + 1)]
    return _digest(rule, file.line(line)) + _digest(rule, *near)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:8]
