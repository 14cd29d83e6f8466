"""What semgrep said of one file: read from its output, and kept as JSON between scans."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import NonNegativeInt, PositiveInt, ValidationError

from scanner.domain.artifact import Location
from scanner.domain.frozen import Frozen
from scanner.domain.resource import Problem
from scanner.errors import EngineError
from scanner.evaluation.redaction import redact

NUMBER = ".entry-"
"""Stands between the id of an entry and its number in what semgrep is given."""
OVER_TEXT = "-text"
"""Ends that of an entry that is an expression over text."""
_LASTING = frozenset({"PartialParsing", "Syntax error", "Lexical error", "Other syntax error", "AST builder error"})
"""Faults of the file itself; others, such as a timeout, may not come again."""
_MESSAGE_WIDTH = 400


class Match(Frozen):
    """A place that an entry of a rule matches."""

    entry: str
    """Id of the entry as in the rule file."""
    line: PositiveInt
    column: PositiveInt
    end_line: PositiveInt
    textual: bool = False
    """Whether the entry is an expression over text, which knows of no comments."""
    commented: bool = False
    """Whether it lies in a comment; not known before the file is looked at (scanner.engines.semgrep.comments)."""


class Fault(Frozen):
    """Why semgrep did not judge a file, or not all of it."""

    kind: str
    """As semgrep calls it."""
    line: PositiveInt = 1
    entry: str = ""
    """Id of the entry at which it happened, if at one."""
    message: str = ""
    """Without secrets."""

    def problem(self, path: str) -> Problem:
        """As it is told."""
        rule = self.entry.removesuffix(".accepted")
        during = f" with {rule}" if rule else ""
        what = {
            "PartialParsing": "semgrep could not read a part of this file, and nothing in that part was looked at",
            "Timeout": f"semgrep took too long over this file{during}",
            "Out of memory": f"semgrep took too much memory over this file{during}",
        }.get(self.kind, f"semgrep could not judge this file{during}: {self.message or self.kind}")
        location = Location(path=path, start_line=self.line)
        return Problem(stage="engines", engine="semgrep", message=what, location=location)


class Answer(Frozen):
    """All that semgrep said of a file."""

    seen: bool
    """Whether it looked at the file with any rule."""
    matches: tuple[Match, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def lasting(self) -> bool:
        """Whether the same file would get the same answer again."""
        return all(fault.kind in _LASTING for fault in self.faults)

    def to_bytes(self) -> bytes:
        """As it is kept."""
        return self.model_dump_json().encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Answer | None:
        """What was kept; None for anything else."""
        try:
            answer = cls.model_validate_json(data, strict=True)
        except ValidationError:
            return None
        return answer if answer.lasting else None


@dataclass(frozen=True)
class Output:
    """All that a run of semgrep said."""

    answers: Mapping[str, Answer]
    """By path, one for each file that it was given."""
    faulty: Mapping[str, str]
    """Name of a rule that semgrep refuses, and why."""


class _Written(Frozen, extra="ignore"):
    """The part of semgrep's output that is read."""


class _Position(_Written):
    line: NonNegativeInt
    col: NonNegativeInt


class _Result(_Written):
    check_id: str
    path: str
    start: _Position
    end: _Position


class _Span(_Written):
    start: _Position | None = None


class _Error(_Written):
    type: Any = None
    path: str | None = None
    rule_id: str | None = None
    message: str | None = None
    spans: tuple[_Span, ...] | None = None

    @property
    def kind(self) -> str:
        """Some kinds come with details of their own."""
        first = self.type[0] if isinstance(self.type, list) and self.type else self.type
        return str(first)

    @property
    def text(self) -> str:
        """Its first line, without secrets."""
        lines = (self.message or self.kind).splitlines()
        return redact(lines[0][:_MESSAGE_WIDTH]) if lines else ""

    def fault(self) -> Fault:
        """Of the file that it names."""
        start = self.spans[0].start if self.spans else None
        line = max(start.line, 1) if start else 1
        return Fault(kind=self.kind, line=line, entry=_entry(self.rule_id or ""), message=self.text)


class _Paths(_Written):
    scanned: tuple[str, ...] = ()


class _Document(_Written):
    results: tuple[_Result, ...]
    errors: tuple[_Error, ...]
    paths: _Paths


def read_output(data: bytes, given: Collection[str], rules: Collection[str]) -> Output:
    """Read what semgrep printed.

    Args:
        data: Its standard output.
        given: Paths of the files that it was given.
        rules: Names of the rules that it was given.

    Raises:
        EngineError: It is not what semgrep promises, or a fault of the whole run.
    """
    try:
        document = _Document.model_validate(json.loads(data))
    except (ValueError, RecursionError) as fault:
        raise EngineError("semgrep's output is not what its version promises") from fault
    matches: dict[str, list[Match]] = {path: [] for path in given}
    faults: dict[str, list[Fault]] = {path: [] for path in given}
    seen = {_plain(path) for path in document.paths.scanned}
    faulty: dict[str, str] = {}
    for error in document.errors:
        rule = _entry(error.rule_id or "").removesuffix(".accepted")
        if error.path:
            _of(error.path, faults).append(error.fault())
            seen.add(_plain(error.path))
        elif rule in rules:
            faulty[rule] = error.message or error.kind
        else:
            raise EngineError(f"semgrep reported: {redact((error.message or error.kind)[:_MESSAGE_WIDTH])}")
    for one in document.results:
        _of(one.path, matches).append(_match(one))
    answers = {path: _answer(matches[path], faults[path], seen=path in seen) for path in given}
    return Output(answers, faulty)


def _match(result: _Result) -> Match:
    line = max(result.start.line, 1)
    return Match(
        entry=_entry(result.check_id),
        line=line,
        column=max(result.start.col, 1),
        end_line=max(result.end.line, line),
        textual=result.check_id.endswith(OVER_TEXT),
    )


def _answer(matches: list[Match], faults: list[Fault], *, seen: bool) -> Answer:
    """In an order that does not depend on what semgrep did first."""
    return Answer(
        seen=seen,
        matches=tuple(sorted(matches, key=lambda one: (one.line, one.column, one.end_line, one.entry))),
        faults=tuple(sorted(faults, key=lambda one: (one.line, one.kind, one.entry, one.message))),
    )


def _of(path: str, known: Mapping[str, list[Any]]) -> list[Any]:
    try:
        return known[_plain(path)]
    except KeyError:
        raise EngineError(f"semgrep reported a file that it was not given: {path}") from None


def _plain(path: str) -> str:
    return path.removeprefix("./")


def _entry(reported: str) -> str:
    """The id that an entry has in its rule file, from the one that semgrep was given."""
    return reported.partition(NUMBER)[0]
