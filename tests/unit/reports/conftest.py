"""Builds a result by hand, with real rules beside it, and one in which everything is hostile."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location, Role, Source
from scanner.domain.assessment import (
    Assessment,
    ControlResult,
    GateResult,
    PackReference,
    PolicyReference,
    PrincipleResult,
    ProfileAnswer,
    Score,
    Status,
    Tool,
)
from scanner.domain.baseline import BaselineKind, Comparison, KnownFinding
from scanner.domain.catalog import Catalog, Clause, Provenance, Severity
from scanner.domain.finding import Evidence, Excerpt, Finding, Outcome, RelatedLocation
from scanner.domain.resource import Problem
from scanner.domain.rule import Rule
from scanner.domain.waiver import Form, Trust, WaiverRecord, WaiverState
from scanner.evaluation.merge import merge
from scanner.interfaces import ReportContext

HOSTILE = (
    "\x1b[31m[bold]<img src=x onerror=alert(1)>[/bold] | `x` **b** _i_ [a](javascript:alert(1)) @nhsengland #12 "
    "https://evil.example www.evil.example\n::error file=a.tf::pwned\r\n##[command]x ##vso[task.setvariable]y "
    "{0} {{1}} \u202e\u2028 </code></td></script> =cmd|' /C calc'!A0 \x00\x07"
)


class Build:
    """Makes values with as little writing as a test can do with."""

    def finding(self, outcome: str = "fail", rule: str = "bucket-open-to-everyone", **more: Any) -> Finding:
        values: dict[str, Any] = {
            "control": "CYBER-01",
            "principle": "CYBER",
            "engine": "native",
            "confidence": Confidence.HIGH,
            "severity": Severity.HIGH,
            "message": "aws_s3_bucket.logs can be read by everyone",
            "subject": "aws_s3_bucket.logs",
            "location": Location(path="infra/main.tf", start_line=12, end_line=18, start_column=3),
        }
        return Finding(rule=rule, outcome=Outcome(outcome), **{**values, **more})

    def rule(self, name: str, title: str, control: str = "CYBER-01", **more: Any) -> Rule:
        values: dict[str, Any] = {
            "name": name,
            "title": title,
            "control": control,
            "severity": "high",
            "description": f"{title}. It is declared so.",
            "rationale": "Whoever finds the name reads what patients told in confidence. It has happened.",
            "remediation": "Set block_public_access on the bucket. Then look who read it.",
            "example": {"language": "hcl", "before": 'acl = "public-read"', "after": 'acl = "private"'},
            "clauses": ("NAP-4", "TCoP-6"),
            "check": {
                "engine": "native",
                "subject": {"terraform": ("aws_s3_bucket",)},
                "assert": "true",
                "message": "m",
            },
        }
        return Rule.model_validate({**values, **more})

    def context(self, **more: Any) -> ReportContext:
        rules = [
            self.rule("bucket-open-to-everyone", "A bucket can be read by everyone"),
            self.rule("server-without-patches", "A server is never patched", "UPGRADABLE-02"),
        ]
        clause = Clause(id="NAP-4", title="Use the cloud well", provenance=Provenance.READ)
        catalog = Catalog(version="1", principles=(), controls=(), clauses=(clause,))
        return ReportContext(rules={rule.name: rule for rule in rules}, catalog=catalog, **more)

    def assessment(self, *findings: Finding, **more: Any) -> Assessment:
        values: dict[str, Any] = {
            "tool": Tool(name="archscan", version="0.1.0"),
            "source": Source(uri="supplier-portal", revision="0123456789abcdef", branch="main"),
            "policy": PolicyReference(
                id="default", title="NHS architectural principles", version="1.0", as_of="2026-11-21"
            ),
            "packs": (PackReference(id="cyber", version="1.2", digest="d" * 64),),
            "score": Score(value=61.4, low=25.0, high=84.2, without_waivers=58.0, coverage=0.4082),
            "gate": GateResult(passed=False, reasons=("1 critical failure without a waiver: bucket-open-to-everyone",)),
            "principles": (
                self.principle("CYBER", "Best cyber standards", Status.NOT_MET, 50.0),
                self.principle("DATA", "Data layer with registers and APIs", Status.NOT_ASSESSED, None),
            ),
            "findings": merge(findings),
            "inventory": {"terraform_resources": 1204, "files": 310},
            "problems": (),
        }
        return Assessment(**{**values, **more})

    def principle(self, id_: str, title: str, status: Status, score: float | None) -> PrincipleResult:
        control = ControlResult(
            id=f"{id_}-01",
            title=f"First control of {id_}",
            status=status,
            score=score,
            severity=Severity.CRITICAL,
            reason="2 of 4 subjects comply",
            rules=("bucket-open-to-everyone",),
            findings={"fail": 2},
        )
        coverage = 0.0 if score is None else 1.0
        return PrincipleResult(id=id_, title=title, status=status, score=score, coverage=coverage, controls=(control,))

    def ordinary(self) -> Assessment:
        """A result with something of everything."""
        buckets = [
            self.finding(
                severity=Severity.CRITICAL,
                subject=f"aws_s3_bucket.b{n}",
                message=f"aws_s3_bucket.b{n} can be read by everyone",
                location=Location(path=f"infra/b{n}.tf", start_line=n),
            )
            for n in range(1, 6)
        ]
        related = tuple(RelatedLocation(path=f"envs/{n}.tf", start_line=n, note="used here") for n in range(1, 4))
        return self.assessment(
            *buckets,
            self.finding(
                rule="server-without-patches", principle="UPGRADABLE", control="UPGRADABLE-02", related=related
            ),
            self.finding(
                "review", rule="unknown-rule", subject="src/app.py", location=Location(path="src/app.py", start_line=7)
            ),
            self.finding("open", subject="aws_s3_bucket.maybe"),
            self.finding("pass", subject="aws_s3_bucket.good", message="is private"),
            self.finding(subject="aws_s3_bucket.old", waiver="accepted until 2027 (TICKET-7)"),
            self.finding(subject="aws_s3_bucket.test", role=Role.TEST),
            problems=(
                Problem(stage="engines", engine="checkov", message="checkov is not installed"),
                *(
                    Problem(
                        stage="parsing",
                        engine="terraform",
                        message="unexpected token",
                        location=Location(path=f"x{n}.tf", start_line=n),
                    )
                    for n in range(1, 6)
                ),
            ),
        )

    def compared(self) -> Assessment:
        """A result of a change: a register of waivers, a baseline, lines of source, and answers of the supplier."""
        lines = ('resource "aws_s3_bucket" "new" {', '  acl = "public-read"', "}")
        new = self.finding(
            subject="aws_s3_bucket.new",
            message="aws_s3_bucket.new can be read by everyone",
            location=Location(path="infra/new.tf", start_line=2),
            excerpt=Excerpt(start_line=1, lines=lines),
        )
        known = [
            self.finding(
                rule="server-without-patches",
                principle="CYBER",
                severity=Severity.CRITICAL,
                subject=f"aws_instance.s{n}",
                location=Location(path="infra/old.tf", start_line=n),
                baseline=True,
            )
            for n in range(1, 5)
        ]
        waived = self.finding(
            subject="aws_s3_bucket.old",
            location=Location(path="infra/old.tf", start_line=90),
            waiver="W-111111111111",
            approved=True,
        )
        others = [
            self.finding("review", subject="src/app.py", location=Location(path="src/app.py", start_line=7)),
            self.finding("review", subject="src/old.py", location=Location(path="src/old.py"), baseline=True),
            self.finding("open", subject="aws_s3_bucket.maybe"),
            self.finding("pass", subject="aws_s3_bucket.good", message="aws_s3_bucket.good is private"),
        ]
        gone = KnownFinding(
            fingerprint="f" * 64, rule="bucket-open-to-everyone", outcome=Outcome.FAIL, path="infra/x.tf"
        )
        comparison = Comparison(
            kind=BaselineKind.REVISION, name="main", revision="89abcdef01234567",
            new=1, review=1, known=4, moved=1, mended=(gone, gone.model_copy(update={"fingerprint": "e" * 64})),
        )  # fmt: skip
        score = Score(
            value=61.4, low=25.0, high=84.2, with_supplier_waivers=61.4, with_approved_waivers=60.0,
            without_waivers=58.0, coverage=0.4082,
        )  # fmt: skip
        return self.assessment(
            new, *known, waived, *others,
            waivers=self.register(), comparison=comparison, score=score, profile=(self.answer(),),
            problems=(Problem(stage="engines", engine="checkov", message="checkov is not installed"),),
        )  # fmt: skip

    def register(self) -> tuple[WaiverRecord, ...]:
        """Waivers of both kinds of trust, in force and not."""
        common = {
            "rule": "bucket-open-to-everyone",
            "reason": "read by the public on purpose",
            "owner": "ops@example.org",
        }
        return (
            WaiverRecord(
                id="W-111111111111", form=Form.FILE, trust=Trust.APPROVED, state=WaiverState.APPLIED,
                subject="aws_s3_bucket.old", created="2026-11-01", expires="2026-11-30", days_left=9,
                ticket="OPS-7", approved_by="An Assessor", note="ends in 9 days",
                location=Location(path="archscan-waivers.yaml", start_line=2), findings=("a" * 64,), **common,
            ),
            WaiverRecord(
                id="W-222222222222", form=Form.INLINE, trust=Trust.SUPPLIER, state=WaiverState.EXPIRED,
                path="infra/x.tf", expires="2026-01-31", note="expired on 2026-01-31", **common,
            ),
        )  # fmt: skip

    def answer(self) -> ProfileAnswer:
        """What a supplier says of the product."""
        return ProfileAnswer(
            question="user_interface", text="Does the product have a user interface?", answer="no", version=1,
            answered="2026-10-01", by="The product owner", reason="it is an API", not_applicable=("BROWSER-01",),
            location=Location(path="archscan.yaml", start_line=3),
        )  # fmt: skip

    def in_environments(self, *others: str) -> Assessment:
        """A failure that holds in one environment and not in others."""
        where = {"environments": ("environments/dev",), "other_environments": others}
        return self.assessment(self.finding(**where), self.finding("open", subject="aws_s3_bucket.maybe", **where))

    def hostile(self) -> Assessment:
        """Every text that could come from a repository tries to be more than text."""
        path = "src/\udc80" + HOSTILE.replace("/", "_")
        findings = [
            self.finding(
                outcome,
                rule=rule,
                message=HOSTILE + "x" * 10_000,
                subject=HOSTILE,
                location=Location(path=path, start_line=1),
                related=(RelatedLocation(path=path, start_line=1, note=HOSTILE),),
                evidence=(Evidence(description=HOSTILE, value=HOSTILE),),
                waiver=waiver,
                environments=(HOSTILE,),
                other_environments=(path, HOSTILE),
            )
            for outcome, rule, waiver in [
                ("fail", "bucket-open-to-everyone", None),
                ("fail", "server-without-patches", HOSTILE),
                ("review", "bucket-open-to-everyone", None),
                ("open", "bucket-open-to-everyone", None),
            ]
        ]
        problem = Problem(stage="parsing", engine="terraform", message=HOSTILE, location=Location(path=path))
        return self.assessment(
            *findings,
            source=Source(uri=HOSTILE, revision=HOSTILE),
            problems=(problem,),
            gate=GateResult(passed=False, reasons=(HOSTILE,)),
            inventory={HOSTILE: 3},
        )

    def hostile_change(self) -> Assessment:
        """The same with a register of waivers, a baseline, lines of source and answers, all of them hostile."""
        path = "src/" + HOSTILE.replace("/", "_")
        finding = self.finding(
            message=HOSTILE,
            subject=HOSTILE + "new",
            location=Location(path=path, start_line=2),
            excerpt=Excerpt(start_line=1, lines=("```", "::error::x " + HOSTILE, "</pre>", "| a |", "##[x]")),
        )
        known = KnownFinding(fingerprint="f" * 64, rule=HOSTILE, outcome=Outcome.FAIL, path=path)
        record = self.register()[0]
        words = ("rule", "subject", "path", "reason", "owner", "created", "expires", "ticket", "approved_by", "note")
        place = Location(path=path, start_line=1)
        waivers = [record.model_copy(update={**dict.fromkeys(words, HOSTILE), "location": place})]
        comparison = Comparison(
            kind=BaselineKind.FILE, name=HOSTILE, new=1, review=0, known=0, moved=0, mended=(known,), note=HOSTILE
        )
        answer = self.answer().model_copy(update={"by": HOSTILE, "reason": HOSTILE, "location": place})
        before = self.hostile()
        return before.model_copy(
            update={
                "findings": merge([*before.findings, finding]),
                "waivers": tuple(waivers),
                "comparison": comparison,
                "profile": (answer,),
                "policy": before.policy.model_copy(update={"overrides": (HOSTILE,), "loosened": (HOSTILE,)}),
            }
        )


@pytest.fixture(scope="session")
def build() -> Build:
    return Build()
