"""Values beside which stands no comment are what Terraform 1.11 makes of a variable's default."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.constraints import Constraint, read_constraint
from scanner.parsers.terraform.expressions.evaluator import ExpressionEvaluator
from scanner.parsers.terraform.syntax.first_reader import read_expression
from scanner.parsers.terraform.syntax.tree import Call, Expression, Step, Traversal
from scanner.parsers.terraform.values.collections import ListValue, MapValue, SetValue, unknown
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.kinds import NUMBER, STRING, list_of, map_of, object_of
from scanner.parsers.terraform.values.types import type_of

LATER = unknown(UnknownReason.KNOWN_AFTER_APPLY, "a.b.c")


class Nothing:
    def resolve(self, traversal: Traversal) -> tuple[Value, tuple[Step, ...]]:
        return unknown(UnknownReason.KNOWN_AFTER_APPLY, traversal.text), ()


def read(text: str) -> Expression:
    expression = read_expression(text)
    assert expression is not None
    return expression


def held(constraint: str, value: str) -> Value:
    return read_constraint(read(constraint)).convert(ExpressionEvaluator(Nothing()).evaluate(read(value), {}))


@pytest.mark.parametrize(
    ("constraint", "given", "expected"),
    [
        (
            ('object({ a = string, b = optional(number, 3), c = optional(string), d = optional(list(string), []), '
            'e = optional(object({ x = optional(string, "xx"), y = optional(number) }), {}), '
            'f = optional(object({ x = optional(string, "xx") })), g = optional(any) })'),
            "{ a = 5, z = 1, b = null }",
            {"a": "5", "b": 3, "c": None, "d": [], "e": {"x": "xx", "y": None}, "f": None, "g": None},
        ),
        (
            'map(object({ n = optional(string, "dflt"), l = optional(list(object({ p = optional(number, 80) }))) }))',
            '{ one = {}, two = { n = null, l = [{}, { p = "81" }, { p = null }] } }',
            {"one": {"n": "dflt", "l": None}, "two": {"n": "dflt", "l": [{"p": 80}, {"p": 81}, {"p": 80}]}},
        ),
        ("any", '[1, "a"]', [1, "a"]),
        ("list(any)", '[1, "a", true]', ["1", "a", "true"]),
        ("map(any)", '{ a = [1], b = ["x", "y"] }', {"a": ["1"], "b": ["x", "y"]}),
        ("set(number)", '["3", 1, 3, 2]', [1, 2, 3]),
        ("tuple([string, number, bool])", '[1, "2", "true"]', ["1", 2, True]),
        ("list(map(any))", '[{ a = 1 }, { b = "x" }]', [{"a": "1"}, {"b": "x"}]),
        ("object({ a = any, b = optional(any, 5) })", '{ a = [1, "x"] }', {"a": [1, "x"], "b": 5}),
        ("list(object({ a = any }))", '[{ a = 1 }, { a = "x" }]', [{"a": "1"}, {"a": "x"}]),
        ("map(string)", "{ a = 1, b = true, c = null }", {"a": "1", "b": "true", "c": None}),
        ('set(object({ a = optional(string, "d") }))', '[{}, { a = "d" }, { a = null }]', [{"a": "d"}]),
        ("list", '[1, "a"]', ["1", "a"]),
        ("string", "null", None),
        ("object({ a = optional(object({ b = string }), null) })", "{}", {"a": None}),
        ('object({ a = optional(number, "5") })', "{}", {"a": 5}),
        ('tuple([object({ a = optional(string, "q") })])', "[{}]", [{"a": "q"}]),
        ("list(list(any))", '[[1], ["a"]]', [["1"], ["a"]]),
        ("map(list(any))", '{ a = [], b = ["x"] }', {"a": [], "b": ["x"]}),
        ('"string"', "1", "1"),  # Terraform 0.11; 1.11 refuses the quotes
        ("string", "[null, a.b.c][1]", LATER),
    ],
)  # fmt: skip
def test_what_a_variable_holds(constraint: str, given: str, expected: Value) -> None:
    assert held(constraint, given) == expected


@pytest.mark.parametrize(
    ("constraint", "given", "message"),
    [
        ("string", "[]", "string required"),
        ("list(string)", '"a"', "list of string required"),
        ("object({ a = string })", "{}", 'attribute "a" is required'),
        ("object({ a = string, b = string })", "{}", 'attributes "a" and "b" are required'),
        ("object({ a = number })", '{ a = "x" }', ".a: a number is required"),
        ("list(number)", '[1, "x"]', "[1]: a number is required"),
        ("map(list(number))", '{ k = ["x"] }', '["k"][0]: a number is required'),
        ("tuple([string])", '["a", "b"]', "tuple required"),
        ("list(any)", "[1, []]", "all list elements must have the same type"),
        ("map(any)", "{ a = 1, b = [] }", "all map elements must have the same type"),
        ("bool", '"yes"', "a bool is required"),
        ("map(string)", "[]", "map of string required"),
        ("optional(string)", "1", 'Keyword "optional" is valid only as a modifier for object type attributes.'),
        ("foo", "1", 'The keyword "foo" is not a valid type specification.'),
        ("list()", "[]", "The list type constructor requires one argument."),
        ("object", "{}", 'The keyword "object" is not a valid type specification.'),
        ('object({ a = optional(number, "x") })', "{}", "a number is required"),
        ("object({ a = optional(string, var.x) })", "{}", "Variables may not be used here: var.x"),
        ("1 + 1", "1", "A type specification is either a primitive type keyword or a complex type."),
    ],
)
def test_what_terraform_refuses(constraint: str, given: str, message: str) -> None:
    with pytest.raises(ConversionError) as caught:
        held(constraint, given)
    assert str(caught.value) == message


def test_collections_are_of_their_kind_and_know_their_type() -> None:
    found = held("object({ l = list(string), s = set(number), m = map(any), t = tuple([string]) })",
                 '{ l = [1], s = ["2"], m = { a = 1 }, t = [1] }')  # fmt: skip
    assert isinstance(found, dict)
    assert {key: type(item) for key, item in found.items()} == {"l": ListValue, "s": SetValue, "m": MapValue, "t": list}
    assert type_of(found["m"]) == map_of(NUMBER)
    empty = held('list(object({ a = optional(string, "x") }))', "[]")
    assert type_of(empty) == list_of(object_of({"a": STRING}))


def test_unknown_parts_stay_where_they_are() -> None:
    found = held("list(object({ a = string, b = optional(number, 1) }))", "[{ a = x.y.z }, x.y.w]")
    assert isinstance(found, list)
    assert isinstance(found[0]["a"], Unknown)
    assert found[0]["b"] == 1
    assert isinstance(found[1], Unknown)


class Found(dict[str, Value]):
    """An object that finds its attributes when they are asked for, as resources do."""

    def __init__(self) -> None:
        super().__init__({"(rest)": LATER})

    def missing(self, key: str, text: str) -> Value:
        return 80 if key == "port" else unknown(UnknownReason.KNOWN_AFTER_APPLY, text)


def test_a_resource_gives_what_the_type_asks_for() -> None:
    found = read_constraint(read("object({ id = string, port = string })")).convert(Found())
    assert found == {"id": unknown(UnknownReason.KNOWN_AFTER_APPLY, "a.b.c.id"), "port": "80"}
    assert read_constraint(read("map(string)")).convert(Found()) == LATER


def test_a_constraint_is_read_once_and_leaves_values_as_they_are() -> None:
    constraint = read_constraint(read("map(object({ a = optional(list(string), []) }))"))
    assert isinstance(constraint, Constraint)
    given: Value = {"x": {}}
    first, second = constraint.convert(given), constraint.convert(given)
    assert first == second == {"x": {"a": []}}
    assert given == {"x": {}}
    assert constraint.convert(first) == first


def test_types_that_lie_too_deep_are_refused() -> None:
    deep: Expression = read("string")
    for _ in range(100):
        deep = Call("list", (deep,), expand=False, text="")
    with pytest.raises(ConversionError, match="too deep"):
        read_constraint(deep)
