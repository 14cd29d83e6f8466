"""The obvious ways in which the expression of a rule can be wrong, each of which some fixture must notice.

The text itself is changed, so that an author reads what was broken in the form in which it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scanner import lazy_re

_TOKEN = lazy_re.compile(
    r"""(?P<space>\s+)
    |(?P<text>[rRbB]{0,2}(?:\"\"\".*?\"\"\"|'''.*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))
    |(?P<word>[A-Za-z_]\w*|\d[\w.]*)
    |(?P<sign>&&|\|\||==|!=|<=|>=|\.\?|\[\?|[-+*/%<>!?:,.()\[\]{}])""",
    re.VERBOSE | re.DOTALL,
)
_OPPOSITES = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_QUANTIFIERS = {"exists": "all", "all": "exists"}
_OPENING, _CLOSING = {"(", "[", "{", "[?"}, {")", "]", "}"}
_ENDS = {",", "?", ":"}
"""What ends an operand, besides a bracket."""
_BEFORE_A_VALUE = _ENDS | _OPPOSITES.keys() | {"&&", "||", "!", "+", "-", "*", "/", "%", "in"}
"""After what a bracket opens a list; elsewhere it asks for an element."""


class Mutant(NamedTuple):
    """An expression that was broken in one place."""

    text: str
    change: str
    """What was changed, for the author."""


class _Token(NamedTuple):
    text: str
    start: int
    depth: int
    """How many brackets are open; those that open and close stand outside."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class _Span(NamedTuple):
    start: int
    end: int


def mutants(expression: str) -> tuple[Mutant, ...]:
    """All of an expression, each once.

    Args:
        expression: In CEL, without a fault.
    """
    tokens = _tokens(expression)
    made = [
        Mutant("true", "is always true"),
        Mutant("false", "is always false"),
        *_without_operands(expression, tokens),
        *_with_opposites(expression, tokens),
        *_with_branches_swapped(expression, tokens),
    ]
    first = {mutant.text: mutant for mutant in reversed(made) if mutant.text != expression}
    return tuple(mutant for mutant in made if first.get(mutant.text) is mutant)


def _tokens(expression: str) -> list[_Token]:
    found: list[_Token] = []
    depth = 0
    for match in _TOKEN.finditer(expression):
        text = match[0]
        if match["space"]:
            continue
        if text in _CLOSING and match["sign"]:
            depth -= 1
        found.append(_Token(text, match.start(), depth))
        if text in _OPENING and match["sign"]:
            depth += 1
    return found


def _without_operands(expression: str, tokens: Sequence[_Token]) -> Iterator[Mutant]:
    """Each operand of each ``&&`` and ``||`` left out."""
    for index, token in enumerate(tokens):
        if token.text in {"&&", "||"}:
            stops = _ENDS | ({"||"} if token.text == "&&" else set())
            left = _reach(tokens, index, -1, stops | {token.text})
            right = _reach(tokens, index, 1, stops | {token.text})
            yield _left_out(expression, _Span(left.start, token.end), left)
            yield _left_out(expression, _Span(token.start, right.end), right)


def _reach(tokens: Sequence[_Token], index: int, step: int, stops: set[str]) -> _Span:
    """The operand beside an operator: up to what binds less, on one side."""
    depth = tokens[index].depth
    last = index
    while 0 <= last + step < len(tokens):
        token = tokens[last + step]
        if token.depth < depth or (token.depth == depth and token.text in stops):
            break
        last += step
    first, final = sorted((index + step, last))
    return _Span(tokens[first].start, tokens[final].end)


def _left_out(expression: str, cut: _Span, operand: _Span) -> Mutant:
    before, after = expression[: cut.start].rstrip(), expression[cut.end :].lstrip()
    between = "" if before[-1:] in _OPENING or after[:1] in _CLOSING | {","} or not (before and after) else " "
    return Mutant(f"{before}{between}{after}", f"without {_short(expression[operand.start : operand.end])}")


def _with_opposites(expression: str, tokens: Sequence[_Token]) -> Iterator[Mutant]:
    """Each comparison and each quantifier turned round, and each ``!`` left out."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1].text if index else ""
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.text in _OPPOSITES:
            other = _OPPOSITES[token.text]
        elif token.text in _QUANTIFIERS and before == "." and after == "(" and not _names(tokens, index):
            other = _QUANTIFIERS[token.text]
        elif token.text == "!":
            other = ""
        else:
            continue
        text = expression[: token.start] + other + expression[token.end :]
        near = expression[token.start :][:_NEAR]
        yield Mutant(text, f"{other or 'nothing'} in place of {token.text} in {_short(near)}")


def _names(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a quantifier only gives a value a name, as in ``[value].exists(name, …)``: some are all there."""
    closing = index - 2
    if closing < 0 or tokens[closing].text != "]":
        return False
    depth = tokens[closing].depth
    opening = closing - 1
    while tokens[opening].depth > depth:
        opening -= 1
    inside = tokens[opening + 1 : closing]
    written = opening == 0 or tokens[opening - 1].text in _OPENING | _BEFORE_A_VALUE
    return written and bool(inside) and not any(one.text == "," and one.depth == depth + 1 for one in inside)


def _with_branches_swapped(expression: str, tokens: Sequence[_Token]) -> Iterator[Mutant]:
    """Each ``a ? b : c`` as ``a ? c : b``."""
    for index, token in enumerate(tokens):
        if token.text != "?":
            continue
        colon = _colon(tokens, index)
        if colon is None:
            continue
        yes = _Span(tokens[index + 1].start, tokens[colon - 1].end)
        no = _reach(tokens, colon, 1, {","})
        text = (
            expression[: yes.start]
            + expression[no.start : no.end]
            + expression[yes.end : no.start]
            + expression[yes.start : yes.end]
            + expression[no.end :]
        )
        yield Mutant(text, f"the branches of ? changed over in {_short(expression[yes.start : no.end])}")


def _colon(tokens: Sequence[_Token], index: int) -> int | None:
    """Where the second branch of a conditional begins: its own colon, not one of a conditional inside."""
    inside = 0
    for place in range(index + 1, len(tokens)):
        token = tokens[place]
        if token.depth < tokens[index].depth:
            return None
        if token.depth == tokens[index].depth and token.text == "?":
            inside += 1
        elif token.depth == tokens[index].depth and token.text == ":":
            if not inside:
                return place
            inside -= 1
    return None


_NEAR = 60


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _NEAR else f"{plain[: _NEAR - 1]}…"
