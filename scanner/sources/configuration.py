"""Reads ``archscan.yaml``: what the supplier declares, checked before anything is scanned."""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from pydantic import ValidationError

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.configuration import Configuration
from scanner.errors import ConfigurationError, ReadError
from scanner.interfaces import Contents

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
    try:
        text = contents.read(artifact).decode("utf-8")
        _check_events(text)
        content = yaml.load(text, Loader=_Loader)  # noqa: S506  # a safe loader
        return Configuration.model_validate({} if content is None else content)
    except ReadError as error:
        raise ConfigurationError(error.message) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{FILE} is not UTF-8") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigurationError(f"{FILE} {_plain(error)}") from error


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


def _plain(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        rest = f" (and {error.error_count() - 1} more mistakes)" if error.error_count() > 1 else ""
        return f"at {place or 'the top'}: {first['msg']}{rest}"
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
