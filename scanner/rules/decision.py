"""One compiled expression and what it says of subjects: true, false, or that nobody can know."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from scanner.domain.resource import Unknown, Value
from scanner.errors import ExpressionError
from scanner.rules import checked, rewriting
from scanner.rules.activation import Activation
from scanner.rules.holes import MARKER
from scanner.rules.reads import Reads, reads

if TYPE_CHECKING:
    from scanner.rules.expression import Environment

Program: TypeAlias = Any
"""What the CEL library runs; only the environment knows what that is."""
_REMEMBERED = 5_000
"""Decisions of one expression that are kept, about 200 bytes each."""


@dataclass(frozen=True)
class Undecided:
    """The answer of an expression that would have to know what nobody knows."""

    unknowns: tuple[Unknown, ...]
    """The values that stood in the way."""


class Compiled(NamedTuple):
    """What is kept of an expression that compiled, so that it need not be compiled again."""

    known: bytes
    """Rewritten for subjects of which all is known, as the library serializes it."""
    quick: bytes
    """Rewritten for all others."""
    reads: Reads


class _Last(NamedTuple):
    """The last answer of an expression that asks about its subject."""

    subject: object
    key: Hashable
    """Of what it read."""
    answer: bool | Undecided
    asked: bool
    """Whether it came to the question."""


def rewritten(serialized: bytes, form: rewriting.Form, counted: frozenset[str]) -> bytes:
    """A checked expression in another form (:mod:`scanner.rules.rewriting`)."""
    tree = checked.read(serialized)
    rewriting.rewrite(tree, form, counted)
    return checked.write(tree)


class Expression:
    """A compiled expression."""

    def __init__(
        self, environment: Environment, text: str, serialized: bytes | None, compiled: Compiled | None = None
    ) -> None:
        self.text = text
        self._environment = environment
        self._given = serialized
        self._compiled = compiled
        self._decided: dict[Hashable, bool | Undecided] = {}
        self._last: _Last | None = None

    @cached_property
    def _serialized(self) -> bytes:
        return self._environment.recompile(self.text) if self._given is None else self._given

    def compiled(self) -> Compiled:
        """What of it is worth keeping: its usual forms, and what it looks at."""
        counted, forms = self._environment.counted, (rewriting.Form.KNOWN, rewriting.Form.QUICK)
        known, quick = (rewritten(self._serialized, form, counted) for form in forms)
        return Compiled(known, quick, self.reads)

    @cached_property
    def reads(self) -> Reads:
        """What it looks at."""
        if self._compiled is not None:
            return self._compiled.reads
        return reads(checked.read(self._serialized), self._environment.variables)

    @cached_property
    def _asks_who(self) -> bool:
        return not self._environment.about_subject.isdisjoint(self.reads.functions)

    @cached_property
    def _makes_no_holes(self) -> bool:
        return self._environment.giving_trees.isdisjoint(self.reads.functions)

    @cached_property
    def _known(self) -> Program:
        if self._compiled is not None:
            return self._environment.load(self._compiled.known)
        return self._environment.program(self._serialized, rewriting.Form.KNOWN)

    @cached_property
    def _quick(self) -> Program:
        if self._compiled is not None:
            return self._environment.load(self._compiled.quick)
        return self._environment.program(self._serialized, rewriting.Form.QUICK)

    @cached_property
    def _plain(self) -> Program:
        return self._environment.program(self._serialized, rewriting.Form.PLAIN)

    @cached_property
    def _guarded(self) -> Program:
        return self._environment.program(self._serialized, rewriting.Form.GUARDED)

    def evaluate(self, activation: Activation) -> Value | Undecided:
        """The expression's value for a subject.

        Returns:
            A JSON value, in which parts may be unknown, or :class:`Undecided`.

        Raises:
            ExpressionError: The expression failed for another reason than an unknown value: a fault of the rule.
        """
        self._environment.subject = activation.subject
        bound = self._environment.activate(activation.encoded(self.reads))
        is_known = self._makes_no_holes and activation.is_known(self.reads)
        self._environment.holes.forget()
        failure, value = self._environment.run(self._known if is_known else self._quick, bound)
        if failure is not None and is_known:
            if MARKER in failure:  # all that is unknown are answers of functions, and these have been met
                return Undecided(self._environment.holes.met())
            failure, value = self._environment.run(self._quick, bound)
        if failure is None:
            decoded = self._environment.holes.decode(value)
            return Undecided((decoded,)) if isinstance(decoded, Unknown) else decoded
        return self._undecided(bound, failure)

    def decide(self, activation: Activation) -> bool | Undecided:
        """Whether the expression holds for a subject; looked up where it was decided for one that is like it.

        Raises:
            ExpressionError: As :meth:`evaluate`, and where the value is neither true nor false.
        """
        if self._asks_who:
            return self._decide_of(activation)
        key = activation.key(self.reads)
        answer = self._decided.get(key)
        if answer is None:
            answer = self._decide(activation)
            if len(self._decided) >= _REMEMBERED:
                self._decided.clear()
            self._decided[key] = answer
        return answer

    def _decide_of(self, activation: Activation) -> bool | Undecided:
        """As :meth:`decide`, where the answer hangs on who is asked.

        The last one is remembered, because several rules ask the same of one subject in turn. Not so what left a
        trace: whoever asks next must find it.
        """
        environment, key = self._environment, activation.key(self.reads)
        last = self._last
        if last is not None and last.subject is activation.subject and last.key == key:
            environment.asks_who |= last.asked
            return last.answer
        asked, environment.asks_who, traced = environment.asks_who, False, len(environment.traced)
        answer = self._decide(activation)
        if activation.subject is not None and len(environment.traced) == traced:
            self._last = _Last(activation.subject, key, answer, environment.asks_who)
        environment.asks_who |= asked
        return answer

    def _decide(self, activation: Activation) -> bool | Undecided:
        value = self.evaluate(activation)
        if isinstance(value, bool | Undecided):
            return value
        raise ExpressionError(f"gave {type(value).__name__} where true or false is needed: {self._shown()}")

    def _undecided(self, bound: Program, failure: str) -> Undecided:
        """Evaluate again with every operand guarded, to learn whether unknown values are the cause."""
        holes = self._environment.holes
        holes.forget()
        cause, _ = self._environment.run(self._guarded, bound)
        unknowns = holes.met()
        if cause is not None and MARKER in cause and unknowns:
            return Undecided(unknowns)
        if "matches" in self.reads.functions:
            failure = self._environment.run(self._plain, bound)[0] or failure
        hint = "write .?name.orValue(…) where an attribute may be missing" if "Key not found" in failure else None
        raise ExpressionError(f"{_plain(failure)} in: {self._shown()}", hint=hint)

    def _shown(self) -> str:
        single = " ".join(self.text.split())
        return single if len(single) <= 120 else f"{single[:117]}…"


def _plain(failure: str) -> str:
    """A failure without the library's status words."""
    text = failure.splitlines()[0] if failure else "failed"
    return text.split(": ", 1)[1] if text.split(": ", 1)[0].isupper() and ": " in text else text
