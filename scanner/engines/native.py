"""The native engine: CEL expressions over what the parsers found."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, TypeAlias, cast

from scanner.domain.architecture import System
from scanner.domain.artifact import Location
from scanner.domain.finding import EngineResult, Evidence, Finding, Outcome
from scanner.domain.resource import Problem, Unknown, Value
from scanner.domain.rule import NativeCheck
from scanner.engines.elements import elements
from scanner.engines.findings import capped, unfulfilled
from scanner.engines.grouping import group
from scanner.engines.instances import fold
from scanner.engines.judgements import ADDRESS, Judgement
from scanner.engines.paths import Paths
from scanner.engines.places import judged_path, place_of
from scanner.engines.questions import SystemQuestions
from scanner.engines.shares import shares
from scanner.engines.subjects import Selector, Sort, Subject, Subjects
from scanner.errors import CompileError, ExpressionError
from scanner.forking import CAN_FORK, Fork
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.rules.expression import Activation, Environment, Undecided, Variables
from scanner.rules.reference import References
from scanner.rules.support import SupportDates
from scanner.rules.templates import fill
from scanner.rules.vocabulary import environment
from scanner.timings import Span

_SHOWN_CHARACTERS = 60
_SHOWN_UNKNOWNS = 5
_ATTRIBUTE = re.compile(r"(?<![\w.])resource\.\??([A-Za-z_]\w*)")
"""An attribute that an expression about a Terraform resource names."""

View: TypeAlias = ChainMap[str, Value]


WORTH_A_PROCESS = 2000
"""Resources from which on rules are shared out: to copy this process takes what some hundred of them take."""


class NativeEngine:
    """Puts native rules to a system."""

    name = "native"

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
        subjects = Subjects(system)
        parts = context.jobs if CAN_FORK and len(system.resources) >= WORTH_A_PROCESS else 1
        mine, *others = shares(rules, subjects, parts)
        forks = [Fork(partial(_say, share, system, subjects, context)) for share in others if share]
        try:
            said = _say(mine, system, subjects, context)
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


class _Said(NamedTuple):
    """What came of one rule."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    failed: bool
    seconds: float


def _in_order(rules: Sequence[BoundRule]) -> list[str]:
    """The names of rules: those that look at the same family together, as the first of them stands."""
    scopes: dict[object, list[str]] = {}
    for bound in rules:
        scopes.setdefault(_scope(bound), []).append(bound.rule.name)
    return [name for names in scopes.values() for name in names]


def _say(rules: Sequence[BoundRule], system: System, subjects: Subjects, context: EngineContext) -> dict[str, _Said]:
    """What rules say of a system, by name."""
    paths = Paths(artifact.path for artifact in system.artifacts)
    questions = SystemQuestions(system, paths, lambda: _support_dates(context.rules_root))
    runs: dict[tuple[str, bool], list[_RuleRun]] = {}
    for bound in rules:
        runs.setdefault(_scope(bound), []).append(_RuleRun(bound, context.as_of.isoformat()))
    for (family, each), members in runs.items():
        _put(members, environment(family, each=each, questions=questions), subjects, family)
    return {run.bound.rule.name: run.said() for members in runs.values() for run in members}


def _support_dates(rules_root: Path) -> SupportDates:
    return SupportDates(References(rules_root).file("end-of-life.yaml"))


def _put(runs: Sequence[_RuleRun], within: Environment, subjects: Subjects, family: str) -> None:
    """Put rules to subjects; what several of them read of a subject is made ready once."""

    def interested(sort: Sort) -> list[_RuleRun]:
        return [run for run in runs if run.selector.names(sort) and run.is_ready(within)]

    for subject, mine in subjects.of(family, interested):
        activation = within.bind(subject.view, subject.resource)
        begin = perf_counter()
        for run in mine:
            run.judge(subject, activation)
            end = perf_counter()
            run.seconds += end - begin
            begin = end


def _scope(bound: BoundRule) -> tuple[str, bool]:
    """Family of subjects, and whether a rule looks at each element of them: what its environment hangs on."""
    check = _check(bound)
    return next(iter(check.subject)), bool(check.each)


def _check(bound: BoundRule) -> NativeCheck:
    if not isinstance(bound.rule.check, NativeCheck):
        raise TypeError(f"{bound.rule.name} is not a native rule")
    return bound.rule.check


class _Point(NamedTuple):
    """What a rule looks at."""

    subject: Subject
    location: Location
    attribute: str = ""
    asserted: frozenset[str] = frozenset()


class _RuleRun:
    """One rule on its way over all subjects."""

    def __init__(self, bound: BoundRule, today: str) -> None:
        self.bound = bound
        self.check = _check(bound)
        self.judgements: list[Judgement] = []
        self.problems: list[Problem] = []
        self.failure: str | None = None
        self.seconds = 0.0
        """What the rule took so far, without what is made ready for all rules."""
        self.selector = Selector(self.check)
        self._asserted = frozenset(_ATTRIBUTE.findall(self.check.assertion))
        self._given: Variables | None = None
        """What it sees besides its subject; None until its expressions are compiled."""
        self._own: dict[str, Value] = {"parameters": self.check.parameters, "today": today}

    def is_ready(self, within: Environment) -> bool:
        """Compile the rule's expressions, when the first subject is there; whether they are right."""
        if self._given is None:
            begin = perf_counter()
            self._compile(within)
            self.seconds += perf_counter() - begin
        return self.failure is None

    def _compile(self, within: Environment) -> None:
        check = self.check
        self._given = Variables(within.holes, {**self._own, "item": {}} if check.each else self._own)
        try:
            self._when = within.compile(check.when, boolean=True) if check.when else None
            self._where = within.compile(check.where, boolean=True) if check.where else None
            self._assertion = within.compile(check.assertion, boolean=True)
        except CompileError as error:
            self.failure = str(error)
            self._complain(f"rule {self.bound.rule.name} was not evaluated: {error}", None)

    def judge(self, subject: Subject, activation: Activation) -> None:
        """Judge one subject."""
        try:
            self._judge(subject, activation if self._given is None else activation.extended(self._given))
        except ExpressionError as error:
            # A fault of the rule is no finding against the supplier, and one odd subject, which may be there on
            # purpose, must not silence the rule for all others.
            self._complain(f"rule {self.bound.rule.name} failed on {subject.identity}: {error}", subject.location)
            message = f"cannot tell, because the rule failed, whether: {fill(self.check.message, self._view(subject))}"
            self._add(_Point(subject, subject.location), Outcome.OPEN, message)

    def _view(self, subject: Subject) -> View:
        """What messages may name."""
        own: dict[str, Value] = {**self._own, "address": ADDRESS}
        return ChainMap(own, cast("dict[str, Value]", subject.view))

    def said(self) -> _Said:
        """What became of all judgements."""
        begin = perf_counter()
        found = group(fold(self.judgements), self.check.group)
        seconds = self.seconds + perf_counter() - begin
        return _Said(found, capped(NativeEngine.name, self.problems), self.failure is not None, seconds)

    def _judge(self, subject: Subject, activation: Activation) -> None:
        concerned = self._when.decide(activation) if self._when else True
        if concerned is False:
            return
        if self.check.each and not isinstance(concerned, Undecided):
            self._judge_each(subject, activation)
            return
        view = self._view(subject)
        point = _Point(subject, place_of(subject, self.check.at), judged_path(self.check.at))
        if isinstance(concerned, Undecided):
            self._say(point, concerned, view)
        else:
            self._say(point._replace(asserted=self._asserted), self._assertion.decide(activation), view)

    def _judge_each(self, subject: Subject, activation: Activation) -> None:
        at, view = self.check.at, self._view(subject)
        for path, item, whole in elements(subject, view, self.check.each):
            holds: bool | Undecided
            if whole and isinstance(item, Unknown):
                holds, seen = Undecided((item,)), view
            else:
                extended = activation.with_part("item", item)
                holds, seen = self._where.decide(extended) if self._where else True, view.new_child({"item": item})
                if holds is False:
                    continue
                if not isinstance(holds, Undecided):
                    holds = self._assertion.decide(extended)
            point = _Point(subject, place_of(subject, at, element=path, item=item), judged_path(at, path))
            self._say(point, holds, seen)

    def _say(self, point: _Point, holds: bool | Undecided, view: Mapping[str, Value]) -> None:
        check = self.bound.rule.check
        evidence: tuple[Evidence, ...] = ()
        if isinstance(holds, Undecided):
            outcome, evidence = Outcome.OPEN, _as_evidence(holds, point.location)
            message = f"cannot tell, for want of {_named(holds)}, whether: {fill(check.message, view)}"
        elif holds:
            outcome, message = Outcome.PASS, fill(check.accepted or "{address} keeps the rule", view)
        else:
            outcome, message = unfulfilled(self.bound), fill(check.message, view)
        self._add(point, outcome, message, evidence)

    def _add(self, point: _Point, outcome: Outcome, message: str, evidence: tuple[Evidence, ...] = ()) -> None:
        subject = point.subject
        self.judgements.append(
            Judgement(
                bound=self.bound,
                outcome=outcome,
                subject=subject.identity,
                location=point.location,
                role=subject.role,
                message=message,
                evidence=evidence,
                resource=subject.resource,
                attribute=point.attribute,
                asserted=point.asserted,
            )
        )

    def _complain(self, message: str, place: Location | None) -> None:
        self.problems.append(Problem(stage="engines", engine=NativeEngine.name, message=message, location=place))


def _as_evidence(undecided: Undecided, place: Location) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(description=f"unknown: {unknown.reason.value}", location=place, value=unknown.text or None)
        for unknown in dict.fromkeys(undecided.unknowns[:_SHOWN_UNKNOWNS])
    )


def _named(undecided: Undecided) -> str:
    names = dict.fromkeys(_shortened(unknown.text) or unknown.reason.value for unknown in undecided.unknowns)
    return ", ".join(list(names)[:_SHOWN_UNKNOWNS])


def _shortened(text: str) -> str:
    """An expression on one line; of a long one, such as a script, only how it begins."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARACTERS else f"{line[:_SHOWN_CHARACTERS]}…"
