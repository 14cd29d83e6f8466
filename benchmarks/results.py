"""Writes what the programs cost as tables: each figure beside those of the other programs, never alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.measuring import Run, Spread

_HEAD = """\
| program | results | wall s | CPU s | peak MB | both ÷ this, wall | semgrep ÷ this, wall | both ÷ this, CPU |
|---|---|---|---|---|---|---|---|
"""
_NAMED = ("files", "terraform_files", "terraform_resources", "kubernetes_objects", "source_files", "source_lines")
"""Of the inventory of a scan: what tells how large a repository is."""


@dataclass
class Series:
    """The runs of one program on one repository, one for each round."""

    name: str
    accepted: frozenset[int] = frozenset({0})
    """Exit codes with which it has done its work."""
    runs: list[Run] = field(default_factory=list)
    found: int | None = None
    """Results of the last run."""
    watched: list[Run] = field(default_factory=list)
    """Runs of which only the memory is told: to look at it takes time."""

    @property
    def broken(self) -> Run | None:
        """The first run that did not do its work, if any."""
        return next((run for run in (*self.runs, *self.watched) if run.code not in self.accepted), None)

    @property
    def peak(self) -> float:
        """MB that its processes held together, and not less than the largest of them held."""
        return max(max(run.together, run.memory) for run in (*self.runs, *self.watched))

    @property
    def whole(self) -> bool:
        """Whether there are figures, and all of them are of work that was done."""
        return bool(self.runs) and self.broken is None


@dataclass(frozen=True)
class Comparison:
    """All programs on one repository."""

    title: str
    """Name and commit of the repository."""
    inventory: Mapping[str, int]
    changed: str
    """The file that was changed, or why none was."""
    peers: Sequence[Series]
    own: Sequence[Series]

    def table(self) -> str:
        """As Markdown."""
        both = _sum(self.peers)
        rows = [_row(series, both, self._semgrep) for series in (*self.peers, *_kept(both), *self.own)]
        size = ", ".join(
            f"{self.inventory[name]:,} {name.replace('_', ' ')}" for name in _NAMED if name in self.inventory
        )
        return f"### {self.title}\n\n{size}. Changed file: {self.changed}.\n\n{_HEAD}" + "\n".join(rows) + "\n"

    @property
    def _semgrep(self) -> Series | None:
        return next((series for series in self.peers if series.name.startswith("semgrep")), None)


def _kept(series: Series | None) -> tuple[Series, ...]:
    return () if series is None else (series,)


def _sum(peers: Sequence[Series]) -> Series | None:
    """The peers one after the other, round by round; None unless there are two that did their work."""
    if len(peers) < 2 or not all(series.whole for series in peers):
        return None
    return Series(
        " then ".join(series.name.split()[0] for series in peers),
        runs=[_one_after_another(runs) for runs in zip(*(series.runs for series in peers), strict=True)],
        watched=[_one_after_another(runs) for runs in zip(*(series.watched for series in peers), strict=True)],
    )


def _one_after_another(runs: Sequence[Run]) -> Run:
    return Run(
        wall=sum(run.wall for run in runs),
        cpu=sum(run.cpu for run in runs),
        memory=max(run.memory for run in runs),
        code=0,
        output="",
        complaint="",
        together=max(run.together for run in runs),
    )


def _row(series: Series, both: Series | None, semgrep: Series | None) -> str:
    if series.broken is not None:
        run = series.broken
        reason = " ".join(run.complaint.split())[-100:].replace("|", "/") or "no message"
        return f"| {series.name} | ended with code {run.code} after {run.wall:.0f} s: {reason} | | | | | | |"
    if not series.runs:
        return f"| {series.name} | was not run | | | | | | |"
    wall, cpu = (Spread.of([getattr(run, name) for run in series.runs]) for name in ("wall", "cpu"))
    ratios = (_ratio(both, series, "wall"), _ratio(semgrep, series, "wall"), _ratio(both, series, "cpu"))
    found = "" if series.found is None else f"{series.found:,}"
    return f"| {series.name} | {found} | {wall} | {cpu} | {series.peak:.0f} | " + " | ".join(ratios) + " |"


def _ratio(peer: Series | None, series: Series, name: str) -> str:
    """How many times a peer takes what a program takes, by the medians."""
    if peer is None or not peer.whole:
        return "-"
    mine = median(getattr(run, name) for run in series.runs)
    return f"{median(getattr(run, name) for run in peer.runs) / mine:.1f}" if mine else "-"
