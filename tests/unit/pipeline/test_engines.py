from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Artifact, Source
from scanner.domain.finding import EngineResult
from scanner.domain.resource import Problem
from scanner.domain.system import System
from scanner.interfaces import Begun, BoundRule, Contents, EngineContext, Report
from scanner.pipeline import Yardstick
from scanner.pipeline.engines import EngineRun
from scanner.policies import bind
from scanner.sources.repository import RepositoryReader
from scanner.timings import Span
from tests import own_rules


def said(name: str, *, lasting: bool = True) -> EngineResult:
    problem = Problem(stage="engines", engine=name, message=f"{name} was here")
    return EngineResult(problems=(problem,), unavailable=(f"{name}-rule",), lasting=lasting)


@dataclass
class Late:
    """Works when all is known."""

    name: str
    fault: Exception | None = None
    meanwhile: threading.Event | None = None

    def evaluate(
        self, rules: Sequence[BoundRule], system: System, contents: Contents, context: EngineContext, report: Report
    ) -> EngineResult:
        del system, contents, context, report
        assert all(rule.rule.check.engine == self.name for rule in rules)
        if self.meanwhile:
            assert self.meanwhile.wait(10), "nobody worked beside"
        if self.fault:
            raise self.fault
        return said(self.name)


@dataclass
class Early(Late):
    """Begins before, and does the rest beside the others."""

    started: threading.Event = field(default_factory=threading.Event)
    log: list[str] = field(default_factory=list)
    lasting: bool = True

    def begin(
        self,
        rules: Sequence[BoundRule],
        artifacts: Sequence[Artifact],
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> Begun:
        del rules, contents, context, report
        self.log.append(f"begun with {len(artifacts)} files")
        return self

    def result(self, system: System) -> EngineResult:
        del system
        self.started.set()
        self.log.append("asked")
        if self.fault:
            raise self.fault
        return said(self.name, lasting=self.lasting)

    def cancel(self) -> None:
        self.log.append("cancelled")


@pytest.fixture(scope="module")
def yardstick() -> Yardstick:
    return own_rules.yardstick(date(2026, 11, 1))


@pytest.fixture(scope="module")
def rules(yardstick: Yardstick) -> tuple[BoundRule, ...]:
    return bind(yardstick.policy, yardstick.packs, yardstick.catalog)


@pytest.fixture
def system() -> System:
    model = ArchitectureModel(components=(), relations=())
    return System(source=Source(uri="x"), artifacts=(), resources=(), references=(), model=model)


@pytest.fixture
def context(yardstick: Yardstick) -> EngineContext:
    root = yardstick.rules_root
    return EngineContext(catalog=yardstick.catalog, as_of=date(2026, 11, 1), rules_root=root, offline=True)


def run(engines: Sequence[Late], rules: Sequence[BoundRule], context: EngineContext, folder: Path) -> EngineRun:
    return EngineRun(engines, rules, RepositoryReader(folder), context, lambda _: None)


def test_results_stand_in_the_order_of_the_engines_however_they_arrive(
    rules: tuple[BoundRule, ...], system: System, context: EngineContext, tmp_path: Path
) -> None:
    semgrep = Early("semgrep")
    engines = [semgrep, Late("native", meanwhile=semgrep.started), Early("checkov")]
    with run(engines, rules, context, tmp_path) as work:
        work.begin([])
        made = work.result(system)
    assert [problem.engine for problem in made.problems] == ["semgrep", "native", "checkov"]
    assert made.unavailable == ("checkov-rule", "native-rule", "semgrep-rule")
    assert made.lasting
    assert "native" in context.timings.of(Span.ENGINE)


def test_an_engine_begins_before_it_is_asked(
    rules: tuple[BoundRule, ...], system: System, context: EngineContext, tmp_path: Path
) -> None:
    engine = Early("semgrep")
    with run([engine], rules, context, tmp_path) as work:
        work.begin([])
        assert engine.log == ["begun with 0 files"]
        work.result(system)
    assert engine.log == ["begun with 0 files", "asked", "cancelled"]


def test_one_engine_that_would_say_otherwise_another_time_marks_the_whole(
    rules: tuple[BoundRule, ...], system: System, context: EngineContext, tmp_path: Path
) -> None:
    with run([Late("native"), Early("semgrep", lasting=False)], rules, context, tmp_path) as work:
        work.begin([])
        assert not work.result(system).lasting


def test_what_has_begun_is_ended_when_something_breaks(
    rules: tuple[BoundRule, ...], system: System, context: EngineContext, tmp_path: Path
) -> None:
    early = Early("semgrep")
    with run([early, Late("native", fault=RuntimeError("broken"))], rules, context, tmp_path) as work:
        work.begin([])
        with pytest.raises(RuntimeError, match="broken"):
            work.result(system)
        assert "cancelled" in early.log


def test_what_has_begun_is_ended_when_a_file_breaks_the_scan(
    rules: tuple[BoundRule, ...], context: EngineContext, tmp_path: Path
) -> None:
    early = Early("semgrep")
    with pytest.raises(MemoryError), run([early], rules, context, tmp_path) as work:  # noqa: PT012
        work.begin([])
        raise MemoryError
    assert early.log == ["begun with 0 files", "cancelled"]


def test_an_engine_without_rules_has_nothing_to_do(
    rules: tuple[BoundRule, ...], system: System, context: EngineContext, tmp_path: Path
) -> None:
    early = Early("semgrep")
    mine = [rule for rule in rules if rule.rule.check.engine == "native"]
    with run([early, Late("native")], mine, context, tmp_path) as work:
        work.begin([])
        assert [problem.engine for problem in work.result(system).problems] == ["native"]
    assert early.log == []
