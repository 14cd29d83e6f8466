"""Finds the container images that a resource runs, with what of their names and tags is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from scanner import lazy_re
from scanner.domain.resource import Resource, Unknown, UnknownReason, Value

_KEYS = frozenset({"image", "image_uri", "image_identifier", "docker_image_name", "docker_image"})
_DEEPEST = 8
_LATEST = "latest"
_DEFAULT = lazy_re.compile(r"\$\{\w+:?-(?P<default>[^{}$]*)\}")
_OPEN = lazy_re.compile(r"\$\{|\$\w|\{\{|\$\(")
_PLACES = lazy_re.compile(r"\$\{[^{}]*\}|\{\{[^{}]*\}\}|\$\([^()]*\)")
_REPOSITORY = lazy_re.compile(r"\baws_ecr_repository\.(?P<name>[\w-]+)(?:\[[^\[\]]*\])?\.repository_url")
_HOLE = "\0"
_ANY_REGISTRY = "?/"


def running_images(resource: Resource, repository: Callable[[str], str]) -> Iterator[Mapping[str, Value]]:
    """The images that a resource runs, each with ``written``, ``named``, ``name``, ``tagged`` and ``tag``.

    Args:
        resource: A container, function or task, as Compose, Kubernetes or Terraform writes it.
        repository: The name of a registry's repository by that of its Terraform block; empty where it is not known.
    """
    for source in (resource.attributes, resource.documents):
        for written in _written(source, 0):
            yield _image(written, repository)


def _written(value: Value, depth: int) -> Iterator[str | Unknown]:
    if isinstance(value, Mapping) and depth <= _DEEPEST:
        for key, item in value.items():
            if key in _KEYS and isinstance(item, (str, Unknown)):
                if item or isinstance(item, Unknown):  # an empty one is given when it is released
                    yield item
            else:
                yield from _written(item, depth + 1)
    elif isinstance(value, (list, tuple)) and depth <= _DEEPEST:
        for item in value:
            yield from _written(item, depth + 1)


def _image(written: str | Unknown, repository: Callable[[str], str]) -> Mapping[str, Value]:
    if isinstance(written, Unknown):
        text = written.text.strip('"')
        plain = _REPOSITORY.sub(lambda match: _ANY_REGISTRY + (repository(match["name"]) or _HOLE), text)
        plain = re.sub(r"\$\{(\?/[^{}\0]*)\}", r"\1", plain)
        plain = plain if plain != text or _OPEN.search(plain) else _HOLE
    else:
        text = written
        plain = _DEFAULT.sub(lambda match: match["default"], written)
    plain = _PLACES.sub(_HOLE, plain)
    plain = _HOLE if _OPEN.search(plain) or (isinstance(written, Unknown) and re.search(r"[\s()\"]", plain)) else plain
    path, at, digest = plain.partition("@")
    head, slash, last = path.rpartition("/")
    name, colon, tag = last.partition(":")
    is_named, is_tagged = _HOLE not in name, bool(at) or _HOLE not in last
    hole = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text=text)
    registry = _ANY_REGISTRY if _HOLE in head else head + slash
    return {
        "written": text,
        "named": is_named,
        "name": registry + name if is_named else hole,
        "tagged": is_tagged,
        "tag": _tag(digest if at else tag, is_written=bool(at or colon)) if is_tagged else hole,
    }


def _tag(text: str, *, is_written: bool) -> str:
    """A tag or digest; a digest that a variable holds is empty, and still none that can be moved."""
    return text.replace(_HOLE, "") if is_written else _LATEST
