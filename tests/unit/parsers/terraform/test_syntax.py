from __future__ import annotations

import pickle

import pytest

from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.first_reader import read_expression, read_syntax
from scanner.parsers.terraform.syntax.reading import MAX_BYTES, FileReader
from scanner.parsers.terraform.syntax.tree import (
    AttributeStep,
    Binary,
    Block,
    Body,
    Conditional,
    For,
    IndexStep,
    Literal,
    Opaque,
    Paren,
    SplatStep,
    Template,
    Traversal,
    Unary,
)


def only(source: str) -> Block:
    (block,) = read_syntax(source.encode()).body.blocks
    return block


def value(source: str) -> object:
    found = read_expression(source)
    assert isinstance(found, Literal), found
    return found.value


def test_places_count_characters_from_one() -> None:
    block = only('\n  resource "a_b" "é" { ü = 1, }\n'.replace(", }", "\n  b { c = 2 }\n}"))
    assert (block.labels, block.position, block.end_line) == (("a_b", "é"), Position(2, 3), 4)
    assert block.body.attributes[0].position == Position(2, 24)
    assert block.body.blocks[0].position == Position(3, 3)
    assert block.body.blocks[0].body.attributes[0].position == Position(3, 7)


def test_column_behind_wide_characters_on_the_same_line() -> None:
    block = only('a "日本🏥" { x = 1 }\n')
    assert block.body.attributes[0].position == Position(1, 11)


def test_carriage_returns_and_byte_order_mark_change_no_place() -> None:
    data = b'\xef\xbb\xbfa "b" {\r\n  x = 1\r\n}\r\n'
    (block,) = FileReader().read("m.tf", data).syntax.body.blocks
    assert block.position == Position(1, 1)
    assert block.body.attributes[0].position == Position(2, 3)
    assert block.end_line == 3


def test_comments_are_dropped_everywhere() -> None:
    source = "a { # x\n  b = [1, // y\n    /* z */ 2, # end\n  ]\n  c = f(1, # d\n  2)\n  d /* e */ = 1 + # f\n  2\n}\n"
    body = only(source).body
    assert [attribute.name for attribute in body.attributes] == ["b", "c", "d"]
    assert not read_syntax(source.encode()).faults


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r'"a\tb\"\\ é \u00e9 \U0001F3E5"', 'a\tb"\\ é é 🏥'),
        ('"$${no} %%{no}"', "${no} %{no}"),
        ('""', ""),
        ("1.50", 1.5),
        ("1.5e3", 1500),
        ("null", None),
        ("<<E\n  a \\n\n\nE", "  a \\n\n\n"),
        ("<<-E\n      one\n\n    two\n  E", "  one\n\ntwo\n"),
        ("<<-E\n    a\n\tb\n  E", "   a\nb\n"),
        ("<<E\nE", ""),
    ],
)
def test_literals(source: str, expected: object) -> None:
    assert value(source) == expected


def test_white_space_between_interpolations_is_kept() -> None:
    found = read_expression('"${a} ${b}  c"')
    assert isinstance(found, Template)
    assert [part for part in found.parts if isinstance(part, str)] == [" ", "  c"]


def test_flush_heredoc_with_interpolation_at_a_line_start() -> None:
    found = read_expression("<<-E\n      one\n  \n      ${a} x\n        two\n      E")
    assert isinstance(found, Template)
    assert [part if isinstance(part, str) else "?" for part in found.parts] == ["one\n  \n", "?", " x\n  two\n"]


def test_conditional_chains_lean_to_the_right() -> None:
    found = read_expression("a ? 1 : b ? 2 : c ? 3 : 4")
    assert isinstance(found, Conditional)
    assert found.condition == Traversal("a", (), "a")
    assert isinstance(found.no, Conditional)
    assert isinstance(found.no.no, Conditional)
    assert found.no.no.no == Literal(4)
    bracketed = read_expression("(a ? b : c) ? 1 : 2")
    assert isinstance(bracketed, Conditional)
    assert isinstance(bracketed.condition, Paren)


def test_operators_keep_their_precedence() -> None:
    found = read_expression("!a.b || c == 1 + 2 * -3")
    assert isinstance(found, Binary)
    assert found.operator == "||"
    assert found.left == Unary("!", Traversal("a", (AttributeStep("b"),), "a.b"), "!a.b")
    assert isinstance(found.right, Binary)
    assert found.right.operator == "=="
    left = read_expression("1 - 2 - 3")
    assert isinstance(left, Binary)
    assert left.right == Literal(3)


def test_steps_of_both_splats() -> None:
    found = read_expression("a.*.b[0]")
    assert isinstance(found, Traversal)
    assert found.steps == (SplatStep((AttributeStep("b"),)), IndexStep(Literal(0)))
    full = read_expression("a[*].b[0]")
    assert isinstance(full, Traversal)
    assert full.steps == (SplatStep((AttributeStep("b"), IndexStep(Literal(0)))),)
    legacy = read_expression("a.0.b")
    assert isinstance(legacy, Traversal)
    assert legacy.steps == (IndexStep(Literal(0)), AttributeStep("b"))


def test_for_expression() -> None:
    found = read_expression("{for k, v in m : k => v... if v != null}")
    assert isinstance(found, For)
    assert (found.names, found.grouped, found.condition is not None) == (("k", "v"), True, True)


@pytest.mark.parametrize(
    "source",
    ["[" * 10_000 + "]" * 10_000, "(" * 10_000 + "1" + ")" * 10_000, "1 + " * 10_000 + "1", "b ? c : " * 10_000 + "1"],
)
def test_what_is_too_deep_is_a_fault_and_the_rest_is_read(source: str) -> None:
    syntax = read_syntax(f'a = {source}\nb "c" {{}}\n'.encode())
    assert isinstance(syntax.body.attributes[0].expression, Opaque)
    assert [fault.position for fault in syntax.faults] == [Position(1, 1)]
    assert len(syntax.body.blocks) == 1


def test_blocks_that_are_too_deep() -> None:
    syntax = read_syntax(b"a {\n" * 10_000 + b"}\n" * 10_000)
    assert len(syntax.faults) == 1
    assert "deep" in syntax.faults[0].message


def test_huge_number_is_not_computed() -> None:
    assert isinstance(read_expression("1.0e999999999"), Opaque)
    assert isinstance(read_expression("9" * 100_000), Opaque)


def test_huge_string_is_read_and_huge_file_is_not() -> None:
    text = "x" * 200_000
    (attribute,) = read_syntax(f'a = "{text}"\n'.encode()).body.attributes
    assert attribute.expression == Literal(text)
    refused = FileReader().read("m.tf", b"#" * (MAX_BYTES + 1)).syntax
    assert refused.body == Body()
    assert "larger" in refused.faults[0].message


def test_text_of_an_expression_is_cut() -> None:
    found = read_expression("var." + "é" * 500)
    assert isinstance(found, Traversal)
    assert len(found.text) == 200


def test_a_tree_can_be_pickled() -> None:
    syntax = read_syntax(b'a "b" {\n x = "${f(c.d[*].e)}"\n}\n')
    assert pickle.loads(pickle.dumps(syntax)) == syntax  # noqa: S301  # our own bytes
