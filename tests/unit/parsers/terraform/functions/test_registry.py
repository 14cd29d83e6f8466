"""How functions are found, called and refused."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason
from scanner.parsers.terraform import functions
from scanner.parsers.terraform.functions import Function, UnknownArgumentError, UnsupportedError, call
from scanner.parsers.terraform.values.conversions import ConversionError

LATER = Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="aws_kms_key.a.arn")
SECRET = Unknown(reason=UnknownReason.SENSITIVE, text="var.password")


def test_names_may_have_their_namespace() -> None:
    assert call("core::upper", ["a"]) == "A"
    assert functions.is_supported("core::upper")
    assert functions.is_supported("upper")


@pytest.mark.parametrize("name", ["base64gzip", "no_such_function", "provider::aws::arn_parse", ""])
def test_what_is_left_out_is_said_by_name(name: str) -> None:
    assert not functions.is_supported(name)
    with pytest.raises(UnsupportedError) as refusal:
        call(name, ["a"])
    assert str(refusal.value) == name


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("upper", []), ("upper", ["a", "b"]), ("join", []), ("substr", ["a", 0]), ("replace", ["a", "b"]), ("uuid", [1])],
)
def test_the_number_of_arguments_counts(name: str, arguments: list[str]) -> None:
    with pytest.raises(ConversionError):
        call(name, arguments)


def test_a_fault_inside_a_function_is_no_wrong_number_of_arguments() -> None:
    def broken(value: str) -> str:
        raise TypeError(value)

    assert Function(broken).takes(("a",))
    assert not Function(broken).takes(("a", "b"))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("upper", [LATER]),
        ("join", [",", ["a", LATER]]),
        ("format", ["%v", {"a": [LATER]}]),
        ("yamlencode", [{"a": LATER}]),
        ("jsonencode", [LATER]),
        ("jsondecode", [LATER]),
        ("md5", [LATER]),
        ("issensitive", [LATER]),
        ("replace", ["a", "b", LATER]),
    ],
)
def test_what_hangs_on_the_unknown_says_on_what(name: str, arguments: list[object]) -> None:
    with pytest.raises(UnknownArgumentError) as refusal:
        call(name, arguments)  # type: ignore[arg-type]
    assert refusal.value.part == LATER


def test_a_list_of_formats_is_known_where_it_can_be() -> None:
    found = call("formatlist", ["%s-x", ["a", LATER]])
    assert isinstance(found, list)
    assert found[0] == "a-x"
    assert isinstance(found[1], Unknown)
    assert found[1].reason is UnknownReason.KNOWN_AFTER_APPLY


def test_a_document_with_unknown_parts_keeps_its_structure() -> None:
    policy: Any = {"Statement": [{"Action": ["s3:*"], "Resource": LATER}]}
    text = call("jsonencode", [policy])
    assert isinstance(text, EncodedUnknown)
    assert text.reason is UnknownReason.KNOWN_AFTER_APPLY
    assert text.content == policy
    assert call("jsondecode", [text]) == policy


def test_a_document_with_a_secret_part_is_secret() -> None:
    text = call("jsonencode", [{"a": LATER, "b": [SECRET]}])
    assert isinstance(text, EncodedUnknown)
    assert text.reason is UnknownReason.SENSITIVE


def test_secrets_are_not_carried_on() -> None:
    hidden = call("sensitive", ["hunter2"])
    assert isinstance(hidden, Unknown)
    assert hidden.reason is UnknownReason.SENSITIVE
    assert "hunter2" not in repr(hidden)
    assert call("nonsensitive", [hidden]) == hidden
    assert call("issensitive", [hidden]) is True
    assert call("issensitive", ["a"]) is False
    assert "hunter2" not in repr(call("rsadecrypt", ["hunter2", "key"]))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("uuid", []), ("timestamp", []), ("plantimestamp", []), ("bcrypt", ["a"]), ("bcrypt", ["a", 5])],
)
def test_what_is_new_each_time_is_known_after_apply(name: str, arguments: list[object]) -> None:
    found = call(name, arguments)  # type: ignore[arg-type]
    assert isinstance(found, Unknown)
    assert found.reason is UnknownReason.KNOWN_AFTER_APPLY
    assert found.text.startswith(name)
