"""Whole scans beside checkov and semgrep, in the same run, on the same folders, in turn.

``python -m benchmarks.scan [FOLDER …] [--generated small|medium|large]`` writes ``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import compileall
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks import own
from benchmarks.changing import changed, copied, file_to_change
from benchmarks.generated_repository import SIZES, write_repository
from benchmarks.measuring import machine, measure
from benchmarks.peers import POLICY, Peer, bound_rules, counted, peers
from benchmarks.results import Comparison, Series
from scanner import __version__
from scanner.domain.artifact import Artifact
from scanner.processes import minimal_environment
from scanner.sources.repository import RepositoryReader

REPORT = Path(__file__).parent / "RESULTS.md"
_EXPLANATION = """\
In every round the programs run one after the other on the same copy of the repository, each started anew; start and
imports count. *Cold* is archscan with an empty cache, *warm* a second run with nothing changed, *one file changed* a
run after a comment was appended to one file, with the cache of that round. The engines' environments are installed,
and with them the rules that were found valid: both belong to an installation, not to what is scanned, so that one scan
before the first round does not count. The peers get the ids and the rule files to which the rules of the policy are
bound, and no more; archscan evaluates all rules, its own too. Figures are the median of all rounds, with the least and
the most. Memory is that of all processes together (PSS), looked at some twenty times a second in one more round, whose
times do not count as looking takes some; it is not less than the largest process ever held. *Results* are checkov's
passed and failed checks, semgrep's matches and archscan's findings, those of rules that are kept among them. Ratios
are of the medians: how many times a peer takes what archscan takes.
"""


@dataclass
class Bench:
    """What stays the same for all repositories."""

    scratch: Path
    peers: Sequence[Peer]
    rounds: int
    seconds: float
    """For one run of one program."""
    day: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())

    def compare(self, repository: Path) -> Comparison:
        """All programs on one repository, round after round.

        Args:
            repository: Its folder; a copy is measured.
        """
        with tempfile.TemporaryDirectory(dir=self.scratch) as folder:
            copy = copied(repository, Path(folder))
            return _Measurement(self, copy, Path(folder)).comparison()


class _Measurement:
    """The rounds on one copy of a repository."""

    def __init__(self, bench: Bench, copy: Path, scratch: Path) -> None:
        self._bench = bench
        self._copy = copy
        self._scratch = scratch
        self._others = [(peer, Series(f"{peer.name} {peer.version}")) for peer in bench.peers]
        states = ("cold", "warm", "one file changed")
        self._own = [Series(f"archscan {__version__}, {state}", own.ENDED) for state in states]
        self._different = False
        self._inventory: Mapping[str, int] = {}

    def comparison(self) -> Comparison:
        """Run all rounds."""
        artifact = _changeable(self._copy)
        self._install()
        for number in range(self._bench.rounds + 1):
            for peer, series in self._others:
                self._peer(number, peer, series)
            self._scans(number, artifact)
        title = _title(self._copy)
        if self._different:
            title += " (cold and warm gave DIFFERENT results)"
        return Comparison(
            title=title,
            inventory=self._inventory,
            changed="none, for lack of Terraform and source code" if artifact is None else f"`{artifact.path}`",
            peers=[series for _, series in self._others],
            own=self._own if artifact is not None else self._own[:2],
        )

    def _install(self) -> None:
        """Scan once, so that the first round finds what an installation has."""
        variables = own.environment(self._scratch, self._scratch / "cache-of-installation")
        measure(own.command(self._copy, as_of=self._bench.day), variables, self._scratch, self._bench.seconds)

    def _peer(self, number: int, peer: Peer, series: Series) -> None:
        if series.broken is None:
            variables = {**minimal_environment(self._scratch), **peer.variables()}
            if output := self._run(number, series, peer.command(self._copy), variables):
                series.found = peer.found(output)

    def _scans(self, number: int, artifact: Artifact | None) -> None:
        cold, warm, after_change = self._own
        command = own.command(self._copy, as_of=self._bench.day)
        variables = own.environment(self._scratch, self._scratch / f"cache-{number}")
        if any(series.broken for series in self._own):
            return
        first = self._run(number, cold, command, variables)
        second = self._run(number, warm, command, variables)
        self._different |= first != second
        if first:
            self._read(first, cold, warm)
        if artifact is not None:
            with changed(self._copy, artifact, f"changed in round {number + 1}"):
                third = self._run(number, after_change, command, variables)
            if third:
                self._read(third, after_change)

    def _read(self, output: str, *series: Series) -> None:
        result: Mapping[str, Any] = json.loads(output)
        self._inventory = result["inventory"]
        for one in series:
            one.found = len(result["findings"])

    def _run(self, number: int, series: Series, command: Sequence[str], variables: Mapping[str, str]) -> str:
        """Add one run to a row, and give its output; nothing when it did not do its work.

        Of the round after the last one, memory is looked at.
        """
        watched = number == self._bench.rounds
        run = measure(command, variables, self._scratch, self._bench.seconds, watched=watched)
        _tell(f"{self._copy.name}, round {number + 1}: {series.name} {run.wall:.1f} s, code {run.code}")
        # Outputs of all rounds would fill the memory.
        (series.watched if watched else series.runs).append(replace(run, output=""))
        return run.output if run.code in series.accepted else ""


def _changeable(repository: Path) -> Artifact | None:
    try:
        return file_to_change(repository)
    except LookupError:
        return None


def _title(folder: Path) -> str:
    revision = RepositoryReader(folder).source().revision
    return folder.name + (f" at {revision[:12]}" if revision else "")


def _tell(message: str) -> None:
    typer.echo(message, err=True)


def _head(bench: Bench) -> str:
    commands = "\n".join(peer.typed for peer in bench.peers)
    versions = ", ".join(f"{peer.name} {peer.version}" for peer in bench.peers)
    return (
        f"# Whole scans\n\nWritten by `make bench` on {bench.day}.\n\n{machine()}.\n\n"
        f"archscan {__version__} at {own.revision()}, {versions}. Policy `{POLICY}`: {counted(bound_rules())}. "
        f"Rounds: {bench.rounds}.\n\n{_EXPLANATION}\n```console\n{commands}\n"
        "archscan scan FOLDER --format json --offline\n```\n"
    )


def main(
    folders: Annotated[list[Path] | None, typer.Argument(help="Repositories to scan.")] = None,
    generated: Annotated[list[str] | None, typer.Option(help=f"Also a made-up repository: {', '.join(SIZES)}.")] = None,
    runs: Annotated[int, typer.Option(min=1, help="Rounds: runs of each program.")] = 5,
    without: Annotated[list[str] | None, typer.Option(help="A peer that is left out.")] = None,
    seconds: Annotated[float, typer.Option(help="For one run of one program.")] = 3600,
    output: Annotated[Path, typer.Option(help="File that is written.")] = REPORT,
) -> None:
    """Compare the programs on each folder; without one, on made-up repositories of the two smaller sizes."""
    sizes = generated or ([] if folders else ["small", "medium"])
    if unknown := sorted(set(sizes) - set(SIZES)):
        raise typer.BadParameter(f"there is no size {', '.join(unknown)}; sizes are {', '.join(SIZES)}")
    compileall.compile_dir(own.ROOT / "scanner", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        programs = [peer for peer in peers(bound_rules(), scratch, _tell) if peer.name not in (without or ())]
        bench = Bench(scratch, programs, runs, seconds)
        tables = [_head(bench)]
        for folder in (
            *(folder.resolve() for folder in folders or ()),
            *(scratch / f"made-up-{size}" for size in sizes),
        ):
            if folder.parent == scratch:
                write_repository(folder, SIZES[folder.name.removeprefix("made-up-")])
            tables.append(bench.compare(folder).table())
            # Written anew after each repository: what was measured is kept when a later one breaks.
            output.write_text("\n".join(tables), encoding="utf-8")
    typer.echo(output.read_text("utf-8"))


if __name__ == "__main__":
    typer.run(main)
