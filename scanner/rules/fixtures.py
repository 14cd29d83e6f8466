"""Fixtures of a rule: annotated files, and folders with the findings that they must give."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import PositiveInt

from scanner import lazy_re
from scanner.domain.catalog import Severity
from scanner.domain.finding import Outcome
from scanner.domain.frozen import Frozen
from scanner.errors import RuleFault
from scanner.rules.diagnostics import validate
from scanner.rules.documents import DocumentError, read_document

EXPECTATION = "expect.yaml"
"""File that makes a folder under ``tests/`` a repository of its own."""

_LARGEST_ANNOTATED = 1024 * 1024
_ANNOTATION = lazy_re.compile(
    r"^\s*(?:\#|//|/\*+|<!--|--|;|\*|<%--|<%\#|@\*|\{\#|\{\{!(?:--)?|')\s*"
    r"(?P<kind>ruleid|ok|open|review):\s*(?P<names>[a-z0-9][a-z0-9-]*(?:\s*,\s*[a-z0-9][a-z0-9-]*)*)"
    r"\s*(?:\*/|-->|--%>|%>|\*@|\#\}|(?:--)?\}\})?\s*$"
)


class Announced(StrEnum):
    """What an annotation says of the line below it."""

    FAIL = "ruleid"
    PASS = "ok"  # noqa: S105  # a word of fixtures, not a password
    OPEN = "open"
    REVIEW = "review"

    @property
    def outcome(self) -> Outcome:
        """The outcome that a finding must have; for ``ok``, the only one that it may have."""
        return {
            Announced.FAIL: Outcome.FAIL,
            Announced.PASS: Outcome.PASS,
            Announced.OPEN: Outcome.OPEN,
            Announced.REVIEW: Outcome.REVIEW,
        }[self]


@dataclass(frozen=True)
class Annotation:
    """One rule named in one annotation."""

    kind: Announced
    rule: str
    line: int | None
    """One-based line at which the finding must stand: the next that is neither blank nor an annotation."""
    written: int
    """One-based line of the annotation."""


class ExpectedFinding(Frozen):
    """A finding that a folder must give."""

    outcome: Outcome
    path: str | None = None
    line: PositiveInt | None = None
    severity: Severity | None = None


class Expectation(Frozen):
    """What ``expect.yaml`` holds."""

    findings: tuple[ExpectedFinding, ...]
    """All findings that are no passes; an empty list means nothing but passes."""


@dataclass(frozen=True)
class Case:
    """A folder that is a repository of its own."""

    folder: Path
    expectation: Expectation


@dataclass(frozen=True)
class Fixtures:
    """All fixtures of a rule."""

    loose: tuple[Path, ...]
    """Files that are one small repository together, sorted."""
    cases: tuple[Case, ...]
    annotations: tuple[tuple[Path, Annotation], ...]
    faults: tuple[RuleFault, ...]

    def flagged(self) -> int:
        """How many must be flagged: places in files, and folders."""
        announced = sum(note.kind in {Announced.FAIL, Announced.REVIEW} for _, note in self.annotations)
        wanted = {Outcome.FAIL, Outcome.REVIEW}
        expected = (case.expectation.findings for case in self.cases)
        return announced + sum(any(found.outcome in wanted for found in findings) for findings in expected)

    def accepted(self) -> int:
        """How many must pass: places in files, and folders of which nothing else is said."""
        announced = sum(note.kind is Announced.PASS for _, note in self.annotations)
        expected = (case.expectation.findings for case in self.cases)
        return announced + sum(all(found.outcome is Outcome.PASS for found in findings) for findings in expected)


def read_annotations(text: str) -> tuple[Annotation, ...]:
    """The annotations of a file, in the comment style of any language that archscan reads."""
    lines = text.splitlines()
    found: list[Annotation] = []
    waiting: list[tuple[Announced, str, int]] = []
    for number, line in enumerate(lines, start=1):
        match = _ANNOTATION.match(line)
        if match:
            kind = Announced(match["kind"])
            waiting.extend((kind, name.strip(), number) for name in match["names"].split(","))
        elif line.strip():
            found.extend(Annotation(kind, name, number, written) for kind, name, written in waiting)
            waiting.clear()
    found.extend(Annotation(kind, name, None, written) for kind, name, written in waiting)
    return tuple(found)


def read_fixtures(folder: Path, rule: str) -> Fixtures:
    """Read the fixtures of a rule, with all that is wrong with them.

    Args:
        folder: The rule's folder.
        rule: The rule's name; an annotation that names another is a fault.
    """
    tests = folder / "tests"
    if not tests.is_dir():
        return Fixtures((), (), (), ())
    faults: list[RuleFault] = []
    cases = []
    owned = _owned(tests)
    for folder_of_case in owned:
        read, wrong = _read_expectation(tests / folder_of_case / EXPECTATION)
        faults.extend(wrong)
        if read is not None:
            cases.append(Case(tests / folder_of_case, read))
    loose = tuple(map(Path, _files(os.fspath(tests), owned)))
    notes = []
    for path in loose:
        for note, fault in _annotations_of(path, rule):
            notes.append((path, note))
            faults.extend([fault] if fault else [])
    return Fixtures(loose, tuple(cases), tuple(notes), tuple(faults))


def _owned(tests: Path) -> list[str]:
    """Names of the folders that are repositories of their own, sorted."""
    with os.scandir(tests) as entries:
        folders = [entry for entry in entries if entry.is_dir()]
    return sorted(entry.name for entry in folders if os.path.lexists(f"{entry.path}/{EXPECTATION}"))


def _files(folder: str, without: Collection[str] = ()) -> Iterator[str]:
    """Paths of all files below a folder, in the order of their parts; links to folders are not followed."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name in without:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif entry.is_file():
            yield entry.path


def _read_expectation(path: Path) -> tuple[Expectation | None, tuple[RuleFault, ...]]:
    try:
        document = read_document(path)
    except DocumentError as error:
        return None, (error.fault,)
    return validate(Expectation, document)


def _annotations_of(path: Path, rule: str) -> Iterator[tuple[Annotation, RuleFault | None]]:
    if path.stat().st_size > _LARGEST_ANNOTATED:
        return
    text = path.read_bytes().decode("utf-8", "replace")
    for note in read_annotations(text):
        yield note, _annotation_fault(path, text, note, rule)


def _annotation_fault(path: Path, text: str, note: Annotation, rule: str) -> RuleFault | None:
    excerpt = text.splitlines()[note.written - 1]
    column = excerpt.find(note.rule) + 1
    if note.rule != rule:
        message, hint = f"the annotation names '{note.rule}', not this rule", f"write '{rule}'"
        return RuleFault(path, note.written, column, message, hint=hint, excerpt=excerpt)
    if note.line is None:
        return RuleFault(path, note.written, column, "the annotation has no line below it", excerpt=excerpt)
    return None
