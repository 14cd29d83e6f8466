"""The engines of one scan: some begin beside the parsers, all are waited for."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from scanner.domain.artifact import Artifact
from scanner.domain.finding import EngineResult
from scanner.domain.system import System
from scanner.engines.findings import joined
from scanner.interfaces import Begun, BoundRule, Contents, EarlyEngine, Engine, EngineContext, Report
from scanner.timings import Span


class EngineRun:
    """Puts each rule to a system by the engine that its check names.

    Args:
        engines: All of them, in the order in which their results are joined.
        rules: Rules of any engine.
        contents: Gives the bytes of artefacts.
        context: What engines may use besides.
        report: Is told what goes on.
    """

    def __init__(
        self,
        engines: Sequence[Engine],
        rules: Sequence[BoundRule],
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> None:
        bound = [(engine, [rule for rule in rules if rule.rule.check.engine == engine.name]) for engine in engines]
        self._work = [(engine, mine) for engine, mine in bound if mine]
        self._contents = contents
        self._context = context
        self._report = report
        self._begun: dict[str, Begun] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for begun in self._begun.values():
            begun.cancel()

    def begin(self, artifacts: Sequence[Artifact]) -> None:
        """Let those begin that can before the files are parsed."""
        for engine, rules in self._work:
            if isinstance(engine, EarlyEngine):
                self._begun[engine.name] = engine.begin(rules, artifacts, self._contents, self._context, self._report)

    def result(self, system: System) -> EngineResult:
        """What all engines say, in the order of the engines."""
        made: dict[str, EngineResult] = {}
        with ThreadPoolExecutor(max_workers=max(len(self._begun), 1)) as beside:
            waiting = {name: beside.submit(begun.result, system) for name, begun in self._begun.items()}
            try:
                for engine, rules in self._work:
                    if engine.name not in waiting:
                        made[engine.name] = self._evaluate(engine, rules, system)
                for name, future in waiting.items():
                    self._report(f"waiting for {name}")
                    made[name] = future.result()
            except BaseException:  # else the threads would be waited for
                self.__exit__(None, None, None)
                raise
        return joined(*(made[engine.name] for engine, _ in self._work))

    def _evaluate(self, engine: Engine, rules: Sequence[BoundRule], system: System) -> EngineResult:
        self._report(f"evaluating {len(rules)} rules: {engine.name}")
        with self._context.timings.measure(Span.ENGINE, engine.name):
            return engine.evaluate(rules, system, self._contents, self._context, self._report)
