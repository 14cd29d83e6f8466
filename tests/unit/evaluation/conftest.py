"""Builds findings, rules, catalogues and policies by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location, Role
from scanner.domain.catalog import Catalog, Control, Principle, Severity, VerdictClass
from scanner.domain.finding import Finding, Outcome
from scanner.domain.policy import Policy
from scanner.domain.rule import Rule
from scanner.interfaces import BoundRule

SEVERITY_WEIGHTS = {Severity.CRITICAL: 10, Severity.HIGH: 5, Severity.MEDIUM: 2, Severity.LOW: 1}


class Build:
    """Makes values with as little writing as a test can do with."""

    def finding(
        self, outcome: str = "fail", rule: str = "open-bucket", control: str = "CLOUD-01", **more: Any
    ) -> Finding:
        values: dict[str, Any] = {
            "engine": "native",
            "confidence": Confidence.HIGH,
            "severity": Severity.HIGH,
            "message": "the bucket is public",
            "subject": "aws_s3_bucket.logs",
            "location": Location(path="main.tf", start_line=3),
            "principle": control.partition("-")[0],
        }
        return Finding(rule=rule, control=control, outcome=Outcome(outcome), **{**values, **more})

    def rule(
        self, name: str, control: str = "CLOUD-01", engine: str = "native", roles: tuple[Role, ...] = (Role.PRODUCT,)
    ) -> BoundRule:
        check: dict[str, Any] = {"engine": engine, "message": "m", "roles": roles}
        if engine == "native":
            check |= {"subject": {"terraform": ("*",)}, "assert": "true"}
        elif engine == "checkov":
            check |= {"ids": ("CKV_AWS_1",)}
        elif engine == "evidence":
            check |= {"documents": ("*.md",)}
        rule = Rule.model_validate(
            {
                "name": name,
                "title": name,
                "control": control,
                "severity": "high",
                "description": "d",
                "rationale": "r",
                "remediation": "m",
                "clauses": ["NAP-4"],
                "check": check,
            }
        )
        return BoundRule(rule=rule, folder=Path(), principle=control.partition("-")[0])

    def control(self, id_: str, severity: str = "high", verdict: str = "automatic", decisive: str = "") -> Control:
        return Control(
            id=id_,
            title=id_,
            principle=id_.partition("-")[0],
            severity=Severity(severity),
            verdict=VerdictClass(verdict),
            objective="o",
            decisive=bool(decisive),
        )

    def catalog(self, *controls: Control) -> Catalog:
        ids = dict.fromkeys(control.principle for control in controls)
        principles = tuple(Principle(id=id_, title=id_.title(), statement="s", why="w") for id_ in ids)
        return Catalog(version="1", principles=principles, controls=controls, clauses=())

    def policy(self, catalog: Catalog, **more: Any) -> Policy:
        values: dict[str, Any] = {
            "id": "default",
            "title": "t",
            "version": "1",
            "description": "d",
            "packs": tuple(p.id.lower() for p in catalog.principles),
            "weights": {p.id: 1 for p in catalog.principles},
            "severity_weights": SEVERITY_WEIGHTS,
        }
        return Policy(**{**values, **more})


@pytest.fixture(scope="session")
def build() -> Build:
    return Build()
