"""Which sorts of subjects a rule looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from scanner.domain.artifact import Role
from scanner.domain.rule import NativeCheck

_WORKLOAD = "workload"
SPECIAL = frozenset("*?[")
"""What makes a name a pattern."""


class Sort(NamedTuple):
    """What a rule selects its subjects by."""

    kind: str
    """The type by which rules name it."""
    role: Role | None
    """None where it is no resource: rules for such subjects ask for no role."""
    is_workload: bool
    """Whether it is an object that runs pods."""


class Selector:
    """Which sorts of subjects a rule looks at."""

    def __init__(self, check: NativeCheck) -> None:
        globs = next(iter(check.subject.values()))
        self._roles = frozenset(check.roles)
        self._workloads = _WORKLOAD in globs
        self._kinds = frozenset(globs)
        self._globs = tuple(sorted(glob for glob in globs if not SPECIAL.isdisjoint(glob)))

    def names(self, sort: Sort) -> bool:
        """Whether the rule looks at subjects of this sort, which are of its own family."""
        if sort.role is not None and sort.role not in self._roles:
            return False
        if sort.kind in self._kinds or (self._workloads and sort.is_workload):
            return True
        return bool(self._globs) and _fits(sort.kind, self._globs)

    def among(self, sorts: Mapping[str, Sequence[Sort]]) -> list[Sort]:
        """The sorts that the rule looks at, of those of its family.

        Args:
            sorts: By their kind, so that a rule which names its kinds is not asked about any other.
        """
        kinds = sorts if self._workloads or self._globs else self._kinds
        return [sort for kind in kinds for sort in sorts.get(kind, ()) if self.names(sort)]


@lru_cache(maxsize=20_000)  # each is asked for the same sorts a few times, and many have the same globs
def _fits(kind: str, globs: tuple[str, ...]) -> bool:
    return any(fnmatchcase(kind, glob) for glob in globs)
