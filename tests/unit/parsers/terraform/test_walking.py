from __future__ import annotations

import pytest

from scanner.parsers.terraform.syntax.first_reader import read_expression
from scanner.parsers.terraform.syntax.tree import Literal, Traversal
from scanner.parsers.terraform.syntax.walking import free_traversals, scoped_children, walk


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[for k, v in k.a : v.b + w.c if k != z.d]", ["k.a", "w.c", "z.d"]),
        ('"${a.b}%{ for v in v.c }${v}${w.d}%{ endfor }${v.e}"', ["a.b", "v.c", "v.e", "w.d"]),
        ('"%{ if a.a }${b.b}%{ else }${c.c}%{ endif }"', ["a.a", "b.b", "c.c"]),
        ("a.b[c.d].e[*].f[g.h]", ["a.b[c.d].e[*].f[g.h]", "c.d", "g.h"]),
        ("f(a.b, !c.d ? {(e.f) = -g.h} : [i.j])[k.l]", ["a.b", "c.d", "e.f", "g.h", "i.j", "k.l"]),
        ("{for x in a.b : x.k => [for y in x.v : y.z + x.q]...}", ["a.b"]),
    ],
)
def test_names_from_outside(source: str, expected: list[str]) -> None:
    found = read_expression(source)
    assert found is not None
    assert sorted(traversal.text for traversal in free_traversals(found)) == expected


def test_names_bound_from_outside_are_left_out() -> None:
    found = read_expression("[x.value, y.z]")
    assert found is not None
    assert list(free_traversals(found, frozenset({"x"}))) == [found.items[1]]  # type: ignore[union-attr]


def test_a_collection_does_not_see_the_names_of_its_own_for() -> None:
    found = read_expression("[for v in v : v]")
    assert found is not None
    assert [names for _, names in scoped_children(found)] == [frozenset(), frozenset({"v"})]


def test_walk_begins_with_the_expression_itself() -> None:
    found = read_expression("[1, a]")
    assert found is not None
    assert list(walk(found)) == [found, Literal(1), Traversal("a", (), "a")]
