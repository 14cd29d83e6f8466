"""Tests of what expressions read, and of deciding once for subjects that are alike in it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.errors import ExpressionError
from scanner.rules.expression import Environment, FunctionSignature, Undecided, ValueType
from scanner.rules.lazy import LazyMap, LazyView

UNKNOWN = Unknown(reason=UnknownReason.DATA_SOURCE, text="data.x.y")
VARIABLES = {"resource": ValueType.MAP, "item": ValueType.ANY, "name": ValueType.STRING, "kind": ValueType.STRING}


@pytest.fixture
def environment() -> Environment:
    return Environment(VARIABLES)


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("resource.a == 'x' && has(resource.b)", {"resource": ("a", "b")}),
        ("resource.?a.b.orValue('') == resource['c'] && resource[?'d'].orValue(1) == 1", {"resource": ("a", "c", "d")}),
        ("resource[name] == 'x'", {"name": None, "resource": None}),
        ("resource.a == 'x' || resource == {}", {"resource": None}),
        ("resource.list.exists(x, x.y == name)", {"name": None, "resource": ("list",)}),
        ("resource.all(key, key == kind)", {"kind": None, "resource": None}),
        ("[1].exists(name, name == 1)", {"name": None}),  # too much is safe
        ("true", {}),
    ],
)
def test_what_is_read(environment: Environment, text: str, variables: Mapping[str, object]) -> None:
    assert environment.compile(text).reads.variables == variables


def test_what_is_called(environment: Environment) -> None:
    assert environment.compile("name.matches('x') && size(name) > 1").reads.functions == {
        "matches",
        "size",
        "_>_",
        "_&&_",
    }


class Counting:
    """A function that tells how often it was called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, text: str) -> bool:
        self.calls += 1
        return text == "x"


def asking(*, about_subject: bool) -> tuple[Environment, Counting]:
    ask = Counting()
    signature = FunctionSignature("ask", {"text": ValueType.STRING}, ValueType.BOOL, about_subject=about_subject)
    return Environment(VARIABLES, (signature,), {"ask": ask}), ask


def test_subjects_that_are_alike_are_decided_once() -> None:
    environment, ask = asking(about_subject=False)
    expression = environment.compile("ask(resource.a)")
    views: list[dict[str, Value]] = [{"resource": {"a": "x", "b": number}} for number in range(5)]
    assert [expression.decide(environment.bind(view)) for view in views] == [True] * 5
    assert ask.calls == 1
    assert expression.decide(environment.bind({"resource": {"a": "y"}})) is False
    assert ask.calls == 2


def test_who_asks_for_the_subject_is_decided_for_each() -> None:
    environment, ask = asking(about_subject=True)
    expression = environment.compile("ask(resource.a)")
    for subject in range(3):
        expression.decide(environment.bind({"resource": {"a": "x"}}, subject))
    assert ask.calls == 3


def test_a_rule_that_fails_is_not_remembered() -> None:
    environment, _ = asking(about_subject=False)
    expression = environment.compile("resource.a.b == 1")
    for _ in range(2):
        with pytest.raises(ExpressionError, match="Key not found"):
            expression.decide(environment.bind({"resource": {}}))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("item.a == 'x'", {"a": "x"}, {"a": "y"}),
        ("has(item.a)", {"a": None}, {}),
        ("type(item.a) == bool", {"a": True}, {"a": 1}),
        ("type(item.a) == int", {"a": 1}, {"a": 1.0}),
        ("item.a.size() == 2", {"a": ["x", "y"]}, {"a": ["x,y"]}),
        ("item.a == '1'", {"a": "1"}, {"a": 1}),
        ("item.a == 'x' && item.b == 'y'", {"a": "x", "b": "y"}, {"a": "y", "b": "x"}),
        ("item == {'a': 1}", {"a": 1}, {"a": 2}),
    ],
)
def test_what_differs_is_told_apart(environment: Environment, text: str, one: Value, other: Value) -> None:
    expression = environment.compile(text)
    base = environment.bind({})
    for _ in range(2):
        assert expression.decide(base.extended({"item": one})) is True
        assert expression.decide(base.extended({"item": other})) is False


def test_text_is_not_taken_for_a_map_with_that_text(environment: Environment) -> None:
    expression = environment.compile("item.a == 'x'")
    base = environment.bind({})
    assert expression.decide(base.extended({"item": {"a": "x"}})) is True
    with pytest.raises(ExpressionError):
        expression.decide(base.extended({"item": "x"}))
    assert expression.decide(base.extended({"item": UNKNOWN})) == Undecided((UNKNOWN,))


def test_unknown_values_are_told_apart(environment: Environment) -> None:
    other = Unknown(reason=UnknownReason.DATA_SOURCE, text="data.x.z")
    expression = environment.compile("resource.a == 'x'")
    for unknown in (UNKNOWN, other, UNKNOWN):
        assert expression.decide(environment.bind({"resource": {"a": unknown}})) == Undecided((unknown,))
    assert expression.decide(environment.bind({"resource": {"a": "x", "b": UNKNOWN}})) is True


def test_a_part_is_encoded_once_for_all_who_ask(environment: Environment) -> None:
    base = environment.bind({"name": "n"})
    expression = environment.compile("item.a == 'x' && name == 'n'")
    assert expression.decide(base.with_part("item", {"a": "x"})) is True
    assert expression.decide(base.extended({"kind": "k"}).with_part("item", {"a": "y"})) is False


def test_lazy_views_make_what_is_asked_for() -> None:
    made = []

    def make(name: str) -> Value:
        made.append(name)
        return {name: 1}

    view = LazyView({"a": lambda: make("a"), "b": lambda: make("b")})
    assert ("a" in view, "c" in view, len(view), made) == (True, False, 2, [])
    assert view["a"] is view["a"]
    assert made == ["a"]
    assert dict(view) == {"a": {"a": 1}, "b": {"b": 1}}
    with pytest.raises(KeyError):
        view["c"]


def test_lazy_maps_have_no_null() -> None:
    lazy = LazyMap({"a": [1], "b": None, "c": "x"}, lambda value: (value, "changed"))
    assert lazy == {"a": ([1], "changed"), "c": "x"}
    assert ("b" in lazy, len(lazy), lazy.get("b", 7), lazy.get("a")) == (False, 2, 7, ([1], "changed"))
    with pytest.raises(KeyError):
        lazy["b"]
