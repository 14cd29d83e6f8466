"""What a reader sees as one character, as Terraform counts it: grapheme clusters of Unicode 15.0.

The clusters of wcwidth are those of a later Unicode, which joins Indic conjuncts; Terraform's are not joined yet. And
Terraform joins a pictogram behind a zero-width joiner to flags and Hangul, too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from scanner.parsers.terraform.functions.registry import UnsupportedError

_MAX_LENGTH = 200_000
_JOINER = "\u200d"
_MARKS = ("Mn", "Mc", "Me")
_SPACING_LETTERS = "\u0e33\u0eb3"
"""Letters that belong to the character before them."""
_GLUED = (("\u1100", "\u11ff"), ("\ua960", "\ua97c"), ("\uac00", "\ud7fb"), ("\U0001f1e6", "\U0001f1ff"))
"""Hangul and the letters of flags."""


def clusters(text: str) -> list[str]:
    """The characters of a text.

    Raises:
        UnsupportedError: It is too long for us.
    """
    if text.isascii() and "\r" not in text:
        return list(text)
    if len(text) > _MAX_LENGTH:
        raise UnsupportedError("a text as long as this")
    found: list[str] = []
    for cluster in _without_conjuncts(text):
        if found and found[-1].endswith(_JOINER) and _is_pictogram(cluster[0]) and _takes_pictograms(found[-1]):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def _graphemes(text: str) -> Iterator[str]:
    from wcwidth import iter_graphemes  # noqa: PLC0415  # nearly all text is ASCII, and its tables are large

    return iter_graphemes(text)


def _without_conjuncts(text: str) -> Iterator[str]:
    for cluster in _graphemes(text):
        start = 0
        for place in range(1, len(cluster)):
            if _begins_anew(cluster[place - 1], cluster[place]):
                yield cluster[start:place]
                start = place
        yield cluster[start:]


def _begins_anew(before: str, character: str) -> bool:
    if character.isascii() or unicodedata.category(character) != "Lo" or character in _SPACING_LETTERS:
        return False
    return before == _JOINER or unicodedata.category(before) in _MARKS


def _takes_pictograms(cluster: str) -> bool:
    return any(_is_pictogram(character) or _is_glued(character) for character in cluster)


def _is_glued(character: str) -> bool:
    return any(first <= character <= last for first, last in _GLUED)


@lru_cache(maxsize=4096)
def _is_pictogram(character: str) -> bool:
    """Whether a joiner ties the character to a pictogram, but not to a letter."""
    joined = len(list(_graphemes(f"\U0001f468{_JOINER}{character}")))
    return joined == 1 and len(list(_graphemes(f"a{_JOINER}{character}"))) == 2
