"""Text as OSCAL takes it: plain strings, which are shown as they are, and markup, which is rendered."""

from __future__ import annotations

from urllib.parse import quote

from scanner import lazy_re
from scanner.evaluation.overview import brief
from scanner.evaluation.redaction import clean

LONGEST = 2_000
"""Characters of a text that comes from a repository."""

_ACTIVE = lazy_re.compile(r"[\\`*\[\]<&~^{]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_AT_THE_START = lazy_re.compile(r"^([#+=:>-]|\d+(?=[.)]))")
_FENCE = lazy_re.compile(r"`{3,}")


def line(text: str) -> str:
    """One line of plain text, never empty."""
    return brief(text, LONGEST) or "-"


def markup(text: str) -> str:
    """One line of markup in which nothing is more than text: no link, no image, no HTML, no parameter to insert."""
    escaped = _ACTIVE.sub(r"\\\g<0>", line(text))
    start = _AT_THE_START.match(escaped)
    if start is None:
        return escaped
    return f"{start[1]}\\{escaped[start.end() :]}" if start[1].isdigit() else f"\\{escaped}"


def prose(text: str) -> str:
    """The Markdown of a rule or of the catalogue, by which its author means something; without control characters."""
    return "\n".join(_kept(part) for part in text.strip().split("\n"))


def listing(lines: tuple[str, ...], first: int) -> str:
    """Lines of source as a block of code, each with its number; a fence in them cannot end it."""
    shown = [f"{number:>5}  {_FENCE.sub('``', _kept(one))}" for number, one in enumerate(lines, first)]
    return "\n".join(("```", *shown, "```"))


def reference(path: str, first: int, last: int | None = None) -> str:
    """A place below the scanned root as a relative reference."""
    lines = f"L{first}" if last is None or last <= first else f"L{first}-L{last}"
    return f"./{quote(path.lstrip('/') or '.', safe='/', encoding='utf-8', errors='replace')}#{lines}"


def _kept(text: str) -> str:
    stripped = text.lstrip(" \t")
    return text[: len(text) - len(stripped)].expandtabs(4) + clean(stripped)
