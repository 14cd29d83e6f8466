"""Functions about what a value is rather than what it holds: its marks and its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.syntax.tree import HIDDEN
from scanner.parsers.terraform.values.collections import unknown
from scanner.parsers.terraform.values.types import friendly, type_of


def _sensitive(value: Value) -> Value:
    reason = value.reason if isinstance(value, Unknown) else UnknownReason.SENSITIVE
    return unknown(reason, HIDDEN)


FUNCTIONS: Mapping[str, Callable[[Value], Value]] = MappingProxyType(
    {
        "ephemeralasnull": lambda value: value,
        "sensitive": _sensitive,
        "type": lambda value: friendly(type_of(value)),
    }
)
"""By name; each takes one argument, which may be unknown."""
