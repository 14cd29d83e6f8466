"""What may be kept holds nothing that a result would not show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from scanner.domain.frozen import Frozen
from scanner.evaluation.keeping import may_be_kept


class Value(Frozen):
    """Anything."""

    text: str = ""
    labels: Mapping[str, str] = {}
    parts: tuple[str, ...] = ()
    settings: tuple[Mapping[str, str], ...] = ()


@pytest.mark.parametrize(
    "parts",
    [
        {"text": "postgres://user:Tr0ub4dor-and-3@db/x"},
        {"text": "patient 943 476 5919"},
        {"labels": {"db_password": "Tr0ub4dor-and-3"}},
        {"labels": {"Password": "C0rrectHorse9"}},
        {"labels": {"token": "LabelTok3n99"}},
        {"labels": {"api_key": "ComposeK3y"}},
        {"parts": ("--db-password", "Tr0ub4dor-and-3")},
        {"settings": ({"name": "DB_PASSWORD", "value": "Tr0ub4dor-and-3"},)},
        {"settings": ({"key": "DB_PASSWORD", "value": "Tr0ub4dor-and-3"},)},
        {"text": "half a letter: \ud800"},
    ],
)
def test_what_is_taken_out_of_results_is_not_kept(parts: dict[str, Any]) -> None:
    assert not may_be_kept(Value(**parts))


@pytest.mark.parametrize(
    "parts",
    [
        {"text": "aws_s3_bucket.records keeps the rule"},
        {"text": "jsonencode(\n  {\n    Statement = []\n  }\n)"},
        {"labels": {"app": "web", "tier": "service", "DataClass": "personal-confidential"}},
        {"parts": ("infrastructure/main.tf", "module.store", "a\tb")},
        {"settings": ({"name": "BUCKET", "value": "records"},)},
    ],
)
def test_all_else_may_be_kept(parts: dict[str, Any]) -> None:
    assert may_be_kept(Value(**parts))
