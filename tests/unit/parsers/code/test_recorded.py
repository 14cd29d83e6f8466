"""Models whose history a library keeps."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

from scanner.parsers.code.recorded import recorded_models

_WARD = {"name": "Ward", "one": "ward", "many": "wards", "line": 2}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("class Ward < ApplicationRecord\n  audited\nend\n", [_WARD]),
        ("class Ward < ApplicationRecord\n  has_paper_trail on: [:update]\n  audited\nend\n", [_WARD]),
        (
            "class Ward < Base\nend\n\nclass Site::BedHistory < ApplicationRecord\n  audited only: :at\nend\n",
            [{"name": "BedHistory", "one": "bed_history", "many": "bed_histories", "line": 5}],
        ),
        ("class Batch\n  audited\nend\n", [{"name": "Batch", "one": "batch", "many": "batches", "line": 2}]),
        ("class Day\n  audited\nend\n", [{"name": "Day", "one": "day", "many": "days", "line": 2}]),
        (
            "class NHSNumber\n  audited\nend\n",
            [{"name": "NHSNumber", "one": "nhs_number", "many": "nhs_numbers", "line": 2}],
        ),
        (
            "class ApplicationRecord < ActiveRecord::Base\n  has_paper_trail\nend\n",
            [{"name": "*", "one": "application_record", "many": "application_records", "line": 2}],
        ),
        ("module Kept\n  included do\n    audited\n  end\nend\n", []),
        ("class Ward\nend\nmodule Kept\n  included do\n    audited\n  end\nend\n", []),
        (
            "class Ward < Base\n  class NotFound < StandardError; end\n  class Bed\n  end\n\n  audited\nend\n",
            [_WARD | {"line": 6}],
        ),
        (
            "class Ward\n  class Lost < Error; end\n  with_options on: :update do\n    audited\n  end\nend\n",
            [_WARD | {"line": 4}],
        ),
        ("module Care\n  class Ward\n    audited\n  end\nend\n", [_WARD | {"line": 3}]),
        (
            "class Letters::Base < ApplicationRecord\n  audited\nend\n",
            [{"name": "Base", "one": "base", "many": "bases", "line": 2}],
        ),
        (
            "class ActiveRecord::Base\n  audited\nend\n",
            [{"name": "*", "one": "base", "many": "bases", "line": 2}],
        ),
        ("class Ward < ApplicationRecord\n  # audited\n  audited_changes\n  audited.size\nend\n", []),
        ("class Ward < ApplicationRecord\nend\n", []),
    ],
)
def test_models_are_named_as_their_rows_are_addressed(source: str, expected: list[dict[str, Any]]) -> None:
    assert recorded_models(source.encode(), "ruby") == expected


@pytest.mark.parametrize(
    "source",
    [
        b"class Ward\n" + b" audited\n" * 200_000,
        b"audited\n" * 240_000,
        b"".join(b"class W%d\n audited\n" % number for number in range(80_000)),
        b"".join(b" " * (number % 1_000) + b"class W\n" for number in range(3_800)) + b" audited\n",
        b"class W" + b"w" * 900_000 + b"; end\n audited\n" + b";" * 900_000,
    ],
)
def test_many_lines_end_soon(source: bytes) -> None:
    assert len(source) < 2_000_000
    begun = perf_counter()
    recorded_models(source, "ruby")
    assert perf_counter() - begun < 5


def test_other_languages_and_what_is_too_large_are_left() -> None:
    source = b"class Ward\n  audited\nend\n"
    assert recorded_models(source, "python") == []
    assert recorded_models(source + b" " * 2_000_000, "ruby") == []
