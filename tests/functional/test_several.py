"""One product in several repositories: one result, places by repository, and what is missing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import Archscan, write

TABLE = 'resource "aws_dynamodb_table" "records" {\n  name     = "records"\n  hash_key = "id"\n}\n'
RECOVERY = "document-store-without-recovery"
MODULE = """
variable "recovery" {}

resource "aws_dynamodb_table" "this" {
  name     = "records"
  hash_key = "id"

  point_in_time_recovery {
    enabled = var.recovery
  }
}
"""
CLONED = "git::https://example.org/trust/modules.git//table?ref=1.0"
CALL = (
    'provider "aws" {\n  region = "eu-west-2"\n}\n\n'
    f'module "records" {{\n  source = "{CLONED}"\n  recovery = false\n}}\n'
)
APP = {
    "app.py": "import boto3\n\ntable = boto3.resource('dynamodb').Table('records')\n",
    "requirements.txt": "boto3==1.40.0\n",
}


def test_places_of_the_second_stand_below_its_name(archscan: Archscan, tmp_path: Path) -> None:
    app, infra = write(tmp_path / "app", APP), write(tmp_path / "deploy", {"main.tf": TABLE})
    alone = archscan("scan", app, "--offline", "--format", "json").json
    both = archscan("scan", app, f"infra={infra}", "--offline", "--format", "json").json
    assert not any(one["location"]["path"].endswith(".tf") for one in alone["findings"])
    assert "infra/main.tf" in {one["location"]["path"] for one in both["findings"]}
    assert [part["name"] for part in both["source"]["parts"]] == ["infra"]
    assert both["inventory"]["files"] == 3
    named = archscan("scan", app, infra, "--offline", "--format", "json").json
    assert "deploy/main.tf" in {one["location"]["path"] for one in named["findings"]}


def test_a_module_that_is_cloned_at_build_time_is_read_from_its_own_repository(
    archscan: Archscan, tmp_path: Path
) -> None:
    declared = (
        'terraform:\n  modules:\n    "git::https://example.org/trust/modules.git//table?ref=1.0": modules/table\n'
    )
    infra = write(tmp_path / "infra", {"main.tf": CALL, "archscan.yaml": declared})
    modules = write(tmp_path / "modules", {"table/main.tf": MODULE})
    result = archscan("scan", infra, modules, "--offline", "--format", "json").json
    judged = {one["subject"]: one["outcome"] for one in result["findings"] if one["rule"] == RECOVERY}
    assert judged == {"aws_dynamodb_table.this": "fail"}, "what the module leaves open is what its caller says"
    assert result["inventory"]["terraform_resources"] == 1
    assert not [one for one in result["problems"] if "modules.git" in one["message"]]


def test_a_result_is_recalled_and_made_again_when_any_of_them_changes(archscan: Archscan, tmp_path: Path) -> None:
    app, infra = write(tmp_path / "app", APP), write(tmp_path / "infra", {"main.tf": TABLE})
    environment = {"ARCHSCAN_CACHE": str(tmp_path / "cache")}
    first = archscan("scan", app, infra, "--offline", "--format", "json", environment=environment)
    again = archscan("scan", app, infra, "--offline", "--format", "json", environment=environment)
    assert again.out == first.out
    (infra / "more.tf").write_text(TABLE.replace('"records" {', '"more" {'))
    after = archscan("scan", app, infra, "--offline", "--format", "json", environment=environment)
    assert after.out != first.out
    assert "infra/more.tf" in {one["location"]["path"] for one in after.json["findings"]}


def test_a_repository_that_is_declared_and_not_given_is_told(archscan: Archscan, tmp_path: Path) -> None:
    declared = "related:\n  - {name: infra, holds: the infrastructure, url: https://example.org/trust/infra}\n"
    app = write(tmp_path / "app", {**APP, "archscan.yaml": declared})
    infra = write(tmp_path / "infra", {"main.tf": TABLE})

    def told(*more: Path) -> list[str]:
        found = archscan("scan", app, *more, "--offline", "--format", "json").json["problems"]
        return [one["message"] for one in found if "was not scanned" in one["message"]]

    (said,) = told()
    assert said.startswith("infra (https://example.org/trust/infra) was not scanned, which holds the infrastructure:")
    assert told(infra) == []


def test_only_the_first_declares(archscan: Archscan, tmp_path: Path) -> None:
    app = write(tmp_path / "app", APP)
    profile = (
        'profile:\n  answers:\n    user_interface: {answer: "no", version: 1, answered: 2026-11-02, by: x, reason: y}\n'
    )
    other = write(tmp_path / "other", {"main.tf": TABLE, "archscan.yaml": profile})
    result = archscan("scan", app, other, "--offline", "--format", "json").json
    assert result["profile"] == []
    (problem,) = [one for one in result["problems"] if "archscan.yaml of this repository is not read" in one["message"]]
    assert problem["location"]["path"] == "other/archscan.yaml"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["infra", "x/infra"], "two repositories are called 'infra'"),
        (["src=infra"], "has something called 'src' itself"),
        (["nowhere"], "does not exist"),
        (["-x=infra"], ""),
        ([".hidden=infra"], "is no name for a repository"),
    ],
)
def test_what_cannot_be_is_refused(archscan: Archscan, tmp_path: Path, arguments: list[str], said: str) -> None:
    app = write(tmp_path / "app", {"src/app.py": "print(1)\n"})
    for name in ("infra", "x/infra"):
        write(tmp_path / name, {"main.tf": TABLE})
    run = archscan("scan", app, *arguments, "--offline", cwd=tmp_path)
    assert run.code == 2
    assert said in run.err
