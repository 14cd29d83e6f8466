"""``archscan init``: a first ``archscan.yaml``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scanner.cli.options import Jobs
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.configuration import Configuration

Output = Annotated[
    str | None,
    typer.Option(help="File to write, or - to print; archscan.yaml in PATH if not given.", metavar="FILE"),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Write over a file that is there. Of it, only `terraform:` and `profile:` are kept."),
]
Answers = Annotated[
    list[str] | None,
    typer.Option(help="An answer about the product; may be given often.", metavar="QUESTION=yes|no:REASON"),
]
Ask = Annotated[
    bool | None,
    typer.Option("--ask/--no-ask", help="Ask what the product is; on a terminal that is done for a new file."),
]


def init(  # noqa: PLR0913, PLR0917  # one parameter for each option of the command
    path: Annotated[Path, typer.Argument(help="Folder of the repository.")] = Path(),
    output: Output = None,
    force: Force = False,
    jobs: Jobs = None,
    answer: Answers = None,
    by: Annotated[str, typer.Option(help="Who answers: name and role.", metavar="TEXT")] = "",
    ask: Ask = None,
) -> None:
    """Write a first archscan.yaml: components by layer as archscan infers them, and what you answer about the product.

    Each line says why, and what is a guess is marked as one. What stays in the file counts as declared by you. In a
    file that is there already, `--ask` and `--answer` change the section `profile` and nothing else. Nothing in the
    repository is executed, and nothing is written but this one file.

    **Examples**

    `archscan init`

    `archscan init supplier/repository --output -`

    `archscan init --answer "user_interface=no:a batch service" --by "A. Okafor, product owner"`
    """
    from scanner.sources.configuration import FILE  # noqa: PLC0415

    target = None if output == "-" else Path(output) if output else path / FILE
    asks = ask if ask is not None else not answer and output is None and sys.stdin.isatty() and not _is_there(target)
    adds = _is_there(target) and not force and (asks or bool(answer))
    if target is not None:
        _check(target, force=force or adds)
    profile = _profile(_declared(path), Asked(tuple(answer or ()), by, asks))
    if adds and target is not None:
        _add(target, profile)
    elif target is None:
        _print(_draft(path, jobs, profile))
    else:
        _make(target, _draft(path, jobs, profile), force=force)


class Asked(NamedTuple):
    """What is answered, and by whom."""

    answers: tuple[str, ...]
    by: str
    dialogue: bool


class Draft(NamedTuple):
    """What a new file holds."""

    text: str
    components: int
    """How many are in it."""


def _add(target: Path, profile: str) -> None:
    """Write the section about the product into a file that is there."""
    from scanner.reports.profile_text import with_profile  # noqa: PLC0415

    _write(target, with_profile(target.read_text(encoding="utf-8"), profile), force=True)
    typer.echo(f"{target}: the section profile was written")


def _print(draft: Draft) -> None:
    sys.stdout.buffer.write(draft.text.encode())
    sys.stdout.flush()


def _make(target: Path, draft: Draft, *, force: bool) -> None:
    """Write the file, and say what is in it."""
    _write(target, draft.text, force=force)
    unsure = draft.text.count("  # guess: ")
    check = f"; {unsure} of its lines are guesses: look at those first" if unsure else ""
    typer.echo(f"{target} was written, with {draft.components} components{check}")


def _declared(path: Path) -> Configuration:
    """What an earlier file declares."""
    from scanner.pipeline import read  # noqa: PLC0415
    from scanner.sources.configuration import load_configuration  # noqa: PLC0415
    from scanner.sources.repository import RepositoryReader  # noqa: PLC0415

    reader = RepositoryReader(path)
    return load_configuration(read(reader).artifacts, reader)


def _profile(declared: Configuration, asked: Asked) -> str:
    """The section about the product: what was answered before, and what is answered now."""
    from scanner.cli.questions import ask, given  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.reports.profile_text import profile_text  # noqa: PLC0415
    from scanner.rules.loader import load_catalog  # noqa: PLC0415

    questions, today = load_catalog(packaged("rules")).questions, date.today()
    answers = dict(declared.profile.answers)
    answers |= given(asked.answers, questions, asked.by, today)
    if asked.dialogue:
        answers |= ask(questions, answers, asked.by, today)[0]
    return profile_text(answers, questions)


def _draft(path: Path, jobs: int | None, profile: str) -> Draft:
    """The sections that archscan infers, and the one about the product where there is one."""
    from scanner.cli.course import course_of  # noqa: PLC0415
    from scanner.cli.progress import Progress  # noqa: PLC0415
    from scanner.pipeline.surveying import infer  # noqa: PLC0415
    from scanner.reports.declaration import declaration_text  # noqa: PLC0415
    from scanner.sources.repository import RepositoryReader  # noqa: PLC0415

    with Progress() as tell:
        system, declared = infer(RepositoryReader(path), tell, course_of(jobs))
        text = declaration_text(system, declared.terraform)
    return Draft(text + (f"\n{profile}" if profile else ""), len(system.model.components))


def _is_there(target: Path | None) -> bool:
    return target is not None and target.is_file() and not target.is_symlink()


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
