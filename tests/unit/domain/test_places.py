"""Things by address: each scope has its own, whichever is asked for first."""

from __future__ import annotations

from itertools import permutations

from scanner.domain.places import Places

THINGS = (("a", "dev", 1), ("a", "live", 2), ("b", "dev", 3), ("a", "dev", 4))


def test_each_scope_has_its_own_in_order_whichever_is_asked_for_first() -> None:
    expected = {"dev": [1, 4], "live": [2], "gone": []}
    for order in permutations(expected):
        places = Places(THINGS, lambda one: one[0], lambda one: (one[1], ""))
        for scope in (*order, *order):
            assert [number for _, _, number in places.at((scope, ""), "a")] == expected[scope]
    assert list(places.at(("dev", ""), "nothing")) == []
