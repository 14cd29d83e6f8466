"""The native engine: CEL expressions over what the parsers found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import NamedTuple, TypeAlias

from scanner.domain.finding import EngineResult
from scanner.domain.system import System
from scanner.domain.twins import Twins
from scanner.engines.inputs import Inputs
from scanner.engines.judging import NATIVE, RuleRun, Said, Sight, check_of
from scanner.engines.questions import SystemQuestions
from scanner.engines.recollection import Kept, Recollection
from scanner.engines.selecting import Sort
from scanner.engines.shares import effort, shares
from scanner.engines.subjects import Subjects
from scanner.engines.uncalled import uncalled_modules
from scanner.forking import CAN_FORK, Fork
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.rules.compiled import Written, called, load
from scanner.rules.conjunction import operands
from scanner.rules.expression import Compiled, Environment
from scanner.rules.reference import References
from scanner.rules.support import SupportDates
from scanner.rules.vocabulary import PATH, environment, scope
from scanner.timings import Span

Scope: TypeAlias = tuple[str, bool]
"""Family of subjects, and whether a rule looks at each element of them."""
Programs: TypeAlias = Mapping[Scope, Mapping[str, Compiled]]
"""Expressions by their text."""
_DATES = "end-of-life.yaml"
"""Reference file with the ends of support."""
WORTH_A_PROCESS = 2000
"""Resources from which on rules are shared out: to copy this process takes what some hundred of them take."""

DIGESTED = 1
"""Resources of which digests are made in the time in which one subject is judged: as it was measured, to share work."""


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
        asking = _Asking(rules, system, subjects, context, uncalled_modules(system.resources))
        recollection = Recollection(context.cache, system.source.uri)
        digests = {} if recollection.is_empty else asking.digests()
        said = _recalled(recollection, digests)
        unknown = [bound for bound in rules if bound.rule.name not in said]
        made = asking.ask(unknown, digesting=recollection.keeps and not digests)
        said |= made.said
        if recollection.keeps:
            context.later.add(partial(_keep, recollection, asking, digests or made.digests, said))
        names = _in_order(rules)
        for name, one in said.items():
            context.timings.add(Span.RULE, name, one.seconds)
        return EngineResult(
            findings=tuple(finding for name in names for finding in said[name].findings),
            problems=tuple(problem for name in names for problem in said[name].problems),
            unavailable=tuple(name for name in names if said[name].failed),
        )


class _Share(NamedTuple):
    """What came of some rules."""

    said: dict[str, Said]
    digests: dict[str, str]
    """Of all rules, where they were to be made; empty elsewhere."""
    everything: bytes | None
    """What was made for them on the way (:meth:`scanner.domain.digests.Digests.adopt`)."""


@dataclass(frozen=True)
class _Asking:
    """What is asked, and by what means."""

    rules: Sequence[BoundRule]
    """All of this engine."""
    system: System
    subjects: Subjects
    context: EngineContext
    uncalled: frozenset[str]

    def digests(self) -> dict[str, str]:
        """Digests of what rules are put to, by their names, as far as there are any."""
        inputs = Inputs(self.system, self.subjects, self.context, _DATES, self.uncalled)
        functions = called(self.context.installed, {one.rule.name: _expressions(one) for one in self.rules})
        made = ((bound.rule.name, inputs.of(bound, functions.get(bound.rule.name))) for bound in self.rules)
        return {name: digest for name, digest in made if digest is not None}

    def ask(self, rules: Sequence[BoundRule], *, digesting: bool) -> _Share:
        """What rules say, shared out over processes where that is worth it.

        Args:
            rules: Some of this engine.
            digesting: Whether a process that ends before the one with the architecture makes all digests.
        """
        large = CAN_FORK and len(self.system.resources) >= WORTH_A_PROCESS
        parts = self.context.jobs if large and effort(rules, self.subjects) >= WORTH_A_PROCESS else 1
        beside = self.subjects.size // DIGESTED if digesting else 0
        mine, *others = shares(rules, self.subjects, parts, beside)
        questions = SystemQuestions(self.system, lambda: self.subjects.graph, lambda: _support_dates(self.context))
        if any(others):
            questions.prepare()  # once, in place of once in each process
        wanted = {_scope(bound) for bound in rules}
        compiled = _compiled([bound for bound in self.rules if _scope(bound) in wanted], self.context)
        # The last of several shares is the smallest, so that whoever has it makes the digests too.
        works = [partial(self._share, share, questions, compiled) for share in others if share]
        forks = [Fork(partial(work, digesting=digesting and work is works[-1])) for work in works]
        try:
            made = [self._share(mine, questions, compiled, digesting=False), *(fork.result() for fork in forks)]
        except BaseException:
            for fork in forks:
                fork.cancel()
            raise
        said = {name: one for share in made for name, one in share.said.items()}
        if made[-1].digests:
            self.system.digests.adopt(made[-1].everything)
        return made[-1]._replace(said=said)

    def _share(
        self, rules: Sequence[BoundRule], questions: SystemQuestions, compiled: Programs, *, digesting: bool
    ) -> _Share:
        said = self._say(rules, questions, compiled)
        digests = self.digests() if digesting else {}
        return _Share(said, digests, self.system.digests.everything if digests else None)

    def _say(self, rules: Sequence[BoundRule], questions: SystemQuestions, compiled: Programs) -> dict[str, Said]:
        """What rules say of a system, by name."""
        runs: dict[Scope, list[RuleRun]] = {}
        for bound in rules:
            runs.setdefault(_scope(bound), []).append(RuleRun(bound, self.context.as_of.isoformat(), self.uncalled))
        for (family, each), members in runs.items():
            within = environment(family, each=each, questions=questions, compiled=compiled[family, each])
            if family == PATH:
                _put_paths(members, within, self.subjects)
            else:
                _put(members, within, self.subjects, family)
        return {run.bound.rule.name: run.said() for members in runs.values() for run in members}


def _recalled(recollection: Recollection, digests: Mapping[str, str]) -> dict[str, Said]:
    """What rules said of the very same in the last scan."""
    kept = ((name, recollection.of(digest)) for name, digest in digests.items())
    return {name: Said(one.findings, one.problems, failed=False, seconds=0) for name, one in kept if one is not None}


def _keep(recollection: Recollection, asking: _Asking, digests: Mapping[str, str], said: Mapping[str, Said]) -> None:
    """Keep what rules said that were evaluated, each by the digest of its input."""
    lasting = ((digest, said[name]) for name, digest in (digests or asking.digests()).items() if not said[name].failed)
    recollection.keep({digest: Kept(findings=one.findings, problems=one.problems) for digest, one in lasting})


def _in_order(rules: Sequence[BoundRule]) -> list[str]:
    """The names of rules: those that look at the same family together, as the first of them stands."""
    scopes: dict[object, list[str]] = {}
    for bound in rules:
        scopes.setdefault(_scope(bound), []).append(bound.rule.name)
    return [name for names in scopes.values() for name in names]


def _compiled(rules: Sequence[BoundRule], context: EngineContext) -> Programs:
    """All expressions of rules, by family and whether elements are looked at."""
    texts: dict[Scope, list[str]] = {}
    for bound in rules:
        texts.setdefault(_scope(bound), []).extend(_texts(bound))
    return {
        (family, each): load(context.installed, family, wanted, each=each) for (family, each), wanted in texts.items()
    }


def _expressions(bound: BoundRule) -> Written:
    family, each = _scope(bound)
    return Written(family, each, tuple(_texts(bound)))


def _texts(bound: BoundRule) -> Iterator[str]:
    """The expressions of a rule as they are compiled."""
    check, (family, each) = check_of(bound), _scope(bound)
    conditions = operands(check.when, scope(family, each=each)) if check.when else ()
    written = (*conditions, check.where, check.assertion, check.lesser, *(one.when for one in check.reasons))
    return (text for text in written if text)


def _support_dates(context: EngineContext) -> SupportDates:
    return SupportDates(References(context.rules_root, context.installed).file(_DATES))


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
