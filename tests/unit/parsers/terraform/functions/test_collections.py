"""Functions of collections, where the console vectors do not reach: markers, unknown parts, numbers of any size."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason
from scanner.parsers.terraform.functions import UnknownArgumentError, UnsupportedError, call
from scanner.parsers.terraform.values.collections import ListValue, MapValue, SetValue, set_of
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, friendly, list_of, type_of

LATER = Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="aws_vpc.main.id")
SECRET = Unknown(reason=UnknownReason.SENSITIVE, text="var.password")


@pytest.mark.parametrize(
    ("name", "arguments", "type_"),
    [
        ("concat", [ListValue(["a"], STRING), ListValue([1], NUMBER)], "list(string)"),
        ("concat", [ListValue(["a"], STRING), ["b"]], "tuple([\n    string,\n    string,\n])"),
        ("merge", [MapValue({"a": 1}, NUMBER), MapValue({"b": 2}, NUMBER)], "map(number)"),
        ("merge", [MapValue({"a": 1}, NUMBER), {"b": 2}], "object({\n    a: number,\n    b: number,\n})"),
        ("merge", [MapValue({}, STRING), MapValue({}, STRING)], "map(string)"),
        ("merge", [MapValue({"a": 1}, NUMBER), None], "object({\n    a: number,\n})"),
        ("reverse", [set_of(["a", "b"], STRING)], "list(string)"),
        ("keys", [MapValue({}, NUMBER)], "list(string)"),
        ("keys", [{}], "tuple([])"),
        ("values", [MapValue({}, BOOL)], "list(bool)"),
        ("zipmap", [["a"], ListValue([1], NUMBER)], "map(number)"),
        ("chunklist", [ListValue([], STRING), 2], "list(list(string))"),
        ("slice", [ListValue(["a"], STRING), 0, 0], "list(string)"),
        ("setproduct", [["a"], []], "list(\n    tuple([\n        string,\n        dynamic,\n    ]),\n)"),
        ("setunion", [["a"], [1]], "set(string)"),
        ("compact", [[]], "list(string)"),
        ("range", [0], "list(number)"),
        ("transpose", [{}], "map(list(string))"),
        ("cidrsubnets", ["10.0.0.0/8"], "list(string)"),
    ],
)
def test_the_result_has_terraforms_type(name: str, arguments: list[Any], type_: str) -> None:
    assert friendly(type_of(call(name, arguments))) == type_


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("length", [[LATER, SECRET]], 2),
        ("length", [SetValue([LATER], STRING)], 1),
        ("keys", [{"b": LATER, "a": 1}], ["a", "b"]),
        ("values", [{"b": LATER, "a": 1}], [1, LATER]),
        ("merge", [{"a": LATER}, {"a": 1, "b": LATER}], {"a": 1, "b": LATER}),
        ("contains", [[LATER, "a"], "a"], True),
        ("index", [["a", LATER], "a"], 0),
        ("element", [[LATER, "b"], 3], "b"),
        ("lookup", [{"a": LATER}, "b", "c"], "c"),
        ("lookup", [{"a": 1}, "a", LATER], 1),
        ("coalesce", ["a", LATER], "a"),
        ("coalescelist", [["a"], LATER], ["a"]),
        ("one", [[LATER]], LATER),
        ("flatten", [[ListValue([LATER, "a"], STRING)]], [LATER, "a"]),
        ("anytrue", [[LATER, True]], True),
        ("alltrue", [[False, LATER]], False),
        ("zipmap", [["a"], [LATER]], {"a": LATER}),
        ("sort", [["b", LATER]], [LATER, LATER]),
        ("slice", [[LATER, "b"], 1, 2], ["b"]),
        ("setunion", [["a"], [LATER]], ["a", LATER]),
        ("setproduct", [["a"], [LATER]], [["a", LATER]]),
    ],
)
def test_what_is_known_is_said(name: str, arguments: list[Any], expected: Any) -> None:
    assert call(name, arguments) == expected


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("length", [SetValue(["a", LATER], STRING)]),
        ("length", [EncodedUnknown(reason=UnknownReason.DATA_SOURCE, content=[1])]),
        ("contains", [["a", LATER], "b"]),
        ("contains", [["a"], LATER]),
        ("index", [[LATER, "a"], "a"]),
        ("distinct", [["a", LATER]]),
        ("sum", [[1, LATER]]),
        ("merge", [{"a": 1}, LATER]),
        ("concat", [["a"], LATER]),
        ("flatten", [["a", LATER]]),  # it may be a list itself
        ("matchkeys", [["a"], ["k"], [LATER]]),  # Terraform says [], which may be wrong
        ("zipmap", [[LATER], ["a"]]),
        ("coalesce", [LATER, "a"]),
        ("coalesce", ["", LATER]),
        ("coalescelist", [[], LATER]),
        ("lookup", [{"a": 1}, LATER, "b"]),
        ("lookup", [LATER, "a", "b"]),
        ("alltrue", [[LATER, False]]),
        ("anytrue", [[LATER, False]]),
        ("one", [SetValue(["a", LATER], STRING)]),
        ("setintersection", [["a"], ["a", LATER]]),
        ("setproduct", [SetValue(["a", LATER], STRING), []]),
        ("transpose", [{"a": [LATER]}]),
        ("max", [1, LATER]),
    ],
)
def test_what_hangs_on_an_unknown_part_is_unknown(name: str, arguments: list[Any]) -> None:
    with pytest.raises(UnknownArgumentError):
        call(name, arguments)


def test_an_unknown_part_keeps_its_reason() -> None:
    with pytest.raises(UnknownArgumentError) as refusal:
        call("sum", [[1, SECRET]])
    assert refusal.value.part.reason is UnknownReason.SENSITIVE


def test_a_negative_index_wraps_in_lists_but_breaks_terraform_in_tuples() -> None:
    """``element([1, 2, 3], -1)`` is a panic of Terraform 1.11, ``element(tolist([1, 2, 3]), -1)`` is 3."""
    assert call("element", [ListValue([1, 2, 3], NUMBER), -1]) == 3
    assert call("element", [[1, 2, 3], -3]) == 1
    with pytest.raises(ConversionError):
        call("element", [[1, 2, 3], -1])


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("log", [0, 10]),  # -Inf
        ("log", [10, 1]),  # +Inf
        ("pow", [0, -1]),  # +Inf
        ("pow", [2, 10_000]),  # +Inf
        ("pow", [3.7, 2.3]),  # not exact to the last digit with us
        ("parseint", ["1" * 2_000, 10]),
        ("abspath", ["a"]),
        ("pathexpand", ["~/a"]),
        ("cidrhost", ["::ffff:10.0.0.0/104", 5]),
    ],
)
def test_what_cannot_be_given_is_left_out(name: str, arguments: list[Any]) -> None:
    with pytest.raises(UnsupportedError):
        call(name, arguments)


def test_a_power_overflows_only_beyond_what_terraform_can_hold() -> None:
    assert call("pow", [2, 1023]) == 2**1023 or str(call("pow", [2, 1023])).startswith("8988465674311")
    with pytest.raises(UnsupportedError):
        call("pow", [-10, 309])


def test_sets_of_lists_are_compared_as_values() -> None:
    first, second = ListValue([1], NUMBER), ListValue([2], NUMBER)
    found = call("setsubtract", [[first, second], [ListValue([2], NUMBER)]])
    assert found == [[1]]
    assert friendly(type_of(found)) == friendly(type_of(set_of([first], list_of(NUMBER))))


def test_elements_of_an_empty_collection_have_any_type() -> None:
    found = call("chunklist", [[], 1])
    assert isinstance(found, ListValue)
    assert found.element == list_of(DYNAMIC)
