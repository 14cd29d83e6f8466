"""Who is answerable for a value: the caller, a var file, or the module in which it is written."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Origin, Parsed
from tests.unit.parsers.terraform.estates import parse, resources

MODULE = """
variable "v" {}
variable "d" { default = 3 }
variable "c" { default = true }
variable "l" { default = [] }
variable "o" { default = {} }
locals {
  one = var.v
  two = local.one
  add = "${var.v}-x"
}
"""
CALL = """
module "m" {
  source = "./m"
  v = "given"
  l = [{ cidr = "0.0.0.0/0", on = true }]
  o = { deep = [{ x = 1 }], x = "y" }
}
"""


def places(parsed: Parsed, address: str) -> dict[str, tuple[str, int]]:
    def place(origin: Origin) -> tuple[str, int]:
        return origin.address, origin.location.start_line or 0

    return {path: place(origin) for path, origin in resources(parsed)[address].origins.items()}


@pytest.mark.parametrize(
    ("expression", "line"),
    [
        ("var.v", 4),
        ("local.two", 4),
        ('"${var.v}"', 4),
        ("(var.v)", 4),
        ("lower(var.v)", 4),
        ("[var.v]", 4),
        ("var.l[*].cidr", 5),
        ("var.l[0].cidr", 5),
        ("[for x in var.l : x.cidr]", 5),
        ("[for x in var.l : x if x.on]", 5),
        ("var.o.deep[0].x", 6),
        ('lookup(var.o, "x", "own")', 6),
        ("try(var.o.x, null)", 6),
        ("var.c ? var.v : var.d", 4),
        ("var.c ? var.v : null", 4),
        ('var.c ? var.v : "own"', 4),
        ('coalesce(var.v, "own")', 4),
    ],
)
def test_a_value_that_the_module_passes_on_is_the_caller_s(expression: str, line: int) -> None:
    parsed = parse({"main.tf": CALL, "m/m.tf": f'{MODULE}resource "probe" "it" {{\n  v = {expression}\n}}\n'})
    assert places(parsed, "module.m.probe.it") == {"v": ("module.m", line)}


@pytest.mark.parametrize(
    "expression",
    [
        '"written"',
        "var.d",
        '"${var.v}-x"',
        "local.add",
        '[var.v, "x"]',
        '[for x in var.l : "${x.cidr}/8"]',
        "{ a = var.v }",
        "merge(var.o, { a = 1 })",
        "jsonencode({ a = var.v })",
        "!var.c",
        'var.c ? "own" : var.v',
        'lookup(var.o, "gone", "own")',
        'try(var.o.gone, "own")',
        'coalesce(var.d, "x") == 4 ? var.v : "own"',
    ],
)
def test_a_value_to_which_the_module_adds_is_its_own(expression: str) -> None:
    parsed = parse({"main.tf": CALL, "m/m.tf": f'{MODULE}resource "probe" "it" {{\n  v = {expression}\n}}\n'})
    assert places(parsed, "module.m.probe.it") == {}


def test_who_chooses_between_what_a_module_offers_is_answerable() -> None:
    module = (
        'variable "open" {\n  default = false\n}\nresource "probe" "it" {\n'
        '  v = var.open ? "0.0.0.0/0" : "10.0.0.0/8"\n}\n'
    )
    chosen = parse({"main.tf": 'module "m" {\n  source = "./m"\n  open = true\n}\n', "m/m.tf": module})
    assert places(chosen, "module.m.probe.it") == {"v": ("module.m", 3)}
    assert (
        places(parse({"main.tf": 'module "m" {\n  source = "./m"\n}\n', "m/m.tf": module}), "module.m.probe.it") == {}
    )


def test_iterators_and_each() -> None:
    module = MODULE + (
        'resource "probe" "it" {\n  dynamic "rule" {\n    for_each = var.l\n    content {\n'
        "      cidr = rule.value.cidr\n"
        '      fixed = "x"\n      mixed = "${rule.value.cidr}-x"\n    }\n  }\n}\n'
        'resource "probe" "each" {\n  for_each = var.o\n  v = each.value\n}\n'
    )
    parsed = parse({"main.tf": CALL, "m/m.tf": module})
    assert places(parsed, "module.m.probe.it") == {"rule[0]": ("module.m", 5), "rule[0].cidr": ("module.m", 5)}
    assert places(parsed, 'module.m.probe.each["x"]')["v"] == ("module.m", 6)


def test_through_two_modules_and_from_a_var_file() -> None:
    outer = (
        'variable "v" {}\nmodule "in" {\n  source = "../in"\n  v = var.v\n}\nmodule "own" {\n'
        '  source = "../in"\n  v = 7\n}\n'
    )
    inner = 'variable "v" {}\nresource "probe" "it" {\n  v = var.v\n}\n'
    files = {"out/m.tf": outer, "in/m.tf": inner}
    call = 'module "m" {\n  source = "./out"\n  v = 1\n}\n'
    parsed = parse({"main.tf": call, **files})
    assert places(parsed, "module.m.module.in.probe.it") == {"v": ("module.m", 3)}
    assert places(parsed, "module.m.module.own.probe.it") == {"v": ("module.m.module.own", 8)}
    given = parse({"main.tf": 'variable "w" {}\n' + call.replace("1", "var.w"), "prod.tfvars": "\nw = 2\n", **files})
    assert places(given, "module.m.module.in.probe.it") == {"v": ("prod.tfvars", 2)}
    default = parse({"main.tf": 'variable "w" {\n  default = 1\n}\n' + call.replace("v = 1", "v = var.w"), **files})
    assert places(default, "module.m.module.in.probe.it") == {"v": ("module.m", 6)}


def test_instances_of_one_call_have_origins_of_their_own() -> None:
    parsed = parse(
        {
            "main.tf": 'module "m" {\n  source = "./m"\n  for_each = { a = 1, b = 2 }\n  v = each.value\n}\n',
            "m/m.tf": 'variable "v" {}\nresource "probe" "it" {\n  v = var.v\n}\n',
        }
    )
    assert places(parsed, 'module.m["b"].probe.it') == {"v": ('module.m["b"]', 4)}
