"""One product in several repositories: one result, places by repository, and what is missing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import Archscan, write

TABLE = 'resource "aws_dynamodb_table" "records" {\n  name     = "records"\n  hash_key = "id"\n}\n'
PUBLIC = "store-with-public-address"
MODULE = """
variable "public" {}

resource "aws_db_instance" "this" {
  engine              = "postgres"
  publicly_accessible = var.public
}
"""
CLONED = "git::https://example.org/trust/modules.git//store?ref=1.0"
CALL = (
    'provider "aws" {\n  region = "eu-west-2"\n}\n\n'
    f'module "records" {{\n  source = "{CLONED}"\n  public = true\n}}\n'
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
        'terraform:\n  modules:\n    "git::https://example.org/trust/modules.git//store?ref=1.0": modules/store\n'
    )
    infra = write(tmp_path / "infra", {"main.tf": CALL, "archscan.yaml": declared})
    modules = write(tmp_path / "modules", {"store/main.tf": MODULE})
    result = archscan("scan", infra, modules, "--offline", "--format", "json").json
    judged = [one for one in result["findings"] if one["rule"] == PUBLIC]
    assert {one["subject"]: one["outcome"] for one in judged} == {"module.records.aws_db_instance.this": "fail"}, (
        "what the module leaves open is what its caller says"
    )
    assert [place["path"] for one in judged for place in one["related"]] == ["modules/store/main.tf"]
    assert result["inventory"]["terraform_resources"] == 1
    assert not [one for one in result["problems"] if "modules.git" in one["message"]]


RELATED = "related:\n  - {{name: modules, holds: modules of Terraform, url: {url}}}\n"


def read_from(archscan: Archscan, folder: Path, source: str, url: str, declared: str = "") -> tuple[str, list[str]]:
    """The verdict on the database that a module makes, and what is told about versions."""
    call = CALL.replace(CLONED, source)
    infra = write(folder / "infra", {"main.tf": call, "archscan.yaml": RELATED.format(url=url) + declared})
    modules = write(folder / "modules", {"store/main.tf": MODULE})
    result = archscan("scan", infra, modules, "--offline", "--format", "json").json
    judged = {one["outcome"] for one in result["findings"] if one["rule"] == PUBLIC}
    told = [one["message"] for one in result["problems"] if "asked for" in one["message"]]
    return " ".join(sorted(judged)), told


@pytest.mark.parametrize(
    ("source", "url"),
    [
        (CLONED, "https://example.org/trust/modules"),
        ("git@example.org:trust/modules.git//store?ref=1.0", "https://example.org/trust/modules.git"),
        ("git::ssh://git@example.org:7999/trust/modules//store?depth=1&ref=1.0", "git@example.org:trust/modules"),
        ("github.com/trust/modules//store?ref=1.0", "https://github.com/trust/modules"),
    ],
)
def test_a_module_of_a_related_repository_is_read_from_what_was_given(
    archscan: Archscan, tmp_path: Path, source: str, url: str
) -> None:
    outcome, told = read_from(archscan, tmp_path, source, url)
    # As a root of its own nobody gives the module a value, and its outcome would be open.
    assert outcome == "fail"
    host = "github.com" if "github" in url else "example.org"
    asked = f"a module of {host}/trust/modules is asked for in version 1.0"
    assert told == [f"{asked}: what was read is modules/store, in whatever version was given"]


def test_without_a_version_nothing_is_told_of_versions(archscan: Archscan, tmp_path: Path) -> None:
    source = "git::https://example.org/trust/modules.git//store"
    assert read_from(archscan, tmp_path, source, "https://example.org/trust/modules") == ("fail", [])


def test_a_copy_that_is_declared_comes_before_the_related_repository(archscan: Archscan, tmp_path: Path) -> None:
    declared = f'terraform:\n  modules:\n    "{CLONED}": vendored/store\n'
    copy = MODULE.replace("var.public", "false && var.public")
    write(tmp_path / "infra", {"vendored/store/main.tf": copy})
    outcome, told = read_from(archscan, tmp_path, CLONED, "https://example.org/trust/modules", declared)
    assert (outcome, told) == ("open pass", [])  # of the folder that nobody calls any more, nobody gives the value


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("git::https://example.org/other/modules.git//store?ref=1.0", "https://example.org/trust/modules"),
        ("git::https://example.com/trust/modules.git//store?ref=1.0", "https://example.org/trust/modules"),
        ("git::https://example.org/trust/modules.git//../../infra?ref=1.0", "https://example.org/trust/modules"),
        ("trust/modules/aws", "https://example.org/trust/modules"),
        ("git::https://[example.org/trust/modules.git//store", "https://example.org/trust/modules"),
        (CLONED, "unknown"),
    ],
)
def test_a_module_of_another_place_is_not(archscan: Archscan, tmp_path: Path, source: str, url: str) -> None:
    outcome, told = read_from(archscan, tmp_path, source, url)
    assert (outcome, told) == ("open", [])


def test_a_folder_that_the_given_repository_lacks_is_told(archscan: Archscan, tmp_path: Path) -> None:
    source = "git::https://example.org/trust/modules.git//gone?ref=1.0"
    infra = write(tmp_path / "infra", {
        "main.tf": CALL.replace(CLONED, source),
        "archscan.yaml": RELATED.format(url="https://example.org/trust/modules"),
    })  # fmt: skip
    modules = write(tmp_path / "modules", {"store/main.tf": MODULE})
    problems = archscan("scan", infra, modules, "--offline", "--format", "json").json["problems"]
    assert any("there is no Terraform file in modules/gone" in one["message"] for one in problems)


def test_a_result_is_recalled_and_made_again_when_any_of_them_changes(
    started_archscan: Archscan, tmp_path: Path
) -> None:
    app, infra = write(tmp_path / "app", APP), write(tmp_path / "infra", {"main.tf": TABLE})
    environment = {"ARCHSCAN_CACHE": str(tmp_path / "cache")}
    first = started_archscan("scan", app, infra, "--offline", "--format", "json", environment=environment)
    again = started_archscan("scan", app, infra, "--offline", "--format", "json", environment=environment)
    assert again.out == first.out
    (infra / "more.tf").write_text(TABLE.replace('"records" {', '"more" {'))
    after = started_archscan("scan", app, infra, "--offline", "--format", "json", environment=environment)
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
