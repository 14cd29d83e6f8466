"""What is known of parts of a regular expression, and how it is joined: literals, and a likeness for RE2.

The likeness matches wherever the part can match, and elsewhere too: it knows nothing of what stands around it, of word
boundaries and of going back. It works on bytes, so a letter that is not ASCII may be any number of bytes above 0x7f.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scanner.engines.semgrep.conditions import ANYTHING, NOTHING, Condition, Literal, every, likeness_of, literal, some

_MAX_TEXTS = 40
"""Texts that one stretch may be; with more, it is cut into two stretches."""
_MAX_LENGTH = 60
_SHORTEST = 2
"""Characters; shorter literals are in nearly every file."""
_MAX_COUNT = 8
"""Repetitions that a likeness counts; RE2 takes time and memory for each."""
_FOREIGN = r"[\x80-\xff]+"
Texts = frozenset[tuple[str, bool]]
"""What a stretch may be, each with whether case counts not."""
_EMPTY: Texts = frozenset({("", False)})


@dataclass(frozen=True)
class Part:
    """What is known of a part of an expression."""

    texts: Texts | None
    """All that it can match, if that is a small set."""
    likeness: str
    """An expression for RE2, which stands for itself in a sequence."""
    needs: Condition = ANYTHING
    """What the file holds, if the part matches."""

    @property
    def held(self) -> Condition:
        """All that the file holds, if the part matches."""
        return every((self.needs, _held(self.texts)))


ANY_TEXT = Part(None, r"(?s:.)*")
NO_WIDTH = Part(_EMPTY, "")
LINE_BEGIN = Part(_EMPTY, "(?m:^)")
LINE_END = Part(_EMPTY, "(?m:$)")
NEVER = Part(None, r"[^\x00-\xff]", NOTHING)


def plain(text: str, *, folded: bool) -> Part:
    """Letters that stand for themselves.

    Args:
        text: One letter, or several that are ASCII.
        folded: In any case.
    """
    if folded and not text.isascii():  # in another case it may be ASCII
        return ANY_TEXT
    likeness = likeness_of(text, folded=folded)
    if text in {"\r", "\n"}:
        return Part(None, likeness)
    folded = folded and any(letter.isalpha() for letter in text)
    return Part(frozenset({(text.lower(), True) if folded else (text, False)}), likeness)


def one_of(items: Sequence[str], *, negated: bool = False, folded: bool = False) -> Part:
    """One letter of a class.

    Args:
        items: Members and ranges of ASCII, as RE2 writes them in a class.
        negated: Any letter but these.
        folded: In any case.
    """
    written = f"[{'^' if negated else ''}{''.join(items)}]"
    return Part(None, f"(?:{f'(?i:{written})' if folded else written}|{_FOREIGN})")


def sequence(parts: Iterable[Part]) -> Part:
    """Parts one after the other."""
    run, whole = _EMPTY, True
    needs: list[Condition] = []
    likenesses = []
    for part in parts:
        likenesses.append(part.likeness)
        if part.needs is not ANYTHING:
            needs.append(part.needs)
        if part.texts is None:
            needs.append(_held(run))
            run, whole = _EMPTY, False
            continue
        joined = _joined(run, part.texts)
        if joined is None:
            needs.append(_held(run))
            run, whole = part.texts, False
        else:
            run = joined
    if not whole:
        needs.append(_held(run))
    return Part(run if whole else None, "".join(likenesses), every(needs))


def _joined(first: Texts, second: Texts) -> Texts | None:
    if len(first) * len(second) > _MAX_TEXTS:
        return None
    texts = set()
    for start, start_folded in first:
        for end, end_folded in second:
            folded = start_folded or end_folded
            text = start + end
            if len(text) > _MAX_LENGTH or (folded and not text.isascii()):
                return None
            texts.add((text.lower(), True) if folded else (text, False))
    return frozenset(texts)


def either(parts: Sequence[Part]) -> Part:
    """One of the parts."""
    possible = [part for part in parts if part.needs != NOTHING]
    if not possible:
        return NEVER
    if len(possible) == 1:
        return possible[0]
    likeness = f"(?:{'|'.join(part.likeness for part in possible)})"
    texts = [part.texts for part in possible if part.texts is not None]
    union: Texts = frozenset().union(*texts)
    if len(texts) == len(possible) and len(union) <= _MAX_TEXTS:
        return Part(union, likeness, some(part.needs for part in possible))
    return Part(None, likeness, some(part.held for part in possible))


def repeated(part: Part, least: int, most: int | None) -> Part:
    """A part several times.

    Args:
        part: What is repeated.
        least: Times at least.
        most: Times at most; None without end.
    """
    likeness = f"(?:{part.likeness}){_times(least, most)}"
    if least == 0:
        optional = most == 1 and part.texts is not None
        return Part((part.texts or frozenset()) | _EMPTY if optional else None, likeness)
    if most == 1:
        return part
    single = next(iter(part.texts)) if part.texts is not None and len(part.texts) == 1 else None
    if most == least and single is not None and len(single[0]) * least <= _MAX_LENGTH:
        return Part(frozenset({(single[0] * least, single[1])}), likeness, part.needs)
    return Part(None, likeness, part.held)


def _times(least: int, most: int | None) -> str:
    if most is None or most > _MAX_COUNT:
        return {0: "*", 1: "+"}.get(least, f"{{{min(least, _MAX_COUNT)},}}")
    return f"{{{least},{most}}}"


def _held(texts: Texts | None) -> Condition:
    """That the file holds one of the texts."""
    if texts is None or any(len(text) < _SHORTEST for text, _ in texts):
        return ANYTHING
    literals: list[Literal] = []
    # A text in which a shorter one stands says nothing more.
    for text, folded in sorted(texts, key=lambda one: (len(one[0]), one)):
        if not any(_implies(text, folded, known) for known in literals):
            literals.append(literal(text, folded=folded))
    return some(literals)


def _implies(text: str, folded: bool, known: Literal) -> bool:
    if known.folded:
        return known.text in text.lower()
    return not folded and known.text in text
