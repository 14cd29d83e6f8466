"""The first reader: tree-sitter-hcl to the syntax tree, quick and tolerant of faults."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import tree_sitter_hcl
from tree_sitter import Language, Node, Parser

from scanner import lazy_re
from scanner.domain.resource import Position
from scanner.parsers.terraform.syntax.operations import ExpressionReader
from scanner.parsers.terraform.syntax.templates import UnreadableError
from scanner.parsers.terraform.syntax.tree import (
    MAX_DEPTH,
    Attribute,
    Block,
    Body,
    Expression,
    Fault,
    Literal,
    NestingError,
    Opaque,
    Syntax,
)

_LANGUAGE = Language(tree_sitter_hcl.language())
_LABELS = {
    "resource": 2, "data": 2, "ephemeral": 2, "module": 1, "variable": 1, "output": 1,
    "provider": 1, "check": 1, "terraform": 0, "locals": 0, "moved": 0, "import": 0, "removed": 0,
}  # fmt: skip
"""Blocks that may stand in a file, and how many labels they have."""
_NOT_IN_GRAMMAR = lazy_re.compile(rb"(?<![A-Za-z0-9_])[0-9]+[eE][+-]?[0-9]+|\$(?=\$\$\{)|%(?=%%\{)")
_END = "ARCHSCAN_END"
MAX_TEMPLATE = 1024 * 1024
"""Characters of a template; written ones stay under a hundredth of this."""
BROKEN = "not valid Terraform at this place; the blocks around it are left out"


def read_syntax(source: bytes) -> Syntax:
    """Read a file that tree-sitter can read whole, or all blocks of it that lie outside its faults.

    Args:
        source: UTF-8 without a byte order mark.

    Returns:
        The tree; the first fault names the first place at which the file could not be read.
    """
    root = _parse(source)
    reader = _FileReader(source)
    if not root.has_error:
        body = Body()
        for child in root.children:
            if child.type == "body":
                body = reader.body(child, 0)
        return Syntax(body, tuple(reader.faults))
    place = reader.position(_first_error(root))
    blocks = tuple(reader.block(node, 0) for node in _sound_blocks(root))
    fault = Fault(BROKEN, place)
    return Syntax(Body((), blocks), (fault, *reader.faults), broken=True)


def read_expression(text: str) -> Expression | None:
    """Read one expression, or give None where tree-sitter finds a fault in it."""
    return _only(f"x = {text}\n".encode())


def read_template(text: str) -> Expression | Fault:
    """Read a whole text as one template: a file for ``templatefile``, or a string of Terraform's JSON.

    Args:
        text: In which a backslash means itself, as in a heredoc.

    Returns:
        The template (a :class:`Literal` where nothing is to be filled in), or what is wrong with it and where.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_TEMPLATE:
        return Fault(f"a template larger than {MAX_TEMPLATE} characters: not read")
    if "${" not in text and "%{" not in text:
        return Literal(text if text.isascii() else unicodedata.normalize("NFC", text))
    end = _END
    while end in text:
        end += "_"
    source = f"x = <<{end}\n{text}\n{end}\n".encode()
    root = _parse(source)
    reader = _FileReader(source)
    heredoc = _heredoc(root)
    if root.has_error or heredoc is None:
        place = reader.position(_first_error(root))
        lines = text.count("\n") + 1
        return Fault("not a valid template at this place", Position(min(max(place.line - 1, 1), lines), place.column))
    try:
        return reader.template_of(heredoc, len(text.encode()))
    except (NestingError, UnreadableError) as error:
        return Fault(str(error))


def _parse(source: bytes) -> Node:
    """The root node. Something of the same length stands in for what the grammar lacks, as text is cut from the source.

    It has no ``1e3``, and does not take the last three of ``$$${`` and ``%%%{`` for an escape.
    """
    root = Parser(_LANGUAGE).parse(source).root_node
    if root.has_error and _NOT_IN_GRAMMAR.search(source):
        return Parser(_LANGUAGE).parse(_NOT_IN_GRAMMAR.sub(_stand_in, source)).root_node
    return root


def _stand_in(found: re.Match[bytes]) -> bytes:
    return (b" " if found.group() in (b"$", b"%") else b"1") * len(found.group())


def _heredoc(root: Node) -> Node | None:
    """The heredoc, if the file is one attribute with nothing else for its value."""
    node = root
    for kind in ("body", "attribute", "expression", "template_expr", "heredoc_template"):
        found = [child for child in node.children if child.type not in ("identifier", "=")]
        if len(found) != 1 or found[0].type != kind:
            return None
        node = found[0]
    return node


def _only(source: bytes) -> Expression | None:
    root = _parse(source)
    body = next((child for child in root.children if child.type == "body"), None)
    if root.has_error or body is None or len(body.children) != 1 or body.children[0].type != "attribute":
        return None
    reader = _FileReader(source)
    found = reader.attribute(body.children[0]).expression
    return None if reader.faults else found


class _FileReader(ExpressionReader):
    """Reads bodies, with faults collected."""

    def __init__(self, source: bytes) -> None:
        super().__init__(source)
        self.faults: list[Fault] = []

    def body(self, node: Node, depth: int) -> Body:
        """Attributes and blocks of a body."""
        attributes = []
        blocks = []
        for child in node.children:
            if child.type == "attribute":
                attributes.append(self.attribute(child))
            elif child.type == "block":
                blocks.append(self.block(child, depth))
        return Body(tuple(attributes), tuple(blocks))

    def attribute(self, node: Node) -> Attribute:
        """An attribute; an expression that is too deep, or that Terraform would not read, is opaque and a fault."""
        children = [child for child in node.children if child.type != "comment"]
        place = self.position(children[0])
        expression: Expression
        try:
            expression = self.expression(children[2], 0)
        except (NestingError, UnreadableError) as error:
            expression = Opaque(self.text(children[2].start_byte, children[2].end_byte))
            self.faults.append(Fault(str(error), place))
        return Attribute(self.exact(children[0]), expression, place)

    def block(self, node: Node, depth: int) -> Block:
        """A block with its labels."""
        labels = []
        body = Body()
        children = node.children
        for child in children[1:]:
            if child.type == "string_lit":
                labels.append(self.string(child))
            elif child.type == "identifier":
                labels.append(self.exact(child))
            elif child.type == "body":
                if depth < MAX_DEPTH:
                    body = self.body(child, depth + 1)
                else:
                    self.faults.append(
                        Fault(f"blocks lie more than {MAX_DEPTH} deep in one another", self.position(child))
                    )
        end_line = node.end_point[0] + 1
        return Block(self.exact(children[0]), tuple(labels), body, self.position(node), end_line)


def _first_error(root: Node) -> Node:
    """The first error or missing token, found without recursion."""
    node = root
    while True:
        if node.is_error or node.is_missing:
            inner = next((child for child in node.children if child.is_error), None)
            return inner or node
        following = next((child for child in node.children if child.has_error or child.is_missing), None)
        if following is None:
            return node
        node = following


def _sound_blocks(root: Node) -> Iterator[Node]:
    """Whole blocks of a file's top level that hold no fault; one that lost its end would swallow others."""
    waiting = list(reversed(root.children))
    while waiting:
        node = waiting.pop()
        if node.type == "block" and not node.has_error:
            kinds = [child.type for child in node.children]
            labels = kinds.count("string_lit") + kinds.count("identifier") - 1
            name = node.children[0].text or b""
            if _LABELS.get(name.decode("utf-8", "replace")) == labels:
                yield node
        elif node.type in ("body", "ERROR"):
            waiting.extend(reversed(node.children))
