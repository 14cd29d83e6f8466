"""The map on the page: a picture that can do nothing, and the same in words."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html.parser import HTMLParser

from scanner.evaluation.redaction import clean

LARGEST = 400_000
"""Bytes of SVG that the page takes in."""
_WORDS_LIMIT = 100_000


@dataclass(frozen=True)
class Picture:
    """The map."""

    address: str
    """A ``data:`` address; empty where the picture is too large for the page."""
    alt: str
    width: str
    height: str
    boxes: tuple[str, ...]
    lines: tuple[str, ...]
    left_out: int
    """Boxes and lines that are not told in words."""


def picture_of(svg: str) -> Picture | None:
    """The picture; None where none was drawn.

    As an image it runs no script and loads nothing, whatever it holds.
    """
    if not svg:
        return None
    reading = _Reading()
    reading.feed(svg)
    reading.close()
    boxes, lines, left = _within(reading.boxes, reading.lines)
    encoded = svg.encode("utf-8", "replace")
    address = f"data:image/svg+xml;base64,{base64.b64encode(encoded).decode()}" if len(encoded) <= LARGEST else ""
    alt = ". ".join(filter(None, (clean(reading.title), clean(reading.told)))) or "Map of the architecture"
    return Picture(address, alt, reading.width, reading.height, boxes, lines, left)


def _within(boxes: list[str], lines: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    room = _WORDS_LIMIT
    kept: tuple[list[str], list[str]] = ([], [])
    for texts, into in ((boxes, kept[0]), (lines, kept[1])):
        for text in texts:
            room -= len(text.encode("utf-8", "replace")) + 10
            if room >= 0:
                into.append(clean(text))
    return tuple(kept[0]), tuple(kept[1]), len(boxes) + len(lines) - len(kept[0]) - len(kept[1])


class _Reading(HTMLParser):
    """What the picture says to who cannot see it."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.told = self.width = self.height = ""
        self.boxes: list[str] = []
        self.lines: list[str] = []
        self._depth: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "svg" and not self.width:
            self.width, self.height = (_pixels(values.get(name, "")) for name in ("width", "height"))
        if tag == "g" and "aria-label" in values:
            (self.boxes if "data-box" in values else self.lines).append(values["aria-label"])
        self._depth.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._depth and self._depth.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._depth == ["svg", "title"]:
            self.title += data
        elif self._depth == ["svg", "desc"]:
            self.told += data


def _pixels(text: str) -> str:
    return str(round(float(text))) if text.replace(".", "", 1).isdecimal() and text.isascii() else ""
