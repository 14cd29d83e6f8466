"""The native engine: CEL expressions over what the parsers found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from scanner.domain.finding import EngineResult
from scanner.domain.system import System
from scanner.engines.inputs import Inputs
from scanner.engines.judging import NATIVE, Said, check_of
from scanner.engines.questions import SystemQuestions
from scanner.engines.recollection import Kept, Recollection
from scanner.engines.shares import Shares, shares, weigh
from scanner.engines.sitting import Programs, Sitting, scope_of
from scanner.engines.subjects import Subjects
from scanner.engines.uncalled import uncalled_modules
from scanner.forking import CAN_FORK, Fork
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.rules.compiled import Written, called, load
from scanner.rules.conjunction import operands
from scanner.rules.reference import References
from scanner.rules.support import SupportDates
from scanner.rules.vocabulary import scope
from scanner.tickets import Tickets
from scanner.timings import Span

T = TypeVar("T")

_DATES = "end-of-life.yaml"
"""Reference file with the ends of support."""
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
        asking = _Asking(rules, system, subjects, context, uncalled_modules(system.resources))
        recollection = Recollection(context.cache, system.source.uri)
        known = None if recollection.is_empty else asking.digests()
        said = _recalled(recollection, known)
        unknown = [bound for bound in rules if bound.rule.name not in said]
        with ExitStack() as stack:
            apart = recollection.keeps and known is None and asking.is_large
            digesting = _begun(asking.digests, stack) if apart else None
            said |= asking.ask(unknown)
            if digesting is not None:
                known = digesting.result()
                system.digests.adopt(known.everything)
        if recollection.keeps:
            context.later.add(partial(_keep, recollection, asking, known, said))
        names = _in_order(rules)
        for name, one in said.items():
            context.timings.add(Span.RULE, name, one.seconds)
        return EngineResult(
            findings=tuple(finding for name in names for finding in said[name].findings),
            problems=tuple(problem for name in names for problem in said[name].problems),
            unavailable=tuple(name for name in names if said[name].failed),
        )


class _Digests(NamedTuple):
    """Digests of all that decides what rules say."""

    by_rule: dict[str, str]
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

    def digests(self) -> _Digests:
        """Digests of what rules are put to, by their names, as far as there are any."""
        inputs = Inputs(self.system, self.subjects, self.context, _DATES, self.uncalled)
        functions = called(self.context.installed, {one.rule.name: _expressions(one) for one in self.rules})
        made = ((bound.rule.name, inputs.of(bound, functions.get(bound.rule.name))) for bound in self.rules)
        return _Digests({name: digest for name, digest in made if digest is not None}, self.system.digests.everything)

    def ask(self, rules: Sequence[BoundRule]) -> dict[str, Said]:
        """What rules say by name, shared out over processes where that is worth it.

        Args:
            rules: Some of this engine.
        """
        divided = self._divided(rules)
        questions = SystemQuestions(self.system, lambda: self.subjects.graph, lambda: _support_dates(self.context))
        if divided.batches:
            questions.prepare()  # once, in place of once in each process
        wanted = {scope_of(bound) for bound in rules}
        compiled = _compiled([bound for bound in self.rules if scope_of(bound) in wanted], self.context)
        sitting = Sitting(self.subjects, questions, compiled, self.context.as_of.isoformat(), self.uncalled)
        with Tickets(len(divided.batches)) as tickets:
            work = partial(_drawn, sitting, divided.batches, tickets)
            with ExitStack() as stack:
                others = self.context.jobs - 1 if divided.batches else 0
                forks = [_begun(work, stack) for _ in range(others)]
                said = sitting.say(divided.of_architecture) | work()
                for fork in forks:
                    said |= fork.result() if fork else {}
        # What a process had drawn that was ended from outside is said here.
        return said | sitting.say([bound for bound in rules if bound.rule.name not in said])

    @property
    def is_large(self) -> bool:
        """Whether there is so much to look at that another process is worth it."""
        return CAN_FORK and self.context.jobs > 1 and self.subjects.size >= WORTH_A_PROCESS

    def _divided(self, rules: Sequence[BoundRule]) -> Shares:
        if self.is_large:
            weighed = weigh(rules, self.subjects)
            if sum(weighed.values()) >= WORTH_A_PROCESS:
                return shares(rules, weighed, self.context.jobs)
        return Shares(list(rules), [])


def _drawn(sitting: Sitting, batches: Sequence[Sequence[BoundRule]], tickets: Tickets) -> dict[str, Said]:
    """What the rules of batches say, as long as there are any that no process has drawn."""
    said: dict[str, Said] = {}
    while (number := tickets.draw()) is not None:
        said |= sitting.say(batches[number])
    return said


def _begun(work: Callable[[], T], stack: ExitStack) -> Fork[T] | None:
    """Work in a copy of this process, which ends with the stack; None where there is no room for one."""
    try:
        return stack.enter_context(Fork(work, tidies=False))
    except OSError:
        return None


def _recalled(recollection: Recollection, digests: _Digests | None) -> dict[str, Said]:
    """What rules said of the very same in the last scan."""
    if digests is None:
        return {}
    kept = ((name, recollection.of(digest)) for name, digest in digests.by_rule.items())
    return {name: Said(one.findings, one.problems, failed=False, seconds=0) for name, one in kept if one is not None}


def _keep(recollection: Recollection, asking: _Asking, digests: _Digests | None, said: Mapping[str, Said]) -> None:
    """Keep what rules said that were evaluated, each by the digest of its input."""
    by_rule = (digests or asking.digests()).by_rule
    lasting = ((digest, said[name]) for name, digest in by_rule.items() if not said[name].failed)
    recollection.keep({digest: Kept(findings=one.findings, problems=one.problems) for digest, one in lasting})


def _in_order(rules: Sequence[BoundRule]) -> list[str]:
    """The names of rules: those that look at the same family together, as the first of them stands."""
    scopes: dict[object, list[str]] = {}
    for bound in rules:
        scopes.setdefault(scope_of(bound), []).append(bound.rule.name)
    return [name for names in scopes.values() for name in names]


def _compiled(rules: Sequence[BoundRule], context: EngineContext) -> Programs:
    """All expressions of rules, by family and whether elements are looked at."""
    texts: dict[tuple[str, bool], list[str]] = {}
    for bound in rules:
        texts.setdefault(scope_of(bound), []).extend(_texts(bound))
    return {
        (family, each): load(context.installed, family, wanted, each=each) for (family, each), wanted in texts.items()
    }


def _expressions(bound: BoundRule) -> Written:
    family, each = scope_of(bound)
    return Written(family, each, tuple(_texts(bound)))


def _texts(bound: BoundRule) -> Iterator[str]:
    """The expressions of a rule as they are compiled."""
    check, (family, each) = check_of(bound), scope_of(bound)
    conditions = operands(check.when, scope(family, each=each)) if check.when else ()
    written = (*conditions, check.where, check.assertion, check.lesser, *(one.when for one in check.reasons))
    return (text for text in written if text)


def _support_dates(context: EngineContext) -> SupportDates:
    return SupportDates(References(context.rules_root, context.installed).file(_DATES))
