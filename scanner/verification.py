"""Puts rules to their own fixtures: what must be flagged is flagged at its line, and nothing else is.

The fixtures go through the same stages as a supplier's repository, real engines included. Native and evidence
rules run on each case alone; checkov and semgrep run once over all cases of all their rules, each in its own folder.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scanner.cache import Cache, MemoryCache
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult, Finding, Outcome
from scanner.domain.rule import GroupBy, RulePack
from scanner.domain.system import System
from scanner.engines import default_engines
from scanner.engines.grouping import group
from scanner.evaluation.merge import merge
from scanner.interfaces import BoundRule, Engine, EngineContext, Report
from scanner.parsers import default_parsers
from scanner.parsers.code.isolation import IsolatedReader
from scanner.pipeline.stages import model, parse
from scanner.rules.fixtures import EXPECTATION, Annotation, Announced, Case, Fixtures, read_fixtures
from scanner.sources.configuration import load_configuration
from scanner.sources.repository import RepositoryReader

LOOSE = "loose"
"""Folder into which the loose files of a rule are copied."""

FIXTURE_DAY = date(2026, 11, 1)
"""Day against which fixtures are judged, so that they do not age with the calendar."""

IN_PROCESS = frozenset({"native", "evidence"})
"""Engines that look at one case after the other."""


@dataclass(frozen=True)
class Verification:
    """What came of putting one rule to its fixtures."""

    rule: str
    pack: str
    checked: int
    """Annotations and expectations that were looked at."""
    faults: tuple[str, ...]
    """What differed from the fixtures; empty where the rule keeps its word."""


@dataclass(frozen=True)
class Bench:
    """What a verification works with."""

    catalog: Catalog
    rules_root: Path
    offline: bool
    report: Report
    source_reader: IsolatedReader = field(default_factory=IsolatedReader)
    """Reads the source files of all cases: to start its process takes longer than to read them."""
    compiled: Cache = field(default_factory=MemoryCache)
    """What was made of a rule and of reference data for one case serves the next."""

    def context(self) -> EngineContext:
        """What engines may use."""
        return EngineContext(
            catalog=self.catalog,
            as_of=FIXTURE_DAY,
            rules_root=self.rules_root,
            offline=self.offline,
            installed=self.compiled,
        )


def verify(
    packs: Sequence[RulePack], catalog: Catalog, rules_root: Path, report: Report, *, offline: bool = False
) -> tuple[Verification, ...]:
    """Put every rule of some packs to its fixtures.

    Args:
        packs: Rule packs, possibly with only some of their rules.
        catalog: Controls that they judge.
        rules_root: Folder of all packs, for reference data.
        report: Is told what goes on.
        offline: Nothing may reach out.

    Returns:
        One verification for each rule, in the order of packs and rules.
    """
    bench = Bench(catalog, rules_root, offline, report)
    principles = {control.id: control.principle for control in catalog.controls}
    bound = [
        (pack.id, BoundRule(rule, Path(pack.root) / rule.name, principles[rule.control]))
        for pack in packs
        for rule in pack.rules
    ]
    with tempfile.TemporaryDirectory(prefix="archscan-fixtures-") as folder:
        results = _run_all([one for _, one in bound], Path(folder), bench)
    return tuple(
        compare(pack, one, read_fixtures(one.folder, one.rule.name), results[one.rule.name]) for pack, one in bound
    )


def _run_all(bound: Sequence[BoundRule], folder: Path, bench: Bench) -> dict[str, dict[str, EngineResult]]:
    """Rule name to case name to what its engine said."""
    results: dict[str, dict[str, EngineResult]] = {one.rule.name: {} for one in bound}
    for engine in default_engines():
        mine = [one for one in bound if one.rule.check.engine == engine.name]
        place = folder / engine.name
        for one in mine:
            copy_cases(one, place / one.rule.name)
        if not mine:
            continue
        bench.report(f"{engine.name}: {len(mine)} rules")
        if engine.name in IN_PROCESS:
            for one in mine:
                for case in sorted((place / one.rule.name).iterdir()):
                    results[one.rule.name][case.name] = _evaluate(engine, [one], case, bench)
        else:
            split(_evaluate(engine, mine, place, bench), mine, place, results)
    return results


def copy_cases(bound: BoundRule, target: Path) -> None:
    """Make a folder for each case of a rule, without what it must give."""
    fixtures = read_fixtures(bound.folder, bound.rule.name)
    tests = bound.folder / "tests"
    target.mkdir(parents=True)
    for path in fixtures.loose:
        copy = target / LOOSE / path.relative_to(tests)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    for case in fixtures.cases:
        shutil.copytree(case.folder, target / case.folder.name, ignore=shutil.ignore_patterns(EXPECTATION))


@dataclass(frozen=True)
class Specimen:
    """A repository of fixtures, read."""

    reader: RepositoryReader
    system: System

    @staticmethod
    def of(root: Path, bench: Bench) -> Specimen | None:
        """Read a folder; None where it holds no file."""
        if not any(path.is_file() for path in root.rglob("*")):
            return None
        reader = RepositoryReader(root)
        reading = reader.walk()
        configuration = load_configuration(reading.artifacts, reader)
        parsers = default_parsers(
            configuration, None, reading.artifacts, renders=False, source_reader=bench.source_reader
        )  # nothing is rendered: the same on every machine
        parsed = parse(parsers, reading, reader, _quiet)
        return Specimen(reader, model(reader, reading, parsed, _quiet, configuration))

    def put(self, engine: Engine, rules: Sequence[BoundRule], bench: Bench) -> EngineResult:
        """What rules of one engine say of it."""
        result = engine.evaluate(rules, self.system, self.reader, bench.context(), _quiet)
        return result.model_copy(update={"findings": merge(result.findings)})


def _quiet(_: str) -> None:
    """The stages of a fixture are too many to be told."""


def _evaluate(engine: Engine, rules: Sequence[BoundRule], root: Path, bench: Bench) -> EngineResult:
    specimen = Specimen.of(root, bench)
    return specimen.put(engine, rules, bench) if specimen else EngineResult()


def split(
    result: EngineResult, rules: Sequence[BoundRule], place: Path, into: dict[str, dict[str, EngineResult]]
) -> None:
    """Give each case its own findings, with paths as they are inside the case."""
    for one in rules:
        name = one.rule.name
        for case in sorted((place / name).iterdir()):
            prefix = f"{name}/{case.name}/"
            mine = _of_case([f for f in result.findings if f.rule == name], prefix, one.rule.check.group)
            into[name][case.name] = EngineResult(
                findings=mine,
                problems=tuple(p for p in result.problems if p.location is None or name in p.message),
                unavailable=tuple(n for n in result.unavailable if n == name),
            )


def _of_case(findings: Sequence[Finding], prefix: str, by: GroupBy) -> tuple[Finding, ...]:
    """The findings that a case would have had alone, where grouped ones join places of several cases."""
    if by is GroupBy.SUBJECT:
        return tuple(_moved(one, prefix) for one in findings if one.location.path.startswith(prefix))
    places = [place for place in _spread(findings) if place.location.path.startswith(prefix)]
    alone = (_moved(place.model_copy(update={"related": ()}), prefix) for place in places)
    return group(alone, by, lambda place: place.fingerprint)  # copies have that of the finding that joined them


def _moved(finding: Finding, prefix: str) -> Finding:
    location = finding.location.model_copy(update={"path": finding.location.path.removeprefix(prefix)})
    related = tuple(r.model_copy(update={"path": r.path.removeprefix(prefix)}) for r in finding.related)
    return finding.model_copy(update={"location": location, "related": related})


def compare(pack: str, bound: BoundRule, fixtures: Fixtures, results: Mapping[str, EngineResult]) -> Verification:
    """Hold what was said of each case against what its fixtures announce."""
    faults: list[str] = []
    for name, result in results.items():
        own = f"rule {bound.rule.name} "
        told = [p for p in result.problems if result.unavailable or p.message.startswith(own)]
        faults.extend(f"{name}: {problem.message}" for problem in told)
    tests = bound.folder / "tests"
    loose = results.get(LOOSE, EngineResult())
    notes = [(path.relative_to(tests).as_posix(), note) for path, note in fixtures.annotations]
    faults.extend(_annotated(notes, loose.findings))
    for case in fixtures.cases:
        faults.extend(_expected(case, results.get(case.folder.name, EngineResult()).findings))
    checked = len(notes) + sum(max(1, len(case.expectation.findings)) for case in fixtures.cases)
    return Verification(rule=bound.rule.name, pack=pack, checked=checked, faults=tuple(faults))


def _annotated(notes: Sequence[tuple[str, Annotation]], findings: Sequence[Finding]) -> Iterator[str]:
    places = {(finding.location.path, finding.location.start_line, finding.outcome) for finding in _spread(findings)}
    for path, note in notes:
        here = {outcome for where, line, outcome in places if (where, line) == (path, note.line)}
        if note.kind is Announced.PASS:
            if here - {Outcome.PASS}:
                yield f"{path}:{note.line}: must be accepted, but is {_words(here - {Outcome.PASS})}"
        elif note.kind.outcome not in here:
            yield f"{path}:{note.line}: must be {note.kind.outcome}, but is {_words(here) or 'not mentioned'}"
    announced = {(path, note.line, note.kind.outcome) for path, note in notes}
    for finding in _spread(findings):
        place = (finding.location.path, finding.location.start_line, finding.outcome)
        if finding.outcome is not Outcome.PASS and place not in announced:
            yield f"{place[0]}:{place[1]}: no annotation announces this {finding.outcome}: {finding.message}"


def _spread(findings: Sequence[Finding]) -> list[Finding]:
    """Each place of a grouped finding as a finding of its own, so that a fixture can announce it."""
    places: list[Finding] = []
    for finding in findings:
        places.append(finding)
        for related in finding.related:
            location = finding.location.model_copy(update={"path": related.path, "start_line": related.start_line})
            places.append(finding.model_copy(update={"location": location}))
    return places


def _expected(case: Case, findings: Sequence[Finding]) -> Iterator[str]:
    left = [finding for finding in findings if finding.outcome is not Outcome.PASS]
    passes = [finding for finding in findings if finding.outcome is Outcome.PASS]
    for wanted in case.expectation.findings:
        pool = passes if wanted.outcome is Outcome.PASS else left
        match = next(
            (
                finding
                for finding in pool
                if finding.outcome is wanted.outcome
                and wanted.path in {None, finding.location.path}
                and wanted.line in {None, finding.location.start_line}
                and wanted.severity in {None, finding.severity}
            ),
            None,
        )
        if match is None:
            place = f" at {wanted.path}:{wanted.line or ''}" if wanted.path else ""
            grave = f" of severity {wanted.severity}" if wanted.severity else ""
            yield f"{case.folder.name}/: no {wanted.outcome}{place}{grave}; there is {_told(findings) or 'nothing'}"
        else:
            pool.remove(match)
    for finding in left:
        yield f"{case.folder.name}/: not expected: {_told([finding])}"


def _told(findings: Sequence[Finding]) -> str:
    return "; ".join(f"{f.outcome} at {f.location.path}:{f.location.start_line}: {f.message}" for f in findings)


def _words(outcomes: set[Outcome]) -> str:
    return " and ".join(sorted(outcome.value for outcome in outcomes))
