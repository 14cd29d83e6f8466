"""Cuts a page to the size that its reader takes: whole entries only, and a sentence that says what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scanner.evaluation.overview import count

_RESERVE = 1_000
"""Bytes kept for the sentence that says what is left out."""


@dataclass(frozen=True)
class Section:
    """A part of a page: what it begins with, entries of which some may be left out, and what it ends with."""

    opening: str
    entries: tuple[str, ...] | None = None
    """None where the opening says it all; a section whose list is empty is not shown."""
    closing: str = ""
    one: str = "line"
    """What an entry is called."""
    many: str = "lines"


def fitted(sections: Sequence[Section], limit: int, marker: str = "") -> str:
    """The page, of at most so many bytes in UTF-8, which is never less than so many characters.

    Args:
        sections: In order. The first must fit; of the others, entries are kept from the first on while there is room.
        limit: Bytes.
        marker: A last line that is always there.
    """
    end = f"\n{marker}\n" if marker else "\n"
    room = limit - _RESERVE - len(end.encode())
    kept: list[str] = []
    cut: list[str] = []
    for section in sections:
        text, left_out = _as_fits(section, room)
        if text:
            kept.append(text)
            room -= len(text.encode()) + 2
        if left_out:
            cut.append(left_out)
    if cut:
        kept.append(f"Left out, for GitHub takes no more: {', '.join(cut)}. The json report is whole.")
    return "\n\n".join(kept) + end


def _as_fits(section: Section, room: int) -> tuple[str, str]:
    """A section with as many of its entries as there is room for, and the words for those that are left out."""
    used = len(section.opening.encode()) + len(section.closing.encode()) + 4
    if section.entries is None:
        return (section.opening, "") if used <= room else ("", f"1 {section.one}")
    kept: list[str] = []
    for entry in section.entries:
        used += len(entry.encode()) + 1
        if used > room:
            break
        kept.append(entry)
    missing = len(section.entries) - len(kept)
    left_out = count(missing, section.one, section.many) if missing else ""
    if not kept:
        return "", left_out
    return "\n".join(filter(None, (section.opening, *kept, section.closing))).strip("\n"), left_out
