"""The second reader: python-hcl2 on files in which tree-sitter finds a fault.

It either reads the file or names the place of the fault. It gives the blocks, the attributes and where each expression
begins and ends; each expression is then read by the first reader, and one that it cannot read is a fault and opaque:
its value is unknown, and the rest of the file is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, distributions
from typing import Any

from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.first_reader import BROKEN, read_expression
from scanner.parsers.terraform.syntax.templates import unescape
from scanner.parsers.terraform.syntax.tree import (
    MAX_DEPTH,
    MAX_TEXT,
    Attribute,
    Block,
    Body,
    Fault,
    NestingError,
    Opaque,
    Syntax,
)

MAX_CHARACTERS = 512 * 1024
"""python-hcl2 can take very long over corrupt text."""
FOREIGN_PACKAGE = (
    "bc-python-hcl2 (of checkov) has overwritten the package hcl2 in this environment, so files with faults are read "
    "by one reader only. Run checkov in its own environment: pip uninstall bc-python-hcl2 python-hcl2 && "
    "pip install --force-reinstall python-hcl2"
)
UNREAD = "an expression that Terraform would not read; its value is unknown"
_NAMES = ("identifier", "keyword", "literal_value", "string")
Owners = Callable[[], Mapping[str, list[str]]]


@cache
def installed_owners() -> Mapping[str, list[str]]:
    """Which distributions of this environment own the package ``hcl2``; looked up once.

    ``importlib.metadata.packages_distributions`` knows it of every package, and takes five times as long.
    """
    return {"hcl2": [owner.name for owner in distributions() if _has_hcl2(owner)]}


def _has_hcl2(owner: Distribution) -> bool:
    """Whether a distribution brought it: wheels list their files in RECORD, others name their packages."""
    record = owner.read_text("RECORD")
    if record is not None:
        return record.startswith("hcl2/") or "\nhcl2/" in record
    return "hcl2" in (owner.read_text("top_level.txt") or "").split()


def second_reader_is_ours(owners: Owners = installed_owners) -> bool:
    """Whether the package ``hcl2`` belongs to python-hcl2 and to nobody else.

    Args:
        owners: Gives the distributions that own each package of the environment.
    """
    return {name.lower().replace("_", "-") for name in owners().get("hcl2", [])} == {"python-hcl2"}


def read_again(text: str) -> Syntax:
    """Read a file with python-hcl2. Call it only where :func:`second_reader_is_ours`.

    Args:
        text: The file, without a byte order mark.

    Returns:
        The whole tree, with a fault for each expression that stays unread; or an empty one, broken, with the place.
    """
    if len(text) > MAX_CHARACTERS:
        return _broken(f"larger than {MAX_CHARACTERS} characters: not read a second time")
    from hcl2 import parses_to_tree  # noqa: PLC0415  # half a second, and rarely needed
    from lark.exceptions import LarkError, UnexpectedInput  # noqa: PLC0415

    text = text if text.endswith("\n") else text + "\n"
    try:
        root = parses_to_tree(text)
        body = next(_children(root, "body"), None)
        reader = _TreeReader(text)
        return Syntax(reader.body(body, 0) if body is not None else Body(), tuple(reader.faults))
    except UnexpectedInput as error:
        return _broken(BROKEN, _place(error, text))
    except (LarkError, NestingError, RecursionError):
        return _broken("neither reader can read this file")


def _broken(message: str, place: Position | None = None) -> Syntax:
    return Syntax(Body(), (Fault(message, place),), broken=True)


def _place(error: Any, text: str) -> Position:
    """The end of the file has no place of its own in lark's errors."""
    line, column = error.line, error.column
    if isinstance(line, int) and isinstance(column, int) and line > 0 and column > 0:
        token = str(getattr(error, "token", ""))
        return Position(line, column + len(token) - len(token.lstrip(" \t")))
    return Position(max(text.count("\n"), 1), 1)


def _children(tree: Any, kind: str) -> Iterator[Any]:
    return (child for child in tree.children if getattr(child, "data", None) == kind)


class _TreeReader:
    """Turns python-hcl2's tree into ours, with faults collected."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.faults: list[Fault] = []

    def body(self, tree: Any, depth: int) -> Body:
        """Attributes and blocks of a body."""
        if depth > MAX_DEPTH:
            raise NestingError(f"blocks lie more than {MAX_DEPTH} deep in one another")
        attributes = tuple(self._attribute(child) for child in _children(tree, "attribute"))
        blocks = tuple(self._block(child, depth) for child in _children(tree, "block"))
        return Body(attributes, blocks)

    def _attribute(self, tree: Any) -> Attribute:
        name, equals, value = tree.children
        written = self._text[equals.end_pos : value.meta.end_pos]
        place = Position(tree.meta.line, tree.meta.column)
        found = read_expression(written)
        if found is None:
            self.faults.append(Fault(UNREAD, place))
            found = Opaque(re.sub(r"\s+", " ", written).strip()[:MAX_TEXT])
        return Attribute(self._source(name), found, place)

    def _block(self, tree: Any, depth: int) -> Block:
        names = [child for child in tree.children if getattr(child, "data", None) in _NAMES]
        inner = next(_children(tree, "body"), None)
        return Block(
            self._source(names[0]),
            tuple(self._label(name) for name in names[1:]),
            self.body(inner, depth + 1) if inner is not None else Body(),
            Position(tree.meta.line, tree.meta.column),
            tree.meta.end_line,
        )

    def _label(self, tree: Any) -> str:
        source = self._source(tree)
        return unescape(source[1:-1]) if tree.data == "string" else source

    def _source(self, tree: Any) -> str:
        return self._text[tree.meta.start_pos : tree.meta.end_pos].strip()
