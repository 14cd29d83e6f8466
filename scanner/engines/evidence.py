"""The evidence engine: are the documents there, do they say what they must, and has somebody filled them in?

It judges presence and shape, never truth: a control of the class *document* is not met by a machine alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import re2

from scanner import lazy_re
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.finding import EngineResult, Evidence, Finding, Outcome
from scanner.domain.resource import Problem
from scanner.domain.rule import Elsewhere, EvidenceCheck
from scanner.domain.system import System
from scanner.engines.dated import latest_date
from scanner.engines.findings import at_most_medium, fill, make_finding
from scanner.engines.literature import named_as_literature, published
from scanner.engines.paths import Paths
from scanner.errors import ReadError
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.parsers import OFFICE_ENDINGS
from scanner.parsers.text import decode
from scanner.rules.patterns import compiled, occurs
from scanner.timings import Span

_WRITTEN_HERE = {Role.PRODUCT, Role.TEST}
_NOT_DOCUMENTS = {
    ArtifactKind.SOURCE,
    ArtifactKind.MARKUP,
    ArtifactKind.TERRAFORM,
    ArtifactKind.CONTAINER,
    ArtifactKind.LINK,
}
_NOT_READ = (".pdf", ".pptx", ".doc", ".xls")
_LIBRARY = 40
"""Files that are not read in one folder, above which they are no records of the product."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".ico")
_ACTION = lazy_re.compile(r"(?i)(?:^|/)(\.github/actions/.+)/action\.ya?ml$")
_STEPS = lazy_re.compile(r"(?i)(?:^|/)\.(?:github|gitea|forgejo)/.+\.ya?ml$")
_CALL = lazy_re.compile(
    r"(?im)^[ \t-]{0,100}(?:\{[ \t]*)?uses:[ \t]{0,20}[\"']?[^\s\"'#@]{0,200}?(\.github/actions/[^\s\"'#@]{1,200})"
)
_UNREADABLE = lazy_re.compile("[\0\ud800-\udfff]")
_KEPT_CHARACTERS = 10_000_000
"""Characters of texts that are kept for other rules that may ask for them."""
_SHOWN = 10
_MISSING = {"fail": Outcome.FAIL, "review": Outcome.REVIEW, "open": Outcome.OPEN}


@dataclass(frozen=True)
class _Document:
    """A document that a rule asks for."""

    artifact: Artifact
    qualifies: bool
    """It holds what it must, or its form does not let us look inside and the rule does not ask for more."""
    readable: bool
    unfilled: int
    """Places that nobody has filled in yet."""
    latest: date | None = None
    """The latest day that it names, where the rule asks how old it is."""


class EvidenceEngine:
    """Looks for documents."""

    name = "evidence"

    def evaluate(
        self,
        rules: Sequence[BoundRule],
        system: System,
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> EngineResult:
        """Evaluate all rules of this engine."""
        del report
        shelf = _Shelf(system.artifacts, contents)
        findings: list[Finding] = []
        problems: list[Problem] = []
        unavailable: list[str] = []
        for bound in rules:
            try:
                with context.timings.measure(Span.RULE, bound.rule.name):
                    findings.append(self._judge(bound, shelf, problems, context.as_of))
            except re2.error as error:
                message = f"rule {bound.rule.name}: not a regular expression of RE2: {error}"
                problems.append(Problem(stage="engines", engine=self.name, message=message))
                unavailable.append(bound.rule.name)
        return EngineResult(findings=tuple(findings), problems=tuple(problems), unavailable=tuple(unavailable))

    def _judge(self, bound: BoundRule, shelf: _Shelf, problems: list[Problem], as_of: date) -> Finding:
        check = bound.rule.check
        if not isinstance(check, EvidenceCheck):
            raise TypeError(f"{bound.rule.name} is not a rule of the evidence engine")
        documents = [self._look(artifact, check, shelf, problems, as_of) for artifact in shelf.candidates(check)]
        documents.extend(self._others(check.elsewhere, check, shelf, problems, as_of))
        good = [document for document in documents if document.qualifies]
        complete = [document for document in good if not document.unfilled]
        if check.within_days and len(complete) >= check.at_least:
            fresh, stale = _by_age(complete, as_of - timedelta(days=check.within_days))
            if len(fresh) < check.at_least:
                recent, _ = _by_age(complete, as_of - timedelta(days=check.lapsed_days or check.within_days))
                outcome = Outcome.OPEN if len(recent) >= check.at_least else Outcome.REVIEW
                return _found(bound, outcome, _aged(stale), stale)
            complete = fresh
        if len(complete) >= check.at_least:
            return _found(bound, Outcome.PASS, check.accepted or "found: {paths}", complete)
        if len(good) >= check.at_least:
            places = sum(document.unfilled for document in good)
            noun = "place" if places == 1 else "places"
            return _found(bound, Outcome.REVIEW, f"{{paths}}: {places} {noun} that nobody has filled in yet", good)
        unread = [document for document in documents if not document.readable]
        if len(good) + len(unread) >= check.at_least:
            return _found(bound, Outcome.REVIEW, "{paths}: found, but its content is not read", [*good, *unread])
        if handed_on := list(self._others(check.outside, check, shelf, problems, as_of)):
            told = f"{check.message}; whether it is done by way of {{paths}} cannot be seen"
            finding = _found(bound, Outcome.OPEN, told, handed_on)
            # It was not found here, so that a document that the supplier names may stand for it.
            return finding.model_copy(update={"location": Location(path=".")})
        if check.unfit and documents:
            return _found(bound, _MISSING[check.missing], check.unfit, documents)
        return make_finding(
            bound, _MISSING[check.missing], "repository", Location(path="."), Role.PRODUCT, fill(check.message, {})
        )

    def _others(
        self, others: Sequence[Elsewhere], check: EvidenceCheck, shelf: _Shelf, problems: list[Problem], as_of: date
    ) -> Iterator[_Document]:
        """Documents of other kinds that say what is asked for; one that does not is no document of the kind at all."""
        for other in others:
            asked = check.model_copy(update={"documents": other.documents, "contains": other.contains})
            artifacts = shelf.sources(other.documents) if other.code else shelf.candidates(asked)
            looked = (self._look(artifact, asked, shelf, problems, as_of) for artifact in artifacts)
            yield from (document for document in looked if document.qualifies)

    def _look(
        self, artifact: Artifact, check: EvidenceCheck, shelf: _Shelf, problems: list[Problem], as_of: date
    ) -> _Document:
        path, asks = artifact.path.lower(), bool(check.contains or check.within_days)
        if path.endswith(_NOT_READ) or (path.endswith(OFFICE_ENDINGS) and not asks):
            return _Document(artifact, qualifies=not asks, readable=False, unfilled=0)
        try:
            text = shelf.text(artifact)
        except ReadError as error:
            place = Location(path=artifact.path)
            problems.append(Problem(stage="engines", engine=self.name, message=error.message, location=place))
            return _Document(artifact, qualifies=False, readable=False, unfilled=0)
        qualifies = bool(text.strip()) and all(occurs(text, pattern) for pattern in check.contains)
        blanks = [compiled(pattern) for pattern in check.placeholders]
        unfilled = sum(any(blank.search(line) for blank in blanks) for line in text.splitlines()) if blanks else 0
        if not check.within_days:
            return _Document(artifact, qualifies=qualifies, readable=True, unfilled=unfilled)
        latest = latest_date(text, as_of)
        return _Document(artifact, qualifies and latest is not None, readable=True, unfilled=unfilled, latest=latest)


class _Shelf:
    """The documents of a system; one that several rules ask for is read once."""

    def __init__(self, artifacts: Iterable[Artifact], contents: Contents) -> None:
        self._contents = contents
        everything = tuple(artifacts)
        self._artifacts = [artifact for artifact in everything if artifact.kind not in _NOT_DOCUMENTS]
        self._sources = [one for one in everything if one.kind is ArtifactKind.SOURCE and one.role in _WRITTEN_HERE]
        self._paths = Paths(artifact.path for artifact in self._artifacts)
        unread = (one.path for one in self._artifacts if one.path.lower().endswith(_NOT_READ))
        self._unread_in = Counter(path.rpartition("/")[0] for path in unread)
        self._texts: dict[str, str] = {}
        self._free = _KEPT_CHARACTERS

    def candidates(self, check: EvidenceCheck) -> list[Artifact]:
        """What is called as a rule asks; a picture says nothing, so it is none where the rule asks what is said."""
        roles = {*check.roles, Role.DOCUMENTATION}
        named = (self._artifacts[number] for number in self._paths.matching(check.documents))
        without = _PICTURES if check.contains or check.within_days else ()
        fitting = (
            one
            for one in named
            if one.role in roles and not one.path.lower().endswith(without) and not self._is_of_a_library(one)
        )
        return [one for one in fitting if self._runs(one)]

    def sources(self, globs: Sequence[str]) -> list[Artifact]:
        """Source files of the product and its tests that globs name."""
        return [self._sources[number] for number in Paths(one.path for one in self._sources).matching(globs)]

    def _is_of_a_library(self, artifact: Artifact) -> bool:
        """Whether a file that is not read is literature, or lies among so many that they are that or letters."""
        path = artifact.path
        if not path.lower().endswith(_NOT_READ):
            return False
        if self._unread_in[path.rpartition("/")[0]] > _LIBRARY or named_as_literature(path):
            return True
        try:
            return path.lower().endswith(".pdf") and published(self._contents.read(artifact))
        except ReadError:  # too large, or gone: its name has to do
            return False

    def _runs(self, artifact: Artifact) -> bool:
        """Whether a local action is called; what nobody calls does nothing, and is evidence of nothing."""
        action = _ACTION.search(artifact.path)
        return action is None or action.group(1).lower() in self._called

    @cached_property
    def _called(self) -> frozenset[str]:
        """Folders of the local actions that workflows run, by themselves or through other actions."""
        calls: dict[str, set[str]] = {}
        for artifact in self._artifacts:
            if not _STEPS.search(artifact.path):
                continue
            try:
                named = {call.rstrip("/").lower() for call in _CALL.findall(self.text(artifact))}
            except ReadError:  # told where workflows are read for themselves
                continue
            action = _ACTION.search(artifact.path)
            calls.setdefault(action.group(1).lower() if action else "", set()).update(named)
        called: set[str] = set()
        waiting = set(calls.get("", ()))
        while waiting:
            called |= waiting
            waiting = {inner for outer in waiting for inner in calls.get(outer, ())} - called
        return frozenset(called)

    def text(self, artifact: Artifact) -> str:
        """What a document says.

        Raises:
            ReadError: It cannot be read, or is no text.
        """
        if artifact.path in self._texts:
            return self._texts[artifact.path]
        data, path = self._contents.read(artifact), artifact.path.lower()
        text = _UNREADABLE.sub("\ufffd", _of_office(path, data) if path.endswith(OFFICE_ENDINGS) else decode(data))
        text = text.replace("\r\n", "\n")
        if len(text) <= self._free:
            self._free -= len(text)
            self._texts[artifact.path] = text
        return text


def _by_age(documents: Sequence[_Document], since: date) -> tuple[list[_Document], list[_Document]]:
    """Those that name a day since then, and the others, the latest first."""
    fresh = [document for document in documents if document.latest and document.latest >= since]
    stale = [document for document in documents if document not in fresh]
    return fresh, sorted(stale, key=lambda one: one.latest or date.min, reverse=True)


def _aged(stale: Sequence[_Document]) -> str:
    return f"{{paths}}: the latest day named is {stale[0].latest}"


def _of_office(path: str, data: bytes) -> str:
    # Few repositories hold any.
    from scanner.parsers import blocks, office  # noqa: PLC0415
    from scanner.parsers.dependencies.manifest import MalformedError  # noqa: PLC0415

    try:
        return blocks.plain_text(office.blocks(path, data))
    except MalformedError as error:
        raise ReadError(f"a document was not read: {error.fault.message}") from error


def _found(bound: BoundRule, outcome: Outcome, message: str, documents: Sequence[_Document]) -> Finding:
    paths = [document.artifact.path for document in documents]
    shown = ", ".join(paths[:_SHOWN]) + (f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else "")
    text = fill(message, {"paths": shown, "count": str(len(paths))})
    finding = make_finding(bound, outcome, "repository", Location(path=paths[0]), Role.PRODUCT, text)
    evidence = tuple(Evidence(description="document found", location=Location(path=path)) for path in paths)
    finding = finding.model_copy(update={"evidence": evidence})
    return at_most_medium(finding) if outcome is Outcome.REVIEW else finding
