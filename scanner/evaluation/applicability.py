"""Which controls a product is not concerned by, because its supplier answered *no* to a question about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import get_close_matches

from scanner.domain.artifact import Location
from scanner.domain.assessment import ProfileAnswer
from scanner.domain.finding import Finding, Outcome
from scanner.domain.profile import Answer, Profile, Question
from scanner.domain.resource import Problem
from scanner.errors import ConfigurationError
from scanner.evaluation.redaction import redact
from scanner.sources.configuration import FILE


def check_profile(profile: Profile, questions: Sequence[Question]) -> None:
    """Refuse answers to questions that nobody asks.

    Raises:
        ConfigurationError: There is one. Left out in silence, it would change the verdict.
    """
    known = [question.id for question in questions]
    for name, answer in profile.answers.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"questions are {', '.join(known)}"
            raise ConfigurationError(f"{FILE} line {answer.line}: nobody asks {name!r}", hint=hint)


def applied(profile: Profile, questions: Sequence[Question], findings: Sequence[Finding]) -> tuple[ProfileAnswer, ...]:
    """The answers with what becomes of each, in the order of the questions.

    Args:
        profile: The supplier's answers; :func:`check_profile` has passed them.
        questions: Those of the catalogue.
        findings: Merged findings: what contradicts an answer is among them.
    """
    contradicting = {one.rule for one in findings if one.outcome is Outcome.FAIL and one.waiver is None}
    return tuple(
        _applied(question, profile.answers[question.id], contradicting)
        for question in questions
        if question.id in profile.answers
    )


def _applied(question: Question, answer: Answer, contradicting: Set[str]) -> ProfileAnswer:
    against = sorted(contradicting & set(question.contradicted_by))
    counts = answer.version == question.version and not against
    return ProfileAnswer(
        question=question.id,
        text=question.question,
        answer="yes" if answer.answer else "no",
        version=answer.version,
        answered=answer.answered.isoformat(),
        by=redact(answer.by),
        reason=redact(answer.reason),
        location=Location(path=FILE, start_line=answer.line),
        not_applicable=question.not_applicable if counts and not answer.answer else (),
        contradicted_by=tuple(against),
    )


def exemptions(answers: Sequence[ProfileAnswer]) -> Mapping[str, str]:
    """Controls that do not apply, each with the sentence that says why; of several answers the first is cited."""
    found: dict[str, str] = {}
    for one in answers:
        why = f": {one.reason}" if one.reason else ""
        place = f"{one.location.path}:{one.location.start_line}"
        text = f"the supplier answers no to “{one.text}”{why} ({one.by}, {one.answered}, {place})"
        for control in one.not_applicable:
            found.setdefault(control, text)
    return found


def stale(answers: Sequence[ProfileAnswer], questions: Sequence[Question]) -> Iterator[Problem]:
    """Answers that do not count, because they were given to another version of the question."""
    asked = {question.id: question.version for question in questions}
    for one in answers:
        if one.version != asked[one.question]:
            message = (
                f"the answer to {one.question!r} does not count: it was given to version {one.version} of the "
                f"question, which is now version {asked[one.question]}; read the question again and answer it anew"
            )
            yield Problem(stage="judging", message=message, location=one.location)
