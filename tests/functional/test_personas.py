"""For whom the terminal's report is: as asked for, else as the environment says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Archscan, write

REPOSITORY = {
    "main.tf": 'resource "aws_db_instance" "d" {\n  publicly_accessible = true\n}\n',
    "x.tf": 'provider "aws" {\n  region = "us-west-1"\n}\n',
}
SIGNS = {"developer": "archscan explain ", "ci": "GATE FAILED: ", "assessor": "Every control"}


@pytest.mark.parametrize(
    ("persona", "environment", "shown"),
    [
        (None, {"CI": ""}, "developer"),
        (None, {"CI": "false"}, "developer"),
        (None, {"CI": "true"}, "ci"),
        (None, {"CI": "1"}, "ci"),
        ("developer", {"CI": "true"}, "developer"),
        ("assessor", {"CI": "true"}, "assessor"),
        ("ci", {"CI": ""}, "ci"),
    ],
)
def test_who_reads(
    archscan: Archscan, tmp_path: Path, persona: str | None, environment: dict[str, str], shown: str
) -> None:
    root = write(tmp_path / "repo", REPOSITORY)
    asked = ["--persona", persona] if persona else []
    file = tmp_path / "t.txt"
    run = archscan("scan", root, "--offline", *asked, "--report", f"terminal={file}", environment=environment)
    assert run.code in {0, 1, 4}, run.err
    assert [name for name, sign in SIGNS.items() if sign in run.out] == [shown]
    assert file.read_text() == run.out


def test_whatever_is_listed_can_be_explained_or_waived(archscan: Archscan, tmp_path: Path) -> None:
    root = write(tmp_path / "repo", REPOSITORY)
    run = archscan("scan", root, "--offline", "--persona", "developer")
    listed = run.out.partition("Needs a person's judgement")[2].partition("\n\n")[0].splitlines()[1:]
    assert listed
    prints = {one["fingerprint"] for one in archscan("scan", root, "--offline", "--format", "json").json["findings"]}
    firsts = [line.split()[0] for line in listed if re.match(r"  [0-9a-f]{8,}  ", line)]
    assert firsts
    assert all(any(whole.startswith(short) for whole in prints) for short in firsts)


def test_a_persona_that_is_not_there(archscan: Archscan, tmp_path: Path) -> None:
    run = archscan("scan", tmp_path, "--persona", "auditor")
    assert run.code == 2
    assert "developer, ci, assessor" in run.err


def test_a_workbook_is_not_printed(archscan: Archscan, tmp_path: Path) -> None:
    run = archscan("scan", tmp_path, "--format", "xlsx")
    assert run.code == 2
    assert "--report xlsx=result.xlsx" in run.err
