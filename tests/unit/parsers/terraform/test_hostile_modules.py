"""Estates made to cost much or to lead outside: each costs a problem or an unknown, and stays small."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scanner.domain.artifact import Artifact
from scanner.domain.resource import Parsed, Unknown, UnknownReason
from scanner.parsers.terraform import TerraformParser
from scanner.parsers.terraform.modules.emission import MAX_REFERENCES, MAX_RESOURCES
from scanner.parsers.terraform.modules.estate import MAX_CALLS, MAX_INSTANCES, MAX_SCOPES
from scanner.sources.classification import kind_of
from scanner.sources.roles import role_of
from tests.unit.parsers.terraform.estates import parse, resources


class Watched:
    """Files in memory that remember which were read."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.read_paths: list[str] = []

    def read(self, artifact: Artifact) -> bytes:
        self.read_paths.append(artifact.path)
        return self._texts[artifact.path].encode()


def watched(files: Mapping[str, str]) -> tuple[Parsed, list[str]]:
    artifacts = tuple(
        Artifact(path=path, kind=kind_of(path)[0], role=role_of(path), size=len(files[path])) for path in files
    )
    contents = Watched(files)
    return TerraformParser().parse(artifacts, contents), contents.read_paths


def bomb(levels: int, calls: int, count: str = "") -> dict[str, str]:
    """Modules that each call the next one several times."""
    block = 'module "m{n}" {{\n  source = "../l{next}"\n{count}}}\n'
    return {
        f"l{level}/m.tf": "".join(block.format(n=n, next=level + 1, count=count) for n in range(calls))
        + 'resource "probe" "it" {\n  v = 1\n}\n'
        for level in range(levels)
    }


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (bomb(25, 2), f"more than {MAX_SCOPES} modules are called: this one is not entered"),
        (bomb(25, 1), f"more than {MAX_CALLS} module calls in one another: this one is not entered"),
        (bomb(5, 1, "count = 1000\n"), "count makes more instances than are told apart"),
        (bomb(4, 40, "count = 300\n"), "count makes more instances than are told apart"),
        (
            bomb(4, 3, 'for_each = toset([for n in range(900) : "k${n}"])\n'),
            "for_each makes more instances than are told apart",
        ),
    ],
    ids=["twice", "deep", "counted", "both", "each"],
)
def test_module_bombs_have_an_end(files: dict[str, str], message: str) -> None:
    parsed = parse(files)
    assert message in {problem.message for problem in parsed.problems}
    assert len(parsed.problems) < 120
    assert len(parsed.resources) <= MAX_INSTANCES + 40 * MAX_SCOPES
    assert len(parsed.resources) <= MAX_RESOURCES
    assert any(one.type == "probe" for one in parsed.resources)


def test_more_blocks_than_are_kept_are_a_problem() -> None:
    block = "".join(f'resource "probe" "p{n}" {{}}\n' for n in range(300))
    parsed = parse({"main.tf": 'module "m" {\n  source = "./m"\n  count = 500\n}\n', "m/m.tf": block})
    assert len(parsed.resources) == MAX_RESOURCES
    assert [one.message for one in parsed.problems] == [
        f"more than {MAX_RESOURCES} blocks and instances: the rest is left out"
    ]


def test_a_resource_that_names_a_million_others_names_some() -> None:
    module = 'resource "probe" "it" {\n  count = 1000\n}\noutput "o" {\n  value = probe.it[*].id\n}\n'
    call = 'module "m" {\n  source = "./m"\n  count = 1000\n}\nresource "result" "r" {\n  v = module.m[*].o\n}\n'
    parsed = parse({"main.tf": call, "m/m.tf": module})
    assert len(parsed.resources) <= MAX_RESOURCES
    named = [one for one in parsed.references if one.source == "result.r"]
    assert 0 < len(named) <= 2000
    assert "expressions name too many blocks: some references are not followed to their end" in {
        problem.message for problem in parsed.problems
    }


def test_a_thousand_that_name_a_thousand_have_an_end() -> None:
    text = 'resource "probe" "a" {\n  count = 1000\n}\nresource "probe" "b" {\n  count = 1000\n'
    parsed = parse({"main.tf": text + "".join(f"  v{n} = probe.a[*].id\n" for n in range(3)) + "}\n"})
    assert len(parsed.references) == MAX_REFERENCES
    assert any("too many blocks" in problem.message for problem in parsed.problems)


def test_instances_do_not_repeat_what_they_all_go_through() -> None:
    many = '{for n in range(1000) : "k${n}" => { a = n, b = "x", c = [1, 2] }}'
    text = f'resource "probe" "it" {{\n  for_each = {many}\n  v = each.value.a\n}}\n'
    parsed = parse({"main.tf": text})
    assert len(parsed.resources) == 1000
    assert parsed.counts["known_values"] == 1000
    assert len(parsed.model_dump_json()) < 600_000


@pytest.mark.parametrize(
    "source",
    [
        "../../../etc",
        "../etc",
        "/etc",
        "~/etc",
        "..\\\\etc",
        "file:///etc",
        "./a/../../etc",
        "C:\\\\etc",
        "./\\u0000",
        "",
    ],
)
def test_a_module_source_leads_nowhere_else(source: str) -> None:
    files = {"main.tf": f'module "m" {{\n  source = "{source}"\n}}\nresource "probe" "it" {{\n  v = module.m.o\n}}\n'}
    parsed, read = watched(files)
    value = resources(parsed)["probe.it"].attributes["v"]
    assert isinstance(value, Unknown)
    assert value.reason is UnknownReason.MODULE_NOT_HERE
    assert read == ["main.tf"]
    assert len(parsed.problems) == 1


@pytest.mark.parametrize(
    "expression",
    [
        'file("/etc/passwd")',
        'file("../../secret.txt")',
        'file("~/secret.txt")',
        'file("..\\\\secret.txt")',
        'file("a/../../../secret.txt")',
        'filebase64("//etc/passwd")',
        'filemd5("/etc/passwd")',
        'templatefile("../../secret.txt", {})',
        'templatefile("/etc/passwd", {})',
        'fileset("../..", "**")',
        'fileset("/", "**")',
        'fileset(path.module, "../../**")',
        'fileexists("/etc/passwd")',
        'file("${path.module}/../../../secret.txt")',
        'abspath(".")',
        'pathexpand("~")',
        "path.cwd",
    ],
)
def test_functions_read_nothing_outside(expression: str) -> None:
    files = {"a/main.tf": f'resource "probe" "it" {{\n  v = {expression}\n}}\n', "a/in.txt": "x"}
    parsed, read = watched(files)
    assert isinstance(resources(parsed)["probe.it"].attributes["v"], Unknown)
    assert read == ["a/main.tf"]


def test_fetched_modules_are_read_only_below_the_root() -> None:
    entries = [
        {"Key": f"m{n}", "Dir": path} for n, path in enumerate(("/etc", "../../etc", "..\\..\\etc", "C:\\etc", "\0"))
    ]
    calls = "".join(f'module "m{n}" {{\n  source = "a/b/c"\n}}\n' for n in range(len(entries)))
    files = {"a/main.tf": calls, "a/.terraform/modules/modules.json": json.dumps({"Modules": entries})}
    parsed, read = watched(files)
    assert {one.address for one in parsed.resources} == {f"module.m{n}" for n in range(len(entries))}
    assert set(read) == set(files)


LONG = {
    "locals": "locals {\n  a0 = 1\n" + "".join(f"  a{n} = local.a{n - 1} + 1\n" for n in range(1, 2000)) + "}\n"
    'resource "probe" "it" {\n  v = local.a1999\n  w = local.a20\n}\n',
    "resources": 'resource "probe" "r0" {\n  v = "1"\n}\n'
    + "".join(f'resource "probe" "r{n}" {{\n  v = probe.r{n - 1}.v\n}}\n' for n in range(1, 2000)),
    "doubled": 'locals {\n  a0 = ["x", "x"]\n'
    + "".join(f"  a{n} = [local.a{n - 1}, local.a{n - 1}]\n" for n in range(1, 60))
    + '}\nresource "probe" "it" {\n  v = local.a59\n}\n',
    "a doubled text": 'locals {\n  a0 = "xxxxxxxx"\n'
    + "".join(f'  a{n} = "${{local.a{n - 1}}}${{local.a{n - 1}}}"\n' for n in range(1, 60))
    + '}\nresource "probe" "it" {\n  v = local.a59\n}\n',
    "loops": 'resource "probe" "it" {\n  v = '
    + "".join(f"[for a{n} in range(100) : " for n in range(20))
    + "1"
    + "]" * 20
    + "\n}\n",
    "dynamic": 'resource "probe" "it" {\n'
    + "".join(f'dynamic "d{n}" {{\nfor_each = range(100)\ncontent {{\n' for n in range(12))
    + "}\n}\n" * 12
    + "}\n",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_grows_is_given_up_at_some_size(text: str) -> None:
    parsed = parse({"main.tf": text})
    assert parsed.counts["known_values"] < 200_000
    assert parsed.counts["unknown_values"] > 0 or parsed.problems
    assert len(parsed.model_dump_json()) < 20_000_000


def test_a_template_that_renders_itself_ends() -> None:
    parsed = parse(
        {"main.tf": 'output "o" {\n  value = templatefile("t.tpl", {})\n}\n', "t.tpl": '${templatefile("t.tpl", {})}'}
    )
    value = parsed.resources[0].attributes["value"]
    assert isinstance(value, Unknown)


def test_ten_thousand_variables_are_all_there() -> None:
    names = range(10_000)
    text = "".join(f'variable "v{n}" {{\n  default = {n}\n}}\n' for n in names)
    parsed = parse(
        {"main.tf": text + 'resource "probe" "it" {\n  v = [' + ", ".join(f"var.v{n}" for n in names) + "]\n}\n"}
    )
    assert resources(parsed)["probe.it"].attributes["v"] == list(names)
    assert sum(one.type == "variable" for one in parsed.resources) == 10_000


ESTATE = {
    "main.tf": """
provider "aws" { region = var.r }
variable "r" { default = "eu" }
locals {
  a = { for k, v in module.m : k => v.out }
  b = local.a["x"]
}
module "m" {
  source   = "./m"
  for_each = toset(["x", "y"])
  v        = each.key
}
resource "aws_s" "it" {
  count = length(local.a)
  v     = [local.b, module.m["x"].out, var.r]
  dynamic "d" {
    for_each = local.a
    content {
      v = d.value
    }
  }
}
""",
    "m/m.tf": """
variable "v" { type = string }
resource "aws_s" "in" { n = "${var.v}-${aws_s.two.id}" }
resource "aws_s" "two" {
  for_each = { (var.v) = jsonencode({ a = [var.v] }) }
  j        = each.value
}
output "out" { value = [for k, t in aws_s.two : t.j][0] }
""",
    "prod.tfvars": 'r = "us"\n',
}
WORDS = [
    "var.r",
    "var.v",
    "local.a",
    "local.b",
    "module.m",
    'module.m["x"]',
    ".out",
    "[0]",
    "[*]",
    "each.key",
    "each.value",
    "count.index",
    "self",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\n",
    '"',
    "${",
    "%{",
    "=",
    " ",
    "count = 2\n",
    "for_each = ",
    "for_each = module.m\n",
    "../m",
    "./m",
    ".",
    "..",
    "null",
    "true",
    "1e9",
    "-1",
    "toset(",
    "jsonencode(",
    "merge(",
    "try(",
    "sensitive(",
    "aws_s.it",
    "aws_s.two",
    "aws_s.in",
    'source = "../"\n',
    'source = "./m"\n',
    "for k, v in ",
    " : ",
    " => ",
    "...",
    "?",
    "dynamic",
    "data.",
    "resource.",
    "path.module",
    "\0",
    "é",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_damaged_estate_crashes(data: st.DataObject) -> None:
    files = dict(ESTATE)
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(sorted(files)))
        text = files[path]
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.sampled_from((0, 0, 1, 5, 40)))
        files[path] = text[:start] + data.draw(st.sampled_from(WORDS)) + text[start + length :]
    parsed = parse(files)
    marks = [(one.environment, one.address) for one in parsed.resources]
    assert len(marks) == len(set(marks))
    assert parsed.model_dump_json()
    assert len(parsed.resources) < 5000
    for problem in parsed.problems:
        assert problem.location is None or problem.location.path in files
