"""Attributes of resources as rules of networks are read from them: blocks, texts, places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.addresses import without_keys
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, Unknown, UnknownBlock, Value

_LAST_STEP = lazy_re.compile(r"(?:\.[^.\[\]]+|\[[^\]]*\])$")
_MOST_BLOCKS = 2000
"""More rules in one block than any network takes."""


class Block(NamedTuple):
    """A nested block with its place."""

    path: str
    values: Mapping[str, Value]
    certain: bool
    """False where it is not known whether it is there."""


class Texts(NamedTuple):
    """Texts of a list, and whether these are all."""

    known: tuple[str, ...]
    unknown: str
    """What is not known of them, as it is written; empty where all are."""


def blocks(values: Mapping[str, Value], name: str, base: str = "") -> Iterator[Block]:
    """The blocks of a name that can be read.

    Args:
        values: The resource's attributes, or those of a block.
        name: Of the blocks.
        base: Path of ``values``; empty for the resource itself.
    """
    path = f"{base}.{name}" if base else name
    written = values.get(name)
    many = written if isinstance(written, Sequence) and not isinstance(written, str) else [written]
    for number, one in enumerate(many[:_MOST_BLOCKS]):
        if isinstance(one, UnknownBlock) and isinstance(one.content, Mapping):
            yield Block(f"{path}[{number}]", one.content, certain=False)
        elif isinstance(one, Mapping):
            yield Block(f"{path}[{number}]", one, certain=True)


def is_opaque(values: Mapping[str, Value], name: str) -> bool:
    """Whether blocks of a name may be there that cannot be read."""
    written = values.get(name)
    if isinstance(written, Unknown):
        return not isinstance(written, UnknownBlock)
    if isinstance(written, Sequence) and not isinstance(written, str):
        return any(isinstance(one, Unknown) and not isinstance(one, UnknownBlock) for one in written)
    return False


def first_block(values: Mapping[str, Value], name: str) -> Mapping[str, Value]:
    """The values of the first block of a name; none where there is no such block."""
    return next((block.values for block in blocks(values, name)), {})


def texts(*values: Value) -> Texts:
    """The texts in values that are texts or lists of texts."""
    known: list[str] = []
    unknown = ""
    for value in values:
        for one in value if isinstance(value, Sequence) and not isinstance(value, str) else [value]:
            if isinstance(one, str):
                known.append(one)
            elif isinstance(one, Unknown):
                unknown = unknown or one.text or one.reason.value
    return Texts(tuple(known), unknown)


def place(resource: Resource, path: str) -> Location:
    """Where an attribute is written, or what is around it."""
    at: str | None = path
    while at:
        position = resource.positions.get(at)
        if position is not None:
            return Location(path=resource.location.path, start_line=position.line)
        shorter = _LAST_STEP.sub("", at)
        at = shorter if shorter != at else None
    return resource.location


def short_name(resource: Resource) -> str:
    """The address of a resource as a reader finds it, without the keys of instances."""
    return without_keys(resource.address)


def last_name(path: str) -> str:
    """The name of the attribute itself: ``security_groups`` of ``network_configuration[0].security_groups[1]``."""
    return re.sub(r"\[[^\]]*\]", "", path).rpartition(".")[2]
