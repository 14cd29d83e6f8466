"""Quoted strings and heredocs of the first reader: from tree-sitter's nodes to templates."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from tree_sitter import Node

from scanner import lazy_re
from scanner.parsers.terraform.syntax.templates import (
    Mark,
    MarkKind,
    Token,
    UnreadableError,
    check_escapes,
    dedent,
    heredoc_lines,
    nest,
    strip,
    unescape,
)
from scanner.parsers.terraform.syntax.tree import HIDDEN, MAX_TEXT, Expression, Literal, Part, Template

_MARKS = {
    "template_interpolation": MarkKind.VALUE,
    "template_if_intro": MarkKind.IF,
    "template_else_intro": MarkKind.ELSE,
    "template_if_end": MarkKind.END_IF,
    "template_for_start": MarkKind.FOR,
    "template_for_end": MarkKind.END_FOR,
}
_DIRECTIVES = frozenset(("template_directive", "template_if", "template_for"))
_EMPTY = Literal("")
_SENSITIVE = lazy_re.compile(r"(?<!\w)sensitive\s*(?:\(|/\*|#|//)")


class TemplateReader(ABC):
    """Turns nodes of templates into the syntax tree.

    Args:
        source: The whole file, UTF-8.
    """

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.secret = 0
        """Calls of ``sensitive`` inside which the reader is: what stands there is never shown."""

    @abstractmethod
    def expression(self, node: Node, depth: int) -> Expression:
        """An expression node.

        Raises:
            NestingError: It is nested too deeply.
        """

    def exact(self, node: Node) -> str:
        """A node's whole text."""
        return self.source[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def text(self, start: int, end: int) -> str:
        """Source text between two bytes, cut to what is kept; none of it where it may hold a secret."""
        found = self.source[start : min(end, start + 4 * MAX_TEXT)].decode("utf-8", "ignore")[:MAX_TEXT]
        return HIDDEN if self.secret or _SENSITIVE.search(found) else found

    def string(self, node: Node) -> str:
        """The value of a quoted string without interpolations."""
        return unescape(self.source[node.start_byte + 1 : node.end_byte - 1].decode("utf-8", "replace"))

    def template(self, node: Node, depth: int) -> Expression:
        """A quoted string or a heredoc.

        Raises:
            NestingError: Something in it is nested too deeply.
            UnreadableError: Terraform would not read it.
        """
        inner = node.children[0]
        if inner.type != "heredoc_template":
            parts = self._parts(inner, inner.start_byte + 1, inner.end_byte - 1, depth)
            return _joined(parts, self.text(node.start_byte, node.end_byte))
        children = inner.children
        marks = [child for child in children if child.type == "heredoc_identifier"]
        start = self.source.index(b"\n", marks[0].end_byte) + 1
        around = self.source[children[0].end_byte : marks[0].start_byte] + self.source[marks[0].end_byte : start]
        if around not in (b"\n", b"\r\n"):
            raise UnreadableError("a heredoc begins on the line behind its mark, which stands alone")
        end = max(start, self.source.rindex(b"\n", 0, marks[-1].start_byte) + 1)
        parts = self._parts(inner, start, end, depth, flush=self.exact(children[0]).startswith("<<-"))
        return _joined(parts, self.text(node.start_byte, node.end_byte))

    def template_of(self, node: Node, length: int) -> Expression:
        """The template of a heredoc's node which was put around a text of that many bytes.

        Raises:
            NestingError: Something in it is nested too deeply.
        """
        start = self.source.index(b"\n", node.start_byte) + 1
        parts = self._parts(node, start, start + length, 0, flush=False)
        return _joined(parts, self.text(start, start + length))

    def _parts(self, node: Node, start: int, end: int, depth: int, *, flush: bool | None = None) -> tuple[Part, ...]:
        """Parts of the text between two bytes; ``flush`` is None for a quoted string."""
        tokens: list[Token] = []
        at = start
        stripped = False
        for mark in self._marks(node, depth):
            if mark.start > at:
                tokens.extend(self._plain(at, mark.start, flush))
            tokens.append(mark)
            stripped = stripped or mark.strip_before or mark.strip_after
            at = mark.end
        if end > at:
            tokens.extend(self._plain(at, end, flush))
        if stripped:
            tokens = strip(tokens)
        if flush:
            tokens = dedent(tokens)
        return nest(tokens, self.text)

    def _plain(self, start: int, end: int, flush: bool | None) -> list[str]:
        """Text is cut from the file, as the grammar drops white space between nodes."""
        text = self.source[start:end].decode("utf-8", "replace")
        if flush is not None:
            return heredoc_lines(text)
        check_escapes(text)
        return [unescape(text)]

    def _marks(self, node: Node, depth: int) -> Iterator[Mark]:
        """Interpolations and parts of directives, in the order in which they are written."""
        waiting = list(reversed(node.children))
        while waiting:
            child = waiting.pop()
            kind = _MARKS.get(child.type)
            if kind is None:
                if child.type in _DIRECTIVES:
                    waiting.extend(reversed(child.children))
                continue
            if self.source[child.start_byte - 1 : child.start_byte] == b"$":
                continue  # Terraform takes the last three of ``$$${`` for an escape, the grammar does not
            inner = child.children
            found = next((part for part in inner if part.type == "expression"), None)
            if found is None and kind is MarkKind.VALUE:
                raise UnreadableError("an interpolation without an expression")
            yield Mark(
                kind,
                child.start_byte,
                child.end_byte,
                _EMPTY if found is None else self.expression(found, depth),
                tuple(self.exact(part) for part in inner if part.type == "identifier"),
                inner[1].type == "strip_marker",
                inner[-2].type == "strip_marker",
            )


def _joined(parts: tuple[Part, ...], text: str) -> Expression:
    if all(isinstance(part, str) for part in parts):
        return Literal("".join(str(part) for part in parts))
    return Template(parts, text)
