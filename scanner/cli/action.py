"""``archscan action``: what the steps of the GitHub Action run. Logic lives here, not in YAML.

Inputs come from the environment (``INPUT_*``), never from expressions in a script; outputs go to the files that the
runner names (scanner.cli.runner).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import typer

from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.cli.action_inputs import Inputs
    from scanner.cli.event import Event
    from scanner.cli.runner import Annotation
    from scanner.domain.assessment import Assessment
    from scanner.interfaces import ReportContext

app = typer.Typer(hidden=True, help="The steps of the GitHub Action; see action.yml.")

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
    seen = in_workspace(assessment, inputs)
    for target in inputs.reports:
        told = seen if target.format == "sarif" else assessment
        write(target.file, as_bytes(REPORTERS[target.format](context).render(told)))
    sys.stdout.write("".join(f"{command(one)}\n" for one in _annotations(seen, context, doubt)))
    raise typer.Exit(exit_code(assessment))


def _assess(inputs: Inputs, since: str | None) -> tuple[Assessment, ReportContext]:
    """Scan as ``archscan scan`` does."""
    from dataclasses import replace  # noqa: PLC0415

    from scanner.cli.course import course_of, end, rules_cache  # noqa: PLC0415
    from scanner.cli.scan import load_yardstick, reader_of, today  # noqa: PLC0415
    from scanner.pipeline import assess  # noqa: PLC0415
    from scanner.reports import ReportContext  # noqa: PLC0415

    folders = [_argument(inputs, number) for number in range(len(inputs.folders))]
    course = course_of(offline=inputs.offline)
    valid = rules_cache()
    yardstick = load_yardstick(inputs.policy, None, today(), valid)
    assessment = assess(reader_of(folders), yardstick, _say, course)
    end(course.cache, valid)
    context = ReportContext.of(yardstick.catalog, yardstick.packs)
    return assessment, replace(context, persona=inputs.persona)


def compared_with(inputs: Inputs, event: Event) -> tuple[str | None, Annotation | None]:
    """The commit with which a change is compared, and what is to be said where there should be one and is none.

    Args:
        inputs: ``base`` wins over the event; a baseline file wins over what the event says.
        event: Names the base of a pull request, a merge queue's group, or a push.

    Raises:
        UsageError: ``new-only: true`` asks for a comparison that cannot be made.
    """
    from scanner.cli.action_inputs import NewOnly  # noqa: PLC0415
    from scanner.cli.runner import Annotation, Level  # noqa: PLC0415
    from scanner.sources.ancestry import set_out_from  # noqa: PLC0415

    if inputs.base:
        return inputs.base, None
    wanted = inputs.new_only is NewOnly.TRUE or (inputs.new_only is NewOnly.AUTO and event.is_change)
    if inputs.baseline or not wanted:
        return None, None
    since = set_out_from(inputs.workspace / inputs.folders[0].place, event.base, event.head)
    if since:
        return since, None
    message = "Nothing was compared: the commit that this change sets out from is not in the clone."
    if inputs.new_only is NewOnly.TRUE:
        raise UsageError(message, hint=_DEEPER)
    message = f"{message} So every failure counts, old ones too; to see only new ones, {_DEEPER}."
    return None, Annotation(Level.WARNING, "archscan: nothing was compared", message)


def in_workspace(assessment: Assessment, inputs: Inputs) -> Assessment:
    """The result with the paths of the workspace, by which GitHub finds the line of a finding.

    Args:
        assessment: Its paths begin in the first folder; those of others with the name of theirs.
        inputs: Say where the folders lie.
    """
    from scanner.evaluation.placing import placed  # noqa: PLC0415

    first, *others = inputs.folders
    if first.place == "." and not others:
        return assessment
    places = {one.name or PurePosixPath(one.place).name: one.place for one in others}

    def move(path: str) -> str:
        name, _, rest = path.partition("/")
        return f"{places[name]}/{rest}" if rest and name in places else str(PurePosixPath(first.place) / path)

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
