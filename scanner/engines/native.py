"""The native engine: CEL expressions over what the parsers found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.architecture import System
from scanner.domain.artifact import Location, Role
from scanner.domain.finding import EngineResult, Evidence, Outcome
from scanner.domain.resource import Problem, Unknown, Value
from scanner.domain.rule import NativeCheck
from scanner.engines.elements import elements
from scanner.engines.findings import capped, unfulfilled
from scanner.engines.grouping import group
from scanner.engines.instances import fold
from scanner.engines.judgements import ADDRESS, Judgement
from scanner.engines.places import judged_path, place_of
from scanner.engines.questions import SystemQuestions
from scanner.engines.subjects import Subject, concerns, subjects
from scanner.errors import CompileError, ExpressionError
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.rules.expression import Activation, Environment, Undecided
from scanner.rules.reference import References
from scanner.rules.support import SupportDates
from scanner.rules.templates import fill
from scanner.rules.vocabulary import environment

_SHOWN_CHARACTERS = 60
_SHOWN_UNKNOWNS = 5
_ATTRIBUTE = re.compile(r"(?<![\w.])resource\.\??([A-Za-z_]\w*)")
"""An attribute that an expression about a Terraform resource names."""


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
        dates = SupportDates(References(context.rules_root).file("end-of-life.yaml"))
        questions = SystemQuestions(system, dates)
        runs: dict[tuple[str, bool], list[_RuleRun]] = {}
        for bound in rules:
            run = _RuleRun(bound, context.as_of.isoformat())
            runs.setdefault(run.scope, []).append(run)
        for (family, each), members in runs.items():
            _put(members, environment(family, each=each, questions=questions), subjects(family, system))
        return _collect([run for members in runs.values() for run in members])


def _put(runs: Sequence[_RuleRun], within: Environment, of: Iterable[Subject]) -> None:
    """Put rules to subjects; the view of a subject is made ready once for all of them."""
    for run in runs:
        run.compile(within)
    interested: dict[tuple[str, Role, bool], list[_RuleRun]] = {}
    for subject in of:
        sort = (subject.kind, subject.role, subject.is_workload)
        if sort not in interested:
            interested[sort] = [run for run in runs if run.failure is None and concerns(run.check, subject)]
        mine = interested[sort]
        if mine:
            activation = within.bind(subject.view, subject.resource)
            for run in mine:
                run.judge(subject, activation)


def _collect(runs: Sequence[_RuleRun]) -> EngineResult:
    """What all rules said."""
    return EngineResult(
        findings=tuple(finding for run in runs for finding in group(fold(run.judgements), run.check.group)),
        problems=tuple(problem for run in runs for problem in capped(NativeEngine.name, run.problems)),
        unavailable=tuple(run.bound.rule.name for run in runs if run.failure),
    )


class _Point(NamedTuple):
    """What a rule looks at."""

    subject: Subject
    location: Location
    attribute: str = ""
    asserted: frozenset[str] = frozenset()


class _RuleRun:
    """One rule on its way over all subjects."""

    def __init__(self, bound: BoundRule, today: str) -> None:
        if not isinstance(bound.rule.check, NativeCheck):
            raise TypeError(f"{bound.rule.name} is not a native rule")
        self.bound = bound
        self.check: NativeCheck = bound.rule.check
        self.scope = (next(iter(self.check.subject)), bool(self.check.each))
        self.judgements: list[Judgement] = []
        self.problems: list[Problem] = []
        self.failure: str | None = None
        self._asserted = frozenset(_ATTRIBUTE.findall(self.check.assertion))
        self._own: dict[str, Value] = {"parameters": self.check.parameters, "today": today}

    def compile(self, within: Environment) -> None:
        """Compile the rule's expressions."""
        check = self.check
        try:
            self._when = within.compile(check.when, boolean=True) if check.when else None
            self._where = within.compile(check.where, boolean=True) if check.where else None
            self._assertion = within.compile(check.assertion, boolean=True)
        except CompileError as error:
            self.failure = str(error)
            self._complain(f"rule {self.bound.rule.name} was not evaluated: {error}", None)

    def judge(self, subject: Subject, activation: Activation) -> None:
        """Judge one subject."""
        view = {**subject.view, **self._own, "address": ADDRESS}
        try:
            self._judge(subject, view, activation.extended({**self._own, "item": {}} if self.check.each else self._own))
        except ExpressionError as error:
            # A fault of the rule is no finding against the supplier, and one odd subject, which may be there on
            # purpose, must not silence the rule for all others.
            self._complain(f"rule {self.bound.rule.name} failed on {subject.identity}: {error}", subject.location)
            message = f"cannot tell, because the rule failed, whether: {fill(self.check.message, view)}"
            self._add(_Point(subject, subject.location), Outcome.OPEN, message)

    def _judge(self, subject: Subject, view: Mapping[str, Value], activation: Activation) -> None:
        concerned = self._when.decide(activation) if self._when else True
        if concerned is False:
            return
        if self.check.each and not isinstance(concerned, Undecided):
            self._judge_each(subject, view, activation)
            return
        point = _Point(subject, place_of(subject, self.check.at), judged_path(self.check.at))
        if isinstance(concerned, Undecided):
            self._say(point, concerned, view)
        else:
            self._say(point._replace(asserted=self._asserted), self._assertion.decide(activation), view)

    def _judge_each(self, subject: Subject, view: Mapping[str, Value], activation: Activation) -> None:
        at = self.check.at
        for path, item, whole in elements(subject, view, self.check.each):
            point = _Point(subject, place_of(subject, at, element=path, item=item), judged_path(at, path))
            if whole and isinstance(item, Unknown):
                self._say(point, Undecided((item,)), view)
                continue
            extended = activation.extended({"item": item})
            holds = self._where.decide(extended) if self._where else True
            if holds is False:
                continue
            if not isinstance(holds, Undecided):
                holds = self._assertion.decide(extended)
            self._say(point, holds, {**view, "item": item})

    def _say(self, point: _Point, holds: bool | Undecided, view: Mapping[str, Value]) -> None:
        check = self.bound.rule.check
        evidence: tuple[Evidence, ...] = ()
        message = fill(check.message, view)
        if isinstance(holds, Undecided):
            outcome, evidence = Outcome.OPEN, _as_evidence(holds, point.location)
            message = f"cannot tell, for want of {_named(holds)}, whether: {message}"
        elif holds:
            outcome, message = Outcome.PASS, fill(check.accepted or "{address} keeps the rule", view)
        else:
            outcome = unfulfilled(self.bound)
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
