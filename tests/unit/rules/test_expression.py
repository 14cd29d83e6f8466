"""Conformance of the language of rules: verdicts of expressions over known and unknown values."""

from __future__ import annotations

import gc
import math
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.domain.resource import Unknown, UnknownReason
from scanner.errors import CompileError, ExpressionError
from scanner.interruption import ASKED, note_interruptions
from scanner.rules.expression import Activation, Environment, FunctionSignature, Undecided, ValueType
from scanner.rules.holes import Holes

OPEN = "open"


def unknown(text: str, reason: UnknownReason = UnknownReason.VARIABLE_WITHOUT_VALUE) -> Unknown:
    return Unknown(reason=reason, text=text)


VIEW = {
    "resource": {
        "encrypted": unknown("var.encrypted"),
        "acl": unknown("var.acl"),
        "tags": unknown("local.tags"),
        "name": "logs",
        "port": 22,
        "ratio": 1.5,
        "nothing": None,
        "yes": True,
        "rules": [
            {"port": 22, "cidr": unknown("var.cidr")},
            {"port": unknown("var.port"), "cidr": "0.0.0.0/0"},
            {"port": 443, "cidr": "10.0.0.0/8"},
        ],
        "nested": {"key": unknown("var.key"), "known": 3},
        "list": ["a", unknown("var.item")],
        "versioning": [{"enabled": unknown("var.versioning")}],
        "backup": {"days": 7},
    },
    "containers": [{"image": "x@sha256:1"}],
    "name": "logs",
    "parameters": {"regions": ["eu-west-2"], "minimum": 7},
}

CASES = [
    # equality
    ("resource.encrypted == true", OPEN),
    ("resource.encrypted != true", OPEN),
    ("resource.port == 22", True),
    ("resource.port == 22.0", True),
    ("resource.ratio == 1.5", True),
    ("resource.ratio > 1", True),
    ("resource.yes == 1", False),
    ("resource.nothing == null", True),
    ("resource.encrypted == null", OPEN),
    ("resource.encrypted == resource.encrypted", OPEN),
    ("resource.acl == resource.encrypted", OPEN),
    ("resource.nested == {'key': 1, 'known': 3}", OPEN),
    ("resource.nested == {'key': 1, 'known': 4}", False),
    ("resource.nested == {'other': 1}", False),
    ("resource.list == ['b', 'c']", False),
    ("resource.list == ['a', 'c']", OPEN),
    ("resource.list == ['a']", False),
    ("resource.acl == resource.name + '-x'", OPEN),
    ("[resource.acl] == ['private']", OPEN),
    # ordering
    ("resource.acl < 3", OPEN),
    ("resource.acl >= resource.encrypted", OPEN),
    ("resource.backup.days >= parameters.minimum", True),
    ("resource.port < 22.5", True),
    # membership
    ("resource.acl in ['private', 'public']", OPEN),
    ("'a' in resource.list", True),
    ("'b' in resource.list", OPEN),
    ("'known' in resource.nested", True),
    ("'absent' in resource.nested", False),
    ("'key' in resource.nested", True),
    ("'Owner' in resource.tags", OPEN),
    ("resource.name in parameters.regions", False),
    # has and optionals
    ("has(resource.encrypted)", True),
    ("has(resource.absent)", False),
    ("has(resource.tags.Owner)", OPEN),
    ("resource.?encrypted.hasValue()", True),
    ("resource.?absent.hasValue()", False),
    ("resource.?absent.orValue(false)", False),
    ("resource.?encrypted.orValue(false)", OPEN),
    ("resource.?encrypted.orValue(false) == true", OPEN),
    ("resource.?tags.Owner.orValue('nobody') == 'nobody'", OPEN),
    ("resource.?tags.Owner.orValue('nobody') == 'nobody' || true", True),
    ("resource.?nothing.deeper.orValue(4) == 4", True),
    ("resource.?nothing.?deeper.orValue(4) == 4", True),
    ("resource.?nothing[0].orValue(4) == 4", True),
    ("resource.?backup.days.orValue(0) == 7", True),
    ("resource.?versioning[0].enabled.orValue(false) == true || resource.encrypted == true", OPEN),
    ("resource.?absent[0].deeper.still.orValue('') == 'x' || resource.encrypted == true", OPEN),
    ("resource.?list[?0].orValue('') == 'z' || resource.encrypted == true", OPEN),
    # what the checker takes for anything is an optional, and what comes out of it no text for being put in as one
    ("resource.list[?1].?deeper.hasValue()", OPEN),
    ("resource.list[?0].orValue('') == 'a'", True),
    ("resource.list[?1].orValue('') == 'x'", OPEN),
    ("resource.list[?2].orValue('') == 'x'", False),
    ("resource.?list[?1].orValue('') != 'x'", OPEN),
    ("resource.?nested[?'key'].orValue('') in ['x']", OPEN),
    ("resource.nested[?'key'].?deeper.orValue(false) == true", OPEN),
    ("resource.nested[?'key'].orValue('').matches('x')", OPEN),
    ("size(resource.nested[?'key'].orValue([])) == 0", OPEN),
    ("resource.nested[?'key'].or(optional.of('k')).orValue('') == 'x'", OPEN),
    ("resource.nested[?'key'].value() == 'x'", OPEN),
    ("(resource.yes ? resource.nested[?'key'].orValue('') : 'q') == 'x'", OPEN),
    ("[resource.nested[?'key'].orValue('')].exists(key, key == 'x')", OPEN),
    ("resource.?versioning[0].enabled.orValue(false) == true", OPEN),
    ("has(resource.?nested.key)", True),
    ("has(resource.?nested.absent)", False),
    ("resource.?list[0].orValue('z') == 'a'", True),
    ("resource.?list[9].orValue('z') == 'z'", True),
    ("resource.versioning[0].?enabled.orValue(false) == true", OPEN),
    ("optional.ofNonZeroValue(resource.acl).hasValue()", OPEN),
    ("resource.?acl.optMap(x, x == 'private').orValue(false)", OPEN),
    # absorption
    ("resource.encrypted == true || resource.port == 22", True),
    ("resource.port == 22 || resource.encrypted == true", True),
    ("resource.encrypted == true && resource.port == 23", False),
    ("resource.encrypted == true && resource.port == 22", OPEN),
    ("resource.encrypted && false", False),
    ("!resource.encrypted", OPEN),
    ("resource.encrypted ? 'a' == 'b' : 'a' == 'c'", OPEN),
    ("resource.port == 22 ? true : resource.encrypted == true", True),
    ("resource.port == 23 ? true : resource.encrypted == true", OPEN),
    # quantifiers
    ("resource.rules.all(r, r.port == 23)", False),
    ("resource.rules.all(r, r.port > 0)", OPEN),
    ("resource.rules.exists(r, r.cidr == '10.0.0.0/8')", True),
    ("resource.rules.exists(r, r.port == 22 && r.cidr == '0.0.0.0/0')", OPEN),
    ("resource.rules.exists_one(r, r.port == 443)", OPEN),
    ("resource.rules.filter(r, r.port == 443).size() == 1", OPEN),
    ("resource.tags.all(t, t == 'x')", OPEN),
    ("resource.tags.exists(t, t == 'x') || resource.yes", True),
    # text
    ("resource.acl.contains('public')", OPEN),
    ("resource.acl.startsWith('p')", OPEN),
    ("resource.acl.matches('^p')", OPEN),
    ("resource.name.contains(resource.acl)", OPEN),
    ("resource.acl + '-x' == 'logs-x'", OPEN),
    ("resource.acl + resource.encrypted == 'ab'", OPEN),
    ("'%s-x'.format([resource.acl]) == 'a-x'", OPEN),
    ("resource.list.join(',') == 'a,b'", OPEN),
    ("resource.acl.lowerAscii() == 'private'", OPEN),
    ("string(resource.acl) == 'x'", OPEN),
    ("bytes(resource.acl) == b'x'", OPEN),
    ("resource.name.substring(0, 2) == 'lo'", True),
    # size and type
    ("size(resource.acl) > 3", OPEN),
    ("resource.acl.size() == 0", OPEN),
    ("resource.list.size() == 2", True),
    ("resource.tags.size() == 0", OPEN),
    ("size(containers) == 1", True),
    ("type(resource.acl) == string", OPEN),
    ("type(resource.name) == string", True),
    # indices
    ("resource.tags['Owner'] == 'x'", OPEN),
    ("resource.acl[0] == 'x'", OPEN),
    ("{'a': resource.acl}.a == 'x'", OPEN),
    ("{'a': resource.acl, 'b': 1}.b == 1", True),
    ("resource.backup[resource.acl] == 1", OPEN),
]


@pytest.fixture(scope="module")
def environment() -> Environment:
    return Environment(
        {
            "resource": ValueType.MAP,
            "containers": ValueType.LIST,
            "name": ValueType.STRING,
            "parameters": ValueType.MAP,
            "any": ValueType.ANY,
        }
    )


@pytest.fixture(scope="module")
def activation(environment: Environment) -> Activation:
    return environment.bind({**VIEW, "any": 1})


def test_the_table_has_every_verdict() -> None:
    verdicts = [verdict for _, verdict in CASES]
    assert len(CASES) >= 45
    assert all(verdicts.count(verdict) > 10 for verdict in (True, False, OPEN))


@pytest.mark.parametrize(("text", "verdict"), CASES, ids=[text for text, _ in CASES])
def test_verdict(environment: Environment, activation: Activation, text: str, verdict: object) -> None:
    answer = environment.compile(text, boolean=True).decide(activation)
    assert (OPEN if isinstance(answer, Undecided) else answer) == verdict


@pytest.mark.parametrize(("text", "verdict"), CASES, ids=[text for text, _ in CASES])
def test_no_answer_is_claimed_that_some_value_would_refute(
    environment: Environment, text: str, verdict: object
) -> None:
    """Whatever the unknown values turn out to be, a decided answer stays what it is or the expression errs."""
    if verdict == OPEN:
        return
    for candidate in (True, False, "private", "a", 22, ["a"], {"Owner": "x"}, 0, ""):
        filled = environment.bind({**_filled(VIEW, candidate), "any": 1})
        try:
            answer = environment.compile(text).decide(filled)
        except ExpressionError:
            continue
        assert answer == verdict, f"{text} with {candidate!r}"


def _filled(value: object, candidate: object) -> object:
    if isinstance(value, Unknown):
        return candidate
    if isinstance(value, dict):
        return {key: _filled(entry, candidate) for key, entry in value.items()}
    if isinstance(value, list):
        return [_filled(entry, candidate) for entry in value]
    return value


def test_undecided_names_the_unknown_values(environment: Environment, activation: Activation) -> None:
    text = "resource.rules.exists(r, r.port == 22 && r.cidr == '0.0.0.0/0')"
    answer = environment.compile(text).decide(activation)
    assert answer == Undecided((unknown("var.cidr"), unknown("var.port")))


def test_undecided_names_an_unknown_value_that_was_selected_from(
    environment: Environment, activation: Activation
) -> None:
    answer = environment.compile("resource.tags.Owner == 'x'").decide(activation)
    assert answer == Undecided((unknown("local.tags"),))


def test_a_value_may_be_unknown_in_parts(environment: Environment, activation: Activation) -> None:
    assert environment.compile("resource.list").evaluate(activation) == ["a", unknown("var.item")]
    assert environment.compile("resource.acl").evaluate(activation) == Undecided((unknown("var.acl"),))
    assert environment.compile("name + '!'").evaluate(activation) == "logs!"


@pytest.mark.parametrize(
    "text",
    [
        "resource.misspelt == 1",
        "resource.port.deeper == 1",
        "resource.?port.deeper.orValue(1) == 1",
        "1 / 0 == 1",
        "resource.port.all(x, x == 1)",
        "9223372036854775807 + resource.port > 0",
        "timestamp(name) > timestamp('2020-01-01T00:00:00Z')",
        "resource.misspelt == 1 || resource.acl == 'x'",
    ],
)
def test_a_fault_of_the_rule_is_no_answer(environment: Environment, activation: Activation, text: str) -> None:
    with pytest.raises(ExpressionError):
        environment.compile(text).decide(activation)


def test_a_missing_attribute_is_explained(environment: Environment, activation: Activation) -> None:
    with pytest.raises(ExpressionError, match="misspelt") as caught:
        environment.compile("resource.misspelt == 1").decide(activation)
    assert caught.value.hint is not None
    assert ".?" in caught.value.hint


def test_decide_wants_a_truth_value(environment: Environment, activation: Activation) -> None:
    with pytest.raises(ExpressionError, match="true or false"):
        environment.compile("resource.name").decide(activation)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("resouce.acl == 'x'", 1, 1, "no such variable: 'resouce'", "did you mean 'resource'?"),
        ("name == 'é' && nam == 'x'", 1, 16, "no such variable: 'nam'", "did you mean 'name'?"),
        ("resource.name.startWith('a')", 1, 15, "no such function: 'startWith'", "did you mean 'startsWith'?"),
        ("resource.port = 22", 1, 15, "token recognition error at: '= '", "write == to compare"),
        ("name == 'a'\n  and true", 2, 3, "mismatched input 'and'", "write && for 'and'"),
        ("name == 'a' or true", 1, 13, "mismatched input 'or'", "write || for 'or'"),
        ("not resource.yes", 1, 5, None, "write ! for 'not'"),
        ("resource.yes == True", 1, 17, "'True' is not a word of CEL", "write true"),
        ("resource.acl == None", 1, 17, "'None' is not a word of CEL", "write null"),
        ("name == 'abc", 1, 9, None, "the string is not closed"),
        ("(name == 'a'", 1, 13, None, "the expression ends too early"),
        ("name == 1", 1, 6, "'==' does not take (string, int)", None),
        ("containers.all(x)", 1, 12, "'all' is written wrongly", "write list.all(x, condition on x)"),
        ("resource.?acl == 'x'", 1, 15, None, "open the optional value first, with .orValue(…) or .hasValue()"),
        ("dyn(resource.?acl) == 'x'", 1, 13, None, "open it with .orValue(…) or ask .hasValue()"),
        ("[resource.?acl, 1] == [1]", 1, 10, None, "open it with .orValue(…) or ask .hasValue()"),
        ("resource.?acl", 1, 9, None, "open it with .orValue(…) or ask .hasValue()"),
        ("1 + 1", 1, 1, "gives int, but must be true or false", None),
        ("cel.bind(x, 1, x == 1)", 1, 1, None, None),
        ("", 1, 1, None, None),
    ],
)
def test_faults_of_the_author_have_a_place_and_a_hint(
    environment: Environment, text: str, line: int, column: int, message: str | None, hint: str | None
) -> None:
    with pytest.raises(CompileError) as caught:
        environment.compile(text, boolean=True)
    fault = caught.value.faults[0]
    assert (fault.line, fault.column) == (line, column)
    assert message is None or fault.message == message
    assert hint is None or fault.hint == hint


def test_all_faults_of_an_expression_are_found_at_once(environment: Environment) -> None:
    with pytest.raises(CompileError) as caught:
        environment.compile("nam == 'a' &&\n resouce.x.startWith('b')")
    places = [(fault.line, fault.column) for fault in caught.value.faults]
    assert places == [(1, 1), (2, 2), (2, 12)]


# Hostile rules.


def test_an_expression_has_a_largest_size(environment: Environment) -> None:
    with pytest.raises(CompileError, match="4096"):
        environment.compile("name == '" + "a" * 4096 + "'")


def test_deep_nesting_is_refused(environment: Environment) -> None:
    with pytest.raises(CompileError):
        environment.compile("(" * 500 + "1" + ")" * 500)


def test_nested_loops_stop(environment: Environment) -> None:
    activation = environment.bind({**VIEW, "any": list(range(200))})
    expression = environment.compile("any.all(a, any.all(b, any.all(c, any.all(d, a + b + c + d >= 0))))")
    started = time.process_time()
    with pytest.raises(ExpressionError):
        expression.decide(activation)
    assert time.process_time() - started < 5


def test_regular_expressions_are_linear(environment: Environment) -> None:
    activation = environment.bind({**VIEW, "any": "a" * 50_000 + "b"})
    started = time.process_time()
    assert environment.compile("any.matches('^(a+)+$')").decide(activation) is False
    assert time.process_time() - started < 5


@pytest.mark.parametrize("text", ["@known(any)", "any.@equal(1)", "@size(any) == 1"])
def test_own_functions_cannot_be_called(environment: Environment, text: str) -> None:
    with pytest.raises(CompileError):
        environment.compile(text)


# Hostile subjects.


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2**63, "any > 9000000000000000000"),
        (2**200, "any > 1.0"),
        (-(10**400), "any < -1.0"),
        (math.nan, "any != any"),
        ((1, 2), "any == [1, 2]"),
        ({1: "a"}, "any == {'1': 'a'}"),
        ("\ud800x", "any.endsWith('x')"),
        ("a\0b", "any.size() == 3"),
        (b"caf\xe9", "any.startsWith('caf')"),
        (None, "any == null"),
        ("", "any == ''"),
        ({"a": None}, "any.a == null"),
    ],
)
def test_odd_values_are_taken(environment: Environment, value: object, text: str) -> None:
    activation = environment.bind({**VIEW, "any": value})
    assert environment.compile(text).decide(activation) is True


def test_what_is_nested_too_deeply_is_unknown(environment: Environment) -> None:
    value: object = 1
    for _ in range(5000):
        value = [value]
    activation = environment.bind({**VIEW, "any": value})
    answer = environment.compile("any == any").decide(activation)
    assert isinstance(answer, Undecided)
    assert "nested deeper" in answer.unknowns[0].text


def test_a_value_cannot_pretend_to_be_unknown(environment: Environment) -> None:
    forged = "\xff\xfearchscan:0;"
    activation = environment.bind({**VIEW, "any": [forged, forged.encode("latin-1")]})
    assert environment.compile("any[0] == 'x' || any[1] == 'x'").decide(activation) is False


# Functions.


def test_functions_answer_and_their_unknown_values_stay_unknown() -> None:
    key = unknown("var.key")
    signatures = (
        FunctionSignature("named", {"glob": ValueType.STRING}, ValueType.LIST),
        FunctionSignature("count", {"glob": ValueType.STRING}, ValueType.INT),
    )
    answers = {"named": lambda glob: [{"type": glob, "key": key}], "count": lambda glob: key if glob == "?" else 3}
    environment = Environment({"name": ValueType.STRING, "any": ValueType.ANY}, signatures, answers)
    activation = environment.bind({"name": "aws_kms_key", "any": key})

    def decide(text: str) -> bool | Undecided:
        return environment.compile(text, boolean=True).decide(activation)

    assert decide("named(name).exists(k, k.type == 'aws_kms_key')") is True
    assert decide("named(name).exists(k, k.key == 'x')") == Undecided((key,))
    assert decide("count(name) == 3") is True
    assert decide("count('?') == 3") == Undecided((key,))
    assert decide("count(any) == 3") == Undecided((key,))
    with pytest.raises(CompileError) as caught:
        decide("count(1) == 3")
    assert caught.value.faults[0].hint == "it is count(glob: string) -> int"
    with pytest.raises(CompileError) as caught:
        decide("count() == 3")
    assert caught.value.faults[0].message == "wrong number of arguments for 'count'"


def test_without_answers_an_expression_still_compiles() -> None:
    signature = FunctionSignature("count", {"glob": ValueType.STRING}, ValueType.INT)
    environment = Environment({"name": ValueType.STRING}, (signature,))
    expression = environment.compile("count(name) > 0", boolean=True)
    with pytest.raises(ExpressionError, match="nothing to look at"):
        expression.decide(environment.bind({"name": "x"}))


def test_an_activation_can_be_extended(environment: Environment, activation: Activation) -> None:
    expression = environment.compile("any == name")
    assert expression.decide(activation.extended({"any": "logs"})) is True
    assert expression.decide(activation.extended({"any": unknown("x")})) == Undecided((unknown("x"),))
    assert expression.decide(activation) is False


def test_optional_selection_is_made_anew_in_each_round_of_loops_that_end_early() -> None:
    """A loop that ended early leaves its values behind, where the next round must not find them."""
    environment = Environment({"blocks": ValueType.LIST, "approved": ValueType.LIST})
    blocks = [{"copies": [{"region": "london"}]}, {"copies": [{"region": "elsewhere"}]}]
    bound = environment.bind({"blocks": blocks, "approved": ["london"]})
    text = "blocks.all(b, b.?copies.orValue([]).all(c, [approved, approved].exists(some, c.region in some)))"
    assert environment.compile(text, boolean=True).decide(bound) is False


LETTERS = st.lists(st.sampled_from("abc"), max_size=3)
ENTRY = st.fixed_dictionaries({}, optional={"one": LETTERS, "two": LETTERS, "three": LETTERS})
FIELD, LETTER = st.sampled_from(("one", "two", "three", "four")), st.sampled_from("abc")
LEAF = st.one_of(
    st.builds(
        lambda field, loop, letter: (
            f"r.?{field}.orValue([]).{'exists' if loop == 'any' else 'all'}(v, v == '{letter}')",
            f"{loop}(v == '{letter}' for v in r.get('{field}', []))",
        ),
        FIELD, st.sampled_from(("any", "all")), LETTER,
    ),
    st.builds(
        lambda field, letter: (f"'{letter}' in r.?{field}.orValue([])", f"('{letter}' in r.get('{field}', []))"),
        FIELD, LETTER,
    ),
    st.builds(
        lambda field, letter: (
            f"r.?{field}.optMap(k, '{letter}' in k).orValue(false)", f"('{letter}' in r.get('{field}', []))"
        ),
        FIELD, LETTER,
    ),
)  # fmt: skip
"""A condition on one entry, in CEL and in Python."""
CONDITION = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda left, sign, right: (f"({left[0]} {sign[0]} {right[0]})", f"({left[1]} {sign[1]} {right[1]})"),
        inner, st.sampled_from((("&&", "and"), ("||", "or"))), inner,
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=400)
@given(entries=st.lists(ENTRY, max_size=4), condition=CONDITION, loop=st.sampled_from(("any", "all")))
def test_loops_in_loops_say_what_python_says(
    entries: list[dict[str, list[str]]], condition: tuple[str, str], loop: str
) -> None:
    """What an earlier loop left behind never comes back: our forms of an expression against another judge."""
    text = f"resource.{'exists' if loop == 'any' else 'all'}(r, {condition[0]})"
    made = Environment({"resource": ValueType.ANY})
    said = made.compile(text, boolean=True).decide(made.bind({"resource": entries}))
    assert said is eval(f"{loop}({condition[1]} for r in entries)", {"entries": entries})  # noqa: S307  # of this test


def test_what_the_library_itself_binds_is_not_left_from_an_earlier_loop() -> None:
    made = Environment({"resource": ValueType.ANY})
    entries = [{"names": ["a", "b"], "kind": "x"}, {"names": ["a"], "kind": "y"}]
    text = "resource.exists(r, r.names.exists(n, n == 'a') && r.?kind.optMap(k, k == 'a').orValue(false))"
    assert made.compile(text, boolean=True).decide(made.bind({"resource": entries})) is False
    text = "resource.exists(r, r.names.exists(n, n == 'a') && r.?kind.optMap(k, k == 'y').orValue(false))"
    assert made.compile(text, boolean=True).decide(made.bind({"resource": entries})) is True


def calling(function: Any, result: ValueType = ValueType.BOOL, kind: ValueType = ValueType.INT) -> Environment:
    """An environment with a list of numbers, and with one function that takes a number."""
    signature = FunctionSignature("asked", {"number": kind}, result)
    return Environment({"numbers": ValueType.ANY}, (signature,), {"asked": function})


NUMBERS = {"numbers": list(range(400))}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3), MemoryError("no room")])
@pytest.mark.parametrize(
    ("text", "result", "kind"),
    [
        ("asked(1)", ValueType.BOOL, ValueType.INT),
        ("asked(1) || true", ValueType.BOOL, ValueType.INT),
        ("numbers.exists(n, asked(n))", ValueType.BOOL, ValueType.ANY),
        ("asked(1) == 'x'", ValueType.ANY, ValueType.INT),
        ("size(asked(1)) == 1 || true", ValueType.LIST, ValueType.INT),
    ],
)
def test_what_ends_more_than_an_expression_is_no_fault_of_it(
    error: BaseException, text: str, result: ValueType, kind: ValueType
) -> None:
    raised: list[BaseException] = []

    def asked(_: object) -> object:
        if not raised:
            raised.append(error)
            raise error
        return [1] if result is ValueType.LIST else True

    environment = calling(asked, result, kind)
    expression, bound = environment.compile(text, boolean=True), environment.bind(NUMBERS)
    with pytest.raises(type(error)) as caught:
        expression.decide(bound)
    assert caught.value is error
    assert isinstance(expression.decide(bound), bool)


@pytest.mark.parametrize(
    ("guard", "text"),
    [
        ("equal", "resource.encrypted == true || true"),
        ("member", "'b' in resource.list || resource.encrypted"),
        ("size", "size(resource.acl) == 1 || resource.encrypted"),
    ],
)
def test_nor_is_it_where_unknown_values_are_guarded_against(
    guard: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(Holes, guard, interrupted)
    environment = Environment({"resource": ValueType.ANY})
    with pytest.raises(KeyboardInterrupt):
        environment.compile(text, boolean=True).decide(environment.bind(VIEW))


@pytest.fixture
def interrupting() -> Iterator[None]:
    """An alarm does what Ctrl-C does in a scan."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGALRM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    note_interruptions()
    signal.signal(signal.SIGALRM, signal.getsignal(signal.SIGINT))
    gc.disable()  # whoever asks to be told of it, as hypothesis does, would be told in the midst
    yield
    gc.enable()
    signal.setitimer(signal.ITIMER_REAL, 0)
    for number, handler in before.items():
        signal.signal(number, handler)
    ASKED.clear()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no alarms")
@pytest.mark.usefixtures("interrupting")
def test_whenever_it_is_interrupted_an_expression_ends() -> None:
    environment = calling(lambda number: number >= 0)
    expression, bound = environment.compile("numbers.all(n, asked(n))", boolean=True), environment.bind(NUMBERS)
    for moment in range(200):
        ASKED.clear()
        with pytest.raises(KeyboardInterrupt):
            interrupted_after(0.0002 + moment * 0.000002, expression, bound)


def interrupted_after(seconds: float, expression: Any, bound: Activation) -> None:
    """Evaluate until the alarm has gone off."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    while not ASKED:
        expression.evaluate(bound)
