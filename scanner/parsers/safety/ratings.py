"""What a rating of a hazard means, as far as its words and numbers tell: acceptable, tolerable or unacceptable.

Logs rate by words, from 1 to 5 by the matrix of the NHS, or by severity times likelihood, from 1 to 25. A number that
could be on either scale is not judged.
"""

from __future__ import annotations

import re
from enum import StrEnum

from scanner import lazy_re


class Band(StrEnum):
    """What may be done with a risk."""

    ACCEPTABLE = "acceptable"
    TOLERABLE = "tolerable"
    UNACCEPTABLE = "unacceptable"


_MATRIX = (
    # likelihood 1 to 5, for severity 1 to 5
    (1, 1, 2, 2, 3),
    (1, 2, 2, 3, 4),
    (2, 2, 3, 3, 4),
    (2, 3, 3, 4, 5),
    (3, 4, 4, 5, 5),
)
"""Risk from 1 to 5, by severity and likelihood: the matrix in use with the NHS's clinical risk standards."""
_NOT = lazy_re.compile(r"(?i)\b(?:not|no longer|never)\s+(?:be\s+)?(?:unacceptable|acceptable|high)\b")
_WORDS = (
    (
        Band.UNACCEPTABLE,
        lazy_re.compile(r"(?i)\b(unacceptable|intolerable|mandatory|extreme|critical|very high|high)\b"),
    ),
    (
        Band.TOLERABLE,
        lazy_re.compile(
            r"(?i)\b(tolerable|alarp|as low as reasonably|undesirable|medium|moderate|significant|amber)\b"
        ),
    ),
    (Band.ACCEPTABLE, lazy_re.compile(r"(?i)\b(acceptable|accepted|low|very low|negligible|minor|minimal|green)\b")),
)
_LABELS = {
    "severity": {
        "minor": 1, "negligible": 1, "significant": 2, "considerable": 3, "serious": 3, "moderate": 3, "major": 4,
        "catastrophic": 5,
    },
    "likelihood": {
        "very low": 1, "rare": 1, "remote": 1, "low": 2, "unlikely": 2, "medium": 3, "possible": 3, "high": 4,
        "likely": 4, "probable": 4, "very high": 5, "almost certain": 5, "certain": 5, "frequent": 5,
    },
}  # fmt: skip
_PHRASE = 60
"""Characters in which a rating says itself; what follows explains it."""
_RESULT = lazy_re.compile(r"=\s*\**(\d{1,2})\b")
_FIRST = lazy_re.compile(r"^\W*(\d{1,2})\b(?!\s*[x\u00d7*]\s*\d)")
_PRODUCT = lazy_re.compile(r"\b([1-5])\s*[x\u00d7*]\s*([1-5])\b")


def number_of(text: str) -> int | None:
    """The number at the beginning of a rating, or the one to which a sum leads: ``2 x 3 = 6``."""
    results = _RESULT.findall(text)
    if results:
        return int(results[-1])
    product = _PRODUCT.findall(text)
    if product:
        return int(product[-1][0]) * int(product[-1][1])
    first = _FIRST.match(text)
    return int(first[1]) if first else None


def level_of(text: str, labels: str) -> int | None:
    """Severity or likelihood from 1 to 5.

    Args:
        text: As it is written.
        labels: ``severity`` or ``likelihood``.
    """
    number = number_of(text)
    if number is not None:
        return number if 1 <= number <= 5 else None
    words = " ".join(re.sub(r"[^\w ]", " ", text).lower().split())
    return _LABELS[labels].get(words)


def is_product(texts: list[str]) -> bool | None:
    """Whether risks of a log are severity times likelihood; None where its numbers do not tell.

    Args:
        texts: All ratings of risk in it.
    """
    numbers = [number for number in map(number_of, texts) if number is not None]
    if any(number > 5 for number in numbers) or any(_PRODUCT.search(text) for text in texts):
        return True
    return None


def band_of(risk: str, severity: str, likelihood: str, product: bool | None) -> Band | None:
    """What may be done with a risk; None where it is not rated in a way that is understood.

    Args:
        risk: The rating itself.
        severity: As it is written; may be empty.
        likelihood: As it is written; may be empty.
        product: As :func:`is_product` says of the log.
    """
    said = _said(risk)
    if said is not None:
        return said
    number = number_of(risk)
    if number is not None and number > 5:
        return Band.UNACCEPTABLE if number >= 15 else Band.TOLERABLE if number >= 8 else Band.ACCEPTABLE
    harm, chance = level_of(severity, "severity"), level_of(likelihood, "likelihood")
    if harm is not None and chance is not None:
        return _of_level(_MATRIX[harm - 1][chance - 1])
    if number is None or number < 1:
        return None
    if product or number <= 2:
        return Band.ACCEPTABLE
    return Band.TOLERABLE if number == 3 else None


def _of_level(level: int) -> Band:
    return Band.UNACCEPTABLE if level >= 4 else Band.TOLERABLE if level == 3 else Band.ACCEPTABLE


def _said(text: str) -> Band | None:
    """What the words of a rating say; the gravest, unless a sentence goes on about it."""
    beginning = re.split(r"[.;\n]|→|->", text)[-1] if "→" in text or "->" in text else re.split(r"[.;\n]", text)[0]
    beginning = beginning[:_PHRASE]
    if _NOT.search(beginning):
        return None
    return next((band for band, words in _WORDS if words.search(beginning)), None)
