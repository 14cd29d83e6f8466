"""Functions and modules stay as short as CONTRIBUTING.md says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCES = Path(__file__).parents[2] / "scanner"
MOST_LINES_OF_A_FUNCTION = 39
MOST_LINES_OF_A_MODULE = 300


class Function(NamedTuple):
    """A function, or a method with the names of what it stands in."""

    name: str
    lines: int
    """From its ``def`` to its end, with signature and docstring."""


def functions(source: str) -> list[Function]:
    """Every function of a module, those within others too."""
    return list(_within(ast.parse(source), ""))


def _within(node: ast.AST, prefix: str) -> Iterator[Function]:
    for child in ast.iter_child_nodes(node):
        inside = prefix
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name, inside = f"{prefix}{child.name}", f"{prefix}{child.name}."
            if not isinstance(child, ast.ClassDef):
                assert child.end_lineno is not None
                yield Function(name, child.end_lineno - child.lineno + 1)
        yield from _within(child, inside)


@pytest.fixture(scope="module")
def modules() -> dict[str, str]:
    found = {path.relative_to(SOURCES).as_posix(): path.read_text("utf-8") for path in SOURCES.rglob("*.py")}
    assert len(found) > 500, "the sources are somewhere else"
    return found


def test_functions_have_under_forty_lines(modules: dict[str, str]) -> None:
    long = {
        f"{path}: {one.name}": one.lines
        for path, source in sorted(modules.items())
        for one in functions(source)
        if one.lines > MOST_LINES_OF_A_FUNCTION
    }
    assert not long, "divide them by what they do"


def test_modules_have_at_most_three_hundred_lines(modules: dict[str, str]) -> None:
    lines = {path: len(source.splitlines()) for path, source in sorted(modules.items())}
    assert not {path: number for path, number in lines.items() if number > MOST_LINES_OF_A_MODULE}


def test_lines_are_counted_from_def_to_end_wherever_a_function_stands() -> None:
    source = '''
@decorated
def outer(
    one: int,
) -> None:
    """Say."""
    def inner() -> None: ...
    if one:
        async def late() -> None:
            pass


class Whole:
    def part(self) -> None:
        return None
'''
    assert functions(source) == [("outer", 8), ("outer.inner", 1), ("outer.late", 2), ("Whole.part", 2)]
