"""Expressions that are compiled when they are used, all of which are right."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import scanner
from scanner import lazy_re
from scanner.lazy_re import LazyPattern


def test_it_answers_as_the_expression_itself() -> None:
    lazy, plain = lazy_re.compile(r"(?P<a>b+)c", re.IGNORECASE), re.compile(r"(?P<a>b+)c", re.IGNORECASE)
    for _ in range(2):
        found = lazy.search("xBBc")
        assert found is not None
        assert found["a"] == "BB"
        assert lazy.sub(r"<\g<a>>", "abc bbc") == plain.sub(r"<\g<a>>", "abc bbc")
        assert [one.group() for one in lazy.finditer("bc BC")] == ["bc", "BC"]
        assert lazy.fullmatch("bcd") is None
    assert (lazy.pattern, lazy.flags, lazy.groupindex["a"]) == (plain.pattern, plain.flags, 1)
    assert lazy_re.compile(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    real = re.compile
    monkeypatch.setattr(lazy_re.re, "compile", lambda *given: compiled.append(given) or real(*given))  # type: ignore[attr-defined]
    lazy = lazy_re.compile("a")
    assert not compiled
    for method in (lazy.match, lazy.match, lazy.search):
        assert method("a")
    assert compiled == [("a", 0)]


def test_a_fault_is_raised_when_it_is_used() -> None:
    lazy = lazy_re.compile("(")
    with pytest.raises(re.error):
        lazy.match("a")


def test_it_can_be_sent_to_another_process_and_shown() -> None:
    lazy = lazy_re.compile("a+", re.MULTILINE)
    assert lazy.match("aa")
    again = pickle.loads(pickle.dumps(lazy))  # noqa: S301  # its own
    assert again.match("aa").group() == "aa"
    assert repr(lazy) == repr(again) == "lazy_re.compile('a+', re.MULTILINE)"
    with pytest.raises(AttributeError):
        _ = lazy.no_such_thing  # type: ignore[attr-defined]


def _patterns(value: Any, depth: int = 4) -> Iterator[LazyPattern]:
    if isinstance(value, LazyPattern):
        yield value
    elif depth and isinstance(value, dict):
        for part in value.values():
            yield from _patterns(part, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _patterns(part, depth - 1)


def test_every_expression_of_every_module_is_right() -> None:
    number = 0
    for module in pkgutil.walk_packages(scanner.__path__, "scanner."):
        if module.name == "scanner.__main__" or ".checkov.worker" in module.name:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            for one in _patterns(value):
                assert one.pattern is not None
                number += 1
    assert number > 500
