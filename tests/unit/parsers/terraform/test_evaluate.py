"""Values beside which stands no comment are what Terraform 1.11 answers in its console."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.evaluate import FolderEvaluator
from scanner.parsers.terraform.folders import arrange
from scanner.parsers.terraform.reading import FileReader
from scanner.parsers.terraform.syntax import read_expression


def evaluator(folder: str = "", **files: str) -> FolderEvaluator:
    reader = FileReader()
    texts = {name.replace("__", "/").replace("_dot_", "."): text for name, text in files.items()}
    read = [reader.read(path, text.encode()) for path, text in texts.items()]
    assert not [file for file in read if file.syntax.faults]
    return FolderEvaluator(arrange(read)[folder])


def evaluate(text: str, folder: str = "", **files: str) -> Value:
    expression = read_expression(text)
    assert expression is not None
    return evaluator(folder, **(files or {"main_dot_tf": ""})).evaluate(expression, {})


def reason(value: Value) -> UnknownReason:
    assert isinstance(value, Unknown), value
    return value.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-5 % 3", -2),
        ("10 / 4", 2.5),
        ("0.1 + 0.2", 0.3),
        ('"100" + 1', 101),
        ('1 == "1"', False),
        ('"a" == null', False),
        ("true ? 1 : \"a\"", "1"),
        ("false ? 1 : true ? 2 : 3", 2),
        ('"${0.1 + 0.2} ${true}"', "0.3 true"),
        (
            'format("%s|%5d|%05d|%v|%q|%t|%-5s|", "a", 3, 4, [1, "x"], "q\\"", true, "b")',
            'a|    3|00004|[1,"x"]|"q\\""|true|b    |',
        ),
        (
            'jsonencode({ b = "<a>&é", a = [1.5, null, true], c = 1000 })',
            '{"a":[1.5,null,true],"b":"\\u003ca\\u003e\\u0026é","c":1000}',
        ),
        ('jsondecode("{\\"a\\":[1,2.5,null]}").a', [1, 2.5, None]),
        ('coalesce("", "x")', "x"),
        ('split(",", "")', [""]),
        ('join(",", [1, true, "x"])', "1,true,x"),
        ('replace("a.b", ".", "$0")', "a$0b"),
        ('lookup({ a = 1 }, "b", "d")', "d"),
        ("merge({ a = 1 }, null, { b = 2 })", {"a": 1, "b": 2}),
        ('toset(["b", "a", "b"])', ["a", "b"]),
        ('jsonencode(toset(["b", "a"]))', '["a","b"]'),
        ("[1, 2].0", 1),
        ('[{ a = 1 }, { a = 2 }][*].a', [1, 2]),
        ('tonumber("5") + length({ a = 1 })', 6),
        ('tolist([1, "a"])', ["1", "a"]),
        ("concat([1], [2])", [1, 2]),
        ('trimspace(" a ")', "a"),
        ('upper(lower("Aé"))', "AÉ"),
        ("!false && !(1 > 2)", True),
        ("[for x in [1] : x]", [1]),
        ('"%{ if true }a%{ endif }"', "a"),
        ('[1] == ["1"]', False),
    ],
)  # fmt: skip
def test_as_terraform(text: str, expected: Value) -> None:
    found = evaluate(text)
    assert found == expected
    assert type(found) is type(expected) or isinstance(expected, list)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("data.aws_x.y.z", UnknownReason.DATA_SOURCE),
        ("module.m.out", UnknownReason.MODULE_OUTPUT),
        ("each.value", UnknownReason.PER_INSTANCE),
        ("count.index + 1", UnknownReason.PER_INSTANCE),
        ("aws_x.y.arn", UnknownReason.KNOWN_AFTER_APPLY),
        ("var.nowhere", UnknownReason.VARIABLE_WITHOUT_VALUE),
        ('file("x")', UnknownReason.FUNCTION_NOT_SUPPORTED),
        ("0 / 0", UnknownReason.BROKEN),
        ('tonumber("abc")', UnknownReason.BROKEN),
        ("[1][5]", UnknownReason.BROKEN),
        ('concat([1], toset(["b"]))', UnknownReason.BROKEN),
        ('"a-${module.m.x}"', UnknownReason.MODULE_OUTPUT),
        ("module.m.x ? 1 : 2", UnknownReason.MODULE_OUTPUT),
        ('sensitive("hunter2")', UnknownReason.SENSITIVE),
    ],
)
def test_unknown_has_its_reason(text: str, expected: UnknownReason) -> None:
    found = evaluate(text)
    assert reason(found) is expected
    assert isinstance(found, Unknown)
    assert found.text
    assert "hunter2" not in found.text


def test_one_side_can_decide() -> None:
    assert evaluate("false && module.m.x") is False
    assert evaluate("module.m.x || true") is True
    assert reason(evaluate("true && module.m.x")) is UnknownReason.MODULE_OUTPUT


def test_containers_keep_their_known_parts() -> None:
    found = evaluate('merge({ a = [1, module.m.x] }, { b = "c" })')
    assert isinstance(found, dict)
    assert found["b"] == "c"
    assert found["a"][0] == 1
    assert reason(found["a"][1]) is UnknownReason.MODULE_OUTPUT
    assert evaluate("length([module.m.x, 1])") == 2
    assert reason(evaluate('join(",", [module.m.x, "a"])')) is UnknownReason.MODULE_OUTPUT
    assert reason(evaluate("{ (module.m.x) = 1 }")) is UnknownReason.MODULE_OUTPUT


def test_locals_in_any_order_and_in_circles() -> None:
    files = {"a_dot_tf": "locals {\n  a = local.b + 1\n  b = 2\n  c = local.d\n  d = [local.c]\n}\n"}
    assert evaluate("local.a", **files) == 3
    subject = evaluator(**files)
    expression = read_expression("local.c")
    assert expression is not None
    assert reason(subject.evaluate(expression, {})[0]) is UnknownReason.BROKEN  # type: ignore[index]
    (problem,) = subject.problems()
    assert "local.c -> local.d -> local.c" in problem.message
    assert problem.location is not None
    assert (problem.location.path, problem.location.start_line, problem.location.start_column) == ("a.tf", 4, 3)


def test_long_chain_of_locals_ends_without_recursion_error() -> None:
    chain = "".join(f"  a{index} = local.a{index + 1}\n" for index in range(2000))
    assert (
        reason(evaluate("local.a0", a_dot_tf=f"locals {{\n{chain}  a2000 = 1\n}}\n"))
        is UnknownReason.EXPRESSION_NOT_SUPPORTED
    )


@pytest.mark.parametrize(
    "form", ['"${local.a%d}${local.a%d}"', "[local.a%d, local.a%d]", 'join("", [local.a%d, local.a%d])']
)
def test_a_value_that_doubles_forever_stays_small(form: str) -> None:
    lines = "".join(f"  a{index} = {form % (index + 1, index + 1)}\n" for index in range(40))
    found = evaluate("local.a0", a_dot_tf=f'locals {{\n{lines}  a40 = "{"x" * 100}"\n}}\n')
    assert "not supported" in str(found)[:10_000]


VARIABLE = 'variable "v" {\n  type = number\n  default = "5"\n}\n'


def test_default_is_converted_to_the_type() -> None:
    assert evaluate("var.v", v_dot_tf=VARIABLE) == 5
    constraint = "object({ a = string, b = optional(number, 3), c = optional(string) })"
    block = f'variable "o" {{\n  type = {constraint}\n  default = {{ a = 5, z = 1 }}\n}}\n'
    assert evaluate("var.o", v_dot_tf=block) == {"a": "5", "b": 3, "c": None}


def test_var_files_that_terraform_loads_by_itself() -> None:
    files = {"v_dot_tf": VARIABLE, "terraform_dot_tfvars": "v = 6\n", "z_dot_auto_dot_tfvars_dot_json": '{"v": "8"}'}
    assert evaluate("var.v", **files) == 8
    assert evaluate("var.v", **files, zz_dot_auto_dot_tfvars="v = 9\n") == 9


def test_var_files_that_someone_chooses() -> None:
    chosen = evaluate("var.v", v_dot_tf=VARIABLE, env__prod_dot_tfvars="v = 7\n")
    assert reason(chosen) is UnknownReason.VARIABLE_SET_BY_VAR_FILE
    assert evaluate("var.v", v_dot_tf=VARIABLE, env__prod_dot_tfvars="v = 5\n") == 5
    beside = {"infra__v_dot_tf": VARIABLE, "vars__prod_dot_tfvars": "v = 7\n"}
    assert reason(evaluate("var.v", "infra", **beside)) is UnknownReason.VARIABLE_SET_BY_VAR_FILE


def test_callers() -> None:
    called = {
        "m__v_dot_tf": VARIABLE + 'variable "w" { default = 1 }\n',
        "main_dot_tf": 'module "m" {\n  source = "./m"\n  v = 9\n}\n',
    }
    assert reason(evaluate("var.v", "m", **called)) is UnknownReason.VARIABLE_SET_BY_CALLER
    assert evaluate("var.w", "m", **called) == 1


def test_sensitive_values_are_never_given() -> None:
    block = 'variable "p" {\n  default = "hunter2"\n  sensitive = true\n}\nlocals {\n  q = { r = "x-${var.p}" }\n}\n'
    found = evaluate("[local.q, var.p, jsonencode(local.q)]", v_dot_tf=block)
    assert "hunter2" not in repr(found)
    assert repr(found).count("SENSITIVE") == 4  # of the encoded text, and of its part


def test_attributes_of_other_resources_where_they_are_written() -> None:
    source = (
        'resource "a_b" "c" {\n  name = "n-${var.v}"\n  port = "80"\n  arn = null\n  me = a_b.c.me\n}\n'
        'resource "a_b" "many" {\n  count = 2\n  name = "m"\n  index = count.index\n}\n'
    )
    files = {"v_dot_tf": VARIABLE, "r_dot_tf": source}
    assert evaluate("a_b.c.name", **files) == "n-5"
    assert reason(evaluate("a_b.c.port", **files)) is UnknownReason.KNOWN_AFTER_APPLY
    assert reason(evaluate("a_b.c.arn", **files)) is UnknownReason.KNOWN_AFTER_APPLY
    assert reason(evaluate("a_b.c.me", **files)) is UnknownReason.KNOWN_AFTER_APPLY
    assert evaluate("a_b.many[0].name", **files) == "m"
    assert reason(evaluate("a_b.many[0].index", **files)) is UnknownReason.PER_INSTANCE
    assert reason(evaluate("a_b.many[*].name", **files)) is UnknownReason.KNOWN_AFTER_APPLY
