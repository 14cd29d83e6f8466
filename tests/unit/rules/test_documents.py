"""Places in YAML files, in every style of scalar."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scanner.rules.documents import DocumentError, _deepest, read_document

STYLES = """\
literal: |
  first ==
    second
folded: >-
  first ==
  second
plain: first == second
single: 'it''s == second'
double: "a \\"b\\" == second"
indented: |2
    first == second
"""


BOMB = b"a: &l0 [x,x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"k%d: &l%d [%s]\n" % (level, level, b",".join([b"*l%d" % (level - 1)] * 10)) for level in range(1, 9)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.yaml"


@pytest.mark.parametrize("key", ["literal", "folded", "plain", "single", "double", "indented"])
def test_a_place_in_a_text_is_found_in_the_file(path: Path, key: str) -> None:
    path.write_text(STYLES)
    document = read_document(path)
    value = document.data[key]
    offset = value.index("second")
    line, column = value.count("\n", 0, offset) + 1, offset - (value.rfind("\n", 0, offset) + 1) + 1
    fault = document.fault_in((key,), (line, column), "here")
    assert fault.excerpt is not None
    assert fault.excerpt[fault.column - 1 :].startswith("second")
    section = STYLES.index(f"{key}:")
    assert fault.line == STYLES.count("\n", 0, STYLES.index("second", section)) + 1


def test_the_end_of_a_text_is_behind_its_last_character(path: Path) -> None:
    path.write_text("a: |\n  first ==\nb: 1\n")
    fault = read_document(path).fault_in(("a",), (1, 9), "ends too early")
    assert (fault.line, fault.column) == (2, 11)


def test_values_are_json_and_dates_are_texts(path: Path) -> None:
    path.write_text("a: 1\nb: 1.5\nc: true\nd: null\ne: 2026-01-02\nf: [x, '1']\ng: {1: y}\n")
    assert read_document(path).data == {
        "a": 1, "b": 1.5, "c": True, "d": None, "e": "2026-01-02", "f": ["x", "1"], "g": {"1": "y"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (b"a: [1\nb: 2\n", 2, "not valid YAML"),
        (b"a: 1\na: 2\n", 2, "'a' is written twice"),
        (b"a: !!python/object/apply:os.system [x]\n", 1, "is not allowed"),
        (b"a: 1\nb: [.inf]\n", 2, ".inf is no finite number"),
        (b"a: .nan\n", 1, ".nan is no finite number"),
        (b"? [a]\n: 1\n", 1, "a key must be a text"),
        (b"a: \xff\n", 0, "not UTF-8"),
        (BOMB, 1, "too many"),
        (b"a: &a [*a]\n", 1, "too many"),
        (b"[" * 60_000, 1, "nested deeper"),
        (b"- " * 30_000, 1, "nested deeper"),
        (b"a: " + b"x" * 70_000, 0, "larger than 64 KB"),
    ],
)
def test_what_cannot_be_read_is_a_fault_with_a_place(path: Path, text: bytes, line: int, message: str) -> None:
    path.write_bytes(text)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert message in caught.value.fault.message
    assert caught.value.fault.line == line


def test_a_missing_file_is_a_fault(path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(path)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 150 + "a",
        "\n".join(" " * level + "k:" for level in range(150)),
        "".join(f"{' ' * level}k:\n{' ' * level}- \n" for level in range(1, 80)) + " " * 81 + "k: v",
        "[" * 150 + "]" * 150,
        "{a: " * 150 + "}" * 150,
        "[a: " * 70 + "b" + "]" * 70,
        "? " * 150 + "a",
        "a: 1\u2028b:\u2028" + "- " * 150 + "a",
        "a: 1\rb:\r" + "- " * 150 + "a",
        "a: 1\x85b:\x85" + "- " * 150 + "a",
        "k:\n  - - - -\t" + "- " * 150 + "a",
        "? - " * 75 + "a",
        "- ? a\n  : " + "- " * 150 + "b",
        "k: |\n  text\n" + "l: " + "[" * 110 + "]" * 110,
    ],
)
def test_nesting_is_bounded_in_whatever_style_it_is_written(tmp_path: Path, text: str) -> None:
    """Composing a file that is nested deeper overruns the stack of the C library."""
    path = tmp_path / "deep.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    levels = deepest = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            levels += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, levels)
    except yaml.YAMLError:
        pass
    assert deepest <= _deepest(text)
    with pytest.raises(DocumentError):
        read_document(path)


@given(
    value=st.recursive(
        st.none() | st.text(max_size=8) | st.integers(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=40,
    ),
    flow=st.sampled_from([True, False, None]),
    indent=st.integers(2, 9),
)
def test_the_quick_look_never_finds_less_than_there_is(value: object, flow: bool | None, indent: int) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, indent=indent)

    def levels(inner: object) -> int:
        if isinstance(inner, dict):
            return 1 + max(map(levels, inner.values()), default=0)
        return 1 + max(map(levels, inner), default=0) if isinstance(inner, list) else 0

    assert levels(value) <= _deepest(text)
