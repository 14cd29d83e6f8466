"""The rules that are put to semgrep together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from scanner.engines.semgrep.rules import Pattern
from scanner.interfaces import BoundRule

Entry: TypeAlias = tuple[str, int]
"""A rule's name, and the number of an entry in its file."""


@dataclass(frozen=True)
class Bundle:
    """The rules that can be put to semgrep."""

    rules: Mapping[str, BoundRule]
    patterns: Mapping[str, tuple[Pattern, ...]]

    def entries(self) -> Iterator[tuple[BoundRule, int, Pattern]]:
        """Each entry of each rule's file, with its number there."""
        for name, patterns in self.patterns.items():
            for number, pattern in enumerate(patterns):
                yield self.rules[name], number, pattern

    @cached_property
    def digest(self) -> str:
        """Of all that is put to semgrep, and for which roles; texts that only archscan uses are no part of it."""
        bodies: list[Any] = [
            [pattern.id, pattern.body, sorted(bound.rule.check.roles)] for bound, _, pattern in self.entries()
        ]
        return hashlib.sha256(json.dumps(bodies, default=repr).encode()).hexdigest()
