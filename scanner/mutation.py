"""Breaks rules in obvious ways and tells which faults no fixture notices.

A mutant that no fixture notices stands for a mistake that could be made tomorrow without a test telling.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult
from scanner.domain.rule import EvidenceCheck, NativeCheck, Rule, RulePack, SemgrepCheck
from scanner.engines import default_engines
from scanner.interfaces import BoundRule, Engine, Report
from scanner.rules.fixtures import Fixtures, read_fixtures
from scanner.rules.mutants import mutants
from scanner.rules.pattern_mutants import pattern_mutants
from scanner.verification import IN_PROCESS, Bench, Specimen, compare, copy_cases, split


@dataclass(frozen=True)
class Survivor:
    """A broken rule that keeps its word all the same."""

    pack: str
    rule: str
    change: str
    """How it was broken."""


@dataclass(frozen=True)
class Mutation:
    """What came of breaking rules."""

    tried: int
    """Broken rules that were put to the fixtures."""
    survivors: tuple[Survivor, ...]
    faulty: tuple[str, ...]
    """Rules that do not keep their word unbroken; nothing is learned from breaking them."""


@dataclass(frozen=True)
class _Mutant:
    pack: str
    original: BoundRule
    broken: BoundRule
    change: str
    """How it was broken; empty for the rule as it is."""


def mutate(
    packs: Sequence[RulePack], catalog: Catalog, rules_root: Path, report: Report, *, offline: bool = False
) -> Mutation:
    """Break every rule of some packs, and put what comes of it to the rule's own fixtures.

    Native rules are broken in their assertion, rules of semgrep in their patterns, rules about documents in what they
    look for. What another tool checks by an id of its own is that tool's to test.

    Args:
        packs: Rule packs, possibly with only some of their rules.
        catalog: Controls that they judge.
        rules_root: Folder of all packs, for reference data.
        report: Is told what goes on.
        offline: Nothing may reach out.
    """
    bench = Bench(catalog, rules_root, offline, report)
    bound = _bound(packs, catalog)
    tried = 0
    survivors: list[Survivor] = []
    faulty: list[str] = []
    with tempfile.TemporaryDirectory(prefix="archscan-mutants-") as folder:
        for engine in default_engines():
            mine = [(pack, one) for pack, one in bound if one.rule.check.engine == engine.name]
            place = Path(folder) / engine.name
            for _, one in mine:
                copy_cases(one, place / one.rule.name)
            bench.report(f"{engine.name}: breaking {len(mine)} rules")
            run = _one_by_one if engine.name in IN_PROCESS else _all_at_once
            for mutant, survived in run(engine, mine, place, bench):
                tried += bool(mutant.change)
                if survived and mutant.change:
                    survivors.append(Survivor(mutant.pack, mutant.original.rule.name, mutant.change))
                elif not survived and not mutant.change:
                    faulty.append(mutant.original.rule.name)
    return Mutation(tried, tuple(survivors), tuple(faulty))


def _bound(packs: Sequence[RulePack], catalog: Catalog) -> list[tuple[str, BoundRule]]:
    """All rules of some packs, each with the id of its pack."""
    principles = {control.id: control.principle for control in catalog.controls}
    return [
        (pack.id, BoundRule(rule, Path(pack.root) / rule.name, principles[rule.control]))
        for pack in packs
        for rule in pack.rules
    ]


def _one_by_one(
    engine: Engine, bound: Sequence[tuple[str, BoundRule]], place: Path, bench: Bench
) -> Iterator[tuple[_Mutant, bool]]:
    for pack, one in bound:
        fixtures = read_fixtures(one.folder, one.rule.name)
        cases = {case.name: Specimen.of(case, bench) for case in sorted((place / one.rule.name).iterdir())}
        for rule, change in ((one.rule, ""), *_broken(one.rule)):
            mutant = _Mutant(pack, one, BoundRule(rule, one.folder, one.principle), change)
            said = {
                name: specimen.put(engine, [mutant.broken], bench) if specimen else EngineResult()
                for name, specimen in cases.items()
            }
            if not (change and any(result.unavailable for result in said.values())):  # else it is no rule any more
                yield mutant, _keeps_its_word(mutant, fixtures, said)


def _broken(rule: Rule) -> Iterator[tuple[Rule, str]]:
    check = rule.check
    if isinstance(check, NativeCheck):
        for mutant in mutants(check.assertion):
            yield _with(rule, {"assertion": mutant.text}), f"assert {mutant.change}"
    elif isinstance(check, EvidenceCheck):
        for field in ("documents", "contains"):
            looked_for: tuple[str, ...] = getattr(check, field)
            for index, one in enumerate(looked_for):
                rest = (*looked_for[:index], *looked_for[index + 1 :])
                if rest or field == "contains":
                    yield _with(rule, {field: rest}), f"{field} without {one}"


def _with(rule: Rule, update: Mapping[str, object]) -> Rule:
    return rule.model_copy(update={"check": rule.check.model_copy(update=update)})


def _all_at_once(
    engine: Engine, bound: Sequence[tuple[str, BoundRule]], place: Path, bench: Bench
) -> Iterator[tuple[_Mutant, bool]]:
    """Engines that take long to start judge all broken rules on all fixtures together."""
    with tempfile.TemporaryDirectory(prefix="archscan-broken-") as folder:
        made = [mutant for pack, one in bound for mutant in _with_broken_patterns(pack, one, Path(folder))]
        specimen = Specimen.of(place, bench) if made else None
        if specimen is None:
            return
        result = specimen.put(engine, [mutant.broken for mutant in made], bench)
    for mutant in made:
        name, broken = mutant.original.rule.name, mutant.broken.rule.name
        if mutant.change and broken in result.unavailable:
            continue
        renamed = tuple(one.model_copy(update={"rule": name}) for one in result.findings if one.rule == broken)
        into: dict[str, dict[str, EngineResult]] = {name: {}}
        unavailable = tuple(name for one in result.unavailable if one == broken)
        split(EngineResult(findings=renamed, unavailable=unavailable), [mutant.original], place, into)
        fixtures = read_fixtures(mutant.original.folder, name)
        yield mutant, _keeps_its_word(mutant, fixtures, into[name])


def _with_broken_patterns(pack: str, one: BoundRule, folder: Path) -> Iterator[_Mutant]:
    check = one.rule.check
    if not isinstance(check, SemgrepCheck):
        return
    yield _Mutant(pack, one, one, "")
    entries: list[dict[str, Any]] = yaml.safe_load((one.folder / check.config).read_bytes())["rules"]
    for index, entry in enumerate(entries):
        for number, mutant in enumerate(pattern_mutants(entry)):
            name = f"{one.rule.name}-{index}-{number}"
            changed = [*entries[:index], mutant.entry, *entries[index + 1 :]]
            (folder / name).mkdir()
            (folder / name / check.config).write_text(
                yaml.safe_dump(
                    {"rules": [{**each, "id": each["id"].replace(one.rule.name, name)} for each in changed]}
                ),
                encoding="utf-8",
            )
            rule = one.rule.model_copy(update={"name": name})
            yield _Mutant(pack, one, BoundRule(rule, folder / name, one.principle), f"{entry['id']}: {mutant.change}")


def _keeps_its_word(mutant: _Mutant, fixtures: Fixtures, said: Mapping[str, EngineResult]) -> bool:
    return not compare(mutant.pack, mutant.original, fixtures, said).faults
