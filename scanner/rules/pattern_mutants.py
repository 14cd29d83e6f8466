"""The obvious ways in which the patterns of a semgrep rule can be wrong, each of which some fixture must notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_NARROWING = ("pattern-not", "pattern-inside", "metavariable-")
"""How the keys of conditions begin that only take matches away."""
_ALTERNATIVES = frozenset({"pattern-either", "pattern-sources", "pattern-sinks", "pattern-sanitizers"})
_LISTS = _ALTERNATIVES | {"patterns"}


class PatternMutant(NamedTuple):
    """A rule of semgrep that was broken in one place."""

    entry: Mapping[str, Any]
    change: str
    """What was changed, for the author."""


def pattern_mutants(entry: Mapping[str, Any]) -> Iterator[PatternMutant]:
    """An entry with each condition that takes matches away left out, and with each alternative left out.

    Args:
        entry: Of the list ``rules`` of a file for semgrep.
    """
    for key, value in entry.items():
        for changed, change in _of(key, value):
            yield PatternMutant({**entry, key: changed}, change)
    paths = entry.get("paths")
    if isinstance(paths, Mapping) and paths.get("exclude"):
        kept = {key: value for key, value in paths.items() if key != "exclude"}
        yield PatternMutant({**entry, "paths": kept}, "without paths.exclude")


def _of(key: str, value: Any) -> Iterator[tuple[Any, str]]:
    """What stands under a key, broken in one place each time."""
    if isinstance(value, Mapping):
        for inner, below in value.items():
            for changed, change in _of(inner, below):
                yield {**value, inner: changed}, change
    elif isinstance(value, list) and key in _LISTS:
        for index, item in enumerate(value):
            rest = [*value[:index], *value[index + 1 :]]
            if rest and (key in _ALTERNATIVES or _narrows(item)):
                yield rest, f"{key} without {_short(item)}"
            for changed, change in _of("", item):
                yield [*value[:index], changed, *value[index + 1 :]], change


def _narrows(item: Any) -> bool:
    return isinstance(item, Mapping) and all(str(key).startswith(_NARROWING) for key in item)


_NEAR = 100


def _short(item: Any) -> str:
    plain = " ".join(str(item).split())
    return plain if len(plain) <= _NEAR else f"{plain[: _NEAR - 1]}…"
