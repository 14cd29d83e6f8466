"""Resources and modules given away or gone through as a whole; names that may stand in a file that was not read."""

from __future__ import annotations

import pytest

from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason
from tests.unit.parsers.terraform.estates import parse, resources, value

MODULE = {
    "main.tf": 'module "m" {\n  source = "./m"\n}\nresource "aws_s3_bucket" "b" {\n  bucket = "logs"\n}\n',
    "m/main.tf": 'output "b" {\n  value = "2"\n}\noutput "a" {\n  value = "1"\n}\n',
}


def test_the_outputs_of_a_module_make_instances() -> None:
    written = 'resource "aws_sqs_queue" "q" {\n  for_each = module.m\n  name     = each.value\n}\n'
    found = resources(parse({**MODULE, "q.tf": written}))
    queues = {address: one.attributes["name"] for address, one in found.items() if one.type == "aws_sqs_queue"}
    assert queues == {'aws_sqs_queue.q["a"]': "1", 'aws_sqs_queue.q["b"]': "2"}


def test_the_outputs_of_a_module_make_blocks() -> None:
    block = '  dynamic "tag" {\n    for_each = module.m\n    content {\n      key = tag.key\n    }\n  }\n'
    found = resources(parse({**MODULE, "q.tf": f'resource "aws_autoscaling_group" "g" {{\n{block}}}\n'}))
    assert found["aws_autoscaling_group.g"].attributes["tag"] == [{"key": "a"}, {"key": "b"}]


@pytest.mark.parametrize("asked", ["", "aws_s3_bucket.b.bucket"])
def test_an_encoded_resource_does_not_hang_on_what_was_asked_of_it_before(asked: str) -> None:
    text = f"[{asked}, jsonencode([aws_s3_bucket.b])][1]" if asked else "jsonencode([aws_s3_bucket.b])"
    found = value(text, MODULE)
    assert isinstance(found, EncodedUnknown)
    assert found.content == [Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="aws_s3_bucket.b")]


def test_a_whole_module_is_encoded_as_text_that_is_known() -> None:
    assert value("jsonencode(module.m)", MODULE) == '{"a":"1","b":"2"}'
    assert value("jsonencode([module.m])", MODULE) == '[{"a":"1","b":"2"}]'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("keys(module.m)", ["a", "b"]),
        ("[for name, one in module.m : one]", ["1", "2"]),
        ('lookup(module.m, "c", "d")', "d"),
    ],
)
def test_a_whole_module_can_be_gone_through(text: str, expected: object) -> None:
    assert value(text, MODULE) == expected


@pytest.mark.parametrize("text", ["try(local.public, false)", "can(local.public)", "local.public"])
def test_what_may_stand_in_a_file_that_was_not_read_is_not_held_for_absent(text: str) -> None:
    found = value(text, {"broken.tf": "locals {\n  public = = true\n}\n"})
    assert isinstance(found, Unknown)
    assert found.reason is UnknownReason.FILE_NOT_HERE
