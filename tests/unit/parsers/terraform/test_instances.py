"""``count`` and ``for_each``; addresses are those of ``terraform plan`` 1.11."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Parsed, Unknown, UnknownReason, Value
from tests.unit.parsers.terraform.estates import parse, resources


def probes(parsed: Parsed) -> list[str]:
    return [one.address for one in parsed.resources if one.type == "probe"]


def one(text: str, **files: str) -> Parsed:
    return parse({"main.tf": f'provider "x" {{}}\nresource "probe" "it" {{\n{text}\n}}\n', **files})


def reason(value: Value) -> UnknownReason | None:
    return value.reason if isinstance(value, Unknown) else None


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("count = 2", ["[0]", "[1]"]),
        ('count = "2"', ["[0]", "[1]"]),
        ("count = 0", []),
        ("count = false ? 1 : 0", []),
        ('count = length(["a", "b"])', ["[0]", "[1]"]),
        ('for_each = toset(["b", "a"])', ['["a"]', '["b"]']),
        ("for_each = { b = 1, a = 2 }", ['["a"]', '["b"]']),
        ("for_each = {}", []),
        ("for_each = toset([])", []),
        ("for_each = { 1 = 1, true = 2 }", ['["1"]', '["true"]']),
        ("for_each = { for i in range(2) : i => i }", ['["0"]', '["1"]']),
    ],
)
def test_addresses(written: str, keys: list[str]) -> None:
    parsed = one(written)
    assert parsed.problems == ()
    assert probes(parsed) == [f"probe.it{key}" for key in keys]


@pytest.mark.parametrize(
    "written",
    [
        "count = 1.5",
        "count = -1",
        "count = null",
        "count = true",
        'count = "two"',
        "count = [1]",
        'for_each = ["a"]',
        'for_each = tolist(["a"])',
        "for_each = toset([1, 2])",
        'for_each = toset([null, "a"])',
        "for_each = null",
        "for_each = 1",
        'for_each = "a"',
    ],
)
def test_what_terraform_refuses_is_one_instance_and_a_problem_at_its_place(written: str) -> None:
    parsed = one(written)
    assert probes(parsed) == ["probe.it"]
    (problem,) = parsed.problems
    assert problem.location is not None
    assert (problem.location.path, problem.location.start_line) == ("main.tf", 3)


KEYS = {
    r"a\"b": r"a\"b",
    "c$${d}": "c$${d}",
    r"e\nf": r"e\nf",
    "é": "é",
    r"t\\x": r"t\\x",
    "%%{if x}": "%%{if x}",
    r"tab\there": r"tab\there",
    r"r\rx": r"r\rx",
    r"a\u0001b": r"a\u0001b",
    r"z\u200b": r"z\u200b",
    r"\u00a0": r"\u00a0",
    r"\u2028": r"\u2028",
    r"\ue000": r"\ue000",
    r"\u007f": r"\u007f",
    r"\U0001F600": "\N{GRINNING FACE}",
    "a/b": "a/b",
    "$": "$",
    "": "",
}


@pytest.mark.parametrize(("written", "quoted"), KEYS.items())
def test_keys_are_quoted_as_terraform_quotes_them(written: str, quoted: str) -> None:
    assert probes(one(f'for_each = toset(["{written}"])')) == [f'probe.it["{quoted}"]']


def test_each_and_count_in_arguments_blocks_and_dynamic_blocks() -> None:
    parsed = one(
        'for_each = { a = { n = 1, l = ["x"] } }\nk = each.key\nn = each.value.n\nrule {\n  k = each.key\n}\n'
        'dynamic "part" {\n  for_each = each.value.l\n  content {\n'
        '    v = "${each.key}-${part.key}-${part.value}"\n  }\n}'
    )
    attributes = resources(parsed)['probe.it["a"]'].attributes
    assert attributes == {"k": "a", "n": 1, "rule": [{"k": "a"}], "part": [{"v": "a-0-x"}]}


def test_no_instance_holds_what_the_others_are_given() -> None:
    parsed = one('for_each = { a = jsonencode({ x = "closed" }), b = jsonencode({ x = "open" }) }\nv = each.value')
    found = resources(parsed)
    assert found['probe.it["a"]'].documents == {"v": {"x": "closed"}}
    assert "for_each" not in found['probe.it["a"]'].attributes
    assert "for_each" in found['probe.it["a"]'].positions
    assert "open" not in found['probe.it["a"]'].model_dump_json()


def test_self_is_known_after_apply_where_it_means_something() -> None:
    parsed = one('a = 1\nprovisioner "local-exec" {\n  command = self.id\n}\nconnection {\n  host = self.ip\n}')
    attributes = resources(parsed)["probe.it"].attributes
    command, host = attributes["provisioner"][0]["command"], attributes["connection"][0]["host"]  # type: ignore[index, call-overload]
    assert reason(command) is reason(host) is UnknownReason.KNOWN_AFTER_APPLY
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("v = each.key", "each means nothing here"),
        ("count = 1\nv = each.value.x", "each means nothing here"),
        ("v = count.index", "count means nothing here"),
        ("v = self.id", "self means nothing here"),
        ("v = path.modul", "path.modul does not exist"),
    ],
)
def test_a_name_that_nothing_binds_is_told(text: str, message: str) -> None:
    parsed = one(text)
    assert [problem.message for problem in parsed.problems] == [message]
    (probe,) = (found for found in parsed.resources if found.type == "probe")
    assert reason(probe.attributes["v"]) is UnknownReason.BROKEN


ITERATOR = """
resource "probe" "p" {
  dynamic "d" {
    for_each = [1]
    iterator = each
    content {
      v = each.value
    }
  }
}
"""
PROVISIONER = """
resource "probe" "p" {
  provisioner "local-exec" {
    when    = destroy
    command = self.id
    connection {
      host = self.ip
    }
  }
}
"""
CONDITION = """
data "probe" "d" {
  lifecycle {
    postcondition {
      condition     = self.v == 1
      error_message = "${self.v}"
    }
  }
}
"""


@pytest.mark.parametrize(
    "text",
    [
        'data "probe" "d" {\n  for_each = toset(["a"])\n  v = each.key\n}',
        'module "m" {\n  source = "./m"\n  count = 2\n  v = count.index\n}',
        'module "m" {\n  source = "./m"\n  for_each = other.o.map\n  v = each.value.x\n}',
        ITERATOR,
        'resource "probe" "p" {\n  v = [for each in ["a"] : [for count in [each] : count]]\n}',
        PROVISIONER,
        CONDITION,
        'provider "y" {\n  for_each = toset(["a"])\n  alias = "all"\n  region = each.key\n}',
        'resource "probe" "p" {\n  v = "${path.cwd}/x"\n}',
    ],
    ids=["data", "counted", "unknown", "iterator", "loop", "provisioner", "condition", "provider", "cwd"],
)
def test_a_name_that_is_bound_where_it_stands_is_no_problem(text: str) -> None:
    callee = 'variable "v" {}\nresource "probe" "it" {\n  v = var.v\n}\n'
    assert parse({"main.tf": f"{UNKNOWN}{text}\n", "m/main.tf": callee}).problems == ()


UNKNOWN = 'resource "other" "o" {}\n'


def test_an_unknown_number_of_instances_is_one_that_stands_for_all() -> None:
    parsed = parse(
        {
            "main.tf": UNKNOWN + 'resource "probe" "it" {\n  count = other.o.size\n  a = 1\n  i = count.index\n}\n'
            'resource "probe" "each" {\n  for_each = other.o.map\n  a = 1\n  k = each.key\n  v = each.value.x.y\n}\n'
            'resource "probe" "some" {\n  for_each = toset(["a", other.o.id])\n}\n'
            'resource "probe" "told" {\n  for_each = { a = other.o.id }\n  v = each.value\n}\n'
            "locals {\n  zero = probe.it[0].a\n  by_key = probe.each[other.o.id].a\n  all = probe.it[*].a\n"
            "  index = probe.it[0].i\n  long = length(probe.it)\n}\n"
            'resource "result" "r" {\n  v = [local.zero, local.by_key, local.all, local.index, local.long]\n}\n'
        }
    )
    assert probes(parsed) == ["probe.it", "probe.each", "probe.some", 'probe.told["a"]']
    found = resources(parsed)
    assert reason(found["probe.it"].attributes["i"]) is UnknownReason.PER_INSTANCE
    assert reason(found["probe.each"].attributes["v"]) is UnknownReason.PER_INSTANCE
    assert reason(found['probe.told["a"]'].attributes["v"]) is UnknownReason.KNOWN_AFTER_APPLY
    values = found["result.r"].attributes["v"]
    assert isinstance(values, list)
    assert values[:2] == [1, 1]
    assert all(isinstance(value, Unknown) for value in values[2:])


@pytest.mark.parametrize("count", ["1e9", "1001", "length(var.many)"])
def test_more_instances_than_are_told_apart_are_one_and_a_problem(count: str) -> None:
    many = "variable many {\n  default = [" + "0, " * 1001 + "]\n}\n"
    parsed = parse({"main.tf": f'{many}resource "probe" "it" {{\n  count = {count}\n  i = count.index\n}}\n'})
    assert probes(parsed) == ["probe.it"]
    assert [problem.message for problem in parsed.problems] == ["count makes more instances than are told apart"]


def test_the_limit_itself_is_told_apart() -> None:
    parsed = one("count = 1000\ni = count.index")
    assert probes(parsed)[-1] == "probe.it[999]"
    assert parsed.problems == ()


def test_instances_of_modules() -> None:
    parsed = parse(
        {
            "main.tf": UNKNOWN + 'module "m" {\n  source = "./m"\n  for_each = toset(["a"])\n  v = each.key\n}\n'
            'module "u" {\n  source = "./m"\n  count = other.o.n\n  v = count.index\n}\n'
            'module "z" {\n  source = "./m"\n  count = 0\n  v = 1\n}\n'
            'resource "result" "r" {\n'
            '  v = [module.m["a"].o, module.u[0].fixed, module.u[0].o, module.u[*].o, module.z]\n}\n',
            "m/main.tf": 'variable "v" {}\nresource "probe" "it" {\n  v = var.v\n}\noutput "o" {\n  value = var.v\n}\n'
            'output "fixed" {\n  value = 7\n}\n',
        }
    )
    assert probes(parsed) == ['module.m["a"].probe.it', "module.u.probe.it"]
    values = resources(parsed)["result.r"].attributes["v"]
    assert isinstance(values, list)
    assert values[:2] == ["a", 7]
    assert [reason(value) is None for value in values[2:4]] == [False, False]
    assert values[4] == []


def test_two_blocks_of_one_address_are_a_problem_and_one_resource() -> None:
    parsed = parse({"a.tf": 'resource "probe" "it" {\n  v = 1\n}\n', "b.tf": 'resource "probe" "it" {\n  v = 2\n}\n'})
    assert [one.attributes["v"] for one in parsed.resources] == [1]
    (problem,) = parsed.problems
    assert problem.message == "probe.it is declared twice: only the first one is judged"
    assert problem.location is not None
    assert problem.location.path == "b.tf"


def test_values_are_what_a_provider_makes_of_them() -> None:
    parsed = one(
        """
        encrypted = "true"
        public    = var.public
        value     = "true"
        version   = "1"
        tags      = { kept = "true" }
        ingress {
          from_port = "5432"
          to_port   = "any"
          self      = "false"
        }
        """,
        **{"variables.tf": 'variable "public" {\n  type    = string\n  default = "false"\n}\n'},
    )
    assert resources(parsed)["probe.it"].attributes == {
        "encrypted": True,
        "public": False,
        "value": "true",
        "version": "1",
        "tags": {"kept": "true"},
        "ingress": [{"from_port": 5432, "to_port": "any", "self": False}],
    }


def test_what_no_provider_takes_stays_a_text() -> None:
    parsed = parse(
        {
            "main.tf": 'module "c" {\n  source = "./c"\n  d = "true"\n}\n',
            "c/main.tf": 'variable "d" {}\nresource "probe" "it" {\n  size = var.d == "true" ? 1 : 2\n}\n',
        }
    )
    assert resources(parsed)["module.c"].attributes["d"] == "true"
    assert resources(parsed)["module.c.probe.it"].attributes == {"size": 1}
