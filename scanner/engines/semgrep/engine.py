"""Puts all rules that are patterns over source code to semgrep, beside the parsers."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeAlias

from scanner.cache import Cache
from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.finding import EngineResult
from scanner.domain.resource import Problem
from scanner.domain.system import System
from scanner.engines.findings import capped, joined, not_evaluated
from scanner.engines.isolation import EngineEnvironment
from scanner.engines.semgrep.answers import Output
from scanner.engines.semgrep.bundle import Bundle
from scanner.engines.semgrep.findings import Around, findings_of, problems_of
from scanner.engines.semgrep.loading import Folders
from scanner.engines.semgrep.outside import Outside, refuse_faults
from scanner.engines.semgrep.rule_files import RuleFiles
from scanner.engines.semgrep.rules import Pattern, file_of, read_patterns
from scanner.engines.semgrep.run import OPTIONS, Cancellation, SemgrepRun
from scanner.engines.semgrep.selection import Selection, Selector, told
from scanner.engines.staging import Staging
from scanner.errors import EngineError, ReadError
from scanner.forking import CAN_FORK, Fork
from scanner.interfaces import Begun, BoundRule, Contents, EngineContext, Report
from scanner.processes import Limits
from scanner.timings import Span, Timings

Timed: TypeAlias = tuple[EngineResult, float]
"""What came of it, and the seconds that it took."""

NAME = "semgrep"


@dataclass(frozen=True)
class SemgrepEngine:
    """Patterns over source code, evaluated by semgrep in an environment of its own."""

    environment: EngineEnvironment = field(default_factory=lambda: EngineEnvironment(NAME))
    limits: Limits = field(default_factory=Limits)
    name: str = NAME

    def evaluate(
        self, rules: Sequence[BoundRule], system: System, contents: Contents, context: EngineContext, report: Report
    ) -> EngineResult:
        """Evaluate all rules in one call. See :class:`scanner.interfaces.Engine`."""
        return _Work(self, contents, context, report, Cancellation()).result(rules, system.artifacts)

    def begin(
        self,
        rules: Sequence[BoundRule],
        artifacts: Sequence[Artifact],
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> Begun:
        """Do all of it in a copy of this process, or a thread: nothing of what the parsers find is needed."""
        work = _Work(self, contents, context, report, Cancellation())

        def timed() -> Timed:
            begin = time.perf_counter()
            return work.result(rules, artifacts), time.perf_counter() - begin

        if context.jobs > 1 and CAN_FORK:
            with suppress(OSError):  # no room for another process: a thread does it
                return ForkedSemgrep(Fork(timed), context.timings)
        return BegunSemgrep(timed, work.cancellation, context.timings)

    def fingerprint(self) -> str:
        """Tells this version of semgrep, and how it is used, from others."""
        return hashlib.sha256("\0".join([self.environment.path.name, *OPTIONS]).encode()).hexdigest()


class ForkedSemgrep:
    """The work of semgrep in a copy of this process, which takes no time of the parsers."""

    def __init__(self, fork: Fork[Timed], timings: Timings) -> None:
        self._fork = fork
        self._timings = timings

    def result(self, system: System) -> EngineResult:
        """Wait for the end; the system is not looked at."""
        del system
        made, seconds = self._fork.result()
        self._timings.add(Span.ENGINE, NAME, seconds)
        return made

    def cancel(self) -> None:
        """End semgrep, and wait until its copies of files are gone."""
        self._fork.cancel()


class BegunSemgrep:
    """The work of semgrep in a thread of its own."""

    def __init__(self, work: Callable[[], Timed], cancellation: Cancellation, timings: Timings) -> None:
        """Begin.

        Args:
            work: Gives the result.
            cancellation: Ends it early.
            timings: Is told what it took.
        """
        self._work = work
        self._cancellation = cancellation
        self._timings = timings
        self._made: Future[Timed] = Future()
        self._thread = threading.Thread(target=self._run, name=NAME, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._made.set_result(self._work())
        except BaseException as error:  # noqa: BLE001  # raised again for whoever asks for the result
            self._made.set_exception(error)

    def result(self, system: System) -> EngineResult:
        """Wait for the end; the system is not looked at."""
        del system
        made, seconds = self._made.result()
        self._timings.add(Span.ENGINE, NAME, seconds)
        return made

    def cancel(self) -> None:
        """End semgrep, and wait until its copies of files are gone."""
        self._cancellation.ask()
        self._thread.join(timeout=5)


@dataclass(frozen=True)
class _Work:
    """One evaluation."""

    engine: SemgrepEngine
    contents: Contents
    context: EngineContext
    report: Report
    cancellation: Cancellation

    def result(self, rules: Sequence[BoundRule], artifacts: Sequence[Artifact]) -> EngineResult:
        """All that semgrep says under these rules."""
        bundle, faults = _load(rules, self.context.installed)
        if not bundle.rules:
            return faults
        try:
            with Staging(self.contents, NAME, place=str) as staging:
                return joined(faults, self._judged(bundle, artifacts, staging))
        except EngineError as error:
            return joined(faults, not_evaluated(NAME, tuple(bundle.rules.values()), error))

    def _judged(self, bundle: Bundle, artifacts: Sequence[Artifact], staging: Staging) -> EngineResult:
        context, version = self.context, self.engine.fingerprint()
        selector = Selector(bundle, self.contents, context.cache, version, context.installed)
        going_on = takewhile(lambda _: not self.cancellation.asked, artifacts)
        selection = selector.select(going_on, staging.add)
        output = Output({}, {})
        if selection.answers or staging.paths:
            # Also where nothing is left to look at: without semgrep the rules have no result, kept or not.
            self.engine.environment.ensure(self.report, offline=self.context.offline)
        if staging.paths:
            rules = {name for name, _ in selection.entries}
            self.report(f"semgrep: {len(rules)} rules over {len(staging.paths)} files")
            run = SemgrepRun(self.engine.environment, self.engine.limits, self.context.jobs, self.cancellation)
            output = run.over(staging, bundle, selection.entries)
            self._note(output, selection, staging)
        by_path = {artifact.path: artifact for artifact in artifacts}
        answers = {path: selection.answers[path] for path in sorted(selection.answers)}
        around = Around(Folders(by_path, self._exists), Outside(by_path, self.contents))
        findings = findings_of(bundle, answers, selection.codes, by_path, frozenset(output.faulty), around)
        told = (
            *capped(NAME, sorted((*selection.problems, *staging.problems), key=_place)),
            *capped(NAME, problems_of(bundle, answers, by_path)),
        )
        result = EngineResult(findings=findings, problems=told, lasting=all(one.lasting for one in answers.values()))
        return joined(_faulty(output.faulty), result)

    def _exists(self, path: str) -> bool:
        """Whether there is such a file: asked of a few, as what others wrote is not among the artefacts."""
        try:
            self.contents.read(Artifact(path=path, kind=ArtifactKind.OTHER))
        except ReadError:
            return False
        return True

    def _note(self, output: Output, selection: Selection, staging: Staging) -> None:
        """Join what semgrep said just now to what is known, and keep it for later scans."""
        for path, said in output.answers.items():
            # Where an entry may leave a file out by its path, it is no fault that no entry looked at it.
            answer = said if path in selection.expected else said.model_copy(update={"seen": True})
            data = (staging.tree / path).read_bytes() if answer.matches else b""
            selection.answers[path], selection.codes[path] = told(answer, data, path, selection.parted.get(path, ()))
            # What is said beside a faulty rule is not all that these rules have to say.
            if answer.lasting and not output.faulty:
                self.context.cache.put(selection.keys[path], answer.to_bytes())


def _load(rules: Sequence[BoundRule], installed: Cache) -> tuple[Bundle, EngineResult]:
    """The rules that can be put to semgrep, and what is wrong with the others."""
    usable: dict[str, BoundRule] = {}
    patterns: dict[str, tuple[Pattern, ...]] = {}
    faulty: dict[str, str] = {}
    files = RuleFiles((path for bound in rules if (path := file_of(bound)) is not None), installed)
    for bound in rules:
        name = bound.rule.name
        try:
            refuse_faults(bound)
            patterns[name] = read_patterns(bound, files)
            usable[name] = bound
        except EngineError as error:
            faulty[name] = error.message
    files.keep()
    return Bundle(usable, patterns), _faulty(faulty)


def _faulty(reasons: Mapping[str, str]) -> EngineResult:
    """Rules that are written wrongly.

    Args:
        reasons: By name, why.
    """
    problems = [
        Problem(
            stage="engines",
            engine=NAME,
            message=f"rule {name} was not evaluated, it is faulty: {' '.join(reason.split())}",
        )
        for name, reason in reasons.items()
    ]
    return EngineResult(problems=tuple(problems), unavailable=tuple(reasons))


def _place(problem: Problem) -> str:
    return problem.location.path if problem.location else ""
