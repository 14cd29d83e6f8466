"""Collects the texts that stand at one place in all resources of a type, to be compared with another family's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scanner.domain.resource import Resource, Unknown, Value

EVERYWHERE = "**"
"""In the place of a path: every text of a resource."""
KEYS = "*"
"""The last step of a path: the names of a map's fields."""
_DEEPEST = 40
_MOST = 50_000
_LONGEST = 2_000


def texts(resources: Iterable[Resource], path: str) -> list[str]:
    """The distinct texts at a path, sorted.

    Args:
        resources: Where to look.
        path: Names of fields with dots between them; through lists it goes to every element. ``**`` for every text, a
            last ``*`` for the names of the fields there.
    """
    return _sorted(text for text in _everything(resources, path) if isinstance(text, str))


def unknowns(resources: Iterable[Resource], path: str) -> list[str]:
    """The distinct unknown values at a path, or above it, as they are written, sorted.

    Args:
        resources: Where to look.
        path: As for :func:`texts`.
    """
    found = _everything(resources, path)
    return _sorted(one.text or one.reason.value for one in found if isinstance(one, Unknown))


def _sorted(found: Iterable[str]) -> list[str]:
    distinct: set[str] = set()
    for text in found:
        distinct.add(text[:_LONGEST])
        if len(distinct) >= _MOST:
            break
    return sorted(distinct)


def _everything(resources: Iterable[Resource], path: str) -> Iterator[str | Unknown]:
    steps = None if path == EVERYWHERE else path.split(".")
    for resource in resources:
        yield from _at(resource.attributes, steps, 0)


def _at(value: Value, steps: Sequence[str] | None, depth: int) -> Iterator[str | Unknown]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Unknown):
        yield value
    elif isinstance(value, str):
        if not steps:
            yield value
    elif isinstance(value, Mapping):
        yield from _in_map(value, steps, depth)
    elif isinstance(value, Sequence):
        for entry in value:
            yield from _at(entry, steps, depth + 1)


def _in_map(value: Mapping[str, Value], steps: Sequence[str] | None, depth: int) -> Iterator[str | Unknown]:
    if steps is None:
        for entry in value.values():
            yield from _at(entry, None, depth + 1)
    elif steps == [KEYS]:
        yield from value
    elif steps and steps[0] in value:
        yield from _at(value[steps[0]], steps[1:], depth + 1)
