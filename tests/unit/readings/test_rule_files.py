"""A rule's file keeps all that is not counted."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scanner.domain.architecture import Confidence
from scanner.domain.rule import Readings
from scanner.errors import UsageError
from scanner.readings.rule_files import with_readings

NEW = Readings(right=12, arguable=1)
WRITTEN = "readings: {right: 12, arguable: 1, wrong: 0}"
RULES = Path(__file__).parents[3] / "rules"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "severity: high  # grave\nconfidence: low  # ?\nreadings: {right: 1, arguable: 0, wrong: 0}  # few\nx: 1\n",
            f"severity: high  # grave\nconfidence: high  # ?\n{WRITTEN}  # few\nx: 1\n",
        ),
        (
            "severity: high\nconfidence: 'low'  # for now\n# what it flags\nx: é\n",
            f"severity: high\nconfidence: high  # for now\n{WRITTEN}\n# what it flags\nx: é\n",
        ),
        (
            "severity: high\r\nx: 1",
            f"severity: high\r\nconfidence: high\r\n{WRITTEN}\r\nx: 1",
        ),
        (
            "severity: high\nconfidence: high\nreadings:\n  # 2\n  right: 1  # one\n  wrong: 0\nx: 1\n",
            "severity: high\nconfidence: high\nreadings:\n  # 2\n  arguable: 1\n  right: 12  # one\n  wrong: 0\nx: 1\n",
        ),
        (
            "severity: high\nreadings: {}\nconfidence: high\n",
            f"severity: high\n{WRITTEN}\nconfidence: high\n",
        ),
    ],
    ids=["in a line", "none before", "neither, of Windows", "in a block", "empty"],
)
def test_only_readings_and_confidence_change(before: str, after: str) -> None:
    assert with_readings(before, NEW, Confidence.HIGH) == after


def test_all_our_own_rules_can_be_changed() -> None:
    for file in RULES.glob("*/*/rule.yaml"):
        text = file.read_bytes().decode()
        changed = with_readings(text, NEW, Confidence.LOW)
        was, now = text.splitlines(), changed.splitlines()
        kept = [line for line in was if not line.startswith(("readings:", "confidence:"))]
        assert [line for line in now if not line.startswith(("readings:", "confidence:"))] == kept, file
        assert yaml.safe_load(changed)["readings"] == NEW.model_dump()


@pytest.mark.parametrize("text", ["{severity: high, x: 1}\n", "x: &n {right: 1}\nseverity: high\nreadings: *n\n"])
def test_what_cannot_be_changed_safely_is_left(text: str) -> None:
    with pytest.raises(UsageError, match="without touching anything else"):
        with_readings(text, NEW, Confidence.HIGH)
