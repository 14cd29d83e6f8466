"""A description of an API that is there but broken: nobody may say that it leaves out what it may describe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from scanner import lazy_re
from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.domain.route_paths import route_shape

UNREAD = "unread"
"""The type of a description of which nothing can be read."""
_PATHS = lazy_re.compile(r"""^[ \t]*["']?(?P<path>/[^\s"'#]{0,300}?)["']?[ \t]*:(?=[ \t\r\n])""", re.MULTILINE)
_MOST = 2_000
"""Paths that are looked for."""


def broken_description(artifact: Artifact, text: str, line: int) -> Resource:
    """What can still be seen of it: mostly its paths, as keys that begin with a slash; where none is, nothing is known.

    Args:
        artifact: The file.
        text: Its content.
        line: Where it breaks, from 1.
    """
    broken = Unknown(reason=UnknownReason.BROKEN, text=artifact.path)
    paths: list[Value] = [
        {"path": path, "shape": route_shape(path), "reference": "", "line": place}
        for path, place in dict(_paths(text)).items()
    ]
    return Resource(
        address=artifact.path,
        kind=ResourceKind.API,
        type=UNREAD,
        name=PurePosixPath(artifact.path).stem,
        attributes={"references": paths} if paths else {"operations": broken, "references": broken},
        location=Location(path=artifact.path, start_line=line),
        role=artifact.role,
    )


def _paths(text: str) -> Iterator[tuple[str, int]]:
    """Keys that look like paths, each with its line."""
    line, at = 1, 0
    for match in islice(_PATHS.finditer(text), _MOST):
        line += text.count("\n", at, match.start("path"))
        at = match.start("path")
        yield match["path"], line
