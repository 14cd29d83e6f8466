"""Loads the catalogue: ``rules/catalog/{principles,controls,clauses,regimes,questions}.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from scanner.domain.catalog import Catalog, Clause, Control, Principle, Regime
from scanner.domain.profile import Question
from scanner.errors import RuleFault, RulePackError
from scanner.rules.diagnostics import did_you_mean, validate
from scanner.rules.documents import Document, DocumentError, read_document

MAXIMUM_BYTES = 1024 * 1024
"""Largest file of the catalogue."""

QUESTIONS, REGIMES = "questions.yaml", "regimes.yaml"
"""Files of the questions to suppliers and of the regimes; a catalogue need not have any."""

E = TypeVar("E", Principle, Control, Clause, Question, Regime)


def read_catalog(folder: Path) -> Catalog:
    """Read and check the catalogue as its authors wrote it.

    Args:
        folder: ``catalog/``.

    Raises:
        RulePackError: It is missing or not valid; carries every fault.
    """
    faults: list[RuleFault] = []
    principles, version = _entries(folder / "principles.yaml", "principles", Principle, faults)
    controls, _ = _entries(folder / "controls.yaml", "controls", Control, faults)
    clauses, _ = _entries(folder / "clauses.yaml", "clauses", Clause, faults)
    questions: _Placed[Question] = []
    if (folder / QUESTIONS).is_file():
        questions, _ = _entries(folder / QUESTIONS, "questions", Question, faults)
    regimes: _Placed[Regime] = []
    if (folder / REGIMES).is_file():
        regimes, _ = _entries(folder / REGIMES, "regimes", Regime, faults)
    if not faults:
        known = {one.id for placed in (principles, controls, clauses) for _, _, one in placed}
        faults.extend(_bearing_on_nothing(regimes, known))
        faults.extend(_dangling(controls, {entry.id for _, _, entry in principles}, {c.id for _, _, c in clauses}))
        faults.extend(_about_nothing(questions, {entry.id for _, _, entry in controls}))
    if faults:
        raise RulePackError(faults)
    return Catalog(
        version=version,
        principles=tuple(entry for _, _, entry in principles),
        controls=tuple(entry for _, _, entry in controls),
        clauses=tuple(entry for _, _, entry in clauses),
        regimes=tuple(entry for _, _, entry in regimes),
        questions=tuple(entry for _, _, entry in questions),
    )


_Placed = list[tuple[Document, int, E]]


def _entries(path: Path, key: str, model: type[E], faults: list[RuleFault]) -> tuple[_Placed[E], str]:
    """The entries of one file with their places, and the file's version."""
    try:
        document = read_document(path, MAXIMUM_BYTES)
    except DocumentError as error:
        faults.append(error.fault)
        return [], ""
    data = document.data
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        faults.append(document.fault((), f"must be a map with a list of '{key}'"))
        return [], ""
    version = data.get("version")
    if model is Principle and not isinstance(version, str):
        faults.append(document.fault(("version",), "field 'version' is missing or no text", hint="put it in quotes"))
    placed: _Placed[E] = []
    seen: set[str] = set()
    for index in range(len(data[key])):
        entry, wrong = validate(model, document, (key, index))
        faults.extend(wrong)
        if entry is None:
            continue
        if entry.id in seen:
            faults.append(document.fault((key, index, "id"), f"'{entry.id}' is used twice"))
        seen.add(entry.id)
        placed.append((document, index, entry))
    return placed, version if isinstance(version, str) else ""


def _dangling(controls: _Placed[Control], principles: set[str], clauses: set[str]) -> Iterator[RuleFault]:
    for document, index, control in controls:
        route = ("controls", index)
        if control.principle not in principles:
            hint = did_you_mean(control.principle, principles)
            yield document.fault((*route, "principle"), f"no such principle: '{control.principle}'", hint=hint)
        for position, clause in enumerate(control.clauses):
            if clause not in clauses:
                hint = did_you_mean(clause, clauses)
                yield document.fault((*route, "clauses", position), f"no such clause: '{clause}'", hint=hint)


def _about_nothing(questions: _Placed[Question], controls: set[str]) -> Iterator[RuleFault]:
    for document, index, question in questions:
        for position, control in enumerate(question.not_applicable):
            if control not in controls:
                route = ("questions", index, "not_applicable", position)
                yield document.fault(route, f"no such control: '{control}'", hint=did_you_mean(control, controls))


def _bearing_on_nothing(regimes: _Placed[Regime], known: set[str]) -> Iterator[RuleFault]:
    for document, index, regime in regimes:
        for position, part in enumerate(regime.parts):
            route = ("regimes", index, "parts", position)
            if part.id not in known and not part.title:
                hint = did_you_mean(part.id, known) or "an area that is no clause needs a title"
                yield document.fault((*route, "id"), f"no such clause: '{part.id}'", hint=hint)
            for name in (*part.controls, *part.principles):
                if name not in known:
                    yield document.fault(
                        route, f"no such control or principle: '{name}'", hint=did_you_mean(name, known)
                    )
