"""Native rules put to a system in one process: what is made ready for one rule serves all others that come later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import TypeAlias

from scanner.domain.resource import Resource
from scanner.domain.twins import Twins
from scanner.engines.judging import RuleRun, Said, Sight, check_of
from scanner.engines.questions import SystemQuestions
from scanner.engines.selecting import Sort
from scanner.engines.subjects import Subject, Subjects
from scanner.interfaces import BoundRule
from scanner.rules.expression import Compiled, Environment
from scanner.rules.vocabulary import PATH, environment

Scope: TypeAlias = tuple[str, bool]
"""Family of subjects, and whether a rule looks at each element of them: what its environment hangs on."""
Programs: TypeAlias = Mapping[Scope, Mapping[str, Compiled]]
"""Expressions by their text."""


def scope_of(bound: BoundRule) -> Scope:
    """The scope of a native rule."""
    check = check_of(bound)
    return next(iter(check.subject)), bool(check.each)


class Sitting:
    """Puts rules to subjects, some after others.

    Args:
        subjects: What rules are put to.
        questions: Answers what their expressions ask about the system.
        compiled: Their expressions, as far as they are compiled.
        today: The day of the assessment, as ISO 8601 writes it.
        uncalled: Environments that are modules which nothing calls.
    """

    def __init__(
        self,
        subjects: Subjects,
        questions: SystemQuestions,
        compiled: Programs,
        today: str,
        uncalled: frozenset[str],
    ) -> None:
        self._subjects = subjects
        self._questions = questions
        self._compiled = compiled
        self._today = today
        self._uncalled = uncalled
        self._views: dict[Scope, _Views] = {}

    def say(self, rules: Sequence[BoundRule]) -> dict[str, Said]:
        """What rules say of the system, by name. Each is asked once in all.

        Args:
            rules: Native rules; those of one scope go through the subjects together.
        """
        runs: dict[Scope, list[RuleRun]] = {}
        for bound in rules:
            runs.setdefault(scope_of(bound), []).append(RuleRun(bound, self._today, self._uncalled))
        for scope, members in runs.items():
            if scope not in self._views:
                self._views[scope] = _Views(self._environment(scope))
            if scope[0] == PATH:
                _put_paths(members, self._views[scope].environment, self._subjects)
            else:
                _put(members, self._views[scope], self._subjects, scope[0])
        return {run.bound.rule.name: run.said() for members in runs.values() for run in members}

    def _environment(self, scope: Scope) -> Environment:
        family, each = scope
        return environment(family, each=each, questions=self._questions, compiled=self._compiled[scope])


class _Views:
    """What was made ready of subjects for the expressions of one scope."""

    def __init__(self, within: Environment) -> None:
        self.environment = within
        self._made: dict[int, Sight] = {}
        """By the identity of resources of an environment; of others, which have no twins, none is kept."""
        self._twins: Twins[Sight] = Twins()

    def of(self, subject: Subject) -> Sight:
        """A subject, ready to be judged."""
        resource = subject.resource
        if resource is None or not resource.environment:
            return self._bound(subject)
        known = self._made.get(id(resource))
        if known is None:
            known = self._made[id(resource)] = self._first(subject, resource)
        return known

    def _first(self, subject: Subject, resource: Resource) -> Sight:
        first = self._twins.find(resource)
        if first is not None:
            return first.of(resource)
        made = self._bound(subject)
        self._twins.keep(resource, made)
        return made

    def _bound(self, subject: Subject) -> Sight:
        return Sight(subject, self.environment.bind(subject.view, subject.resource), {})


def _put(runs: Sequence[RuleRun], views: _Views, subjects: Subjects, family: str) -> None:
    """Put rules to subjects; what several of them read of a subject is made ready once."""
    within = views.environment
    interested: dict[Sort, list[RuleRun]] = {}
    for run in runs:
        sorts = subjects.sorts(family, run.selector)
        for sort in sorts if sorts and run.is_ready(within) else ():
            interested.setdefault(sort, []).append(run)
    for subject, mine in subjects.of(family, interested):
        sight = views.of(subject)
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
