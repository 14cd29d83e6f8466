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
    if not _can_be_written(text):
        return False
    return redact(text, context="patient") == clean(text)


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a letter, as in the name of a file
        return False
    return True


def _texts(value: Any) -> Iterator[str]:
    """All texts in it; what has a name of its own also behind that name, which may say that it is a password."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield f"{key}: {part}" if isinstance(part, str) else str(key)
            yield from _texts(part)
        if isinstance(value.get("value"), str):
            yield f"{value.get('name') or value.get('key')}: {value['value']}"
    elif isinstance(value, Sequence | Set):
        parts = list(value)
        for before, part in zip(["", *parts], parts, strict=False):
            yield f"{before}: {part}" if isinstance(part, str) and isinstance(before, str) else ""
            yield from _texts(part)
