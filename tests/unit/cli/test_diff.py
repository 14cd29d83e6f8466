from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from scanner.cli import app
from scanner.domain.catalog import Severity

from .conftest import Finds, Makes


def test_what_became_worse_is_told_with_its_grade_and_not_cut(
    finding: Finds, assessment: Makes, tmp_path: Path
) -> None:
    found = [finding(path=f"{n}.tf", severity="medium", fingerprint=f"{n:064x}") for n in range(60)]
    worst = finding("worst", "medium", "y.tf", graded=Severity.CRITICAL, fingerprint="f" * 64)
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    before.write_text(assessment([]).model_dump_json(), "utf-8")
    after.write_text(assessment([*found, worst]).model_dump_json(), "utf-8")
    done = CliRunner().invoke(app, ["diff", str(before), str(after)])
    assert done.exit_code == 1
    told = [line for line in done.stdout.splitlines() if line.startswith("+")]
    assert told[0].startswith("+ medium (graded critical) worst y.tf:12 ")
    assert told[1].startswith("+ medium bucket-open 0.tf:12 ")
