"""Dotted names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.parsers.code.names import LONGEST_NAME, dotted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a.b.c", "a.b.c"),
        ("a\n  .b", "a.b"),
        ("a(x => { y(); }).b", "a.b"),
        ("a[0].b", "a.b"),
        ("List<Map<int, string>>.Of", "List.Of"),
        ("a?.b", "a.b"),
        ("a!.b", "a.b"),
        ("a!!.b", "a.b"),
        ("$this->db", "$this->db"),
        ("$x?->y", "$x->y"),
        ("new Foo(1).bar", "Foo.bar"),
        ("(await f()).json", "json"),
        ("'secret (text'.format", '"".format'),
        ("(() => 1)", ""),
        ("a /* ( */ .b", "a.b"),
        ("valid?", "valid?"),
    ],
)
def test_dotted(text, name):
    assert dotted(text) == name


def test_long_names_keep_their_end():
    name = dotted(".".join(f"part{number}" for number in range(60)))
    assert len(name) <= LONGEST_NAME
    assert name.endswith(".part58.part59")
    assert name.startswith("part")


@given(st.text(max_size=300))
def test_any_text_gives_a_short_name_without_white_space(text):
    name = dotted(text)
    assert len(name) <= LONGEST_NAME
    assert not any(character.isspace() for character in name)
