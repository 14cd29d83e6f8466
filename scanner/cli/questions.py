"""Asks a supplier what the product is: in a dialogue, or from what was given on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import typer
from pydantic import ValidationError

from scanner.domain.profile import Answer, Question
from scanner.errors import UsageError

_FORM = "write QUESTION=yes or QUESTION=no:REASON"


def given(texts: Sequence[str], questions: Sequence[Question], by: str, today: date) -> dict[str, Answer]:
    """Answers from the command line.

    Args:
        texts: ``QUESTION=yes`` or ``QUESTION=no:REASON``.
        questions: Those that are asked.
        by: Who answers.
        today: Day on which it is answered.

    Raises:
        UsageError: One is written otherwise, names no question, or nobody answers.
    """
    by_id = {question.id: question for question in questions}
    found: dict[str, Answer] = {}
    for text in texts:
        name, equals, rest = text.partition("=")
        word, _, reason = rest.partition(":")
        if not equals or name not in by_id:
            known = ", ".join(by_id)
            raise UsageError(f"--answer {text!r} answers no question", hint=f"{_FORM}; questions are {known}")
        if not by.strip():
            raise UsageError("nobody answers", hint='--by "NAME, ROLE" says who')
        found[name] = _answer(by_id[name], word.strip(), reason.strip(), by, today)
    return found


def ask(
    questions: Sequence[Question], known: Mapping[str, Answer], by: str, today: date
) -> tuple[dict[str, Answer], str]:
    """Ask what has no answer yet, or one to an older question.

    Args:
        questions: Those that are asked.
        known: Answers that are there.
        by: Who answers; asked for where it is empty.
        today: Day on which it is answered.

    Returns:
        The new answers, and who gave them. A question that is passed over has none.
    """
    waiting = [one for one in questions if one.id not in known or known[one.id].version != one.version]
    found: dict[str, Answer] = {}
    if not waiting:
        return found, by
    number = "1 question" if len(waiting) == 1 else f"{len(waiting)} questions"
    typer.echo(f"{number} about the product. A no leaves out what does not concern it; Enter passes over.")
    for place, question in enumerate(waiting, start=1):
        typer.echo(f"\n{place}. {question.question}" + (f"\n   {question.help.strip()}" if question.help else ""))
        word = _word()
        if not word:
            continue
        by = by or _text("   Who answers (name, role)?")
        reason = _text("   Why not?") if word == "no" else ""
        found[question.id] = _answer(question, word, reason, by, today)
    return found, by


def _word() -> str:
    while True:
        said = str(typer.prompt("   yes / no", default="", show_default=False)).strip().lower()
        if said in {"", "y", "yes", "n", "no"}:
            return {"y": "yes", "n": "no"}.get(said, said)
        typer.echo("   yes, no, or Enter to pass over")


def _text(question: str) -> str:
    while True:
        said = str(typer.prompt(question)).strip()
        if said:
            return said


def _answer(question: Question, word: str, reason: str, by: str, today: date) -> Answer:
    content = {"answer": word, "version": question.version, "answered": today, "by": by, "reason": reason}
    try:
        return Answer.model_validate(content)
    except ValidationError as error:
        said = error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
        raise UsageError(f"{question.id}: {said}", hint=_FORM) from None
