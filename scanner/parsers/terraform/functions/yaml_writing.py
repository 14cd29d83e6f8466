"""``yamlencode``: YAML to the letter as Terraform writes it, with all texts quoted and lines folded at 80 columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import MAX_LENGTH, normal
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.conversions import to_text

_WIDTH = 80
_MAX_KEY = 128
"""Bytes of a key that may stand before its colon."""
_LETTERS = {
    0x00: "0",
    0x07: "a",
    0x08: "b",
    0x09: "t",
    0x0A: "n",
    0x0B: "v",
    0x0C: "f",
    0x0D: "r",
    0x1B: "e",
    0x22: '"',
    0x5C: "\\",
    0x85: "N",
    0xA0: "_",
    0x2028: "L",
    0x2029: "P",
}
_BREAKS = "\r\n\x85\u2028\u2029"


_PRINTABLE = "\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd"
"""As Terraform's library has it: nothing beyond the basic plane, and no tab."""
_BLOCK = lazy_re.compile(f"[{_PRINTABLE}\\n]*")
_RUNS = lazy_re.compile(rf'(?P<plain> |(?:(?![ "\\\u2028\u2029])[{_PRINTABLE}])+)|.', re.DOTALL)
_LINES = lazy_re.compile(f"[{_BREAKS}]|[^{_BREAKS}]+")
_TRAILING = lazy_re.compile(f" [{_BREAKS}]")


class _Writer:
    """Writes one document."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._column = 0
        self._length = 0

    def document(self, value: Value) -> str:
        """The whole text."""
        self._node(value, -2)
        if self._column:
            self._put("\n")
        if not isinstance(value, str | list | dict):
            self._put("...\n")
        return "".join(self._pieces)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        line = text.rpartition("\n")[2]
        self._column = len(line) if len(line) < len(text) else self._column + len(text)
        self._length += len(text)
        if self._length > MAX_LENGTH:
            raise UnsupportedError("yamlencode")

    def _node(self, value: Value, indent: int, *, in_mapping: bool = False) -> None:
        """A value behind what leads to it.

        Args:
            value: To be written.
            indent: Of the collection in which it stands.
            in_mapping: Behind a key and a colon on the same line.
        """
        if isinstance(value, dict) and value:
            self._mapping(value, indent + 2)
        elif isinstance(value, list) and value:
            self._sequence(value, indent if in_mapping else indent + 2)
        elif isinstance(value, str):
            self._lead()
            self._text(value, max(indent, 0) + 2)
        else:
            self._lead()
            empty = {dict: "{}", list: "[]"}
            kind = dict if isinstance(value, dict) else list if isinstance(value, list) else None
            self._put(empty[kind] if kind else "null" if value is None else to_text(value))

    def _lead(self) -> None:
        if self._column and not self._pieces[-1].endswith(" "):
            self._put(" ")

    def _sequence(self, values: list[Value], indent: int) -> None:
        for index, value in enumerate(values):
            self._item(index, indent)
            self._put("- " if isinstance(value, dict | list) and value else "-")
            self._node(value, indent)

    def _item(self, index: int, indent: int) -> None:
        """Where an entry begins: on the line of its parent's dash, or on one of its own."""
        if index == 0 and self._column == indent and (not self._pieces or self._pieces[-1] in ("- ", "? ", ": ")):
            return
        if self._column:
            self._put("\n")
        self._put(" " * indent)

    def _mapping(self, values: Mapping[str, Value], indent: int) -> None:
        for index, key in enumerate(sorted(values)):
            self._item(index, indent)
            value = values[key]
            simple = not any(character in _BREAKS for character in key) and len(key.encode()) <= _MAX_KEY
            if simple:
                self._quoted(key, indent, folds=False)
                self._put(":")
                self._node(value, indent, in_mapping=True)
            else:
                self._put("?")
                self._node(key, indent)
                self._item(1, indent)
                self._put(": " if isinstance(value, dict | list) and value else ":")
                self._node(value, indent)

    def _text(self, text: str, indent: int) -> None:
        if "\n" in text and _is_literal(text):
            self._literal(text, indent)
        else:
            self._quoted(text, indent, folds=True)

    def _literal(self, text: str, indent: int) -> None:
        last = text[-1] in _BREAKS
        kept = last and (len(text) == 1 or text[-2] in _BREAKS)
        self._put(f"|{'2' if text[0] in _BREAKS or text[0] == ' ' else ''}{'+' if kept else '' if last else '-'}\n")
        for run in _LINES.findall(text):
            if run in _BREAKS:
                self._put(run)
                self._column = 0
            else:
                self._put(" " * indent + run)

    def _quoted(self, text: str, indent: int, *, folds: bool) -> None:
        self._put('"')
        after_space = False
        for match in _RUNS.finditer(text):
            run = match[0]
            if run == " " and folds and not after_space and self._column > _WIDTH and 0 < match.start() < len(text) - 1:
                self._put("\n" + " " * indent + ("\\" if text[match.end()] == " " else ""))
            else:
                self._put(run if match.lastgroup == "plain" else _escape(run))
            after_space = run == " "
        self._put('"')


def _is_literal(text: str) -> bool:
    """Whether a block can hold the text: no blanks at the ends of lines, nothing that must be escaped."""
    return not text.endswith(" ") and _BLOCK.fullmatch(text) is not None and not _TRAILING.search(text)


def _escape(character: str) -> str:
    code = ord(character)
    if code in _LETTERS:
        return f"\\{_LETTERS[code]}"
    return f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _encode(value: Value) -> str:
    return normal(_Writer().document(value))


FUNCTIONS: Mapping[str, Function] = MappingProxyType({"yamlencode": Function(_encode)})
