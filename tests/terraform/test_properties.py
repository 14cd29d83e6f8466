"""What holds for any text: a value that is written reads back, and nothing crashes or runs for ever."""

from __future__ import annotations

import time
import unicodedata
from decimal import Context, Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scanner.domain.resource import Unknown, Value
from scanner.parsers.terraform.values.collections import MAX_LEVELS, MAX_WEIGHT, first_unknown, weigh
from scanner.parsers.terraform.values.conversions import to_text
from tests.terraform.console_vectors import COMMON, families, vectors
from tests.terraform.surroundings import Surroundings

SECONDS = 5
"""Of the processor; each of these needs less than two."""
_STEADY = settings(
    derandomize=True, database=None, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)
_EXACT = Context(prec=100)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_WRITTEN = sorted(
    {vector.expression for family in families() for vector in vectors(family) if len(vector.expression) < 200}
)
_GIVEN = {
    "main.tf": COMMON
    + "locals {\n  many = range(40)\n  map = { a = 1, b = [2, { c = null }] }\n  name = local.map\n}\n"
}


def source_of(value: Any) -> str:
    """The value as Terraform source."""
    if value is None:
        return "null"
    if isinstance(value, bool | int):
        return to_text(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {source_of(item)}" for key, item in value.items()) + "}"
    assert isinstance(value, list)
    return "[\n" + "".join(f"{source_of(item)}, # one\n" for item in value) + "]"


def quoted(text: str) -> str:
    """A string as a quoted template without holes."""
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in text)
    return '"' + escaped.replace("${", "$${").replace("%{", "%%{") + '"'


_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\r"), max_size=30).map(
    lambda text: unicodedata.normalize("NFC", text)
)
_NUMBERS = st.integers(-(10**40), 10**40) | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30")
)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXTS | st.sampled_from(["$", "%", "$${", "%%{x}", "${", "\\u0041", "$$$"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=12,
)


@_STEADY
@given(_VALUES)
def test_a_value_that_is_written_reads_back(value: Any) -> None:
    answer = Surroundings().answer(source_of(value))
    assert answer.refusals == []
    assert spelled(answer.value) == spelled(value)


@_STEADY
@given(_VALUES)
def test_a_value_survives_json_in_terraform(value: Any) -> None:
    answer = Surroundings().answer(f"jsondecode(jsonencode({source_of(value)}))")
    assert answer.refusals == []
    assert spelled(answer.value) == spelled(value)


@_STEADY
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t"), max_size=40))
def test_a_line_of_a_heredoc_reads_back(text: str) -> None:
    text = unicodedata.normalize("NFC", "x" + text)
    body = text.replace("${", "$${").replace("%{", "%%{")
    answer = Surroundings().answer(f"<<EOT\n{body}\nEOT")
    assert answer.refusals == []
    assert answer.value == f"{text}\n"


def spelled(value: Any) -> object:
    """The value with numbers as text and types beside them, to be compared exactly."""
    if isinstance(value, dict):
        return {key: spelled(item) for key, item in value.items()}
    if isinstance(value, list):
        return [spelled(item) for item in value]
    if isinstance(value, bool) or value is None or isinstance(value, Unknown):
        return value
    if isinstance(value, Decimal):
        return ("number", format(_EXACT.normalize(_EXACT.add(value, 0)), "f"))
    return ("text", value) if isinstance(value, str) else ("number", to_text(value))


_FORMS = (
    "(\n{0}\n)",
    "[{0}, {1}]",
    "{{a = {0}, (\n{1}\n) = 1}}",
    "(\n{0}\n) + (\n{1}\n)",
    "(\n{0}\n) == (\n{1}\n)",
    "(\n{0}\n) && !(\n{1}\n)",
    "-(\n{0}\n)",
    "(\n{0}\n) ? {1} : {0}",
    '"${{{0}}} %{{ for x in {1} ~}} ${{x}} %{{~ endfor }}"',
    '"%{{ if {0} }}${{{1}}}%{{ else }}b%{{ endif }}"',
    "[for x in {0} : {1} if x != null]",
    "{{for k, v in {0} : k => {1}...}}",
    "{{for k, v in {0} : v => [k, v]}}",
    "(\n{0}\n)[{1}]",
    "(\n{0}\n)[*].a[0]",
    "try({0}, {1})",
    "can({0})",
    "merge({0}, {1})",
    "concat({0}, {1}...)",
    "join({0}, {1})",
    "format({0}, {1})",
    "replace({0}, {1}, {0})",
    "lookup({0}, {1}, {0})",
    "flatten([{0}, {1}])",
    "setproduct({0}, {1}, {0})",
    "toset({0})",
    "tomap({0})",
    "jsonencode({0})",
    "jsondecode({0})",
    "yamldecode({0})",
    "regexall({0}, {1})",
    "formatlist({0}, {1})",
    "zipmap({0}, {1})",
    "cidrsubnet({0}, {1}, 1)",
    "slice({0}, 0, {1})",
    "range({0}, {1})",
    "element({0}, {1})",
    "templatestring({0}, {{a = {1}}})",
)
_TREES = st.recursive(
    st.sampled_from(_WRITTEN)
    | st.sampled_from(["local.many", "local.map", "local.name.b[1].c", "local.map.b[*]", "x"]),
    lambda inner: st.builds(lambda form, one, two: form.format(one, two), st.sampled_from(_FORMS), inner, inner),
    max_leaves=6,
)


@settings(_STEADY, max_examples=400)
@given(_TREES)
def test_no_combination_of_expressions_crashes(text: str) -> None:
    evaluated(text)


@settings(_STEADY, max_examples=400)
@given(st.sampled_from(_WRITTEN), st.data())
def test_no_damaged_expression_crashes(text: str, data: st.DataObject) -> None:
    letters = list(text)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(letters)))
        cut = data.draw(st.integers(0, 3))
        letters[place : place + cut] = data.draw(st.text('${}%~()[]"\\\n<=>?:.*!-_0aéE', max_size=3))
    evaluated("".join(letters))


@_STEADY
@given(st.text(max_size=60).filter(lambda text: text.isascii() or text.encode("utf-8", "ignore").decode() == text))
def test_no_text_crashes(text: str) -> None:
    evaluated(text)


BOMBS = {
    "brackets": "[" * 10_000 + "]" * 10_000,
    "parentheses": "(" * 10_000 + "1" + ")" * 10_000,
    "braces": "{a=" * 5_000 + "1" + "}" * 5_000,
    "strings in one another": '"${' * 3_000 + "1" + '}"' * 3_000,
    "minus signs": "-" * 20_000 + "1",
    "a long sum": "1" + " + 1" * 20_000,
    "conditionals": "true ? 1 : " * 5_000 + "2",
    "indexes": "local.many" + "[0]" * 10_000,
    "splats": "local.many" + "[*]" * 5_000,
    "attributes": "local" + ".a" * 20_000,
    "calls": "upper(" * 5_000 + '"a"' + ")" * 5_000,
    "directives": '"' + "%{ if true }" * 3_000 + "%{ endif }" * 3_000 + '"',
    "loops in loops": "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]]",
    "loops of directives": '"%{ for a in range(1000) }%{ for b in range(1000) }%{ for c in range(999) }x%{ endfor }'
    '%{ endfor }%{ endfor }"',
    "loops without a result": "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c if false]]]",
    "a range": "range(1000000000)",
    "a range that grows": "range(0, 1, 0.00000000001)",
    "a product": "setproduct(range(1000), range(1000), range(1000))",
    "a power": "pow(10, 1000000000)",
    "an exponent": "1e999999999 * 10",
    "an exponent as text": 'tonumber("1e999999999") + 1',
    "a small exponent": "1e-999999999 / 3",
    "a big remainder": "1e300000 % 7",
    "digits": "9" * 200_000,
    "width": 'format("%1000000000d", 1)',
    "precision": 'format("%.1000000000f", 1)',
    "indentation": 'indent(1000000000, "a\\nb")',
    "joined": 'join(join("", [for x in range(1000) : "0123456789"]), range(1000))',
    "replaced": 'replace(join("", [for x in range(1000) : "aaaaaaaaaa"]), "a", join("", [for x in range(1000) : "b"]))',
    "a regular expression": 'regexall("(a*)*b", join("", [for x in range(1000) : "aaaaaaaaaaaaaaaaaaaaaaaa"]))',
    "a counted regular expression": 'regex("((a{1,900}){1,900}){1,900}", "aaaa")',
    "JSON": f'jsondecode("{"[" * 20_000}{"]" * 20_000}")',
    "YAML": f'yamldecode("{"[" * 5_000}{"]" * 5_000}")',
    "YAML that laughs": 'yamldecode("a: &a [x,x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\\n'
    "c: &c [*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d]\\n"
    'f: [*e,*e,*e,*e,*e,*e,*e]")',
    "subnets": f'cidrsubnets("10.0.0.0/8", {", ".join(["20"] * 4_000)})',
    "an archive": 'base64gunzip("H4sIAAAAAAAC/+3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA")',
    "tries": "try(" * 200 + "local.absent" + ", local.absent)" * 200,
    "templates": 'templatestring("%{ for a in range(1000) }%{ for b in range(1000) }x%{ endfor }%{ endfor }", {})',
    "timestamps": 'timeadd("2020-01-01T00:00:00Z", "999999999999999999h")',
    "a heredoc": "<<-EOT\n" + "  x ${1}\n" * 50_000 + "  EOT\n",
    "sets of sets": "toset([for a in range(300) : toset([for b in range(300) : toset([a, b])])])",
    "a combined letter": '"e' + "\u0301" * 20_000 + '"',
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_bombs_end_soon(text: str) -> None:
    evaluated(text)


def evaluated(text: str) -> Value:
    """The value of any text, looked at as those do who use it."""
    started = time.process_time()
    answer = Surroundings(_GIVEN).answer(text)
    assert time.process_time() - started < SECONDS
    assert all(isinstance(refusal, str) for refusal in answer.refusals)
    assert weigh(answer.value) <= MAX_WEIGHT + MAX_LEVELS
    first_unknown(answer.value)
    repr(answer.value)
    return answer.value
