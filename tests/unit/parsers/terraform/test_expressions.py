"""Values beside which stands no comment are what Terraform 1.11 answers in its console.

``later.x`` is what Terraform knows only after apply; a local is a value that is given to the test.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.evaluator import MAX_FAULTS, TOO_LONG, ExpressionEvaluator
from scanner.parsers.terraform.syntax import tree
from scanner.parsers.terraform.syntax.first_reader import read_expression
from scanner.parsers.terraform.syntax.tree import AttributeStep, Expression, Step, Traversal
from scanner.parsers.terraform.values.collections import ListValue, MapValue, SetValue, unknown
from scanner.parsers.terraform.values.kinds import NUMBER, STRING

AFTER = UnknownReason.KNOWN_AFTER_APPLY
SECRET = unknown(UnknownReason.SENSITIVE, "local.secret")


class Found(dict[str, Value]):
    """An object that finds its attributes when they are asked for, as resources do."""

    def __init__(self) -> None:
        super().__init__({"(rest)": unknown(AFTER, "aws_x.y")})

    def missing(self, key: str, text: str) -> Value:
        return "logs" if key == "name" else unknown(AFTER, text)


class Locals:
    """``local.x`` is what is given, or an expression; everything else is known after apply."""

    def __init__(self, values: dict[str, Value] | None = None, written: dict[str, str] | None = None) -> None:
        self.values: dict[str, Value] = {"secret": SECRET, "found": Found(), **(values or {})}
        self.written = written or {}
        self.faults: list[str] = []
        self.evaluator = ExpressionEvaluator(self, None, lambda _, message: self.faults.append(message))

    def resolve(self, traversal: Traversal) -> tuple[Value, Sequence[Step]]:
        step = traversal.steps[0] if traversal.steps else None
        if traversal.root == "local" and isinstance(step, AttributeStep):
            if step.name in self.written:
                return self.evaluate(self.written[step.name]), traversal.steps[1:]
            return self.values[step.name], traversal.steps[1:]
        return unknown(AFTER, traversal.text), ()

    def evaluate(self, text: str) -> Value:
        expression = read_expression(text)
        assert expression is not None, text
        return self.evaluator.evaluate(expression, {})


def evaluate(text: str, **values: Value) -> Value:
    subject = Locals(values)
    found = subject.evaluate(text)
    assert not subject.faults
    return found


def refusal(text: str, **values: Value) -> str:
    subject = Locals(values)
    found = subject.evaluate(text)
    assert subject.faults, f"{text} gives {found!r}"
    return subject.faults[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[for k, v in toset(["b", "a"]) : "${k}${v}"]', ["aa", "bb"]),
        ('[for k, v in { b = 1, a = 2 } : "${k}${v}"]', ["a2", "b1"]),
        ('[for k, v in ["x"] : k]', [0]),
        ("{ for v in [1, 2] : v => v }", {"1": 1, "2": 2}),
        ('{ for i, v in ["a", "a", "b"] : v => i... }', {"a": [0, 1], "b": [2]}),
        ("[for v in [1, 2, 3] : v if v > 1]", [2, 3]),
        ('[for v in [1] : v if "true"]', [1]),
        ("[for a in [[1, 2], [3]] : [for b in a : b * 2]]", [[2, 4], [6]]),
        ('toset(["b", "a"])[*]', ["a", "b"]),
        ("null[*]", []),
        ('"a"[*]', ["a"]),
        ("{ a = 1 }[*].a", [1]),
        ("[{ a = [{ b = 1 }] }][*].a[*].b", [[1]]),
        ("[{ a = [{ b = 1 }] }].*.a[0]", [{"b": 1}]),
        ("[[1, 2], [3]].*.0", [1, 3]),
        ("[1, 2][*][*]", [[1], [2]]),
        ('[1, 2]["1"]', 2),
        ('{ "1" = 5 }[1]', 5),
        ('{ "true" = 5 }[true]', 5),
        ('{ (true) = 2, "${1}" = 3, null = 4 }', {"true": 2, "1": 3, "null": 4}),
        ("{ a = 1, a = 2 }", {"a": 2}),
        ('true ? [1] : ["a"]', ["1"]),
        ("true ? null : 1", None),
        ("true ? 1 : {}.a", 1),
        ('"true" ? 1 : 2', 1),
        ('"5" < 6', True),
        ('"10" > "9"', True),
        ('"${null}"', None),
        ('"${[1]}"', [1]),
        ('"%{ if true }a%{ else }b%{ endif }-%{ for i, x in ["p", "q"] }${i}${x},%{ endfor }"', "a-0p,1q,"),
        ('"%{ if false }a%{ endif }"', ""),
        ("try({}.a, [1][5], \"d\")", "d"),
        ("try(null, 1)", None),
        ("[can({}.a), can(1)]", [False, True]),
        ("try([for v in [1] : v.x], 5)", 5),
        ('"e\u0301${"x"}"', "\xe9x"),
        ("1 == 1.0", True),
    ],
)  # fmt: skip
def test_as_terraform(text: str, expected: Value) -> None:
    assert evaluate(text) == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('true ? [1] : ["a", "b"]', "list(string)"),
        ("true ? {} : { a = 1 }", "map(number)"),
        ('true ? toset(["a"]) : []', "set(string)"),
        ("true ? [] : [{ a = 1 }]", "list(\n    object({\n        a: number,\n    }),\n)"),
        ("[for v in tolist([1]) : v]", "tuple([\n    number,\n])"),
        ("tolist([{ a = 1 }])[*].a", "list(number)"),
        ("{ for k, v in tomap({ a = 1 }) : k => v }", "object({\n    a: number,\n})"),
        ('"${true}"', "bool"),
    ],
)
def test_types_of_results(text: str, printed: str) -> None:
    assert evaluate(f"type({text})") == printed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1, 2][1.5]", "fractional part"),
        ("[1, 2][-1]", "a negative number is not a valid index"),
        ("[1, 2][2]", "greater than or equal to the length"),
        ("[1, 2][true]", "number required"),
        ("[1, 2][null]", "Can't use a null value as an indexing key"),
        ('{ a = 1 }["b"]', "does not identify an element"),
        ("{ a = 1 }.b", 'This object does not have an attribute named "b"'),
        ("tomap({ a = 1 }).b", 'This map does not have an element with the key "b"'),
        ("toset([1])[0]", "Elements of a set are identified only by their value"),
        ('"abc"[0]', "does not have any indices"),
        ('"abc".x', "primitive-typed value (string)"),
        ("null.x", "This value is null"),
        ("[null][*].a", "This value is null"),
        ("true ? [1] : {}", "must have consistent types"),
        ("true ? { a = 1 } : { a = 1, b = [] }", "must have consistent types"),
        ('"x" ? 1 : 2', "must be of type bool"),
        ("null ? 1 : 2", "is null"),
        ("1 && true", "left operand: bool required"),
        ("null || true", "must not be null"),
        ("!null", "must not be null"),
        ('"a" + 1', "left operand: a number is required"),
        ("1 - []", "right operand: number required"),
        ("null < 1", "must not be null"),
        ("0 / 0", "can't divide zero by zero"),
        ("later.x + []", "right operand: number required"),
        ("{ (null) = 1 }", "Can't use a null value as a key"),
        ("{ ([]) = 1 }", "Can't use this value as a key"),
        ("[for v in null : v]", "A null value cannot be used as the collection"),
        ('[for v in "a" : v]', "A value of type string cannot be used as the collection"),
        ('{ for v in ["a", "a"] : v => 1 }', "Two different items produced the key"),
        ("{ for v in [null] : v => v }", "must not produce a null value"),
        ("[for v in [1] : v if null]", "is null"),
        ('"a${null}"', "Cannot include a null value in a string template"),
        ('"a${[]}"', "string required"),
        ("try({}.a)", "No expression of try succeeded"),
        ("max(null...)", "must not be null"),
        ('max("a"...)', "must be of a tuple, list, or set type"),
    ],
)
def test_what_terraform_refuses_is_told_and_unknown(text: str, message: str) -> None:
    assert message in refusal(text)
    subject = Locals()
    found = subject.evaluate(text)
    assert isinstance(found, Unknown)
    assert found.reason is UnknownReason.BROKEN
    assert evaluate(f"can({text})") is False


@pytest.mark.parametrize(
    "text",
    [
        "later.x && true", "later.x == null", "[later.x, 1] == [later.x, 2]", "try(later.x, 1)", "can(later.x)",
        'later.x == "a" ? "p" : "q"', "[for v in [1] : v if later.x]", "{ for v in [later.x] : v => 1 }",
        '"a${later.x}"', "{ (later.x) = 1 }", "later.x[*].id", "later.x + 1", "!later.x", "[1, 2][later.x]",
        "max(1, later.x)", "later.x ? {}.a : 1", '"%{ if later.x }a%{ endif }"', '"%{ for x in later.x }a%{ endfor }"',
        "[for k, v in local.found : k]", "keys(local.found)",
    ],
)  # fmt: skip
def test_the_unknown_is_contagious(text: str) -> None:
    found = evaluate(text)
    assert isinstance(found, Unknown), found
    assert found.reason is AFTER
    assert found.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("later.x ? 1 : 1", 1),
        ("later.x ? null : null", None),
        ("true ? 1 : later.x", 1),
        ("[later.x] == []", False),
        ("{ a = later.x } == { b = 1 }", False),
        ('"a-${later.x}" == null', False),
        ('"a-${later.x}" == "b"', False),
        ("length([later.x])", 1),
        ("local.found.name", "logs"),
        ('local.found["name"]', "logs"),
        ("[local.found][*].name", ["logs"]),
        ("false && later.x", False),  # Terraform waits for both sides until 1.12
        ("later.x || true", True),  # likewise
    ],
)
def test_what_is_known_in_spite_of_the_unknown(text: str, expected: Value) -> None:
    assert evaluate(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "local.secret", '"x${local.secret}"', "true ? 1 : local.secret", "local.secret ? 1 : 2",
        "toset([local.secret])", 'local.secret == "a" || true',
        "max(local.secret, 1)", 'sensitive("hunter2")', '[for v in local.secret : v]',
    ],
)  # fmt: skip
def test_the_sensitive_stays_hidden(text: str) -> None:
    found = evaluate(text)
    assert isinstance(found, Unknown)
    assert found.reason is UnknownReason.SENSITIVE
    assert "hunter2" not in repr(found)


def test_known_parts_beside_what_is_refused() -> None:
    subject = Locals()
    found = subject.evaluate("{ a = 1, b = {}.x, c = [2, later.x] }")
    assert isinstance(found, dict)
    assert (found["a"], found["c"][0]) == (1, 2)
    assert found["b"] == unknown(UnknownReason.BROKEN, "{}.x")
    assert len(subject.faults) == 1


def test_faults_of_a_local_are_its_own() -> None:
    subject = Locals(written={"bad": "[1, {}.x]", "all": "{}.y"})
    assert subject.evaluate("try(local.bad[0], 5)") == 1
    assert subject.faults == ['This object does not have an attribute named "x".']
    assert subject.evaluate("try(local.all, 5)") == 5


def test_a_side_that_need_not_be_looked_at_refuses_nothing() -> None:  # Terraform from 1.12 on
    assert evaluate("false && {}.a") is False
    assert evaluate("true || {}.a") is True
    assert "does not have an attribute" in refusal("true && {}.a")
    assert "does not have an attribute" in refusal("null == {}.a")


def test_a_side_that_can_be_looked_at_must_be_a_truth_value() -> None:
    assert "null" in refusal("true || null")
    assert "right operand" in refusal('false && "maybe"')


def test_a_loop_does_not_tell_a_fault_a_thousand_times() -> None:
    subject = Locals({"many": ListValue(range(1000), NUMBER)})
    subject.evaluate("[for v in local.many : v.x]")
    assert len(subject.faults) == MAX_FAULTS


def test_infinity_is_not_carried() -> None:  # Terraform does
    found = evaluate("1 / 0")
    assert isinstance(found, Unknown)
    assert found.reason is UnknownReason.EXPRESSION_NOT_SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "[for a in local.l : [for b in local.l : a + b]]",
        "[for a in local.l : [for b in local.m : b if false]]",
        '[for a in local.l : "${local.t}!"]',
        '"%{ for a in local.l }%{ for b in local.l }x%{ endfor }%{ endfor }"',
        '[for a in local.l : join(",", local.l)]',
        "[for a in local.l : local.l == local.l]",
        "[for a in local.l : a == 1 ? local.l : []]",
        "[for a in local.l : local.l[*]]",
        "[for a in local.l : merge(local.m, { a = 1 })]",
    ],
)
def test_what_would_take_for_ever_is_given_up(text: str) -> None:
    values: dict[str, Value] = {
        "l": ListValue(range(10_000), NUMBER),
        "m": MapValue({str(number): number for number in range(10_000)}, NUMBER),
        "t": "x" * 3_000_000,
    }
    started = time.process_time()
    subject = Locals(values)
    found = subject.evaluate(text)
    assert time.process_time() - started < 10  # seconds; well under two on a quiet machine
    assert set(subject.faults) <= {TOO_LONG}
    assert isinstance(found, Unknown)
    assert found.reason is UnknownReason.EXPRESSION_NOT_SUPPORTED
    assert subject.faults == [TOO_LONG]


def test_locals_that_wait_for_one_another_end() -> None:
    written = {f"a{index}": f"[local.a{index + 1}]" for index in range(2000)}
    found = Locals(written={**written, "a2000": "1"}).evaluate("local.a0")
    assert "not supported" in str(found)


def test_a_set_is_gone_through_in_its_order_and_a_list_keeps_its_type() -> None:
    assert evaluate("[for v in local.s : v]", s=SetValue(["a", "b"], STRING)) == ["a", "b"]
    spread = evaluate("local.s[*]", s=SetValue([], STRING))
    assert isinstance(spread, ListValue)
    assert spread.element == STRING


NAMES = st.sampled_from(["a", "b", "key"])
ROOTS = st.sampled_from(["local", "later", "a", "b", "key"])
LEAVES: st.SearchStrategy[Expression] = st.one_of(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.sampled_from(["", "a", "1", "x"])).map(tree.Literal),
    ROOTS.map(lambda root: Traversal(root, (AttributeStep("secret"),), root)),
    st.just(tree.Opaque("?")),
)


def _steps(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[tuple[Step, ...]]:
    single = st.one_of(NAMES.map(AttributeStep), inner.map(tree.IndexStep))
    splat = st.lists(single, max_size=2).map(tuple).map(tree.SplatStep)
    return st.lists(st.one_of(single, splat), max_size=3).map(tuple)


def _trees(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    items = st.lists(inner, max_size=3).map(tuple)
    parts = st.lists(st.one_of(st.just("t"), inner), max_size=3).map(tuple)
    names = st.lists(NAMES, min_size=1, max_size=2).map(tuple)
    text = st.just("text")
    operators = st.sampled_from(["+", "-", "*", "/", "%", "==", "!=", "<", ">=", "&&", "||"])
    functions = st.sampled_from(["try", "can", "length", "tolist", "toset", "merge", "join", "type", "sensitive", "no"])
    return st.one_of(
        st.builds(tree.Template, parts, text),
        st.builds(tree.ConditionalDirective, inner, parts, parts, text),
        st.builds(tree.ForDirective, names, inner, parts, text),
        st.builds(tree.Access, inner, _steps(inner), text),
        st.builds(tree.Call, functions, items, st.booleans(), text),
        st.builds(tree.Conditional, inner, inner, inner, text),
        st.builds(tree.Unary, st.sampled_from("-!"), inner, text),
        st.builds(tree.Binary, operators, inner, inner, text),
        st.builds(tree.Tuple, items),
        st.builds(tree.Object, st.lists(st.tuples(inner, inner), max_size=3).map(tuple)),
        st.builds(tree.For, names, inner, st.one_of(st.none(), inner), inner, st.one_of(st.none(), inner),
                  st.booleans(), text),
        st.builds(tree.Paren, inner),
    )  # fmt: skip


@given(st.recursive(LEAVES, _trees, max_leaves=25))
@settings(max_examples=400, deadline=None)
def test_no_tree_is_too_odd(expression: Expression) -> None:
    subject = Locals()
    found = subject.evaluator.evaluate(expression, {"a": [1, {"key": "x"}], "b": MapValue({"key": 2}, NUMBER)})
    again = Locals().evaluator.evaluate(expression, {"a": [1, {"key": "x"}], "b": MapValue({"key": 2}, NUMBER)})
    assert repr(found) == repr(again)
    assert "hunter2" not in repr(found)
