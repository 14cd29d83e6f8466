"""No argument makes a function of collections, numbers, dates, networks or paths crash, or grow without bound."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.domain.resource import Unknown, UnknownReason
from scanner.parsers.terraform.functions import (
    UnknownArgumentError,
    UnsupportedError,
    call,
    choices,
    dates,
    filesystem,
    mappings,
    network,
    numeric,
    sequences,
    sets,
)
from scanner.parsers.terraform.values.collections import MAX_WEIGHT, BigNumber, ListValue, MapValue, set_of, weigh
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.types import NUMBER, STRING

NAMES = sorted(
    name
    for family in (choices, dates, filesystem, mappings, network, numeric, sequences, sets)
    for name in family.FUNCTIONS
)
LATER = Unknown(reason=UnknownReason.DATA_SOURCE, text="data.aws_ami.a.id")


class Scope:
    """A scope with two files and no templates of its own."""

    @property
    def files(self) -> Scope:
        return self

    def read(self, path: str) -> bytes:
        return f"content of {path}".encode()

    def paths(self, folder: str) -> list[str]:
        return ["a.txt", "b/c.txt"] if folder else []

    def render(self, text: str, variables: dict[str, Any]) -> Any:
        return f"{text}{len(variables)}"


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
telling = st.sampled_from(
    ["10.0.0.0/8", "fd00::/8", "0.0.0.0/0", "::/0", "1/1", "2024-02-29T23:59:59.9+01:00", "0000-01-01T00:00:00Z",
     "-1.5h", "9223372036854775807ns", "'YYYY", "EEE''hh", "{a,{b}}", "[!a-", "**/*", "\\", "../..", "/", "~", "é" * 9]
)  # fmt: skip
numbers = (
    st.integers(-(10**40), 10**40)
    | st.integers(-40, 140)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False, places=40).map(BigNumber)
)
scalars = st.none() | st.booleans() | numbers | texts | telling | st.just(LATER)
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(texts, inner, max_size=4)
        | st.lists(texts | st.just(LATER), max_size=4).map(lambda items: ListValue(items, STRING))
        | st.lists(st.integers(), max_size=4).map(lambda items: set_of(items, NUMBER))
        | st.dictionaries(texts, texts | st.none(), max_size=3).map(lambda items: MapValue(items, STRING))
    ),
    max_leaves=10,
)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(arguments=st.lists(values, max_size=4) | st.lists(telling | numbers, min_size=1, max_size=3))
def test_only_the_errors_of_the_contract_escape(name: str, arguments: list[Any]) -> None:
    try:
        found = call(name, arguments, Scope())
    except (ConversionError, UnsupportedError, UnknownArgumentError):
        return
    assert weigh(found) <= MAX_WEIGHT


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("setproduct", [list(range(1_000))] * 3),
        ("setproduct", [[1, 2]] * 4_000),
        ("range", [10**30]),
        ("range", [0, 1, 10**-30]),
        ("concat", [list(range(40_000))] * 5),
        ("merge", [{f"{start}-{key}": key for key in range(40_000)} for start in range(3)]),
        ("cidrsubnets", ["::/1", *[32] * 5_000]),
        ("fileset", [".", "{a,b}" * 60]),
        ("fileset", [".", "{" * 400 + "}" * 400]),
        ("fileset", [".", "*a" * 300 + "b"]),
        ("fileset", [".", "[a-z]" * 2_000]),
        ("timeadd", ["2017-11-22T00:00:00Z", "9" * 100_000 + "h"]),
        ("timeadd", ["2017-11-22T00:00:00Z", "1h" * 600_000]),
        ("formatdate", ["Y" * 100_000, "2017-11-22T00:00:00Z"]),
        ("cidrhost", ["10.0.0.0/8", 10**400]),
        ("cidrsubnet", ["fd00::/8", -(10**9), 1]),
        ("parseint", ["z" * 10**6, 36]),
        ("pow", [10**300, 10**300]),
        ("log", [10**400, 2]),
    ],
)  # fmt: skip
def test_bombs_are_refused_at_once(name: str, arguments: list[Any]) -> None:
    start = time.monotonic()
    try:
        found = call(name, arguments, Scope())
    except (ConversionError, UnsupportedError):
        pass
    else:
        assert name == "fileset"
        assert found == []
    assert time.monotonic() - start < 1


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("distinct", [list(range(20_000)) * 2]),
        ("setsubtract", [list(range(40_000)), list(range(40_000))]),
        ("matchkeys", [list(range(20_000)), list(range(20_000)), list(range(20_000))]),
        ("flatten", [[list(range(200))] * 200]),
        ("chunklist", [list(range(40_000)), 1]),
        ("sum", [[0.1] * 20_000]),
        ("setproduct", [[1]] * 40_000),
        ("timeadd", ["2017-11-22T00:00:00Z", "1h" * 400]),
        ("sort", [[str(number) for number in range(40_000)]]),
    ],
)
def test_large_arguments_take_less_than_seconds(name: str, arguments: list[Any]) -> None:
    start = time.monotonic()
    call(name, arguments)
    assert time.monotonic() - start < 5


def test_lists_in_one_another_without_end_do_not_crash() -> None:
    assert call("flatten", [nested(5_000)]) == []
