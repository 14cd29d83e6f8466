"""What rules see of a hazard: its parts, what of them is missing, and what its ratings mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from scanner import lazy_re
from scanner.domain.artifact import Role
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.redaction import redact
from scanner.parsers.safety.fields import Field
from scanner.parsers.safety.hazards import Hazard
from scanner.parsers.safety.ratings import Band, band_of
from scanner.sources.roles import role_of

_SHOWN = 300
_TITLE = 80
_UNFILLED = lazy_re.compile(
    r"(?i)\{\{[^}\n]{1,80}\}\}|\b(?:tbc|tbd|lorem ipsum|todo|to be (?:confirmed|completed|determined))\b"
    r"|[<(\[]\s*placeholder\b|(?:^|;)[^\w;]{0,20}placeholder(?: text)?[^\w;]*(?:$|;)"
    r"|^\W{0,20}placeholder\b[\s*]*(?:[:,\u2013\u2014]|[.-](?!\w))"
    r"|<insert [^>\n]{1,80}>|\[(?:insert |pending|to )[^\]\n]{0,80}\]|^\W*\[\s*\]\W*$"
)
"""A page may well show a placeholder as a control; one that is the whole entry, or its first word, is none."""
_OWNED = lazy_re.compile(
    r"(?i)\b(?:hazard |log |risk )?(?:owner|clinical safety officer|cso)\b[^\n:|]{0,20}[:|]\s*\W{0,6}\w"
)
_GONE = lazy_re.compile(
    r"(?i)\b(deprecated|retired|rejected|withdrawn|superseded|not applicable|no longer|obsolete|duplicate)\b"
)
_FILES = lazy_re.compile(
    r"(?<![\w/:.@-])(?:\./|/)?((?:[\w.@-]+/)*[\w.@-]+\."
    r"(?:py|[cm]?[jt]sx?|java|kts?|cs|go|rb|php|feature|robot))(?![\w/])"
)
_MOST_FILES = 20
_WORD = lazy_re.compile(r"\w+")
_NAMING = frozenset({Field.TITLE.value, Field.DESCRIPTION.value})


def names_owner(document: str) -> bool:
    """Whether a document names one owner, or the Clinical Safety Officer, for all its hazards.

    Args:
        document: All its text.
    """
    return _OWNED.search(document) is not None


def facts_of(hazard: Hazard, product: bool | None, named: Set[Field], *, owned: bool) -> dict[str, Value]:
    """What rules see of a hazard.

    Args:
        hazard: As it was found.
        owned: Whether the document names one owner for all hazards.
        product: As :func:`scanner.parsers.safety.ratings.is_product` says of the log.
        named: The fields for which the log has a place.
    """
    fields = hazard.fields
    missing = list(_missing(hazard, owned=owned))
    unfilled = sorted(name.value for name, text in fields.items() if _UNFILLED.search(text))
    return {
        "id": redact(hazard.id),
        "title": redact(fields.get(Field.TITLE) or fields.get(Field.DESCRIPTION, ""))[:_TITLE],
        **{name.value: redact(fields.get(name, ""))[:_SHOWN] for name in Field if name not in {Field.ID, Field.TITLE}},
        "missing": missing,
        "lacks": _list(missing),
        "unfilled": [f"the {name.replace('_', ' ')} of hazards" for name in unfilled],
        "controlled": hazard.filled(Field.CONTROLS),
        "verified": hazard.filled(Field.VERIFICATION) and not _UNFILLED.search(fields[Field.VERIFICATION]),
        "names_verification": Field.VERIFICATION in named,
        "files": _files(fields),
        "gone": _GONE.search(fields.get(Field.STATUS, "")) is not None,
        "remaining": _remaining(fields, product),
    }


def words_for(hazard: Hazard) -> set[str]:
    """The words by which a hazard is known, its title and its description, without case and marks.

    Args:
        hazard: As it was found.
    """
    texts = [hazard.fields[name] for name in (Field.TITLE, Field.DESCRIPTION) if hazard.filled(name)]
    return {" ".join(_WORD.findall(text.lower())) for text in texts if not _UNFILLED.search(text)} - {"", "n a"}


def gaps(hazard: Hazard) -> frozenset[str]:
    """The parts of a hazard that nobody wrote, or only put something in the place of.

    Args:
        hazard: As it was found; an owner whom its document names for all is none of its own.
    """
    unfilled = {name.value.replace("_", " ") for name, text in hazard.fields.items() if _UNFILLED.search(text)}
    unverified = () if hazard.filled(Field.VERIFICATION) else (Field.VERIFICATION.value,)
    return frozenset({*_missing(hazard, owned=False), *unfilled, *unverified} - _NAMING)


def _files(fields: Mapping[Field, str]) -> list[str]:
    """The files that shall verify the controls; one that is a control itself is what is tested, unless it is a test."""
    controls = {one for one in _FILES.findall(fields.get(Field.CONTROLS, "")) if role_of(one) is not Role.TEST}
    named = dict.fromkeys(_FILES.findall(fields.get(Field.VERIFICATION, "")))
    return [one for one in named if one not in controls][:_MOST_FILES]


def _missing(hazard: Hazard, *, owned: bool) -> Iterator[str]:
    """The parts that a hazard must have and that nobody wrote, in the words of the reader."""
    for name in (Field.CAUSE, Field.EFFECT):
        if not hazard.filled(name):
            yield name.value
    if not _rated(hazard, Field.RISK, Field.SEVERITY, Field.LIKELIHOOD):
        yield "initial risk"
    if not hazard.filled(Field.CONTROLS):
        yield "controls"
    if not _rated(hazard, Field.RESIDUAL_RISK, Field.RESIDUAL_SEVERITY, Field.RESIDUAL_LIKELIHOOD):
        yield "residual risk"
    if not hazard.filled(Field.OWNER) and not owned:
        yield "owner"
    if not hazard.filled(Field.STATUS):
        yield "status"


def _rated(hazard: Hazard, risk: Field, severity: Field, likelihood: Field) -> bool:
    return hazard.filled(risk) or (hazard.filled(severity) and hazard.filled(likelihood))


def _remaining(fields: Mapping[Field, str], product: bool | None) -> Value:
    """What may be done with the risk that remains; where that is not rated, it is no more than it was at first."""
    severity = fields.get(Field.RESIDUAL_SEVERITY, "")
    likelihood = fields.get(Field.RESIDUAL_LIKELIHOOD, "")
    band = band_of(fields.get(Field.RESIDUAL_RISK, ""), severity, likelihood, product)
    if band is not None:
        return band.value
    before = band_of(
        fields.get(Field.RISK, ""), fields.get(Field.SEVERITY, ""), fields.get(Field.LIKELIHOOD, ""), product
    )
    if before is Band.ACCEPTABLE:
        return before.value
    return Unknown(reason=UnknownReason.NOT_SAID, text="a rating of the residual risk")


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" and {words[-1]}" if words else ""
