"""Faults of a scanned file as problems, in one shape. Shared by the parsers."""

from __future__ import annotations

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Problem


def problem(parser: str, artifact: Artifact, message: str, line: int = 1) -> Problem:
    """A fault that a parser met.

    Args:
        parser: Name of the parser.
        artifact: The file.
        message: What is wrong, in a sentence without the file's name.
        line: Where, counted from 1.

    Returns:
        The problem, placed.
    """
    return Problem(
        stage="parsing",
        engine=parser,
        message=message,
        location=Location(path=artifact.path, start_line=max(line, 1)),
    )
