"""Links inside the scanned root, read through a real file system."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.resource import Parsed, Resource
from scanner.parsers.terraform import TerraformParser
from scanner.parsers.terraform.modules.links import Links
from scanner.sources.repository import RepositoryReader

SHARED = 'variable "environment" { default = "live" }\nlocals { tag = "shop-${var.environment}" }\n'


def parsed(root: Path, files: dict[str, str], links: dict[str, str]) -> Parsed:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for path, target in links.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)
    reader = RepositoryReader(root)
    (unit,) = TerraformParser().units(reader.walk().artifacts)
    return TerraformParser().parse(unit, reader)


def buckets(found: Parsed) -> list[Resource]:
    return [one for one in found.resources if one.type == "aws_s3_bucket"]


def test_a_linked_file_belongs_to_the_folder_of_the_link_and_stands_where_it_is(tmp_path: Path) -> None:
    found = parsed(
        tmp_path,
        {
            "stacks/_shared/locals.tf": SHARED + 'resource "aws_s3_bucket" "shared" {}\n',
            "stacks/api/main.tf": 'resource "aws_s3_bucket" "own" { bucket = local.tag }\n',
        },
        {"stacks/api/shared.tf": "../_shared/locals.tf"},
    )
    assert found.problems == ()
    by = {(one.environment, one.address): one for one in buckets(found)}
    assert by["stacks/api", "aws_s3_bucket.own"].attributes["bucket"] == "shop-live"
    assert by["stacks/api", "aws_s3_bucket.shared"].location.path == "stacks/_shared/locals.tf"
    assert found.counts["terraform_files"] == 2


def test_a_linked_folder_is_the_module_that_it_leads_to(tmp_path: Path) -> None:
    found = parsed(
        tmp_path,
        {
            "modules/store/main.tf": 'resource "aws_s3_bucket" "b" { bucket = file("${path.module}/name.txt") }\n',
            "modules/store/name.txt": "letters",
            "app/main.tf": 'module "store" { source = "./store" }\n',
        },
        {"app/store": "../modules/store"},
    )
    assert found.problems == ()
    (bucket,) = buckets(found)
    assert (bucket.address, bucket.location.path) == ("module.store.aws_s3_bucket.b", "modules/store/main.tf")
    assert bucket.attributes["bucket"] == "letters"


def test_a_linked_var_file_sets_what_it_says(tmp_path: Path) -> None:
    found = parsed(
        tmp_path,
        {
            "settings/live.tfvars": 'environment = "prod"\n',
            "app/main.tf": SHARED + 'resource "aws_s3_bucket" "b" { bucket = local.tag }\n',
        },
        {"app/terraform.tfvars": "../settings/live.tfvars"},
    )
    (bucket,) = buckets(found)
    assert bucket.attributes["bucket"] == "shop-prod"


def test_no_link_leads_outside_or_round_in_circles(tmp_path: Path) -> None:
    (tmp_path / "outside.tf").write_text('resource "aws_s3_bucket" "secret" {}\n', encoding="utf-8")
    root = tmp_path / "root"
    found = parsed(
        root,
        {"main.tf": 'resource "aws_s3_bucket" "b" { bucket = file("ring/x") }\nmodule "m" { source = "./self" }\n'},
        {
            "up.tf": "../outside.tf",
            "absolute.tf": str(tmp_path / "outside.tf"),
            "climb.tf": "self/../../outside.tf",
            "ring": "gnir",
            "gnir": "ring",
            "self": ".",
        },
    )
    assert [one.name for one in buckets(found)] == ["b"]


@pytest.mark.parametrize(
    ("path", "resolved"),
    [("a/b/c.tf", "x/b/c.tf"), ("d/e", "x/y/e"), ("plain/x.tf", "plain/x.tf"), ("loop/x", "loop/x"), ("here", "")],
)
def test_resolving(tmp_path: Path, path: str, resolved: str) -> None:
    for name, target in {"a": "x", "d": "a/y", "loop": "loop2", "loop2": "loop", "here": "."}.items():
        (tmp_path / name).symlink_to(target)
    (tmp_path / "x.tf").write_text("", encoding="utf-8")
    assert Links(RepositoryReader(tmp_path).walk().artifacts).resolve(path) == resolved


def test_a_file_that_stands_twice_in_a_folder_gives_the_same_in_each_environment(tmp_path: Path) -> None:
    files = {
        "main.tf": 'variable "stage" {}\nresource "aws_s3_bucket" "a" { bucket = "a" }\n',
        "dev.tfvars": 'stage = "dev"\n',
        "prod.tfvars": 'stage = "prod"\n',
    }
    found = parsed(tmp_path, files, {"again.tf": "main.tf"})
    assert [one.environment for one in buckets(found)] == [". (dev)", ". (prod)"]
