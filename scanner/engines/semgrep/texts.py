"""The text of a file as semgrep is given it."""

from __future__ import annotations

from scanner.errors import ReadError
from scanner.parsers.text import as_utf8

MAX_LINE = 5_000
"""Bytes of a line. An expression that may begin anywhere takes time by the square of what stands on one line: seconds
for twenty thousand characters, minutes for half a million, and semgrep's own limit of time is not looked at meanwhile.
People write no such lines; what bundles scripts and writes data into code does."""


def plain(data: bytes) -> bytes:
    """A file as semgrep reads files: in UTF-8, with line feeds.

    In another encoding semgrep counts bytes where its expressions count letters, and then exceptions to a pattern miss
    their place. A carriage return is to it a letter like any, at which an expression over several lines would stop.

    Args:
        data: As it is on disk; what is no text stays as it is.
    """
    try:
        text = as_utf8(data)
    except ReadError:
        return data
    text = text.replace(b"\r\n", b"\n")
    return text if b"\n" in text else text.replace(b"\r", b"\n")


def without_long_lines(data: bytes) -> tuple[bytes, int]:
    """A file without lines that are too long for expressions, and how many there were; the others keep their numbers.

    Args:
        data: With line feeds.
    """
    if len(data) <= MAX_LINE:
        return data, 0
    lines = data.split(b"\n")
    too_long = sum(len(line) > MAX_LINE for line in lines)
    if not too_long:
        return data, 0
    return b"\n".join(line if len(line) <= MAX_LINE else b"" for line in lines), too_long
