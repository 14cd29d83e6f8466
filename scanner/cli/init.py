"""``archscan init``: a first ``archscan.yaml``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from scanner.errors import UsageError


def init(
    path: Annotated[Path, typer.Argument(help="Folder of the repository.")] = Path(),
    output: Annotated[
        str | None,
        typer.Option(help="File to write, or - to print; archscan.yaml in PATH if not given.", metavar="FILE"),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there. Of it, only `terraform:` is kept.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="Processes that work at once; as many as there are processors, up to 4.", metavar="N"),
    ] = None,
) -> None:
    """Write a first archscan.yaml: components by layer as archscan infers them, for you to correct.

    Each line says why, and what is a guess is marked as one. What stays in the file counts as declared by you. Nothing
    in the repository is executed, and nothing is written but this one file.

    **Examples**

    `archscan init`

    `archscan init supplier/repository --output -`
    """
    from scanner.cli.course import course_of  # noqa: PLC0415
    from scanner.cli.progress import Progress  # noqa: PLC0415
    from scanner.pipeline.surveying import infer  # noqa: PLC0415
    from scanner.reports.declaration import declaration_text  # noqa: PLC0415
    from scanner.sources.configuration import FILE  # noqa: PLC0415
    from scanner.sources.repository import RepositoryReader  # noqa: PLC0415

    target = None if output == "-" else Path(output) if output else path / FILE
    if target is not None:
        _check(target, force=force)
    with Progress() as tell:
        system, declared = infer(RepositoryReader(path), tell, course_of(jobs))
        text = declaration_text(system, declared.terraform)
    if target is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
        return
    _write(target, text, force=force)
    unsure = text.count("  # guess: ")
    check = f"; {unsure} of its lines are guesses: look at those first" if unsure else ""
    typer.echo(f"{target} was written, with {len(system.model.components)} components{check}")


def _check(target: Path, *, force: bool) -> None:
    if target.is_symlink():
        raise UsageError(f"{target} is a link, which is not followed")
    if target.exists() and not force:
        raise UsageError(f"{target} is there already", hint="--force writes over it, --output - prints instead")


def _write(target: Path, text: str, *, force: bool) -> None:
    try:
        with target.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{target} could not be written: {error.strerror}") from error
