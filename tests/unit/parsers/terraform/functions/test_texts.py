"""Strings, patterns and formats; the values are what Terraform 1.11 answers in its console."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.parsers.terraform.functions import UnsupportedError, call
from scanner.parsers.terraform.values.collections import ListValue, SetValue
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.kinds import STRING, object_of, tuple_of

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1ec\U0001f1e7"


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("substr", ["hello", -3, 0], "llo"),  # a length of nothing counts only from the left
        ("substr", ["hello", -30, 2], "he"),
        ("substr", ["hello", 4, 5], "o"),
        ("substr", ["", -1, 1], ""),
        ("substr", [f"{FAMILY}{FLAG}x", 1, 1], FLAG),
        ("substr", [f"{FLAG}\u200d\U0001f468b", 0, 1], f"{FLAG}\u200d\U0001f468"),
        ("substr", ["a\u200d\U0001f468b", 0, 1], "a\u200d"),
        ("strrev", [f"{FAMILY}e\u0301{FLAG}"], f"{FLAG}\u00e9{FAMILY}"),
        ("strrev", ["\u0928\u092e\u0938\u094d\u0924\u0947"], "\u0924\u0947\u0938\u094d\u092e\u0928"),
        ("strrev", ["\uac01\u1100\u1161\u11a8"], "\uac01\uac01"),
        ("strrev", ["a\r\nb"], "b\r\na"),
        ("upper", ["\u00df\u0149\u1fb3\u01c6"], "\u00df\u0149\u1fbc\u01c4"),
        ("lower", ["\u0391\u03a3 \u0130"], "\u03b1\u03c3 i"),
        ("title", ["hello world's a_b c-d \u01c6x"], "Hello World'S A_b C-D \u01c5x"),
        ("trimspace", ["\x1c a \x85\u2003"], "\x1c a"),
        ("chomp", ["a\r\n\n\r"], "a"),
        ("trim", ["abc", ""], "abc"),
        ("indent", [2, "a\n\nb"], "a\n  \n  b"),
        ("split", ["", "h\u00e9"], ["h", "\u00e9"]),
        ("split", [",", ""], [""]),
        ("split", ["", ""], []),
        ("join", [",", SetValue(["a", "b"])], "a,b"),
        ("join", [", ", [1.5, True, "x"]], "1.5, true, x"),
        ("replace", ["a\u00e9b", "", "-"], "-a-\u00e9-b-"),
        ("replace", ["baac", "/a*/", "x"], "xbxcx"),
        ("replace", ["ab", "/(?P<n>a)/", "${n}-$01-$\u00e9"], "a--b"),
        ("replace", ["ab", "/(a)(b)/", "$2$1$3$x$$"], "ba$"),
        ("replace", ["a/b", "/", "-"], "a-b"),
        ("regexall", ["a*", "baac"], ["", "aa", ""]),
        ("regexall", [r"\b", "ab cd"], [""] * 4),
        ("regex", ["(a)(b)?", "a"], ["a", None]),
        ("regex", [r"(?P<k>\w+)=(?P<v>\w*)", "a="], {"k": "a", "v": ""}),
        ("regex", [r"\d+", 123], "123"),
        ("startswith", ["abc", ""], True),
        ("format", ["%5.1f|%-8d|%08.3f|%+d", 3.14159, 42, 3.14159, 5], "  3.1|42      |0003.142|+5"),
        ("format", ["%-08.2f|%-05d|%-05v|", 1.5, 12, 12], "00001.50|12   |12000|"),
        ("format", ["%v %v", 1000000, 123456], "1e+06 123456"),
        ("format", ["%.2f %.2f %.0f", 2.675, 0.125, 0.5], "2.67 0.12 0"),
        ("format", ["%.60f", 0.1], "0.1" + "0" * 59),
        ("format", ["%[2]d %[1]d", 1, 2], "2 1"),
        ("format", ["%v %#v", None, "a<b"], 'null "a\\u003cb"'),
        ("format", ["%6.2s|%03s", "h\u00e9\u00e9", "\u00e9"], "    h\u00e9|00\u00e9"),
        ("format", ["%.0d|%.3d|%#x|%b", 0, 5, 255, 5], "|005|0xff|101"),
        ("format", ["%.3g|%.10g|%.0g|%G", 1234.5678, 1234.5678, 1234.5678, 1e-7], "1.23e+03|1234.5678|1e+03|1E-07"),
        ("format", ["%.2e", 9.999], "1.00e+01"),
        ("formatlist", ["%s%s", "a", ["x", "y"]], ["ax", "ay"]),
        ("formatlist", ["%s", []], []),
        ("formatlist", ["%v", {"a": 1}], ['{"a":1}']),
    ],
)
def test_answers(name: str, arguments: list[Any], expected: object) -> None:
    found = call(name, arguments)
    assert found == expected
    assert type(found) is type(expected) or isinstance(found, ListValue)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("upper", [None]),
        ("upper", [[]]),
        ("substr", ["a", 1.5, 1]),
        ("substr", ["a", 2**63, 1]),
        ("indent", [-1, "a\nb"]),
        ("join", [",", "a"]),
        ("join", [",", {"a": 1}]),
        ("join", [",", ["a", None]]),
        ("regex", ["a", "b"]),
        ("regex", ["(a", "a"]),
        ("regex", ["(?=a)", "a"]),
        ("regex", [r"\C", "a"]),
        ("regex", ["(?P<x>a)(b)", "ab"]),
        ("format", ["%s"]),
        ("format", ["a", 1]),
        ("format", ["%d", 1.5]),
        ("format", ["%s", [1]]),
        ("format", ["%s", None]),
        ("format", ["%*d", 5, 3]),
        ("format", ["%[0]s", "a"]),
        ("format", ["%5%", 1]),
        ("format", ["%", 1]),
        ("format", ["%z", 1]),
        ("formatlist", ["%s-%s", ["a", "b"], ["c"]]),
    ],
)
def test_refusals(name: str, arguments: list[Any]) -> None:
    with pytest.raises(ConversionError):
        call(name, arguments)


def test_lists_know_their_elements() -> None:
    for name, arguments, element in (
        ("split", [",", "a"], STRING),
        ("regexall", ["x", ""], STRING),
        ("regexall", ["(x)(y)", ""], tuple_of((STRING, STRING))),
        ("regexall", ["(?P<n>x)", ""], object_of({"n": STRING})),
        ("formatlist", ["%s", []], STRING),
    ):
        found = call(name, arguments)
        assert isinstance(found, ListValue)
        assert found.element == element


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("join", ["x" * 100_000, ["a"] * 40_000]),
        ("replace", ["a" * 100_000, "a", "b" * 100_000]),
        ("replace", ["a" * 100_000, "/a/", "$0" * 10_000]),
        ("indent", [2**40, "\n"]),
        ("indent", [100_000, "\n" * 1_000]),
        ("format", ["%1000000d", 1]),
        ("format", ["%999999999999999999999d", 1]),
        ("format", ["%.999999f", 0.1]),
        ("format", ["%[1]s" * 10_000, "x" * 100_000]),
        ("format", ["%.1[1]s" * 100_000, "\u00e9" * 100_000]),
        ("format", ["%[1]e" * 600_000, 10**900]),
        ("formatlist", ["%s" * 100, ["x" * 10_000] * 40_000, *[""] * 99]),
        ("split", ["", "a" * 1_000_000]),
        ("regexall", ["", "a" * 1_000_000]),
        ("regexall", ["a.*b|a", "a" * 1_000_000]),
        ("replace", ["a" * 1_000_000, "/a.*b|a/", ""]),
        ("regex", ["(" + "a?" * 4_000 + ")b", "a" * 1_000_000]),
        ("regex", ["a" * 20_000, "a"]),
        ("strrev", ["\u00e9" * 1_000_000]),
    ],
)
def test_what_would_grow_or_last_without_measure_is_not_tried(name: str, arguments: list[Any]) -> None:
    with pytest.raises(UnsupportedError):
        call(name, arguments)
