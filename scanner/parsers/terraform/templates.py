"""Text of strings and heredocs: escapes, indentation and strip markers, as HCL defines them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scanner.parsers.terraform.tree import Expression

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|\$\$\{|%%\{", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Hole:
    """An interpolation with its strip markers."""

    expression: Expression
    strip_before: bool = False
    strip_after: bool = False


Piece: TypeAlias = str | Hole


def unescape(text: str) -> str:
    """The value of a quoted string's text."""
    if "\\" not in text and "$${" not in text and "%%{" not in text:
        return text
    return _ESCAPE.sub(_replacement, text)


def unescape_heredoc(text: str) -> str:
    """The value of a heredoc's text, in which a backslash means itself."""
    return text.replace("$${", "${").replace("%%{", "%{")


def _replacement(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    if short or long:
        code = int(short or long, 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"
    if letter:
        return _SIMPLE.get(letter, letter)
    return match.group()[1:]


def dedent(pieces: Sequence[Piece]) -> list[Piece]:
    """Take the common indentation from the lines of a ``<<-`` heredoc; lines of white space do not count."""
    depths = [_indent(line) for line, starts, hole in _lines(pieces) if starts and (hole or line.strip())]
    depth = min(depths, default=0)
    result: list[Piece] = []
    starts = True
    for piece in pieces:
        if isinstance(piece, Hole):
            result.append(piece)
            starts = False
            continue
        lines = []
        for line in _LINE.findall(piece):
            lines.append(line[depth:] if starts and _indent(line) >= depth else line)
            starts = line.endswith("\n")
        result.append("".join(lines))
    return result


def _lines(pieces: Sequence[Piece]) -> list[tuple[str, bool, bool]]:
    """Each line's text up to its first hole, whether it begins a line, and whether a hole follows."""
    found: list[tuple[str, bool, bool]] = []
    starts = True
    for piece in pieces:
        if isinstance(piece, Hole):
            if starts:
                found.append(("", True, True))
            elif found and not found[-1][0].endswith("\n"):
                found[-1] = (found[-1][0], found[-1][1], True)
            starts = False
            continue
        for line in _LINE.findall(piece):
            found.append((line, starts, False))
            starts = line.endswith("\n")
    return found


def _indent(line: str) -> int:
    text = line.rstrip("\r\n")
    return len(text) - len(text.lstrip())


def assemble(pieces: Sequence[Piece]) -> tuple[str | Expression, ...]:
    """Apply strip markers, which reach to the end of their line, and drop empty text."""
    parts: list[str | Expression] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Hole):
            parts.append(piece.expression)
            continue
        text = piece
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if isinstance(before, Hole) and before.strip_after:
            first, newline, rest = text.partition("\n")
            text = first.lstrip() + newline + rest if first.strip() else rest
        if isinstance(after, Hole) and after.strip_before:
            head, newline, last = text.rpartition("\n")
            text = head + newline + last.rstrip()
        if text:
            parts.append(text)
    return tuple(parts)
