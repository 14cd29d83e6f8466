"""What all modules of one repository share while they are evaluated: folders, sources, files, complaints and limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Problem
from scanner.parsers.terraform.constraints import Constraint, read_constraint
from scanner.parsers.terraform.files import RepositoryFiles
from scanner.parsers.terraform.folders import Folder
from scanner.parsers.terraform.module_sources import ModuleSources
from scanner.parsers.terraform.tree import Expression

MAX_CALLS = 20
"""Module calls in one another."""
MAX_SCOPES = 30_000
"""Modules that are entered, in all environments together."""
MAX_RUNNING = 150
"""Locals, variables, outputs and attributes that wait for one another."""
_MAX_ALIKE = 20
Place = tuple[str, tuple[int, int] | None]
"""A path, and line and column in it."""


@dataclass(slots=True)
class Complaints:
    """Problems, each once; of those that say the same in many places the first ones, and how many more there are."""

    silent: bool = False
    """Nothing is noted while this is set: what is evaluated then was or will be evaluated where it stands."""
    _found: dict[tuple[str, Location | None], Problem] = field(default_factory=dict)
    _alike: Counter[str] = field(default_factory=Counter)

    def add(self, message: str, location: Location | None, kind: str = "", stage: str = "evaluating") -> None:
        """Note a problem.

        Args:
            message: What is wrong.
            location: Where.
            kind: What counts as saying the same; the message itself if not given.
            stage: ``parsing`` where a file or a part of it could not be read.
        """
        key = (message, location)
        if self.silent or key in self._found:
            return
        self._alike[kind or message] += 1
        if self._alike[kind or message] <= _MAX_ALIKE:
            self._found[key] = _problem(message, location, stage)

    def problems(self) -> tuple[Problem, ...]:
        """All of them."""
        told = list(self._found.values())
        for kind, number in self._alike.items():
            if number > _MAX_ALIKE:
                told.append(_problem(f"{number - _MAX_ALIKE} more problems of this kind: {kind}", None, "evaluating"))
        return tuple(told)


def _problem(message: str, location: Location | None, stage: str) -> Problem:
    return Problem(stage=stage, engine="terraform", message=message, location=location)


@dataclass(slots=True)
class Estate:
    """One repository's modules."""

    folders: Mapping[str, Folder]
    sources: ModuleSources
    files: RepositoryFiles
    role: Callable[[str], Role]
    """What a file is to the product."""
    broken: frozenset[str] = frozenset()
    """Folders in which some file could not be read: what seems to be missing there may stand in it."""
    complaints: Complaints = field(default_factory=Complaints)
    running: dict[str, Place] = field(default_factory=dict)
    """What is being evaluated now, outermost first."""
    entered: Counter[str] = field(default_factory=Counter)
    """How often each folder was entered."""
    constraints: dict[int, Constraint] = field(default_factory=dict)
    """Types of variables, by the identity of the expression."""
    scopes: int = 0
    """How many modules were entered, in all environments."""
    place: Place = ("", None)
    """Where the expression stands that is being evaluated now."""

    def constraint(self, expression: Expression) -> Constraint:
        """What a type constraint asks for, read once.

        Raises:
            ConversionError: It is no type.
        """
        mark = id(expression)
        if mark not in self.constraints:
            self.constraints[mark] = read_constraint(expression)
        return self.constraints[mark]

    def is_judged(self, path: str) -> bool:
        """Whether what cannot be resolved in a file is a problem: examples and tests are often fragments on purpose."""
        return self.role(path) in (Role.PRODUCT, Role.DEVELOPMENT)
