"""Expressions that are kept give the same as those that are compiled, whatever becomes of what was kept."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from scanner.cache import DiskCache, NoCache
from scanner.domain.resource import Unknown, UnknownReason
from scanner.errors import ExpressionError
from scanner.rules.compiled import load
from scanner.rules.expression import Environment, Expression, Undecided
from scanner.rules.signatures import FunctionSignature, ValueType
from scanner.rules.vocabulary import environment

UNKNOWN = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.x")
TEXTS = [
    "resource.?acl.orValue('private') == 'private'",
    "size(resource.rules) == 2 && resource.rules.all(r, r.port in [22, 443])",
    "resource.name.matches('(?i)^a') || kind == 'aws_s3_bucket'",
    "resource.missing.deep == 1",
]
VIEWS = [
    {"acl": "public", "rules": [{"port": 22}, {"port": 443}], "name": "Abc"},
    {"acl": UNKNOWN, "rules": [{"port": UNKNOWN}, {"port": 80}], "name": UNKNOWN},
    {"rules": UNKNOWN, "name": "b"},
]
GIVEN = {
    "address": "a", "kind": "aws_s3_bucket", "name": "n", "path": "p", "role": "product", "labels": {},
    "parameters": {}, "today": "2026-11-21", "declaration": "", "environment": "", "module": "", "statements": [],
}  # fmt: skip


def answer(expression: Expression, view: dict[str, object], within: object) -> object:
    try:
        return expression.decide(within.bind({**GIVEN, "resource": view}))  # type: ignore[attr-defined]
    except ExpressionError as error:
        return str(error)


def answers(compiled: object) -> list[object]:
    within = environment("terraform", each=False, compiled=compiled)  # type: ignore[arg-type]
    expressions = [within.compile(text, boolean=True) for text in TEXTS]
    return [answer(expression, view, within) for expression in expressions for view in VIEWS]


@pytest.fixture
def cache(tmp_path: Path) -> DiskCache:
    return DiskCache(tmp_path / "kept")


def test_what_is_kept_answers_as_what_is_compiled(cache: DiskCache) -> None:
    plain = answers(None)
    assert any(isinstance(one, Undecided) for one in plain)
    assert any(isinstance(one, str) for one in plain)
    made = load(cache, "terraform", TEXTS, each=False)
    again = load(cache, "terraform", TEXTS, each=False)
    assert made == again
    assert set(again) == set(TEXTS)
    assert answers(again) == plain


def test_a_wrong_expression_is_left_for_whoever_compiles_it(cache: DiskCache) -> None:
    assert set(load(cache, "terraform", [*TEXTS, "resorce.x == 1", "1 + 'a'"], each=False)) == set(TEXTS)


def test_families_and_elements_are_told_apart(cache: DiskCache) -> None:
    load(cache, "terraform", TEXTS, each=False)
    assert load(cache, "terraform", ["item.port == 1"], each=True)
    assert not load(cache, "terraform", ["item.port == 1"], each=False)
    assert not load(cache, "compose", TEXTS[:1], each=False)


def test_where_nothing_is_kept_nothing_is_compiled_ahead() -> None:
    assert load(NoCache(), "terraform", TEXTS, each=False) == {}


def test_a_damaged_entry_is_made_again(cache: DiskCache) -> None:
    made = load(cache, "terraform", TEXTS, each=False)
    for entry in cache.folder.rglob("*"):
        if entry.is_file() and len(entry.name) == 64:
            entry.write_bytes(entry.read_bytes()[:-9])
    again = load(cache, "terraform", TEXTS, each=False)
    assert {text: one.reads for text, one in again.items()} == {text: one.reads for text, one in made.items()}
    assert answers(again) == answers(None)


class _Subject(NamedTuple):
    name: str


class _References:
    """How many references each subject has, and whom it was asked about."""

    def __init__(self, within: Environment) -> None:
        self.asked: list[str] = []
        self.within = within

    def references(self, address: str, glob: str) -> list[str]:
        del glob
        assert isinstance(self.within.subject, _Subject)
        self.within.asks_who = True
        self.asked.append(address)
        return ["one"] * len(self.within.subject.name)


ASKING = "references(address, 'aws_*').size() == 2"


def _asking(*, traces: bool = False) -> tuple[Environment, _References]:
    kinds = {"address": ValueType.STRING, "glob": ValueType.STRING}
    signature = FunctionSignature("references", kinds, ValueType.LIST, about_subject=True)
    made: list[_References] = []

    def references(address: str, glob: str) -> list[str]:
        if traces:
            within.traced.append(address)
        return made[0].references(address, glob)

    variables, given = {"address": ValueType.STRING}, {"references": references}
    compiled = {ASKING: Environment(variables, (signature,)).compile(ASKING, boolean=True).compiled()}
    within = Environment(variables, (signature,), given, compiled)
    made.append(_References(within))
    return within, made[0]


def _told(within: Environment, subjects: list[_Subject]) -> list[object]:
    """What two rules with the same words say of each subject in turn, and whether that hung on who was asked."""
    rules = [within.compile(ASKING, boolean=True), within.compile(ASKING, boolean=True)]
    said: list[object] = []
    for subject in subjects:
        for rule in rules:
            within.asks_who = False
            said.append((rule.decide(within.bind({"address": "a"}, subject)), within.asks_who))
    return said


def test_what_several_rules_ask_about_one_subject_is_asked_once() -> None:
    within, references = _asking()
    assert _told(within, [_Subject("ab"), _Subject("abc")]) == [(True, True)] * 2 + [(False, True)] * 2
    assert references.asked == ["a", "a"]  # of each subject once: their addresses are the same, and they are not


def test_what_leaves_a_trace_is_asked_by_each_rule() -> None:
    within, references = _asking(traces=True)
    assert _told(within, [_Subject("ab")]) == [(True, True)] * 2
    assert references.asked == ["a", "a"]
    assert within.traced == ["a", "a"]
