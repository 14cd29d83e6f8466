"""The applicability profile: what a supplier answers, once, about the product, and which controls a *no* leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, PositiveInt, WithJsonSchema, model_validator
from pydantic.json_schema import SkipJsonSchema

from scanner.domain.frozen import Frozen

LINE_KEY = "line in the file"
"""Key under which the reader of a supplier's file adds to each entry where it stands."""
_WORDS = {"yes": True, "no": False, True: True, False: False}


class Question(Frozen):
    """A question about the product that is answered with yes or no."""

    id: str
    """As it stands in a profile: ``user_interface``."""
    version: PositiveInt = 1
    """Grows when the question asks something else than before: an answer to the older one counts no more."""
    question: str
    """As it is put to the supplier."""
    help: str = ""
    """What counts as yes, where that is not plain."""
    not_applicable: tuple[str, ...]
    """Controls that a *no* leaves out."""
    contradicted_by: tuple[str, ...] = ()
    """Rules whose finding shows that a *no* is not so: the controls are then judged as if nothing had been answered."""


def _answer(word: object) -> bool:
    if isinstance(word, str | bool) and word in _WORDS:
        return _WORDS[word]
    raise ValueError("it must be yes or no")


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("it is empty")
    return text


Text = Annotated[str, AfterValidator(_said)]
"""Text that says something."""


class Answer(Frozen):
    """What a supplier answers to one question, and who stands for it."""

    answer: Annotated[bool, BeforeValidator(_answer), WithJsonSchema({"enum": ["yes", "no", True, False]})]
    """``yes`` or ``no``."""
    version: PositiveInt
    """Version of the question that was answered."""
    answered: date
    """Day on which it was answered."""
    by: Text
    """Who answered: a name, and the role in which."""
    reason: str = ""
    """Why; a *no* needs one, since others rely on it."""
    line: SkipJsonSchema[int] = Field(default=1, validation_alias=LINE_KEY)
    """Where it stands in the file."""

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.answer and not self.reason.strip():
            raise ValueError("a no needs a reason: it leaves controls out, and others rely on it")
        return self


class Profile(Frozen):
    """The answers of a supplier."""

    answers: Mapping[str, Answer] = Field(default_factory=dict)
    """Question to answer. A question that is not answered leaves everything as it is."""
