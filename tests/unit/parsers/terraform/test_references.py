"""Which blocks name which: one edge for each source, target and attribute, through everything that passes names on."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Parsed
from tests.unit.parsers.terraform.estates import parse

ESTATE = {
    "main.tf": """
variable "r" { default = 1 }
provider "x" { region = var.r }
locals {
  one  = probe.key.id
  two  = local.one
  here = "b"
  ring = local.ring
}
resource "probe" "key" {}
resource "probe" "cnt" { count = 2 }
resource "probe" "each" { for_each = toset(["a", "b"]) }
resource "probe" "unk" { count = probe.key.n }
data "src" "d" { v = probe.key.id }
module "m" {
  source = "./m"
  v      = probe.key.id
}
module "n" {
  source   = "./m"
  for_each = { q = 1, r = 2 }
  v        = probe.cnt[0].id
}
""",
    "m/m.tf": 'variable "v" {}\nresource "probe" "in" {\n  v = var.v\n}\noutput "out" {\n  value = probe.in.id\n}\n',
}
BOTH = {"probe.cnt[0]", "probe.cnt[1]"}
EACH = {'probe.each["a"]', 'probe.each["b"]'}


def edges(parsed: Parsed, source: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in parsed.references:
        if one.source == source:
            found.setdefault(one.attribute, set()).add(one.target)
    return found


@pytest.mark.parametrize(
    ("expression", "targets"),
    [
        ("local.two", {"probe.key"}),
        ('"${probe.key.id}${probe.key.arn}${local.one}"', {"probe.key"}),
        ("resource.probe.key.id", {"probe.key"}),
        ("probe.cnt[1].id", {"probe.cnt[1]"}),
        ('probe.cnt["1"].id', {"probe.cnt[1]"}),
        ("probe.cnt[*].id", BOTH),
        ("probe.cnt", BOTH),
        ("probe.each[local.here].id", {'probe.each["b"]'}),
        ("probe.each[probe.key.id].id", EACH | {"probe.key"}),
        ('[for k in ["a"] : probe.each[k].id]', EACH),
        ("values(probe.each)[*].id", EACH),
        ("probe.unk[0].id", {"probe.unk"}),
        ("data.src.d.z", {"data.src.d"}),
        ("[for d in data.src.d.zs : d.id]", {"data.src.d"}),
        ("module.m.out", {"module.m", "module.m.output.out", "module.m.probe.in"}),
        ('module.n["q"].out', {'module.n["q"]', 'module.n["q"].output.out', 'module.n["q"].probe.in'}),
        ("var.r", {"var.r"}),
        ("probe.gone.id", {"probe.gone"}),
        ("local.ring", set()),
        ("[path.module, terraform.workspace, 1]", set()),
        ("true ? probe.key.id : probe.cnt[0].id", {"probe.key", "probe.cnt[0]"}),
        ("jsonencode({ a = [probe.key.arn] })", {"probe.key"}),
    ],
)
def test_what_an_expression_names(expression: str, targets: set[str]) -> None:
    parsed = parse({**ESTATE, "probe.tf": f'resource "probe" "it" {{\n  v = {expression}\n}}\n'})
    assert edges(parsed, "probe.it") == ({"v": targets} if targets else {})


def test_names_in_meta_arguments_and_nested_blocks() -> None:
    text = """
resource "probe" "it" {
  count      = length(probe.each)
  depends_on = [probe.cnt, module.m, data.src.d]
  provider   = x
  lifecycle {
    ignore_changes       = [tags]
    replace_triggered_by = [probe.key.id]
    precondition {
      condition     = probe.each["b"].ok
      error_message = "x"
    }
  }
  dynamic "rule" {
    for_each = probe.cnt
    content {
      v = rule.value.id
      w = probe.key.id
    }
  }
}
"""
    parsed = parse({**ESTATE, "probe.tf": text})
    expected = {
        "count": EACH,
        "depends_on": BOTH | {"module.m", "data.src.d"},
        "provider": {"provider.x"},
        "lifecycle[0].replace_triggered_by": {"probe.key"},
        "lifecycle[0].precondition[0].condition": {'probe.each["b"]'},
        "rule[0]": BOTH,
        "rule[0].w": {"probe.key"},
        "rule[1].w": {"probe.key"},
    }
    assert edges(parsed, "probe.it[0]") == edges(parsed, "probe.it[1]") == expected


def test_names_come_from_callers_and_each_edge_stands_once() -> None:
    parsed = parse(ESTATE)
    assert edges(parsed, "module.m.probe.in") == {"v": {"module.m.var.v", "probe.key"}}
    assert edges(parsed, 'module.n["r"].probe.in') == {"v": {'module.n["r"].var.v', "probe.cnt[0]"}}
    assert edges(parsed, "provider.x") == {"region": {"var.r"}}
    marks = [(one.environment, one.source, one.target, one.attribute) for one in parsed.references]
    assert len(marks) == len(set(marks))


def test_each_instance_names_its_own_counterpart() -> None:
    text = (
        'resource "probe" "it" {\n  for_each = { a = 1, b = 2 }\n  v = probe.each[each.key].id\n}\n'
        'resource "probe" "at" {\n  count = 2\n  v = probe.cnt[count.index].id\n}\n'
    )
    parsed = parse({**ESTATE, "probe.tf": text})
    assert edges(parsed, 'probe.it["b"]') == {"v": {'probe.each["b"]'}}
    assert edges(parsed, "probe.at[1]") == {"v": {"probe.cnt[1]"}}


def test_edges_of_environments_are_their_own() -> None:
    one = 'variable "on" {}\nresource "probe" "key" {\n  count = var.on ? 1 : 0\n}\nresource "probe" "it" {\n'
    parsed = parse(
        {"main.tf": one + "  v = probe.key[*].id\n}\n", "dev.tfvars": "on = false\n", "prod.tfvars": "on = true\n"}
    )
    found = {(edge.environment, edge.target) for edge in parsed.references if edge.attribute == "v"}
    assert found == {(". (prod)", "probe.key[0]")}


def test_a_module_has_its_providers_from_its_callers() -> None:
    parsed = parse(
        {
            "main.tf": 'provider "aws" {}\nprovider "aws" {\n  alias = "far"\n}\n'
            'module "m" {\n  source = "./m"\n  providers = { aws = aws.far, aws.in = aws }\n}\n'
            'module "n" {\n  source = "./m"\n}\nmodule "o" {\n  source = "./own"\n}\n',
            "m/m.tf": 'resource "aws_a" "a" {\n  provider = aws\n}\nresource "aws_a" "b" {\n  provider = aws.in\n}\n'
            'module "k" {\n  source = "../k"\n}\n',
            "k/k.tf": 'resource "aws_a" "a" {\n  provider = aws\n}\n',
            "own/m.tf": 'provider "aws" {}\nresource "aws_a" "a" {\n  provider = aws\n}\n',
        }
    )
    found = {one.source: one.target for one in parsed.references if one.attribute == "provider"}
    assert found == {
        "module.m.aws_a.a": "provider.aws.far",
        "module.m.aws_a.b": "provider.aws",
        "module.m.module.k.aws_a.a": "provider.aws.far",
        "module.n.aws_a.a": "provider.aws",
        "module.n.aws_a.b": "module.n.provider.aws.in",  # its caller hands none down
        "module.n.module.k.aws_a.a": "provider.aws",
        "module.o.aws_a.a": "module.o.provider.aws",
    }
