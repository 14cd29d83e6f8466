"""Turns what semgrep said of files into findings and problems."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from scanner.domain.artifact import Artifact, Location
from scanner.domain.finding import Evidence, Finding, Outcome
from scanner.domain.resource import Problem
from scanner.domain.rule import SemgrepCheck
from scanner.engines.findings import fill, make_finding, unfulfilled
from scanner.engines.grouping import group
from scanner.engines.semgrep.answers import Answer, Match
from scanner.engines.semgrep.bundle import Bundle
from scanner.engines.semgrep.loading import Folders, loads_nothing
from scanner.engines.semgrep.outside import Outside
from scanner.engines.semgrep.selection import Code
from scanner.evaluation.redaction import CREDENTIALS, without_literals
from scanner.interfaces import BoundRule

_ACCEPTED = ".accepted"


class Around(NamedTuple):
    """What a match alone does not show."""

    folders: Folders
    outside: Outside

    def hides(self, bound: BoundRule, path: str, text: str) -> str:
        """Why nobody can tell what a match means; empty where that is plain.

        Args:
            bound: The rule.
            path: Of the file in which it matched.
            text: The line, from the match on.
        """
        if loads_nothing(bound, path, text, self.folders):
            return "the file that it loads is not there"
        document = self.outside.document(bound, path)
        return f"what runs beside the code may do it ({document})" if document else ""


def findings_of(
    bundle: Bundle,
    answers: Mapping[str, Answer],
    codes: Mapping[str, Mapping[int, Code]],
    artifacts: Mapping[str, Artifact],
    faulty: Collection[str],
    around: Around,
) -> tuple[Finding, ...]:
    """The findings of all rules, rule by rule.

    Args:
        bundle: The rules.
        answers: By path, in order.
        codes: By path and line, what is written there.
        artifacts: By path.
        faulty: Rules that are left out.
        around: What else there is.
    """
    found: dict[str, list[Finding]] = {name: [] for name in bundle.rules if name not in faulty}
    for path, answer in answers.items():
        for match in answer.matches:
            name = match.entry.removesuffix(_ACCEPTED)
            if name in found and _counts(bundle.rules[name], match, artifacts[path]):
                bound, code = bundle.rules[name], codes[path][match.line]
                unseen = around.hides(bound, path, code.line[match.column - 1 :])
                found[name].append(_finding(bound, match, artifacts[path], code.shown, unseen))

    def content(finding: Finding) -> str:
        return codes[finding.location.path][finding.location.start_line].digest

    checks = {name: bundle.rules[name].rule.check for name in found}
    grouped = (
        group(made, checks[name].group, content, everywhere=checks[name].everywhere) for name, made in found.items()
    )
    return tuple(finding for findings in grouped for finding in findings)


def _counts(bound: BoundRule, match: Match, artifact: Artifact) -> bool:
    """Whether a rule speaks of a match: semgrep was given all rules, and not each looks at files of this role."""
    check = bound.rule.check
    in_code = not match.commented or check.everywhere or (isinstance(check, SemgrepCheck) and check.comments)
    return in_code and artifact.role in check.roles


def _finding(bound: BoundRule, match: Match, artifact: Artifact, code: str, unseen: str) -> Finding:
    check, path = bound.rule.check, artifact.path
    location = Location(path=path, start_line=match.line, end_line=match.end_line, start_column=match.column)
    accepted = match.entry.endswith(_ACCEPTED)
    outcome = Outcome.PASS if accepted else unfulfilled(bound)
    values = {"path": path, "line": str(match.line), "code": code}
    text = (check.accepted or f"{path} keeps the rule") if accepted else check.message
    if unseen and not accepted:
        outcome, text = Outcome.OPEN, f"cannot tell, since {unseen}, whether: {text}"
    finding = make_finding(bound, outcome, path, location, artifact.role, fill(text, values))
    evidence = (Evidence(description="matched code", location=location, value=_shown(bound, code)),)
    return finding.model_copy(update={"evidence": evidence})


def _shown(bound: BoundRule, code: str) -> str:
    return without_literals(code) if bound.rule.control == CREDENTIALS else code


def problems_of(bundle: Bundle, answers: Mapping[str, Answer], artifacts: Mapping[str, Artifact]) -> Iterator[Problem]:
    """What semgrep did not look at, or not to the end, in the order of the answers."""
    patterns = [pattern for _, _, pattern in bundle.entries()]
    for path, answer in answers.items():
        for fault in answer.faults:
            yield fault.problem(path)
        if not answer.seen and any(pattern.must_see(artifacts[path]) for pattern in patterns):
            message = "semgrep left this file out, so its rules say nothing of it"
            yield Problem(stage="engines", engine="semgrep", message=message, location=Location(path=path))
