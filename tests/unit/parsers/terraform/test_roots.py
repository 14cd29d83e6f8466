"""Which folders are roots, and the environments that var files and ``archscan.yaml`` make of them."""

from __future__ import annotations

from scanner.domain.configuration import TerraformConfiguration, TerraformRoot
from scanner.domain.resource import Parsed, Unknown, UnknownReason
from tests.unit.parsers.terraform.estates import parse

STACK = 'variable "v" {}\nresource "probe" "it" {\n  v = var.v\n}\n'


def call(folder: str, value: object = 1) -> str:
    return f'module "m" {{\n  source = "{folder}"\n  v = {value}\n}}\n'


def probes(parsed: Parsed) -> dict[tuple[str, str], object]:
    found = [one for one in parsed.resources if one.type == "probe"]
    kept = {(one.environment, one.address): one.attributes.get("v") for one in found}
    assert len(kept) == len(found)
    return {mark: value.reason if isinstance(value, Unknown) else value for mark, value in kept.items()}


def problems(parsed: Parsed) -> list[str]:
    return [one.message for one in parsed.problems]


def test_folders_that_others_call_are_no_roots() -> None:
    files = {"live/dev/m.tf": call("../../m", 1), "live/prod/m.tf": call("../../m", 2), "m/m.tf": STACK}
    assert probes(parse(files)) == {
        ("live/dev", "module.m.probe.it"): 1,
        ("live/prod", "module.m.probe.it"): 2,
    }


def test_what_only_examples_and_tests_call_is_a_root_of_its_own() -> None:
    parsed = parse({"m/m.tf": STACK, "m/examples/e/m.tf": call("../..", 1), "tests/t/m.tf": call("../../m", 2)})
    assert probes(parsed) == {
        ("m", "probe.it"): UnknownReason.VARIABLE_WITHOUT_VALUE,
        ("m/examples/e", "module.m.probe.it"): 1,
        ("tests/t", "module.m.probe.it"): 2,
    }
    roles = {one.environment: one.role.value for one in parsed.resources if one.type == "probe"}
    assert roles == {"m": "product", "m/examples/e": "example", "tests/t": "test"}


def test_a_call_that_makes_nothing_makes_no_root_either() -> None:
    off = call("../m").replace("}", "  count = 0\n}")
    assert probes(parse({"app/m.tf": off, "m/m.tf": STACK})) == {}


def test_var_files_beside_and_below_a_root() -> None:
    beside = {"m.tf": STACK, "dev.tfvars": "v = 1\n", "prod.tfvars.json": '{"v": "${1 + 1}"}'}
    assert probes(parse(beside)) == {(". (dev)", "probe.it"): 1, (". (prod)", "probe.it"): "${1 + 1}"}
    below = {"a/m.tf": STACK, "a/vars/dev.tfvars": "v = 1\n", "a/vars/prod.tfvars": "v = 2\n"}
    assert probes(parse(below)) == {("a (dev)", "probe.it"): 1, ("a (prod)", "probe.it"): 2}
    folders = {"m.tf": STACK, "envs/dev/terraform.tfvars": "v = 1\n", "envs/prod/terraform.tfvars": "v = 2\n"}
    assert probes(parse(folders)) == {(". (dev)", "probe.it"): 1, (". (prod)", "probe.it"): 2}


def test_var_files_of_one_folder_that_agree_are_one_environment_with_what_all_share() -> None:
    two = STACK + 'variable "w" {}\nvariable "x" {\n  default = 0\n}\nresource "probe" "w" {\n  v = [var.w, var.x]\n}\n'
    files = {
        "m.tf": two,
        "envs/dev/a.tfvars": "v = 1\n",
        "envs/dev/b.tfvars": "w = 2\n",
        "envs/prod/a.tfvars": "v = 3\n",
        "envs/prod/b.tfvars": "w = 4\nx = 5\n",
        "envs/common.tfvars": "x = 9\nv = 9\n",
    }
    assert probes(parse(files)) == {
        (". (dev)", "probe.it"): 1,
        (". (dev)", "probe.w"): [2, 9],
        (". (prod)", "probe.it"): 3,
        (". (prod)", "probe.w"): [4, 5],
    }


def test_terraform_s_own_order_of_the_files_that_it_loads_by_itself() -> None:
    files = {"m.tf": STACK, "terraform.tfvars": 'v = "t"\n'}
    for path, text, expected in (
        ("terraform.tfvars.json", '{"v": "j"}', "j"),
        ("a.auto.tfvars", 'v = "a"\n', "a"),
        ("b.auto.tfvars.json", '{"v": "b"}', "b"),
        ("c.auto.tfvars", 'v = "c"\n', "c"),
    ):
        files[path] = text
        assert probes(parse(files)) == {(".", "probe.it"): expected}
    files["prod.tfvars"] = 'v = "given"\n'
    assert probes(parse(files)) == {(". (prod)", "probe.it"): "given"}


def test_values_of_tests_examples_and_other_modules_are_none_of_a_root_s() -> None:
    lost = {
        "app/m.tf": STACK,
        "app/tests/t.tfvars": "v = 1\n",
        "app/examples/e.tfvars": "v = 1\n",
        "lib/m.tf": 'variable "v" {\n  default = 1\n}\n',
        "lib/terraform.tfvars": "v = 1\n",
        "use/m.tf": call("../lib"),
    }
    assert probes(parse(lost)) == {("app", "probe.it"): UnknownReason.VARIABLE_WITHOUT_VALUE}


def test_var_files_that_lie_apart_go_to_the_root_that_declares_what_they_set() -> None:
    files = {"app/m.tf": STACK, "versions.tf": "terraform {}\n", "envs/dev.tfvars": "v = 1\n"}
    assert probes(parse(files)) == {("app (dev)", "probe.it"): 1}


def test_more_environments_than_are_told_apart_are_a_problem() -> None:
    parsed = parse({"m.tf": STACK, **{f"e{n:02}.tfvars": f"v = {n}\n" for n in range(45)}})
    assert len(probes(parsed)) == 40
    assert problems(parsed) == [". has more than 40 environments: 5 var files are left out"]


def test_archscan_yaml_says_which_roots_there_are() -> None:
    files = {
        "infra/m.tf": STACK + 'resource "probe" "w" {\n  v = terraform.workspace\n}\n',
        "infra/terraform.tfvars": "v = 0\n",
        "infra/p.tfvars": "v = 1\n",
        "shared/q.tfvars": "v = 2\n",
        "other/m.tf": call("../m", 3),
        "m/m.tf": STACK,
    }
    roots = (
        TerraformRoot(path="./infra/", name="live", var_files=("p.tfvars",), workspace="prod"),
        TerraformRoot(path="infra", var_files=("shared/q.tfvars",)),
        TerraformRoot(path="infra", var_files=("../shared/q.tfvars", "p.tfvars")),
        TerraformRoot(path="infra", var_files=("shared/q.tfvars",)),
        TerraformRoot(path="m"),
    )
    parsed = parse(files, TerraformConfiguration(roots=roots))
    assert probes(parsed) == {
        ("infra (live)", "probe.it"): 1,
        ("infra (live)", "probe.w"): "prod",
        ("infra (q)", "probe.it"): 2,
        ("infra (q)", "probe.w"): UnknownReason.WORKSPACE,
        ("infra (q p)", "probe.it"): 1,
        ("infra (q p)", "probe.w"): UnknownReason.WORKSPACE,
        ("infra (q) 2", "probe.it"): 2,
        ("infra (q) 2", "probe.w"): UnknownReason.WORKSPACE,
        ("m", "probe.it"): UnknownReason.VARIABLE_WITHOUT_VALUE,
        ("other", "module.m.probe.it"): 3,
    }
    assert problems(parsed) == []


def test_what_archscan_yaml_names_and_is_not_there_is_a_problem() -> None:
    roots = (
        TerraformRoot(path="infra", var_files=("no.tfvars", "/etc/passwd", "../../x.tfvars")),
        TerraformRoot(path="gone"),
        TerraformRoot(path="../infra"),
        TerraformRoot(path="/infra"),
    )
    parsed = parse({"infra/m.tf": STACK}, TerraformConfiguration(roots=roots))
    assert set(probes(parsed)) == {("infra (no passwd x)", "probe.it")}
    assert problems(parsed) == [
        *(f"archscan.yaml names the var file {path}, which is not here" for path in roots[0].var_files),
        *(f"archscan.yaml names the root {one.path}, which holds no Terraform file" for one in roots[1:]),
    ]


def test_providers_and_outputs_are_told_for_each_environment_and_variables_once() -> None:
    text = 'variable "v" {}\nprovider "aws" {\n  region = var.v\n}\noutput "o" {\n  value = var.v\n}\nterraform {}\n'
    parsed = parse({"m.tf": text, "a.tfvars": 'v = "eu"\n', "b.tfvars": 'v = "us"\n'})
    found = {(one.environment, one.address): one.attributes for one in parsed.resources}
    assert found[(". (a)", "provider.aws")] == {"region": "eu"}
    assert found[(". (b)", "provider.aws")] == {"region": "us"}
    assert found[(". (b)", "output.o")] == {"value": "us"}
    assert sum(one.type in ("variable", "terraform") for one in parsed.resources) == 2


def test_names_that_a_minified_file_declares_on_one_line_are_all_there() -> None:
    text = '{"provider": {"aws": [{"region": "a"}, {"alias": "x"}]}, "variable": {"a": {}, "b": {}}}'
    assert [one.address for one in parse({"m.tf.json": text}).resources] == [
        "provider.aws",
        "provider.aws.x",
        "var.a",
        "var.b",
    ]
