"""What tests of semgrep share: the project's own rules, their fixtures, and a cache that can be looked into."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scanner.cache import Cache, NoCache
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult
from scanner.domain.rule import SemgrepCheck
from scanner.domain.system import System
from scanner.engines.semgrep.bundle import Bundle
from scanner.engines.semgrep.engine import SemgrepEngine
from scanner.engines.semgrep.rule_files import RuleFiles
from scanner.engines.semgrep.rules import read_patterns
from scanner.interfaces import BoundRule, EngineContext
from scanner.packaging import packaged
from scanner.rules.fixtures import EXPECTATION
from scanner.sources.repository import RepositoryReader
from tests.own_rules import yardstick


@dataclass
class Shelf:
    """A cache in memory."""

    entries: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.entries[key] = value


def project_rules() -> tuple[BoundRule, ...]:
    """All rules of the project that are put to semgrep."""
    whole = yardstick()
    principles = {control.id: control.principle for control in whole.catalog.controls}
    return tuple(
        BoundRule(rule, Path(pack.root) / rule.name, principles[rule.control])
        for pack in whole.packs
        for rule in pack.rules
        if isinstance(rule.check, SemgrepCheck)
    )


def bundle_of(rules: Sequence[BoundRule]) -> Bundle:
    files = RuleFiles((), NoCache())
    return Bundle({one.rule.name: one for one in rules}, {one.rule.name: read_patterns(one, files) for one in rules})


def copy_fixtures(target: Path) -> None:
    """The fixtures of all rules, of whatever engine, as one repository; what they must give is none."""
    for tests in packaged("rules").glob("*/*/tests"):
        shutil.copytree(tests, target / tests.parent.name, ignore=shutil.ignore_patterns(EXPECTATION))


def evaluate(
    root: Path,
    rules: Sequence[BoundRule],
    *,
    engine: SemgrepEngine | None = None,
    cache: Cache | None = None,
    jobs: int = 1,
    report: Callable[[str], None] = lambda _: None,
) -> EngineResult:
    """What the engine says of a folder, begun and waited for."""
    reader = RepositoryReader(root)
    system = System(source=reader.source(), artifacts=reader.walk().artifacts, resources=())
    begun = (engine or SemgrepEngine()).begin(rules, system.artifacts, reader, context(cache, jobs), report)
    return begun.result(system)


def context(cache: Cache | None = None, jobs: int = 1) -> EngineContext:
    return EngineContext(
        catalog=Catalog(version="1", principles=(), controls=(), clauses=()),
        as_of=date(2026, 11, 1),
        rules_root=Path(),
        offline=False,
        jobs=jobs,
        cache=cache or NoCache(),
    )
