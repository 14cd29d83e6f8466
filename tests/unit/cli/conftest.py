"""A small result, made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location, Source
from scanner.domain.assessment import Assessment, GateResult, PolicyReference, Score, Tool
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome

Finds = Callable[..., Finding]
Makes = Callable[[Sequence[Finding]], Assessment]


@pytest.fixture
def finding() -> Finds:
    def make(rule: str = "bucket-open", severity: str = "high", path: str = "infra/main.tf", **more: Any) -> Finding:
        values: dict[str, Any] = {
            "outcome": Outcome.FAIL,
            "message": "aws_s3_bucket.logs can be read by everyone",
            "location": Location(path=path, start_line=12, end_line=18),
        }
        return Finding(
            rule=rule, control="CYBER-01", principle="CYBER", engine="native", confidence=Confidence.HIGH,
            severity=Severity(severity), subject=f"{rule} {path}", **{**values, **more},
        )  # fmt: skip

    return make


@pytest.fixture
def assessment() -> Makes:
    def make(findings: Sequence[Finding]) -> Assessment:
        return Assessment(
            tool=Tool(name="archscan", version="0.1.0"),
            source=Source(uri="x"),
            policy=PolicyReference(id="default", title="Default", version="1.0", as_of="2026-11-21"),
            packs=(),
            score=Score(value=None, low=None, high=None, without_waivers=None, coverage=0),
            gate=GateResult(passed=True),
            principles=(),
            findings=tuple(findings),
            inventory={},
            problems=(),
        )

    return make
