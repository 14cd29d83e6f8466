"""What is applied against an emulator on the developer's own computer is none of the product's infrastructure."""

from __future__ import annotations

import pytest

from scanner.domain.artifact import Role
from tests.unit.parsers.terraform.estates import parse, resources

_STORE = """
resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}
"""


def _provider(address: str) -> str:
    return f"""
provider "aws" {{
  region = "eu-west-2"
  endpoints {{
    s3  = {address}
    sqs = "http://localhost:4566"
  }}
}}
"""


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ('"http://localhost:4566"', Role.DEVELOPMENT),
        ('"http://s3.localhost.localstack.cloud:4566"', Role.DEVELOPMENT),
        ('"https://127.0.0.1:4566/s3"', Role.DEVELOPMENT),
        ('"https://s3.eu-west-2.amazonaws.com"', Role.PRODUCT),
        ('"http://localhost.example.org"', Role.PRODUCT),
        ("var.emulator", Role.PRODUCT),
    ],
)
def test_role_of_a_root(address: str, role: Role) -> None:
    parsed = parse({"infra/main.tf": _provider(address), "infra/store.tf": _STORE})
    assert resources(parsed)["aws_s3_bucket.letters"].role is role


def test_a_second_provider_may_make_it_real() -> None:
    real = 'provider "aws" {\n  alias = "live"\n}\n'
    parsed = parse({"main.tf": _provider('"http://localhost:4566"') + real + _STORE})
    assert resources(parsed)["aws_s3_bucket.letters"].role is Role.PRODUCT


def test_an_override_file_is_for_the_developer_alone() -> None:
    plain = 'provider "aws" {\n  region = "eu-west-2"\n}\n'
    local = _provider('"http://localhost:4566"')
    parsed = parse({"main.tf": plain + _STORE, "emulator_override.tf": local})
    assert resources(parsed)["aws_s3_bucket.letters"].role is Role.PRODUCT


def test_a_module_is_judged_for_the_root_that_is_real() -> None:
    call = 'module "store" {\n  source = "../store"\n}\n'
    parsed = parse(
        {
            "local/main.tf": _provider('"http://localhost:4566"') + call,
            "live/main.tf": call,
            "store/main.tf": _STORE,
        }
    )
    roles = {one.environment: one.role for one in parsed.resources if one.type == "aws_s3_bucket"}
    assert roles == {"live": Role.PRODUCT, "local": Role.DEVELOPMENT}


def test_an_example_stays_one() -> None:
    parsed = parse({"examples/main.tf": _provider('"http://localhost:4566"') + _STORE})
    assert resources(parsed)["aws_s3_bucket.letters"].role is Role.EXAMPLE
