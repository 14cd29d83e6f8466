"""Reading and evaluating Terraform beside checkov and tfparse, in the same run, on the same folders, in turn.

``python -m benchmarks.terraform [FOLDER …] [--generated small|medium|large]`` writes ``benchmarks/TERRAFORM.md``.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.generated import SIZES, write_repository
from benchmarks.measuring import Run, Spread, machine, measure
from scanner import __version__
from scanner.engines.isolation import EngineEnvironment
from scanner.processes import minimal_environment
from scanner.sources.repository import RepositoryReader

HERE = Path(__file__).parent
REPORT = HERE / "TERRAFORM.md"
_SECONDS = 1800
"""For one run of one program."""
_EXPLANATION = """\
Each program is started anew for each run; its start and its imports count. The programs run in turn, one after the
other, in every round. Numbers are the median of all rounds, with the least and the most. *Blocks* are `resource`
blocks, each counted once by file and line; *instances* are resources with an address, in all environments that were
found. checkov also puts its policies to what it reads, and tells only how many resources it has; tfparse reads
each root module once, with defaults and the var files that Terraform loads by itself, where archscan also reads it with
each var file of an environment. Memory is that of the largest process. *Reading s* is the time inside archscan's reader
and parser and inside `load_from_path`, without start and imports.
"""
Found = Mapping[str, int | float | None]


class TfparseEnvironment(EngineEnvironment):
    """tfparse has no command of its own: its interpreter is what must be there."""

    @property
    def executable(self) -> Path:
        """The environment's interpreter."""
        return self.python


@dataclass
class Contender:
    """A program that reads a folder."""

    name: str
    command: Callable[[Path], Sequence[str]]
    found: Callable[[str], Found]
    cwd: Path | None = None
    runs: list[Run] = field(default_factory=list)


def contenders() -> list[Contender]:
    """The three programs, in environments of their own, which are made if they are missing."""
    checkov = EngineEnvironment("checkov")
    tfparse = TfparseEnvironment("tfparse", lock=HERE / "tfparse.txt")
    for environment in (checkov, tfparse):
        environment.ensure(_tell, offline=False)
    options = ["--framework", "terraform", "--output", "json", "--soft-fail", "--compact", "--quiet", "--skip-download"]
    script = str(HERE / "tfparse_reading.py")
    own = [sys.executable, "-m", "benchmarks.terraform_reading"]
    return [
        Contender(f"archscan {__version__}", lambda folder: [*own, str(folder)], json.loads, HERE.parent),
        Contender(
            f"checkov {checkov.version}",
            lambda folder: [str(checkov.executable), "-d", str(folder), *options],
            _found_by_checkov,
        ),
        Contender(
            f"tfparse {tfparse.version}",
            lambda folder: [str(tfparse.python), script, str(folder)],
            json.loads,
        ),
    ]


def _found_by_checkov(output: str) -> Found:
    report = json.loads(output)
    reports = report if isinstance(report, list) else [report]
    return {"blocks": None, "instances": sum(part.get("summary", part)["resource_count"] for part in reports)}


def compare(folder: Path, rounds: int, without: Sequence[str]) -> str:
    """One table: every program on one folder."""
    programs = [program for program in contenders() if program.name.split()[0] not in without]
    with tempfile.TemporaryDirectory() as scratch:
        environment = minimal_environment(Path(scratch))
        for number in range(rounds):
            for program in programs:
                if program.runs and program.runs[-1].code != 0:
                    continue
                cwd = program.cwd or Path(scratch)
                run = measure(program.command(folder), environment, cwd, _SECONDS)
                _tell(f"{folder.name}, round {number + 1}: {program.name} {run.wall:.1f} s")
                program.runs.append(run)
    first = programs[0].runs[0]
    lines = json.loads(first.output)["lines"] if first.code == 0 else 0
    rows = [_row(program, lines) for program in programs]
    head = (
        "| program | wall s | reading s | CPU s | CPU µs a line | peak MB | blocks | instances |\n"
        "|---|---|---|---|---|---|---|---|\n"
    )
    number = json.loads(first.output)["environments"] if first.code == 0 else 0
    return f"### {_title(folder)}, {lines:,} lines, {number} environments\n\n{head}" + "\n".join(rows) + "\n"


def _row(program: Contender, lines: int) -> str:
    broken = next((run for run in program.runs if run.code != 0), None)
    if broken is not None:
        reason = " ".join(broken.complaint.split())[-100:] or "no message"
        return f"| {program.name} | ended with code {broken.code} after {broken.wall:.0f} s: {reason} | | | | | | |"
    found = program.found(program.runs[-1].output)
    cpu = Spread.of([run.cpu for run in program.runs])
    numbers = ["-" if found[name] is None else f"{found[name]:,}" for name in ("blocks", "instances")]
    inside = [program.found(run.output).get("seconds") for run in program.runs]
    reading = Spread.of([seconds for seconds in inside if seconds is not None]) if None not in inside else "-"
    return (
        f"| {program.name} | {Spread.of([run.wall for run in program.runs])} | {reading} | {cpu} | "
        f"{cpu.median / max(lines, 1) * 1e6:.0f} | {max(run.memory for run in program.runs):.0f} | "
        + " | ".join(numbers)
        + " |"
    )


def _title(folder: Path) -> str:
    revision = RepositoryReader(folder).source().revision
    return folder.name + (f" at {revision[:12]}" if revision else "")


def _tell(message: str) -> None:
    typer.echo(message, err=True)


def main(
    folders: Annotated[list[Path] | None, typer.Argument(help="Folders to read.")] = None,
    rounds: Annotated[int, typer.Option(help="Runs of each program.")] = 5,
    generated: Annotated[list[str] | None, typer.Option(help=f"Also a made-up repository: {', '.join(SIZES)}.")] = None,
    without: Annotated[list[str] | None, typer.Option(help="A program that is left out.")] = None,
    report: Annotated[Path, typer.Option(help="File that is written.")] = REPORT,
) -> None:
    """Compare the programs on each folder; without one, on made-up repositories of all sizes."""
    sizes = generated or ([] if folders else list(SIZES))
    tables = [compare(folder.resolve(), rounds, without or ()) for folder in folders or []]
    with tempfile.TemporaryDirectory() as scratch:
        for size in sizes:
            folder = Path(scratch) / f"generated-{size}"
            write_repository(folder, SIZES[size])
            tables.append(compare(folder, rounds, without or ()))
    day = datetime.now(UTC).date().isoformat()
    head = f"# Reading Terraform\n\nWritten by `make bench-terraform` on {day}.\n\n{machine()}.\n\n{_EXPLANATION}"
    report.write_text(head + f"\nRounds: {rounds}.\n\n" + "\n".join(tables), encoding="utf-8")
    typer.echo(report.read_text("utf-8"))


if __name__ == "__main__":
    typer.run(main)
