"""``archscan baseline``: writes down what is known today, so that later scans tell only what became worse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.cli.options import OfflineBriefly, PolicyNameBriefly, ProductFolders
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.baseline import Baseline

Grow = Annotated[
    bool, typer.Option("--grow", help="Take in what is new, too. Without it an existing baseline only shrinks.")
]


def baseline(
    paths: ProductFolders = None,
    output: Annotated[Path, typer.Option(help="File to write.", metavar="FILE")] = Path("archscan-baseline.json"),
    policy: PolicyNameBriefly = "default",
    grow: Grow = False,
    offline: OfflineBriefly = False,
) -> None:
    """Write the baseline: what fails today or is left for a person to judge, by fingerprint.

    `archscan scan . --baseline FILE` then tells only what is new and lets only that close the gate; what was there
    stays visible, and keeps its weight in the score. What is mended leaves the baseline and cannot come back unseen.
    In a pipeline (`CI` is set) a baseline is neither made nor grown: a change must not excuse itself.

    **Examples**

    `archscan baseline . --output archscan-baseline.json`
    """
    from scanner.cli.allowances import in_pipeline, read_baseline  # noqa: PLC0415
    from scanner.cli.reporting import write  # noqa: PLC0415
    from scanner.cli.scanning import scan_folders  # noqa: PLC0415
    from scanner.evaluation.baseline import baseline_of, compare_with  # noqa: PLC0415

    grows = grow or not output.exists()
    if grows and in_pipeline():
        raise UsageError("a baseline is neither made nor grown in a pipeline", hint="make it where a person reads it")
    assessment, _ = scan_folders(paths or ["."], policy, offline=offline)
    made = now = baseline_of(assessment.findings, assessment.principles, assessment.packs, assessment.policy.id)
    before = read_baseline(output) if output.exists() else None
    if before is not None and not grow:
        made = compare_with(assessment, before).left
    write(output, f"{made.model_dump_json(indent=1)}\n".encode())
    _tell(output, made, before=None if before is None else before.baseline, new=len(now.findings) - len(made.findings))


def _tell(file: Path, made: Baseline, *, before: Baseline | None, new: int) -> None:
    """Say what the file holds now, what it held before, and how much that is new was left out."""
    from scanner.domain.finding import Outcome  # noqa: PLC0415
    from scanner.evaluation.overview import count  # noqa: PLC0415

    was = "" if before is None else f", {len(before.findings)} before"
    failing = sum(one.outcome is Outcome.FAIL for one in made.findings)
    typer.echo(
        f"{file} holds {count(len(made.findings), 'known finding')}{was}: "
        f"{count(failing, 'failure')}, the others for a person to judge"
    )
    if new:
        typer.echo(f"{count(new, 'new one')} left out; --grow takes what is new in, too")
