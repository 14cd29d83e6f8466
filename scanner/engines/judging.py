"""One native rule on its way over its subjects, and what it says of each."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from time import perf_counter
from typing import NamedTuple, TypeAlias, cast

from scanner import lazy_re
from scanner.domain.architecture import Confidence, Relation
from scanner.domain.artifact import Location
from scanner.domain.finding import Evidence, Finding, Outcome
from scanner.domain.graph import weakest
from scanner.domain.resource import Problem, Resource, Unknown, Value
from scanner.domain.rule import NativeCheck
from scanner.engines.elements import elements
from scanner.engines.findings import capped, unfulfilled
from scanner.engines.grouping import group
from scanner.engines.instances import fold
from scanner.engines.judgements import ADDRESS, Judgement
from scanner.engines.places import chosen, judged_path, place_of
from scanner.engines.selecting import Selector
from scanner.engines.subjects import Subject
from scanner.errors import CompileError, ExpressionError
from scanner.interfaces import BoundRule
from scanner.rules.conjunction import compile_condition
from scanner.rules.expression import Activation, Environment, Undecided, Variables
from scanner.rules.resource_views import ENVIRONMENT
from scanner.rules.templates import fill, placeholders
from scanner.rules.vocabulary import COMPONENT

NATIVE = "native"
"""The engine's name."""
_SHOWN_CHARACTERS = 60
_SHOWN_UNKNOWNS = 5
_SHOWN_STEPS = 20
_ATTRIBUTE = lazy_re.compile(r"(?<![\w.])resource\.\??([A-Za-z_]\w*)")
"""An attribute that an expression about a Terraform resource names."""

View: TypeAlias = ChainMap[str, Value]


class Said(NamedTuple):
    """What came of a rule."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    failed: bool
    seconds: float


def check_of(bound: BoundRule) -> NativeCheck:
    """What a native rule asks for."""
    if not isinstance(bound.rule.check, NativeCheck):
        raise TypeError(f"{bound.rule.name} is not a native rule")
    return bound.rule.check


class Sight(NamedTuple):
    """A subject, ready to be judged."""

    subject: Subject
    activation: Activation
    said: dict[str, slice]
    """Rule to its judgements of this subject, where it says the same in every environment."""

    def of(self, twin: Resource) -> Sight:
        """The same in another environment: what was made of the view serves again."""
        own: dict[str, Value] = {ENVIRONMENT: twin.environment}
        view = ChainMap(own, cast("dict[str, Value]", self.subject.view))
        subject = replace(self.subject, view=view, resource=twin)
        return Sight(subject, self.activation.extended(own, twin), self.said)


class _Point(NamedTuple):
    """What a rule looks at."""

    subject: Subject
    location: Location
    attribute: str = ""
    asserted: frozenset[str] = frozenset()
    lesser: bool = False


class RuleRun:
    """One rule on its way over all subjects."""

    def __init__(self, bound: BoundRule, today: str, uncalled: frozenset[str] = frozenset()) -> None:
        self.bound = bound
        self._uncalled = uncalled
        """Environments that are modules which nothing calls."""
        self.check = check_of(bound)
        self.judgements: list[Judgement] = []
        self.problems: list[Problem] = []
        self.failure: str | None = None
        self.seconds = 0.0
        """What the rule took so far, without what is made ready for all rules."""
        self.selector = Selector(self.check)
        self._asserted = frozenset(_ATTRIBUTE.findall(self.check.assertion))
        self._within: Environment | None = None
        """Where its expressions run: functions leave there what their answers rest on."""
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
            self._when = compile_condition(check.when, within) if check.when else None
            self._where = within.compile(check.where, boolean=True) if check.where else None
            self._assertion = within.compile(check.assertion, boolean=True)
            self._lesser = within.compile(check.lesser, boolean=True) if check.lesser else None
            self._reasons = [(within.compile(one.when, boolean=True), one.message) for one in check.reasons]
        except CompileError as error:
            self.failure = str(error)
            self._complain(f"rule {self.bound.rule.name} was not evaluated: {error}", None)

    @cached_property
    def _names_environment(self) -> bool:
        """Whether what the rule says hangs on the environment itself."""
        optional = (self._where, self._assertion, self._lesser, *(when for when, _ in self._reasons))
        expressions = (one for one in optional if one is not None)
        messages = (self.check.message, self.check.accepted or "", *(message for _, message in self._reasons))
        roots = {one.root for message in messages for one in placeholders(message)}
        asked = self._when.variables if self._when else frozenset[str]()
        return ENVIRONMENT in roots.union(asked, *(one.reads.variables for one in expressions))

    def look(self, sight: Sight, within: Environment) -> None:
        """Judge one subject, or say what was said of it in another environment."""
        name, resource = self.bound.rule.name, sight.subject.resource
        said = sight.said.get(name)
        if said is not None:
            self.judgements.extend([one._replace(resource=resource) for one in self.judgements[said]])
            return
        start, problems, within.asks_who = len(self.judgements), len(self.problems), False
        self._within = within
        within.traced.clear()
        self.judge(sight.subject, sight.activation)
        if not (within.asks_who or self._names_environment or len(self.problems) > problems):
            sight.said[name] = slice(start, len(self.judgements))

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

    def said(self) -> Said:
        """What became of all judgements."""
        begin = perf_counter()
        found = group(fold(self.judgements), self.check.group, everywhere=self.check.everywhere)
        seconds = self.seconds + perf_counter() - begin
        return Said(found, capped(NATIVE, self.problems), self.failure is not None, seconds)

    def _judge(self, subject: Subject, activation: Activation) -> None:
        concerned = self._when.decide(activation) if self._when else True
        if concerned is False:
            return
        if self.check.each and not isinstance(concerned, Undecided):
            self._judge_each(subject, activation)
            return
        view = self._view(subject)
        at = chosen(subject, self.check.at)
        point = _Point(subject, place_of(subject, at), judged_path(at))
        if isinstance(concerned, Undecided):
            self._say(point, concerned, view, activation)
        elif subject.loose and not subject.route:
            self._leave_open(point, view)
        else:
            self._say(point._replace(asserted=self._asserted), self._assertion.decide(activation), view, activation)

    def _leave_open(self, point: _Point, view: Mapping[str, Value]) -> None:
        """Say that nobody can tell, for want of what leads out of sight."""
        ends = point.subject.loose[:_SHOWN_UNKNOWNS]
        evidence = tuple(Evidence(description=one.reason, location=one.location, value=one.wanted) for one in ends)
        wanted = ", ".join(dict.fromkeys(one.wanted for one in ends))
        message = f"cannot tell, for want of {wanted}, whether: {fill(self.check.message, view)}"
        self._add(point, Outcome.OPEN, message, evidence)

    def _route(self, subject: Subject) -> tuple[Relation, ...]:
        """What a verdict rests on: the path that is judged, or what functions found."""
        traced = self._within.traced if self._within is not None else []
        return subject.route or tuple(dict.fromkeys(traced[:_SHOWN_STEPS]))

    def _judge_each(self, subject: Subject, activation: Activation) -> None:
        view = self._view(subject)
        for path, item, whole in elements(subject, view, self.check.each):
            holds: bool | Undecided
            extended = activation
            if whole and isinstance(item, Unknown):
                holds, seen = Undecided((item,)), view
            else:
                extended = activation.with_part("item", item)
                holds, seen = self._where.decide(extended) if self._where else True, view.new_child({"item": item})
                if holds is False:
                    continue
                if not isinstance(holds, Undecided):
                    holds = self._assertion.decide(extended)
            at = chosen(subject, self.check.at, path)
            point = _Point(subject, place_of(subject, at, element=path, item=item), judged_path(at, path))
            self._say(point, holds, seen, extended)

    def _say(self, point: _Point, holds: bool | Undecided, view: Mapping[str, Value], activation: Activation) -> None:
        check = self.bound.rule.check
        evidence: tuple[Evidence, ...] = ()
        route = self._route(point.subject)
        if isinstance(holds, Undecided):
            outcome, evidence = Outcome.OPEN, _as_evidence(holds, point.location)
            message = f"cannot tell, for want of {_named(holds)}, whether: {fill(check.message, view)}"
        elif holds:
            outcome, message = Outcome.PASS, fill(check.accepted or "{address} keeps the rule", view)
        else:
            known = [message for when, message in self._reasons if when.decide(activation) is True]
            outcome, message = unfulfilled(self.bound), "; ".join(fill(one, view) for one in known or [check.message])
        lesser = holds is False and self._lesser is not None and self._lesser.decide(activation) is True
        self._add(point._replace(lesser=lesser), outcome, message, evidence, route)

    def _add(
        self,
        point: _Point,
        outcome: Outcome,
        message: str,
        evidence: tuple[Evidence, ...] = (),
        route: tuple[Relation, ...] = (),
    ) -> None:
        subject = point.subject
        confidence = self._confidence(subject, route)
        if outcome is Outcome.FAIL and confidence is Confidence.LOW:
            outcome = Outcome.REVIEW  # a likeness accuses nobody
        if outcome is Outcome.FAIL and subject.resource is not None and subject.resource.environment in self._uncalled:
            outcome = Outcome.REVIEW  # nor does what nobody is seen to deploy
            evidence = (*evidence, Evidence(description="no root of the repository calls this module"))
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
                route=route,
                confidence=confidence,
                asserted=point.asserted,
                lesser=point.lesser,
            )
        )

    def _confidence(self, subject: Subject, route: tuple[Relation, ...]) -> Confidence:
        """How sure a verdict can be: of the relations it rests on, and of the layer by which its subject was chosen."""
        chosen = subject.confidence
        if COMPONENT in self.check.subject and "*" in self.check.subject[COMPONENT]:
            chosen = Confidence.HIGH
        return weakest((chosen, *(one.confidence for one in route)))

    def _complain(self, message: str, place: Location | None) -> None:
        self.problems.append(Problem(stage="engines", engine=NATIVE, message=message, location=place))


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
