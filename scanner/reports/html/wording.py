"""Words and signs of the page, and text as it may stand there."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location
from scanner.domain.assessment import Status
from scanner.domain.catalog import Provenance, VerdictClass
from scanner.domain.waiver import Form
from scanner.evaluation.redaction import clean

TAB = "    "

SIGNS: Mapping[Status, str] = {
    Status.MET: "✓",
    Status.PARTIALLY_MET: "◐",
    Status.NOT_MET: "✕",
    Status.NEEDS_REVIEW: "?",
    Status.NOT_ASSESSED: "\N{EN DASH}",
    Status.NOT_APPLICABLE: "∅",
}
"""A sign for each status, so that none is told by its colour alone."""

KINDS: Mapping[str, str] = {
    "fail": "Fails",
    "review": "To judge",
    "lead": "Lead",
    "open": "Cannot tell",
    "waived": "Waived",
    "exempt": "Does not apply",
    "outside": "Outside the product",
}
"""What a finding is to its reader."""

SURENESS: Mapping[Confidence, str] = {
    Confidence.HIGH: "sure",
    Confidence.MEDIUM: "likely",
    Confidence.LOW: "a guess",
}

VERDICTS: Mapping[VerdictClass, str] = {
    VerdictClass.AUTOMATIC: "files alone decide it.",
    VerdictClass.STRONG: "files give a strong signal, which a reviewer confirms.",
    VerdictClass.DOCUMENT: "a machine sees that a document is there and what shape it has; a person must read it.",
    VerdictClass.MANUAL: "only a person can judge it.",
}

PROVENANCE: Mapping[Provenance, str] = {
    Provenance.READ: "",
    Provenance.SECONDARY: "known from a text that quotes it",
    Provenance.MEMORY: "not read at its source: to be verified",
}

FORMS: Mapping[Form, str] = {
    Form.FILE: "waivers file",
    Form.INLINE: "comment in the source",
    Form.APPROVALS: "assessor's file",
}


def place(location: Location | None) -> str:
    """Path and line; empty where there is no place."""
    if location is None:
        return ""
    if location.path == ".":
        return "the repository as a whole"
    return f"{clean(location.path)}:{location.start_line}"


def source_line(text: str) -> str:
    """A line of source with its indentation, and without what could hide or reorder it."""
    wide = text.replace("\t", TAB).rstrip()
    bare = wide.lstrip()
    return " " * (len(wide) - len(bare)) + clean(bare)


def slug(text: str) -> str:
    """A text as it may stand in the name of a place on the page."""
    return "".join(one if one.isascii() and one.isalnum() else "-" for one in text)


def number(value: float | None) -> str:
    """A score with one decimal; a dash where there is none."""
    return "\N{EN DASH}" if value is None else f"{value:.1f}"


def percent(share: float) -> str:
    """A share as it is told everywhere."""
    return f"{share:.0%}"
