"""What a module gives in one environment is given again in another only where it is given the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scanner.domain.resource import Parsed
from scanner.parsers.terraform.modules.repetition import Repetition, Yield

from .estates import parse, resources

CHILD = """
variable "name" {}
variable "size" { default = 1 }
variable "peer" { default = null }
resource "aws_sqs_queue" "this" {
  name       = var.name
  delay      = var.size
  kms_key_id = var.peer
}
output "name" { value = aws_sqs_queue.this.name }
"""
ROOT = """
variable "stage" {}
variable "size" { default = 1 }
variable "many" { default = 1 }
provider "aws" {}
resource "aws_kms_key" "main" { count = var.many }
module "same" {
  source = "./queue"
  name   = "jobs"
  peer   = one(aws_kms_key.main[*].arn)
}
module "staged" {
  source = "./queue"
  name   = "${module.same.name}-${var.stage}"
}
module "sized" {
  source = "./queue"
  name   = "sized"
  size   = var.size
}
"""


def estate(**var_files: str) -> Parsed:
    files = {f"env/{name}.tfvars": text for name, text in var_files.items()}
    return parse({"main.tf": ROOT, "queue/main.tf": CHILD, **files})


def queues(parsed: Parsed) -> dict[str, tuple[object, ...]]:
    return {
        name: (one.attributes["name"], one.attributes["delay"], tuple(one.origins))
        for name, one in resources(parsed).items()
        if one.type == "aws_sqs_queue"
    }


def test_each_environment_has_its_own_values() -> None:
    found = queues(estate(dev='stage = "dev"\n', prod='stage = "prod"\nsize = 9\n'))
    assert {name: value[:2] for name, value in found.items()} == {
        ". (dev): module.same.aws_sqs_queue.this": ("jobs", 1),
        ". (prod): module.same.aws_sqs_queue.this": ("jobs", 1),
        ". (dev): module.staged.aws_sqs_queue.this": ("jobs-dev", 1),
        ". (prod): module.staged.aws_sqs_queue.this": ("jobs-prod", 1),
        ". (dev): module.sized.aws_sqs_queue.this": ("sized", 1),
        ". (prod): module.sized.aws_sqs_queue.this": ("sized", 9),
    }
    (place,) = {
        origin.location.path
        for one in estate(dev='stage = "dev"\n', prod='stage = "prod"\nsize = 9\n').resources
        for name, origin in one.origins.items()
        if one.environment == ". (prod)" and name == "delay"
    }
    assert place == "env/prod.tfvars"


def test_it_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"dev": 'stage = "dev"\n', "test": 'stage = "test"\nmany = 2\n', "prod": 'stage = "prod"\nmany = true\n'}
    texts["flag"] = 'stage = "1"\nsize = 1\n'
    repeated = estate(**texts)
    monkeypatch.setattr(Repetition, "find", lambda *_: None)
    evaluated = estate(**texts)
    assert repeated == evaluated
    assert {reference.environment for reference in repeated.references} == {f". ({name})" for name in texts}


def test_something_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    again: list[str] = []
    repeat = Yield.again

    def counted(self: Yield, environment: str) -> object:
        again.append(environment)
        return repeat(self, environment)

    monkeypatch.setattr(Yield, "again", counted)
    parsed = estate(dev='stage = "dev"\n', prod='stage = "prod"\n')
    assert again == [". (prod)"] * 2  # the queue that is the same, and the one that is sized alike
    assert len({(one.environment, one.address) for one in parsed.resources}) == len(parsed.resources)


def test_one_and_true_are_not_the_same() -> None:
    child = 'variable "x" { type = any }\nresource "a_b" "c" { value = var.x }\n'
    root = 'variable "x" {}\nmodule "m" {\n  source = "./m"\n  x = var.x\n}\n'
    settings = {"a.tfvars": "x = [1]\n", "b.tfvars": "x = [true]\n", "c.tfvars": 'x = ["1"]\n'}
    parsed = parse({"main.tf": root, "m/main.tf": child, **settings})
    values = [one.attributes["value"] for one in parsed.resources if one.type == "a_b"]
    assert [repr(value) for value in values] == ["[1]", "[True]", "['1']"]


def test_references_are_those_of_the_environment() -> None:
    parsed = estate(one='stage = "a"\n', two='stage = "b"\nmany = 2\n')
    targets = {
        environment: {
            reference.target
            for reference in parsed.references
            if reference.environment == environment and reference.source == "module.same.aws_sqs_queue.this"
        }
        for environment in (". (one)", ". (two)")
    }
    assert "aws_kms_key.main[1]" in targets[". (two)"]
    assert "aws_kms_key.main[1]" not in targets[". (one)"]
    assert replace(parsed.references[0], environment="x").environment == "x"
