"""What a block gives in one environment is given again in another only where nothing that it hangs on differs."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Parsed
from scanner.parsers.terraform.modules.folders import Placed
from scanner.parsers.terraform.modules.repetition import Repetition, Span
from scanner.parsers.terraform.modules.scope import ModuleScope

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


def repeat_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Repetition, "find", lambda *_: None)
    monkeypatch.setattr(Repetition, "values", lambda *_: {})
    monkeypatch.setattr(Repetition, "earlier", lambda *_: None)


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
    repeat_nothing(monkeypatch)
    evaluated = estate(**texts)
    assert repeated == evaluated
    assert {reference.environment for reference in repeated.references} == {f". ({name})" for name in texts}


def given_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collects the blocks that are given again, while this test runs."""
    again: list[str] = []
    find = Repetition.find

    def noted(self: Repetition, scope: ModuleScope, placed: Placed) -> Span | None:
        found = find(self, scope, placed)
        if found is not None:
            again.append(scope.prefix + ".".join(placed.block.labels))
        return found

    monkeypatch.setattr(Repetition, "find", noted)
    return again


def test_only_what_hangs_on_a_difference_is_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    again = given_again(monkeypatch)
    parsed = estate(dev='stage = "dev"\n', prod='stage = "prod"\n')
    assert set(again) == {
        *("aws", "aws_kms_key.main", "same", "sized", "module.same.name", "module.sized.name"),
        *("module.same.aws_sqs_queue.this", "module.sized.aws_sqs_queue.this"),
    }
    assert len({(one.environment, one.address) for one in parsed.resources}) == len(parsed.resources)


DIFFERENT = {
    "an argument of the call": ('module "m" {\n  source = "./m"\n  x = var.v\n}', "var.x"),
    "a local": ('locals {\n  a = var.v\n}\nmodule "m" {\n  source = "./m"\n  x = local.a\n}', "var.x"),
    "what the call goes through": (
        'module "m" {\n  source = "./m"\n  for_each = toset(["a", var.v])\n  x = each.key\n}',
        "var.x",
    ),
    "how often the call is there": ('module "m" {\n  source = "./m"\n  count = var.v == "p" ? 2 : 1\n  x = 1\n}', "1"),
    "an attribute of another block": (
        'resource "a_b" "o" {\n  name = var.v\n}\nmodule "m" {\n  source = "./m"\n  x = a_b.o.name\n}',
        "var.x",
    ),
    "an attribute by its index": (
        'resource "a_b" "o" {\n  name = var.v\n}\nmodule "m" {\n  source = "./m"\n  x = a_b.o["name"]\n}',
        "var.x",
    ),
    "an attribute of a copy": (
        'resource "a_b" "o" {\n  count = 2\n  name = var.v\n}\nmodule "m" {\n  source = "./m"\n  x = a_b.o[*].name\n}',
        "var.x",
    ),
    "a nested block": (
        (
            'resource "a_b" "o" {\n  rule {\n    name = var.v\n  }\n}\n'
            'module "m" {\n  source = "./m"\n  x = a_b.o.rule[0].name\n}'
        ),
        "var.x",
    ),
    "a whole block": (
        (
            'resource "a_b" "o" {\n  name = var.v\n}\n'
            'locals {\n  all = [a_b.o]\n}\nmodule "m" {\n  source = "./m"\n  x = local.all[0].name\n}'
        ),
        "var.x",
    ),
    "an output": (
        'module "n" {\n  source = "./n"\n  y = var.v\n}\nmodule "m" {\n  source = "./m"\n  x = module.n.o\n}',
        "var.x",
    ),
    "outputs of some copies only": (
        (
            'module "n" {\n  source = "./n"\n  for_each = toset(["a", "b"])\n  y = each.key == "b" ? var.v : ""\n}\n'
            'module "m" {\n  source = "./m"\n  x = join("", values(module.n)[*].o)\n}'
        ),
        "var.x",
    ),
    "a policy document": (
        (
            'data "aws_iam_policy_document" "d" {\n  statement {\n    sid = var.v\n  }\n}\n'
            'module "m" {\n  source = "./m"\n  x = data.aws_iam_policy_document.d.json\n}'
        ),
        "var.x",
    ),
    "an index": (
        'locals {\n  t = { d = 1, p = 2 }\n}\nmodule "m" {\n  source = "./m"\n  x = local.t[var.v]\n}',
        "var.x",
    ),
}


@pytest.mark.parametrize("way", DIFFERENT)
def test_every_way_to_an_input_is_followed(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    root, value = DIFFERENT[way]
    files = {
        "main.tf": f'variable "v" {{}}\n{root}\n',
        "m/main.tf": f'variable "x" {{}}\nresource "a_b" "c" {{\n  value = {value}\n  other = 1\n}}\n',
        "n/main.tf": 'variable "y" {}\noutput "o" { value = var.y }\n',
        **{f"{name}.tfvars": f'v = "{name}"\n' for name in ("d", "p")},
    }
    again = given_again(monkeypatch)
    repeated = parse(files)
    assert not [name for name in again if name.endswith("a_b.c")]
    repeat_nothing(monkeypatch)
    assert parse(files) == repeated


def test_names_that_go_round_in_a_ring_count_as_different(monkeypatch: pytest.MonkeyPatch) -> None:
    again = given_again(monkeypatch)
    ring = "".join(f"  l{n} = local.l{(n + 1) % 400}\n" for n in range(400))
    root = f'variable "v" {{}}\nlocals {{\n{ring}}}\nresource "a_b" "c" {{ x = local.l0 }}\nresource "a_b" "d" {{}}\n'
    parse({"main.tf": root, "d.tfvars": "v = 1\n", "p.tfvars": "v = 2\n"})
    assert again == ["a_b.d"]


def test_a_value_is_shared_with_what_is_evaluated_anew() -> None:
    root = 'variable "v" {}\nvariable "o" {}\nresource "a_b" "c" {\n  x = var.o.first\n}\n'
    root += 'resource "a_b" "d" {\n  x = "${var.o.second}${var.v}"\n}\n'
    parsed = parse({"main.tf": root, "d.tfvars": "v = 1\n", "p.tfvars": "v = 2\n"})
    assert len({repr(one.attributes) for one in parsed.resources if one.address == "a_b.d"}) == 1


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
    assert parsed.references[0]._replace(environment="x").environment == "x"


INPUTS = 'variable "v" {}\nvariable "o" { default = "o" }\nresource "k_k" "k" { count = 2 }\nprovider "p" {}\n'
PARTS = {
    "arguments": "a = k_k.k[0].id\n  b = var.v\n  c = [var.o, k_k.k[*].id]\n  d = null",
    "nested blocks": "one {\n    x = k_k.k[1].id\n  }\n  two {\n    x = var.v\n  }\n  one {\n    x = var.o\n  }",
    "blocks with labels": 'one "first" {\n    x = k_k.k[1].id\n  }\n  b = var.v',
    "an argument and a block of one name": "one = [var.v]\n  one {\n    x = var.o\n  }",
    "dynamic blocks": """dynamic "one" {
    for_each = [k_k.k[0].id, var.o]
    content {
      x = one.value
      dynamic "two" {
        for_each = ["a", "b"]
        content { y = "${one.value}${two.value}" }
      }
    }
  }
  dynamic "three" {
    for_each = [var.v]
    content { x = three.value }
  }""",
    "more dynamic blocks than are told apart": """dynamic "one" {
    for_each = range(900)
    content {
      dynamic "two" {
        for_each = range(5)
        content { y = two.value }
      }
    }
  }
  dynamic "three" {
    for_each = [for n in range(800) : var.v]
    content { x = three.value }
  }""",
    "instances": 'for_each = { a = var.o, b = "b" }\n  x = each.value\n  y = "${each.key}${var.v}"',
    "instances of which one differs": "for_each = { a = var.o, b = var.v }\n  x = each.value\n  y = var.o",
    "instances that are not always there": 'for_each = toset([var.v])\n  x = each.key\n  y = "z"',
    "what frames a resource": "lifecycle {\n    prevent_destroy = true\n    ignore_changes = [b]\n  }\n  b = var.v",
    "a provider": "provider = p\n  b = var.v\n  depends_on = [k_k.k]",
}


@pytest.mark.parametrize("parts", PARTS)
def test_parts_of_a_block_that_are_the_same_are_given_again(parts: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"main.tf": f'{INPUTS}resource "a_b" "c" {{\n  {PARTS[parts]}\n}}\n'}
    files |= {f"{name}.tfvars": f'v = "{name}"\no = "same"\n' for name in ("d", "p")}
    files["q.tfvars"] = 'v = "d"\no = "other"\n'
    repeated = parse(files)
    repeat_nothing(monkeypatch)
    evaluated = parse(files)
    assert evaluated == repeated
    assert [repr(one) for one in evaluated.resources] == [repr(one) for one in repeated.resources]


def test_a_part_that_is_the_same_is_not_evaluated_again() -> None:
    block = 'resource "a_b" "c" {\n  x = { y = [k_k.k[0].id] }\n  z = var.v\n  one {\n    x = 1\n  }\n}\n'
    parsed = parse({"main.tf": INPUTS + block, "d.tfvars": "v = 1\n", "p.tfvars": "v = 2\n"})
    first, second = (one.attributes for one in parsed.resources if one.type == "a_b")
    assert first["z"] != second["z"]
    assert first["x"] is second["x"]
    assert first["one"] is second["one"]
