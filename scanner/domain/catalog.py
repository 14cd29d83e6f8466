"""The catalogue: principles, and the controls by which a principle is judged."""

from __future__ import annotations

from enum import StrEnum

from scanner.domain.frozen import Frozen
from scanner.domain.profile import Question


class Severity(StrEnum):
    """What is at stake for a patient or a buyer when a control is not kept."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class VerdictClass(StrEnum):
    """How far a machine can judge a control."""

    AUTOMATIC = "automatic"
    """Conclusive."""
    STRONG = "strong"
    """A strong signal that a reviewer confirms."""
    DOCUMENT = "document"
    """Presence and shape of a document only; never ``met`` by machine alone."""
    MANUAL = "manual"
    """A machine can only ask."""


class Provenance(StrEnum):
    """How we know what a clause says."""

    READ = "read"
    """Read at the source."""
    SECONDARY = "secondary"
    """Read at a source that quotes it."""
    MEMORY = "memory"
    """From memory; to be verified, and never cited as read."""


class Clause(Frozen):
    """An official statement that a control rests on."""

    id: str
    """Short code, such as ``NAP-4``."""
    title: str
    provenance: Provenance
    url: str | None = None


class Principle(Frozen):
    """One of the principles that a system is judged by."""

    id: str
    """``CLOUD``, ``INTERNET``, …"""
    title: str
    statement: str
    """What the principle asks, in a sentence."""
    why: str
    """Why it matters to patients and to those who buy."""


class Control(Frozen):
    """A single thing to check under a principle."""

    id: str
    """Principle and number: ``CLOUD-01``."""
    title: str
    principle: str
    severity: Severity
    verdict: VerdictClass
    objective: str
    """What is true of a system that keeps the control."""
    decisive: bool = False
    """The control says what the principle itself says: where it is not met, neither is the principle."""
    ask: str = ""
    """What to ask the supplier where a machine cannot tell."""
    person: str = ""
    """Why only a person can judge it, where no rule ever will."""
    clauses: tuple[str, ...] = ()
    """Codes of the clauses it rests on."""


class RegimePart(Frozen):
    """A statement of a regime, and what of ours bears on it."""

    id: str
    """Code of a clause, or the name of an area where the codes have not been read."""
    title: str = ""
    """What it asks; of a clause its own title, where this is empty."""
    controls: tuple[str, ...] = ()
    """Controls that bear on it besides those that name the clause."""
    principles: tuple[str, ...] = ()
    """Principles of which every control bears on it."""
    beyond: str = ""
    """What no scan can show of it."""


class Regime(Frozen):
    """A set of official statements by which suppliers are asked."""

    id: str
    title: str
    parts: tuple[RegimePart, ...]


class Catalog(Frozen):
    """All principles, controls and clauses."""

    version: str
    principles: tuple[Principle, ...]
    controls: tuple[Control, ...]
    clauses: tuple[Clause, ...]
    regimes: tuple[Regime, ...] = ()
    questions: tuple[Question, ...] = ()
    """What a supplier is asked about the product, to learn which controls it is not concerned by."""
