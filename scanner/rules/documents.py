"""YAML files of authors, with the place of every value, so that each mistake can be shown where it stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from scanner import lazy_re
from scanner.errors import RuleFault

MAXIMUM_BYTES = 64 * 1024
"""Largest file of a rule."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAXIMUM_NODES = 50_000
_MAXIMUM_DEPTH = 100
_CONSTRUCTORS: dict[str, str] = {
    "tag:yaml.org,2002:int": "construct_yaml_int",
    "tag:yaml.org,2002:float": "construct_yaml_float",
    "tag:yaml.org,2002:bool": "construct_yaml_bool",
    "tag:yaml.org,2002:null": "construct_yaml_null",
}
_COLLECTION_TAGS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
_TEXT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value"}

_BEFORE_BLOCK = lazy_re.compile("(?:^|[\n\r\x85\u2028\u2029])((?:---)?[ \t]*(?:[-?:][ \t]+)*)")
"""What may stand in a line before a collection in block style."""

Route = Sequence[str | int]
"""Keys and indices from the root of a document to a value."""


class DocumentError(Exception):
    """A file cannot be read as a document at all; carries the fault."""

    def __init__(self, fault: RuleFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Document:
    """A YAML file: its values, and where they stand."""

    def __init__(self, path: Path, text: str, root: yaml.Node | None) -> None:
        self.path = path
        self._lines = text.splitlines()
        self._text = text
        self._root = root
        self._count = 0
        self.data: Any = None if root is None else self._construct(root, 0)

    def fault(self, route: Route, message: str, *, hint: str | None = None, at_key: bool = False) -> RuleFault:
        """A fault at a value, or at the nearest value above it that exists.

        Args:
            route: Where the value stands.
            message: What is wrong.
            hint: How to mend it.
            at_key: Point at the key and not at the value.
        """
        node, key = self._find(route)
        mark = (key if at_key and key is not None else node) if node is not None else None
        line, column = (mark.start_mark.line + 1, mark.start_mark.column + 1) if mark is not None else (1, 1)
        return self.fault_at(line, column, message, hint=hint)

    def fault_in(self, route: Route, place: tuple[int, int], message: str, *, hint: str | None = None) -> RuleFault:
        """A fault inside a text value.

        Args:
            route: Where the value stands.
            place: One-based line and column in the value.
            message: What is wrong.
            hint: How to mend it.
        """
        node, _ = self._find(route)
        if not isinstance(node, yaml.ScalarNode):
            return self.fault(route, message, hint=hint)
        line, column = self._place_in(node, *place)
        return self.fault_at(line, column, message, hint=hint)

    def fault_at(self, line: int, column: int, message: str, *, hint: str | None = None) -> RuleFault:
        """A fault at a line and column of the file."""
        excerpt = self._lines[line - 1] if 0 < line <= len(self._lines) else None
        return RuleFault(self.path, line, column, message, hint=hint, excerpt=excerpt)

    def _find(self, route: Route) -> tuple[yaml.Node | None, yaml.Node | None]:
        """The node at a route and its key; steps that do not exist are passed over."""
        node, key = self._root, None
        for step in route:
            found = _child(node, step)
            if found is not None:
                key, node = found
        return node, key

    def _construct(self, node: yaml.Node, depth: int) -> Any:
        self._count += 1
        if self._count > _MAXIMUM_NODES or depth > _MAXIMUM_DEPTH:
            raise DocumentError(self.fault_at(node.start_mark.line + 1, 1, "too many or too deeply nested values"))
        if isinstance(node, yaml.MappingNode) and node.tag in _COLLECTION_TAGS:
            return self._construct_mapping(node, depth)
        if isinstance(node, yaml.SequenceNode) and node.tag in _COLLECTION_TAGS:
            return [self._construct(item, depth + 1) for item in node.value]
        if isinstance(node, yaml.ScalarNode) and node.tag in _CONSTRUCTORS:
            return self._scalar(node)
        if isinstance(node, yaml.ScalarNode) and node.tag in _TEXT_TAGS:
            return node.value
        place = (node.start_mark.line + 1, node.start_mark.column + 1)
        raise DocumentError(self.fault_at(*place, f"YAML tag {node.tag} is not allowed"))

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        try:
            value = getattr(_SCALARS, _CONSTRUCTORS[node.tag])(node)
        except (ValueError, KeyError):
            return node.value
        if isinstance(value, float) and not math.isfinite(value):  # JSON, in which rules are compared, has none
            place = (node.start_mark.line + 1, node.start_mark.column + 1)
            raise DocumentError(self.fault_at(*place, f"{node.value} is no finite number"))
        return value

    def _construct_mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in node.value:
            place = (key.start_mark.line + 1, key.start_mark.column + 1)
            if not isinstance(key, yaml.ScalarNode):
                raise DocumentError(self.fault_at(*place, "a key must be a text"))
            if key.value in made:
                raise DocumentError(self.fault_at(*place, f"'{key.value}' is written twice"))
            made[key.value] = self._construct(value, depth + 1)
        return made

    def _place_in(self, node: yaml.ScalarNode, line: int, column: int) -> tuple[int, int]:
        """Where a place in a value stands in the file: visible characters are the same in both, in order."""
        lines = node.value.split("\n")
        before = "".join(lines[: line - 1]) + (lines[line - 1][: column - 1] if line <= len(lines) else "")
        passed = sum(1 for character in before if not character.isspace())
        start, end = node.start_mark.index, node.end_mark.index
        last = start
        for offset in _visible(self._text, start, end, node.style):
            if passed == 0:
                return _line_and_column(self._text, offset)
            passed -= 1
            last = offset
        found_line, found_column = _line_and_column(self._text, last)
        return found_line, found_column + 1


def read_document(path: Path, limit: int = MAXIMUM_BYTES) -> Document:
    """Read a YAML file.

    Args:
        path: The file.
        limit: Largest size in bytes.

    Raises:
        DocumentError: It is missing, too large, no UTF-8 or no YAML.
    """
    try:
        if path.stat().st_size > limit:
            raise DocumentError(RuleFault(path, 0, 0, f"larger than {limit // 1024} KB"))
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DocumentError(RuleFault(path, 0, 0, f"cannot be read: {error.strerror}")) from None
    except UnicodeDecodeError as error:
        raise DocumentError(RuleFault(path, 0, 0, f"not UTF-8 at byte {error.start}")) from None
    text = text.replace("\r\n", "\n")
    try:
        line = _too_deep(text)
        root = None if line else yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise DocumentError(_syntax_fault(path, text, error)) from None
    if line:
        raise DocumentError(RuleFault(path, line, 0, f"nested deeper than {_MAXIMUM_DEPTH} levels"))
    return Document(path, text, root)


def _too_deep(text: str) -> int:
    """The line in which nesting passes the limit, or 0. Composing would overrun the C library's stack."""
    if _deepest(text) <= _MAXIMUM_DEPTH:
        return 0
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAXIMUM_DEPTH:
                return event.start_mark.line + 1 if event.start_mark is not None else 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return 0


def _deepest(text: str) -> int:
    """More levels than this cannot be in a text: a quick look that spares most files a slow one.

    Block collections in one another begin in columns further and further to the right, but for a list, which may begin
    in the column of the map that holds it; and they begin only behind indentation and the marks ``-``, ``?`` and ``:``.
    Each collection in flow style has a bracket, and a list in brackets may hold a map that has none.
    """
    furthest = max((len(found) for found in _BEFORE_BLOCK.findall(text)), default=0)
    return 2 * (furthest + 1) + 2 * text.count("[") + text.count("{")


def _syntax_fault(path: Path, text: str, error: yaml.YAMLError) -> RuleFault:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    lines = text.splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else None
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    hint = None
    if "mapping values are not allowed" in problem:
        hint = "put a text that holds ': ' in quotes, or write it under '>'"
    elif excerpt is not None and "\t" in excerpt:
        hint = "indent with spaces, not tabs"
    return RuleFault(path, line, column, f"not valid YAML: {problem}", hint=hint, excerpt=excerpt)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def _visible(text: str, start: int, end: int, style: str | None) -> Sequence[int]:
    """Offsets of the characters of a scalar that are neither white space nor YAML's own marks."""
    offset = start
    if style in {"|", ">"}:
        offset = text.find("\n", start, end) + 1 or end
    elif style in {"'", '"'}:
        offset, end = start + 1, end - 1
    found = []
    while offset < end:
        if (style == '"' and text[offset] == "\\") or (style == "'" and text[offset : offset + 2] == "''"):
            offset += 1
        if offset < end and not text[offset].isspace():
            found.append(offset)
        offset += 1
    return found


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


_SCALARS = yaml.constructor.SafeConstructor()
