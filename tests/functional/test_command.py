"""The command as a user meets it: exit codes, hints, formats, and the same bytes for the same input."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from scanner.reports import REPORTERS

from .conftest import DAY, ROOT, Archscan, write

SMALL = {
    "main.tf": 'provider "aws" {\n  region = "eu-west-2"\n}\n\nresource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n',
    "app/main.py": "import fastapi\n\napp = fastapi.FastAPI()\n",
    "app/requirements.txt": "fastapi==0.115.0\n",
}


def test_two_runs_give_the_same_bytes_that_the_schema_accepts(started_archscan: Archscan, tmp_path: Path) -> None:
    root = write(tmp_path, SMALL)
    first = started_archscan("scan", root, "--format", "json", "--as-of", DAY)
    second = started_archscan("scan", root, "--format", "json", "--as-of", DAY)
    assert first.out == second.out
    schema = json.loads((ROOT / "schemas" / "assessment.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(first.json)
    assert first.json["inventory"]["terraform_resource_blocks"] == 1
    assert str(tmp_path) not in first.out


def test_every_control_of_the_catalogue_has_a_verdict(archscan: Archscan, tmp_path: Path) -> None:
    result = archscan("scan", write(tmp_path, SMALL), "--format", "json").json
    assert len(result["principles"]) == 12
    assert sum(len(principle["controls"]) for principle in result["principles"]) == 146
    for principle in result["principles"]:
        for control in principle["controls"]:
            found = control["findings"]
            assert control["status"] != "met" or found.get("pass"), f"{control['id']} is met by silence"


def test_an_empty_folder_is_exit_3(archscan: Archscan, tmp_path: Path) -> None:
    run = archscan("scan", tmp_path)
    assert run.code == 3
    assert "no file to scan" in run.err
    (tmp_path / "picture.bin").write_bytes(b"\x00")
    assert archscan("scan", tmp_path).code == 3


def test_a_file_that_is_too_large_is_told_even_if_it_is_all_there_is(archscan: Archscan, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_bytes(b"# x\n" * 2_621_440)
    run = archscan("scan", tmp_path, "--format", "json")
    assert run.code == 4, run.err
    assert run.json["complete"] is False
    assert run.json["inventory"]["oversized_files"] == 1
    told = [(problem["stage"], problem["location"]["path"]) for problem in run.json["problems"]]
    assert ("reading", "main.tf") in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "jsom"], "did you mean json?"),
        (["--report", "json"], "FORMAT=FILE"),
        (["--report", "pdf=x.pdf"], "formats are"),
        (["--policy", "defalt"], "default"),
        (["--as-of", "yesterday"], "YYYY-MM-DD"),
        (["--rules", "/nowhere"], "not a folder"),
        (["--ofline"], "--offline"),
    ],
)
def test_a_wrong_option_is_exit_2_with_a_hint(
    archscan: Archscan, tmp_path: Path, arguments: list[str], told: str
) -> None:
    run = archscan("scan", write(tmp_path, SMALL), *arguments)
    assert run.code == 2, run.err
    assert told in re.sub(r"\s+", " ", run.err)
    assert "Traceback" not in run.err


def test_a_missing_folder_is_exit_2(archscan: Archscan, tmp_path: Path) -> None:
    assert archscan("scan", tmp_path / "nowhere").code == 2


def test_several_reports_of_one_run(archscan: Archscan, tmp_path: Path) -> None:
    root = write(tmp_path / "repo", SMALL)
    files = {name: tmp_path / "out" / f"x.{name}" for name in ("json", "sarif", "markdown", "terminal")}
    run = archscan("scan", root, *[part for name, file in files.items() for part in ("--report", f"{name}={file}")])
    assert run.code in {0, 1}
    assert json.loads(files["json"].read_text())["schema_version"]
    assert json.loads(files["sarif"].read_text())["version"] == "2.1.0"
    assert "\x1b" not in run.out, "colour without a terminal"
    assert files["terminal"].read_text() == run.out


def test_without_engines_and_offline_coverage_is_lower_and_it_is_said(archscan: Archscan, tmp_path: Path) -> None:
    client = "import requests\n\nrequests.get('https://example.org/records', verify=False)\n"
    root = write(tmp_path / "repo", {**SMALL, "client.py": client})
    full = archscan("scan", root, "--format", "json").json
    assert "certificate-check-switched-off" in {finding["rule"] for finding in full["findings"]}
    nowhere = {"ARCHSCAN_HOME": str(tmp_path / "h")}
    bare = archscan("scan", root, "--format", "json", "--offline", "--no-cache", environment=nowhere)
    assert bare.code in {0, 1, 4}
    told = [problem for problem in bare.json["problems"] if problem["engine"] in {"checkov", "semgrep"}]
    assert {problem["engine"] for problem in told} == {"checkov", "semgrep"}
    assert all("archscan engines install" in problem["message"] for problem in told)
    assert bare.json["score"]["coverage"] <= full["score"]["coverage"]
    assert not [finding for finding in bare.json["findings"] if finding["engine"] in {"checkov", "semgrep"}]
    assert not (tmp_path / "h").exists() or not list((tmp_path / "h").rglob("checkov"))


def test_help_says_what_a_user_needs(archscan: Archscan) -> None:
    for arguments in (["--help"], ["scan", "--help"], ["rules", "--help"], ["engines", "--help"]):
        assert archscan(*arguments).code == 0
    assert "Exit codes" in archscan("--help").out
    assert archscan("waivers", "add", "-h").out == archscan("waivers", "add", "--help").out
    options = re.sub(r"[\s│]+", " ", archscan("scan", "--help").out)
    assert f"Formats: {', '.join(REPORTERS)}." in options
    assert archscan("--version").out.startswith("archscan ")


def test_rules_can_be_listed_shown_and_searched(archscan: Archscan) -> None:
    listed = archscan("rules", "list")
    assert listed.code == 0
    name = next(line.split()[0] for line in listed.out.splitlines() if line.startswith("  "))
    shown = archscan("rules", "show", name)
    for part in ("Why it matters", "How to mend it", "Official clauses"):
        assert part in shown.out
    wrong = archscan("rules", "show", name[:-1])
    assert wrong.code == 2
    assert f"did you mean {name}" in wrong.err
