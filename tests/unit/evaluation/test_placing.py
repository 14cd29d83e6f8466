from __future__ import annotations

import pytest

from scanner.domain.assessment import Assessment
from scanner.evaluation.placing import placed
from tests.own_rules import assessed


@pytest.fixture(scope="module")
def whole() -> Assessment:
    """A result with a path through the architecture in it."""
    made = assessed("wired-frontend")
    assert any(one.path for one in made.findings)
    assert any(one.related for one in made.findings)
    return made


def test_every_place_is_moved(whole: Assessment) -> None:
    moved = placed(whole, lambda path: f"services/{path}")
    texts = [*_places(moved)]
    assert texts
    assert all(text == "." or text.startswith("services/") for text in texts), texts
    assert [one.fingerprint for one in moved.findings] == [one.fingerprint for one in whole.findings]
    assert placed(whole, lambda path: path) == whole


def _places(assessment: Assessment) -> list[str]:
    """Every ``path`` beside a ``start_line`` in the result as JSON."""
    found: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            if "start_line" in value and isinstance(value.get("path"), str):
                found.append(value["path"])
            for inside in value.values():
                look(inside)
        elif isinstance(value, list | tuple):
            for inside in value:
                look(inside)

    look(assessment.model_dump(mode="json"))
    return found
