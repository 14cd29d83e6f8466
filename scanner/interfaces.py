"""Every plug point of archscan on one page: Reader, Parser, Engine, Reporter, Executor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

from scanner.cache import Cache, NoCache
from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Artifact, Source
from scanner.domain.assessment import Assessment
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult
from scanner.domain.fingerprint import Fingerprint
from scanner.domain.resource import Parsed, Reading
from scanner.domain.rule import Rule, RulePack
from scanner.domain.system import System
from scanner.timings import Timings

T = TypeVar("T")
R = TypeVar("R")

Report = Callable[[str], None]
"""Tells the user in a few words what goes on now."""


class Contents(Protocol):
    """Gives the bytes of artefacts that a reader listed."""

    def read(self, artifact: Artifact) -> bytes:
        """The file's bytes.

        Raises:
            ReadError: It is gone, unreadable, larger than the limit, or lies outside the root.
        """
        ...


class Reader(Contents, Protocol):
    """Finds what there is to scan: a folder today, a live cluster later."""

    def source(self) -> Source:
        """Where the files come from."""
        ...

    def walk(self) -> Reading:
        """All artefacts in a stable order, with what could not be read."""
        ...

    def fingerprint(self, artifacts: Sequence[Artifact]) -> Fingerprint:
        """What is there now, as one digest: another one as soon as anything of it changes."""
        ...

    def unchanged(self, fingerprint: Fingerprint) -> bool:
        """Whether all files stayed as they were since their fingerprint was taken."""
        ...


class Parser(Protocol):
    """Turns artefacts of one kind into resources."""

    name: str
    """As it stands in problems: ``terraform``, ``kubernetes``, …"""
    beside: bool
    """Whether most of its work is done in processes of its own, so that other parsers can work meanwhile."""

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """The artefacts that this parser reads, in groups that can be parsed apart from each other."""
        ...

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse one unit. Never raises for what a file holds: a fault becomes a Problem."""
        ...


@dataclass(frozen=True)
class BoundRule:
    """A rule with the policy's parameters, and the folder in which its files lie."""

    rule: Rule
    folder: Path
    principle: str
    loosened: tuple[str, ...] = ()
    """Parameters by which the policy asks for less than the rule, in words; what it accepts counts for nothing."""


class Modelling(Protocol):
    """Gives the architecture of the system under assessment, which is made when somebody first asks for it.

    So it is made beside what needs no architecture.
    """

    def of(self, system: System) -> ArchitectureModel:
        """The architecture of the system; made now, if it was not yet."""
        ...

    def basis(self, system: System) -> str:
        """What the architecture hangs on besides what was read."""
        ...


class ModelOfSystem:
    """Gives the model that the system holds already."""

    def of(self, system: System) -> ArchitectureModel:
        """The system's own."""
        return system.model

    def basis(self, system: System) -> str:
        """The model itself."""
        return system.model.model_dump_json()


class Later(Protocol):
    """Takes what is done for the next scan, so that this one need not wait for it."""

    def add(self, work: Callable[[], None]) -> None:
        """Something that is to be done before the scan ends."""
        ...


class AtOnce:
    """Does it now."""

    def add(self, work: Callable[[], None]) -> None:
        """Do it."""
        work()


@dataclass(frozen=True)
class EngineContext:
    """What an engine may use besides the system itself."""

    catalog: Catalog
    as_of: date
    """Day against which ends of support are judged."""
    rules_root: Path
    """Folder of the rule packs, for dated reference data."""
    offline: bool
    """Nothing may reach out, not even to make an engine's environment."""
    jobs: int = 1
    """Processes that may work at once."""
    cache: Cache = field(default_factory=NoCache)
    """Results of earlier scans."""
    timings: Timings = field(default_factory=Timings)
    """Is told what an engine and its rules took."""
    modelling: Modelling = field(default_factory=ModelOfSystem)
    """Gives the architecture."""
    installed: Cache = field(default_factory=NoCache)
    """What was made of rules before; it belongs to the installation."""
    later: Later = field(default_factory=AtOnce)
    """Takes what only the next scan needs."""


class Engine(Protocol):
    """Puts rules to a system."""

    @property
    def name(self) -> str:
        """As in ``check.engine`` of a rule."""
        ...

    def evaluate(
        self,
        rules: Sequence[BoundRule],
        system: System,
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> EngineResult:
        """Evaluate all rules of this engine.

        Never raises for what the system holds. A rule that could not be evaluated is named in
        ``EngineResult.unavailable`` with a Problem; it never passes and never fails anything.
        """
        ...


class Begun(Protocol):
    """The work of an engine that began before the files were parsed."""

    def result(self, system: System) -> EngineResult:
        """Wait for it, or do what is left; as :meth:`Engine.evaluate`. Called once."""
        ...

    def cancel(self) -> None:
        """End it: nobody will ask for the result. Never raises; without effect after :meth:`result`."""
        ...


@runtime_checkable
class EarlyEngine(Engine, Protocol):
    """An engine that can begin beside the parsers, because it needs little or nothing of what they find."""

    def begin(
        self,
        rules: Sequence[BoundRule],
        artifacts: Sequence[Artifact],
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> Begun:
        """Begin, and return at once. Never raises: what is wrong comes with the result."""
        ...


class Persona(StrEnum):
    """Who reads a report on the terminal."""

    DEVELOPER = "developer"
    """Wants the next thing to mend: few findings, each with its reason and cure."""
    CI = "ci"
    """Wants the decision and what is new, a line for each finding."""
    ASSESSOR = "assessor"
    """Wants every control with its clauses, what could not be seen, and the waivers."""


@dataclass(frozen=True)
class ReportContext:
    """What a report may use besides the result itself."""

    rules: Mapping[str, Rule]
    """Name to rule: titles, reasons and cures."""
    catalog: Catalog
    width: int = 100
    """Columns of the terminal."""
    colour: bool = False
    """Whether the text goes to a terminal that shows colours."""
    persona: Persona = Persona.DEVELOPER
    """Who reads the terminal's report."""
    picture: str = ""
    """The map of the architecture as SVG; empty where none was drawn."""

    @classmethod
    def of(cls, catalog: Catalog, packs: Iterable[RulePack], width: int = 100) -> ReportContext:
        """The context for rules of these packs."""
        return cls(rules={rule.name: rule for pack in packs for rule in pack.rules}, catalog=catalog, width=width)


class Reporter(Protocol):
    """Turns a result into text, or a workbook into bytes. Writing it is the command's work."""

    name: str
    """As in ``--format`` and ``--report``."""

    def render(self, assessment: Assessment) -> str | bytes:
        """The whole report; the same assessment gives the same text or bytes."""
        ...


class Executor(Protocol):
    """Runs independent work, here or elsewhere."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        ...
