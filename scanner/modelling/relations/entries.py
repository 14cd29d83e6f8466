"""What stands in a Secret or a ConfigMap, by key."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, Value
from scanner.modelling.relations.pods import place


class Entry(NamedTuple):
    """A key with its value."""

    key: str
    value: Value
    location: Location


def entries(holder: Resource) -> Iterator[Entry]:
    """The entries of a Secret or a ConfigMap; those of a Secret's ``data`` are decoded."""
    for part in ("data", "stringData"):
        content = holder.attributes.get(part)
        for key, value in content.items() if isinstance(content, Mapping) else ():
            plain = _decoded(value) if holder.type == "Secret" and part == "data" else value
            yield Entry(str(key), plain, place(holder, f"{part}.{key}", part))


def lines_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Names and texts that an entry holds: itself, or the settings of the file that it is."""
    if not isinstance(entry.value, str):
        return
    if "\n" not in entry.value.strip():
        yield entry.key, entry.value
        return
    for line in entry.value.splitlines()[:2_000]:
        text = line.strip().rstrip(",")
        if not text or text.startswith(("#", "//", ";")) or len(text) > 2_000:
            continue
        at = min((position for mark in "=:" if (position := text.find(mark)) > 0), default=-1)
        if at > 0 and not text[at:].startswith("://"):
            yield text[:at].strip(" \"'"), text[at + 1 :].strip(" \"'")


def _decoded(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True).decode()
    except (binascii.Error, ValueError):
        return value
