from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.first_reader import read_syntax
from scanner.parsers.terraform.syntax.json_reader import read_json
from scanner.parsers.terraform.syntax.reading import FileReader
from scanner.parsers.terraform.syntax.second_reader import MAX_CHARACTERS, read_again, second_reader_is_ours
from scanner.parsers.terraform.syntax.tree import Block, Body, Literal, Opaque, Template

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.tf"))


def shape(body: Body) -> list[object]:
    attributes = [(attribute.name, attribute.position, attribute.expression) for attribute in body.attributes]
    blocks = [(block.type, block.labels, block.position, block.end_line, shape(block.body)) for block in body.blocks]
    return [attributes, blocks]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_both_readers_agree(path: Path) -> None:
    first = read_syntax(path.read_bytes())
    second = read_again(path.read_text(encoding="utf-8"))
    assert first.faults == second.faults == ()
    assert first.body.blocks
    assert [shape(Body((), (block,))) for block in first.body.blocks] == [
        shape(Body((), (block,))) for block in second.body.blocks
    ]


def test_what_only_the_second_reader_reads_loses_one_value_and_nothing_else() -> None:
    source = 'resource "a_b" "c" {\n  x = "\\q"\n  y = "é"\n}\n'
    assert read_syntax(source.encode()).broken
    found = FileReader().read("m.tf", source.encode())
    assert [fault.position for fault in found.syntax.faults] == [Position(2, 3)]
    (block,) = found.syntax.body.blocks
    assert [attribute.position for attribute in block.body.attributes] == [Position(2, 3), Position(3, 3)]
    assert isinstance(block.body.attributes[0].expression, Opaque)
    assert block.body.attributes[1].expression == Literal("é")


def test_fault_is_placed_and_whole_blocks_are_kept() -> None:
    source = b'resource "a_b" "kept" { x = 1 }\nresource "a_b" "lost" {\n  y = [1,\n  z = 2\n}\nvariable "kept" {}\n'
    syntax = FileReader().read("m.tf", source).syntax
    assert [block.labels[-1] for block in syntax.body.blocks] == ["kept", "kept"]
    assert [fault.position for fault in syntax.faults] == [Position(4, 5)]


def test_truncated_file() -> None:
    syntax = FileReader().read("m.tf", b'resource "a_b" "kept" {}\nresource "a_b" "cut" {\n  ingress {\n').syntax
    assert [block.labels for block in syntax.body.blocks] == [("a_b", "kept")]
    assert len(syntax.faults) == 1
    assert syntax.faults[0].position is not None


def test_latin_1_is_named_with_its_place() -> None:
    syntax = FileReader().read("m.tf", b'a "b" {\n  x = "caf\xe9"\n  y = 1\n}\n').syntax
    assert len(syntax.body.blocks[0].body.attributes) == 2
    assert [fault.position for fault in syntax.faults] == [Position(2, 11)]
    assert "UTF-8" in syntax.faults[0].message


def test_utf_16_is_named() -> None:
    assert "UTF-16" in FileReader().read("m.tf", 'a "b" {}'.encode("utf-16")).syntax.faults[0].message


def test_second_reader_refuses_what_is_too_large() -> None:
    assert "larger" in read_again("#" * (MAX_CHARACTERS + 1)).faults[0].message


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        (["python-hcl2"], True),
        (["python_hcl2"], True),
        (["bc-python-hcl2"], False),
        (["python-hcl2", "bc-python-hcl2"], False),
        ([], False),
    ],
)
def test_owner_of_the_second_reader(owners: list[str], expected: bool) -> None:
    assert second_reader_is_ours(lambda: {"hcl2": owners}) is expected


def test_the_real_environment_has_the_right_owner() -> None:
    assert second_reader_is_ours()


def test_owner_is_asked_once_and_only_when_needed() -> None:
    asked: list[bool] = []

    def refuse() -> bool:
        asked.append(True)
        return False

    reader = FileReader(refuse)
    assert not reader.read("a.tf", b'a "b" {}\n').syntax.faults
    assert not asked
    found = [reader.read(name, b'variable "kept" {}\nx = [\n') for name in ("b.tf", "c.tf")]
    assert [block.labels for file in found for block in file.syntax.body.blocks] == [("kept",), ("kept",)]
    assert all(file.syntax.faults[0].position is not None for file in found)
    assert len(asked) == 1


JSON = """{
\t"//": "a comment",
\t"resource": {
\t\t"aws_s3_bucket": {
\t\t\t"a": {
\t\t\t\t"bucket": "${var.name}-a\\n",
\t\t\t\t"tags": {"Owner": "é"},
\t\t\t\t"versioning": {"enabled": true},
\t\t\t\t"depends_on": ["aws_kms_key.k"]
\t\t\t}
\t\t}
\t},
\t"provider": {"aws": [{"region": "eu-west-2"}, {"alias": "n", "region": "eu-north-1"}]},
\t"variable": {"name": {"type": "string", "default": "x"}},
\t"locals": {"n": 1.5}
}
"""


def test_json_gives_the_same_tree() -> None:
    syntax = read_json(JSON)
    assert syntax.faults == ()
    found = [(block.type, block.labels) for block in syntax.body.blocks]
    assert found == [
        ("resource", ("aws_s3_bucket", "a")),
        ("provider", ("aws",)),
        ("provider", ("aws",)),
        ("variable", ("name",)),
        ("locals", ()),
    ]
    bucket: Block = syntax.body.blocks[0]
    assert bucket.position == Position(5, 4)
    assert bucket.end_line == 9
    name = bucket.body.attributes[0]
    assert name.position == Position(6, 5)
    assert isinstance(name.expression, Template)
    assert name.expression.parts[-1] == "-a\n"
    assert [block.type for block in bucket.body.blocks] == ["versioning"]
    assert [attribute.name for attribute in bucket.body.attributes] == ["bucket", "tags", "depends_on"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('{"resource": ', "JSON"),
        ("[]", "object"),
        ("[" * 100_000, "deep"),
        ('{"recource": {}}', "recource"),
        ("resource: {}", "JSON"),
        ('{"locals": {"a": 1, "a": 2}}', "twice"),
    ],
)
def test_faults_of_json(text: str, part: str) -> None:
    assert part in read_json(text).faults[0].message


def test_a_type_is_a_name_only_where_a_variable_is_declared() -> None:
    text = (
        '{"variable": {"sizes": {"type": "list(string)"}}, "module": {"store": {"source": "./store", "type": "S"}},'
        ' "resource": {"aws_dynamodb_table": {"patients": {"attribute": [{"name": "id", "type": "S"}], "type": "S"}}}}'
    )
    blocks = {block.type: block.body for block in read_json(text).body.blocks}
    (declared,) = blocks["variable"].attributes
    assert not isinstance(declared.expression, Literal)
    assert Literal("S") in [attribute.expression for attribute in blocks["module"].attributes]
    assert [attribute.expression for attribute in blocks["resource"].attributes] == [Literal("S")]
    (nested,) = blocks["resource"].blocks
    assert Literal("S") in [attribute.expression for attribute in nested.body.attributes]
