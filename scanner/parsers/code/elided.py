"""Tells which imports TypeScript leaves out of the program, since they bring types alone."""

from __future__ import annotations

import re

from tree_sitter import Node

from scanner import lazy_re

_DECORATED = lazy_re.compile(rb"(?m)^[ \t]*@[A-Za-z]")
_NO_USE = frozenset({"comment", "string_fragment", "template_string", "property_identifier", "jsx_text"})
_MOST_USES = 200


def brings_types(node: Node, source: bytes) -> bool:
    """Whether nothing of an import is left: ``import type { A }``, ``import { type A }``, or names used as types only.

    Args:
        node: The name of the module, as the statement writes it.
        source: The whole file.
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
    own = (node.text or b"").strip(b"'\"").startswith(b".")  # files of the program itself, which nobody asks about
    return not own and _used_as_types(run, statement, source)


def _used_as_types(names: list[Node], statement: Node, source: bytes) -> bool:
    """Whether types are made of some of the names, and nothing else of any.

    What a decorator stands before is told of its types when it runs.
    """
    if _DECORATED.search(source):
        return False
    used = False
    for one in names:
        use = _uses(_local(one), statement, source)
        if use is False:
            return False
        used = used or use is True
    return used


def _local(specifier: Node) -> bytes:
    name = specifier.child_by_field_name("alias") or specifier.child_by_field_name("name")
    return (name.text if name is not None else None) or b""


def _uses(name: bytes, statement: Node, source: bytes) -> bool | None:
    """True where a name is used as a type, false where it is used otherwise, none where it is not used."""
    if not name:
        return False
    root = _root(statement)
    found: bool | None = None
    for number, match in enumerate(re.finditer(rb"(?<![\w$])" + re.escape(name) + rb"(?![\w$])", source)):
        start, end = match.span()
        if statement.start_byte <= start < statement.end_byte:
            continue
        use = root.descendant_for_byte_range(start, end)
        if use is not None and use.type == "type_identifier":
            found = True
        elif number > _MOST_USES or use is None or use.type not in _NO_USE:
            return False
    return found


def _root(node: Node) -> Node:
    while node.parent is not None:
        node = node.parent
    return node
