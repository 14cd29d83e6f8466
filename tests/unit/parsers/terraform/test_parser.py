from __future__ import annotations

from pathlib import Path

from scanner.domain.artifact import Artifact, ArtifactKind, Role
from scanner.domain.resource import Parsed, Position, Resource, ResourceKind, Unknown, UnknownReason
from scanner.errors import ReadError
from scanner.parsers.terraform import TerraformParser
from scanner.parsers.terraform.syntax.second_reader import Owners

FIXTURES = Path(__file__).parent / "fixtures"


class Texts:
    def __init__(self, texts: dict[str, bytes]) -> None:
        self._texts = texts

    def read(self, artifact: Artifact) -> bytes:
        if artifact.path not in self._texts:
            raise ReadError("gone")
        return self._texts[artifact.path]


def artifact(path: str, role: Role = Role.PRODUCT) -> Artifact:
    kind = ArtifactKind.TERRAFORM_VARIABLES if ".tfvars" in path else ArtifactKind.TERRAFORM
    return Artifact(path=path, kind=kind, role=role)


def parse(owners: Owners | None = None, **files: str) -> Parsed:
    texts = {name.replace("__", "/").replace("_dot_", "."): text.encode() for name, text in files.items()}
    parser = TerraformParser(owners) if owners else TerraformParser()
    (unit,) = parser.units([artifact(path) for path in texts])
    return parser.parse(unit, Texts(texts))


def by_address(parsed: Parsed) -> dict[str, Resource]:
    return {resource.address: resource for resource in parsed.resources}


def fixtures() -> Parsed:
    texts = {path.name: path.read_bytes() for path in FIXTURES.glob("*.tf")}
    parser = TerraformParser()
    (unit,) = parser.units([artifact(path, Role.EXAMPLE) for path in sorted(texts)])
    return parser.parse(unit, Texts(texts))


def test_addresses_types_and_counts() -> None:
    parsed = fixtures()
    assert parsed.problems == ()
    assert {(resource.address, resource.type) for resource in parsed.resources} == {
        ("terraform", "terraform"),
        ("provider.aws", "provider.aws"),
        ("provider.aws.north", "provider.aws"),
        ("aws_s3_bucket.letters", "aws_s3_bucket"),
        ("aws_s3_bucket_policy.letters", "aws_s3_bucket_policy"),
        ("aws_instance.worker", "aws_instance"),
        ("var.stage", "variable"),
        ("output.letters", "output"),
    }
    counts = dict(parsed.counts)
    known, unknown = counts.pop("known_values"), counts.pop("unknown_values")
    assert known == 14
    assert unknown == 3  # the policy, and what is known of the bucket only afterwards
    assert counts == {
        "terraform_files": 2,
        "terraform_resource_blocks": 3,
        "terraform_resources": 3,
        "terraform_modules": 0,
        "terraform_data_blocks": 0,
    }


def test_attributes_places_and_labels() -> None:
    found = by_address(fixtures())
    bucket = found["aws_s3_bucket.letters"]
    assert bucket.kind is ResourceKind.TERRAFORM
    assert bucket.role is Role.EXAMPLE
    assert (bucket.location.path, bucket.location.start_line, bucket.location.end_line) == ("storage.tf", 18, 29)
    assert bucket.location.start_column == 1
    assert bucket.attributes == {
        "bucket": "clinic-live-letters",
        "provider": "aws.north",
        "tags": {"Owner": "clinic", "Stage": "live"},
        "versioning": [{"enabled": True}],
    }
    assert bucket.labels == {"Owner": "clinic", "Stage": "live"}
    assert bucket.positions["versioning[0].enabled"] == Position(27, 5)
    assert bucket.positions["versioning[0]"] == bucket.positions["versioning"] == Position(26, 3)
    assert found["terraform"].attributes["backend"] == [{"bucket": "clinic-state", "label": "s3"}]
    worker = found["aws_instance.worker"]
    assert worker.attributes["user_data"] == "#!/bin/sh\necho live > /etc/stage\n"
    assert worker.attributes["ebs_block_device"] == [
        {"device_name": "/dev/sda", "encrypted": True},
        {"device_name": "/dev/sdb", "encrypted": True},
    ]
    assert worker.positions["ebs_block_device[1].encrypted"] == Position(50, 7)


def test_references_go_through_locals_and_know_iterators() -> None:
    found = {(entry.source, entry.target, entry.attribute) for entry in fixtures().references}
    assert found == {
        ("aws_s3_bucket.letters", "provider.aws.north", "provider"),
        ("aws_s3_bucket.letters", "var.stage", "bucket"),
        ("aws_s3_bucket.letters", "var.stage", "tags"),
        ("aws_s3_bucket_policy.letters", "aws_s3_bucket.letters", "bucket"),
        ("aws_s3_bucket_policy.letters", "aws_s3_bucket.letters", "policy"),
        ("aws_s3_bucket_policy.letters", "aws_s3_bucket.letters", "depends_on"),
        ("aws_instance.worker", "var.stage", "user_data"),
        ("aws_instance.worker", "var.stage", "ebs_block_device[0].encrypted"),
        ("aws_instance.worker", "var.stage", "ebs_block_device[1].encrypted"),
        ("output.letters", "aws_s3_bucket.letters", "value"),
    }


def test_data_module_and_bound_names() -> None:
    parsed = parse(
        main_dot_tf='resource "a_b" "c" {\n  x = [for d in data.a_x.y.ids : d.id if module.m.on]\n'
        "  lifecycle {\n    ignore_changes = [meta.data]\n  }\n}\n"
        'data "a_x" "y" {}\nmodule "m" {\n  source = "./m"\n}\n'
    )
    assert {entry.target for entry in parsed.references} == {"data.a_x.y", "module.m", "module.m.output.on"}
    assert set(by_address(parsed)) == {"a_b.c", "data.a_x.y", "module.m"}
    assert parsed.counts["terraform_data_blocks"] == parsed.counts["terraform_modules"] == 1


def test_none_at_all_is_dropped_but_counted() -> None:
    parsed = parse(
        main_dot_tf='variable "on" { default = false }\n'
        'resource "a_b" "none" { count = var.on ? 1 : 0 }\nresource "a_b" "nor" { for_each = {} }\n'
        'resource "a_b" "perhaps" { count = module.m.n }\nresource "a_b" "two" { count = 2 }\n'
    )
    assert {resource.name for resource in parsed.resources if resource.type == "a_b"} == {"perhaps", "two"}
    assert parsed.counts["terraform_resource_blocks"] == 4
    assert parsed.counts["terraform_resources"] == 3
    assert [one.address for one in parsed.resources if one.name == "two"] == ["a_b.two[0]", "a_b.two[1]"]
    assert by_address(parsed)["a_b.two[1]"].attributes["count"] == 2


def test_dynamic_block_of_unknown_length_is_one_unknown_element() -> None:
    parsed = parse(
        main_dot_tf='resource "a_b" "c" {\n  ingress {\n    port = 1\n  }\n  dynamic "ingress" {\n'
        "    for_each = module.m.x\n"
        "    iterator = it\n    content {\n      port = it.value + a_k.y.z\n    }\n  }\n"
        '  dynamic "none" {\n    for_each = []\n    content {}\n  }\n}\n'
    )
    resource = by_address(parsed)["a_b.c"]
    first, second = resource.attributes["ingress"]  # type: ignore[misc]
    assert first == {"port": 1}
    assert isinstance(second, Unknown)
    assert second.reason is UnknownReason.PER_INSTANCE
    assert "none" not in resource.attributes
    assert resource.positions["ingress[1]"] == Position(5, 3)
    assert {entry.target for entry in parsed.references} == {"module.m", "a_k.y"}


def test_dynamic_block_over_a_map_goes_by_key() -> None:
    parsed = parse(
        main_dot_tf='resource "a_b" "c" {\n  dynamic "rule" {\n    for_each = { z = 1, a = module.m.x }\n'
        "    content {\n"
        "      name = rule.key\n      size = rule.value\n    }\n  }\n}\n"
    )
    rules = by_address(parsed)["a_b.c"].attributes["rule"]
    assert rules[0]["name"] == "a"  # type: ignore[index]
    assert isinstance(rules[0]["size"], Unknown)  # type: ignore[index]
    assert rules[1] == {"name": "z", "size": 1}  # type: ignore[index]


def test_null_is_as_if_it_were_not_written() -> None:
    parsed = parse(main_dot_tf='resource "a_b" "c" {\n  x = null\n}\nvariable "v" {\n  default = null\n}\n')
    assert by_address(parsed)["a_b.c"].attributes == {}
    assert by_address(parsed)["var.v"].attributes == {"default": None}


def test_sensitive_values_stay_here() -> None:
    parsed = parse(
        main_dot_tf='variable "p" {\n  default = "hunter2"\n  sensitive = true\n}\noutput "o" {\n  value = "hunter2"\n'
        '  sensitive = true\n}\nmodule "m" {\n  source = "./m"\n  key = "hunter2"\n}\n'
        'resource "a_b" "c" {\n  x = var.p\n}\n',
        m__v_dot_tf='variable "key" {\n  sensitive = true\n}\n',
        terraform_dot_tfvars='p = "hunter2"\n',
    )
    assert "hunter2" not in parsed.model_dump_json()
    assert sum("SENSITIVE" in repr(resource.attributes) for resource in parsed.resources) == 4


def test_json_and_hcl_give_the_same_resource() -> None:
    hcl = parse(main_dot_tf='resource "a_b" "c" {\n  x = "${1 + 1}-y"\n  rule {\n    p = [1]\n  }\n}\n')
    json = parse(main_dot_tf_dot_json='{"resource": {"a_b": {"c": {"x": "${1 + 1}-y", "rule": {"p": [1]}}}}}')
    assert hcl.problems == json.problems == ()
    assert hcl.resources[0].attributes == json.resources[0].attributes == {"x": "2-y", "rule": [{"p": [1]}]}


def test_foreign_package_is_named_once() -> None:
    broken = 'variable "kept" {}\nx = [\n'
    other = broken.replace("kept", "also")
    parsed = parse(lambda: {"hcl2": ["bc-python-hcl2", "python-hcl2"]}, a_dot_tf=broken, b_dot_tf=other)
    assert sum("pip install --force-reinstall python-hcl2" in problem.message for problem in parsed.problems) == 1
    assert {problem.location.path for problem in parsed.problems if problem.location} == {"a.tf", "b.tf"}
    assert len(parsed.resources) == 2
    sound = parse(lambda: {"hcl2": ["bc-python-hcl2"]}, a_dot_tf='variable "kept" {}\n')
    assert ["bc-python-hcl2" in problem.message for problem in sound.problems] == [True]


def test_unreadable_files_and_unknown_blocks_are_problems() -> None:
    parser = TerraformParser()
    unit = (artifact("gone.tf"), artifact("prod_override.tf"))
    parsed = parser.parse(unit, Texts({"prod_override.tf": b'resource "a_b" "c" {}\nresorce "a" "b" {}\n'}))
    assert [problem.location.path for problem in parsed.problems if problem.location] == [
        "gone.tf",
        "prod_override.tf",
        "prod_override.tf",
    ]
    assert all(problem.stage == "parsing" and problem.engine == "terraform" for problem in parsed.problems)


def test_no_terraform_no_unit() -> None:
    other = Artifact(path="a.py", kind=ArtifactKind.SOURCE)
    assert list(TerraformParser().units([other, artifact("only.tfvars")])) == []


def test_locals_that_wrap_each_other_build_no_tower() -> None:
    wrapped = "".join(f"  a{index} = [local.a{index - 1}]\n" for index in range(1, 1500))
    uses = "".join(f"  x{index} = local.a{index}\n" for index in range(1500))
    parsed = parse(main_dot_tf=f'locals {{\n  a0 = 1\n{wrapped}}}\nresource "a_b" "c" {{\n{uses}}}\n')
    attributes = parsed.resources[0].attributes
    assert attributes["x1"] == [1]
    assert "not supported" in repr(attributes["x1499"])
    assert parsed.model_dump_json()
