"""Reads XML into elements that know their lines, without entities and under limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from scanner.parsers.dependencies.manifest import MalformedError

_MAX_DEPTH = 100
_MAX_ELEMENTS = 200_000


@dataclass(slots=True, eq=False)
class Element:
    """An element; names are without their namespace. Treat as frozen."""

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The element's own text."""
        return "".join(self.pieces).strip()

    def child(self, name: str) -> Element | None:
        """The first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def each(self, name: str) -> Iterator[Element]:
        """All children of a name."""
        return (child for child in self.children if child.name == name)

    def beneath(self, *path: str) -> Iterator[Element]:
        """All elements at a path of names below this one."""
        level: list[Element] = [self]
        for name in path:
            level = [child for element in level for child in element.each(name)]
        return iter(level)

    def value(self, name: str) -> str:
        """The text of the first child of a name; empty where there is none."""
        found = self.child(name)
        return found.text if found is not None else ""

    def attribute(self, name: str) -> str:
        """An attribute, whatever its case, as MSBuild reads it; empty where there is none."""
        return next((value for key, value in self.attributes.items() if key.lower() == name.lower()), "")


class _Builder:
    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._open: list[Element] = []
        self._count = 0
        self.root: Element | None = None
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        self._count += 1
        if len(self._open) >= _MAX_DEPTH or self._count > _MAX_ELEMENTS:
            raise MalformedError("larger or nested deeper than a manifest can be", line)
        element = Element(name.rpartition(":")[2], attributes, line)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open:
            self._open[-1].pieces.append(text)

    def _entity(self, *_declaration: object) -> NoReturn:
        raise MalformedError("entities are not read", self._parser.CurrentLineNumber)


def read_xml(text: str) -> Element:
    """The root of an XML text.

    Raises:
        MalformedError: It is not well formed, declares entities, or is larger or deeper than any manifest.
    """
    # The text is decoded already, so what the declaration says of its encoding no longer holds.
    parser = expat.ParserCreate("utf-8")
    builder = _Builder(parser)
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise MalformedError(expat.ErrorString(error.code) or "not well formed", error.lineno) from error
    if builder.root is None:
        raise MalformedError("no element")
    return builder.root
