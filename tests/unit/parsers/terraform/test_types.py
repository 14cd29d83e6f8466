"""Values beside which stands no comment are what Terraform 1.11 answers in its console."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.values import arithmetic
from scanner.parsers.terraform.values.collections import ListValue, MapValue, SetValue, equal, equality, set_of, unknown
from scanner.parsers.terraform.values.conversions import (
    BigNumber,
    ConversionError,
    InexpressibleError,
    calculate,
    to_bool,
    to_number,
    to_text,
)
from scanner.parsers.terraform.values.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    Type,
    convert,
    friendly,
    is_convertible,
    list_of,
    map_of,
    object_of,
    set_type,
    tuple_of,
    type_of,
    unify,
)

LATER = unknown(UnknownReason.KNOWN_AFTER_APPLY, "a.b.c")
THIRD = f"0.{'3' * 153}35"


@pytest.mark.parametrize(
    ("operator", "left", "right", "text"),
    [
        ("/", 1, 3, THIRD),
        ("/", 10, 4, "2.5"),
        ("/", -10, 4, "-2.5"),
        ("/", 10**23, 3, "3" * 23 + "." + "3" * 131 + "4"),
        ("/", 1, 7 * 10**30, "0." + "0" * 30 + "142857" * 25 + "14286"),
        ("+", 0.1, 0.2, "0.3"),
        ("*", 0.1, 3, "0.3"),
        ("%", -5.5, 2, "-1.5"),
        ("%", 5.5, -2, "1.5"),
        ("%", 5, 0.3, "0.1" + "9" * 152 + "76"),
        ("%", 1, 0, "1"),
        ("%", 10**20, 3, "1"),
        ("-", "5", "7", "-2"),
    ],
)
def test_arithmetic_has_512_bits(operator: str, left: Value, right: Value, text: str) -> None:
    assert to_text(calculate(operator, left, right)) == text


def test_what_512_bits_round_away_is_away() -> None:
    third = calculate("/", 1, 3)
    assert isinstance(third, BigNumber)
    assert calculate("*", third, 3) == 1
    assert calculate("*", calculate("/", 2, 3), 3) == 2
    remainder = calculate("%", calculate("/", 10, 3), 2)
    assert to_text(remainder) == f"1.{'3' * 153}2"


def test_a_big_number_is_not_the_float_beside_it() -> None:
    third = calculate("/", 1, 3)
    assert third != 1 / 3
    assert third == calculate("/", 2, 6)
    assert hash(third) == hash(calculate("/", 2, 6))
    assert pickle.loads(pickle.dumps(third)) == third  # noqa: S301  # our own
    assert copy.deepcopy(third) == third


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1e3", 1000), ("1.50", 1.5), ("+5", 5), (".5", 0.5), ("5.", 5), ("5.e1", 50), ("1p3", 8), ("-0.5", -0.5),
        ("1E+3", 1000), ("123456789012345678901234567890", 123456789012345678901234567890), ("1e100", 10**100),
    ],
)  # fmt: skip
def test_text_to_number(text: str, number: float) -> None:
    found = to_number(text)
    assert found == number
    assert type(found) is type(number)


@pytest.mark.parametrize("text", ["", " 1", "0x10", "1_000", "1e", "--5", "infinity", ".", "1e5 ", "٣", "1" + "e" * 50])
def test_text_that_is_no_number(text: str) -> None:
    with pytest.raises(ConversionError, match="a number is required"):
        to_number(text)


@pytest.mark.parametrize("text", ["inf", "-Inf", "1e999999", "1e-5000", "9" * 4001 + "e1"])
def test_numbers_that_are_not_carried(text: str) -> None:  # Terraform does
    with pytest.raises(ConversionError):
        to_number(text)
    with pytest.raises(InexpressibleError):
        calculate("/", 1, 0)


def test_booleans() -> None:
    assert [to_bool(text) for text in ("true", "1", "false", "0")] == [True, True, False, False]
    with pytest.raises(ConversionError, match="a bool is required"):
        to_bool("yes")
    with pytest.raises(ConversionError, match="lowercase"):
        to_bool("True")
    with pytest.raises(ConversionError):
        to_bool(1)


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        ([NUMBER, STRING], STRING),
        ([NUMBER, BOOL], None),
        ([STRING, BOOL, NUMBER], STRING),
        ([tuple_of((NUMBER,)), tuple_of((STRING,))], tuple_of((STRING,))),
        ([tuple_of((NUMBER,)), tuple_of((STRING, STRING))], list_of(STRING)),
        ([tuple_of(()), tuple_of((STRING, STRING))], list_of(STRING)),
        ([object_of({}), object_of({"a": NUMBER})], map_of(NUMBER)),
        ([object_of({"a": NUMBER}), object_of({"b": NUMBER})], map_of(NUMBER)),
        ([object_of({"a": NUMBER}), object_of({"a": STRING})], object_of({"a": STRING})),
        ([object_of({"a": NUMBER}), object_of({"a": NUMBER, "b": tuple_of(())})], None),
        ([map_of(NUMBER), object_of({"b": STRING})], map_of(STRING)),
        ([list_of(NUMBER), tuple_of((STRING,))], list_of(STRING)),
        ([list_of(NUMBER), set_type(NUMBER)], list_of(NUMBER)),
        ([tuple_of((NUMBER,)), set_type(STRING)], set_type(STRING)),
        ([tuple_of(()), object_of({})], None),
        ([NUMBER, tuple_of(())], None),
        ([DYNAMIC, DYNAMIC], DYNAMIC),
        ([DYNAMIC, NUMBER], NUMBER),
        ([object_of({"a": tuple_of(())}), object_of({"a": object_of({})})], None),
        ([], DYNAMIC),
    ],
)  # fmt: skip
def test_one_type_for_several(types: list[Type], expected: Type | None) -> None:
    assert unify(types) == expected


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ([1, "a", None], "tuple([\n    number,\n    string,\n    dynamic,\n])"),
        ({"b": [], "a": True}, "object({\n    a: bool,\n    b: tuple([]),\n})"),
        (ListValue(["x"], STRING), "list(string)"),
        (MapValue(), "map(dynamic)"),
        (
            ListValue([{"a": [1], "b": {}}], type_of({"a": [1], "b": {}})),
            (
                "list(\n    object({\n        a: tuple([\n            number,\n        ]),\n"
                "        b: object({}),\n    }),\n)"
            ),
        ),
        (ListValue([MapValue({"a": {"b": 1}})]), "list(map(\n    object({\n        b: number,\n    }),\n))"),
    ],
)
def test_types_as_they_are_printed(value: Value, printed: str) -> None:
    assert friendly(type_of(value)) == printed


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (1, "1", False), (1, 1.0, True), (True, 1, False), ("a", None, False), (None, None, True),
        ([1], ListValue([1], NUMBER), False), ([], ListValue([], STRING), False),
        ({"a": 1}, MapValue({"a": 1}, NUMBER), False),
        (SetValue([1], NUMBER), SetValue(["1"], STRING), False), ({"a": [1]}, {"a": [1]}, True),
        (ListValue([], DYNAMIC), ListValue([], DYNAMIC), True), ([1], [1, 2], False), ({"a": 1}, {"b": 1}, False),
        ([LATER], [], False), ({"a": LATER}, {"b": 1}, False), (None, [], False),
    ],
)  # fmt: skip
def test_equality(left: Value, right: Value, same: bool) -> None:
    assert equal(left, right) is same
    assert equal(right, left) is same


def test_equality_that_hangs_on_what_is_not_known() -> None:
    assert equality(LATER, None) is LATER
    assert equality([LATER, 1], [LATER, 2]) is LATER
    assert not equal([LATER], [LATER])


@pytest.mark.parametrize(
    ("items", "order"),
    [
        ([3, 20, 1, 3], [1, 3, 20]),
        (["b", "B", "a", "é", "z", "a"], ["B", "a", "b", "z", "é"]),
        ([True, False], [False, True]),
        ([None, 1], [1, None]),
        ([["b", "c"], ["a"], ["a", "z"], []], [["a", "z"], ["a"], ["b", "c"], []]),
        ([[10], [9], [1]], [[10], [1], [9]]),
        ([{"a": "y", "b": "a"}, {"a": "x", "b": "z"}], [{"a": "x", "b": "z"}, {"a": "y", "b": "a"}]),
        ([LATER, "b"], ["b", LATER]),
    ],
)
def test_sets_have_the_order_of_terraform(items: list[Value], order: list[Value]) -> None:
    assert list(set_of(items)) == order


def test_values_survive_a_process() -> None:
    value = MapValue({"a": ListValue([SetValue([1.5], NUMBER)], set_type(NUMBER))}, list_of(set_type(NUMBER)))
    again = pickle.loads(pickle.dumps(value))  # noqa: S301  # our own
    assert equal(again, value)
    assert type_of(again) == type_of(value)
    assert type_of(copy.deepcopy(value)) == type_of(value)


def test_a_set_of_secrets_is_a_secret() -> None:
    secret = unknown(UnknownReason.SENSITIVE, "var.p")
    assert convert([secret, "a"], set_type(STRING)) == secret
    kept = convert([secret, 1], list_of(STRING))
    assert kept == [secret, "1"]


SCALARS = st.sampled_from([STRING, NUMBER, BOOL, DYNAMIC])
TYPES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        inner.map(list_of), inner.map(set_type), inner.map(map_of),
        st.lists(inner, max_size=3).map(tuple).map(tuple_of),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(object_of),
    ),
    max_leaves=8,
)  # fmt: skip
NUMBERS = st.one_of(st.integers(-(10**30), 10**30), st.decimals(-100, 100, places=4).map(arithmetic.number_of))
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, st.text(max_size=5), st.just(LATER)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
        st.lists(inner, max_size=4).map(lambda items: convert_or_keep(items, list_of(DYNAMIC))),
        st.lists(inner, max_size=4).map(lambda items: convert_or_keep(items, set_type(DYNAMIC))),
    ),
    max_leaves=10,
)


def convert_or_keep(value: Value, wanted: Type) -> Value:
    try:
        return convert(value, wanted)
    except ConversionError:
        return value


@given(st.lists(TYPES, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_the_order_of_types_decides_nothing_but_the_order(types: list[Type]) -> None:
    there, back = unify(types), unify(types[::-1])
    assert (there is None) == (back is None)
    if there is not None:
        assert all(is_convertible(type_, there) for type_ in types)
        assert unify([there, there]) == there


@given(VALUES, TYPES)
@settings(max_examples=300, deadline=None)
def test_to_convert_twice_is_to_convert_once(value: Value, wanted: Type) -> None:
    try:
        once = convert(value, wanted)
    except ConversionError:
        return
    twice = convert(once, wanted)
    assert repr(twice) == repr(once)
    assert type(twice) is type(once)


@given(VALUES)
@settings(max_examples=200, deadline=None)
def test_a_value_has_its_own_type(value: Value) -> None:
    assert repr(convert(value, type_of(value))) == repr(value)
    if not isinstance(value, Unknown):
        assert equality(value, value) is not False


@given(NUMBERS)
@settings(max_examples=200, deadline=None)
def test_a_number_is_read_as_it_is_written(number: float) -> None:
    assert to_number(to_text(number)) == number


@given(st.integers(-(10**40), 10**40), st.integers(1, 10**20))
@settings(max_examples=200, deadline=None)
def test_a_quotient_is_the_nearest_number(numerator: int, denominator: int) -> None:
    found = calculate("/", numerator, denominator)
    exact = Fraction(numerator, denominator)
    written = Fraction(Decimal(to_text(found)))
    assert abs(written - exact) <= abs(exact) / 2**510
