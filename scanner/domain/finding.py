"""Findings: what an engine says of a subject under a rule."""

from __future__ import annotations

from enum import StrEnum

from scanner.domain.architecture import Confidence, Proof, RelationKind
from scanner.domain.artifact import Location, Role
from scanner.domain.catalog import Severity
from scanner.domain.frozen import Frozen
from scanner.domain.record import Record
from scanner.domain.resource import Problem


class Outcome(StrEnum):
    """SARIF's ``result.kind``: one vocabulary from rule to report."""

    PASS = "pass"  # noqa: S105  # the word of SARIF, not a password
    FAIL = "fail"
    OPEN = "open"
    """Cannot be told from what was read."""
    REVIEW = "review"
    """A person must judge."""
    NOT_APPLICABLE = "notApplicable"


class Evidence(Frozen):
    """A fact that a verdict rests on."""

    description: str
    location: Location | None = None
    value: str | None = None
    """The value that was found, redacted where it could be a secret."""


class RelatedLocation(Frozen):
    """Another place that belongs to the same finding."""

    path: str
    start_line: int
    end_line: int | None = None
    note: str = ""


class PathStep(Frozen):
    """One relation of a path through the architecture, with its proof."""

    source: str
    """Component in which the step begins."""
    target: str
    kind: RelationKind
    fact: str
    """What shows it, in words."""
    location: Location
    proof: tuple[Proof, ...] = ()
    confidence: Confidence
    breaks: str = ""
    """What would break the path here."""


class Excerpt(Frozen):
    """Lines around a place, secrets and NHS numbers masked."""

    start_line: int
    """Of the first line, counted from 1."""
    lines: tuple[str, ...]


class Finding(Frozen):
    """What an engine says of one subject under one rule."""

    fingerprint: str = ""
    """Stable name without line numbers, given when findings are merged (scanner.evaluation.merge)."""
    rule: str
    control: str
    principle: str
    engine: str
    outcome: Outcome
    confidence: Confidence
    severity: Severity
    """As grave as it is told: never graver than the record of its rule shows."""
    graded: Severity | None = None
    """How grave its rule calls it, where too few such findings were read to tell it so; none elsewhere."""
    doubted: bool = False
    """Whether it is a failure that is told as a lead for no other reason than that its rule is not sure."""
    record: Record | None = None
    """How often its rule was right elsewhere, for what is a failure or a question; none where nobody has looked."""
    message: str
    subject: str
    """Address of what was judged."""
    location: Location
    role: Role = Role.PRODUCT
    environments: tuple[str, ...] = ()
    """Terraform roots, with var file or workspace, in which it holds; empty where there is one or none."""
    other_environments: tuple[str, ...] = ()
    """Those in which the same subject was judged otherwise."""
    related: tuple[RelatedLocation, ...] = ()
    places: int = 0
    """Places in which it holds, where the rule tells them as one: the others are related. 0 where each subject has a
    finding of its own."""
    evidence: tuple[Evidence, ...] = ()
    path: tuple[PathStep, ...] = ()
    """The path through the architecture that it rests on, in order; empty where it rests on none."""
    waiver: str | None = None
    """Id of the waiver that sets it aside; see the register of the result."""
    approved: bool = False
    """Whether that waiver is an assessor's, or approved by one."""
    baseline: bool = False
    """Whether it was known before: it closes no gate."""
    contexts: tuple[str, ...] = ()
    """For each place 16 hexadecimal digits, by which it is known again when lines and files move: eight made from its
    line, eight from the lines around it, secrets masked before."""
    excerpt: Excerpt | None = None
    """The lines of a failure or of what a person must judge; none where the place is no text, or data."""

    @property
    def weight(self) -> Severity:
        """How grave it is for gates, scores and waivers, which are on the safe side: what is not proven may be true."""
        return self.graded or self.severity

    @property
    def lead(self) -> bool:
        """Whether it is a question of low confidence: worth a look, and told apart from what is found or asked.

        It keeps its control from being *met*, as each question does, and accuses nobody.
        """
        return self.outcome is Outcome.REVIEW and self.confidence is Confidence.LOW


class EngineResult(Frozen):
    """What an engine gives back."""

    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    unavailable: tuple[str, ...] = ()
    """Names of rules that were not evaluated because the engine is missing or broke."""
    lasting: bool = True
    """Whether the same system would give the same again; not so where time ran out or the engine is missing."""
