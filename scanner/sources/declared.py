"""Reads the files that a supplier writes for archscan: plain YAML, checked before anything is scanned."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

import yaml
from pydantic import ValidationError

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.frozen import Frozen
from scanner.errors import ConfigurationError, ReadError
from scanner.interfaces import Contents
from scanner.sources.configuration_places import line_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MAX_BYTES = 256 * 1024
_MAX_DEPTH = 20
_FAULTS_TOLD = 5

_WORDS = {"missing": "it is missing", "extra_forbidden": "there is no such field"}
"""Kinds of faults in plain words."""

M = TypeVar("M", bound=Frozen)
Mark = Callable[[object, yaml.Node | None], object]
"""Adds to the content of a file what its places tell."""


def load_declared(name: str, model: type[M], artifacts: Iterable[Artifact], contents: Contents, mark: Mark) -> M | None:
    """What a supplier declares in a file of the root.

    Args:
        name: Of the file.
        model: What it must hold.
        artifacts: Everything that was found.
        contents: Gives the file.
        mark: Adds the lines of entries.

    Returns:
        None where there is no such file.

    Raises:
        ConfigurationError: It cannot be read, or says something that is not understood. A declaration that is
            silently left out would change the verdict.
    """
    artifact = next((one for one in artifacts if one.path == name), None)
    if artifact is None:
        return None
    if artifact.kind is ArtifactKind.LINK:
        raise ConfigurationError(f"{name} is a link, which is not followed")
    if artifact.size > _MAX_BYTES:
        raise ConfigurationError(f"{name} is larger than {_MAX_BYTES // 1024} KB")
    try:
        return read_declared(name, model, contents.read(artifact), mark)
    except ReadError as error:
        raise ConfigurationError(error.message) from error


def read_declared(name: str, model: type[M], content: bytes, mark: Mark) -> M:
    """What a file declares. See :func:`load_declared`."""
    top: yaml.Node | None = None
    try:
        text = content.decode("utf-8")
        _check_events(text)
        loader = _Loader(text)
        top = loader.get_single_node()
        made = None if top is None else mark(loader.construct_document(top), top)
        return model.model_validate({} if made is None else made)
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{name} is not UTF-8") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigurationError(f"{name} {plain(error, top)}") from error


class _Loader(yaml.SafeLoader):
    """Loads plain data, and refuses a key that stands twice: one of the two would be left out in silence.

    A day stays text, which its field reads: one that is no day then costs its own entry, with its line.
    """

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


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _check_events(text: str) -> None:
    """Aliases of aliases grow without end, and nothing here needs them, nor lists as deep as a hostile file's."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("uses aliases, which are not read here")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.YAMLError(f"holds lists and maps more than {_MAX_DEPTH} deep in one another")


def plain(error: Exception, top: yaml.Node | None) -> str:
    """A fault in a file, with its line, for the one who wrote it."""
    if isinstance(error, ValidationError):
        faults = error.errors(include_url=False)
        more = len(faults) - _FAULTS_TOLD
        told = [_fault(one, top) for one in faults[:_FAULTS_TOLD]]
        return "; ".join(told) + (f"; and {more} more" if more > 0 else "")
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return str(error)


def _fault(one: ErrorDetails, top: yaml.Node | None) -> str:
    place = ".".join(str(part) for part in one["loc"])
    line = line_of(one["loc"], top)
    where = f"line {line}, at {place}" if line else f"at {place or 'the top'}"
    said = _WORDS.get(one["type"], one["msg"].removeprefix("Value error, "))
    return f"{where}: {said}"
