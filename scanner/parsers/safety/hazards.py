"""Finds the hazards of a document: rows of a table, parts under headings of their own, forms, or the whole file.

What is written in several places of one document under the same identifier is one hazard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scanner import lazy_re
from scanner.parsers.blocks import Block, Heading, Row, Table, Text
from scanner.parsers.safety.fields import RESIDUAL, Field, field_of

MOST_HAZARDS = 2_000
_LONGEST = 2_000
_HEADER_ROWS = 15
_BLANK = lazy_re.compile(r"^[\s\-\u2013\u2014_.*|✅❌⚠️🟠🟡🔴]*$|^(none|n/?k|\?+)$", re.IGNORECASE)
_ID = lazy_re.compile(
    r"^(?:clinical )?(?:hazard\s+)?#?([A-Za-z]{1,12}[-_ ]?\d{1,5}|\d{1,4})\b\s*[:.\u2013\u2014-]*\s*(.*)$",
    re.IGNORECASE,
)
_TITLED = lazy_re.compile(r"^(?:hazard|haz|hz|h|risk|r|cs|chz)[-_ ]?\d", re.IGNORECASE)
_LABELLED = lazy_re.compile(
    r"^(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__)([^*_:]{2,60}?)(?::?\s*(?:\*\*|__)\s*:?\s*)(.*)$"
    r"|^(?:[-*+]\s+)?([A-Z][A-Za-z \u00d7/()]{1,40}):\s+(.*)$"
)
_FORM_FIELDS = frozenset({Field.CAUSE, Field.EFFECT, Field.CONTROLS, Field.RISK, Field.SEVERITY, Field.LIKELIHOOD})


@dataclass
class Hazard:
    """One hazard, as it is gathered."""

    id: str
    line: int
    fields: dict[Field, str] = field(default_factory=dict)

    def add(self, name: Field, text: str) -> None:
        """Add to a field what is written; nothing where that is blank."""
        text = text.strip().strip("*_").strip()
        known = self.fields.setdefault(name, "")
        if text and not (_BLANK.match(text) and known):
            self.fields[name] = f"{known}; {text}"[:_LONGEST] if known and not _BLANK.match(known) else text[:_LONGEST]

    def filled(self, name: Field) -> bool:
        """Whether somebody wrote something there."""
        return not _BLANK.match(self.fields.get(name, ""))


def hazards(blocks: Sequence[Block], stem: str, *, alone: bool) -> list[Hazard]:
    """The hazards of a document.

    Args:
        blocks: What it holds.
        stem: Name of the file without its ending, for a hazard that fills the file.
        alone: Whether a file of this name may be about one hazard.
    """
    found = [*_in_tables(blocks), *_under_headings(blocks)]
    if not found and alone:
        found = _whole(blocks, stem)
    joined: dict[str, Hazard] = {}
    for one in found:
        first = joined.setdefault(one.id.lower(), one)
        if first is not one:
            for name, text in one.fields.items():
                if not first.filled(name):
                    first.add(name, text)
    return list(joined.values())[:MOST_HAZARDS]


def _in_tables(blocks: Iterable[Block]) -> list[Hazard]:
    found: list[Hazard] = []
    for block in blocks:
        if isinstance(block, Table):
            found.extend(_form(block) or _rows(block, len(found)))
    return found


def _rows(table: Table, before: int) -> list[Hazard]:
    """The hazards of a table, a row each; a row that names none goes on about the one above it."""
    header, columns = _header(table)
    if not columns:
        return []
    found: list[Hazard] = []
    for row in table.rows[header + 1 :]:
        texts = {name: row.cells[at] for at, name in columns.items() if at < len(row.cells)}
        name = texts.get(Field.ID, "").strip("*_` ")
        told = any(texts.get(one) for one in (Field.TITLE, Field.DESCRIPTION))
        if not name and not told and found:
            _fill(found[-1], row, columns)
        elif told and sum(1 for text in texts.values() if text) > 1:
            found.append(Hazard(name[:60] or f"{before + len(found) + 1}", row.line))
            _fill(found[-1], row, columns)
    return found


def _fill(hazard: Hazard, row: Row, columns: dict[int, Field]) -> None:
    for at, name in columns.items():
        if at < len(row.cells) and name is not Field.ID:
            hazard.add(name, row.cells[at])


def _header(table: Table) -> tuple[int, dict[int, Field]]:
    """The row with the names of the columns, and which column holds what; no columns where it is no hazard log."""
    best: tuple[int, dict[int, Field]] = (0, {})
    for number, row in enumerate(table.rows[:_HEADER_ROWS]):
        columns = _columns(row)
        if len(columns) > len(best[1]):
            best = (number, columns)
    names = set(best[1].values())
    is_log = (
        len(names) >= 4
        and bool(names & {Field.TITLE, Field.DESCRIPTION})
        and bool(names & {Field.CAUSE, Field.EFFECT, Field.CONTROLS})
        and len(table.rows) > best[0] + 1
    )
    return best if is_log else (0, {})


def _columns(row: Row) -> dict[int, Field]:
    """What each column holds. A rating that comes a second time is that of the risk which remains."""
    columns: dict[int, Field] = {}
    for at, cell in enumerate(row.cells):
        name = field_of(cell)
        taken = name in columns.values()
        if name in RESIDUAL and taken:
            name = RESIDUAL[name]
        elif name is Field.EFFECT and taken and cell.lower().startswith(("impact", "consequence")):
            name = Field.SEVERITY
        if name is not None:
            columns[at] = name
    return columns


def _form(table: Table) -> list[Hazard]:
    """The hazard of a table that has a field in each row: its name at the left, its content at the right."""
    rows = [row for row in table.rows if len(row.cells) >= 2]
    named = [(field_of(row.cells[0]), row) for row in rows]
    kinds = {name for name, _ in named if name is not None}
    if Field.ID not in kinds or len(kinds) < 3 or len(kinds) * 3 < len(rows):
        return []
    name = next(row.cells[1] for kind, row in named if kind is Field.ID).strip("*_` ")
    hazard = Hazard(name[:60], table.rows[0].line)
    last: Field | None = None
    for kind, row in named:
        last = kind if kind is not None else (last if not row.cells[0].strip("*_ ") else None)
        if last is not None and last is not Field.ID:
            hazard.add(last, "; ".join(cell for cell in row.cells[1:] if cell))
    return [hazard] if name else []


def _under_headings(blocks: Sequence[Block]) -> list[Hazard]:
    """Hazards that have a heading of their own, such as ``### HAZ-012: wrong patient shown``."""
    found: list[Hazard] = []
    level = 0
    within = _Within()
    for block in blocks:
        if not isinstance(block, Heading):
            if level:
                within.field = _read(found[-1], block, within.field)
            continue
        words = block.text.strip("*_ ")
        titled = _ID.match(words) if _TITLED.match(words) else None
        if titled:
            found.append(Hazard(titled[1], block.line, {Field.TITLE: titled[2][:_LONGEST]} if titled[2] else {}))
            level, within = block.level, _Within()
        elif block.level <= level:
            level = 0
        elif level:
            within.enter(found[-1], block)
    return [one for one in found if one.fields.keys() & _FORM_FIELDS]


@dataclass
class _Within:
    """The part of a hazard's description in which one reads."""

    field: Field | None = None
    level: int = 0

    def enter(self, hazard: Hazard, heading: Heading) -> None:
        """Go on at a heading; one below that of a field is what the field lists."""
        if self.field is not None and heading.level > self.level > 0:
            hazard.add(self.field, heading.text)
        else:
            label, colon, said = heading.text.partition(":")
            self.field, self.level = field_of(label if colon else heading.text), heading.level
            if self.field is not None and self.field is not Field.ID and said.strip("*_ "):
                hazard.add(self.field, said)


def _read(hazard: Hazard, block: Block, section: Field | None) -> Field | None:
    """Take what a line or a small table says of a hazard; tells the field to which the next line belongs."""
    if isinstance(block, Table):
        for row in block.rows:
            name = field_of(row.cells[0]) if row.cells else None
            if name is not None and name is not Field.ID:
                hazard.add(_within(name, section), "; ".join(row.cells[1:]))
        return section
    if not isinstance(block, Text):
        return section
    labelled = _LABELLED.match(block.text)
    name = field_of(labelled[1] or labelled[3]) if labelled else None
    if labelled and name is not None and name is not Field.ID:
        own = _within(name, section)
        hazard.add(own, labelled[2] or labelled[4] or "")
        return section if own in RESIDUAL.values() or name in RESIDUAL else own
    if (section is not None and section not in RESIDUAL.values()) or (
        section is not None and not hazard.filled(section)
    ):
        hazard.add(section, block.text)
    return section


def _within(name: Field, section: Field | None) -> Field:
    """A rating in the part about the risk that remains is a rating of that."""
    return RESIDUAL.get(name, name) if section in RESIDUAL.values() else name


def _whole(blocks: Sequence[Block], stem: str) -> list[Hazard]:
    """The one hazard that a file is about: its headings or labels name the fields."""
    hazard = Hazard(stem, 1)
    section: Field | None = None
    for block in blocks:
        section = field_of(block.text) if isinstance(block, Heading) else _read(hazard, block, section)
    return [hazard] if len(hazard.fields.keys() & _FORM_FIELDS) >= 2 else []
