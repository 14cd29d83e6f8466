"""What expressions see of resources: what the code says, unless a provider would make something else of it.

The comments say what ``terraform plan`` 1.11 with version 5.100 of the AWS provider prints.
"""

from __future__ import annotations

import json

import pytest

from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason, Value
from tests.unit.parsers.terraform.estates import parse, resources

SUBJECT = """
provider "x" {}
resource "aws_s" "a" {
  name    = "one"
  size    = 256
  on      = false
  text    = "80"
  word    = "true"
  empty   = ""
  none    = []
  nothing = {}
  gone    = null
  tags    = { Owner = "x" }
  rule {
    port = 1
    inner {
      z = 2
    }
  }
  dynamic "part" {
    for_each = ["p", "q"]
    content {
      v = part.value
    }
  }
}
data "aws_d" "d" { name = "given" }
data "aws_iam_policy_document" "known" {
  statement {
    actions   = ["s3:Get"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "part" {
  statement {
    actions   = ["s3:*"]
    resources = [aws_s.a.arn]
  }
}
data "template_file" "t" {
  template = "<$${who}>"
  vars     = { who = "me" }
}
"""


def value(expression: str) -> Value:
    parsed = parse({"main.tf": SUBJECT, "it.tf": f'resource "probe" "it" {{\n  v = [{expression}]\n}}\n'})
    assert parsed.problems == ()
    found = resources(parsed)["probe.it"].attributes["v"]
    assert isinstance(found, list)
    first: Value = found[0]
    return first


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("aws_s.a.name", "one"),
        ('aws_s.a["name"]', "one"),
        ("aws_s.a.size", 256),
        ("aws_s.a.on", False),
        ("aws_s.a.tags.Owner", "x"),
        ("aws_s.a.rule[0].port", 1),
        ("aws_s.a.rule[0].inner[0].z", 2),
        ("aws_s.a.rule[*].port", [1]),
        ("aws_s.a.part[1].v", "q"),
        ("data.aws_d.d.name", "given"),
        ("data.template_file.t.rendered", "<me>"),
        ("[aws_s.a][0].name", "one"),
        ("one([aws_s.a]).name", "one"),
        ("[for s in [aws_s.a] : s.name][0]", "one"),
        ("values({ k = aws_s.a })[0].name", "one"),
        ("keys({ k = aws_s.a })", ["k"]),
        ("aws_s.a == null", False),
        ("aws_s.a[*].name", ["one"]),
        ('try(aws_s.a.tags.gone, "fallback")', "fallback"),
    ],
)
def test_what_the_code_says_is_known(expression: str, expected: Value) -> None:
    assert value(expression) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "aws_s.a.arn",
        "aws_s.a.text",  # "10" of a volume's size becomes 10
        "aws_s.a.word",  # "true" of publish becomes true
        "aws_s.a.empty",  # "" of kms_key_id is as if it were not written: known after apply
        "aws_s.a.none",  # so is [] of vpc_security_group_ids
        "aws_s.a.nothing",  # {} of tags becomes null
        "aws_s.a.gone",
        "aws_s.a.rule[0].computed",
        "aws_s.a.rule[0].inner[0].computed",
        "aws_s.a.part[0].computed",
        'aws_s.a.empty == ""',
        "length(aws_s.a.none)",
        "length(aws_s.a)",
        "keys(aws_s.a)",
        "[for k, v in aws_s.a : k]",
        'merge(aws_s.a, { name = "two" })',
        'lookup(aws_s.a, "other", "fallback")',
        'contains(keys(aws_s.a), "name")',
        "can(aws_s.a.computed)",
        'try(aws_s.a.computed, "fallback")',
        'try(keys(aws_s.a), ["fallback"])',
        "jsonencode(aws_s.a)",
        "{ k = aws_s.a } == { k = aws_s.a }",
        "distinct([aws_s.a, aws_s.a])",
    ],
)
def test_what_a_provider_may_add_or_change_is_not(expression: str) -> None:
    assert isinstance(value(expression), Unknown)


def test_a_resource_inside_json_is_wholly_unknown_whatever_was_asked_of_it_before() -> None:
    found = value("jsonencode({ n = aws_s.a.name, a = [aws_s.a] })")
    assert isinstance(found, EncodedUnknown)
    assert isinstance(found.content, dict)
    assert found.content["n"] == "one"
    (inside,) = found.content["a"]
    assert isinstance(inside, Unknown)


def test_what_was_asked_for_says_nothing_of_the_rest() -> None:
    text = SUBJECT + "locals {\n  a = try(aws_s.a.tags.gone.deeper, 1)\n  b = keys(aws_s.a)\n}\n"
    parsed = parse({"main.tf": text, "it.tf": 'resource "probe" "it" {\n  v = [local.a, try(local.b, [])]\n}\n'})
    found = resources(parsed)["probe.it"].attributes["v"]
    assert isinstance(found, list)
    assert found[0] == 1
    assert isinstance(found[1], Unknown)
    assert found[1].reason is UnknownReason.KNOWN_AFTER_APPLY


def test_policy_documents() -> None:
    known = value("data.aws_iam_policy_document.known.json")
    assert isinstance(known, str)
    assert json.loads(known)["Statement"][0] == {"Effect": "Allow", "Action": "s3:Get", "Resource": "*"}
    part = value("data.aws_iam_policy_document.part.json")
    assert isinstance(part, EncodedUnknown)
    assert part.content["Statement"][0]["Action"] == "s3:*"  # type: ignore[index, call-overload]
    assert isinstance(part.content["Statement"][0]["Resource"], Unknown)  # type: ignore[index, call-overload]


def test_a_resource_given_to_a_module_is_asked_there() -> None:
    module = (
        'variable "typed" {\n  type = object({ name = string, arn = string, more = optional(string, "own") })\n}\n'
        'variable "any" {}\nresource "probe" "it" {\n  v = [var.typed.name, var.any.name, var.typed.arn, var.any.id]\n'
        "  more = var.typed.more\n}\n"
    )
    call = 'module "m" {\n  source = "./m"\n  typed = aws_s.a\n  any = aws_s.a\n}\n'
    parsed = parse({"main.tf": SUBJECT, "call.tf": call, "m/m.tf": module})
    assert parsed.problems == ()
    attributes = resources(parsed)["module.m.probe.it"].attributes
    found = attributes["v"]
    assert isinstance(found, list)
    assert found[:2] == ["one", "one"]
    assert all(isinstance(one, Unknown) for one in (*found[2:], attributes["more"]))
