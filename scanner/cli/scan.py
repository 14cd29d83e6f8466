"""``archscan scan``: the main job."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.cli.allowances import Allowed, allowances_of, shrink, with_gate
from scanner.cli.readers import reader_of
from scanner.cli.reporting import persona_of, print_report, printed_format, targets_of, write_reports
from scanner.errors import UsageError
from scanner.timings import Span

if TYPE_CHECKING:
    from scanner.cache import Cache
    from scanner.domain.assessment import Assessment
    from scanner.pipeline import Yardstick

EXIT_PASSED, EXIT_FAILED, EXIT_INCOMPLETE = 0, 1, 4


def scan(  # noqa: PLR0913, PLR0917  # one parameter for each option of the command
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Folder of the repository to scan. Others of the same product may follow, as FOLDER or NAME=FOLDER: "
            "their files stand in the result below a folder of that name.",
            metavar="FOLDER...",
        ),
    ],
    policy: Annotated[
        str,
        typer.Option(help="Name of a policy that comes with archscan, or a policy file.", metavar="NAME|FILE"),
    ] = "default",
    output: Annotated[
        str,
        typer.Option(
            "--format",
            help="What is printed: terminal, or any format of --report but xlsx.",
            metavar="FORMAT",
        ),
    ] = "terminal",
    persona: Annotated[
        str | None,
        typer.Option(
            help="For whom the terminal report is: developer (what to mend next), ci (the decision and a line for each "
            "finding) or assessor (every control, the waivers, what could not be seen). Without it: ci where the "
            "environment has CI=true and nobody sees a terminal, else developer.",
            metavar="NAME",
        ),
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option(
            help="Write a report to a file as well; may be given several times. Formats: terminal, json, sarif, "
            "markdown, comment, junit, xlsx, badge, html, oscal-ar, oscal-catalog, oscal-profile, oscal-poam.",
            metavar="FORMAT=FILE",
        ),
    ] = None,
    plan: Annotated[
        list[Path] | None,
        typer.Option(
            help="A Terraform plan as JSON (`terraform show -json tfplan`): its values in the place of those of the "
            "source; may be given several times.",
            metavar="FILE",
        ),
    ] = None,
    state: Annotated[
        list[Path] | None,
        typer.Option(
            help="A Terraform state as JSON (`terraform show -json`): what was made, in the place of what the source "
            "says; may be given several times.",
            metavar="FILE",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            help="Branch, tag or commit: tell only what became worse since, and let only that close the gate. The "
            "commit in which the two parted is scanned too.",
            metavar="REV",
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            help="File of `archscan baseline`: what it holds was known before and closes no gate. What was mended is "
            "taken out of it, outside pipelines.",
            metavar="FILE",
        ),
    ] = None,
    approvals: Annotated[
        Path | None,
        typer.Option(help="An assessor's waivers and approvals, outside the repository.", metavar="FILE"),
    ] = None,
    no_waivers: Annotated[
        bool, typer.Option("--no-waivers", help="Apply no waiver, whoever wrote it; all are listed.")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            help="Severities of which one new, unwaived failure closes the gate, or never; else as the policy says.",
            metavar="SEVERITY,…",
        ),
    ] = None,
    minimum_score: Annotated[
        float | None, typer.Option(min=0, max=100, help="Score below which the gate closes.", metavar="0-100")
    ] = None,
    minimum_coverage: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Coverage below which the result is incomplete (exit 4).", metavar="0-1"),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Never reach out, not even to make an engine's environment.")
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option(
            help="Day against which ends of support and of waivers are judged; today if not given.",
            metavar="YYYY-MM-DD",
        ),
    ] = None,
    rules: Annotated[
        Path | None,
        typer.Option(help="Folder of rule packs to use instead of archscan's own.", metavar="FOLDER"),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="Processes that work at once; as many as there are processors, up to 4.", metavar="N"),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither use nor keep results of what was not changed since.")
    ] = False,
    timings: Annotated[
        bool, typer.Option("--timings", help="Say on standard error where the time went: stages, engines, rules.")
    ] = False,
    engine: Annotated[
        list[str] | None,
        typer.Option(
            help="How an engine is run: checkov=cli takes checkov's own command line, parser and all, in the place of "
            "its checks alone.",
            metavar="ENGINE=HOW",
        ),
    ] = None,
) -> None:
    """Scan a repository and say which principles its system keeps, with evidence for every line.

    Prints the decision first, then what could be assessed, a row for each principle, and the findings that matter with
    their reason and cure. Nothing in the repository is executed. The network is used only on the first run, to make the
    environments of checkov and semgrep (see `archscan engines`).

    With `--plan` or `--state`, rules see what Terraform planned or made, and findings still point at the `.tf` line
    where PATH holds the source. What Terraform marks as sensitive is never kept.

    What a scan finds is kept by content, so that the next one looks only at what was changed; the answer is the same.
    `archscan cache clear` deletes what was kept, and `--no-cache` does without.

    **Examples**

    `archscan scan .`

    `archscan scan . --report json=result.json --report sarif=result.sarif`

    `archscan scan supplier/repository --offline --persona assessor`

    `archscan scan app infra=../infrastructure`

    `archscan scan . --since main --fail-on critical,high`

    `terraform show -json tfplan > tfplan.json && archscan scan . --plan tfplan.json`
    """
    from scanner.cli.course import course_of, end, rules_cache, tell_timings  # noqa: PLC0415
    from scanner.cli.pictured import drawn  # noqa: PLC0415
    from scanner.cli.progress import Progress  # noqa: PLC0415
    from scanner.cli.shown import read_shown  # noqa: PLC0415
    from scanner.pipeline import assess, survey  # noqa: PLC0415
    from scanner.reports import ReportContext  # noqa: PLC0415

    targets = targets_of(report or [])
    printed_format(output)
    reader_of_terminal = persona_of(persona)
    course = course_of(jobs, engine or [], offline=offline, no_cache=no_cache)
    valid = rules_cache(no_cache=no_cache)
    day = day_of(as_of)
    allowed = Allowed(approvals, not no_waivers, baseline, since, fail_on, minimum_score, minimum_coverage)
    if since is not None and (plan or state):
        raise UsageError(
            "--since needs the source of both commits, and a plan or state is of one", hint="use --baseline"
        )
    with Progress() as tell:
        reader = reader_of(paths)
        with course.timings.measure(Span.STAGE, "loading the rules"):
            yardstick = with_gate(load_yardstick(policy, rules, day, valid), allowed)
        shown = read_shown(plan or [], state or [], Path(paths[0]))
        allowances = allowances_of(allowed, paths, yardstick, tell, course)
        context = replace(ReportContext.of(yardstick.catalog, yardstick.packs), persona=reader_of_terminal)
        assessment, picture = drawn(
            [output, *(target.format for target in targets)],
            partial(assess, reader, yardstick, tell, course, shown=shown, allowances=allowances),
            partial(survey, reader, yardstick, tell, course, shown=shown, allowances=allowances),
        )
        context = replace(context, picture=picture)
        if baseline and allowances.against:
            shrink(baseline, assessment, allowances.against)
        with course.timings.measure(Span.STAGE, "reporting"):
            write_reports(assessment, context, targets)
    print_report(assessment, output, context)
    end(course.cache, valid)
    if timings:
        tell_timings(course.timings)
    raise typer.Exit(exit_code(assessment))


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
