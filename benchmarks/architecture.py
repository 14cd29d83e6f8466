"""How long the model of an architecture takes, and a rule over its paths.

``python -m benchmarks.architecture [FOLDER ...]`` measures made-up estates of rising size first, then any folders.
Files are read and parsed before the clock starts. Median of five in one process; the table goes to
``benchmarks/ARCHITECTURE.md``.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.generated_estate import write_estate
from benchmarks.measuring import machine
from scanner.domain.architecture import ArchitectureModel, RelationKind
from scanner.domain.graph import USES, Graph
from scanner.domain.resource import Parsed, Reading
from scanner.domain.system import System
from scanner.modelling.model import build_model
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import parse
from scanner.sources.configuration import load_configuration
from scanner.sources.repository import RepositoryReader

T = TypeVar("T")

PRODUCTS = (16, 63, 125, 250, 500)
"""Of twelve components each, so 3,000 components are 250 products."""
ROUNDS = 5
_OVER = frozenset({*USES, RelationKind.CALLS, RelationKind.ROUTES_TO})
_HEAD = """\
| architecture | resources | components | relations | model s | paths | rule over paths s | µs a relation |
|---|---|---|---|---|---|---|---|
"""


class Made(NamedTuple):
    """What was measured of one folder."""

    name: str
    resources: int
    model: ArchitectureModel
    modelling: float
    paths: int
    searching: float

    def row(self) -> str:
        """Its line in the table."""
        relations = len(self.model.relations)
        each = self.searching / relations * 1e6 if relations else 0.0
        return (
            f"| {self.name} | {self.resources:,} | {len(self.model.components):,} | {relations:,} | "
            f"{self.modelling:.3f} | {self.paths:,} | {self.searching:.4f} | {each:.2f} |"
        )


def measure(folder: Path, name: str) -> Made:
    """Make the model of a folder several times, and look for its paths."""
    reader = RepositoryReader(folder)
    reading = read(reader)
    configuration = load_configuration(reading.artifacts, reader)
    gc.collect()
    gc.freeze()  # as a scan does: what was parsed lives to its end
    parsed = parse(default_parsers(configuration, None, reading.artifacts), reading, reader, lambda _: None)
    gc.freeze()
    modelling, model = _median(lambda: build_model(_system(reader, reading, parsed), configuration))
    searching, paths = _median(lambda: sum(1 for _ in _paths(model)))
    return Made(name, len(parsed.resources), model, modelling, paths, searching)


def _system(reader: RepositoryReader, reading: Reading, parsed: Parsed) -> System:
    return System(
        source=reader.source(),
        artifacts=reading.artifacts,
        resources=parsed.resources,
        references=parsed.references,
    )


def _paths(model: ArchitectureModel) -> Iterator[object]:
    """What a rule about paths from user interfaces to stores looks at."""
    graph = Graph(model)
    stores = graph.of("store")
    leading = graph.reaching(stores, _OVER)
    for name in sorted(graph.of("presentation") & leading):
        yield from graph.routes(name, stores - {name}, USES)


def _median(work: Callable[[], T]) -> tuple[float, T]:
    times, made = [], work()
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        made = work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times), made


def main(folders: Sequence[str]) -> None:
    """Measure, and write the table."""
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        estates: Mapping[str, Path] = {f"{n} products": Path(scratch, str(n)) for n in PRODUCTS}
        for (name, folder), number in zip(estates.items(), PRODUCTS, strict=True):
            write_estate(folder, number)
            rows.append(measure(folder, name).row())
    rows += [measure(Path(folder), Path(folder).resolve().name).row() for folder in folders]
    text = (
        "# The model of the architecture\n\nWritten by `python -m benchmarks.architecture`; medians of "
        f"{ROUNDS} rounds in one process, after parsing.\n\n{machine()}\n\n{_HEAD}" + "\n".join(rows) + "\n"
    )
    Path(__file__).with_name("ARCHITECTURE.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
