"""Reads ``archscan.yaml``: what the supplier declares, checked before anything is scanned."""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from pydantic import ValidationError

from scanner.domain.artifact import Artifact
from scanner.domain.configuration import Configuration
from scanner.errors import ConfigurationError, ReadError
from scanner.interfaces import Contents

FILE = "archscan.yaml"
"""Name of the file, in the root of what is scanned."""
_MAX_BYTES = 256 * 1024


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
    if artifact.size > _MAX_BYTES:
        raise ConfigurationError(f"{FILE} is larger than {_MAX_BYTES // 1024} KB")
    try:
        text = contents.read(artifact).decode("utf-8")
        _refuse_aliases(text)
        return Configuration.model_validate(yaml.safe_load(text) or {})
    except ReadError as error:
        raise ConfigurationError(error.message) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{FILE} is not UTF-8") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigurationError(f"{FILE} {_plain(error)}") from error


def _refuse_aliases(text: str) -> None:
    """Aliases of aliases grow without end, and nothing here needs them."""
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
        raise yaml.YAMLError("uses aliases, which are not read here")


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
