"""Templates: from text and marks, in the order in which they are written, to nested parts.

As Terraform does it: text is unescaped first, then strip markers take white space from the text beside them, then a
``<<-`` heredoc loses its indentation, and only then directives are put into one another. The text of a heredoc, or of
a file, is cut behind each line, and a strip marker reaches no farther than one such piece.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from scanner import lazy_re
from scanner.parsers.terraform.syntax.tree import (
    MAX_DEPTH,
    ConditionalDirective,
    Expression,
    ForDirective,
    Literal,
    NestingError,
    Part,
)

_ESCAPE = lazy_re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|\$\$\{|%%\{", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_LINE = lazy_re.compile(r"[^\n]*\n|[^\n]+")
_SPACE = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)


class UnreadableError(ValueError):
    """Terraform would not read the text, though a grammar does."""


class MarkKind(Enum):
    """What stands between ``${`` or ``%{`` and ``}``."""

    VALUE = "value"
    IF = "if"
    ELSE = "else"
    END_IF = "endif"
    FOR = "for"
    END_FOR = "endfor"


@dataclass(frozen=True, slots=True)
class Mark:
    """An interpolation, or the beginning, middle or end of a directive."""

    kind: MarkKind
    start: int
    """Its first byte in the source."""
    end: int
    """The byte behind it."""
    expression: Expression = field(default_factory=lambda: Literal(""))
    """The value, condition or collection."""
    names: tuple[str, ...] = ()
    strip_before: bool = False
    strip_after: bool = False


Token: TypeAlias = str | Mark


def unescape(text: str) -> str:
    """The value of a quoted string's text."""
    if "\\" in text or "${" in text or "%{" in text:
        text = _ESCAPE.sub(_replacement, text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def check_escapes(text: str) -> None:
    """Look at the escapes of a quoted string.

    Raises:
        UnreadableError: One stands for no character.
    """
    for match in _ESCAPE.finditer(text):
        short, long, letter = match.groups()
        code = int(short or long or "0", 16)
        if code >= 0x110000 or 0xD800 <= code < 0xE000 or (letter and letter not in _SIMPLE):
            raise UnreadableError(f"{match.group()} is no escape of a character")


def heredoc_lines(text: str) -> list[str]:
    """The lines of a heredoc's text, or of a template file; a backslash means itself there."""
    text = text.replace("$${", "${").replace("%%{", "%{")
    return _LINE.findall(text if text.isascii() else unicodedata.normalize("NFC", text))


def _replacement(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    if short or long:
        code = int(short or long, 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"
    if letter:
        return _SIMPLE.get(letter, letter)
    return match.group()[1:]


def strip(tokens: Sequence[Token]) -> list[Token]:
    """Apply strip markers to the text directly beside them; text that loses everything stays as an empty one."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if not isinstance(token, Mark):
            continue
        before = found[at - 1] if at else None
        if token.strip_before and isinstance(before, str):
            found[at - 1] = before.rstrip(_SPACE)
        after = found[at + 1] if at + 1 < len(found) else None
        if token.strip_after and isinstance(after, str):
            found[at + 1] = after.lstrip(_SPACE)
    return found


def dedent(tokens: Sequence[Token]) -> list[Token]:
    """Take the common indentation from the lines of a ``<<-`` heredoc; lines of white space do not count."""
    depths: list[int] = []
    lines: list[int] = []
    starts = True
    for at, token in enumerate(tokens):
        if starts and isinstance(token, Mark):
            depths.append(0)
        elif starts and isinstance(token, str) and (token.strip(_SPACE) or not token.endswith("\n")):
            depths.append(len(token) - len(token.lstrip(_SPACE)))
            lines.append(at)
        starts = isinstance(token, str) and token.endswith("\n")
    depth = min(depths, default=0)
    found = list(tokens)
    for at in lines:
        line = found[at]
        found[at] = line[depth:] if isinstance(line, str) else line
    return found


@dataclass(slots=True)
class _Open:
    """A directive whose end has not come yet."""

    mark: Mark | None
    parts: list[Part] = field(default_factory=list)
    yes: tuple[Part, ...] | None = None
    """Set when an ``else`` has been met."""

    def add(self, part: Part) -> None:
        """Add a part, text to text."""
        if isinstance(part, str) and self.parts and isinstance(self.parts[-1], str):
            self.parts[-1] += part
        elif part != "":
            self.parts.append(part)


def nest(tokens: Sequence[Token], text: Callable[[int, int], str]) -> tuple[Part, ...]:
    """Put directives into one another.

    Args:
        tokens: In which each directive that begins also ends.
        text: Gives source text between two bytes.

    Raises:
        NestingError: Directives lie too deep in one another.
    """
    waiting = [_Open(None)]
    for token in tokens:
        top = waiting[-1]
        if isinstance(token, str):
            top.add(token)
        elif token.kind is MarkKind.VALUE:
            top.add(token.expression)
        elif token.kind in (MarkKind.IF, MarkKind.FOR):
            if len(waiting) > MAX_DEPTH:
                raise NestingError(f"directives lie more than {MAX_DEPTH} deep in one another")
            waiting.append(_Open(token))
        elif token.kind is MarkKind.ELSE:
            top.yes, top.parts = tuple(top.parts), []
        else:
            closed = _closed(top, token, text)
            waiting.pop()
            waiting[-1].add(closed)
    parts = tuple(waiting[0].parts)
    if len(parts) == 1 < len(tokens) and not isinstance(parts[0], str | ConditionalDirective | ForDirective):
        return (*parts, "")  # text was here, though nothing of it is left: the value is a string
    return parts


def _closed(opened: _Open, end: Mark, text: Callable[[int, int], str]) -> ConditionalDirective | ForDirective:
    begin = opened.mark
    if begin is None:
        raise ValueError("a directive ends that has not begun")
    source = text(begin.start, end.end)
    parts = tuple(opened.parts)
    if begin.kind is MarkKind.FOR:
        return ForDirective(begin.names, begin.expression, parts, source)
    yes, no = (parts, ()) if opened.yes is None else (opened.yes, parts)
    return ConditionalDirective(begin.expression, yes, no, source)
