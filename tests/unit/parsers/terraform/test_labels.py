"""Labels and tags."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.resource import Unknown, UnknownReason
from scanner.parsers.terraform.values.labels import labels_of


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"tags": {"Owner": "clinic"}, "labels": {"env": "live"}}, {"Owner": "clinic", "env": "live"}),
        ({"settings": [{"user_labels": {"env": "live"}}]}, {"env": "live"}),
        ({"settings": [{"user_labels": {"env": "test"}}], "user_labels": {"env": "live"}}, {"env": "live"}),
        ({"settings": {"user_labels": {"env": "live"}}}, {}),
        ({"settings": ["user_labels"], "tags": ["env"]}, {}),
        ({"tags": {"env": Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.env")}}, {}),
    ],
)
def test_labels_and_tags_that_are_known(attributes: dict[str, Any], expected: dict[str, str]) -> None:
    assert labels_of(attributes) == expected
