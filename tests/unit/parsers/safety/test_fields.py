"""Columns and labels are known whatever their author called them."""

# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from scanner.parsers.safety.fields import field_of


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Hazard ID", "id"), ("Ref.", "id"), ("#", "id"), ("**ID**", "id"), ("No", "id"),
        ("Hazard", "title"), ("Hazard name", "title"), ("Hazard (summary)", "title"), ("Description", "description"),
        ("Cause(s)", "cause"), ("Possible causes", "cause"),
        ("Effect", "effect"), ("Potential harm", "effect"), ("Clinical consequences", "effect"),
        ("Severity", "severity"), ("Init S", "severity"), ("Likelihood scoring", "likelihood"),
        ("Probability", "likelihood"),
        ("Initial L×S", "risk"), ("Risk rating", "risk"), ("Initial risk", "risk"),
        ("Existing controls", "controls"), ("Risk control measures", "controls"), ("Further mitigations", "controls"),
        ("Residual severity", "residual_severity"), ("Res L", "residual_likelihood"), ("Residual L×S", "residual_risk"),
        ("Risk after controls", "residual_risk"), ("Post-mitigation risk score", "residual_risk"),
        ("Residual", "residual_risk"),
        ("Residual hazard risk assessment", "residual_risk"),
        ("Verification", "verification"), ("Test evidence", "verification"), ("Testing evidence", "verification"),
        ("Hazard owner", "owner"), ("Assigned to", "owner"), ("Hazard status", "status"), ("Open/closed", "status"),
        ("Date identified", None), ("Category", None), ("", None), ("x" * 100, None),
    ],
)  # fmt: skip
def test_labels(label: str, field: str | None) -> None:
    assert field_of(label) == field
