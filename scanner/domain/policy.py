"""Policies: which packs are put to a system, what each principle weighs, and when the gate closes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field, SkipValidation

from scanner.domain.catalog import Severity
from scanner.domain.frozen import Frozen
from scanner.domain.resource import Value


class Counted(StrEnum):
    """Whose waivers count."""

    SUPPLIER = "supplier"
    """The supplier's and the assessor's."""
    APPROVED = "approved"
    """Only those that an assessor wrote or approved."""
    NONE = "none"


class WaiverLimits(Frozen):
    """Which waivers count, and for how long."""

    counted: Counted = Counted.SUPPLIER
    """Whose waivers set a failure aside in the score and the gate; the others are shown beside it."""
    days: int = Field(default=365, ge=1)
    """Days from its creation for which a waiver may run."""
    days_high: int = Field(default=180, ge=1)
    """The same for a failure of high or critical severity."""
    notice_days: int = Field(default=14, ge=0)
    """Days before its end from which on a waiver is announced to end."""

    def days_for(self, weight: Severity) -> int:
        """Days for which a failure may be waived.

        Args:
            weight: How grave the failure is for gates, scores and waivers
                (:attr:`~scanner.domain.finding.Finding.weight`), which is not how grave it is told.
        """
        return self.days_high if weight in {Severity.CRITICAL, Severity.HIGH} else self.days


class Gate(Frozen):
    """When a scan does not pass."""

    fail_on: tuple[Severity, ...] = (Severity.CRITICAL,)
    """Severities of which one unwaived failure closes the gate."""
    minimum_score: float | None = Field(default=None, ge=0, le=100)
    minimum_coverage: float | None = Field(default=None, ge=0, le=1)
    """Below this the result is incomplete (exit 4), whatever was found."""
    unreadable_files: bool = True
    """Whether a file that could not be read is tolerated; if not, the result is incomplete (exit 4)."""
    mandatory_principles: tuple[str, ...] = ()
    """Principles that must not be ``not_met``."""


class Policy(Frozen):
    """How a system is judged."""

    id: str
    title: str
    version: str
    description: str
    packs: tuple[str, ...] = Field(min_length=1)
    """Ids of rule packs."""
    weights: Mapping[str, float]
    """Weight of each principle in the whole."""
    severity_weights: Mapping[Severity, float]
    """Weight of a control in its principle."""
    partially_met_from: float = Field(default=0.5, ge=0, le=1)
    """Share of complying subjects from which a control with failures is partially met."""
    met_from_coverage: float = Field(default=0.2, ge=0, le=1)
    """Share of a principle that must have been assessed before it is called met; below that a person must look."""
    evidence_days: int = Field(default=365, ge=1)
    """Days after which a document of the evidence manifest is out of date and shows nothing more."""
    waivers: WaiverLimits = WaiverLimits()
    gate: Gate = Gate()
    why: Mapping[str, str] = Field(default_factory=dict)
    """Field, such as ``weights`` or ``gate.fail_on``, to the reason for its figure, in a sentence for the reader."""
    parameters: SkipValidation[Mapping[str, Mapping[str, Value]]] = Field(default_factory=dict)
    """Rule name to the parameters that this policy changes."""
