"""What holds for all functions, whatever they are given."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.domain.resource import Unknown, UnknownReason
from scanner.parsers.terraform import functions
from scanner.parsers.terraform.functions import (
    UnknownArgumentError,
    UnsupportedError,
    call,
    csv_texts,
    encodings,
    formatting,
    hashing,
    json_texts,
    patterns,
    strings,
    type_conversions,
    yaml_reading,
    yaml_writing,
)
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, ListValue, MapValue, equal, set_of, weigh
from scanner.parsers.terraform.values.conversions import ConversionError, to_text

MODULES = (
    csv_texts,
    encodings,
    formatting,
    hashing,
    json_texts,
    patterns,
    strings,
    type_conversions,
    yaml_reading,
    yaml_writing,
)
NAMES = sorted(name for module in MODULES for name in module.FUNCTIONS)
LATER = Unknown(reason=UnknownReason.DATA_SOURCE, text="data.aws_ami.a.id")

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
_TELLING = """%s
%5.2f|%v
/(a)(b*)/
$1
[[{
{"a":[1]}
- &x 1
UTF-16
dns"""
telling = st.sampled_from([*_TELLING.splitlines(), "a,b\n1,2", "a: &x 1\nb: *x", "\u200d"])
numbers = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False, width=32)
scalars = st.none() | st.booleans() | numbers | texts | telling
known = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
marked = (
    st.lists(texts, max_size=4).map(ListValue)
    | st.lists(texts, max_size=4).map(set_of)
    | st.dictionaries(texts, texts, max_size=3).map(MapValue)
)
values: st.SearchStrategy[Any] = known | marked | st.just(LATER) | st.lists(known | st.just(LATER), max_size=3)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(arguments=st.lists(values, max_size=4) | st.lists(texts | telling, min_size=1, max_size=3))
def test_only_its_own_errors_escape_and_results_are_bounded(name: str, arguments: list[Any]) -> None:
    try:
        found = call(name, arguments)
    except (ConversionError, UnsupportedError, UnknownArgumentError):
        return
    assert weigh(found) <= MAX_WEIGHT


def plain(value: Any) -> Any:
    """With numbers as Terraform prints them, whatever reads them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if isinstance(value, str | bool) or value is None else to_text(value)


@settings(max_examples=150, deadline=None)
@given(known)
def test_json_that_is_written_is_read_again(value: Any) -> None:
    text = call("jsonencode", [value])
    assert isinstance(text, str)
    assert plain(json.loads(text, parse_float=lambda digits: call("tonumber", [digits]))) == plain(value)
    if all(key.isascii() for key in keys(value)):
        assert equal(call("jsondecode", [text]), call("jsondecode", [call("jsonencode", [call("jsondecode", [text])])]))


def keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for item in value.values() for key in keys(item))]
    return [key for item in value for key in keys(item)] if isinstance(value, list) else []


@settings(max_examples=150, deadline=None)
@given(known)
def test_yaml_that_is_written_is_read_again(value: Any) -> None:
    text = call("yamlencode", [value])
    assert isinstance(text, str)
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        assert event is not None
    found = call("yamldecode", [text])
    assert call("jsonencode", [found]) == call("jsonencode", [call("yamldecode", [call("yamlencode", [found])])])


@settings(max_examples=150, deadline=None)
@given(texts)
def test_a_text_backwards_twice_has_the_same_characters(text: str) -> None:
    found = call("strrev", [call("strrev", [text])])
    assert isinstance(found, str)
    assert sorted(found) == sorted(str(call("replace", [text, "/[^\\x{0}-\\x{10ffff}]/", ""])))


@settings(max_examples=100, deadline=None)
@given(texts)
def test_base64_is_read_again(text: str) -> None:
    assert call("base64decode", [call("base64encode", [text])]) == call("trim", [text, ""])


def test_all_families_are_registered() -> None:
    assert all(map(functions.is_supported, NAMES))
    assert len(NAMES) == len(set(NAMES))
