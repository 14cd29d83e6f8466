"""Modules: values down and outputs back, as ``terraform plan`` 1.11 prints them for the same files."""

from __future__ import annotations

import pytest

from scanner.domain.configuration import TerraformConfiguration
from scanner.domain.resource import Parsed, Unknown, UnknownReason, Value
from tests.unit.parsers.terraform.estates import parse, resources

ROOT = """
variable "stage" { default = "live" }
module "a" {
  source   = "./a"
  for_each = { two = 2, one = 1 }
  name     = "${var.stage}-${each.key}"
  size     = each.value
}
module "n" {
  source  = "./c"
  kept    = null
  refused = null
  typed   = ["1", 2, true]
}
module "none" {
  source = "./c"
  count  = 0
}
output "all" { value = { for k, v in module.a : k => v.leaves } }
output "one" { value = module.a["one"].leaves[0] }
output "paths" { value = module.a["one"].paths }
output "nulls" { value = [module.n.kept, module.n.refused, module.n.typed] }
output "empty" { value = [module.none[*].kept, length(module.none), one(module.none[*].kept)] }
output "keys" { value = keys(module.a) }
"""
ESTATE = {
    "main.tf": ROOT,
    "a/m.tf": """
variable "name" {}
variable "size" {}
module "b" {
  source = "./b"
  count  = var.size
  name   = "${var.name}-${count.index}"
}
output "leaves" { value = module.b[*].leaf }
output "paths" { value = [path.module, path.root, module.b[0].path, module.b[0].text, module.b[0].files] }
""",
    "a/b/m.tf": """
variable "name" { type = string }
resource "terraform_data" "leaf" {
  for_each = toset(["x", "y"])
  input    = "${var.name}-${each.value}"
}
output "leaf" { value = { for k, v in terraform_data.leaf : k => upper(v.input) } }
output "path" { value = path.module }
output "text" { value = "${file("${path.module}/t.txt")}${templatefile("a/b/t.tpl", { n = var.name })}" }
output "files" { value = fileset(path.module, "*.t*") }
""",
    "a/b/t.txt": "plain",
    "a/b/t.tpl": "<${n}>",
    "c/m.tf": """
variable "kept" { default = "d" }
variable "refused" {
  default  = "d"
  nullable = false
}
variable "typed" {
  type    = list(string)
  default = []
}
output "kept" { value = var.kept }
output "refused" { value = var.refused }
output "typed" { value = var.typed }
""",
}
LEAF = 'variable "v" {}\nresource "probe" "it" {\n  v = var.v\n}\noutput "out" {\n  value = var.v\n}\n'


def outputs(parsed: Parsed) -> dict[str, Value]:
    found = {one.address: one for one in parsed.resources if one.type == "output"}
    return {
        name.removeprefix("output."): one.attributes["value"] for name, one in found.items() if "module" not in name
    }


def messages(parsed: Parsed) -> list[tuple[str, str | None, int | None]]:
    return [
        (one.message, one.location.path if one.location else None, one.location.start_line if one.location else None)
        for one in parsed.problems
    ]


def reason(value: Value) -> UnknownReason | None:
    return value.reason if isinstance(value, Unknown) else None


def test_modules_three_deep_give_terraform_s_addresses_and_values() -> None:
    parsed = parse(ESTATE)
    assert parsed.problems == ()
    assert outputs(parsed) == {
        "all": {
            "one": [{"x": "LIVE-ONE-0-X", "y": "LIVE-ONE-0-Y"}],
            "two": [{"x": "LIVE-TWO-0-X", "y": "LIVE-TWO-0-Y"}, {"x": "LIVE-TWO-1-X", "y": "LIVE-TWO-1-Y"}],
        },
        "one": {"x": "LIVE-ONE-0-X", "y": "LIVE-ONE-0-Y"},
        "paths": ["a", ".", "a/b", "plain<live-one-0>", ["m.tf", "t.tpl", "t.txt"]],
        "nulls": [None, "d", ["1", "2", "true"]],
        "empty": [[], 0, None],
        "keys": ["one", "two"],
    }
    leaves = {one.address: one for one in parsed.resources if one.type == "terraform_data"}
    assert set(leaves) == {
        f'module.a["{key}"].module.b[{index}].terraform_data.leaf["{leaf}"]'
        for key, index in (("one", 0), ("two", 0), ("two", 1))
        for leaf in "xy"
    }
    leaf = leaves['module.a["two"].module.b[1].terraform_data.leaf["y"]']
    assert leaf.attributes == {"input": "live-two-1-y"}
    assert leaf.module_path == ("a", "b")
    assert leaf.declaration == "terraform_data.leaf"
    assert [(place.path, place.start_line) for place in leaf.calls] == [("main.tf", 3), ("a/m.tf", 4)]
    assert leaf.location.path == "a/b/m.tf"


def test_the_module_of_a_registry_is_told_and_its_outputs_are_unknown() -> None:
    parsed = parse(
        {
            "main.tf": 'module "r" {\n  source = "a/b/c"\n}\nmodule "g" {\n'
            '  source = "git::https://h/x.git"\n  count = 2\n}\n'
            'resource "probe" "it" {\n  v = [module.r.o, module.g[0].o, module.g[*].o, try(module.r.o, 1)]\n}\n',
            "examples/e/main.tf": 'module "r" {\n  source = "a/b/c"\n}\n',
        }
    )
    values = resources(parsed)[".: probe.it"].attributes["v"]
    assert isinstance(values, list)
    assert [reason(value) for value in values] == [UnknownReason.MODULE_NOT_HERE] * 4
    assert messages(parsed) == [
        ("2 modules of other repositories, of which nothing is judged: a/b/c, git::https://h/x.git", "main.tf", 1)
    ]


def test_a_fetched_copy_is_entered_and_its_findings_stand_at_the_call() -> None:
    parsed = parse(
        {
            "infra/main.tf": 'module "f" {\n  source = "a/b/c"\n  v = 5\n}\n'
            'resource "probe" "top" {\n  v = module.f.out\n}\n',
            "infra/.terraform/modules/modules.json": '{"Modules": [{"Key": "", "Dir": "."},'
            ' {"Key": "f", "Dir": ".terraform/modules/f/sub"}, {"Key": "f.deep", "Dir": ".terraform/modules/f.deep"}]}',
            "infra/.terraform/modules/f/sub/main.tf": LEAF
            + 'module "deep" {\n  source = "x/y/z"\n  v = var.v + 1\n}\n',
            "infra/.terraform/modules/f.deep/main.tf": LEAF,
        }
    )
    found = resources(parsed)
    assert parsed.problems == ()
    assert found["probe.top"].attributes["v"] == 5
    deep = found["module.f.module.deep.probe.it"]
    assert deep.attributes["v"] == 6
    assert (deep.location.path, deep.location.start_line) == ("infra/main.tf", 1)
    assert deep.role.value == "product"


@pytest.mark.parametrize(
    "written",
    ['{"Modules": 1}', '{"Modules": [1]}', "[]", "{", '{"Modules": [{"Key": "f"}]}', '{"Modules": {"Key": 1}}', "null"],
)
def test_a_broken_list_of_fetched_modules_is_a_problem(written: str) -> None:
    parsed = parse({"main.tf": 'module "f" {\n  source = "a/b/c"\n}\n', ".terraform/modules/modules.json": written})
    told = [place for message, place, _ in messages(parsed) if "modules that were fetched are not known" in message]
    assert told == [".terraform/modules/modules.json"]


@pytest.mark.parametrize("folder", ["../../etc", "/etc", "../..", "..\\\\..\\\\etc", "C:\\\\x"])
def test_a_list_of_fetched_modules_leads_nowhere_else(folder: str) -> None:
    parsed = parse(
        {
            "a/main.tf": 'module "f" {\n  source = "x/y/z"\n  v = 1\n}\n'
            'resource "probe" "top" {\n  v = module.f.out\n}\n',
            "a/.terraform/modules/modules.json": f'{{"Modules": [{{"Key": "f", "Dir": "{folder}"}}]}}',
            "etc/main.tf": LEAF,
        }
    )
    assert reason(resources(parsed)["a: probe.top"].attributes["v"]) is UnknownReason.MODULE_NOT_HERE


def test_a_vendored_folder_is_entered_and_is_no_root() -> None:
    parsed = parse(
        {
            "main.tf": 'module "x" {\n  source = "./vendor/modules/x"\n  v = 6\n}\n',
            "vendor/modules/x/main.tf": LEAF,
            "vendor/modules/y/main.tf": LEAF,
        }
    )
    found = resources(parsed)
    assert set(found) == {"module.x", "module.x.probe.it"}
    assert found["module.x.probe.it"].attributes["v"] == 6
    assert found["module.x.probe.it"].location.path == "main.tf"
    assert found["module.x.probe.it"].positions == {}


@pytest.mark.parametrize("folder", ["copies/y", "./copies/y/", "copies//y"])
def test_archscan_yaml_says_where_a_copy_lies(folder: str) -> None:
    source = "git::ssh://h/y.git?ref=1"
    parsed = parse(
        {"main.tf": f'module "m" {{\n  source = "{source}"\n  v = 1\n}}\n', "copies/y/main.tf": LEAF},
        TerraformConfiguration(modules={source: folder}),
    )
    assert parsed.problems == ()
    assert set(resources(parsed)) == {"module.m", "module.m.probe.it"}


def test_a_copy_that_is_not_there_is_a_problem() -> None:
    parsed = parse(
        {"main.tf": 'module "m" {\n  source = "a/b/c"\n}\n'}, TerraformConfiguration(modules={"a/b/c": "../x"})
    )
    assert messages(parsed) == [("there is no Terraform file in ../x, which source = 'a/b/c' means", "main.tf", 1)]


def test_terraform_refuses_other_arguments_than_a_module_declares() -> None:
    files = {
        "main.tf": 'module "m" {\n  source = "./m"\n  bad = 1\n  depends_on = []\n  providers = {}\n}\n',
        "m/main.tf": 'variable "need" {}\nvariable "may" {\n  default = null\n}\n',
    }
    assert messages(parse(files)) == [
        ("module.m is given bad, which it does not declare", "main.tf", 1),
        ("module.m is not given need, which it needs", "main.tf", 1),
    ]
    assert [text for text, path, _ in messages(parse(files | {"m/x.tf": "resource {{\n"})) if path == "main.tf"] == []
    assert messages(parse({f"examples/{path}": text for path, text in files.items()})) == []


def test_what_a_module_does_not_say_is_no_value_and_a_problem() -> None:
    parsed = parse(
        {
            "main.tf": 'module "m" {\n  source = "./m"\n}\nresource "probe" "it" {\n'
            "  a = module.m.nope\n  b = module.gone.x\n}\n",
            "m/main.tf": "locals {\n  a = 1\n}\n",
        }
    )
    found = resources(parsed)["probe.it"]
    assert reason(found.attributes["a"]) is reason(found.attributes["b"]) is UnknownReason.BROKEN
    assert [line for _, path, line in messages(parsed) if path == "main.tf"] == [5, 6]


CYCLES = {
    "locals": "locals {\n  a = local.b\n  b = local.a\n}\nresource probe it {\n  v = local.a\n}\n",
    "one local": "locals {\n  a = [local.a]\n}\nresource probe it {\n  v = local.a\n}\n",
    "a resource": 'resource "probe" "it" {\n  v = probe.it.v\n}\n',
    "two resources": 'resource "probe" "it" {\n  v = probe.b.v\n}\nresource "probe" "b" {\n  v = probe.it.v\n}\n',
    "an output": 'module "m" {\n  source = "./m"\n  v = module.m.out\n}\n'
    'resource "probe" "it" {\n  v = module.m.out\n}\n',
    "a count": 'resource "probe" "it" {\n  count = length(probe.it)\n  v = probe.it[0].v\n}\n',
    "a module's count": 'module "m" {\n  source = "./m"\n  count = module.m[0].out\n  v = 1\n}\n'
    'resource "probe" "it" {\n  v = module.m[0].out + module.m[0].none\n}\n',
    "a variable": 'variable "v" {\n  default = var.v\n}\nresource "probe" "it" {\n  v = var.v\n}\n',
}


@pytest.mark.parametrize("text", CYCLES.values(), ids=CYCLES.keys())
def test_what_refers_to_itself_is_a_problem_with_a_place(text: str) -> None:
    parsed = parse({"main.tf": text, "m/main.tf": LEAF})
    (probe, *_) = [one for one in parsed.resources if one.address.startswith("probe.it")]
    assert reason(probe.attributes["v"]) is not None or "Unknown" in repr(probe.attributes["v"])
    told = [one for one in parsed.problems if "refers to itself" in one.message]
    assert told
    assert all(one.location is not None for one in told)


def test_modules_that_call_each_other_are_entered_once() -> None:
    circle = {
        "a/main.tf": 'module "m" {\n  source = "../b"\n}\n',
        "b/main.tf": 'module "m" {\n  source = "../a"\n}\nresource "probe" "it" {}\n',
        "c/main.tf": 'module "m" {\n  source = "../c/."\n}\nresource "probe" "it" {}\n',
    }
    parsed = parse(circle)
    assert sorted(one.address for one in parsed.resources if one.type == "probe") == ["module.m.probe.it", "probe.it"]
    assert messages(parsed) == [
        ("module.m calls itself: m", "c/main.tf", 1),
        ("module.m calls itself: m -> m", "b/main.tf", 1),
    ]


TYPED = 'variable "v" {\n  type = number\n}\nresource "probe" "it" {\n  v = var.v + 1\n}\n'


def test_what_terraform_would_refuse_is_told_only_of_what_is_applied() -> None:
    given = TYPED + 'locals {\n  x = 1 + "a"\n}\nresource "probe" "two" {\n  v = local.x\n}\n'
    applied = given + 'provider "x" {}\n'
    assert messages(parse({"main.tf": given.replace("type = number", "default = 1")})) == []
    told = messages(parse({"main.tf": applied, "terraform.tfvars": 'v = "no"\n'}))
    assert [(path, line) for _, path, line in told] == [("terraform.tfvars", 1), ("main.tf", 8)]
    assert messages(parse({"main.tf": applied})) == []  # without its variable it is not applied
    through = {"main.tf": 'provider "x" {}\nmodule "m" {\n  source = "./m"\n  v = "no"\n}\n', "m/main.tf": TYPED}
    assert [(path, line) for _, path, line in messages(parse(through))] == [("main.tf", 4)]


def test_settings_may_stand_in_several_terraform_blocks() -> None:
    first = 'terraform {\n  required_version = ">= 1.5"\n}\n'
    second = 'terraform {\n  backend "s3" {}\n}\n'
    parsed = parse({"main.tf": first, "backend.tf": second})
    assert messages(parsed) == []
    assert {one.location.path for one in parsed.resources if one.type == "terraform"} == {"backend.tf", "main.tf"}
