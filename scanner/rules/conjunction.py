"""Takes conditions apart, so that what they ask about the whole repository is asked once and not for each subject.

A condition such as ``source.imports.exists(…) && !texts('code', 'python', 'calls.name').exists(…)`` looks through every
call of the product for every file. Its second operand is the same for all of them: alone, it is decided once, because
decisions are looked up by what an expression reads of its subject (:meth:`scanner.rules.decision.Expression.decide`).
So is what several rules ask about one subject, such as whether a policy is written in another document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from scanner import lazy_re
from scanner.domain.resource import Unknown
from scanner.errors import ExpressionError
from scanner.rules.activation import Activation
from scanner.rules.decision import Expression, Undecided
from scanner.rules.expression import Environment

_TOKEN = lazy_re.compile(
    r"""(?P<comment>//)|(?P<skipped>\s+)
    |(?P<text>[bB]?[rR](?:\"{3}[\s\S]*?\"{3}|'{3}[\s\S]*?'{3}|"[^"\n]*"|'[^'\n]*')
      |[bB]?(?:\"{3}(?:\\.|[^\\])*?\"{3}|'{3}(?:\\.|[^\\])*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<opening>[(\[{])|(?P<closing>[)\]}])
    |(?P<field>\.\s*\??\s*[A-Za-z_]\w*)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<both>&&)|(?P<weaker>\|\||\?)
    |(?P<other>[\s\S])""",
    re.VERBOSE | re.DOTALL,
)
_ASKS_EVERYTHING = frozenset({"any_text", "texts", "unseen"})
"""Functions that look through all resources of a family: worth asking once."""
_ASKS_ABOUT_SUBJECT = frozenset({"references", "referrers", "neighbours", "namespace_of", "images"})
"""Functions whose answer is another for each subject, and the same for all rules that ask it of one: worth asking once
of each (:meth:`scanner.rules.decision.Expression.decide`)."""
_SAME_FOR_ALL = frozenset({"parameters", "today"})
"""Variables that are the same for all subjects of a rule."""


def operands(text: str, variables: Collection[str]) -> tuple[str, ...]:
    """The operands of a condition, so that those which ask about more than what the subject says of itself stand alone.

    Args:
        text: An expression that compiles.
        variables: Those in scope.

    Returns:
        Expressions that, decided one after the other, hold together where ``text`` holds; just ``text`` where nothing
        would be won by taking it apart.
    """
    own = frozenset(variables) - _SAME_FOR_ALL
    joined: list[list[str]] = []
    found = False
    for operand, words in _conjuncts(text):
        alone = not _ASKS_ABOUT_SUBJECT.isdisjoint(words)
        alone |= own.isdisjoint(words) and not _ASKS_EVERYTHING.isdisjoint(words)
        found |= alone
        if alone or not joined or not joined[-1]:
            joined.append([operand])
        else:
            joined[-1].append(operand)
        if alone:
            joined.append([])
    groups = [group for group in joined if group]
    if not found or len(groups) == 1:
        return (text,)
    return tuple(" && ".join(f"({one})" for one in group) if len(group) > 1 else group[0] for group in groups)


@lru_cache(maxsize=4096)  # each is asked for where it is compiled, where it is run and where it is kept
def _conjuncts(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What stands between the outermost ``&&``, each with the words in it that are no fields."""
    depth, begin = 0, 0
    words: set[str] = set()
    made: list[tuple[str, frozenset[str]]] = []
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        depth += (kind == "opening") - (kind == "closing")
        if kind == "comment" or (kind == "weaker" and depth == 0):
            return ()  # an outermost || or ?: binds less than &&, and after a comment nothing may be put on its line
        if kind == "word":
            words.add(token.group())
        elif kind == "both" and depth == 0:
            made.append((text[begin : token.start()].strip(), frozenset(words)))
            begin, words = token.end(), set()
    return (*made, (text[begin:].strip(), frozenset(words)))


class Condition:
    """Operands that must all hold, decided in their order."""

    def __init__(self, parts: Sequence[Expression]) -> None:
        self.parts = tuple(parts)

    @property
    def variables(self) -> frozenset[str]:
        """Variables that some operand reads."""
        return frozenset().union(*(part.reads.variables for part in self.parts))

    def decide(self, activation: Activation) -> bool | Undecided:
        """Whether all operands hold; as for ``&&``, one that does not outweighs what is unknown or fails beside it.

        Raises:
            ExpressionError: An operand failed, and none is false.
        """
        unknowns: list[Unknown] = []
        failure: ExpressionError | None = None
        for part in self.parts:
            try:
                answer = part.decide(activation)
            except ExpressionError as error:
                failure = failure or error
                continue
            if answer is False:
                return False
            if isinstance(answer, Undecided):
                unknowns.extend(answer.unknowns)
        if failure is not None:
            raise failure
        return Undecided(tuple(dict.fromkeys(unknowns))) if unknowns else True


def compile_condition(text: str, within: Environment) -> Condition:
    """Compile a condition, taken apart where that is worth it.

    Args:
        text: At most 4 KB.
        within: Where it is to run.

    Raises:
        CompileError: It is written wrongly; carries every fault with line and column in ``text``.
    """
    parts = operands(text, within.variables)
    return Condition([within.compile(part, boolean=True) for part in parts])
