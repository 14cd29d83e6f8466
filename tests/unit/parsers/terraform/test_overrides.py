"""What Terraform 1.11 plans for these files is what the tests expect: each was planned with the AWS provider."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.overrides import NO_BASE, NO_LOCAL, REPLACED, is_override, merge_overrides
from scanner.parsers.terraform.syntax.reading import FileReader, ReadFile
from scanner.parsers.terraform.syntax.tree import Block, Expression, Literal, Object

GROUP = 'resource "aws_security_group" "g" {\n  name = "base"\n'


def merged(**texts: str) -> Mapping[str, ReadFile]:
    """Files by their name, in which ``__`` stands for a dot."""
    given = [FileReader().read(name.replace("__", "."), text.encode()) for name, text in texts.items()]
    assert not [file for file in given if file.syntax.faults]
    return {file.path: file for file in merge_overrides(given)}


def only(file: ReadFile) -> Block:
    (block,) = file.syntax.body.blocks
    return block


def plain(expression: Expression) -> object:
    if isinstance(expression, Object):
        return {plain(key): plain(value) for key, value in expression.items}
    assert isinstance(expression, Literal), expression
    return expression.value


def shape(block: Block) -> dict[str, object]:
    found: dict[str, object] = {attribute.name: plain(attribute.expression) for attribute in block.body.attributes}
    for nested in block.body.blocks:
        inner = [*found.get(" ".join((nested.type, *nested.labels)), []), shape(nested)]  # type: ignore[misc]
        found[" ".join((nested.type, *nested.labels))] = inner
    return found


def test_names_of_override_files() -> None:
    yes = ["override.tf", "a/b_override.tf", "override.tf.json", "_override.tofu", "x_override.tofu.json"]
    no = ["overrides.tf", "override.tfvars", "myoverride.tf", "override_x.tf", "override"]
    assert [is_override(path) for path in (*yes, *no)] == [True] * 5 + [False] * 5


def test_attributes_are_replaced_one_by_one_and_keep_their_place() -> None:
    files = merged(
        main__tf='variable "v" {\n  type    = string\n  default = "base"\n}\n',
        a_override__tf='variable "v" {\n\n  default = "over"\n  description = "d"\n}\n',
        b_override__tf='\nvariable "v" { default = "over b" }\n',
    )
    block = only(files["main.tf"])
    assert [attribute.name for attribute in block.body.attributes] == ["type", "default", "description"]
    assert [(attribute.path, attribute.position) for attribute in block.body.attributes] == [
        ("", Position(2, 3)),
        ("b_override.tf", Position(2, 16)),
        ("a_override.tf", Position(4, 3)),
    ]
    assert plain(block.body.attributes[1].expression) == "over b"
    assert not files["a_override.tf"].syntax.body.blocks
    assert not files["a_override.tf"].syntax.faults


def test_override_files_in_json() -> None:
    files = merged(main__tf='variable "w" { default = 1 }\n', override__tf__json='{"variable": {"w": {"default": 5}}}')
    assert shape(only(files["main.tf"])) == {"default": 5}


def test_nested_blocks_of_a_type_are_replaced_together() -> None:
    files = merged(
        main__tf=GROUP + "  ingress { from_port = 1 }\n  ingress { from_port = 2 }\n  egress { from_port = 3 }\n"
        '  timeouts { create = "5m" }\n}\n',
        override__tf='resource "aws_security_group" "g" {\n  ingress { from_port = 9 }\n'
        '  timeouts { delete = "9m" }\n}\n',
    )
    block = only(files["main.tf"])
    assert shape(block) == {
        "name": "base",
        "egress": [{"from_port": 3}],
        "ingress": [{"from_port": 9}],
        "timeouts": [{"delete": "9m"}],
    }
    assert [nested.path for nested in block.body.blocks] == ["", "override.tf", "override.tf"]


def test_dynamic_blocks_are_of_the_type_that_they_write() -> None:
    dynamic = '  dynamic "ingress" {\n    for_each = {}\n    content { from_port = %d }\n  }\n'
    over = 'resource "aws_security_group" "g" {\n%s}\n'
    written = merged(main__tf=GROUP + dynamic % 1 + "}\n", override__tf=over % "  ingress { from_port = 9 }\n")
    assert shape(only(written["main.tf"])) == {"name": "base", "ingress": [{"from_port": 9}]}
    both = GROUP + dynamic % 1 + "  ingress { from_port = 7 }\n}\n"
    replaced = merged(main__tf=both, override__tf=over % (dynamic % 5))
    assert shape(only(replaced["main.tf"])) == {
        "name": "base",
        "dynamic ingress": [{"for_each": {}, "content": [{"from_port": 5}]}],
    }


def test_lifecycle_is_merged_and_provisioners_are_replaced() -> None:
    files = merged(
        main__tf='resource "terraform_data" "r" {\n  lifecycle {\n    create_before_destroy = true\n'
        '    prevent_destroy = true\n  }\n  provisioner "local-exec" { command = "base" }\n'
        '  provisioner "file" { source = "base" }\n}\n',
        override__tf='resource "terraform_data" "r" {\n  count = 2\n  lifecycle { prevent_destroy = false }\n'
        '  provisioner "local-exec" { command = "over" }\n}\n',
    )
    assert shape(only(files["main.tf"])) == {
        "count": 2,
        "lifecycle": [{"create_before_destroy": True, "prevent_destroy": False}],
        "provisioner local-exec": [{"command": "over"}],
    }


def test_locals_by_name_whichever_block_has_them() -> None:
    files = merged(
        main__tf="locals {\n  a = 1\n  b = 2\n}\n",
        other__tf="locals { c = 3 }\n",
        override__tf="locals {\n  b = 20\n  c = 30\n  d = 40\n}\n",
    )
    assert shape(only(files["main.tf"])) == {"a": 1, "b": 20}
    assert shape(only(files["other.tf"])) == {"c": 30}
    assert shape(only(files["override.tf"])) == {"d": 40}
    assert [(fault.message, fault.position) for fault in files["override.tf"].syntax.faults] == [
        (NO_LOCAL, Position(4, 3))
    ]


def test_modules_outputs_and_data_are_merged_by_their_labels() -> None:
    files = merged(
        main__tf='module "m" {\n  source = "./m"\n  y = 1\n}\noutput "o" { value = 1 }\ndata "a_b" "c" { x = 1 }\n',
        override__tf='module "m" { y = 2 }\noutput "o" { value = 2 }\ndata "a_b" "c" { x = 2 }\n',
    )
    assert [shape(block) for block in files["main.tf"].syntax.body.blocks] == [
        {"source": "./m", "y": 2},
        {"value": 2},
        {"x": 2},
    ]


def test_providers_by_alias() -> None:
    files = merged(
        main__tf='provider "aws" {\n  region = "a"\n  default_tags { tags = {} }\n}\n'
        'provider "aws" {\n  alias = "x"\n  region = "b"\n}\n',
        override__tf='provider "aws" {\n  alias = "x"\n  region = "c"\n}\nprovider "google" {}\n'
        'provider "aws" {\n  alias = "y"\n}\n',
    )
    assert [shape(block).get("region") for block in files["main.tf"].syntax.body.blocks] == ["a", "c"]
    left = files["override.tf"].syntax
    assert [block.labels for block in left.body.blocks] == [("google",), ("aws",)]
    assert [fault.message for fault in left.faults] == [NO_BASE]  # an unnamed provider needs no base


def test_settings_of_terraform() -> None:
    files = merged(
        main__tf='terraform {\n  backend "s3" { bucket = "base" }\n'
        '  required_providers {\n    aws = "1"\n    x = "1"\n  }\n}\n',
        more__tf='terraform {\n  required_version = ">= 1"\n}\n',
        override__tf='terraform {\n  required_version = ">= 2"\n  backend "local" {}\n'
        '  required_providers {\n    aws = "2"\n  }\n}\n',
    )
    assert shape(only(files["main.tf"])) == {
        "required_version": ">= 2",
        "required_providers": [{"aws": "2", "x": "1"}],
        "backend local": [{}],
    }
    assert shape(only(files["more.tf"])) == {"required_version": ">= 2"}


def test_a_block_without_a_base_stays_with_a_fault() -> None:
    files = merged(main__tf='variable "a" {}\n', override__tf='resource "a_b" "c" { x = 1 }\n')
    assert only(files["override.tf"]).labels == ("a_b", "c")
    assert [fault.message for fault in files["override.tf"].syntax.faults] == [NO_BASE]


def test_folders_do_not_mix_and_variables_are_handed_through() -> None:
    reader = FileReader()
    given = [
        reader.read("a/main.tf", b'variable "v" { default = 1 }\n'),
        reader.read("b/override.tf", b'variable "v" { default = 2 }\n'),
        reader.read("a/terraform.tfvars", b"v = 3\n"),
    ]
    found = merge_overrides(given)
    assert found[0] == given[0]
    assert found[2] == given[2]
    assert [fault.message for fault in found[1].syntax.faults] == [NO_BASE]


def test_files_of_opentofu_stand_in_for_those_of_terraform() -> None:
    files = merged(
        main__tf='variable "v" {}\n',
        other__tf='variable "x" {}\n',
        other__tofu='variable "y" {}\n',
        main__tofu='variable "v" { default = 1 }\n',
        main__tf__json='{"variable": {"w": {}}}',
    )
    assert not files["main.tf"].syntax.body.blocks
    assert not files["main.tf"].syntax.faults
    assert [fault.message for fault in files["other.tf"].syntax.faults] == [REPLACED]
    assert only(files["main.tofu"]).labels == ("v",)
    assert only(files["main.tf.json"]).labels == ("w",)
