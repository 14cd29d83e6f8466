"""Addresses as Terraform writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.domain.addresses import below, module_address, own_key, scope_of, without_keys
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind


@pytest.mark.parametrize(
    ("address", "bare", "key"),
    [
        ("aws_s3_bucket.this", "aws_s3_bucket.this", ""),
        ("aws_s3_bucket.this[0]", "aws_s3_bucket.this", "[0]"),
        ('module.a["x.y[0]"].aws_s3_bucket.this', "module.a.aws_s3_bucket.this", ""),
        ('module.a[2].module.b["q\\"]"].data.aws_ami.x["k"]', "module.a.module.b.data.aws_ami.x", '["k"]'),
        ('aws_s3_bucket.this["not closed', 'aws_s3_bucket.this["not closed', ""),
        ("aws_s3_bucket.this[", "aws_s3_bucket.this[", ""),
        ("", "", ""),
    ],
)
def test_keys(address: str, bare: str, key: str) -> None:
    assert without_keys(address) == bare
    assert own_key(address) == key


@given(st.text(max_size=30))
def test_no_text_breaks_it_and_what_has_no_keys_has_none_left(text: str) -> None:
    bare = without_keys(text)
    assert len(bare) <= len(text)
    assert text.endswith(own_key(text))


@given(st.text(alphabet='[]"\\ax', max_size=12))
def test_a_quoted_key_is_taken_off_whole(key: str) -> None:
    quoted = key.replace("\\", "\\\\").replace('"', '\\"')
    assert without_keys(f'a.b["{quoted}"].c') == "a.b.c"
    assert own_key(f'a.b["{quoted}"]') == f'["{quoted}"]'


def test_the_module_instance_of_a_resource() -> None:
    def resource(address: str, modules: tuple[str, ...]) -> Resource:
        return Resource(
            address=address, declaration="aws_s3_bucket.this", kind=ResourceKind.TERRAFORM, type="aws_s3_bucket",
            name="this", attributes={}, location=Location(path="main.tf"), module_path=modules,
        )  # fmt: skip

    assert module_address(resource('module.a["x"].aws_s3_bucket.this[0]', ("a",))) == 'module.a["x"]'
    assert module_address(resource("aws_s3_bucket.this[0]", ())) == ""
    assert below(("a", "b"), "aws_s3_bucket.this") == "module.a.module.b.aws_s3_bucket.this"


def test_addresses_are_unique_within_an_environment_or_else_a_folder() -> None:
    assert scope_of("live", "a/main.tf") == scope_of("live", "b/main.tf")
    assert scope_of("", "a/main.tf") != scope_of("", "b/main.tf")
    assert scope_of("a", "x/main.tf") != scope_of("", "a/main.tf")
