"""What variables and functions of expressions are declared to hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ValueType(StrEnum):
    """What a variable or function is declared to hold."""

    STRING = "string"
    BOOL = "bool"
    INT = "int"
    LIST = "list"
    MAP = "map"
    ANY = "any"


TREES = frozenset((ValueType.LIST, ValueType.MAP, ValueType.ANY))
"""Types of values that have parts, of which some may be unknown."""


@dataclass(frozen=True)
class FunctionSignature:
    """A function that expressions may call."""

    name: str
    parameters: Mapping[str, ValueType]
    """Parameter name to type, in order."""
    result: ValueType
    about_subject: bool = False
    """Whether the answer depends on which subject is judged, and not on the arguments alone."""
    is_known: bool = False
    """Whether no part of an answer is ever unknown; the answer itself can be."""

    def __str__(self) -> str:
        """As documentation shows it: ``count(family: string, glob: string) -> int``."""
        shown = ", ".join(f"{name}: {kind}" for name, kind in self.parameters.items())
        return f"{self.name}({shown}) -> {self.result}"
