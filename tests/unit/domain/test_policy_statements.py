"""Statements of policies, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.domain.artifact import Location
from scanner.domain.policy_statements import MAX_STATEMENTS, statements, statements_of
from scanner.domain.resource import (
    EncodedUnknown,
    Resource,
    ResourceKind,
    Unknown,
    UnknownBlock,
    UnknownReason,
    UnknownText,
    Value,
)

HOLE = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.x")
FIELDS = {
    "attribute", "sid", "effect", "actions", "not_actions", "resources", "not_resources", "principals",
    "not_principals", "conditions",
}  # fmt: skip


def resource(type_: str = "aws_iam_policy", documents: dict[str, Value] | None = None, **attributes: Value) -> Resource:
    return Resource(
        address=f"{type_}.p", kind=ResourceKind.TERRAFORM, type=type_, name="p", attributes=attributes,
        documents=documents or {}, location=Location(path="main.tf"),
    )  # fmt: skip


def test_json_and_a_block_give_the_same() -> None:
    written = {
        "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "NotResource": ["a", "b"],
        "Principal": {"AWS": "arn:x"}, "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}},
    }  # fmt: skip
    block = {
        "sid": "Read", "actions": ["s3:GetObject"], "not_resources": ["a", "b"],
        "principals": [{"type": "AWS", "identifiers": ["arn:x"]}],
        "condition": [{"test": "StringEquals", "variable": "aws:SourceVpc", "values": ["vpc-1"]}],
    }  # fmt: skip
    (from_json,) = statements(resource(documents={"policy": {"Statement": written}}, policy="…"))
    (from_block,) = statements(resource("data.aws_iam_policy_document", statement=[block]))
    assert isinstance(from_json, dict)
    assert isinstance(from_block, dict)
    assert from_json.pop("attribute") == "policy"
    assert from_block.pop("attribute") == "statement[0]"
    assert from_json == from_block
    assert from_json["not_resources"] == ["a", "b"]
    assert from_json["resources"] == []


def test_a_block_that_may_not_be_there_says_what_it_says() -> None:
    content: dict[str, Value] = {"actions": ["s3:*"], "resources": ["*"]}
    maybe = UnknownBlock(reason=UnknownReason.PER_INSTANCE, text="dynamic", content=content)
    nothing = UnknownBlock(reason=UnknownReason.PER_INSTANCE, text="dynamic", content={})
    known, hidden = statements(resource("data.aws_iam_policy_document", statement=[maybe, nothing]))
    assert isinstance(known, dict)
    assert isinstance(hidden, dict)
    assert (known["attribute"], known["effect"], known["actions"]) == ("statement[0]", "Allow", ["s3:*"])
    assert hidden["actions"] == nothing


def test_text_that_is_known_in_part_is_one_and_no_list() -> None:
    arn = UnknownText(reason=UnknownReason.KNOWN_AFTER_APPLY, text="aws_s3_bucket.b.arn", prefix="arn:")
    (one,) = statements_of({"Statement": {"Effect": "Allow", "Action": HOLE, "Resource": arn}})
    assert isinstance(one, dict)
    assert one["resources"] == [arn]
    assert one["actions"] == HOLE


@pytest.mark.parametrize(
    ("text", "is_arn"),
    [
        ("module.bucket.s3_bucket_arn", True),
        ("flatten([ for t in local.tables : [t.arn, t.index] ])", True),
        ('[ for a in local.accounts : "arn:aws:iam::${a}:role/r" ]', True),
        ('local.narrow ? module.b.arn : "*"', False),
        ("module.bucket.learning", False),
        ("module.bucket.arn" + " " * 200, False),
    ],
)
def test_an_expression_that_speaks_of_arns_is_not_everything(text: str, is_arn: bool) -> None:
    hidden = Unknown(reason=UnknownReason.MODULE_NOT_HERE, text=text)
    (one,) = statements_of({"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": hidden}})
    assert isinstance(one, dict)
    shown = UnknownText(reason=hidden.reason, text=text, prefix="arn:")
    assert one["resources"] == ([shown] if is_arn else hidden)


def test_everybody_is_a_principal_of_every_kind() -> None:
    (one,) = statements_of({"Statement": [{"Effect": "Allow", "Principal": "*"}]})
    assert isinstance(one, dict)
    assert one["principals"] == {"*": ["*"]}


def test_principals_of_one_kind_in_several_blocks_are_joined() -> None:
    blocks: list[Value] = [{"type": "AWS", "identifiers": [name]} for name in ("a", "b")]
    (one,) = statements(resource("data.aws_iam_policy_document", statement=[{"principals": blocks}]))
    assert isinstance(one, dict)
    assert one["principals"] == {"AWS": ["a", "b"]}


@pytest.mark.parametrize(
    ("documents", "attributes"),
    [
        ({}, {"policy": HOLE}),
        ({}, {"inline_policy": [{"name": "x", "policy": HOLE}]}),
        ({"policy": {"Statement": HOLE}}, {"policy": EncodedUnknown(reason=HOLE.reason, content={})}),
        ({"policy": {"Statement": [HOLE]}}, {"policy": "…"}),
    ],
)
def test_what_is_not_known_is_one_statement_of_which_nothing_is_known(
    documents: dict[str, Value], attributes: dict[str, Value]
) -> None:
    (one,) = statements(resource(documents=documents, **attributes))
    assert isinstance(one, dict)
    assert set(one) == FIELDS
    assert all(value == HOLE for name, value in one.items() if name != "attribute")
    assert str(one["attribute"]).endswith("policy")


def test_unknown_parts_stay_where_they_are() -> None:
    document: Value = {"Statement": {"Effect": "Allow", "Action": ["s3:*", HOLE], "Resource": HOLE}}
    (one,) = statements_of(document)
    assert isinstance(one, dict)
    assert (one["actions"], one["resources"], one["effect"]) == (["s3:*", HOLE], HOLE, "Allow")
    (block,) = statements(resource("data.aws_iam_policy_document", statement=[HOLE]))
    assert isinstance(block, dict)
    assert (block["attribute"], block["actions"]) == ("statement[0]", HOLE)


@pytest.mark.parametrize("document", [None, [], "x", {"containers": []}, {"Statement": "x"}, {"Statement": [1, None]}])
def test_what_is_no_policy_has_no_statements(document: Value) -> None:
    assert statements_of(document) == []


def test_other_clouds_and_other_json_have_none() -> None:
    assert statements(resource("google_project_iam_policy", policy=HOLE)) == []
    assert statements(resource("aws_ecs_task_definition", {"container_definitions": [{"name": "x"}]})) == []


def test_a_bomb_is_cut() -> None:
    many: Value = {"Statement": [{"Effect": "Allow"}] * (MAX_STATEMENTS * 2)}
    found = statements(resource(documents={"policy": many}))
    assert len(found) == MAX_STATEMENTS
    last = found[-1]
    assert isinstance(last, dict)
    assert isinstance(last["effect"], Unknown), "what was cut off may say anything"


ODD = st.recursive(
    st.one_of(st.none(), st.booleans(), st.text(max_size=3), st.integers(), st.just(HOLE)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["Statement", "Effect", "Action", "Principal", "Condition", "type", "identifiers"]), inner
        ),
    ),
    max_leaves=12,
)


@given(ODD)
def test_no_document_breaks_it(document: Value) -> None:
    for one in (*statements_of({"Statement": document}), *statements_of(document)):
        assert isinstance(one, dict)
        assert set(one) == FIELDS
    for one in statements(resource("data.aws_iam_policy_document", statement=document)):
        assert isinstance(one, dict)
        assert set(one) == FIELDS
