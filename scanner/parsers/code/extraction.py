"""From the matches of a query to the facts of one file, in the shape of the view ``source``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tree_sitter import Node

from scanner import lazy_re
from scanner.parsers.code.elided import Elided
from scanner.parsers.code.endpoints import LONGEST_LITERAL, endpoint_in, unquoted
from scanner.parsers.code.names import LONGEST_TEXT, dotted, last_part
from scanner.parsers.redaction import redact

MOST = 2000
"""Entries of each list; a file with more is cut there, and a problem says so."""

_MOST_TEXTS = 20_000
_LONGEST_IMPORT = 300
_IMPORTING = frozenset({"require", "require_relative", "load"})
_STATEMENT = lazy_re.compile(
    r"(?:global\s+)?(?:import|using)\s+(?:(?:static|unsafe)\s+)*(?:@?\w+\s*=\s*)?(?P<name>.*?)"
    r"(?:\s+as\s+\S+)?\s*;?\s*\Z",
    re.DOTALL,
)
_INCLUDED = lazy_re.compile(r"""(['"])([^'"]+)\1""")


class Facts:
    """Collects what the matches of one file say.

    Args:
        source: The file as UTF-8.
        language: Its language.
    """

    __slots__ = (
        "_elided", "_endpoints", "_imported", "_of_types", "_source", "_statement", "_texts",
        "calls", "classes", "cut", "decorators", "imports",
    )  # fmt: skip

    def __init__(self, source: bytes, language: str) -> None:
        self._source = source
        self._elided = Elided(source)
        self._statement = language in {"java", "kotlin", "csharp"}
        self._texts: set[bytes] = set()
        self.cut: set[str] = set()
        self.imports: dict[str, int] = {}
        self.calls: dict[str, int] = {}
        self.decorators: list[dict[str, Any]] = []
        self.classes: dict[int, dict[str, Any]] = {}
        self._endpoints: dict[str, tuple[int, int]] = {}
        self._imported: set[int] = set()
        self._of_types: set[str] = set()

    def collect(self, matches: Iterable[tuple[int, Mapping[str, list[Node]]]]) -> None:
        """Takes in matches, in the order of the file.

        Args:
            matches: As ``QueryCursor.matches`` gives them.
        """
        for _, captures in matches:
            if "call" in captures:
                self._call(captures)
            elif "string" in captures:
                self._literal(captures["string"][0])
            elif "import" in captures:
                self._import(captures)
            elif "class" in captures:
                self._class(captures)
            elif "decorator" in captures:
                self._decorator(captures["decorator"][0])

    def attributes(self) -> dict[str, Any]:
        """The lists of the view ``source``."""
        return {
            "imports": [
                {**entry, "types": True} if entry["name"] in self._of_types else entry
                for entry in _entries("name", self.imports)
            ],
            "calls": _entries("name", self.calls),
            "decorators": self.decorators,
            "classes": list(self.classes.values()),
            "endpoints": [
                {"value": value, "line": line}
                for value, (line, start) in self._endpoints.items()
                if start not in self._imported
            ],
        }

    def _call(self, captures: Mapping[str, list[Node]]) -> None:
        node = captures["call"][0]
        start = captures["call.from"][0].start_byte if "call.from" in captures else node.start_byte
        end = node.end_byte
        text = self._source[max(start, end - LONGEST_TEXT) : end]
        if text in self._texts:
            return
        if len(self._texts) >= _MOST_TEXTS or len(self.calls) >= MOST:
            self.cut.add("calls")
            return
        self._texts.add(text)
        written = text.decode("utf-8", errors="replace")
        name = dotted(written) if end - start <= LONGEST_TEXT else last_part(written)
        if name and name not in self.calls:
            self.calls[name] = node.end_point[0] + 1

    def _literal(self, node: Node) -> None:
        start, end = node.start_byte, node.end_byte
        if end - start > LONGEST_LITERAL:
            return
        before = self._source[max(self._source.rfind(b"\n", 0, start), start - 300, 0) : start]
        value = endpoint_in(self._source[start:end], before)
        if value is None or value in self._endpoints:
            return
        if len(self._endpoints) >= MOST:
            self.cut.add("endpoints")
            return
        self._endpoints[value] = (node.start_point[0] + 1, start)

    def _decorator(self, node: Node) -> None:
        if len(self.decorators) >= MOST:
            self.cut.add("decorators")
            return
        name = dotted(self._text(node))
        if name:
            self.decorators.append({"name": name, "line": node.start_point[0] + 1})

    def _class(self, captures: Mapping[str, list[Node]]) -> None:
        node = captures["class"][0]
        entry = self.classes.get(node.start_byte)
        if entry is None:
            if len(self.classes) >= MOST:
                self.cut.add("classes")
                return
            entry = {"name": dotted(self._text(node)), "bases": [], "line": node.start_point[0] + 1}
            self.classes[node.start_byte] = entry
        for base in captures.get("base", ()):
            name = dotted(self._text(base))
            if name and len(entry["bases"]) < MOST:
                entry["bases"].append(name)

    def _import(self, captures: Mapping[str, list[Node]]) -> None:
        if "import.by" in captures and self._text(captures["import.by"][0]) not in _IMPORTING:
            return
        node = captures["import"][0]
        self._imported.add(node.start_byte)
        line = node.start_point[0] + 1
        written = self._text(node)
        if "import.prefix" in captures:
            self._add_import(f"{self._text(captures['import.prefix'][0])}\\{written}", line)
            return
        name = self._module(written)
        types = self._elided.brings_types(node)
        if types and name not in self.imports:
            self._of_types.add(name[:_LONGEST_IMPORT])
        elif not types:
            self._of_types.discard(name[:_LONGEST_IMPORT])
        self._add_import(name, line)
        for member in captures.get("import.member", ()):
            separator = "" if name.endswith(".") else "."
            self._add_import(name + separator + dotted_or_star(self._text(member)), member.start_point[0] + 1)

    def _module(self, written: str) -> str:
        if self._statement:
            statement = _STATEMENT.match(written)
            name = statement["name"] if statement else written
            return "".join(name.split()).removeprefix("global::").partition("<")[0]
        body = unquoted(written.strip().strip("()").strip())
        if any(mark in body for mark in "\"'"):
            included = _INCLUDED.findall(body)
            return included[-1][1] if included else ""
        return "".join(body.split())

    def _add_import(self, name: str, line: int) -> None:
        name = redact(name)[:_LONGEST_IMPORT] if "://" in name else name[:_LONGEST_IMPORT]
        if not name or name in self.imports:
            return
        if len(self.imports) >= MOST:
            self.cut.add("imports")
            return
        self.imports[name] = line

    def _text(self, node: Node) -> str:
        start = node.start_byte
        return self._source[start : min(node.end_byte, start + LONGEST_TEXT)].decode("utf-8", errors="replace")


def dotted_or_star(written: str) -> str:
    """The imported member: a dotted name, or ``*``."""
    return "*" if written == "*" else dotted(written)


def _entries(key: str, first_lines: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{key: value, "line": line} for value, line in first_lines.items()]
