"""Runs checkov's command line once for all ids that rules are bound to: judge of the worker, and its stand-in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role
from scanner.domain.finding import EngineResult
from scanner.domain.resource import Problem
from scanner.domain.rule import CheckovCheck
from scanner.domain.system import System
from scanner.engines.checkov.frameworks import Framework, files_of, frameworks_of, is_read
from scanner.engines.checkov.records import Record, read_records
from scanner.engines.checkov.verdicts import Verdicts
from scanner.engines.findings import capped, joined, not_evaluated
from scanner.engines.isolation import EngineEnvironment
from scanner.engines.staging import Staging
from scanner.errors import EngineError
from scanner.evaluation.redaction import redact
from scanner.interfaces import BoundRule, Contents, EngineContext, Report
from scanner.processes import Limits

# checkov drops results that it calls unknown before any output; this start program keeps them aside.
_START = """
import json, sys
from checkov.common.models.enums import CheckResult
from checkov.common.output.report import Report
from checkov.main import Checkov
add = Report.add_record
unknown = open(sys.argv[1], "w", encoding="utf-8")
def keep(report, record):
    if record.check_result["result"] == CheckResult.UNKNOWN:
        kept = {name: getattr(record, name, None) for name in (
            "check_id", "check_name", "file_path", "file_abs_path", "file_line_range", "resource", "caller_file_path",
            "caller_file_line_range")}
        kept["framework"] = report.check_type
        kept["check_result"] = {"result": "UNKNOWN", "evaluated_keys": record.check_result.get("evaluated_keys")}
        unknown.write(json.dumps(kept) + "\\n")
        unknown.flush()
    return add(report, record)
Report.add_record = keep
sys.exit(Checkov(argv=sys.argv[2:]).run())
"""
_OPTIONS = ("--output", "json", "--soft-fail", "--compact", "--skip-download", "--download-external-modules", "false")
_VARIABLES = {
    "BC_SKIP_MAPPING": "TRUE",
    "CKV_SKIP_PACKAGE_UPDATE_CHECK": "True",
    "LOG_LEVEL": "ERROR",
    "ANSI_COLORS_DISABLED": "1",
    # What is staged was chosen by us; checkov must not leave out hidden folders and others without a word.
    "CKV_IGNORE_HIDDEN_DIRECTORIES": "False",
    "CKV_IGNORED_DIRECTORIES": "",
    "CHECKOV_WORKERS_NUMBER": "2",
    "HCL_PARSE_TIMEOUT_SEC": "20",
}
_SUPPORTING_ROLES = frozenset({Role.VENDORED, Role.GENERATED})
"""Modules and variables in such files explain the product's own, even where no rule looks at them."""


@dataclass(frozen=True)
class CheckovCommandLine:
    """Checks of checkov, run by its command line in an environment of its own."""

    environment: EngineEnvironment = field(default_factory=lambda: EngineEnvironment("checkov"))
    limits: Limits = field(default_factory=Limits)
    name: str = "checkov"

    def evaluate(
        self, rules: Sequence[BoundRule], system: System, contents: Contents, context: EngineContext, report: Report
    ) -> EngineResult:
        """Evaluate all ids in one call. See :class:`scanner.interfaces.Engine`."""
        usable, faults = _usable(rules)
        if not _targets(usable, system):
            return faults
        try:
            self.environment.ensure(report, offline=context.offline)
            records, problems = self.records(usable, system, contents, report)
        except EngineError as error:
            return joined(faults, not_evaluated(self.name, usable, error))
        findings = Verdicts(system, usable).findings(records)
        return joined(faults, EngineResult(findings=findings, problems=problems))

    def records(
        self, rules: Sequence[BoundRule], system: System, contents: Contents, report: Report
    ) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
        """What checkov itself says, and what it did not see or could not read.

        Args:
            rules: Rules whose ids it is to judge.
            system: What archscan read.
            contents: Gives the files.
            report: Is told what goes on.

        Raises:
            EngineError: The environment is not ready, or checkov broke.
        """
        targets = _targets(rules, system)
        with Staging(contents, self.name) as staging:
            unread = _stage(targets, staging)
            if not staging.paths:
                return (), unread
            report(f"checkov: {len(rules)} rules over {len(staging.paths)} files")
            records, problems = self._run(staging, rules, tuple(targets))
        return records, (*unread, *capped(self.name, problems))

    def _run(
        self, staging: Staging, rules: Sequence[BoundRule], frameworks: Sequence[Framework]
    ) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
        unknown = staging.scratch / "unknown.jsonl"
        start = [str(self.environment.python), "-I", "-W", "ignore", "-c", _START, str(unknown)]
        target = ["--directory", str(staging.root), *_OPTIONS]
        done = self.environment.run(
            [*start, *target, "--check", ",".join(_ids(rules)), "--framework", *sorted(frameworks)],
            cwd=staging.scratch,
            scratch=staging.scratch,
            variables=_VARIABLES,
            limits=self.limits,
        )
        if done.code != 0:
            raise EngineError(f"checkov broke with exit code {done.code}: {redact(done.stderr[-400:])}")
        try:
            lines = unknown.read_text("utf-8").splitlines()
            return read_records(json.loads(done.stdout), [json.loads(line) for line in lines], staging.root)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            reason = redact(done.stderr[-400:]) or redact(str(error))
            raise EngineError(f"checkov's output could not be read: {reason}") from error


def _ids(rules: Sequence[BoundRule]) -> tuple[str, ...]:
    checks = (bound.rule.check for bound in rules)
    return tuple(sorted({one for check in checks if isinstance(check, CheckovCheck) for one in check.ids}))


def _usable(rules: Sequence[BoundRule]) -> tuple[tuple[BoundRule, ...], EngineResult]:
    """The rules whose ids can be put to checkov, and what is wrong with the others."""
    usable, problems, unavailable = [], [], []
    for bound in rules:
        foreign = [identifier for identifier in _ids([bound]) if not frameworks_of(identifier)]
        if not foreign:
            usable.append(bound)
            continue
        message = f"rule {bound.rule.name} was not evaluated: {', '.join(foreign)} is not judged by archscan's checkov"
        problems.append(Problem(stage="engines", engine="checkov", message=message))
        unavailable.append(bound.rule.name)
    return tuple(usable), EngineResult(problems=tuple(problems), unavailable=tuple(unavailable))


def _targets(rules: Sequence[BoundRule], system: System) -> Mapping[Framework, tuple[Artifact, ...]]:
    """The files to stage for each framework that has at least one file to judge."""
    roles: dict[Framework, set[Role]] = {}
    for bound in rules:
        for identifier in _ids([bound]):
            for framework in frameworks_of(identifier):
                roles.setdefault(framework, set()).update(bound.rule.check.roles)
    targets = {}
    for framework, looked_at in roles.items():
        files = files_of(framework, system)
        if any(one.role in looked_at and one.kind is not ArtifactKind.TERRAFORM_VARIABLES for one in files):
            supporting = _SUPPORTING_ROLES if framework is Framework.TERRAFORM else frozenset()
            targets[framework] = tuple(one for one in files if one.role in looked_at | supporting)
    return targets


def _stage(targets: Mapping[Framework, tuple[Artifact, ...]], staging: Staging) -> tuple[Problem, ...]:
    """Copy the files; those that checkov will not see are named."""
    unread = []
    for framework, files in targets.items():
        for artifact in files:
            if is_read(framework, artifact):
                staging.add(artifact)
            else:
                message = "checkov does not read files of this name, so its rules say nothing of it"
                location = Location(path=artifact.path)
                unread.append(Problem(stage="engines", engine="checkov", message=message, location=location))
    return capped("checkov", (*staging.problems, *unread))
