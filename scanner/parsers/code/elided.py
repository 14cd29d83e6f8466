"""Tells which imports TypeScript leaves out of the program, since they bring types alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from tree_sitter import Node

from scanner import lazy_re

_DECORATED = lazy_re.compile(rb"(?m)^[ \t]*@[A-Za-z]")
_WORD = lazy_re.compile(rb"[\w$]+")
_NO_USE = frozenset({"comment", "string_fragment", "template_string", "property_identifier", "jsx_text"})
_IMPORTING = frozenset({"import_specifier", "import_clause", "import_statement"})
_MOST_USES = 200
_MOST_SEARCHED = 20
"""Names in other letters than those of English, for each of which the whole file is searched."""


class _Uses(NamedTuple):
    """Where a name is used, as first and last byte; what lies in an import is no use of that one."""

    types: tuple[int, int] | None
    imports: tuple[int, int] | None


class Elided:
    """Looks at the imports of one file.

    Args:
        source: The whole of it.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._root: Node | None = None
        self._uses: dict[bytes, _Uses | None] = {}
        self._searched = 0

    def brings_types(self, node: Node) -> bool:
        """Whether nothing of an import is left: ``import type { A }``, ``import { type A }``, or names used as types.

        Args:
            node: The name of the module, as the statement writes it.
        """
        statement = node.parent
        if statement is None or statement.type not in {"import_statement", "export_statement"}:
            return False
        if any(child.type == "type" for child in statement.children):
            return True
        clause = next((child for child in statement.named_children if child.type == "import_clause"), None)
        named = clause.named_children if clause is not None else []
        if len(named) != 1 or named[0].type != "named_imports" or not named[0].named_children:
            return False
        run = [one for one in named[0].named_children if not (one.children and one.children[0].type == "type")]
        if not run:
            return True
        own = (node.text or b"").strip(b"'\"").startswith(b".")  # files of the program itself: nobody asks about them
        return not own and self._used_as_types(run, statement)

    def _used_as_types(self, names: list[Node], statement: Node) -> bool:
        """Whether types are made of some of the names, and nothing else of any.

        What a decorator stands before is told of its types when it runs.
        """
        if self._decorated:
            return False
        used = False
        for one in names:
            uses = self._uses_of(_local(one), statement)
            if uses is None or _lies_outside(uses.imports, statement):
                return False
            used = used or _lies_outside(uses.types, statement)
        return used

    @cached_property
    def _decorated(self) -> bool:
        return _DECORATED.search(self._source) is not None

    @cached_property
    def _words(self) -> dict[bytes, int | list[int]]:
        """Where each word of the file begins, gathered once: there may be as many imports as lines."""
        found: dict[bytes, int | list[int]] = {}
        for match in _WORD.finditer(self._source):
            before = found.setdefault(match[0], match.start())
            if isinstance(before, list):
                before.append(match.start())
            elif before != match.start():
                found[match[0]] = [before, match.start()]
        return found

    def _uses_of(self, name: bytes, statement: Node) -> _Uses | None:
        """How a name is used; none where it is used otherwise than as a type, or nobody can tell."""
        if name not in self._uses:
            places = self._places(name)
            if self._root is None:
                self._root = _root(statement)
            self._uses[name] = None if places is None else _seen(places, len(name), self._root)
        return self._uses[name]

    def _places(self, name: bytes) -> Sequence[int] | None:
        if _WORD.fullmatch(name):
            places = self._words.get(name, [])
            return places if isinstance(places, list) else [places]
        self._searched += 1
        if not name or self._searched > _MOST_SEARCHED:
            return None
        pattern = rb"(?<![\w$])" + re.escape(name) + rb"(?![\w$])"
        return [match.start() for match in re.finditer(pattern, self._source)]


def _seen(places: Iterable[int], length: int, root: Node) -> _Uses | None:
    types: list[int] = []
    imports: list[int] = []
    for number, start in enumerate(places):
        use = root.descendant_for_byte_range(start, start + length)
        if use is not None and use.type == "type_identifier":
            types.append(start)
        elif number > _MOST_USES or use is None or use.type not in _NO_USE:
            if use is None or use.parent is None or use.parent.type not in _IMPORTING:
                return None
            imports.append(start)
    return _Uses(_span(types), _span(imports))


def _span(places: list[int]) -> tuple[int, int] | None:
    return (places[0], places[-1]) if places else None


def _lies_outside(span: tuple[int, int] | None, statement: Node) -> bool:
    return span is not None and (span[0] < statement.start_byte or span[1] >= statement.end_byte)


def _local(specifier: Node) -> bytes:
    name = specifier.child_by_field_name("alias") or specifier.child_by_field_name("name")
    return (name.text if name is not None else None) or b""


def _root(node: Node) -> Node:
    while node.parent is not None:
        node = node.parent
    return node
