"""Lists for readers: CSV, which a spreadsheet opens and writes again. Nothing of the source stands in them."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from scanner.domain.finding import Finding
from scanner.errors import UsageError
from scanner.evaluation.escaping import cell
from scanner.evaluation.redaction import clean

_COLUMNS = (
    *("number", "repository", "revision", "rule", "severity", "outcome", "path", "line", "message"),
    *("verdict", "why"),
)
_READ = ("repository", "rule", "path", "line", "verdict")
_DELIMITERS = ",;\t"
"""The second is what spreadsheets of many countries write."""
_DIGITS = 16
_LONGEST_LINE = 9
"""Digits of a line's number: no file has more lines, and Python refuses to read thousands of digits."""


class Verdict(StrEnum):
    """What a reader says of a finding; the names are those of a rule's readings."""

    RIGHT = "right"
    ARGUABLE = "arguable"
    WRONG = "wrong"


_VERDICTS = {**{one.value: one for one in Verdict}, "true": Verdict.RIGHT, "false": Verdict.WRONG}


class Drawn(NamedTuple):
    """A finding for a reader."""

    repository: str
    """URI of the source."""
    revision: str
    """Commit, empty where it is not known."""
    rule: str
    finding: Finding


class Reading(NamedTuple):
    """A row that was given to a reader."""

    repository: str
    rule: str
    """As it was called when the list was drawn."""
    path: str
    line: int
    verdict: Verdict | None
    """None where nobody has filled it in."""
    where: str
    """``file:line`` of the row."""

    @property
    def key(self) -> str:
        """That of the row in the ledger, the same in whatever file the row stands."""
        return key_of(self.repository, self.rule, self.path, self.line)


def key_of(repository: str, rule: str, path: str, line: int) -> str:
    """16 hexadecimal digits; they tell nobody whose code was read."""
    return hashlib.sha256("\n".join((repository, rule, path, str(line))).encode()).hexdigest()[:_DIGITS]


def written(drawn: Iterable[Drawn]) -> str:
    """The list: a row for each finding, with empty columns ``verdict`` and ``why``; severities as rules grade them."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for number, one in enumerate(drawn, 1):
        found, place = one.finding, one.finding.location
        rows.writerow((
            *(number, _cell(one.repository), _cell(one.revision), one.rule, found.weight.value, found.outcome.value),
            *(_cell(place.path), place.start_line, _cell(found.message), "", ""),
        ))  # fmt: skip
    return text.getvalue()


def read_list(file: Path) -> Iterator[Reading]:
    """The rows of a list, filled in or not.

    Raises:
        UsageError: It is no such list, or a row cannot be read; names file and line.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file} could not be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8", hint="save it as CSV in UTF-8") from None
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=True)
    line = 1
    try:
        missing = [name for name in _READ if name not in (rows.fieldnames or ())]
        if missing:
            raise UsageError(f"{file}:1: there is no column {', '.join(missing)}", hint="`archscan rules sample`")
        line = rows.line_num + 1
        for row in rows:
            if any(row.values()):
                yield _reading(row, f"{file}:{line}")
            line = rows.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{file}:{line}: no valid CSV: {error}") from None


def _reading(row: dict[str, str | None], where: str) -> Reading:
    repository, rule, path, line, told = ((row[name] or "").strip() for name in _READ)
    if told and told.lower() not in _VERDICTS:
        hint = "right or true, arguable, wrong or false; leave it empty where you cannot say"
        raise UsageError(f"{where}: {told!r} is no verdict", hint=hint)
    if not (line.isdecimal() and len(line) <= _LONGEST_LINE and repository and rule and path):
        raise UsageError(f"{where}: a row needs repository, rule, path, and line as a number")
    repository, path = (text.removeprefix("'") for text in (repository, path))
    return Reading(repository, rule, path, int(line), _VERDICTS.get(told.lower()), where)


def _cell(text: str) -> str:
    return cell(clean(text))
