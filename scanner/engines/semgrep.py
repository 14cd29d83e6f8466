"""Runs semgrep once for all rules that are patterns over source code."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from scanner.domain.architecture import System
from scanner.domain.artifact import Artifact, ArtifactKind, Location
from scanner.domain.finding import EngineResult, Evidence, Finding, Outcome
from scanner.domain.resource import Problem
from scanner.engines.findings import capped, fill, make_finding, not_evaluated, unfulfilled
from scanner.engines.grouping import group
from scanner.engines.isolation import EngineEnvironment
from scanner.engines.processes import Limits
from scanner.engines.semgrep_rules import Pattern, read_patterns
from scanner.engines.staging import Staging
from scanner.errors import EngineError
from scanner.evaluation.redaction import redact
from scanner.interfaces import BoundRule, Contents, EngineContext, Report

MAX_FILE = 2_000_000
"""Bytes of a source file; larger ones are data or made by a machine, and are named."""
_CODE_WIDTH = 160
_ACCEPTED = ".accepted"
_NUMBER = ".entry-"
_OPTIONS = (
    "--experimental",  # the native front: starts in a fifth of the time, and one faulty rule does not stop the others
    "--json",
    "--quiet",
    "--disable-nosem",
    "--no-git-ignore",
    "--project-root=.",  # else a repository in which the temporary folder lies lends its .semgrepignore
    "--no-rewrite-rule-ids",
    "--metrics=off",
    "--disable-version-check",
    f"--max-target-bytes={MAX_FILE}",
    "--timeout=10",
    "--timeout-threshold=3",
    "--max-memory=1500",
    "--jobs=2",
)
_VARIABLES = {"SEMGREP_SEND_METRICS": "off", "SEMGREP_ENABLE_VERSION_CHECK": "0", "NO_COLOR": "1"}


@dataclass(frozen=True)
class _Loaded:
    """The rules that can be put to semgrep, and what is wrong with the others."""

    rules: Mapping[str, BoundRule]
    patterns: Mapping[str, tuple[Pattern, ...]]
    problems: tuple[Problem, ...]
    unavailable: tuple[str, ...]


@dataclass(frozen=True)
class SemgrepEngine:
    """Patterns over source code, evaluated by semgrep in an environment of its own."""

    environment: EngineEnvironment = field(default_factory=lambda: EngineEnvironment("semgrep"))
    limits: Limits = field(default_factory=Limits)
    name: str = "semgrep"

    def evaluate(
        self, rules: Sequence[BoundRule], system: System, contents: Contents, context: EngineContext, report: Report
    ) -> EngineResult:
        """Evaluate all rules in one call. See :class:`scanner.interfaces.Engine`."""
        loaded = _load(rules)
        artifacts = {artifact.path: artifact for artifact in system.artifacts}
        wanted = [artifact for artifact in artifacts.values() if _is_wanted(artifact, loaded)]
        faults = EngineResult(problems=loaded.problems, unavailable=loaded.unavailable)
        if not wanted:
            return faults
        try:
            self.environment.ensure(report, offline=context.offline)
            with Staging(contents, self.name) as staging:
                large = tuple(artifact for artifact in wanted if artifact.size > MAX_FILE)
                for artifact in wanted:
                    if artifact.size <= MAX_FILE:
                        staging.add(artifact)
                report(f"semgrep: {len(loaded.rules)} rules over {len(staging.paths)} files")
                output = self._run(staging, loaded)
                unseen = _unseen(output, [artifacts[path] for path in sorted(staging.paths)], loaded)
                skipped = (*staging.problems, *(_too_large(artifact) for artifact in large), *unseen)
                result = _Reading(loaded, artifacts, staging).result(output)
        except EngineError as error:
            broken = not_evaluated(self.name, tuple(loaded.rules.values()), error)
            return _joined(faults, broken)
        return _joined(faults, EngineResult(problems=capped(self.name, skipped)), result)

    def _run(self, staging: Staging, loaded: _Loaded) -> Mapping[str, Any]:
        config = staging.scratch / "rules.yaml"
        bodies = [
            # Of entries with one id semgrep silently keeps only the first, so each gets a number.
            {**pattern.body, "id": f"{pattern.id}{_NUMBER}{number}"}
            for patterns in loaded.patterns.values()
            for number, pattern in enumerate(patterns)
        ]
        config.write_text(yaml.safe_dump({"rules": bodies}, allow_unicode=True), encoding="utf-8")
        # Ours and empty: without one, semgrep leaves out tests, node_modules and more, unseen.
        (staging.tree / ".semgrepignore").write_text("", encoding="utf-8")
        done = self.environment.run(
            [str(self.environment.executable), "scan", *_OPTIONS, f"--config={config}", "."],
            cwd=staging.tree,
            scratch=staging.scratch,
            variables=_VARIABLES,
            limits=self.limits,
        )
        try:
            output = json.loads(done.stdout)
        except ValueError as error:
            reason = redact(done.stderr[-400:]) or "no output"
            raise EngineError(f"semgrep broke with exit code {done.code}: {reason}") from error
        if not isinstance(output, dict):
            raise EngineError("semgrep's output is not what its version promises")
        return output


def _load(rules: Sequence[BoundRule]) -> _Loaded:
    usable: dict[str, BoundRule] = {}
    patterns: dict[str, tuple[Pattern, ...]] = {}
    problems, unavailable = [], []
    for bound in rules:
        name = bound.rule.name
        try:
            patterns[name] = read_patterns(bound)
            usable[name] = bound
        except EngineError as error:
            problems.append(_rule_fault(name, error.message))
            unavailable.append(name)
    return _Loaded(usable, patterns, tuple(problems), tuple(unavailable))


def _is_wanted(artifact: Artifact, loaded: _Loaded) -> bool:
    return artifact.kind is not ArtifactKind.LINK and any(
        artifact.role in bound.rule.check.roles
        and any(pattern.can_match(artifact) for pattern in loaded.patterns[name])
        for name, bound in loaded.rules.items()
    )


class _Reading:
    """Turns semgrep's output into findings and problems."""

    def __init__(self, loaded: _Loaded, artifacts: Mapping[str, Artifact], staging: Staging) -> None:
        self._loaded = loaded
        self._artifacts = artifacts
        self._staging = staging
        self._lines: dict[str, list[str]] = {}

    def result(self, output: Mapping[str, Any]) -> EngineResult:
        """All that a run says."""
        faulty: dict[str, str] = {}
        problems = []
        for error in output.get("errors", ()):
            rule = _entry(error.get("rule_id") or "").removesuffix(_ACCEPTED)
            if error.get("path"):
                problems.append(_file_problem(error, rule))
            elif rule in self._loaded.rules:
                faulty[rule] = str(error.get("message", ""))
            else:
                raise EngineError(f"semgrep reported: {redact(str(error.get('message', error))[:400])}")
        found: dict[str, list[Finding]] = {}
        for match in output.get("results", ()):
            name = _entry(match["check_id"]).removesuffix(_ACCEPTED)
            if name in self._loaded.rules and name not in faulty:
                found.setdefault(name, []).extend(self._findings(self._loaded.rules[name], match))
        findings = [
            finding
            for name, made in found.items()
            for finding in group(made, self._loaded.rules[name].rule.check.group)
        ]
        return EngineResult(
            findings=tuple(findings),
            problems=(*(_rule_fault(name, text) for name, text in faulty.items()), *capped("semgrep", problems)),
            unavailable=tuple(faulty),
        )

    def _findings(self, bound: BoundRule, match: Mapping[str, Any]) -> tuple[Finding, ...]:
        """The finding of one match; none when the file's role is not one that the rule looks at."""
        path = str(match["path"]).removeprefix("./")
        artifact = self._artifacts.get(path)
        if artifact is None:
            raise EngineError(f"semgrep reported a file that it was not given: {path}")
        check = bound.rule.check
        if artifact.role not in check.roles:
            return ()
        start, end = match["start"], match["end"]
        location = Location(
            path=path, start_line=start["line"], end_line=max(end["line"], start["line"]), start_column=start["col"]
        )
        code = self._code(path, location.start_line)
        accepted = _entry(match["check_id"]).endswith(_ACCEPTED)
        outcome = Outcome.PASS if accepted else unfulfilled(bound)
        values = {"path": path, "line": str(location.start_line), "code": code}
        text = (check.accepted or f"{path} keeps the rule") if accepted else check.message
        finding = make_finding(bound, outcome, path, location, artifact.role, fill(text, values))
        evidence = (Evidence(description="matched code", location=location, value=code),)
        return (finding.model_copy(update={"evidence": evidence}),)

    def _code(self, path: str, line: int) -> str:
        """The line of a match without secrets; semgrep itself withholds it."""
        if path not in self._lines:
            data = (self._staging.tree / path).read_bytes()
            # Semgrep ends lines at \n only; splitlines() would count form feeds and such too.
            self._lines[path] = data.decode("utf-8", "replace").split("\n")
        lines = self._lines[path]
        code = redact(lines[line - 1].strip()) if line <= len(lines) else ""
        return code if len(code) <= _CODE_WIDTH else f"{code[:_CODE_WIDTH]}…"


def _entry(reported: object) -> str:
    """The id that an entry has in its rule file, from the one that semgrep was given."""
    return str(reported).partition(_NUMBER)[0]


def _file_problem(error: Mapping[str, Any], rule: str) -> Problem:
    """A file that semgrep could not read or finish."""
    written = error.get("type")
    kind = str(written[0] if isinstance(written, list) and written else written)
    spans: Sequence[Mapping[str, Any]] = error.get("spans") or ({},)
    line = spans[0].get("start", {}).get("line", 1)
    what = {
        "PartialParsing": "semgrep could not read a part of this file, and nothing in that part was looked at",
        "Timeout": f"semgrep took too long over this file{f' with {rule}' if rule else ''}",
    }.get(kind, f"semgrep could not judge this file: {redact(str(error.get('message', kind)).splitlines()[0])}")
    location = Location(path=str(error["path"]).removeprefix("./"), start_line=max(int(line), 1))
    return Problem(stage="engines", engine="semgrep", message=what, location=location)


def _unseen(output: Mapping[str, Any], staged: Sequence[Artifact], loaded: _Loaded) -> tuple[Problem, ...]:
    """Files that semgrep was given and left out without a word."""
    named = [*output.get("paths", {}).get("scanned", ()), *(one.get("path") or "" for one in output.get("errors", ()))]
    seen = {str(path).removeprefix("./") for path in named}
    return tuple(
        Problem(
            stage="engines",
            engine="semgrep",
            message="semgrep left this file out, so its rules say nothing of it",
            location=Location(path=artifact.path),
        )
        for artifact in staged
        if artifact.path not in seen
        and any(one.must_see(artifact) for patterns in loaded.patterns.values() for one in patterns)
    )


def _too_large(artifact: Artifact) -> Problem:
    message = f"semgrep does not see this file: it is larger than {MAX_FILE // 1_000_000} MB"
    return Problem(stage="engines", engine="semgrep", message=message, location=Location(path=artifact.path))


def _rule_fault(name: str, message: str) -> Problem:
    text = " ".join(message.split())
    return Problem(stage="engines", engine="semgrep", message=f"rule {name} was not evaluated, it is faulty: {text}")


def _joined(*results: EngineResult) -> EngineResult:
    return EngineResult(
        findings=tuple(finding for result in results for finding in result.findings),
        problems=tuple(problem for result in results for problem in result.problems),
        unavailable=tuple(sorted({name for result in results for name in result.unavailable})),
    )
