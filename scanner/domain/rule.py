"""Rules: what one looks at, what must hold, and what a reader is told. Data, never code."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SkipValidation, WithJsonSchema

from scanner.domain.architecture import Confidence, RelationKind
from scanner.domain.artifact import Role
from scanner.domain.catalog import Severity
from scanner.domain.frozen import Frozen
from scanner.domain.record import Record, is_upheld
from scanner.domain.resource import Value

_ENOUGH = 4
"""Readings from which on they decide: fewer said next to nothing of what was read later, and three of three promise
less than what is told, so that a grave rule would weigh less for having been upheld."""


class RuleStatus(StrEnum):
    """Where a rule is in its life."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"
    """Still loads, so that waivers keep their meaning; not evaluated."""


class GroupBy(StrEnum):
    """Whether a fault gives a finding for each subject, or one whose other places are related."""

    SUBJECT = "subject"
    FOLDER = "folder"
    """Subjects in one top folder are one finding."""
    DIRECTORY = "directory"
    """Subjects whose files lie side by side, as those of a Terraform root or module, are one finding."""
    FILE = "file"
    """Subjects in one file are one finding."""
    REPOSITORY = "repository"
    """All subjects are one finding."""
    MESSAGE = "message"
    """Subjects of which the same is said are one finding."""
    CONTENT = "content"
    """Places in which the same is written, such as copies of one key, are one finding. Of semgrep's rules only."""


class Stricter(StrEnum):
    """Which values of a parameter ask for more than the rule's own."""

    HIGHER = "higher"
    LOWER = "lower"
    SUBSET = "subset"
    """A list, or each list of a map, that leaves something out."""
    SUPERSET = "superset"


class Otherwise(StrEnum):
    """What an assertion that does not hold is worth."""

    FAIL = "fail"
    REVIEW = "review"
    """A signal that needs a person's judgement."""


class Example(Frozen):
    """How to mend, in the artefact's own language."""

    language: str
    """``hcl``, ``yaml``, ``python``, ``dockerfile``, …"""
    before: str
    after: str


class CheckBase(Frozen):
    """What every kind of check shares."""

    group: GroupBy = GroupBy.SUBJECT
    otherwise: Otherwise = Otherwise.FAIL
    message: str
    """The fact, with ``{placeholders}`` from the view; never advice."""
    accepted: str = ""
    """The fact where the subject complies; evidence for ``met``."""
    roles: tuple[Role, ...] = (Role.PRODUCT,)
    """Roles of files that are looked at."""
    everywhere: bool = False
    """Whether it weighs as much in tools and in what was replaced, such as a key that opens wherever it is read."""


_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def _listed(written: object) -> object:
    """One path may stand without a list around it."""
    return (written,) if isinstance(written, str) else written


class Reason(Frozen):
    """One of several ways in which an assertion can fail."""

    when: str
    """CEL: true where that is what happened."""
    message: str
    """The fact, in the place of the check's own message."""


class NativeCheck(CheckBase):
    """CEL over the resources that the selector names."""

    engine: Literal["native"]
    subject: Mapping[str, tuple[str, ...]]
    """One family (``terraform``, ``kubernetes``, ``code``, …) and the globs of its types."""
    over: tuple[RelationKind, ...] = ()
    """Of a rule about paths: the kinds of relations that a path is made of."""
    when: str = ""
    """CEL: false where the subject is not concerned; then nothing is said of it."""
    each: str = ""
    """Path of a list in the view; the assertion is put to each of its elements as ``item``."""
    where: str = ""
    """CEL over ``item``: false where the element is not concerned."""
    assertion: str = Field(alias="assert")
    """CEL: true where the subject complies."""
    reasons: tuple[Reason, ...] = ()
    """What is told in the place of ``message``, of all that hold; the message stands where none is known to."""
    lesser: str = ""
    """CEL: true where a failure is less grave than the rule; it is then of medium severity at most."""
    at: Annotated[tuple[str, ...], BeforeValidator(_listed), WithJsonSchema(_ONE_OR_MORE)] = ()
    """Attribute path, relative to the subject or the item, whose line is shown; of several the first that is written.

    Else the subject's own line.
    """
    parameters: SkipValidation[Mapping[str, Value]] = Field(default_factory=dict)
    """Values that a policy may change; ``{reference: file#/pointer}`` takes one from ``rules/reference``."""
    stricter: Mapping[str, Stricter] = Field(default_factory=dict)
    """Parameter to what makes it stricter. A policy that changes it otherwise, or one that is not named here, asks for
    less than the rule: it cannot make the control met."""


class CheckovCheck(CheckBase):
    """Checks of checkov, by id. Its severities and its mapping are not used."""

    engine: Literal["checkov"]
    ids: tuple[str, ...] = Field(min_length=1)
    message: str = "{check}: {subject}"


class Elsewhere(Frozen):
    """Other documents that may say the same, such as a section of the README."""

    documents: tuple[str, ...] = Field(min_length=1)
    """Globs over paths, case does not matter."""
    contains: tuple[str, ...] = Field(min_length=1)
    """RE2 patterns, each of which must occur in such a document."""
    code: bool = False
    """Of a rule about documents: whether these are source files, also those of tests, which else are none."""


class SemgrepCheck(CheckBase):
    """Patterns over source code; one whose id ends in ``.accepted`` is evidence that the rule is kept."""

    engine: Literal["semgrep"]
    config: str = "semgrep.yaml"
    """File beside ``rule.yaml``; ids in it are the rule's name, or that with ``.accepted``."""
    loads: str = ""
    """RE2 pattern whose first group is the folder and name of a file that the matched line loads. Where the repository
    has other files of such a folder, and not that one, the outcome is ``open``: what is loaded is not there."""
    comments: bool = False
    """Whether what stands in a comment of several lines counts; it does for a rule that looks everywhere."""
    outside: tuple[Elsewhere, ...] = ()
    """Documents that say that something beside the code may do what the matched line leaves out, such as a mesh: what
    lies beside the folders of deployment in which one stands is ``open``."""


class EvidenceCheck(CheckBase):
    """Documents that must be there."""

    engine: Literal["evidence"]
    documents: tuple[str, ...] = Field(min_length=1)
    """Globs over paths, case does not matter."""
    contains: tuple[str, ...] = ()
    """RE2 patterns, each of which must occur in a text document."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Documents of other kinds that count as well, each with what it must say."""
    outside: tuple[Elsewhere, ...] = ()
    """Documents that hand the matter on to another repository: where nothing else is found, the outcome is ``open``."""
    unfit: str = ""
    """What is told, with ``{paths}``, where documents are there and none says what it must; else ``message``."""
    at_least: int = Field(default=1, ge=1)
    """How many documents must qualify."""
    placeholders: tuple[str, ...] = (r"\{\{[^}\n]{1,80}\}\}", r"(?i)\b(tbc|lorem ipsum|todo)\b")
    """RE2 patterns of text that nobody has filled in yet; where they occur a person must judge (``review``)."""
    missing: Literal["fail", "review", "open"] = "open"
    """Outcome when nothing is found: the document may be kept elsewhere."""
    within_days: int | None = Field(default=None, ge=1)
    """A day as late as this must be named in the document: for records that are kept regularly. One that names none
    does not qualify, and where all are older a person must judge (``review``)."""
    lapsed_days: int | None = Field(default=None, ge=1)
    """With ``within_days``: a day that is older than that, and as late as this, shows no lapse yet (``open``)."""


Check = Annotated[NativeCheck | CheckovCheck | SemgrepCheck | EvidenceCheck, Field(discriminator="engine")]


class Readings(Frozen):
    """What people who had not written a rule said of findings that it tells, opened in the code itself."""

    right: int = Field(default=0, ge=0)
    """Upheld: the fact is right, and as grave as the rule says."""
    arguable: int = Field(default=0, ge=0)
    """The fact is right; an assessor might not uphold it."""
    wrong: int = Field(default=0, ge=0)

    @property
    def number(self) -> int:
        """How many findings were read."""
        return self.right + self.arguable + self.wrong

    @property
    def record(self) -> Record | None:
        """As findings tell it; None where none was read."""
        return Record(read=self.number, upheld=self.right) if self.number else None

    @property
    def settle(self) -> bool:
        """Whether they are enough to say anything; before that a rule stands on its author's word."""
        return self.number >= _ENOUGH

    @property
    def carried(self) -> Confidence:
        """The highest confidence that they carry: high where enough were upheld, low where not."""
        return Confidence.HIGH if not self.settle or is_upheld(self.record) else Confidence.LOW


class Rule(Frozen):
    """One rule, as its author wrote it."""

    name: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=80)
    """What it flags, in kebab-case; also its folder's name and its id in reports. Never reused."""
    title: str = Field(max_length=120)
    control: str
    """The control it judges."""
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    """How often it is right: high is told as it is written, medium at most as of medium severity, low as a lead."""
    readings: Readings = Readings()
    """What the confidence rests on."""
    status: RuleStatus = RuleStatus.STABLE
    since: str = "0.1"
    aliases: tuple[str, ...] = ()
    """Earlier names, which keep working in waivers."""
    description: str
    """What is flagged."""
    rationale: str
    """Why it matters to patients or to those who buy."""
    remediation: str
    """How to mend it."""
    example: Example | None = None
    clauses: tuple[str, ...] = Field(min_length=1)
    """Codes of the official clauses in the catalogue."""
    check: Check


class RulePack(Frozen):
    """The rules of one principle."""

    id: str
    """Folder name, such as ``cloud``."""
    title: str
    version: str
    digest: str
    """SHA-256 over every file of the pack but fixtures: two packs with one digest give one result."""
    root: str = Field(exclude=True)
    """Folder on this machine; never in a result."""
    rules: tuple[Rule, ...]
