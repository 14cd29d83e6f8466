"""The native engine: CEL expressions over what the parsers found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from time import perf_counter
from typing import TypeAlias

from scanner.domain.architecture import System
from scanner.domain.finding import EngineResult
from scanner.engines.judging import NATIVE, RuleRun, Said, Sight, check_of
from scanner.engines.questions import SystemQuestions
from scanner.engines.shares import shares
from scanner.engines.subjects import Sort, Subjects
from scanner.engines.twins import Twins
from scanner.engines.uncalled import uncalled_modules
from scanner.forking import CAN_FORK, Fork
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.rules.compiled import load
from scanner.rules.conjunction import operands
from scanner.rules.expression import Compiled, Environment
from scanner.rules.reference import References
from scanner.rules.support import SupportDates
from scanner.rules.vocabulary import PATH, environment, scope
from scanner.timings import Span

Scope: TypeAlias = tuple[str, bool]
"""Family of subjects, and whether a rule looks at each element of them."""
WORTH_A_PROCESS = 2000
"""Resources from which on rules are shared out: to copy this process takes what some hundred of them take."""


class NativeEngine:
    """Puts native rules to a system."""

    name = NATIVE

    def evaluate(
        self,
        rules: Sequence[BoundRule],
        system: System,
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> EngineResult:
        """Evaluate all rules of this engine. See :class:`scanner.interfaces.Engine`."""
        del contents, report
        subjects = Subjects(system, partial(context.modelling.of, system))
        parts = context.jobs if CAN_FORK and len(system.resources) >= WORTH_A_PROCESS else 1
        uncalled = uncalled_modules(system.resources)
        mine, *others = shares(rules, subjects, parts)
        questions = SystemQuestions(system, lambda: subjects.graph, lambda: _support_dates(context))
        compiled = _compiled(rules, context)
        if any(others):
            questions.prepare()  # once, in place of once in each process
        forks = [
            Fork(partial(_say, share, subjects, questions, compiled, context, uncalled)) for share in others if share
        ]
        try:
            said = _say(mine, subjects, questions, compiled, context, uncalled)
            for fork in forks:
                said.update(fork.result())
        except BaseException:
            for fork in forks:
                fork.cancel()
            raise
        ordered = [said[name] for name in _in_order(rules)]
        for name, one in said.items():
            context.timings.add(Span.RULE, name, one.seconds)
        return EngineResult(
            findings=tuple(finding for one in ordered for finding in one.findings),
            problems=tuple(problem for one in ordered for problem in one.problems),
            unavailable=tuple(name for name in _in_order(rules) if said[name].failed),
        )


def _in_order(rules: Sequence[BoundRule]) -> list[str]:
    """The names of rules: those that look at the same family together, as the first of them stands."""
    scopes: dict[object, list[str]] = {}
    for bound in rules:
        scopes.setdefault(_scope(bound), []).append(bound.rule.name)
    return [name for names in scopes.values() for name in names]


def _compiled(rules: Sequence[BoundRule], context: EngineContext) -> Mapping[Scope, Mapping[str, Compiled]]:
    """All expressions of all rules, by family and whether elements are looked at."""
    texts: dict[Scope, list[str]] = {}
    for bound in rules:
        check, (family, each) = check_of(bound), _scope(bound)
        conditions = operands(check.when, scope(family, each=each)) if check.when else ()
        written = (*conditions, check.where, check.assertion, check.lesser, *(one.when for one in check.reasons))
        texts.setdefault((family, each), []).extend(text for text in written if text)
    return {
        (family, each): load(context.installed, family, wanted, each=each) for (family, each), wanted in texts.items()
    }


def _say(  # what processes share
    rules: Sequence[BoundRule],
    subjects: Subjects,
    questions: SystemQuestions,
    compiled: Mapping[Scope, Mapping[str, Compiled]],
    context: EngineContext,
    uncalled: frozenset[str],
) -> dict[str, Said]:
    """What rules say of a system, by name."""
    runs: dict[Scope, list[RuleRun]] = {}
    for bound in rules:
        runs.setdefault(_scope(bound), []).append(RuleRun(bound, context.as_of.isoformat(), uncalled))
    for (family, each), members in runs.items():
        within = environment(family, each=each, questions=questions, compiled=compiled[family, each])
        if family == PATH:
            _put_paths(members, within, subjects)
        else:
            _put(members, within, subjects, family)
    return {run.bound.rule.name: run.said() for members in runs.values() for run in members}


def _support_dates(context: EngineContext) -> SupportDates:
    return SupportDates(References(context.rules_root, context.installed).file("end-of-life.yaml"))


def _put(runs: Sequence[RuleRun], within: Environment, subjects: Subjects, family: str) -> None:
    """Put rules to subjects; what several of them read of a subject is made ready once."""

    def interested(sort: Sort) -> list[RuleRun]:
        return [run for run in runs if run.selector.names(sort) and run.is_ready(within)]

    twins: Twins[Sight] = Twins()
    for subject, mine in subjects.of(family, interested):
        resource = subject.resource
        first = twins.find(resource) if resource else None
        if first is None or resource is None:
            sight = Sight(subject, within.bind(subject.view, resource), {})
            twins.keep(resource, sight)
        else:
            sight = first.of(resource)
        begin = perf_counter()
        for run in mine:
            run.look(sight, within)
            end = perf_counter()
            run.seconds += end - begin
            begin = end


def _put_paths(runs: Sequence[RuleRun], within: Environment, subjects: Subjects) -> None:
    """Put rules to the paths that each of them asks for."""
    for run in runs:
        begin = perf_counter()
        if run.is_ready(within):
            for subject in subjects.paths(run.check):
                run.look(Sight(subject, within.bind(subject.view), {}), within)
        run.seconds += perf_counter() - begin


def _scope(bound: BoundRule) -> Scope:
    """Family of subjects, and whether a rule looks at each element of them: what its environment hangs on."""
    check = check_of(bound)
    return next(iter(check.subject)), bool(check.each)
