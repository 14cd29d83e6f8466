"""Builds results and rules by hand."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location, Source
from scanner.domain.assessment import (
    Assessment,
    ControlResult,
    GateResult,
    PackReference,
    PolicyReference,
    PrincipleResult,
    Score,
    Status,
    Tool,
)
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome
from scanner.domain.rule import Readings, Rule


class Build:
    """Makes values with as little writing as a test can do with."""

    def finding(self, rule: str = "open-bucket", path: str = "main.tf", line: int = 3, **more: Any) -> Finding:
        values: dict[str, Any] = {"outcome": Outcome.FAIL, "severity": Severity.HIGH, "message": "it is open", **more}
        return Finding(
            rule=rule, control="CLOUD-01", principle="CLOUD", engine="native", confidence=Confidence.HIGH,
            subject="s", location=Location(path=path, start_line=line), **values,
        )  # fmt: skip

    def result(
        self, uri: str, *findings: Finding, judged: tuple[str, ...] = ("open-bucket",), **more: Any
    ) -> Assessment:
        control = ControlResult(
            id="CLOUD-01", title="t", status=Status.MET, score=1, severity=Severity.HIGH, rules=judged
        )
        principle = PrincipleResult(id="CLOUD", title="t", status=Status.MET, score=1, coverage=1, controls=(control,))
        score = Score(value=1, low=1, high=1, without_waivers=1, coverage=1)
        values: dict[str, Any] = {"problems": (), **more}
        return Assessment(
            tool=Tool(name="archscan", version="0"), source=Source(uri=uri, revision="c0ffee"),
            policy=PolicyReference(id="p", title="t", version="1", as_of="2026-11-01"),
            packs=(PackReference(id="cloud", version="1", digest="d"),), score=score, gate=GateResult(passed=True),
            principles=(principle,), findings=findings, inventory={}, **values,
        )  # fmt: skip

    def rule(
        self, name: str = "open-bucket", *, everywhere: bool = False, readings: Readings | None = None, **more: Any
    ) -> Rule:
        check = {"engine": "evidence", "documents": ["*.md"], "message": "m", "everywhere": everywhere}
        return Rule.model_validate({
            "name": name, "title": name, "control": "CLOUD-01", "severity": "high", "description": "d",
            "rationale": "r", "remediation": "m", "clauses": ["NAP-4"], "check": check,
            "readings": readings or Readings(), **more,
        })  # fmt: skip


@pytest.fixture(scope="session")
def build() -> Build:
    return Build()
