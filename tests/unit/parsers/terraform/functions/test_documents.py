"""JSON, YAML, CSV, Base64, hashes; the values are what Terraform 1.11 answers in its console."""

from __future__ import annotations

import time
from typing import Any

import pytest

from scanner.parsers.terraform.functions import UnsupportedError, call
from scanner.parsers.terraform.values.collections import ListValue, MapValue, SetValue
from scanner.parsers.terraform.values.conversions import ConversionError, to_text
from scanner.parsers.terraform.values.kinds import STRING, object_of


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "\b\f\n\r\t\x01\x7f<>&'\u2028\u2029\u00e9\"\\/",
            '"\\b\\f\\n\\r\\t\\u0001\x7f\\u003c\\u003e\\u0026\'\\u2028\\u2029\u00e9\\"\\\\/"',
        ),
        ({"b": 1, "a": 2, "\u00e9": 3, "Z": 4}, '{"Z":4,"a":2,"b":1,"\u00e9":3}'),
        (SetValue(["a", "b"]), '["a","b"]'),
        ([1.10, None, True, {}, []], "[1.1,null,true,{},[]]"),
        (1e21, "1000000000000000000000"),
        (None, "null"),
    ],
)
def test_json_is_written_to_the_letter(value: Any, expected: str) -> None:
    assert call("jsonencode", [value]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1]", 1),
        ("true}", True),
        (" null ", None),
        ('{"a":1,"a":"x"}', {"a": "x"}),
        ('{"a":null,"a":2}', {"a": 2}),
        ('"\\ud800"', "\ufffd"),
        ('"\\ud83d\\ude00"', "\U0001f600"),
        ("1.5e3", 1500),
        ("[[[]]]", [[[]]]),
    ],
)
def test_json_is_read(text: str, expected: object) -> None:
    assert call("jsondecode", [text]) == expected


def test_numbers_of_json_are_exact() -> None:
    found = call("jsondecode", ["[12345678901234567890123456789.123456789, 0.1, 1E2]"])
    assert isinstance(found, list)
    assert list(map(to_text, found)) == ["12345678901234567890123456789.123456789", "0.1", "100"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 2",
        "[1,]",
        "NaN",
        "-Infinity",
        "01",
        '"a\tb"',
        '{"a" 1}',
        "\ufeff1",
        "tru",
        "[1,2",
        '{"e\u0301":1}',
        "[" * 100_000,
    ],
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ConversionError):
        call("jsondecode", [text])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: 1\nb: [0x1F, 0o17, 010, 1e3]\nOn: yes\nd: 'yes'\n5: ~",
            {"a": 1, "b": [31, 15, 10, 1000], "true": True, "d": "yes", "5": None},
        ),
        ("2020-1-2", "2020-01-02T00:00:00Z"),
        ("2001-12-14t21:59:43.10-05:00", "2001-12-14T21:59:43-05:00"),
        ("0000-01-01", "0000-01-01T00:00:00Z"),
        ("2001-02-30", "2001-02-30"),
        ("2020-07-02T21:04:54+23:60", "2020-07-02T21:04:54+24:00"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("!!int 1_000", 1000),
        ('!!int "12"', "12"),
        ("|-\n  0x10", "16"),
        ("|-\n  yes", "true"),
        ("c:\n  b: 5\n  <<: {b: 1}", {"c": {"b": 1}}),
        ("a: &x {b: 1}\nc: *x", {"a": {"b": 1}, "c": {"b": 1}}),
        ("1.0: x", {"1": "x"}),
        ("---\n", None),
        ("nO", "nO"),
        (5, 5),
    ],
)
def test_yaml_is_read(text: Any, expected: object) -> None:
    assert call("yamldecode", [text]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only",
        "a\n---\nb",
        "a: *y",
        "a: &x [*x]",
        "? [a]\n: 1",
        "~: 1",
        "!foo x",
        "!!python/object/apply:os.system ['true']",
        "!!set {a: null}",
        "<<: [{a: 1}]",
        "!!bool x",
        ".nan",
        "%YAML 1.2\n---\na: 1",
        "a: \x01",
        "[1, 2",
        None,
        [],
    ],
)
def test_what_is_no_yaml_is_refused(text: Any) -> None:
    with pytest.raises(ConversionError):
        call("yamldecode", [text])


def laughs(count: int) -> str:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, count)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        laughs(9),
        "[" * 100_000,
        "- " * 100_000,
        "{a: " * 1_000 + "1" + "}" * 1_000,
        "- x\n" * 100_000,
        "a: &a {"
        + ", ".join(f"k{n}: 1" for n in range(20_000))
        + "}\n"
        + "".join(f"b{n}:\n  <<: *a\n" for n in range(20_000)),
        ".inf",
    ],
)
def test_bombs_of_yaml_are_refused_at_once(text: str) -> None:
    started = time.process_time()
    with pytest.raises(UnsupportedError):
        call("yamldecode", [text])
    assert time.process_time() - started < 2


def test_a_small_document_with_aliases_is_no_bomb() -> None:
    found = call("yamldecode", [laughs(4)])
    assert isinstance(found, dict)
    assert list(found) == ["a0", "a1", "a2", "a3"]


def test_keys_that_are_repeated_without_end_cost_no_square() -> None:
    text = "{" + '"a":0,' * 200_000 + '"a":[' + ",".join("1" * 20_000) + "]}"
    started = time.process_time()
    with pytest.raises(UnsupportedError):
        call("jsondecode", [text])
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            {"a": 1, "e": [1, [2, 3], {"f": 1, "g": []}], "h": {}},
            '"a": 1\n"e":\n- 1\n- - 2\n  - 3\n- "f": 1\n  "g": []\n"h": {}\n',
        ),
        ("a\nb\n", "|\n  a\n  b\n"),
        ("a\n\n", "|+\n  a\n\n"),
        ("\na", "|2-\n\n  a\n"),
        ("a \nb", '"a \\nb"\n'),
        ("a\tb\nc", '"a\\tb\\nc"\n'),
        ("\U0001f600\u00e9\a\xa0\x85\u2028\ufeff\x1b\x7f", '"\\U0001F600\u00e9\\a\xa0\\N\\L\\uFEFF\\e\\x7F"\n'),
        ({"a\nb": 1}, "? |-\n  a\n  b\n: 1\n"),
        ({"k" * 129: {"b": [1]}}, f'? "{"k" * 129}"\n: "b":\n  - 1\n'),
        ([{"a": "x\ny"}], '- "a": |-\n    x\n    y\n'),
        (MapValue({"a": "w" * 80 + "  two x"}), f'"a": "{"w" * 80}\n  \\ two x"\n'),
        (None, "null\n...\n"),
        (1.5, "1.5\n...\n"),
        ([], "[]\n"),
    ],
)
def test_yaml_is_written_to_the_letter(value: Any, expected: str) -> None:
    assert call("yamlencode", [value]) == expected


def test_csv_is_read_as_objects() -> None:
    found = call("csvdecode", ['b,a\r\n1,"x\r\ny"\r\n\r\n3,"q""q"\r'])
    assert found == [{"a": "x\ny", "b": "1"}, {"a": 'q"q', "b": "3"}]
    assert isinstance(found, ListValue)
    assert found.element == object_of({"a": STRING, "b": STRING})
    assert call("csvdecode", ["a,b"]) == []
    assert call("csvdecode", ["a,\n1,"]) == [{"": "", "a": "1"}]


@pytest.mark.parametrize(
    "text", ["", "a,b\n1", "a,a\n1,2", 'a\n1"x', 'a\n"x"y', 'a\n"x', 'a,b\n1, "2"', '"' + "a" * 1_000_000]
)
def test_what_is_no_csv_is_refused(text: str) -> None:
    with pytest.raises(ConversionError):
        call("csvdecode", [text])


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("base64decode", ["aGVs\nbG8="], "hello"),
        ("base64decode", ["YR=="], "a"),
        ("base64encode", ["h\u00e9llo"], "aMOpbGxv"),
        ("urlencode", ["a b+c/\u00e9~!*'()"], "a+b%2Bc%2F%C3%A9~%21%2A%27%28%29"),
        ("textencodebase64", ["\u00e9", "UTF-16"], "/v8A6Q=="),
        ("textdecodebase64", ["//5hAA==", "utf-16"], "a"),
        ("textdecodebase64", ["AGE=", "UTF-16"], "a"),
        ("textencodebase64", ["\u20ac", "windows-1252"], "gA=="),
        ("md5", ["a"], "0cc175b9c0f1b6a831c399e269772661"),
        ("sha1", ["\u00e9"], "bf15be717ac1b080b4f1c456692825891ff5073d"),
        ("base64sha256", ["a"], "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="),
        ("uuidv5", ["dns", "www.example.com"], "2ed6657d-e927-568b-95e1-2665a8aea6a2"),
        ("uuidv5", ["{6ba7b810-9dad-11d1-80b4-00c04fd430c8}", "x"], "05b16a01-46c6-56dd-bd6e-c6dfb4a1427a"),
    ],
)
def test_encodings_and_hashes(name: str, arguments: list[Any], expected: str) -> None:
    assert call(name, arguments) == expected


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("base64decode", ["aGVsbG8"]),
        ("base64decode", ["aGVsbG8=="]),
        ("base64decode", ["/w=="]),
        ("base64decode", ["_-8="]),
        ("textencodebase64", ["\u20ac", "ISO-8859-1"]),
        ("textencodebase64", ["\x80", "ISO-8859-2"]),
        ("textdecodebase64", ["gQ==", "windows-1252"]),
        ("textdecodebase64", ["YQ==", "UTF-16LE"]),
        ("uuidv5", ["URL", "x"]),
        ("sha256", ["\ud800"]),
        ("md5", [None]),
    ],
)
def test_what_cannot_be_encoded_is_refused(name: str, arguments: list[Any]) -> None:
    with pytest.raises(ConversionError):
        call(name, arguments)


def test_other_encodings_are_not_guessed() -> None:
    with pytest.raises(UnsupportedError):
        call("textencodebase64", ["a", "Shift_JIS"])
