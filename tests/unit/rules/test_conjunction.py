"""Conditions that are taken apart, and that say the same as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.resource import Unknown, UnknownReason
from scanner.errors import ExpressionError
from scanner.rules.conjunction import Condition, compile_condition, operands
from scanner.rules.decision import Undecided
from scanner.rules.expression import Environment
from scanner.rules.signatures import FunctionSignature, ValueType

VARIABLES = {"source": ValueType.MAP, "path": ValueType.STRING, "parameters": ValueType.MAP}
TEXTS = FunctionSignature("texts", {"family": ValueType.STRING}, ValueType.LIST, is_known=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("path != ''", ("path != ''",)),
        ("path != '' && source.a", ("path != '' && source.a",)),
        ("texts('a').size() > 0", ("texts('a').size() > 0",)),
        ("path != '' && texts('a').size() > 0", ("path != ''", "texts('a').size() > 0")),
        (
            "path != '' && source.a && !texts('a').exists(t, t.matches(parameters.p)) && source.b && source.c",
            (
                "(path != '') && (source.a)",
                "!texts('a').exists(t, t.matches(parameters.p))",
                "(source.b) && (source.c)",
            ),
        ),
        # Of the subject, so that it is decided for each one.
        ("source.a && texts('a').exists(t, t == path)", ("source.a && texts('a').exists(t, t == path)",)),
        # Asked of each subject, and of each only once, however many rules ask it.
        (
            "path != '' && source.a && references(path, 'b').size() == 0",
            ("(path != '') && (source.a)", "references(path, 'b').size() == 0"),
        ),
        ("source.references && path != ''", ("source.references && path != ''",)),
        # A field of that name is no variable, and a text is no code.
        ("source.a && texts('a').exists(t, t.path)", ("source.a", "texts('a').exists(t, t.path)")),
        ("source.a && texts('path && source').size() > 0", ("source.a", "texts('path && source').size() > 0")),
        (r"source.a && texts('it\'s path').size() > 0", ("source.a", r"texts('it\'s path').size() > 0")),
        ('source.a && texts(r"\\").size() > 0', ("source.a", 'texts(r"\\").size() > 0')),
        ("source.a && texts('''a ' path && ''').size() > 0", ("source.a", "texts('''a ' path && ''').size() > 0")),
        # An outermost || or ?: binds less than &&; an inner one stands in its operand.
        ("source.a && texts('a').size() > 0 || path == ''", ("source.a && texts('a').size() > 0 || path == ''",)),
        ("source.a ? path == '' : texts('a').size() > 0", ("source.a ? path == '' : texts('a').size() > 0",)),
        ("(source.a || source.b) && texts('a').size() > 0", ("(source.a || source.b)", "texts('a').size() > 0")),
        (
            "source.?a.orValue(false) && texts('a').size() > 0",
            ("source.?a.orValue(false)", "texts('a').size() > 0"),
        ),
        ("source.a // why\n && texts('a').size() > 0", ("source.a // why\n && texts('a').size() > 0",)),
    ],
)
def test_what_a_condition_is_taken_apart_into(text: str, expected: tuple[str, ...]) -> None:
    assert operands(text, VARIABLES) == expected


class _Asked:
    """What the whole repository says, and how often it was asked."""

    def __init__(self, found: list[str]) -> None:
        self.found = found
        self.times = 0

    def texts(self, family: str) -> list[str]:
        del family
        self.times += 1
        return self.found


def _condition(text: str, found: list[str] | None = None) -> tuple[Environment, Condition, _Asked]:
    asked = _Asked(found or [])
    within = Environment(VARIABLES, (TEXTS,), {"texts": asked.texts})
    return within, compile_condition(text, within), asked


def _decide(text: str, source: dict[str, Any], found: list[str] | None = None) -> bool | Undecided:
    within, condition, _ = _condition(text, found)
    return condition.decide(within.bind({"source": source, "path": "a.py", "parameters": {}}))


UNKNOWN = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.a")
BOTH = "source.a == 1 && texts('code').size() > 0 && source.b == 1"


@pytest.mark.parametrize(
    ("source", "found", "expected"),
    [
        ({"a": 1, "b": 1}, ["x"], True),
        ({"a": 1, "b": 1}, [], False),
        ({"a": 2, "b": 1}, ["x"], False),
        ({"a": UNKNOWN, "b": 2}, ["x"], False),
        ({"a": UNKNOWN, "b": 1}, [], False),
        ({"a": UNKNOWN, "b": 1}, ["x"], Undecided((UNKNOWN,))),
        ({"b": 2}, ["x"], False),  # the first operand fails, and the last is false
        ({"b": 1}, [], False),
    ],
)
def test_taken_apart_it_says_what_it_says_as_a_whole(
    source: dict[str, Any], found: list[str], expected: bool | Undecided
) -> None:
    assert _decide(BOTH, source, found) == expected
    within, _, asked = _condition(BOTH, found)
    whole = within.compile(BOTH, boolean=True)
    assert asked.times == 0
    assert whole.decide(within.bind({"source": source, "path": "", "parameters": {}})) == expected


def test_an_operand_that_fails_is_told_where_none_is_false() -> None:
    with pytest.raises(ExpressionError, match=r"source\.a"):
        _decide(BOTH, {"b": 1}, ["x"])


def test_the_whole_repository_is_asked_once_for_all_subjects() -> None:
    within, condition, asked = _condition("source.a == 1 && texts('code').exists(t, t == 'x')", ["y", "x"])
    views = [{"source": {"a": 1, "n": number}, "path": f"{number}.py", "parameters": {}} for number in range(50)]
    assert [condition.decide(within.bind(view)) for view in views] == [True] * 50
    assert asked.times == 1
