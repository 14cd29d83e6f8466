"""Reads ``archscan.yaml``: what the supplier declares, checked before anything is scanned."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml
from pydantic import ValidationError

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.configuration import Configuration, Match
from scanner.errors import ConfigurationError, ReadError
from scanner.interfaces import Contents
from scanner.sources.configuration_places import line_of, with_lines

FILE = "archscan.yaml"
"""Name of the file, in the root of what is scanned."""
_MAX_BYTES = 256 * 1024
_MAX_DEPTH = 20


def load_configuration(artifacts: Iterable[Artifact], contents: Contents) -> Configuration:
    """The supplier's declarations.

    Args:
        artifacts: Everything that was found.
        contents: Gives the file.

    Returns:
        An empty configuration where there is no such file.

    Raises:
        ConfigurationError: It cannot be read, or says something that is not understood. A declaration that is
            silently left out would change the verdict.
    """
    artifact = next((one for one in artifacts if one.path == FILE), None)
    if artifact is None:
        return Configuration()
    if artifact.kind is ArtifactKind.LINK:
        raise ConfigurationError(f"{FILE} is a link, which is not followed")
    if artifact.size > _MAX_BYTES:
        raise ConfigurationError(f"{FILE} is larger than {_MAX_BYTES // 1024} KB")
    top: yaml.Node | None = None
    try:
        text = contents.read(artifact).decode("utf-8")
        _check_events(text)
        loader = _Loader(text)
        top = loader.get_single_node()
        content = None if top is None else with_lines(loader.construct_document(top), top)
        configuration = Configuration.model_validate({} if content is None else content)
        _check_paths(configuration)
    except ReadError as error:
        raise ConfigurationError(error.message) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{FILE} is not UTF-8") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigurationError(f"{FILE} {_plain(error, top)}") from error
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


class _Loader(yaml.SafeLoader):
    """Loads plain data, and refuses a key that stands twice: one of the two would be left out in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        """The mapping.

        Raises:
            MarkedYAMLError: A key stands twice.
        """
        seen: set[str] = set()
        for key, _ in node.value:
            written = str(getattr(key, "value", ""))
            if written in seen:
                raise yaml.MarkedYAMLError(problem=f"{written!r} stands twice", problem_mark=key.start_mark)
            seen.add(written)
        return super().construct_mapping(node, deep)


def _check_events(text: str) -> None:
    """Aliases of aliases grow without end, and nothing here needs them, nor lists as deep as a hostile file's."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("uses aliases, which are not read here")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.YAMLError(f"holds lists and maps more than {_MAX_DEPTH} deep in one another")


def _plain(error: Exception, top: yaml.Node | None) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        line = line_of(first["loc"], top)
        rest = f" (and {error.error_count() - 1} more mistakes)" if error.error_count() > 1 else ""
        where = f"line {line}, at {place}" if line else f"at {place or 'the top'}"
        return f"{where}: {first['msg'].removeprefix('Value error, ')}{rest}"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return str(error)


def configuration_schema() -> dict[str, object]:
    """The JSON schema of ``archscan.yaml``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE,
        **Configuration.model_json_schema(),
    }
