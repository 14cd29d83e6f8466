"""Whether a value may be kept: nothing in it is anything that results do not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any

from scanner.domain.frozen import Frozen
from scanner.evaluation.redaction import clean, redact


def may_be_kept(value: Frozen) -> bool:
    """Whether no text in a value holds a password, a key, an NHS number or the like, as far as these can be told.

    Args:
        value: Whose it is does not matter: ten digits with a valid check digit count as an NHS number everywhere.
    """
    return all(map(_is_plain, set(_texts(value.model_dump()))))


@lru_cache(maxsize=50_000)  # names and paths stand in many values
def _is_plain(text: str) -> bool:
    return redact(text, context="patient") == clean(text)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield str(key)
            yield from _texts(part)
    elif isinstance(value, Sequence | Set):
        for part in value:
            yield from _texts(part)
