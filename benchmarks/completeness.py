"""Whether every block that is written is in the model: block by block, with an explanation for each that is not.

``python -m benchmarks.completeness FOLDER …`` ends with 1 when a difference has no explanation.
"""

from __future__ import annotations

import posixpath
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.written_blocks import Written, written_blocks, written_files
from scanner.domain.artifact import Artifact, Role
from scanner.domain.resource import Problem, Resource
from scanner.parsers.terraform import TerraformParser
from scanner.sources.repository import RepositoryReader

_SHOWN = 40
"""Differences of one explanation that are printed."""
_KINDS = ("resource", "data", "module")


@dataclass
class Model:
    """What archscan makes of a folder."""

    artifacts: Mapping[str, Artifact]
    resources: list[Resource] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    """Exceptions that nobody handled."""


def read(folder: Path) -> Model:
    """Read and evaluate a folder as a scan does."""
    reader = RepositoryReader(folder)
    reading = reader.walk()
    model = Model({artifact.path: artifact for artifact in reading.artifacts}, problems=list(reading.problems))
    parser = TerraformParser()
    for unit in parser.units(reading.artifacts):
        try:
            parsed = parser.parse(unit, reader)
        except Exception:  # noqa: BLE001  # that there is none is what is to be shown
            model.faults.append(traceback.format_exc())
            continue
        model.resources.extend(parsed.resources)
        model.problems.extend(parsed.problems)
        model.counts.update(parsed.counts)
    return model


def kind_of(resource: Resource) -> str:
    """The kind of block that a resource was made of."""
    if resource.type == "module":
        return "module"
    if resource.type.startswith("data."):
        return "data"
    other = resource.type in ("variable", "output", "terraform") or resource.type.startswith("provider.")
    return "" if other else "resource"


@dataclass
class Comparison:
    """The blocks of the text against those of the model.

    Args:
        model: What archscan holds.
        written: What the text holds.
    """

    model: Model
    written: list[Written]

    def __post_init__(self) -> None:
        self._places = {
            (resource.location.path, resource.location.start_line, kind_of(resource))
            for resource in self.model.resources
        }
        self._declared = {
            (resource.location.path, kind_of(resource), (resource.declaration or resource.address))
            for resource in self.model.resources
        }
        self._entered = {posixpath.dirname(resource.location.path) for resource in self.model.resources}
        self._faulty = {
            problem.location.path
            for problem in self.model.problems
            if problem.location and problem.stage in ("reading", "parsing")
        }
        self._callers: dict[str, list[Written]] = {}
        for block in self.written:
            if block.source:
                home = posixpath.normpath(posixpath.join(posixpath.dirname(block.path), block.source))
                self._callers.setdefault("" if home == "." else home, []).append(block)

    def holds(self, block: Written) -> bool:
        """Whether the model has at least one instance of a block."""
        if block.line:
            return (block.path, block.line, block.kind) in self._places
        name = ".".join((*(() if block.kind == "resource" else (block.kind,)), *block.labels))
        return (block.path, block.kind, name) in self._declared

    def missing(self) -> dict[str, list[Written]]:
        """Blocks without an instance, by explanation; that of a block without one is empty."""
        found: dict[str, list[Written]] = {}
        for block in self.written:
            if not self.holds(block):
                found.setdefault(self._explanation(block, ()), []).append(block)
        return found

    def added(self) -> list[tuple[str, int, str]]:
        """Places of the model at which the text has no block; a fetched module's stand at its call."""
        known = {(block.path, block.line, block.kind) for block in self.written}
        calls = {(block.path, block.line) for block in self.written if block.kind == "module"}
        return sorted(
            place
            for place in self._places - known
            if place[2] and place[:2] not in calls and not place[0].endswith(".json")
        )

    def _explanation(self, block: Written, through: tuple[str, ...]) -> str:
        folder, name = posixpath.split(block.path)
        artifact = self.model.artifacts.get(block.path)
        if artifact is None:
            return "the file is not read by design: ignored by git, or in a folder of a package manager"
        if artifact.role is Role.VENDORED:
            return "a fetched module: its blocks stand at the calls"
        if f"{posixpath.splitext(block.path)[0]}.tofu" in self.model.artifacts and name.endswith(".tf"):
            return "a file of Terraform beside one of OpenTofu, which is read instead"
        stem = name.split(".")[0]
        if stem == "override" or stem.endswith("_override"):
            return "an override file: merged into the block that it overrides"
        if block.path in self._faulty and not self._others(block):
            return "a file that is broken, with a problem"
        if block.repeated:
            return "known to have no instances: count or for_each"
        if folder not in self._entered and folder not in through:
            callers = self._callers.get(folder, [])
            reasons = [self._explanation(caller, (*through, folder)) for caller in callers if not self.holds(caller)]
            if callers and len(reasons) == len(callers) and all(reasons):
                return "in a module all calls of which have no instances"
        if self._twice(block):
            return "declared twice in one module, which Terraform refuses: the first one counts"
        return ""

    def _others(self, block: Written) -> bool:
        """Whether the file's other blocks are all there, so that its fault is no explanation."""
        others = [other for other in self.written if other.path == block.path and other is not block]
        return bool(others) and all(self.holds(other) for other in others)

    def _twice(self, block: Written) -> bool:
        folder = posixpath.dirname(block.path)
        return any(
            other is not block
            and (other.kind, other.labels) == (block.kind, block.labels)
            and posixpath.dirname(other.path) == folder
            and self.holds(other)
            for other in self.written
        )


def tell(folder: Path) -> bool:
    """Print all about one folder; whether everything is explained and nothing broke."""
    model = read(folder)
    written = [block for path in written_files(folder) for block in written_blocks(folder, path)]
    comparison = Comparison(model, written)
    missing = comparison.missing()
    added = comparison.added()
    numbers = Counter(block.kind for block in written)
    held = Counter(block.kind for block in written if comparison.holds(block))
    typer.echo(f"\n== {folder.name}: {len({block.path for block in written}):,} files with blocks")
    for kind in _KINDS:
        typer.echo(f"{kind} blocks: {numbers[kind]:,} written, {held[kind]:,} in the model")
    for explanation, blocks in sorted(missing.items()):
        _list(explanation or "UNEXPLAINED", blocks)
    if added:
        typer.echo(f"ONLY IN THE MODEL: {len(added)}: {added[:_SHOWN]}")
    known, unknown = model.counts["known_values"], model.counts["unknown_values"]
    share = f"{known / (known + unknown):.1%}" if known + unknown else "-"
    instances = Counter(kind_of(resource) for resource in model.resources)
    typer.echo(f"resources with an address, in all environments: {instances['resource']:,}")
    typer.echo(f"attribute values: {known + unknown:,}, known: {share}")
    _problems(model.problems)
    typer.echo(f"unhandled faults: {len(model.faults)}")
    for fault in model.faults:
        typer.echo(fault)
    return not (missing.get("") or added or model.faults)


def _list(explanation: str, blocks: list[Written]) -> None:
    typer.echo(f"{explanation}: {len(blocks)}")
    for block in blocks[:_SHOWN]:
        repeated = f"  ({block.repeated[:90]})" if block.repeated else ""
        typer.echo(f"    {block.path}:{block.line} {block.kind} {'.'.join(block.labels)}{repeated}")
    if len(blocks) > _SHOWN:
        typer.echo(f"    … and {len(blocks) - _SHOWN} more")


def _problems(problems: Iterable[Problem]) -> None:
    messages = Counter(problem.message for problem in problems)
    typer.echo(f"problems: {messages.total()}")
    for message, number in messages.most_common(25):
        typer.echo(f"    {number:5} {message[:160]}")


def main(folders: Annotated[list[Path], typer.Argument(help="Repositories.")]) -> None:
    """Compare what is written with what the model holds, folder by folder."""
    results = [tell(folder.resolve()) for folder in folders]
    raise typer.Exit(0 if all(results) else 1)


if __name__ == "__main__":
    typer.run(main)
