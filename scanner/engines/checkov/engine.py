"""Puts what archscan evaluated to checkov's check classes, in a worker inside checkov's own environment.

Its parser and its renderer, which take nearly all of its time, are not used. What the worker does not answer goes to
the command line (:mod:`scanner.engines.checkov.command_line`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scanner.cache import cache_key
from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.domain.finding import EngineResult
from scanner.domain.resource import Problem, ResourceKind
from scanner.domain.rule import CheckovCheck
from scanner.domain.system import System
from scanner.engines.checkov.answers import Answers, ask
from scanner.engines.checkov.findings import findings
from scanner.engines.checkov.frameworks import Framework, frameworks_of, is_for_worker
from scanner.engines.checkov.index import CheckIndex, load_index
from scanner.engines.checkov.process import LIMITS, command
from scanner.engines.checkov.questions import kind_of, questions, roles_by_id
from scanner.engines.checkov.session import Session
from scanner.engines.checkov.skips import Skips
from scanner.engines.findings import capped, joined, not_evaluated
from scanner.engines.isolation import EngineEnvironment, State
from scanner.errors import EngineError
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.processes import Limits
from scanner.timings import Span

_SEEN = b"1"


@dataclass(frozen=True)
class CheckovEngine:
    """Checks of checkov on archscan's own resources."""

    environment: EngineEnvironment = field(default_factory=lambda: EngineEnvironment("checkov"))
    limits: Limits = LIMITS
    """Of the worker."""
    worker: tuple[str, ...] = field(default_factory=lambda: command("judge"))
    """Arguments of the interpreter that make it the worker."""
    name: str = "checkov"

    def evaluate(
        self, rules: Sequence[BoundRule], system: System, contents: Contents, context: EngineContext, report: Report
    ) -> EngineResult:
        """Evaluate all ids. See :class:`scanner.interfaces.Engine`."""
        return _Begun(self, rules, contents, context, report).result(system)

    def begin(  # the plug point's own signature
        self,
        rules: Sequence[BoundRule],
        artifacts: Sequence[Artifact],
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> _Begun:
        """Let the worker import its checks while the files are parsed. See :class:`scanner.interfaces.EarlyEngine`."""
        begun = _Begun(self, rules, contents, context, report)
        begun.start(artifacts)
        return begun


class _Begun:
    """One evaluation. See :class:`scanner.interfaces.Begun`."""

    def __init__(
        self,
        engine: CheckovEngine,
        rules: Sequence[BoundRule],
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> None:
        self._engine = engine
        self._mine = tuple(bound for bound in rules if all(is_for_worker(one) for one in _ids(bound)))
        self._others = tuple(bound for bound in rules if not all(is_for_worker(one) for one in _ids(bound)))
        self._contents = contents
        self._context = context
        self._report = report
        self._roles: Mapping[str, Collection[Role]] = roles_by_id(self._mine)
        self._session: Session | None = None
        self._listing = ""

    def start(self, artifacts: Sequence[Artifact]) -> None:
        """Start the worker where it will be needed; what is wrong comes with the result."""
        roles = {one for about in self._roles.values() for one in about}
        if not any(one.kind is ArtifactKind.TERRAFORM and one.role in roles for one in artifacts):
            return
        listed = (f"{one.path}\0{one.size}" for one in artifacts if one.kind in _READ)
        self._listing = cache_key("checkov", ["listing", self._engine.environment.path.name, *self._roles, "", *listed])
        if self._context.cache.get(self._listing) is not None:
            return  # all was answered when the same files were there; if not, the worker starts later
        try:
            if self._engine.environment.state() is State.READY:
                self._session = self._open()
        except EngineError:
            self._session = None  # it is tried again for the result, and then told

    def result(self, system: System) -> EngineResult:
        """Ask, and make findings."""
        with self._context.timings.measure(Span.ENGINE, self._engine.name):
            try:
                own = self._own(system)
            finally:
                self.cancel()
            if not self._others:
                return own
            from scanner.engines.checkov.command_line import CheckovCommandLine  # noqa: PLC0415  # few scans need it

            command_line = CheckovCommandLine(environment=self._engine.environment)
            return joined(own, command_line.evaluate(self._others, system, self._contents, self._context, self._report))

    def cancel(self) -> None:
        """End the worker."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _own(self, system: System) -> EngineResult:
        """What the worker answers."""
        if not _is_concerned(system, self._roles):
            return EngineResult()
        engine = self._engine
        try:
            engine.environment.ensure(self._report, offline=self._context.offline)
            index = load_index(engine.environment)
            known, missing = self._known(index)
            about = questions(system, index, roles_by_id(known))
            answers = ask(about, index, engine.environment.path.name, self._context.cache, self._answer)
        except EngineError as error:
            return not_evaluated(engine.name, self._mine, error)
        if self._listing and not answers.faults:
            self._context.cache.put(self._listing, _SEEN)
        made = findings(system, known, answers, index, Skips(system, self._contents))
        problems = capped(engine.name, [*missing.problems, *_faults(answers)])
        return EngineResult(findings=made, problems=problems, unavailable=missing.unavailable)

    def _known(self, index: CheckIndex) -> tuple[tuple[BoundRule, ...], EngineResult]:
        """Rules of which this version of checkov has a check, and what is wrong with the others."""
        known, problems, unavailable = [], [], []
        version = self._engine.environment.version
        for bound in self._mine:
            foreign = [one for one in _ids(bound) if one not in index]
            if foreign:
                message = f"rule {bound.rule.name}: checkov {version} has no check {', '.join(foreign)}"
                problems.append(Problem(stage="engines", engine="checkov", message=message))
            if len(foreign) == len(_ids(bound)):
                unavailable.append(bound.rule.name)
            else:
                known.append(bound)
        return tuple(known), EngineResult(problems=tuple(problems), unavailable=tuple(sorted(unavailable)))

    def _answer(self, request: bytes) -> bytes:
        """What the worker says to a request."""
        session = self._session or self._open()
        self._session = session
        self._report(f"checkov: {len(self._mine)} rules")
        return session.ask(request)

    def _open(self) -> Session:
        return Session(self._engine.environment, self._engine.worker, self._engine.limits)


_READ = frozenset((ArtifactKind.TERRAFORM, ArtifactKind.TERRAFORM_VARIABLES, ArtifactKind.YAML, ArtifactKind.JSON))


def _ids(bound: BoundRule) -> tuple[str, ...]:
    check = bound.rule.check
    return tuple(dict.fromkeys(check.ids)) if isinstance(check, CheckovCheck) else ()


def _is_concerned(system: System, roles: Mapping[str, Collection[Role]]) -> bool:
    """Whether there is anything at which some id may look."""
    looked_at: dict[Framework, set[Role]] = {}
    for identifier, about in roles.items():
        for framework in frameworks_of(identifier):
            looked_at.setdefault(framework, set()).update(about)
    frameworks = {ResourceKind.TERRAFORM: Framework.TERRAFORM, ResourceKind.KUBERNETES: Framework.KUBERNETES}
    return any(
        one.kind in frameworks and one.role in looked_at.get(frameworks[one.kind], ()) and kind_of(one) is not None
        for one in system.resources
    )


def _faults(answers: Answers) -> Iterable[Problem]:
    for identifier, text in answers.faults:
        message = f"{identifier} could not be put to everything: {text}"
        yield Problem(stage="engines", engine="checkov", message=message)
