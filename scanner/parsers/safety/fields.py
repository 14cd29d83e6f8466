"""What a column or a label of a hazard log stands for, whatever its author called it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from scanner import lazy_re


class Field(StrEnum):
    """A part of a hazard."""

    ID = "id"
    TITLE = "title"
    DESCRIPTION = "description"
    CAUSE = "cause"
    EFFECT = "effect"
    SEVERITY = "severity"
    LIKELIHOOD = "likelihood"
    RISK = "risk"
    CONTROLS = "controls"
    RESIDUAL_SEVERITY = "residual_severity"
    RESIDUAL_LIKELIHOOD = "residual_likelihood"
    RESIDUAL_RISK = "residual_risk"
    VERIFICATION = "verification"
    OWNER = "owner"
    STATUS = "status"


RESIDUAL = {
    Field.SEVERITY: Field.RESIDUAL_SEVERITY,
    Field.LIKELIHOOD: Field.RESIDUAL_LIKELIHOOD,
    Field.RISK: Field.RESIDUAL_RISK,
}
"""What a rating is called once the controls are in place."""
_LONGEST = 60
"""Characters of a label; what is longer is a sentence."""
_NOISE = lazy_re.compile(r"[*_`#:?()\[\]{}]|^\W+|\W+$")
_TIMES = lazy_re.compile(r"\s*[\u00d7*x]\s*", re.IGNORECASE)
_AFTER = lazy_re.compile(
    r"\b(residual|res|post|after|final|mitigated|remaining|target)\b|\bpost-|\b(re-?assess|re-?evaluat|re-?scor)"
)
_MOMENT = lazy_re.compile(
    r"\b(after|post|with|before|pre|without)[- ]?(?:the |existing |all )?(?:controls?|mitigations?)\b"
)
"""When a risk was rated, where that is said by the controls."""
_WORDS: tuple[tuple[Field, re.Pattern[str]], ...] = tuple(
    (field, lazy_re.compile(pattern))
    for field, pattern in (
        (Field.VERIFICATION, r"verif|\bevidence\b|validat|\btests?\b|\btesting\b|traceab|\btraces?\b|\btest (case|id)"),
        (Field.STATUS, r"\bstatus\b|\bstate\b|open ?/ ?closed"),
        (Field.OWNER, r"\bowners?\b|responsib|\bassign|\baccountable\b|\blead\b"),
        (
            Field.ID,
            (
                r"^(hazard|haz|risk)?\s*(id|ids|identifier|ref|reference|no|nr|num|number)\.?$"
                r"|^(hazard|unique|log) (id|identifier|ref|reference)\b"
            ),
        ),
        (Field.CONTROLS, r"\bcontrols?\b|mitigat|safeguard|countermeasure|risk reduction|\bbarriers?\b"),
        (Field.CAUSE, r"\bcauses?\b|\bcausal\b|\btriggers?\b|contributory"),
        (Field.LIKELIHOOD, r"likelihood|probabilit|\bfrequency\b|^(init(ial)?|inherent|res(idual)?)?\s*[lp]$"),
        (
            Field.SEVERITY,
            (
                r"severity|(consequence|impact|harm) (rating|score|level|severity)"
                r"|^(init(ial)?|inherent|res(idual)?)?\s*[sc]$"
            ),
        ),
        (Field.RISK, r"\brisks?\b|\brpn\b|^(l x s|s x l|c x l|l x c)$|\b[ls] x [ls]\b|\brating\b|\bscore\b"),
        (Field.EFFECT, r"\beffects?\b|\bharms?\b|consequence|\bimpacts?\b|\boutcomes?\b"),
        (Field.TITLE, r"^(hazard|hazard name|hazard title|name|title|hazard summary)$"),
        (
            Field.DESCRIPTION,
            r"^(hazard |risk )?(description|details?|scenario|event)$|hazardous (situation|event|scenario)",
        ),
    )
)


@lru_cache(maxsize=4096)
def field_of(label: str) -> Field | None:
    """The field that a label names; None where it names none.

    Args:
        label: Header of a column, a heading, or what stands before a colon.
    """
    words = _words(_TIMES.sub(" x ", label) if _has_times(label) else label)
    if not words or len(words) > _LONGEST:
        return Field.ID if label.strip() == "#" else None
    moment = _MOMENT.search(words)
    rest = words.replace(moment[0], " ").strip() if moment else ""
    is_after = _AFTER.search(words) is not None or (moment is not None and moment[1] in {"after", "post", "with"})
    found = _named(rest) if rest else _named(words)
    if found is None and words in {"residual", "residual assessment", "res"}:
        return Field.RESIDUAL_RISK
    return RESIDUAL.get(found, found) if found is not None and is_after else found


def _named(words: str) -> Field | None:
    return next((field for field, pattern in _WORDS if pattern.search(words)), None)


def _has_times(label: str) -> bool:
    return "\u00d7" in label or re.search(r"\b[LSCI]\s*[*x]\s*[LSCI]\b", label) is not None


def _words(label: str) -> str:
    return " ".join(_NOISE.sub(" ", label).split()).lower()
