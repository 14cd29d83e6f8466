"""Asks the README of each repository whether it is still in use."""

from __future__ import annotations

from collections.abc import Iterable

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Source
from scanner.domain.retirement import Retired, Retirement
from scanner.errors import ReadError
from scanner.evaluation.redaction import redact_path
from scanner.interfaces import Contents
from scanner.parsers.text import decode
from scanner.sources.retirement import Said, is_readme, retirement_in


def retired_among(artifacts: Iterable[Artifact], contents: Contents, source: Source) -> Retired:
    """Which repositories say in their root that they are no longer in use.

    Args:
        artifacts: Everything that was found.
        contents: Gives the files.
        source: Names the repositories.
    """
    others = frozenset(part.name for part in source.parts)
    found: dict[str, Retirement] = {}
    for one in artifacts:
        folder, _, name = one.path.rpartition("/")
        if (folder and folder not in others) or folder in found or not is_readme(name):
            continue
        said = _said(one, contents)
        if said:
            place = Location(path=redact_path(one.path), start_line=said.line)
            found[folder] = Retirement(folder=folder, location=place, says=said.says)
    return Retired(tuple(found[folder] for folder in sorted(found)), others)


def _said(readme: Artifact, contents: Contents) -> Said | None:
    if readme.kind is ArtifactKind.LINK:
        return None
    try:
        return retirement_in(decode(contents.read(readme)))
    except ReadError:  # it says nothing then, and all that was found weighs as much as elsewhere
        return None
