"""A policy that asks for less than a rule cannot make its control met."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.rule import Rule
from scanner.rules.guardrails import loosened_parameters

OWN = {
    "days": 30,
    "many": 6,
    "regions": ["uk", "ie"],
    "laws": {"aws": ["a", "b"], "azure": ["c"]},
    "asked": ["x"],
    "named": "^a$",
}
STRICTER = {"days": "higher", "many": "lower", "regions": "subset", "laws": "subset", "asked": "superset"}


def rule(parameters: dict[str, Any]) -> Rule:
    return Rule.model_validate(
        {
            "name": "some-rule", "title": "t", "control": "CYBER-01", "severity": "high", "description": "d",
            "rationale": "r", "remediation": "m", "clauses": ["NAP-4"],
            "check": {
                "engine": "native", "subject": {"terraform": ("*",)}, "assert": "true", "message": "m",
                "parameters": parameters, "stricter": STRICTER,
            },
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "loosened"),
    [
        ("days", 31, False),
        ("days", 29, True),
        ("many", 5, False),
        ("many", 7, True),
        ("regions", ["uk"], False),
        ("regions", [], False),
        ("regions", ["uk", "us"], True),
        ("laws", {"aws": [], "azure": []}, False),
        ("laws", {"aws": ["a"]}, False),
        ("laws", {"aws": ["a", "us"], "azure": []}, True),
        ("laws", {"aws": [], "google": ["g"]}, True),
        ("asked", ["x", "y"], False),
        ("asked", [], True),
        ("named", "^.*$", True),
    ],
)
def test_directions(name: str, value: object, loosened: bool) -> None:
    told = list(loosened_parameters(rule(OWN), rule({**OWN, name: value})))
    assert bool(told) is loosened
    assert all(text.startswith(f"some-rule: {name} is ") for text in told)


def test_nothing_changed_is_nothing_loosened() -> None:
    assert not list(loosened_parameters(rule(OWN), rule(dict(OWN))))
