"""What all modules of one repository share while they are evaluated: folders, sources, files, complaints and limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Problem, Value
from scanner.parsers.terraform.expressions.constraints import Constraint, read_constraint
from scanner.parsers.terraform.expressions.effort import Effort
from scanner.parsers.terraform.modules.files import RepositoryFiles
from scanner.parsers.terraform.modules.folders import Folder
from scanner.parsers.terraform.modules.links import Links
from scanner.parsers.terraform.modules.module_sources import ModuleSources
from scanner.parsers.terraform.modules.templates_read import Templates
from scanner.parsers.terraform.syntax.tree import Expression

MAX_CALLS = 20
"""Module calls in one another."""
MAX_SCOPES = 10_000
"""Modules that are entered, in all environments together."""
MAX_INSTANCES = 50_000
"""Instances of all blocks together that are told apart, in all modules and environments."""
MAX_RUNNING = 150
"""Locals, variables, outputs and attributes that wait for one another."""
_MAX_ALIKE = 20
_MAX_MESSAGE = 400
"""Characters; messages of faults name keys and parts of values, which may be of any length."""
_MAX_TOLD_APART = 2
_MAX_NAMED = 8
Place = tuple[str, tuple[int, int] | None]
"""A path, and line and column in it."""
Earlier = Callable[[str, str], Mapping[str, Value]]
"""Given a module's prefix and the name of one of its values: values by their names, with this one if it is the same."""


def nothing_earlier(_prefix: str, _name: str) -> Mapping[str, Value]:
    """What there is where no earlier environment is like the one that is evaluated."""
    return {}


@dataclass(slots=True)
class Complaints:
    """Problems, each once; of those that say the same in many places the first ones, and how many more there are."""

    silent: bool = False
    """Nothing is noted while this is set: what is evaluated then was or will be evaluated where it stands."""
    _found: dict[tuple[str, Location | None], Problem] = field(default_factory=dict)
    _alike: Counter[str] = field(default_factory=Counter)
    _elsewhere: dict[str, Location] = field(default_factory=dict)
    """Sources of modules that are not in this repository, and where each is first called."""
    _absent: dict[str, dict[str, Location]] = field(default_factory=dict)
    """Folder to the names that nothing in it declares, and where each is first asked for."""

    def absent(self, folder: str, message: str, location: Location) -> None:
        """Note a name that nothing declares; those of one folder have one cause and are told together.

        Args:
            folder: Of the module.
            message: Says of which name, and what is wrong with it.
            location: Where it is asked for.
        """
        if not self.silent:
            self._absent.setdefault(folder, {}).setdefault(message, location)

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
        for folder, names in self._absent.items():
            self._add_absent(folder, names)
        told = [*self._found.values(), *self._told_elsewhere()]
        for kind, number in self._alike.items():
            if number > _MAX_ALIKE:
                told.append(_problem(f"{number - _MAX_ALIKE} more problems of this kind: {kind}", None, "evaluating"))
        return tuple(told)

    def add_elsewhere(self, source: str, location: Location) -> None:
        """Note a module that is not in this repository: no fault, but what it makes is not judged."""
        if not self.silent:
            self._elsewhere.setdefault(source, location)

    def _told_elsewhere(self) -> Iterator[Problem]:
        names = sorted(self._elsewhere)
        if names:
            called = "a module" if len(names) == 1 else f"{len(names)} modules"
            more = f" and {len(names) - _MAX_NAMED} more" if len(names) > _MAX_NAMED else ""
            named = ", ".join(names[:_MAX_NAMED]) + more
            message = f"{called} of other repositories, of which nothing is judged: {named}"
            first = min(self._elsewhere.values(), key=lambda place: (place.path, place.start_line))
            yield _problem(message[:_MAX_MESSAGE], first, "evaluating")

    def _add_absent(self, folder: str, names: Mapping[str, Location]) -> None:
        messages = list(names)
        if len(messages) <= _MAX_TOLD_APART:
            for message, location in names.items():
                self.add(message, location)
            return
        shown = "; ".join(messages[:_MAX_NAMED])
        more = f"; and {len(messages) - _MAX_NAMED} more" if len(messages) > _MAX_NAMED else ""
        asks = f"{folder or '.'} asks for names that no file in it declares, such as a script may copy there"
        message = f"{asks}: {shown}{more}"
        self.add(message, names[messages[0]], kind="folders that ask for names that no file in them declares")


def _problem(message: str, location: Location | None, stage: str) -> Problem:
    if len(message) > _MAX_MESSAGE:
        message = f"{message[: _MAX_MESSAGE - 1]}…"
    return Problem(stage=stage, engine="terraform", message=message, location=location)


@dataclass(slots=True)
class Estate:
    """One repository's modules."""

    folders: Mapping[str, Folder]
    sources: ModuleSources
    files: RepositoryFiles
    role: Callable[[str], Role]
    """What a file is to the product."""
    links: Links = field(default_factory=Links)
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
    instances: int = 0
    """How many instances of blocks are told apart."""
    is_full: bool = False
    """No more of them are."""
    templates: Templates = field(default_factory=Templates)
    """Templates that functions render."""
    effort: Effort = field(default_factory=Effort)
    """What all expressions have cost."""
    earlier: Earlier = nothing_earlier
    """Values that an earlier environment of the same root computed."""
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

    def has_room(self, instances: int) -> bool:
        """Whether so many instances more may be told apart; if so, they are counted."""
        self.is_full = self.is_full or self.instances + instances > MAX_INSTANCES
        self.instances += 0 if self.is_full else instances
        return not self.is_full

    def is_judged(self, path: str) -> bool:
        """Whether what cannot be resolved in a file is a problem: examples and tests are often fragments on purpose."""
        return self.role(path) in (Role.PRODUCT, Role.DEVELOPMENT)
