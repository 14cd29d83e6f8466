"""``archscan action``: what the steps of the GitHub Action run. Logic lives here, not in YAML.

Inputs come from the environment (``INPUT_*``), never from expressions in a script; outputs go to the files that the
runner names (scanner.cli.runner).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import typer

from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.cli.action_inputs import Inputs
    from scanner.cli.event import Event
    from scanner.cli.runner import Annotation
    from scanner.domain.assessment import Assessment
    from scanner.interfaces import ReportContext

app = typer.Typer(hidden=True, help="The steps of the GitHub Action; see action.yml.")


class Since(NamedTuple):
    """A commit with which a change is compared."""

    revision: str
    name: str = ""
    """As people know it; the revision itself if empty."""


_DEEPER = "check out with `fetch-depth: 0` (or 2, for what GitHub checks out for a pull request)"


@app.command()
def prepare() -> None:
    """Check the inputs, and say what to restore from earlier runs."""
    from scanner.cli.action_caches import plan  # noqa: PLC0415
    from scanner.cli.action_inputs import read_inputs  # noqa: PLC0415
    from scanner.cli.event import read_event  # noqa: PLC0415
    from scanner.cli.runner import Runner  # noqa: PLC0415

    inputs = read_inputs(os.environ)
    Runner(os.environ).output(plan(read_event(os.environ), os.environ, wanted=inputs.cache))


@app.command()
def scan() -> None:
    """Scan, write the reports, the job summary, annotations and outputs, and decide."""
    from scanner.cli.action_caches import kept  # noqa: PLC0415
    from scanner.cli.action_inputs import read_inputs  # noqa: PLC0415
    from scanner.cli.event import read_event  # noqa: PLC0415
    from scanner.cli.reporting import as_bytes, print_report, write  # noqa: PLC0415
    from scanner.cli.runner import Runner, command  # noqa: PLC0415
    from scanner.cli.scan import exit_code  # noqa: PLC0415
    from scanner.reports import REPORTERS  # noqa: PLC0415

    inputs = read_inputs(os.environ)
    since, doubt = compared_with(inputs, read_event(os.environ))
    assessment, context = _assess(inputs, since)
    runner = Runner(os.environ)
    summary = as_bytes(REPORTERS["markdown"](context).render(assessment)).decode("utf-8")
    runner.summary((f"{doubt.message}\n\n" if doubt else "") + summary)
    runner.output(kept(os.environ) | outputs(assessment, inputs))
    print_report(assessment, "terminal", context)
    seen = in_repository(assessment, inputs)
    for target in inputs.reports:
        told = seen if target.format == "sarif" else assessment
        write(target.file, as_bytes(REPORTERS[target.format](context).render(told)))
    sys.stdout.write("".join(f"{command(one)}\n" for one in _annotations(seen, context, doubt)))
    raise typer.Exit(exit_code(assessment))


def _assess(inputs: Inputs, since: Since | None) -> tuple[Assessment, ReportContext]:
    """Scan as ``archscan scan`` does."""
    from dataclasses import replace  # noqa: PLC0415

    from scanner.cli.allowances import Allowed, allowances_of, in_pipeline, shrink, with_gate  # noqa: PLC0415
    from scanner.cli.course import course_of, end, rules_cache  # noqa: PLC0415
    from scanner.cli.pictured import drawn  # noqa: PLC0415
    from scanner.cli.readers import reader_of  # noqa: PLC0415
    from scanner.cli.scan import load_yardstick, today  # noqa: PLC0415
    from scanner.pipeline import assess, survey  # noqa: PLC0415
    from scanner.reports import ReportContext  # noqa: PLC0415

    allowed = Allowed(
        approvals=inputs.approvals,
        baseline=inputs.baseline,
        since=since.revision if since else None,
        fail_on=inputs.fail_on or None,
        minimum_score=inputs.minimum_score,
        minimum_coverage=inputs.minimum_coverage,
    )
    folders = [_argument(inputs, number) for number in range(len(inputs.folders))]
    reader, course, valid = reader_of(folders), course_of(offline=inputs.offline), rules_cache()
    yardstick = with_gate(load_yardstick(inputs.policy, None, today(), valid), allowed)
    allowances = allowances_of(allowed, folders, yardstick, _say, course)
    if since and since.name and allowances.against:
        allowances = replace(allowances, against=allowances.against._replace(name=since.name))
    context = replace(ReportContext.of(yardstick.catalog, yardstick.packs), persona=inputs.persona)
    assessment, picture = drawn(
        (target.format for target in inputs.reports),
        partial(assess, reader, yardstick, _say, course, allowances=allowances),
        partial(survey, reader, yardstick, _say, course, allowances=allowances),
    )
    context = replace(context, picture=picture)
    if inputs.baseline and allowances.against and in_pipeline():  # which tells that it could be shorter
        shrink(inputs.baseline, assessment, allowances.against)
    end(course.cache, valid)
    return assessment, context


def compared_with(inputs: Inputs, event: Event) -> tuple[Since | None, Annotation | None]:
    """The commit with which a change is compared, and what is to be said where there should be one and is none.

    Args:
        inputs: ``base`` wins over the event; a baseline file wins over what the event says.
        event: Names the base of a pull request, a merge queue's group, or a push.

    Raises:
        UsageError: ``new-only: true`` asks for a comparison that cannot be made.
    """
    from scanner.cli.action_inputs import NewOnly  # noqa: PLC0415
    from scanner.cli.runner import Annotation, Level  # noqa: PLC0415
    from scanner.evaluation.redaction import clean  # noqa: PLC0415
    from scanner.sources.ancestry import merged_into  # noqa: PLC0415

    if inputs.base and inputs.baseline:
        raise UsageError("inputs base and baseline both say what was known before", hint="give one of them")
    if inputs.base:
        return Since(inputs.base), None
    wanted = inputs.new_only is NewOnly.TRUE or (inputs.new_only is NewOnly.AUTO and event.is_change)
    if inputs.baseline or not wanted:
        return None, None
    revision = merged_into(inputs.workspace / inputs.folders[0].place, event.base, event.head)
    if revision:
        return Since(revision, clean(event.base_ref)), None
    message = "Nothing was compared: the commit that this change sets out from is not in the clone."
    if inputs.new_only is NewOnly.TRUE:
        raise UsageError(message, hint=_DEEPER)
    message = f"{message} So every failure counts, old ones too; to see only new ones, {_DEEPER}."
    return None, Annotation(Level.WARNING, "archscan: nothing was compared", message)


def in_repository(assessment: Assessment, inputs: Inputs) -> Assessment:
    """The result with paths from the top of the repository, by which GitHub finds the line of a finding.

    Args:
        assessment: Its paths begin in the first folder; those of others with the name of theirs.
        inputs: Say where the folders lie.
    """
    from scanner.evaluation.placing import placed  # noqa: PLC0415
    from scanner.sources.revision import find_git  # noqa: PLC0415

    first, *others = inputs.folders
    found = find_git(inputs.workspace / first.place)
    top = found[0] if found else inputs.workspace

    def below(place: str) -> PurePosixPath | None:
        folder = inputs.workspace / place
        return PurePosixPath(folder.relative_to(top).as_posix()) if folder.is_relative_to(top) else None

    prefix = below(first.place) or PurePosixPath()
    prefixes = {one.name or PurePosixPath(one.place).name: below(one.place) for one in others}

    def move(path: str) -> str:
        name, _, rest = path.partition("/")
        if not rest or name not in prefixes:
            return str(prefix / path)
        other = prefixes[name]
        return str(other / rest) if other else path  # of another repository, where GitHub shows no line of it

    return placed(assessment, move)


def outputs(assessment: Assessment, inputs: Inputs) -> dict[str, str]:
    """The outputs of the step, all of which ``action.yml`` hands on.

    Args:
        assessment: The result.
        inputs: Name the reports.
    """
    comparison = assessment.comparison
    return {
        "gate": "passed" if assessment.gate.passed else "failed",
        "complete": "true" if assessment.complete else "false",
        "score": "" if assessment.score.value is None else f"{assessment.score.value:.1f}",
        "coverage": f"{assessment.score.coverage:.3f}",
        "new": str(comparison.new) if comparison else "",
        "known": str(comparison.known) if comparison else "",
        "mended": str(len(comparison.mended)) if comparison else "",
        "reports": "\n".join(f"{one.format}={one.file}" for one in inputs.reports),
        **{one.format: str(one.file) for one in reversed(inputs.reports)},
    }


def _annotations(assessment: Assessment, context: ReportContext, doubt: Annotation | None) -> Sequence[Annotation]:
    from scanner.cli.annotations import annotate  # noqa: PLC0415

    return [*([doubt] if doubt else []), *annotate(assessment, context.rules)]


def _argument(inputs: Inputs, number: int) -> str:
    """A folder as ``archscan scan`` takes it."""
    one = inputs.folders[number]
    folder = str(inputs.workspace / one.place)
    return f"{one.name or PurePosixPath(one.place).name}={folder}" if number else folder


def _say(text: str) -> None:
    sys.stderr.write(f"archscan: {text}\n")
