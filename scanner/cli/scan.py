"""``archscan scan``: the main job."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from scanner.cli.allowances import Allowed, allowances_of, shrink, with_gate
from scanner.cli.options import Jobs, Offline, PolicyName
from scanner.cli.readers import reader_of
from scanner.cli.reporting import Target, persona_of, print_report, printed_format, targets_of, write_reports
from scanner.cli.scan_options import (
    ApprovalsFile,
    AsOf,
    BaselineFile,
    EngineWays,
    FailOn,
    MinimumCoverage,
    MinimumScore,
    NoCache,
    NoWaivers,
    PersonaName,
    Plans,
    PrintedFormat,
    ReportTargets,
    RulesFolder,
    ScanFolders,
    SinceRevision,
    States,
    WithTimings,
)
from scanner.errors import UsageError
from scanner.timings import Span

if TYPE_CHECKING:
    from scanner.cache import Cache
    from scanner.domain.assessment import Assessment
    from scanner.interfaces import Persona
    from scanner.pipeline import Course, Yardstick

EXIT_PASSED, EXIT_FAILED, EXIT_INCOMPLETE = 0, 1, 4


class Scope(NamedTuple):
    """What is looked at."""

    folders: tuple[str, ...]
    plans: tuple[Path, ...]
    """Terraform's, as JSON; states too."""
    states: tuple[Path, ...]


class Measure(NamedTuple):
    """What names the yardstick."""

    policy: str
    """Name or file."""
    rules: Path | None
    """Folder of rule packs; None for archscan's own."""
    as_of: date


class Display(NamedTuple):
    """Where the result is shown, and to whom."""

    targets: tuple[Target, ...]
    printed: str
    """Format."""
    persona: Persona


class Order(NamedTuple):
    """A scan as it was asked for."""

    scope: Scope
    measure: Measure
    allowed: Allowed
    display: Display


def scan(  # noqa: PLR0913, PLR0917  # one parameter for each option of the command
    paths: ScanFolders,
    policy: PolicyName = "default",
    output: PrintedFormat = "terminal",
    persona: PersonaName = None,
    report: ReportTargets = None,
    plan: Plans = None,
    state: States = None,
    since: SinceRevision = None,
    baseline: BaselineFile = None,
    approvals: ApprovalsFile = None,
    no_waivers: NoWaivers = False,
    fail_on: FailOn = None,
    minimum_score: MinimumScore = None,
    minimum_coverage: MinimumCoverage = None,
    offline: Offline = False,
    as_of: AsOf = None,
    rules: RulesFolder = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    timings: WithTimings = False,
    engine: EngineWays = None,
) -> None:
    """Scan a repository; the page of help is ``scan_options.HELP``."""
    from scanner.cli.course import course_of, end, rules_cache, tell_timings  # noqa: PLC0415

    display = Display(tuple(targets_of(report or [])), printed_format(output), persona_of(persona))
    course = course_of(jobs, engine or [], offline=offline, no_cache=no_cache)
    valid = rules_cache(no_cache=no_cache)
    measure = Measure(policy, rules, day_of(as_of))
    allowed = Allowed(approvals, not no_waivers, baseline, since, fail_on, minimum_score, minimum_coverage)
    scope = Scope(tuple(paths), tuple(plan or ()), tuple(state or ()))
    assessment = _carry_out(Order(scope, measure, allowed, display), course, valid)
    end(course.cache, valid)
    if timings:
        tell_timings(course.timings)
    raise typer.Exit(exit_code(assessment))


def _carry_out(order: Order, course: Course, valid: Cache) -> Assessment:
    """Scan, write the reports, and print what is to be printed."""
    from scanner.cli.pictured import drawn  # noqa: PLC0415
    from scanner.cli.progress import Progress  # noqa: PLC0415
    from scanner.cli.shown import read_shown  # noqa: PLC0415
    from scanner.pipeline import assess, survey  # noqa: PLC0415
    from scanner.reports import ReportContext  # noqa: PLC0415

    (folders, plans, states), measure, allowed, (targets, printed, persona) = order
    if allowed.since is not None and (plans or states):
        raise UsageError(
            "--since needs the source of both commits, and a plan or state is of one", hint="use --baseline"
        )
    with Progress() as tell:
        reader = reader_of(folders)
        with course.timings.measure(Span.STAGE, "loading the rules"):
            yardstick = with_gate(load_yardstick(*measure, valid), allowed)
        shown = read_shown(plans, states, Path(folders[0]))
        allowances = allowances_of(allowed, folders, yardstick, tell, course)
        assessment, picture = drawn(
            [printed, *(target.format for target in targets)],
            partial(assess, reader, yardstick, tell, course, shown=shown, allowances=allowances),
            partial(survey, reader, yardstick, tell, course, shown=shown, allowances=allowances),
        )
        context = replace(ReportContext.of(yardstick.catalog, yardstick.packs), persona=persona, picture=picture)
        if allowed.baseline and allowances.against:
            shrink(allowed.baseline, assessment, allowances.against)
        with course.timings.measure(Span.STAGE, "reporting"):
            write_reports(assessment, context, targets)
    print_report(assessment, printed, context)
    return assessment


def load_yardstick(policy: str, rules: Path | None, as_of: date, cache: Cache | None = None) -> Yardstick:
    """Load catalogue, policy and the packs that it names.

    Args:
        policy: Name or file of the policy.
        rules: Folder of rule packs, or None for archscan's own.
        as_of: Day against which ends of support are judged.
        cache: What was found valid before.

    Raises:
        PolicyError: The policy is not valid.
        RulePackError: Rules are written wrongly.
    """
    from scanner.cache import NoCache  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.pipeline import Yardstick  # noqa: PLC0415
    from scanner.policies import load_policy  # noqa: PLC0415
    from scanner.rules.loader import load_catalog, load_packs  # noqa: PLC0415

    root = rules or packaged("rules")
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder of rule packs", hint="it must hold catalog/ and one folder a pack")
    catalog = load_catalog(root, cache)
    loaded = load_policy(policy, packaged("policies"), cache)
    packs = load_packs(root, catalog, loaded.packs, cache, fixtures=rules is not None)
    return Yardstick(
        policy=loaded, packs=packs, catalog=catalog, rules_root=root, as_of=as_of, installed=cache or NoCache()
    )


def exit_code(assessment: Assessment) -> int:
    """The exit code of a result; it does not depend on the format in which the result is shown."""
    if not assessment.gate.passed:
        return EXIT_FAILED
    return EXIT_PASSED if assessment.complete else EXIT_INCOMPLETE


def today() -> date:
    """The day against which ends of support are judged when none is given (UTC)."""
    return datetime.now(UTC).date()


def day_of(text: str | None, option: str = "--as-of") -> date:
    """The day that an option names; today if it was not given.

    Args:
        text: Of the option.
        option: Its name, for who has to correct it.

    Raises:
        UsageError: It is not a date.
    """
    if text is None:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{option} {text}: not a date", hint="write it as YYYY-MM-DD, for example 2026-12-31"
        ) from None
