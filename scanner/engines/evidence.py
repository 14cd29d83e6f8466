"""The evidence engine: are the documents there, do they say what they must, and has somebody filled them in?

It judges presence and shape, never truth: a control of the class *document* is not met by a machine alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pathspec

from scanner.domain.architecture import System
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.finding import EngineResult, Evidence, Finding, Outcome
from scanner.domain.resource import Problem
from scanner.domain.rule import EvidenceCheck
from scanner.engines.findings import fill, make_finding
from scanner.errors import CompileError, ExpressionError, ReadError
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.parsers.text import decode
from scanner.rules.expression import Environment, Expression, ValueType

_NOT_DOCUMENTS = {
    ArtifactKind.SOURCE,
    ArtifactKind.MARKUP,
    ArtifactKind.TERRAFORM,
    ArtifactKind.CONTAINER,
    ArtifactKind.LINK,
}
_NOT_TEXT = (".docx", ".odt", ".pdf", ".xlsx", ".ods", ".pptx", ".doc", ".xls")
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


class EvidenceEngine:
    """Looks for documents."""

    name = "evidence"

    def __init__(self) -> None:
        # Patterns come from rule packs, which may be a stranger's: RE2, by way of the rule language, is linear.
        self._environment = Environment({"text": ValueType.STRING})
        self._patterns: dict[str, Expression] = {}

    def evaluate(
        self,
        rules: Sequence[BoundRule],
        system: System,
        contents: Contents,
        context: EngineContext,
        report: Report,
    ) -> EngineResult:
        """Evaluate all rules of this engine."""
        del context, report
        findings: list[Finding] = []
        problems: list[Problem] = []
        unavailable: list[str] = []
        for bound in rules:
            try:
                findings.append(self._judge(bound, system, contents, problems))
            except (CompileError, ExpressionError) as error:
                problems.append(Problem(stage="engines", engine=self.name, message=f"rule {bound.rule.name}: {error}"))
                unavailable.append(bound.rule.name)
        return EngineResult(findings=tuple(findings), problems=tuple(problems), unavailable=tuple(unavailable))

    def _judge(self, bound: BoundRule, system: System, contents: Contents, problems: list[Problem]) -> Finding:
        check = bound.rule.check
        if not isinstance(check, EvidenceCheck):
            raise TypeError(f"{bound.rule.name} is not a rule of the evidence engine")
        documents = [self._look(a, check, contents, problems) for a in _candidates(check, system.artifacts)]
        good = [document for document in documents if document.qualifies]
        complete = [document for document in good if not document.unfilled]
        if len(complete) >= check.at_least:
            return _found(bound, Outcome.PASS, check.accepted or "found: {paths}", complete)
        if len(good) >= check.at_least:
            places = sum(document.unfilled for document in good)
            noun = "place" if places == 1 else "places"
            return _found(bound, Outcome.REVIEW, f"{{paths}}: {places} {noun} that nobody has filled in yet", good)
        unread = [document for document in documents if not document.readable]
        if len(good) + len(unread) >= check.at_least:
            return _found(bound, Outcome.REVIEW, "{paths}: found, but its content is not read", [*good, *unread])
        return make_finding(
            bound, _MISSING[check.missing], "repository", Location(path="."), Role.PRODUCT, fill(check.message, {})
        )

    def _look(self, artifact: Artifact, check: EvidenceCheck, contents: Contents, problems: list[Problem]) -> _Document:
        if artifact.path.lower().endswith(_NOT_TEXT):
            return _Document(artifact, qualifies=not check.contains, readable=False, unfilled=0)
        try:
            text = decode(contents.read(artifact)).replace("\0", "\ufffd")
        except ReadError as error:
            place = Location(path=artifact.path)
            problems.append(Problem(stage="engines", engine=self.name, message=error.message, location=place))
            return _Document(artifact, qualifies=False, readable=False, unfilled=0)
        qualifies = bool(text.strip()) and all(self._matches(pattern, text) for pattern in check.contains)
        unfilled = sum(
            any(self._matches(pattern, line) for pattern in check.placeholders) for line in text.splitlines()
        )
        return _Document(artifact, qualifies=qualifies, readable=True, unfilled=unfilled)

    def _matches(self, pattern: str, text: str) -> bool:
        if pattern not in self._patterns:
            quoted = pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            self._patterns[pattern] = self._environment.compile(f'text.matches("{quoted}")', boolean=True)
        return self._patterns[pattern].decide(self._environment.bind({"text": text})) is True


def _candidates(check: EvidenceCheck, artifacts: Iterable[Artifact]) -> list[Artifact]:
    wanted = pathspec.GitIgnoreSpec.from_lines([glob.lower() for glob in check.documents])
    roles = {*check.roles, Role.DOCUMENTATION}
    return [
        artifact
        for artifact in artifacts
        if artifact.role in roles and artifact.kind not in _NOT_DOCUMENTS and wanted.match_file(artifact.path.lower())
    ]


def _found(bound: BoundRule, outcome: Outcome, message: str, documents: Sequence[_Document]) -> Finding:
    paths = [document.artifact.path for document in documents]
    shown = ", ".join(paths[:_SHOWN]) + (f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else "")
    text = fill(message, {"paths": shown, "count": str(len(paths))})
    finding = make_finding(bound, outcome, "repository", Location(path=paths[0]), Role.PRODUCT, text)
    evidence = tuple(Evidence(description="document found", location=Location(path=path)) for path in paths)
    return finding.model_copy(update={"evidence": evidence})
