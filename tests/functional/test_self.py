"""archscan keeps what it asks of others: its own repository, by its own policy."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.functional.conftest import DAY, ROOT, Archscan


@pytest.fixture
def result(archscan: Archscan) -> dict[str, Any]:
    return archscan("scan", ROOT, "--policy", "self", "--as-of", DAY, "--offline", "--format", "json").json


def test_our_own_gate_is_open_and_no_waiver_of_ours_is_idle(result: dict[str, Any]) -> None:
    assert result["gate"] == {"passed": True, "reasons": [], "scope": ""}
    assert result["complete"]
    assert {one["state"] for one in result["waivers"]} == {"applied"}


def test_the_readme_says_what_that_gives(result: dict[str, Any]) -> None:
    readme = (ROOT / "README.md").read_text()
    score = result["score"]
    said = f"score {score['value']:g}, {score['without_waivers']:g} without waivers, coverage {score['coverage']:.0%}"
    assert said in re.sub(r"\s+", " ", readme)
    assert f"{len(result['waivers'])} waivers" in readme
