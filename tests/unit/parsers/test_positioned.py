import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scanner.domain.resource import Position
from scanner.parsers import events
from scanner.parsers.positioned import decode, read_documents, searchable


def only(text: str):
    found = read_documents(text)
    assert not found.faults
    assert len(found.documents) == 1
    return found.documents[0]


def test_scalars_become_json_types():
    text = """
on: yes
off: no
1: one
null: ~
date: 2024-01-31
time: 2024-01-31T10:00:00Z
ports: 22:22
mode: 0644
hex: 0x1F
many: 1_000
rate: 1.5e3
exponent: 1e3
quoted: "5"
tagged: !!str 5
number: !!int "7"
custom: !vault abc
infinite: .inf
version: 1.2.3
empty:
"""
    assert only(text).value() == {
        "on": True, "off": False, "1": "one", "null": None, "date": "2024-01-31", "time": "2024-01-31T10:00:00Z",
        "ports": "22:22", "mode": 420, "hex": 31, "many": 1000, "rate": 1500.0, "exponent": 1000.0, "quoted": "5",
        "tagged": "5", "number": 7, "custom": "abc", "infinite": ".inf", "version": "1.2.3", "empty": None,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["1" + "0" * 5000, "0b", "0x", "+", "08", "1e999", "0o8", "."])
def test_numbers_that_are_none_stay_text(text):
    value = only(f"a: {text}").value()["a"]
    assert isinstance(value, str)


def test_positions_point_at_keys_and_elements():
    positions = only("spec:\n  containers:\n    - name: web\n      image: x\n    - name: db\n").positions()
    assert positions["spec.containers"] == Position(2, 3)
    assert positions["spec.containers[0]"] == Position(3, 7)
    assert positions["spec.containers[0].image"] == Position(4, 7)
    assert positions["spec.containers[1].name"] == Position(5, 7)


def test_columns_count_characters():
    assert only('{"é😀": 1, "b": 2}').positions()["b"] == Position(1, 11)


def test_merge_keys_and_aliases():
    document = only("base: &b {a: 1, b: 2}\none: {<<: *b, b: 3}\ntwo:\n  <<: [*b, {a: 9, c: 4}]\nthree: {'<<': *b}\n")
    value = document.value()
    assert value["one"] == {"a": 1, "b": 3}
    assert value["two"] == {"a": 1, "b": 2, "c": 4}
    assert value["three"] == {"<<": {"a": 1, "b": 2}}
    assert document.positions()["one.a"] == Position(1, 11)


def test_last_of_duplicate_keys_wins():
    assert only("a: 1\na: 2\n").value() == {"a": 2}


def test_bomb_is_refused_quickly():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    found = read_documents("\n".join(lines) + "\n---\nafter: 1\n")
    assert [fault.message for fault in found.faults] == ["aliases expand to more than 200,000 values"]
    assert [document.value() for document in found.documents] == [{"after": 1}]


def test_bomb_of_merge_keys_is_refused():
    base = "b: &b {" + ", ".join(f"k{n}: 1" for n in range(1000)) + "}\n"
    found = read_documents(base + "".join(f"c{n}: {{<<: *b}}\n" for n in range(1000)))
    assert "expand" in found.faults[0].message


@pytest.mark.parametrize("text", ["a: &a [*a]", "a: &a {b: [*a]}", "&a {<<: *a}"])
def test_cyclic_alias_is_a_fault(text):
    (fault,) = read_documents(text).faults
    assert "leads into itself" in fault.message


def test_alias_without_anchor_is_a_fault():
    (fault,) = read_documents("a: 1\nb: *nobody\n").faults
    assert (fault.line, fault.column) == (2, 4)


@pytest.mark.parametrize("start", ["[", "{a: ", "- ", "? ", '{"a":[', "&x ["])
def test_deep_nesting_is_a_fault(start):
    found = read_documents(start * 100_000)
    assert not found.documents
    assert len(found.faults) == 1


def test_depth_through_aliases_is_a_fault():
    text = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 150))
    assert "levels deep" in read_documents(text).faults[0].message


def test_too_many_values_are_a_fault(monkeypatch):
    monkeypatch.setattr(events, "MAX_NODES", 5_000)
    found = read_documents("---\n[1, 2, 3]\n" * 5_000)
    assert "more than 5,000 values" in found.faults[0].message
    assert len(found.faults) == 1
    assert len(found.documents) == 1_250


def test_long_keys_do_not_multiply():
    text = "{" + f"{'k' * 900}: {{a: {{b: 1}}, c: 2}}, d: 3" + "}"
    assert len(only(text).positions()) == 2


def test_a_broken_document_does_not_hide_the_others():
    found = read_documents("a: 1\n---\nb: [1\n---\nc: 3\n---\nd: }\n---\ne: 5\n")
    assert [document.value() for document in found.documents] == [{"a": 1}, {"c": 3}, {"e": 5}]
    assert [fault.line for fault in found.faults] == [4, 7]
    assert found.documents[2].position == Position(9, 1)


def test_tab_as_indentation_is_a_fault_with_its_place():
    (fault,) = read_documents("a:\n\tb: 1\n").faults
    assert (fault.line, fault.column) == (2, 1)


@pytest.mark.parametrize(
    "text", ["\x00\x01\x02", "a: b\n\x07", "a: {{ b }}", '"open', "a: |\n  x\n b", "%YAML 9.9\n---\na"]
)
def test_what_is_not_yaml_is_a_fault(text):
    assert read_documents(text).faults


def test_many_faults_end():
    assert len(read_documents("a: [\n---\n" * 5000).faults) == 20


def test_json_that_yaml_refuses_is_still_read():
    text = json.dumps({"smile": "😀", "k" * 2000: 1, "half": "\ud83d"})
    value = only(text).value()
    assert value["smile"] == "😀"
    assert value["half"] == "?"
    assert json.dumps(value).encode()


def test_deep_json_after_a_yaml_fault_is_refused():
    assert read_documents('{"\\ud83d\\ude00":' * 5000 + "1" + "}" * 5000).faults


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding):
    data = "kind: Überwachung\n".encode(encoding)
    assert decode(data) == "kind: Überwachung\n"
    assert searchable(data).startswith(b"kind: ")


def test_western_encodings():
    assert decode("Ü “x”".encode("cp1252")) == "Ü “x”"
    assert decode(b"\x81\xff") == "\x81ÿ"


# PyYAML writes such a text without quotes, since it takes no number without a point; Kubernetes does, and so do we.
EXPONENT = re.compile(r"[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+")
texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"))).filter(
    lambda text: not EXPONENT.fullmatch(text)
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4),
    max_leaves=20,
)


@given(values.filter(lambda value: value is not None))
def test_what_is_dumped_is_read_back(value):
    assert only(yaml.safe_dump(value, allow_unicode=True)).value() == value
    assert only(json.dumps({"a": value})).value() == {"a": value}
