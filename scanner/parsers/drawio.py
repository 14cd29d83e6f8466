"""Reads draw.io files: their pages as XML or compressed, in files of their own or inside a picture that shows them.

All of it is somebody else's: what is packed is unpacked under limits, and nothing is looked up outside the file.
"""

from __future__ import annotations

import base64
import binascii
import html
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from scanner import lazy_re
from scanner.parsers.dependencies.manifest import MalformedError
from scanner.parsers.dependencies.xml_tree import Element, read_xml
from scanner.parsers.positioned import decode

_UNPACKED = 8_000_000
"""Bytes that all packed parts of one file may hold together."""
_MOST_PAGES = 50
_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNK_FRAME = 12
_MARK = lazy_re.compile(r"<[^<>]*>")
_PLACEHOLDER = lazy_re.compile(r"%(\w{1,60})%")


class Cell(NamedTuple):
    """A shape or an arrow of a page."""

    id: str
    text: str
    """What is written on it, without marks."""
    style: Mapping[str, str]
    attributes: Mapping[str, str]
    """What else its author noted of it, such as ``c4Technology``."""
    parent: str
    ends: tuple[str, str] | None
    """Of an arrow: the ids of the cells from which and to which it goes, empty where it ends in the open."""
    line: int


class Page(NamedTuple):
    """A page of a file."""

    name: str
    cells: tuple[Cell, ...]


def pages(path: str, data: bytes) -> list[Page]:
    """The pages of a file.

    Args:
        path: Of the file, in lower case: its ending tells how they are kept.
        data: Of the file.

    Raises:
        MalformedError: It is not what its name says, or larger unpacked than any drawing.
    """
    room = _Room(_UNPACKED)
    is_apart = True
    if path.endswith(".png"):
        text = _in_png(data, room)
    elif path.endswith(".svg"):
        text = read_xml(decode(data)).attribute("content")
        text = unquote(text) if text.startswith("%3C") else text
    else:
        text, is_apart = decode(data), False
    if not text.strip():
        raise MalformedError("holds a picture and no drawing")
    root = read_xml(text)
    found = [root] if root.name == "mxGraphModel" else list(root.each("diagram"))
    return [_page(one, room, line=1 if is_apart else 0) for one in found[:_MOST_PAGES]]


class _Room:
    """How much may still be unpacked."""

    def __init__(self, left: int) -> None:
        self._left = left

    def inflate(self, packed: bytes, window: int) -> bytes:
        unpacker = zlib.decompressobj(window)
        try:
            found = unpacker.decompress(packed, self._left + 1)
        except zlib.error as error:
            raise MalformedError("a page is packed in a way that is not known") from error
        if len(found) > self._left:
            raise MalformedError("larger unpacked than a drawing can be")
        self._left -= len(found)
        return found


def _in_png(data: bytes, room: _Room) -> str:
    """The drawing that draw.io keeps in a text chunk of the picture; empty where it kept none."""
    if not data.startswith(_PNG):
        raise MalformedError("no PNG, although its name says so")
    at = len(_PNG)
    while at + _CHUNK_FRAME <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        key, _, value = body.partition(b"\0")
        if kind in {b"tEXt", b"zTXt"} and key in {b"mxfile", b"mxGraphModel"}:
            plain = value if kind == b"tEXt" else room.inflate(value[1:], zlib.MAX_WBITS)
            return unquote(plain.decode("utf-8", "replace"))
        at += _CHUNK_FRAME + length
    return ""


def _page(element: Element, room: _Room, line: int) -> Page:
    name = element.attribute("name")
    model = element if element.name == "mxGraphModel" else element.child("mxGraphModel")
    if model is None and element.text:
        line = line or element.line
        model = read_xml(_unpacked(element.text, room))
    cells = () if model is None else tuple(_cells(model, line))
    return Page(name, cells)


def _unpacked(text: str, room: _Room) -> str:
    try:
        packed = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError("a page is packed in a way that is not known") from error
    return unquote(room.inflate(packed, -zlib.MAX_WBITS).decode("utf-8", "replace"))


def _cells(model: Element, line: int) -> Iterator[Cell]:
    for written in model.beneath("root"):
        for outer in written.children:
            cell = outer if outer.name == "mxCell" else outer.child("mxCell")
            if cell is None or not (cell.attribute("vertex") or cell.attribute("edge")):
                continue
            is_arrow = cell.attribute("edge") == "1"
            yield Cell(
                id=outer.attribute("id"),
                text=_text(outer),
                style=_style(cell.attribute("style")),
                attributes={} if outer is cell else outer.attributes,
                parent=cell.attribute("parent"),
                ends=(cell.attribute("source"), cell.attribute("target")) if is_arrow else None,
                line=line or outer.line,
            )


def _text(element: Element) -> str:
    written = element.attribute("label") or element.attribute("value")
    if element.attribute("placeholders") == "1":
        noted = element.attributes
        written = _PLACEHOLDER.sub(lambda match: noted.get(match[1], match[0]), written)
    return " ".join(html.unescape(_MARK.sub(" ", written)).split())


def _style(written: str) -> dict[str, str]:
    """A style by its names; a word without a value, such as ``ellipse``, is the shape."""
    parts = [part.partition("=") for part in written.split(";") if part]
    named = {key: value for key, equals, value in parts if equals}
    word = next((key for key, equals, _ in parts if not equals), "")
    return named if "shape" in named or not word else {"shape": word, **named}
