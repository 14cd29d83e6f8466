"""``count`` and ``for_each``: the instances of a block and their addresses as Terraform writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.evaluator import Names
from scanner.parsers.terraform.values.collections import SetValue
from scanner.parsers.terraform.values.conversions import ConversionError, to_number
from scanner.parsers.terraform.values.lazy import opened

MAX_INSTANCES = 1000
"""Instances of one block that are told apart."""
INSTANCES = "instances of "
"""How the name of the value begins that a block goes through: ``instances of aws_sqs_queue.jobs``."""
Key: TypeAlias = int | str | None
NO_NAMES: Names = MappingProxyType({})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Instance:
    """One of the instances that a block makes."""

    key: Key = None
    names: Names = field(default_factory=lambda: NO_NAMES)
    """What ``each`` or ``count`` mean in it."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """All instances of a block."""

    instances: Mapping[Key, Instance]
    repeated: bool = False
    """Instances have keys."""
    unknown: Unknown | None = None
    """Why the keys are not known; then one instance stands for all."""

    @property
    def doubt(self) -> str:
        """What leaves open whether there is any instance at all; empty where nothing does."""
        if self.unknown is None or self.unknown.reason is UnknownReason.TOO_MANY:
            return ""
        return self.unknown.text or self.unknown.reason.value


ONE = Expansion({None: Instance()})


def by_count(value: Value, text: str) -> Expansion:
    """The instances that a ``count`` makes.

    Args:
        value: Evaluated.
        text: As it is written, for the reader.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    if isinstance(value, Unknown):
        return _unknown_count(value)
    if value is None:
        raise ConversionError("count is null")
    number = to_number(value)
    if not isinstance(number, int) or number < 0:
        raise ConversionError("count is not a whole number from 0 on")
    if number > MAX_INSTANCES:
        return _unknown_count(Unknown(reason=UnknownReason.TOO_MANY, text=text))
    return Expansion({index: Instance(index, {"count": {"index": index}}) for index in range(number)}, repeated=True)


def by_for_each(value: Value, text: str) -> Expansion:
    """The instances that a ``for_each`` makes.

    Args:
        value: Evaluated.
        text: As it is written, for the reader.

    Raises:
        ConversionError: Terraform would refuse it.
    """
    value = opened(value)
    if isinstance(value, Unknown):
        return _unknown_each(value)
    if isinstance(value, dict):
        pairs = {key: value[key] for key in sorted(value)}
    elif isinstance(value, SetValue):
        pairs = {}
        for item in value:
            if isinstance(item, Unknown):
                return _unknown_each(item)
            if not isinstance(item, str):
                raise ConversionError("for_each takes a set of strings")
            pairs[item] = item
    elif value == []:  # the branch of a condition whose other branch is a set that is not known
        pairs = {}
    else:
        raise ConversionError("for_each takes a map or a set of strings")
    if len(pairs) > MAX_INSTANCES:
        return _unknown_each(Unknown(reason=UnknownReason.TOO_MANY, text=text))
    instances = {key: Instance(key, {"each": {"key": key, "value": item}}) for key, item in pairs.items()}
    return Expansion(instances, repeated=True)


def unresolved(unknown: Unknown, *, count: bool) -> Expansion:
    """One instance that stands for a number of them that is not known."""
    return _unknown_count(unknown) if count else _unknown_each(unknown)


def _unknown_count(unknown: Unknown) -> Expansion:
    index = Unknown(reason=UnknownReason.PER_INSTANCE, text="count.index")
    return Expansion({None: Instance(None, {"count": {"index": index}})}, repeated=True, unknown=unknown)


def _unknown_each(unknown: Unknown) -> Expansion:
    key, value = (Unknown(reason=UnknownReason.PER_INSTANCE, text=f"each.{name}") for name in ("key", "value"))
    return Expansion({None: Instance(None, {"each": {"key": key, "value": value}})}, repeated=True, unknown=unknown)


def suffix(key: Key) -> str:
    """An instance key as it stands in an address: ``[0]``, ``["logs"]``."""
    if key is None:
        return ""
    return f"[{key}]" if isinstance(key, int) else f"[{_quoted(key)}]"


def _shown(character: str) -> str:
    """A character, or its number where nothing of it could be seen."""
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _quoted(text: str) -> str:
    escaped = "".join(_ESCAPES.get(character) or _shown(character) for character in text)
    return '"' + escaped.replace("${", "$${").replace("%{", "%%{") + '"'
