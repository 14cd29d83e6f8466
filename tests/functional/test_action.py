"""The GitHub Action's script in a simulated runner: files for outputs and summary, inputs from the environment."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT, Archscan, write

PASSING = {"main.tf": 'provider "aws" {\n  region = "eu-west-2"\n}\n'}
FAILING = {
    "main.tf": 'resource "aws_db_instance" "d" {\n  publicly_accessible = true\n}\n',
    "x.tf": 'provider "aws" {\n  region = "us-west-1"\n}\n',
}


def environment(workspace: Path, runner: Path, **inputs: str) -> dict[str, str]:
    runner.mkdir()
    return {
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        **{f"INPUT_{name.upper()}": value for name, value in inputs.items()},
    }


@pytest.mark.parametrize(("files", "code", "gate"), [(PASSING, 0, "passed"), (FAILING, 1, "failed")])
def test_a_run(archscan: Archscan, tmp_path: Path, files: dict[str, str], code: int, gate: str) -> None:
    workspace = write(tmp_path / "work", files)
    variables = environment(workspace, tmp_path / "runner", json="result.json")
    run = archscan("action", cwd=workspace, environment=variables)
    assert run.code == code, run.err
    outputs = dict(line.split("=", 1) for line in (tmp_path / "runner" / "output").read_text().splitlines())
    assert outputs["gate"] == gate
    result = json.loads((workspace / "result.json").read_text())
    assert float(outputs["coverage"]) == pytest.approx(result["score"]["coverage"], abs=0.001)
    assert json.loads(Path(outputs["sarif"]).read_text())["version"] == "2.1.0"
    first = next(line for line in (tmp_path / "runner" / "summary").read_text().splitlines() if line.strip())
    assert gate in first.lower()


def test_the_gate_can_be_left_to_a_later_step(archscan: Archscan, tmp_path: Path) -> None:
    workspace = write(tmp_path / "work", FAILING)
    run = archscan("action", cwd=workspace, environment=environment(workspace, tmp_path / "runner", fail="false"))
    assert run.code == 0
    assert "gate=failed" in (tmp_path / "runner" / "output").read_text()


@pytest.mark.parametrize(
    "inputs", [{"path": "../.."}, {"sarif": "/etc/x"}, {"policy": "a;b"}, {"fail": "maybe"}, {"offline": "$(id)"}]
)
def test_inputs_are_checked(archscan: Archscan, tmp_path: Path, inputs: dict[str, str]) -> None:
    workspace = write(tmp_path / "work", PASSING)
    run = archscan("action", cwd=workspace, environment=environment(workspace, tmp_path / "runner", **inputs))
    assert run.code == 2
    assert next(iter(inputs)) in run.err


def test_the_metadata_is_sound() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    for step in action["runs"]["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), "pinned by commit"
        else:
            assert step["shell"] == "bash"
            assert "${{" not in step["run"], "inputs reach scripts by the environment only"
    scan = next(step for step in action["runs"]["steps"] if step.get("id") == "scan")
    assert {name.removeprefix("INPUT_").lower() for name in scan["env"]} == set(action["inputs"])
    for output in action["outputs"].values():
        assert re.fullmatch(r"\$\{\{ steps\.scan\.outputs\.\w+ \}\}", output["value"])
