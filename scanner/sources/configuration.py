"""Reads ``archscan.yaml``: what the supplier declares, checked before anything is scanned."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scanner.domain.artifact import Artifact
from scanner.domain.configuration import Configuration, Match
from scanner.errors import ConfigurationError
from scanner.interfaces import Contents
from scanner.sources.configuration_places import with_lines
from scanner.sources.declared import load_declared

FILE = "archscan.yaml"
"""Name of the file, in the root of what is scanned."""


def load_configuration(artifacts: Iterable[Artifact], contents: Contents) -> Configuration:
    """The supplier's declarations.

    Args:
        artifacts: Everything that was found.
        contents: Gives the file.

    Returns:
        An empty configuration where there is no such file.

    Raises:
        ConfigurationError: It cannot be read, or says something that is not understood.
    """
    configuration = load_declared(FILE, Configuration, artifacts, contents, with_lines)
    if configuration is None:
        return Configuration()
    try:
        _check_paths(configuration)
    except ValueError as error:
        raise ConfigurationError(f"{FILE} {error}") from error
    return configuration


def _check_paths(configuration: Configuration) -> None:
    """Patterns of paths that mean nothing to git would match nothing, without a word."""
    declared = configuration.architecture
    entries: tuple[Match, ...] = (*declared.layers, *declared.components, *declared.ignore)
    if not any(entry.paths for entry in entries):
        return
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # only who uses such patterns pays

    for entry in entries:
        for pattern in entry.paths:
            try:
                GitIgnoreSpec.from_lines([pattern], backend="simple")
            except (ValueError, re.error) as error:
                raise ValueError(f"line {entry.line}: {pattern!r} is no pattern of paths") from error


def configuration_schema() -> dict[str, object]:
    """The JSON schema of ``archscan.yaml``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE,
        **Configuration.model_json_schema(),
    }
