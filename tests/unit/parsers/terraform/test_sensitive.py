"""What is marked as sensitive is nowhere in what the parser gives away: values, texts, problems."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Unknown, UnknownReason
from tests.unit.parsers.terraform.estates import parse, resources

SECRET = "hunter2"
USES = [
    "var.p",
    '"pre-${var.p}"',
    "local.l",
    "upper(local.l)",
    "jsonencode({ a = var.p })",
    "base64encode(var.p)",
    "[var.p]",
    "{ a = { b = [var.p] } }",
    '{ (var.p) = "x" }',
    "var.p == var.p",
    "var.p ? 1 : 2",
    "true ? var.p : 1",
    "tonumber(var.p)",
    "[1][var.p]",
    "{ a = 1 }[var.p]",
    "file(var.p)",
    "try(tonumber(var.p), 1)",
    "[for x in [var.p] : x]",
    'split("", var.p)',
    "sha256(var.p)",
    "nonsensitive(var.p)",
    'templatefile("t.tpl", { p = var.p })',
    "templatestring(local.t, { p = var.p })",
    "probe.secret.v",
    "module.m.out",
    "module.m.wrapped",
]
WRITTEN = [
    'sensitive("hunter2")',
    'upper(sensitive("hunter2"))',
    '"a${sensitive("hunter2")}b"',
    '"a${sensitive("hunter2")}b${probe.secret.id}"',
    'sensitive(tonumber("hunter2"))',
    'sensitive({ a = 1 }["hunter2"])',
    'sensitive([tonumber("hunter2x")])',
    '[1][sensitive("hunter2")]',
    '-sensitive("hunter2")',
    'sensitive ("hunter2") + 1',
    'core::sensitive("hunter2") == "hunter2"',
    'tonumber("${sensitive("hunter2")}x")',
    'sensitive(sensitive("hunter2"))',
    'sensitive(probe.secret.id, "hunter2")',
    'sensitive(local.none["hunter2"])',
    'true ? sensitive("hunter2") : "hunter2"',
]
ESTATE = {
    "main.tf": 'provider "x" {}\nvariable "p" {\n  default = "hunter2"\n  sensitive = true\n}\n'
    'locals {\n  l = "a${var.p}"\n  t = "$${p}"\n}\nresource "probe" "secret" {\n  v = var.p\n}\n'
    'module "m" {\n  source = "./m"\n  q = var.p\n}\n',
    "m/m.tf": 'variable "q" {}\noutput "out" {\n  value = var.q\n  sensitive = true\n}\noutput "wrapped" {\n'
    "  value = { a = [var.q] }\n}\n",
    "t.tpl": "${p}${tonumber(p)}",
    "terraform.tfvars": 'p = "hunter2"\n',
}


@pytest.mark.parametrize("expression", [*USES, *WRITTEN])
def test_a_secret_is_nowhere(expression: str) -> None:
    text = f'resource "probe" "it" {{\n  v = {expression}\n  n {{\n    w = {expression}\n  }}\n}}\n'
    parsed = parse({**ESTATE, "it.tf": text + f'output "o" {{\n  value = {expression}\n}}\n'})
    assert SECRET not in parsed.model_dump_json()
    assert "Unknown" in repr(resources(parsed)["probe.it"].attributes["v"])


@pytest.mark.parametrize(
    "text",
    [
        'variable "p" {\n  default = "hunter2"\n  sensitive = true\n}\n',
        'variable "p" {\n  default = tonumber("hunter2")\n  sensitive = true\n}\n',
        'variable "p" {\n  default = { a = "hunter2" }\n  type = map(number)\n  ephemeral = true\n}\n',
        'variable "p" {\n  type = object({ a = optional(string, "hunter2") })\n  sensitive = true\n}\n',
        'variable "p" {\n  default = jsonencode({ Statement = "hunter2" })\n  sensitive = "true"\n}\n',
        'output "o" {\n  value = "hunter2"\n  sensitive = true\n}\n',
        'output "o" {\n  value = tonumber("hunter2")\n  sensitive = true\n}\n',
        'module "m" {\n  source = "./m"\n  q = "hunter2"\n}\n',
        'module "m" {\n  source = "./m"\n  q = "hunter2-${tonumber("hunter2")}"\n}\n',
        'module "m" {\n  source = "./m"\n  for_each = { a = 1 }\n  q = tonumber("hunter2")\n}\n',
        'resource "probe" "it" {\n  for_each = sensitive(toset(["hunter2"]))\n}\n',
        'resource "probe" "it" {\n  count = sensitive(tonumber("hunter2"))\n}\n',
        (
            'resource "probe" "it" {\n  dynamic "r" {\n    for_each = [sensitive("hunter2")]\n'
            "    content {\n      v = r.value\n"
            "    }\n  }\n"
            '  lifecycle {\n    precondition {\n      condition = sensitive("hunter2") == ""\n    }\n  }\n}\n'
        ),
        'provider "x" {\n  token = sensitive("hunter2")\n}\n',
        'resource "probe" "it" {\n  provisioner "local-exec" {\n    command = "x ${sensitive("hunter2")}"\n  }\n}\n',
    ],
)
def test_what_is_given_to_something_sensitive_is_not_evaluated(text: str) -> None:
    module = 'variable "q" {\n  sensitive = true\n  type = number\n}\nresource "probe" "it" {\n  v = var.q\n}\n'
    parsed = parse({"main.tf": 'provider "y" {}\n' + text, "m/m.tf": module})
    assert SECRET not in parsed.model_dump_json()
    json = {"main.tf.json": '{"variable": {"p": {"default": "hunter2", "sensitive": true}}, "provider": {"y": {}}}'}
    assert SECRET not in parse(json).model_dump_json()


def test_a_fault_in_what_is_secret_is_told_without_it() -> None:
    parsed = parse(
        {
            "main.tf": 'provider "y" {}\nlocals {\n  a = sensitive(tonumber("hunter2"))\n}\n'
            'output "o" {\n  value = local.a\n}\n'
        }
    )
    (problem,) = parsed.problems
    assert problem.location is not None
    assert (problem.location.path, problem.location.start_line) == ("main.tf", 3)


def test_what_is_not_marked_is_still_read() -> None:
    parsed = parse({**ESTATE, "it.tf": 'resource "probe" "it" {\n  v = "open"\n  w = var.p\n  x = [var.p, 1]\n}\n'})
    attributes = resources(parsed)["probe.it"].attributes
    assert attributes["v"] == "open"
    assert isinstance(attributes["w"], Unknown)
    assert attributes["w"].reason is UnknownReason.SENSITIVE
    assert attributes["x"][1] == 1  # type: ignore[index]
    assert any(one.source == "probe.it" and one.target == "var.p" for one in parsed.references)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("var.unset", UnknownReason.VARIABLE_WITHOUT_VALUE),
        ("random_password.it.result", UnknownReason.KNOWN_AFTER_APPLY),
        ("var.set", UnknownReason.SENSITIVE),
        ("local.open", UnknownReason.SENSITIVE),
        ('"hunter2"', UnknownReason.SENSITIVE),
        ('"${var.unset}hunter2"', UnknownReason.SENSITIVE),
    ],
)
def test_a_sensitive_variable_that_nothing_sets_is_one_without_value(given: str, reason: UnknownReason) -> None:
    parsed = parse(
        {
            "main.tf": 'provider "y" {}\nvariable "unset" {\n  sensitive = true\n}\n'
            'variable "set" {\n  default = "hunter2"\n  sensitive = true\n}\nlocals {\n  open = "hunter3"\n}\n'
            'resource "random_password" "it" {\n  length = 9\n}\n'
            f'module "m" {{\n  source = "./m"\n  q = {given}\n}}\n',
            "m/m.tf": 'variable "q" {\n  sensitive = true\n}\nresource "probe" "it" {\n  v = var.q\n}\n',
        }
    )
    value = resources(parsed)["module.m.probe.it"].attributes["v"]
    assert isinstance(value, Unknown)
    assert value.reason is reason
    assert SECRET not in parsed.model_dump_json()
