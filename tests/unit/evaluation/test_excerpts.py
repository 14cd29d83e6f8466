"""Lines that are quoted beside findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scanner.domain.artifact import Location
from scanner.evaluation.excerpts import with_excerpts
from scanner.sources.repository import RepositoryReader

if TYPE_CHECKING:
    from tests.unit.evaluation.conftest import Build

WRITTEN = "# f\N{LATIN SMALL LETTER U WITH DIAERESIS}r\npassword: |\n  first\n  hunter2zz\nx: 1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_quoted_as_it_was_read(tmp_path: Path, build: Build, encoding: str) -> None:
    (tmp_path / "app.yaml").write_bytes(WRITTEN.encode(encoding))
    reader = RepositoryReader(tmp_path)
    found = build.finding(location=Location(path="app.yaml", start_line=3))
    (finding,) = with_excerpts([found], reader.walk().artifacts, reader)
    assert finding.excerpt is not None
    assert finding.excerpt.lines[0] == "# f\N{LATIN SMALL LETTER U WITH DIAERESIS}r"
    assert "hunter2" not in finding.model_dump_json()
    assert finding.excerpt.lines[4] == "x: 1"


def test_what_is_no_text_is_not_quoted(tmp_path: Path, build: Build) -> None:
    (tmp_path / "app.yaml").write_bytes(b"password: |\n\0\0\0hunter2zz\n")
    reader = RepositoryReader(tmp_path)
    found = build.finding(location=Location(path="app.yaml", start_line=2))
    (finding,) = with_excerpts([found], reader.walk().artifacts, reader)
    assert finding.excerpt is None
    assert "hunter2" not in finding.model_dump_json()
