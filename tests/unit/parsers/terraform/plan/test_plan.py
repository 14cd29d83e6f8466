"""Plans that real Terraform made (``record.py``): every resource, every value, every reference."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.resource import Resource, Unknown, UnknownReason
from scanner.parsers.terraform.shown.document import Shown
from scanner.parsers.terraform.shown.plan import read_plan

HERE = Path(__file__).parent
PROJECTS = ("clinic", "flat", "booking")


def read(name: str, change: Any = None) -> Shown:
    data = (HERE / name / "plan.json").read_bytes()
    if change is not None:
        document = json.loads(data)
        change(document)
        data = json.dumps(document).encode()
    return read_plan(data, "plan.json", "plan plan.json")


def by_address(shown: Shown) -> dict[str, Resource]:
    return {resource.address: resource for resource in shown.parsed.resources}


def edges(shown: Shown) -> set[tuple[str, str, str]]:
    return {(one.source, one.attribute, one.target) for one in shown.parsed.references}


def unknown(value: object) -> tuple[UnknownReason, str]:
    assert isinstance(value, Unknown)
    return value.reason, value.text


@pytest.mark.parametrize("project", PROJECTS)
def test_every_planned_address_is_there_once(project: str) -> None:
    document = json.loads((HERE / project / "plan.json").read_text())
    wanted = set()
    waiting = [document["planned_values"]["root_module"]]
    while waiting:
        module = waiting.pop()
        wanted.update(item["address"] for item in module.get("resources", ()))
        waiting.extend(module.get("child_modules", ()))
    shown = read(project)
    assert wanted <= by_address(shown).keys()
    assert len(by_address(shown)) == len(shown.parsed.resources)
    assert shown.parsed.problems == ()
    assert {resource.environment for resource in shown.parsed.resources} == {"plan plan.json"}
    managed = [address for address in wanted if ".data." not in f".{address}"]
    assert shown.parsed.counts["terraform_resources"] == len(managed)


def test_a_resource_of_a_module_says_where_it_is_from() -> None:
    bucket = by_address(read("clinic"))['module.store["leaflets"].aws_s3_bucket_policy.this[0]']
    assert (bucket.type, bucket.name) == ("aws_s3_bucket_policy", "this")
    assert bucket.declaration == "aws_s3_bucket_policy.this"
    assert bucket.module_path == ("store",)
    data = by_address(read("clinic"))["module.database.data.aws_iam_policy_document.assume"]
    assert (data.type, data.declaration) == ("data.aws_iam_policy_document", "data.aws_iam_policy_document.assume")


def test_values_are_those_that_rules_see() -> None:
    found = by_address(read("flat"))
    worker = found["aws_instance.worker[0]"].attributes
    assert worker["metadata_options"] == [
        {"http_endpoint": "enabled", "http_protocol_ipv6": "disabled", "http_tokens": "optional"}
    ]
    assert worker["timeouts"] == [{"create": "5m"}], "a block of which there is one is a list as in source"
    assert "ebs_block_device" not in worker, "not written, and unknown until apply"
    assert "hibernation" not in worker, "null is as if not written"
    assert "credit_specification" not in worker, "an empty list that nobody wrote"
    provisioner = worker["provisioner"]
    assert provisioner == [{"inline": ["sudo systemctl restart app"], "label": "remote-exec"}]
    assert unknown(worker["vpc_security_group_ids"]) == (
        UnknownReason.KNOWN_AFTER_APPLY,
        "aws_security_group.worker.id",
    )
    ingress = found["aws_security_group.worker"].attributes["ingress"]
    assert isinstance(ingress, list)
    assert ingress[0] == {
        "cidr_blocks": ["0.0.0.0/0"],
        "from_port": 22,
        "protocol": "tcp",
        "self": False,
        "to_port": 22,
    }
    assert unknown(ingress[2]["security_groups"])[0] is UnknownReason.KNOWN_AFTER_APPLY
    assert found['aws_s3_bucket.records["scans"]'].labels == {"DataClass": "patient"}


def test_an_element_that_is_not_known_yet_keeps_its_place() -> None:
    document = by_address(read("clinic"))['module.store["letters"].data.aws_iam_policy_document.this']
    (statement,) = document.attributes["statement"]  # type: ignore[misc]
    assert statement["actions"] == ["s3:GetObject"]
    (resource,) = statement["resources"]
    assert unknown(resource)[0] is UnknownReason.KNOWN_AFTER_APPLY


def test_sensitive_values_are_named_and_not_kept() -> None:
    found = by_address(read("flat"))
    assert unknown(found["aws_db_instance.main"].attributes["password"]) == (UnknownReason.SENSITIVE, "password")
    assert "password_wo" not in found["aws_db_instance.main"].attributes, "null, whatever its mark"
    (environment,) = found["aws_lambda_function.letters"].attributes["environment"]  # type: ignore[misc]
    assert environment["variables"]["STAGE"] == "live"
    assert unknown(environment["variables"]["TOKEN"]) == (
        UnknownReason.SENSITIVE,
        "environment[0].variables.TOKEN",
    )
    assert unknown(found["var.token"].attributes["default"])[0] is UnknownReason.SENSITIVE
    assert unknown(found["output.token"].attributes["value"])[0] is UnknownReason.SENSITIVE
    assert unknown(found["provider.aws"].attributes["secret_key"])[0] is UnknownReason.SENSITIVE


@pytest.mark.parametrize("project", PROJECTS)
def test_no_secret_is_anywhere_in_what_was_read(project: str) -> None:
    shown = read(project)
    everything = shown.parsed.model_dump_json() + "".join(
        repr((dict(resource.attributes), dict(resource.documents))) for resource in shown.parsed.resources
    )
    for secret in ("battery", "four-two", "horse", "staple"):
        assert secret not in everything


def test_marks_of_another_form_than_the_value_hide_all_of_it() -> None:
    def change(document: dict[str, Any]) -> None:
        for resource in document["planned_values"]["root_module"]["resources"]:
            if resource["address"] == "aws_kms_key.records":
                resource["sensitive_values"] = {"description": ["x"], "key_usage": {"a": True}, "tags_all": True}

    attributes = by_address(read("flat", change))["aws_kms_key.records"].attributes
    assert unknown(attributes["description"])[0] is UnknownReason.SENSITIVE
    assert unknown(attributes["key_usage"])[0] is UnknownReason.SENSITIVE


def test_policies_are_documents() -> None:
    found = by_address(read("flat"))
    policy = found["aws_iam_role_policy.letters"].documents["policy"]
    assert policy == {
        "Version": "2012-10-17",
        "Statement": [{"Action": "*", "Effect": "Allow", "Resource": "*"}],
    }


def test_blocks_that_are_no_resources() -> None:
    found = by_address(read("clinic"))
    assert found["terraform"].attributes["version"] == "1.11.4"
    assert found["terraform"].attributes["required_providers"] == [
        {"aws": {"source": "hashicorp/aws", "version": "~> 5.0"}}
    ]
    assert found["provider.aws.north"].attributes["region"] == "eu-north-1"
    assert unknown(found["provider.aws"].attributes["region"])[1] == "var.region"
    assert found["var.region"].attributes == {"default": "eu-west-2"}
    store = found['module.store["letters"]']
    assert (store.type, store.declaration, store.attributes["source"]) == ("module", "module.store", "./modules/store")
    assert unknown(found["module.database"].attributes["password"])[0] is UnknownReason.SENSITIVE


def test_references_go_through_modules_to_instances() -> None:
    found = edges(read("clinic"))
    assert ("module.database.aws_db_instance.main", "kms_key_id", "aws_kms_key.records") in found
    assert ("output.database_address", "value", "module.database.aws_db_instance.main") in found
    dsn = "module.database.aws_ssm_parameter.dsn"
    assert {target for source, attribute, target in found if (source, attribute) == (dsn, "tags")} == {
        'module.store["leaflets"].aws_s3_bucket.this',
        'module.store["letters"].aws_s3_bucket.this',
    }
    assert ("aws_eip.worker[1]", "instance", "aws_instance.worker[1]") in found
    assert ("aws_eip.worker[1]", "instance", "aws_instance.worker[0]") not in found
    assert ("aws_sns_topic.north", "provider", "provider.aws.north") in found
    assert read("clinic").through_locals > 0, "what local.key names stands in no plan"


def test_references_go_through_each_value() -> None:
    found = edges(read("flat"))
    name = "aws_s3_bucket_public_access_block.records"
    for key in ("letters", "scans"):
        other = "scans" if key == "letters" else "letters"
        assert (f'{name}["{key}"]', "bucket", f'aws_s3_bucket.records["{key}"]') in found
        assert (f'{name}["{key}"]', "bucket", f'aws_s3_bucket.records["{other}"]') not in found


def test_keys_with_quotes_are_read() -> None:
    found = by_address(read("booking"))
    odd = found['module.slot["after \\"noon\\""].terraform_data.this']
    assert odd.declaration == "terraform_data.this"
    assert odd.module_path == ("slot",)


def test_plans_that_are_not_whole_say_so() -> None:
    def change(document: dict[str, Any]) -> None:
        document.update(errored=True, complete=False, deferred_changes=[{}], something_new={"x": 1})

    shown = read("flat", change)
    assert not shown.whole
    assert [problem.message.split(":")[0] for problem in shown.parsed.problems] == [
        "the plan failed with an error",
        "the plan is not complete",
        "the plan puts off 1 changes",
    ]
