"""The result: statuses, scores, the gate, and the evidence for each line. The JSON report is this value."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from scanner.domain.artifact import Location, Source
from scanner.domain.baseline import Comparison
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding
from scanner.domain.frozen import Frozen
from scanner.domain.resource import Problem
from scanner.domain.retirement import Retirement
from scanner.domain.waiver import WaiverRecord

SCHEMA_VERSION = "1.5"
"""Version of the JSON result; its minor part grows when fields are added."""


class Status(StrEnum):
    """The verdict on a control or principle. Silence is never ``met``."""

    MET = "met"
    PARTIALLY_MET = "partially_met"
    NOT_MET = "not_met"
    NEEDS_REVIEW = "needs_review"
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"


class Tool(Frozen):
    """What made the result."""

    name: str
    version: str


class PolicyReference(Frozen):
    """Which policy was applied, and as of which day dated facts were judged."""

    id: str
    title: str
    version: str
    as_of: str
    """ISO date against which ends of support, waivers and documents are judged."""
    overrides: tuple[str, ...] = ()
    """What the caller asked for in the place of what the policy says, such as ``fail_on: critical, high``."""
    loosened: tuple[str, ...] = ()
    """Parameters by which the policy asks for less than the rules do, in words; their controls are never met."""


class PackReference(Frozen):
    """A rule pack that was put to the system."""

    id: str
    version: str
    digest: str


class Score(Frozen):
    """The number, and what to hold beside it."""

    value: float | None
    """0 to 100, or none when nothing could be assessed."""
    low: float | None
    """Every control that was not assessed counted as 0."""
    high: float | None
    """Every control that was not assessed counted as 100."""
    with_supplier_waivers: float | None = None
    """The score with everything set aside that anybody waived."""
    with_approved_waivers: float | None = None
    """The score with only that set aside which an assessor approved."""
    without_waivers: float | None
    """The score had nothing been waived."""
    coverage: float
    """Assessed weight over applicable weight, 0 to 1."""


class GateResult(Frozen):
    """Whether the policy lets the system pass, and why not."""

    passed: bool
    reasons: tuple[str, ...] = ()
    scope: str = ""
    """What the decision leaves out, such as what was known before, or grave failures that close no gate of the policy;
    empty where it is about everything."""


class ControlResult(Frozen):
    """The verdict on a control."""

    id: str
    title: str
    status: Status
    score: float | None
    """0 to 100, or none when it was not assessed."""
    severity: Severity
    reason: str = ""
    """Why it has this status, in a sentence."""
    rules: tuple[str, ...] = ()
    """Rules that were put to the system for it."""
    findings: Mapping[str, int] = Field(default_factory=dict)
    """Outcome to number of findings."""
    gravest: Severity | None = None
    """Severity of the gravest failure that counts against it; none without one."""
    doubted: int = 0
    """Number of subjects whose failures are told as leads since their rules are not sure."""


class PrincipleResult(Frozen):
    """The verdict on a principle."""

    id: str
    title: str
    status: Status
    score: float | None
    coverage: float
    controls: tuple[ControlResult, ...]


class ProfileAnswer(Frozen):
    """What the supplier answers about the product, and what becomes of it."""

    question: str
    """Id of the question."""
    text: str
    """The question as it is put."""
    answer: str
    """``yes`` or ``no``."""
    version: int
    """Version of the question that was answered."""
    answered: str
    """ISO date."""
    by: str
    reason: str = ""
    location: Location
    """Where it stands."""
    not_applicable: tuple[str, ...] = ()
    """Controls that it leaves out; none where the answer is yes, contradicted, or to an older question."""
    contradicted_by: tuple[str, ...] = ()
    """Rules that found what the answer denies."""


class Assessment(Frozen):
    """A whole result."""

    schema_version: str = SCHEMA_VERSION
    tool: Tool
    source: Source
    policy: PolicyReference
    packs: tuple[PackReference, ...]
    score: Score
    gate: GateResult
    complete: bool = True
    """False where the policy's floor of coverage or its rule on unreadable files was not kept, or where a repository
    says that it is no longer in use (exit 4)."""
    retired: tuple[Retirement, ...] = ()
    """What repositories say of themselves that are no longer in use: what was found there is told as leads."""
    waivers: tuple[WaiverRecord, ...] = ()
    """The register: every waiver that was found, applied or not."""
    comparison: Comparison | None = None
    """What changed since a baseline, where one was given."""
    profile: tuple[ProfileAnswer, ...] = ()
    """The supplier's answers about the product."""
    principles: tuple[PrincipleResult, ...]
    findings: tuple[Finding, ...]
    inventory: Mapping[str, int]
    unavailable: tuple[str, ...] = ()
    """Rules of the policy that no engine could evaluate; the problems say why."""
    problems: tuple[Problem, ...]
