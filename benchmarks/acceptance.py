"""Disturbs scans of a repository in every way that a user's machine does, and says what went wrong.

``python -m benchmarks.acceptance FOLDER [--kills 20]`` ends with exit code 1 when anything did.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import own
from benchmarks.changing import copied
from benchmarks.disturbing import DAMAGES, Scene, damaged, exchanged, killed, together, without_folder, without_room
from benchmarks.generated_repository import SIZES, write_repository
from benchmarks.measuring import Spread, measure

ROOMS = ("size=4k", "size=64k", "size=256k", "size=8m,nr_inodes=12")
"""Disks that hold no entry, few entries, and few files."""
HELP_CPU = 0.3
"""Seconds of the processors that ``archscan --help`` may take."""
TEN_FILES_WALL = 3.0
"""Seconds that a scan of ten files may take with an empty cache."""
Check = Callable[[], list[str] | None]


def checks(scene: Scene, kills: int, seed: int) -> Mapping[str, Check]:
    """All disturbances by name.

    Args:
        scene: What is scanned.
        kills: How often a scan is killed.
        seed: Decides when it is killed and what is damaged.
    """
    return {
        f"killed at {kills} moments": partial(killed, scene, kills, seed),
        "two scans at once": partial(together, scene),
        "four scans at once": partial(together, scene, 4),
        **{f"entries: {damage}": partial(damaged, scene, damage, seed) for damage in DAMAGES},
        "entries: exchanged": partial(exchanged, scene),
        **{f"disk of {room}": partial(without_room, scene, room) for room in ROOMS},
        "no cache folder": partial(without_folder, scene),
    }


def _tried(check: Check) -> list[str] | None:
    """The faults of a check; that it could not even begin is one too."""
    try:
        return check()
    except (ChildProcessError, subprocess.TimeoutExpired) as error:
        return [str(error)]


def _starts(scratch: Path, runs: int) -> Iterator[str]:
    """What the start costs, and what is wrong with that."""
    variables = own.environment(scratch, scratch / "cache")
    start = [sys.executable, "-P", "-m", "scanner", "--help"]
    cpu = Spread.of([measure(start, variables, scratch, 60).cpu for _ in range(runs)])
    typer.echo(f"archscan --help: CPU {cpu} s")
    if cpu.median >= HELP_CPU:
        yield f"archscan --help takes {cpu} s of CPU, and may take {HELP_CPU}"
    folder = scratch / "ten-files"
    write_repository(folder, SIZES["small"])
    scans = []
    for number in range(runs):
        variables = own.environment(scratch, scratch / f"cache-{number}")
        scans.append(measure(own.command(folder), variables, scratch, 600))
    if codes := {run.code for run in scans} - own.ENDED:
        yield f"the scan of ten files ended with {codes}: {scans[0].complaint}"
    wall = Spread.of([run.wall for run in scans])
    typer.echo(f"ten files, empty cache: wall {wall} s, CPU {Spread.of([run.cpu for run in scans])} s")
    if wall.median >= TEN_FILES_WALL:
        yield f"the scan of ten files takes {wall} s, and may take {TEN_FILES_WALL}"


def main(
    folder: Annotated[Path, typer.Argument(help="Repository to scan; a copy is used.")],
    kills: Annotated[int, typer.Option(help="How often a scan is killed.")] = 20,
    seed: Annotated[int, typer.Option(help="Decides when, and what is damaged.")] = 2026,
    runs: Annotated[int, typer.Option(min=1, help="Runs of what is timed.")] = 5,
    only: Annotated[str, typer.Option(help="Only checks whose name begins so, or `start`.")] = "",
) -> None:
    """Disturb scans, and say what went wrong."""
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        if "start".startswith(only):
            faults += _starts(scratch, runs)
        scene = Scene(copied(folder.resolve(), scratch), scratch, lambda words: typer.echo(f"  {words}", err=True))
        for title, check in checks(scene, kills, seed).items():
            if title.startswith(only):
                found = _tried(check)
                typer.echo(f"{title}: {'could not be tried here' if found is None else found or 'right'}")
                faults += found or []
    for fault in faults:
        typer.echo(f"FAULT {fault}")
    raise typer.Exit(1 if faults else 0)


if __name__ == "__main__":
    typer.run(main)
