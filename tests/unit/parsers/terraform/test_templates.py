"""What real Terraform 1.11 makes of templates: each expected text was given by ``terraform apply``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.first_reader import MAX_TEMPLATE, read_expression, read_template
from scanner.parsers.terraform.syntax.json_reader import read_json
from scanner.parsers.terraform.syntax.reading import FileReader
from scanner.parsers.terraform.syntax.templates import Mark, MarkKind, nest
from scanner.parsers.terraform.syntax.tree import (
    Binary,
    ConditionalDirective,
    Expression,
    Fault,
    ForDirective,
    Literal,
    Object,
    Part,
    Template,
    Traversal,
    Tuple,
)

FLUSH = "<<-E\n      one\n"


def rendered(expression: Expression, names: Mapping[str, object] | None = None) -> object:
    """As much of Terraform's evaluation as these tests need: constants, names, ``==``, lists and templates."""
    names = names or {}
    match expression:
        case Literal():
            return expression.value
        case Traversal():
            return names[expression.root]
        case Binary():
            return rendered(expression.left, names) == rendered(expression.right, names)
        case Tuple():
            return [rendered(item, names) for item in expression.items]
        case Template(parts=(part,)) if not isinstance(part, str | ConditionalDirective | ForDirective):
            return rendered(part, names)
        case Template():
            return "".join(text(expression.parts, names))
        case ConditionalDirective():
            return "".join(text(expression.yes if rendered(expression.condition, names) else expression.no, names))
        case ForDirective():
            items = rendered(expression.collection, names)
            assert isinstance(items, list)
            rounds = [dict(zip(expression.names[::-1], (item, at), strict=False)) for at, item in enumerate(items)]
            return "".join("".join(text(expression.parts, {**names, **bound})) for bound in rounds)
    raise AssertionError(expression)


def text(parts: Sequence[Part], names: Mapping[str, object]) -> Iterator[str]:
    return (part if isinstance(part, str) else str(rendered(part, names)) for part in parts)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<<E\nabc  \n${~ "x"}\nE', "abcx\n"),
        ('<<E\nabc  \n  ${~ "x"}\nE', "abc  \nx\n"),
        ('<<E\n${"x" ~}\n   abc\nE', "x   abc\n"),
        ('<<E\n${"x" ~}  \n\n   abc\nE', "x\n   abc\n"),
        ('<<E\n${"x" ~}  y \n\n   abc\nE', "xy \n\n   abc\n"),
        ("<<E\n%{ if true ~}\n   abc\n%{ else ~}\n  no\n%{ endif ~}\nend\nE", "   abc\nend\n"),
        ("<<E\n%{ if true }\n   abc\n%{ else }\n  no\n%{ endif }\nend\nE", "\n   abc\n\nend\n"),
        (
            "<<-E\n    %{ for x in [1,2] ~}\n      v ${x}\n    %{ endfor ~}\n    end\n  E",
            "      v 1\n      v 2\n    end\n",
        ),
        (
            "<<-E\n    start\n    %{~ for k, x in [1,2] ~}\n      v ${k} ${x}\n    %{~ endfor ~}\n    end\n  E",
            "    start\n      v 0 1\n      v 1 2\n    end\n",
        ),
        ('"a  ${~ "x" ~}  b"', "axb"),
        (r'"a \n ${~ "x" ~} \n b"', "axb"),
        ('"a $  ${~ "x" ~}  $ b"', "a $x$ b"),
        ('"a $b $ ${~ "x" ~} $c "', "a $b $x$c "),
        ('"$$$${"', "$$${"),
        ('"$$$"', "$$$"),
        ('<<E\n$${a} $$${"x"} $$ \\n %%{b} \\" \\u00e9\nE', '${a} $${"x"} $$ \\n %{b} \\" \\u00e9\n'),
        ('<<E\na $  ${~ "x" ~}  $ b\nE', "a $x$ b\n"),
        ("<<E\n${5 ~}\nE", "5"),
        ('"${5 ~}"', 5),
        ('" ${~ 5 ~} "', "5"),
        ('"%{if true}${5}%{endif}"', "5"),
        (FLUSH + '  \n      ${"a"} x\n        two\n      E', "one\n  \na x\n  two\n"),
        (FLUSH + '${"a"} x\n        two\n      E', "      one\na x\n        two\n"),
        ("<<-E\n\t\tone\n    two\n\t E", "one\n  two\n"),
        (FLUSH + '      ${~ "a" ~}  \n        two\n      E', "      one\na        two\n"),
        (FLUSH + "      %{ if true }\n        two\n      %{ endif }\n      E", "one\n\n  two\n\n"),
        (FLUSH + "\n   \n        two\n      E", "one\n\n   \n  two\n"),
        ("<<-E\n  \u00a0 one\n    two\n      E", "one\ntwo\n"),
        ("<<-E\n   \n  \n  E", "   \n  \n"),
        (r'"\u00e9 \U0001F600 e\u0301"', "\u00e9 \U0001f600 \u00e9"),
        ('"e\u0301"', "\u00e9"),
        ("<<E\ne\u0301\u2028x\nE", "\u00e9\u2028x\n"),
        ('"a ${"b ${"c" ~} d"} e"', "a b cd e"),
        ('"%{ for i, x in ["a","b"] }${i}=${x},%{ endfor }"', "0=a,1=b,"),
        (
            '"%{ for x in [1,2] }%{ if x == 1 }one%{ else }%{ if true }two%{ endif }%{ endif }%{ endfor }"',
            "onetwo",
        ),
        ('"%{ if false }  a  %{~ else ~}  b  %{~ endif }  c"', "b  c"),
        ('"\u00a0${~ "x" ~}\u2003y"', "xy"),
        ('"\u200b${~ "x"}"', "\u200bx"),
        ('"abc$"', "abc$"),
        ('"100%"', "100%"),
        (r'"${"\""}"', '"'),
    ],
)
def test_templates_are_what_terraform_makes_of_them(source: str, expected: object) -> None:
    found = read_expression(source)
    assert found is not None
    assert rendered(found) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "a\r\n%{ if true ~}\r\n  b ${a}\r\n%{ endif ~}\r\nc\\n\\u00e9 $${x}",
            "a\r\n  b 1\r\nc\\n\\u00e9 ${x}",
        ),
        ("x ${a ~}\n", "x 1"),
        ("${a ~}\n", "1"),
        ("${a}", 1),
        ("%{ for x in b ~}\nserver ${x}\n%{ endfor ~}\n", "server 1\nserver 2\n"),
        ("\ufeffz", "z"),
        ("ARCHSCAN_END\n${a}\nARCHSCAN_END", "ARCHSCAN_END\n1\nARCHSCAN_END"),
        ("", ""),
    ],
)
def test_template_files(source: str, expected: object) -> None:
    found = read_template(source)
    assert not isinstance(found, Fault)
    assert rendered(found, {"a": 1, "b": [1, 2]}) == expected


@pytest.mark.parametrize(
    ("source", "line"), [("a\n\n ${ b c", 3), ("a\n${x.}\n", 2), ("%{ endif }", 1), ("a\n%{ if x }\nno end", 1)]
)
def test_fault_of_a_template_file_has_its_line(source: str, line: int) -> None:
    found = read_template(source)
    assert isinstance(found, Fault)
    assert found.position is not None
    assert found.position.line == line


def test_template_files_are_bounded() -> None:
    for source in ("x" * (MAX_TEMPLATE + 1), "%{if x}" * 5_000 + "%{endif}" * 5_000):
        assert isinstance(read_template(source), Fault)


def test_flush_heredoc_of_a_file_with_carriage_returns() -> None:
    data = b'\xef\xbb\xbfx = <<-E\r\n    one ${"x" ~}\r\n      two\r\n    ${~ "y"}\r\n\r\n    three\r\n  E\r\n'
    (attribute,) = FileReader().read("m.tf", data).syntax.body.attributes
    assert rendered(attribute.expression) == "    one x      two\r\ny\r\n\r\n    three\r\n"


def test_directives_as_nodes() -> None:
    found = read_expression('"a %{ if b ~} c %{ endif }%{ for k, v in z }${k}%{ endfor }"')
    assert found == Template(
        (
            "a ",
            ConditionalDirective(Traversal("b", (), "b"), ("c ",), (), "%{ if b ~} c %{ endif }"),
            ForDirective(
                ("k", "v"), Traversal("z", (), "z"), (Traversal("k", (), "k"),), "%{ for k, v in z }${k}%{ endfor }"
            ),
        ),
        '"a %{ if b ~} c %{ endif }%{ for k, v in z }${k}%{ endfor }"',
    )


def test_strings_of_json_are_templates() -> None:
    syntax = read_json(
        '{"locals": {"a": "a %{ if true ~}\\n b %{ else }no%{ endif } $${x}\\n", "b": "${5}", "c": "a\\\\n", '
        '"d": {"k${1}": "${true}", "//": "kept"}}}'
    )
    values = {attribute.name: attribute.expression for attribute in syntax.body.blocks[0].body.attributes}
    assert [rendered(values[name]) for name in "abc"] == ["a  b  ${x}\n", 5, "a\\n"]
    inner = values["d"]
    assert isinstance(inner, Object)
    assert [rendered(key) for key, _ in inner.items] == ["k1", "//"]


def test_an_end_without_a_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="not begun"):
        nest([Mark(MarkKind.END_IF, 0, 0)], lambda _start, _end: "")


def test_faults_of_templates_in_files_have_their_place() -> None:
    syntax = FileReader(lambda: False).read("m.tf", b'\nx = "%{ if a }"\n').syntax
    assert syntax.faults[0].position == Position(2, 1)
