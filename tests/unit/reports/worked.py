"""A result that has everything a report can meet: a real scan with waivers, a baseline, excerpts, and hostile words."""

from __future__ import annotations

from datetime import date
from typing import Any

from scanner.domain.artifact import Location, Role
from scanner.domain.assessment import Assessment, Status
from scanner.domain.baseline import BaselineKind, Comparison, KnownFinding
from scanner.domain.finding import Evidence, Excerpt, Finding, Outcome, RelatedLocation
from scanner.domain.resource import Problem
from scanner.domain.waiver import Form, Trust, WaiverRecord, WaiverState
from scanner.interfaces import ReportContext
from tests.own_rules import assessed, report_context

_OF_A_TEST = 7
"""Every so manieth finding stands in a test."""
DAY = date(2026, 11, 21)
HOSTILE = (
    "\x1b[31m<img src=x onerror=alert(1)> [a](javascript:alert(1)) \\](https://evil.example) ![i](//evil.example/p.png)"
    " <https://evil.example> <a@evil.example>"
    " | `x` **b** @nhsengland #12\n::error file=a.tf::pwned\r\n##[command]x ##vso[task.setvariable]y {0} {{1}}"
    " \u202e\u2028\u0085\ufeff\ud800 </script> =cmd|' /C calc'!A0 {{ insert: param, x }} \x00\x07%0a::warning::x"
)


def scanned() -> tuple[Assessment, ReportContext]:
    """What the scan of an example gives."""
    return assessed("legacy-product", DAY), report_context()


def record(id_: str, **more: Any) -> WaiverRecord:
    """A line of the register."""
    values: dict[str, Any] = {
        "form": Form.FILE,
        "trust": Trust.SUPPLIER,
        "state": WaiverState.APPLIED,
        "reason": "The old estate is switched off in spring",
        "owner": "Head of platform",
        "created": "2026-10-01",
        "expires": "2027-03-31",
        "ticket": "OPS-7",
        "days_left": 130,
        "location": Location(path="archscan-waivers.yaml", start_line=3),
    }
    return WaiverRecord(id=id_, **{**values, **more})


def filed(words: str = "") -> Assessment:
    """The scan with two waivers that are applied, four that are not, a baseline, excerpts and problems.

    Args:
        words: Put into every text that could come from a repository.
    """
    made, _ = scanned()
    exempt = made.principles[0].controls[0].id
    numbered = [one for number, one in enumerate(made.findings) if number % _OF_A_TEST != _OF_A_TEST - 1]
    fails = [one for one in numbered if one.outcome is Outcome.FAIL and one.control != exempt]
    first, second = fails[0], fails[1]
    known = {one.fingerprint for one in fails[2:5]}
    findings = tuple(_dressed(one, number, words, known) for number, one in enumerate(made.findings))
    waived = {
        first.fingerprint: {"waiver": "W-000000000001"},
        second.fingerprint: {"waiver": "W-000000000002", "approved": True},
    }
    return made.model_copy(
        update={
            "findings": tuple(one.model_copy(update=waived.get(one.fingerprint, {})) for one in findings),
            "waivers": _register(words, first, second),
            "comparison": _comparison(words),
            "problems": (
                Problem(stage="engines", engine="semgrep", message=f"semgrep is not installed {words}"),
                Problem(stage="parsing", engine="terraform", message="x", location=Location(path=f"a{words}.tf")),
            ),
            "principles": _one_exempt(made),
            "policy": made.policy.model_copy(update={"overrides": (f"fail_on: high {words}",), "loosened": ("x: 1",)}),
            "source": made.source.model_copy(update={"uri": f"https://example.org/trust/portal{words}"}),
        }
    )


def _dressed(finding: Finding, number: int, words: str, known: set[str]) -> Finding:
    if finding.outcome not in {Outcome.FAIL, Outcome.REVIEW}:
        return finding
    line = finding.location.start_line
    lines = tuple(f"{'  ' * (n % 3)}line {n} {words}" for n in range(max(1, line - 2), line + 3))
    place = Location(path=f"{words}/{finding.location.path}", start_line=line) if words else finding.location
    return finding.model_copy(
        update={
            "excerpt": Excerpt(start_line=max(1, line - 2), lines=lines),
            "message": f"{finding.message} {words}",
            "subject": f"{finding.subject} {words}",
            "location": place.model_copy(update={"start_column": 1 + number % 3}),
            "baseline": finding.fingerprint in known,
            "role": Role.TEST if number % _OF_A_TEST == _OF_A_TEST - 1 else finding.role,
            "related": (RelatedLocation(path=f"infra/{words}[1](2).tf", start_line=4, note=words or "used here"),),
            "evidence": (*finding.evidence, Evidence(description=f"found {words}", location=place, value=words or "v")),
        }
    )


def _register(words: str, first: Finding, second: Finding) -> tuple[WaiverRecord, ...]:
    return (
        record("W-000000000001", rule=first.rule, findings=(first.fingerprint,), form=Form.INLINE, reason=f"r {words}"),
        record(
            "W-000000000002",
            rule=second.rule,
            findings=(second.fingerprint,),
            form=Form.APPROVALS,
            trust=Trust.APPROVED,
            approved_by=f"A. Ssessor {words}",
            owner=f"O. Wner {words}",
        ),
        record("W-000000000003", state=WaiverState.EXPIRED, rule="x", expires="2026-01-01", note=f"ended {words}"),
        record("W-000000000004", state=WaiverState.UNMATCHED, rule="y"),
        record("W-000000000005", state=WaiverState.MALFORMED, created=words, expires="tomorrow" + words, reason=words),
        record("W-000000000006", state=WaiverState.IGNORED, location=None),
    )


def _comparison(words: str) -> Comparison:
    gone = KnownFinding(fingerprint="f" * 32, rule="bucket-open", outcome=Outcome.FAIL, path=f"gone{words}.tf")
    return Comparison(
        kind=BaselineKind.REVISION, name=f"main{words}", new=3, review=1, known=3, moved=0, mended=(gone,), note=words
    )


def _one_exempt(made: Assessment) -> tuple[Any, ...]:
    """The principles with their very first control set aside by the profile."""
    principle, *others = made.principles
    control, *rest = principle.controls
    exempt = control.model_copy(
        update={"status": Status.NOT_APPLICABLE, "score": None, "reason": "the profile says no"}
    )
    return (principle.model_copy(update={"controls": (exempt, *rest)}), *others)
