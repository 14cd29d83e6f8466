"""Which var files make which environments, and what is said of names that a script must bring."""

from __future__ import annotations

from scanner.domain.resource import Parsed, Unknown, UnknownReason
from tests.unit.parsers.terraform.estates import parse, resources

STACK = (
    'variable "size" { default = 0 }\nvariable "name" { default = "" }\n'
    'resource "probe" "it" { v = [var.size, var.name] }\n'
)


def probes(parsed: Parsed) -> dict[str, object]:
    return {one.environment: one.attributes["v"] for one in parsed.resources if one.type == "probe"}


def test_var_files_named_after_a_stack_are_its_own_and_no_other_s() -> None:
    files = {
        "infra/stacks/ui/main.tf": STACK,
        "infra/stacks/api/main.tf": STACK,
        "infra/ui.tfvars": 'name = "ui"\n',
        "infra/environments/dev/ui.tfvars": "size = 1\n",
        "infra/environments/prod/ui.tfvars": "size = 9\n",
        "infra/environments/prod/api.tfvars": "size = 5\n",
    }
    assert probes(parse(files)) == {
        "infra/stacks/ui (dev)": [1, "ui"],
        "infra/stacks/ui (prod)": [9, "ui"],
        "infra/stacks/api (prod)": [5, ""],
    }


def test_what_configures_a_backend_makes_no_environment() -> None:
    files = {
        "app/main.tf": STACK,
        "app/workspace-variables/prod.tfvars": "size = 9\n",
        "app/workspace-variables/prod_backend.tfvars": 'storage_account_name = "state"\n',
    }
    assert probes(parse(files)) == {"app (prod)": [9, ""]}


def with_backend(kind: str, variable: str) -> str:
    return f'terraform {{\n  backend "{kind}" {{}}\n}}\nvariable "{variable}" {{ default = "" }}\n' + STACK


def test_what_configures_a_backend_makes_none_where_a_variable_has_the_name_of_an_argument() -> None:
    files = {
        "app/main.tf": with_backend("azurerm", "resource_group_name"),
        "app/vars/prod.tfvars.json": '{"size": 9, "resource_group_name": "letters"}',
        "app/vars/prod.state.tfvars": 'storage_account_name = "state"\nresource_group_name = "letters"\n',
    }
    assert probes(parse(files)) == {"app (prod)": [9, ""]}


def test_what_is_named_for_the_backend_makes_none_where_every_argument_is_a_variable_s_name_too() -> None:
    files = {
        "app/main.tf": with_backend("s3", "region"),
        "app/vars/prod.tfvars": "size = 9\n",
        "app/vars/prod-backend.tfvars": 'region = "eu-west-2"\n',
    }
    assert probes(parse(files)) == {"app (prod)": [9, ""]}


def test_a_var_file_that_sets_more_than_a_backend_takes_makes_an_environment() -> None:
    files = {
        "app/main.tf": with_backend("s3", "region"),
        "app/vars/dev.tfvars": 'region = "eu-west-2"\n',
        "app/vars/prod.tfvars": 'bucket = "state"\nregion = "eu-west-2"\nsize = 9\n',
    }
    assert probes(parse(files)) == {"app (dev)": [0, ""], "app (prod)": [9, ""]}


def test_without_a_backend_of_that_kind_a_var_file_makes_an_environment() -> None:
    files = {
        "app/main.tf": with_backend("gcs", "region"),
        "app/vars/prod.tfvars": 'key = "letters"\nregion = "eu-west-2"\n',
    }
    assert probes(parse(files)) == {"app (prod)": [0, ""]}


def test_two_var_files_never_make_one_environment_by_chance() -> None:
    files = {"main.tf": STACK, "etc/dev.tfvars": "size = 1\n", "config/dev.tfvars": "size = 2\n"}
    assert probes(parse(files)) == {". (config/dev.tfvars)": [2, ""], ". (etc/dev.tfvars)": [1, ""]}
    files |= {"etc/prod.tfvars": "size = 3\n"}
    assert probes(parse(files))[". (prod)"] == [3, ""]


def test_many_names_that_nothing_declares_are_one_problem() -> None:
    text = "".join(f'resource "probe" "p{n}" {{ v = var.v{n} }}\n' for n in range(12))
    (problem,) = parse({"stacks/api/main.tf": text + 'resource "probe" "again" { v = var.v0 }\n'}).problems
    assert problem.message.startswith("stacks/api asks for names that no file in it declares")
    assert "var.v0 is not declared; " in problem.message
    assert problem.message.endswith("and 4 more")
    assert problem.location is not None
    assert (problem.location.path, problem.location.start_line) == ("stacks/api/main.tf", 1)


def test_one_name_that_nothing_declares_is_told_at_its_place() -> None:
    (problem,) = parse({"main.tf": 'resource "probe" "it" {\n  v = var.mistyped\n}\n'}).problems
    assert problem.message == "var.mistyped is not declared"
    assert problem.location is not None
    assert problem.location.start_line == 2


def test_what_may_not_be_there_says_on_what_that_hangs() -> None:
    text = (
        'variable "on" {}\n'
        'resource "probe" "own" { count = var.on ? 1 : 0 }\n'
        'module "maybe" {\n  source = "./m"\n  for_each = toset(terraform.workspace == "dev" ? ["a"] : [])\n}\n'
        'resource "probe" "sure" { count = 2 }\n'
    )
    found = resources(parse({"main.tf": text, "m/main.tf": 'resource "probe" "inner" {}\n'}))
    assert {address: one.doubt for address, one in found.items() if one.type == "probe"} == {
        "probe.own": "var.on ? 1 : 0",
        "module.maybe.probe.inner": 'toset(terraform.workspace == "dev" ? ["a"] : [])',
        "probe.sure[0]": "",
        "probe.sure[1]": "",
    }


def test_what_is_given_inside_an_object_has_its_own_line() -> None:
    files = {
        "main.tf": (
            'variable "site" {\n  type = object({ api = object({ insecure = bool }) })\n}\n'
            'module "m" {\n  source = "./m"\n  api = var.site.api\n}\n'
            'module "n" {\n  source = "./m"\n  api = {\n    "insecure" = false\n  }\n}\n'
        ),
        "m/main.tf": 'variable "api" {}\nresource "probe" "it" {\n  v = var.api.insecure\n  w = var.api\n}\n',
        "site.auto.tfvars": "site = {\n  name = 1\n  api = {\n    é = 1, insecure = true\n  }\n}\n",
    }
    found = resources(parse(files))
    places = {
        (address, name): (origin.location.path, origin.location.start_line, origin.location.start_column)
        for address, one in found.items()
        for name, origin in one.origins.items()
        if one.type == "probe"
    }
    assert places == {
        ("module.m.probe.it", "v"): ("site.auto.tfvars", 4, 12),
        ("module.m.probe.it", "w"): ("site.auto.tfvars", 3, 3),
        ("module.n.probe.it", "v"): ("main.tf", 11, 5),
        ("module.n.probe.it", "w"): ("main.tf", 10, 3),
    }


def test_a_default_of_null_is_refused_where_null_is() -> None:
    text = 'variable "v" {\n  default  = null\n  nullable = false\n}\nresource "probe" "it" {\n  v = var.v\n}\n'
    parsed = parse({"main.tf": text})
    (problem,) = parsed.problems
    assert problem.message == "var.v must not be null, and its default is"
    assert problem.location is not None
    assert problem.location.start_line == 1
    value = resources(parsed)["probe.it"].attributes["v"]
    assert isinstance(value, Unknown)
    assert value.reason is UnknownReason.BROKEN
    assert parse({"main.tf": text.replace("false", "true")}).problems == ()
