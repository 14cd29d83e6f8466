"""Expressions are broken where an author might have slipped, and stay expressions."""

from __future__ import annotations

import pytest

from scanner.rules.mutants import mutants
from scanner.rules.pattern_mutants import pattern_mutants


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a && b", {"a", "b"}),
        ("a && b || c", {"a || c", "b || c", "a && b", "c"}),
        ("(a || b) && c", {"(a || b)", "c", "(a) && c", "(b) && c"}),
        ("f(a && b, c)", {"f(a, c)", "f(b, c)"}),
        ("x ? a && b : c", {"x ? a : c", "x ? b : c", "x ? c : a && b"}),
        ("a == 1", {"a != 1"}),
        ("a <= 1", {"a > 1"}),
        ("!a", {"a"}),
        ("xs.all(x, x)", {"xs.exists(x, x)"}),
        ("all(xs)", set()),
        ("[f(a, b)].exists(x, p(x))", set()),
        ("a && [b[0]].all(x, x)", {"a", "[b[0]].all(x, x)"}),
        ("[a, b].exists(x, x)", {"[a, b].all(x, x)"}),
        ("[].exists(x, x)", {"[].all(x, x)"}),
        ("a[0].exists(x, x)", {"a[0].all(x, x)"}),
        ("f(a)[0].exists(x, x)", {"f(a)[0].all(x, x)"}),
        ("a ? (b ? c : d) : e", {"a ? e : (b ? c : d)", "a ? (b ? d : c) : e"}),
        ("name == 'a && !b'", {"name != 'a && !b'"}),
        (r"""name == "it's \" || x" """.strip(), {r"""name != "it's \" || x" """.strip()}),
        ("item.?a.orValue([]) == []", {"item.?a.orValue([]) != []"}),
    ],
)
def test_each_place_is_broken_once(expression: str, expected: set[str]) -> None:
    made = mutants(expression)
    texts = [mutant.text for mutant in made]
    assert texts[:2] == ["true", "false"]
    assert set(texts[2:]) == expected
    assert len(texts) == len(set(texts))
    assert all(mutant.change for mutant in made)


def test_nothing_is_said_twice_where_operands_are_alike() -> None:
    assert [mutant.text for mutant in mutants("a && a")] == ["true", "false", "a"]


def test_conditions_that_narrow_and_alternatives_are_left_out() -> None:
    entry = {
        "id": "r",
        "paths": {"include": ["*.py"], "exclude": ["*mask*"]},
        "patterns": [
            {"pattern-either": [{"pattern": "a()"}, {"patterns": [{"pattern": "b()"}, {"pattern-not": "b(1)"}]}]},
            {"pattern-not-inside": "def test(): ..."},
            {"metavariable-regex": {"metavariable": "$X", "regex": "y"}},
        ],
    }
    made = {mutant.change: mutant.entry for mutant in pattern_mutants(entry)}
    assert set(made) == {
        "patterns without {'pattern-not-inside': 'def test(): ...'}",
        "patterns without {'metavariable-regex': {'metavariable': '$X', 'regex': 'y'}}",
        "pattern-either without {'pattern': 'a()'}",
        "pattern-either without {'patterns': [{'pattern': 'b()'}, {'pattern-not': 'b(1)'}]}",
        "patterns without {'pattern-not': 'b(1)'}",
        "without paths.exclude",
    }
    assert made["without paths.exclude"]["paths"] == {"include": ["*.py"]}
    inside = made["patterns without {'pattern-not': 'b(1)'}"]["patterns"]
    assert inside[0]["pattern-either"][1] == {"patterns": [{"pattern": "b()"}]}
    assert inside[1:] == entry["patterns"][1:]  # type: ignore[index]


def test_a_single_alternative_is_not_left_out() -> None:
    assert list(pattern_mutants({"id": "r", "pattern-either": [{"pattern": "a()"}]})) == []
