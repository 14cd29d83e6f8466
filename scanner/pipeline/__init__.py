"""An assessment from the folder to the verdict: what was seen before is recalled, all else is done in stages.

Parsers, engines and models are imported when there is something for them to do: an unchanged repository needs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scanner.cache import Cache, NoCache
from scanner.domain.artifact import ArtifactKind
from scanner.domain.assessment import Assessment
from scanner.domain.catalog import Catalog
from scanner.domain.policy import Policy
from scanner.domain.resource import Reading
from scanner.domain.rule import RulePack
from scanner.errors import NothingToScanError
from scanner.interfaces import Reader, Report
from scanner.pipeline.recall import place_of, recalled
from scanner.timings import Span, Timings

if TYPE_CHECKING:
    from scanner.domain.system import System
    from scanner.domain.waiver import Written
    from scanner.evaluation.baseline import Against
    from scanner.parsers.terraform.shown.document import Shown
    from scanner.pipeline.stages import Made

_UNREAD = (ArtifactKind.LINK, ArtifactKind.OTHER)
"""Of these alone there is nothing to say."""


@dataclass(frozen=True)
class Yardstick:
    """What a system is measured with."""

    policy: Policy
    packs: tuple[RulePack, ...]
    catalog: Catalog
    rules_root: Path
    """Folder of the packs."""
    as_of: date
    """Day against which ends of support are judged."""
    installed: Cache = field(default_factory=NoCache)
    """What was made of rules before; it belongs to the installation."""
    overrides: tuple[str, ...] = ()
    """What the caller asked for in the place of what the policy says, in words."""


@dataclass(frozen=True)
class Allowances:
    """What is set aside besides what the supplier waives, and with what a result is compared."""

    approvals: tuple[Written, ...] = ()
    """Of an assessor's file."""
    waivers: bool = True
    """Whether any waiver is applied."""
    against: Against | None = None
    """What was known before."""


@dataclass(frozen=True)
class Course:
    """How a scan goes about it. The result is the same by any course, as far as checkov agrees with itself."""

    offline: bool = False
    """Nothing may reach out, not even to make an engine's environment."""
    jobs: int = 1
    """Processes that may work at once."""
    cache: Cache = field(default_factory=NoCache)
    """Results of earlier scans."""
    timings: Timings = field(default_factory=Timings)
    """Is told what stages, engines and rules took."""
    checkov: str = "worker"
    """How the checks of checkov are run: by archscan's ``worker``, or by its command line, ``cli``."""


class Surveyed(NamedTuple):
    """A system with the verdict on it."""

    system: System
    assessment: Assessment


def assess(
    reader: Reader,
    yardstick: Yardstick,
    report: Report,
    course: Course,
    *,
    shown: Sequence[Shown] = (),
    allowances: Allowances | None = None,
) -> Assessment:
    """Assess what a reader finds.

    Args:
        reader: Gives the files.
        yardstick: Policy, rule packs and catalogue.
        report: Is told what goes on.
        course: How to go about it.
        shown: Terraform plans and states, which stand for the roots of the source that they describe.
        allowances: What is set aside, and with what the result is compared.

    Returns:
        The whole result. The same input gives the same value, whatever the course.

    Raises:
        NothingToScanError: There is no artefact that archscan reads.
        PolicyError: The policy does not fit the packs.
        ConfigurationError: ``archscan.yaml`` is not valid.
    """
    allowed = allowances or Allowances()
    reading = _reading(reader, report, course, enough=bool(shown))
    with course.timings.measure(Span.STAGE, "reading"):
        place = None if shown else place_of(reader, reading, yardstick, course, allowed)

    def scan() -> Made:
        from scanner.pipeline.stages import run_stages  # noqa: PLC0415  # see above

        return run_stages(reader, reading, yardstick, report, course, shown, allowed)

    return scan().assessment if place is None else recalled(course.cache, place, reader, scan)


def survey(
    reader: Reader,
    yardstick: Yardstick,
    report: Report,
    course: Course,
    *,
    shown: Sequence[Shown] = (),
    allowances: Allowances | None = None,
) -> Surveyed:
    """Assess what a reader finds, and give back the architecture as well; an earlier result is not recalled.

    Args:
        reader: Gives the files.
        yardstick: Policy, rule packs and catalogue.
        report: Is told what goes on.
        course: How to go about it.
        shown: Terraform plans and states, which stand for the roots of the source that they describe.
        allowances: What is set aside, and with what the result is compared.

    Raises:
        NothingToScanError: There is no artefact that archscan reads.
        PolicyError: The policy does not fit the packs.
        ConfigurationError: ``archscan.yaml`` is not valid.
    """
    from scanner.pipeline.stages import run_stages  # noqa: PLC0415  # see above

    reading = _reading(reader, report, course, enough=bool(shown))
    made = run_stages(reader, reading, yardstick, report, course, shown, allowances or Allowances())
    return Surveyed(made.system, made.assessment)


def chart(reader: Reader, report: Report, course: Course) -> System:
    """The architecture of what a reader finds; no rule is put to it.

    Args:
        reader: Gives the files.
        report: Is told what goes on.
        course: How to go about it.

    Raises:
        NothingToScanError: There is no artefact that archscan reads.
        ConfigurationError: ``archscan.yaml`` is not valid.
    """
    from scanner.pipeline.stages import read_system  # noqa: PLC0415  # see above

    return read_system(reader, _reading(reader, report, course), report, course)


def _reading(reader: Reader, report: Report, course: Course, *, enough: bool = False) -> Reading:
    report("reading the files")
    with course.timings.measure(Span.STAGE, "reading"):
        return read(reader, enough=enough)


def read(reader: Reader, *, enough: bool = False) -> Reading:
    """List the artefacts.

    Args:
        reader: Gives the files.
        enough: There is something to assess already; the folder may hold nothing.

    Raises:
        NothingToScanError: None of them is of a kind that archscan reads, and none was left unread.
    """
    try:
        reading = reader.walk()
    except NothingToScanError:
        if not enough:
            raise
        return Reading(artifacts=(), counts={"files": 0})
    unread = bool(reading.problems)  # something is there, and that it could not be read is to be told
    if not enough and not unread and all(artifact.kind in _UNREAD for artifact in reading.artifacts):
        raise NothingToScanError(
            "there is nothing here that archscan reads",
            hint="it reads Terraform, Kubernetes manifests, source code, containers, pipelines and documents",
        )
    return reading
