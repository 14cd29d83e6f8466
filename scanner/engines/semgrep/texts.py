"""The text of a file as semgrep is given it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scanner import lazy_re
from scanner.errors import ReadError
from scanner.parsers.text import as_utf8

MAX_LINE = 5_000
"""Bytes of a line. An expression that may begin anywhere takes time by the square of what stands on one line: seconds
for twenty thousand characters, minutes for half a million, and semgrep's own limit of time is not looked at meanwhile.
People write no such lines; what bundles scripts and writes data into code does."""
_LINE_END = lazy_re.compile(rb"[\r\n]")


def plain(data: bytes) -> bytes:
    """A file as semgrep reads files: in UTF-8, with line feeds.

    In another encoding semgrep counts bytes where its expressions count letters, and then exceptions to a pattern miss
    their place. A carriage return is to it a letter like any, at which an expression over several lines would stop, and
    behind which code looks like a part of the comment that ended there.

    Args:
        data: As it is on disk; what is no text stays as it is.
    """
    try:
        text = as_utf8(data)
    except ReadError:
        return data
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def parted(data: bytes) -> tuple[int, ...]:
    """The lines of :func:`plain` that begin in the midst of a line, behind a carriage return alone.

    What else reads files counts line feeds: excerpts, waivers, and what code is parsed to. Where that makes a line that
    nobody wrote, the carriage returns are the ends of lines of an old system, and lines are those that an editor shows.

    Args:
        data: As it is on disk.
    """
    try:
        text = as_utf8(data).replace(b"\r\n", b"\n")
    except ReadError:
        return ()
    if b"\r" not in text or b"\n" not in text:
        return ()
    if any(len(line) > MAX_LINE and b"\r" in line for line in text.split(b"\n")):
        return ()
    return tuple(number for number, end in enumerate(_LINE_END.findall(text), start=2) if end == b"\r")


def joined(lines: Sequence[str], parts: Collection[int]) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines as they are on disk; and for each that was given, in which of those it lies, behind how many letters.

    Args:
        lines: Of :func:`plain`.
        parts: Numbers of those that are a part of the line before them.
    """
    whole: list[list[str]] = []
    places: list[tuple[int, int]] = []
    before = 0
    for number, line in enumerate(lines, start=1):
        if number not in parts:
            whole.append([])
            before = 0
        whole[-1].append(line)
        places.append((len(whole), before))
        before += len(line) + 1
    return ["\r".join(one) for one in whole], places


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
