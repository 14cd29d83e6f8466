"""States: one that Terraform made, and one of AWS written by hand in the same form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scanner.domain.resource import Resource, Unknown, UnknownReason
from scanner.parsers.terraform.shown.document import Shown
from scanner.parsers.terraform.shown.state import read_state

HERE = Path(__file__).parent


def read(name: str) -> Shown:
    return read_state((HERE / name).read_bytes(), "state.json", "state state.json")


def by_address(shown: Shown) -> dict[str, Resource]:
    return {resource.address: resource for resource in shown.parsed.resources}


def test_a_state_that_terraform_made() -> None:
    shown = read("booking/state.json")
    found = by_address(shown)
    assert shown.parsed.problems == ()
    assert not shown.whole, "what is in the source and not made yet stays"
    odd = found['module.slot["after \\"noon\\""].terraform_data.this']
    register = found["terraform_data.register[0]"].attributes["id"]
    assert odd.documents["input"] == {"length": 2, "register": register}
    assert unknown(found["terraform_data.register[1]"].attributes["input"]["pin"]) is UnknownReason.SENSITIVE  # type: ignore[index,call-overload]
    copied = found["terraform_data.register[1]"].attributes["output"]
    assert unknown(copied["pin"]) is UnknownReason.SENSITIVE, "a copy that Terraform does not mark"  # type: ignore[index,call-overload]
    assert unknown(found["output.pin"].attributes["value"]) is UnknownReason.SENSITIVE
    assert "four-two" not in shown.parsed.model_dump_json()


def unknown(value: object) -> UnknownReason:
    assert isinstance(value, Unknown)
    return value.reason


def test_dependencies_stay_within_a_module_instance() -> None:
    found = {(one.source, one.target) for one in read("booking/state.json").parsed.references}
    morning, noon = 'module.slot["morning"].terraform_data', 'module.slot["after \\"noon\\""].terraform_data'
    assert (f"{morning}.follows", f"{morning}.this") in found
    assert (f"{morning}.follows", f"{noon}.this") not in found
    assert (f"{morning}.this", "terraform_data.register[0]") in found
    assert (f"{morning}.this", "terraform_data.register[1]") in found


def test_what_nobody_wrote_is_left_out() -> None:
    found = by_address(read("aws-state.json"))
    database = found["aws_db_instance.main"].attributes
    assert database["storage_encrypted"] is False
    assert "kms_key_id" not in database, "an empty text is how providers keep what is not written"
    assert "domain_dns_ips" not in database
    assert unknown(database["password"]) is UnknownReason.SENSITIVE
    assert "copper-kettle" not in read("aws-state.json").parsed.model_dump_json()
    group = found["aws_security_group.database"].attributes
    assert group["ingress"] == [
        {"cidr_blocks": ["0.0.0.0/0"], "from_port": 5432, "protocol": "tcp", "self": False, "to_port": 5432}
    ]
    assert "aws_db_instance.main (deposed object 1a2b3c4d)" in found
    policy = found["aws_s3_bucket_policy.letters"].documents["policy"]
    assert policy["Statement"][0]["Principal"] == "*"  # type: ignore[index,call-overload]


def test_an_empty_state_holds_nothing() -> None:
    assert read_state(b'{"format_version":"1.0"}', "s", "state s").parsed.resources == ()


@pytest.mark.parametrize(("number", "size"), [(2_000, 10_000), (1, 30_000_000)])
def test_long_secrets_are_known_by_how_they_begin(number: int, size: int) -> None:
    secrets = [f"{one:06d}" + "s" * size for one in range(number)]
    resources = [
        {
            "address": f"a_b.c[{index}]", "mode": "managed", "type": "a_b", "name": "c", "index": index,
            "values": {"secret": secret, "copy": f"key={secret}", "plain": "nothing to hide here"},
            "sensitive_values": {"secret": True},
        }
        for index, secret in enumerate(secrets)
    ]  # fmt: skip
    document = {"format_version": "1.0", "values": {"root_module": {"resources": resources}}}
    for one in read_state(json.dumps(document).encode(), "s.json", "state s.json").parsed.resources:
        assert unknown(one.attributes["secret"]) is UnknownReason.SENSITIVE
        assert unknown(one.attributes["copy"]) is UnknownReason.SENSITIVE
        assert one.attributes["plain"] == "nothing to hide here"
