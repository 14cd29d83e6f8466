"""Texts are what AWS provider 5.100 computed (tests/terraform/policies); structures with unknown parts are ours."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.domain.policy_statements import statements_of
from scanner.domain.resource import EncodedUnknown, Unknown, UnknownReason
from scanner.parsers.terraform.policies.policy_documents import policy_document
from scanner.parsers.terraform.values.conversions import ConversionError
from tests.terraform.record_policies import RECORDS, cases

LATER = Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="aws_s3_bucket.b.arn")
CASES = cases()
ANSWERS = json.loads(RECORDS.read_text(encoding="utf-8"))


def test_every_case_is_recorded() -> None:
    assert CASES.keys() == ANSWERS.keys(), "run `make record`"


@pytest.mark.parametrize("name", CASES)
def test_the_text_is_the_providers(name: str) -> None:
    answer = ANSWERS[name]
    if "error" in answer:
        with pytest.raises(ConversionError):
            policy_document(CASES[name])
    else:
        assert policy_document(CASES[name]) == answer["json"]


def content(**attributes: Any) -> Any:
    found = policy_document(attributes)
    assert isinstance(found, EncodedUnknown), found
    return found.content


def test_a_part_that_is_unknown_leaves_the_rest() -> None:
    found = policy_document(
        {"statement": [{"sid": "A", "actions": ["s3:b", "s3:a"], "resources": [LATER], "effect": "Deny"}]}
    )
    assert isinstance(found, EncodedUnknown)
    assert found.reason is UnknownReason.KNOWN_AFTER_APPLY
    assert found.content == {
        "Version": "2012-10-17",
        "Statement": [{"Sid": "A", "Effect": "Deny", "Action": ["s3:b", "s3:a"], "Resource": LATER}],
    }


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ({"resources": ["a", LATER, "b"]}, {"Resource": ["b", "a", LATER]}),
        ({"actions": LATER}, {"Action": LATER}),
        ({"effect": LATER}, {"Effect": LATER}),
        ({"sid": LATER}, {"Sid": LATER}),
        ({"principals": LATER}, {"Principal": LATER}),
        ({"principals": [{"type": "AWS", "identifiers": [LATER]}]}, {"Principal": {"AWS": LATER}}),
        ({"principals": [{"type": "AWS", "identifiers": LATER}]}, {"Principal": {"AWS": LATER}}),
        ({"principals": [{"type": LATER, "identifiers": ["*"]}]}, {"Principal": LATER}),
        # one more block may be there, of any kind
        ({"principals": [{"type": "AWS", "identifiers": ["1"]}, LATER]}, {"Principal": LATER}),
        (
            {"condition": [{"test": "T", "variable": "v", "values": [LATER, "a"]}]},
            {"Condition": {"T": {"v": [LATER, "a"]}}},
        ),
        ({"condition": [{"test": "T", "variable": "v", "values": LATER}]}, {"Condition": {"T": {"v": LATER}}}),
        ({"condition": [{"test": "T", "variable": LATER, "values": ["a"]}]}, {"Condition": LATER}),
    ],
)
def test_unknown_parts_of_a_statement(statement: dict[str, Any], expected: dict[str, Any]) -> None:
    assert content(statement=[statement])["Statement"] == [{"Effect": "Allow"} | expected]


def test_statements_that_are_unknown_stand_among_the_known() -> None:
    assert content(statement=[{}, LATER])["Statement"] == [{"Effect": "Allow"}, LATER]
    assert content(statement=LATER)["Statement"] == [LATER]


def test_an_unknown_override_may_replace_whatever_has_a_name() -> None:
    found = content(statement=[{"sid": "A", "effect": "Deny"}, {}], override_policy_documents=[LATER])
    assert found["Statement"] == [LATER, {"Effect": "Allow"}, LATER]
    assert found["Version"] == "2012-10-17"


def test_an_unknown_source_takes_nothing_from_the_own_statements() -> None:
    found = content(statement=[{"sid": "A"}], source_policy_documents=LATER)
    assert found["Statement"] == [LATER, {"Sid": "A", "Effect": "Allow"}]


def test_a_source_that_is_known_in_part_is_merged() -> None:
    source = EncodedUnknown(
        reason=LATER.reason,
        content={"Statement": [{"Sid": "A", "Action": "a:a"}, {"Sid": "B", "Resource": [LATER], "Principal": "*"}]},
    )
    found = content(statement=[{"sid": "A", "actions": ["own:own"]}], source_policy_documents=[source])
    assert found["Statement"] == [
        {"Sid": "A", "Effect": "Allow", "Action": "own:own"},
        {"Sid": "B", "Resource": [LATER], "Principal": "*"},
    ]


def test_a_statement_whose_name_is_unknown_may_replace_those_of_sources() -> None:
    source = '{"Statement":[{"Sid":"A","Effect":"Deny"},{"Effect":"Deny"}]}'
    found = content(statement=[{"sid": LATER}], source_policy_documents=[source])
    assert found["Statement"] == [LATER, {"Effect": "Deny"}, {"Sid": LATER, "Effect": "Allow"}]


@pytest.mark.parametrize(
    "attributes",
    [
        {"statement": "x"},
        {"statement": [5]},
        {"statement": [{"actions": "a:b"}]},
        {"statement": [{"actions": [["a"]]}]},
        {"statement": [{"principals": ["a"]}]},
        {"statement": [{"condition": [{}]}]},
        {"source_policy_documents": "{}"},
        {"source_policy_documents": ["[" * 100_000]},
        {"source_policy_documents": ['{"Statement":[{"Condition":[]}]}']},
        {"source_policy_documents": ['{"Version": NaN}']},
        {"override_policy_documents": [5]},
    ],
)
def test_what_the_provider_would_refuse(attributes: dict[str, Any]) -> None:
    with pytest.raises(ConversionError):
        policy_document(attributes)


words = st.sampled_from(["a", "*", "AWS", "&{x}", "", "2012-10-17", "Allow", "é"]) | st.just(LATER) | st.none()
anything: st.SearchStrategy[Any] = st.recursive(
    words | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
principal = st.fixed_dictionaries({}, optional={"type": words, "identifiers": st.lists(words, max_size=3)})
condition = st.fixed_dictionaries({}, optional={"test": words, "variable": words, "values": st.lists(words)})
block = st.fixed_dictionaries(
    {},
    optional={
        "sid": words,
        "effect": st.sampled_from(["Allow", "Deny", LATER]),
        "actions": st.lists(words, max_size=3) | anything,
        "principals": st.lists(principal, max_size=3) | anything,
        "condition": st.lists(condition, max_size=3) | anything,
    },
)
source = anything.map(
    lambda value: value if isinstance(value, Unknown) else json.dumps(value, default=str)
) | st.builds(lambda value: EncodedUnknown(reason=LATER.reason, content={"Statement": value}), anything)


@settings(max_examples=150, deadline=None)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "statement": st.lists(block | st.just(LATER), max_size=3) | anything,
            "version": words,
            "policy_id": words,
            "source_policy_documents": st.lists(source, max_size=2),
            "override_policy_documents": st.lists(source, max_size=2) | anything,
        },
    )
)
def test_nothing_but_refusals_escapes(attributes: dict[str, Any]) -> None:
    try:
        found = policy_document(attributes)
    except ConversionError:
        return
    if isinstance(found, EncodedUnknown):
        statements_of(found.content)
    else:
        assert isinstance(found, str)
        statements_of(json.loads(found))
