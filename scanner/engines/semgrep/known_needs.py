"""Keeps with the installation what the rules need to match: to find it out takes longer than to use it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from scanner.cache import Cache, NoCache, cache_key
from scanner.engines.semgrep.bundle import Bundle, Entry
from scanner.engines.semgrep.conditions import Condition, Every, Literal, Resembles, Some, literal
from scanner.packaging import build_id


def needs_of_bundle(bundle: Bundle, cache: Cache) -> Mapping[Entry, Condition]:
    """What a file must hold for each entry of a bundle to match.

    Args:
        bundle: The rules.
        cache: Where it was kept, and is kept now if it was not.
    """
    if isinstance(cache, NoCache):
        return _made(bundle)
    key = cache_key("needs", (build_id(), bundle.digest))
    kept = cache.get(key)
    known = _read(kept, bundle) if kept is not None else None
    if known is not None:
        return known
    made = _made(bundle)
    cache.put(key, json.dumps([_written(condition) for condition in made.values()]).encode())
    return made


def _made(bundle: Bundle) -> dict[Entry, Condition]:
    return {(bound.rule.name, number): pattern.needs for bound, number, pattern in bundle.entries()}


def _read(data: bytes, bundle: Bundle) -> dict[Entry, Condition] | None:
    entries = [(bound.rule.name, number) for bound, number, _ in bundle.entries()]
    try:
        return dict(zip(entries, map(_condition, json.loads(data)), strict=True))
    except (ValueError, TypeError, RecursionError):  # whole, and yet not ours: made again
        return None


def _written(condition: Condition) -> list[Any]:
    match condition:
        case Literal():
            return ["literal", condition.text, condition.folded, condition.whole]
        case Resembles():
            return ["resembles", condition.likeness]
        case Every():
            return ["every", *map(_written, condition.parts)]
        case Some():
            return ["some", *map(_written, condition.parts)]


def _condition(written: list[Any]) -> Condition:
    match written:
        case ["literal", str() as text, bool() as folded, bool() as whole]:
            return literal(text, folded=folded, whole=whole)
        case ["resembles", str() as likeness]:
            return Resembles(likeness)
        case ["every", *parts]:
            return Every(tuple(map(_condition, parts)))
        case ["some", *parts]:
            return Some(tuple(map(_condition, parts)))
    raise ValueError(f"{written!r} is no condition")
