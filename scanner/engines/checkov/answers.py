"""Asks the worker what earlier scans did not ask, and keeps what it said."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, NamedTuple

from scanner.cache import Cache, cache_key
from scanner.engines.checkov.index import CheckIndex
from scanner.engines.checkov.process import FOLDER, PROTOCOL
from scanner.engines.checkov.questions import Batch, Graph, Questions
from scanner.errors import EngineError

_RESULTS = frozenset(("PASSED", "FAILED", "UNKNOWN", "FAULT"))
_GRAVEST_FIRST = ("FAILED", "FAULT", "UNKNOWN", "PASSED")


class Answer(NamedTuple):
    """What a check says of a block."""

    result: str
    """``PASSED``, ``FAILED``, ``UNKNOWN``, or ``FAULT``: the check broke over what is not known."""
    keys: tuple[str, ...]
    """Attribute paths at which it looked."""
    unsettled: bool
    """It looked at something that is not known."""


Verdicts = dict[str, Answer]
"""Id to answer."""


@dataclass(slots=True)
class Answers:
    """All answers. Filled by :func:`ask`."""

    by_resource: dict[int, Verdicts] = field(default_factory=dict)
    """Number of the resource to the verdicts on it."""
    faults: list[tuple[str, str]] = field(default_factory=list)
    """Ids with what was wrong with them."""

    def add(self, number: int, verdicts: Mapping[str, Answer]) -> None:
        """Add verdicts; of two by the same check the graver one counts."""
        mine = self.by_resource.setdefault(number, {})
        for identifier, answer in verdicts.items():
            other = mine.get(identifier)
            if other is None or _GRAVEST_FIRST.index(answer.result) < _GRAVEST_FIRST.index(other.result):
                mine[identifier] = answer


def ask(questions: Questions, index: CheckIndex, engine: str, kept: Cache, worker: Callable[[bytes], bytes]) -> Answers:
    """Answer questions, by what is kept or by the worker.

    Args:
        questions: About a system.
        index: The checks that there are.
        engine: Name of the environment: another version or lock file has another.
        kept: Answers of earlier scans.
        worker: Takes a request, gives the answer; is not called when there is nothing to ask.

    Raises:
        EngineError: The worker could not answer, or said something else.
    """
    answers = Answers()
    batches: list[tuple[Batch, str]] = []
    graphs: list[tuple[Graph, str]] = []
    for batch in questions.batches:
        key = _key(engine, "blocks", [batch.kind, batch.type, *batch.ids, "", *batch.contents])
        if not _remembered(kept.get(key), partial(_of_blocks, batch, answers)):
            batches.append((batch, key))
    for graph in questions.graphs:
        key = _key(engine, "graph", [graph.text])
        if not _remembered(kept.get(key), partial(_of_graph, graph, answers)):
            graphs.append((graph, key))
    if batches or graphs:
        left = Questions([batch for batch, _ in batches], [graph for graph, _ in graphs])
        _take(batches, graphs, worker(_request(left, index)), answers, kept)
    return answers


def _take(
    batches: list[tuple[Batch, str]], graphs: list[tuple[Graph, str]], data: bytes, answers: Answers, kept: Cache
) -> None:
    """Take the worker's answer apart, and keep it where nothing went wrong."""
    try:
        answer = _opened(data)
        answers.faults = [(str(identifier), str(text)) for identifier, text in answer["faults"]]
        rows = iter(answer["blocks"])
        entries: list[tuple[str, Any]] = []
        for batch, key in batches:
            mine = [next(rows) for _ in batch.contents]
            _of_blocks(batch, answers, mine)
            entries.append((key, mine))
        for (graph, key), found in zip(graphs, answer["graphs"], strict=True):
            _of_graph(graph, answers, found)
            entries.append((key, found))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, StopIteration, RecursionError) as error:
        raise EngineError("checkov's worker said something else than an answer") from error
    if not answers.faults:
        for key, entry in entries:
            kept.put(key, json.dumps(entry, separators=(",", ":")).encode())


def _opened(data: bytes) -> Any:
    answer = json.loads(data)
    if answer["version"] != PROTOCOL:
        raise ValueError("an answer of another form")
    return answer


def _remembered(data: bytes | None, take: Callable[[Any], None]) -> bool:
    """Whether something was kept, and is whole; then it is taken."""
    if data is None:
        return False
    try:
        take(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return False
    return True


def _request(questions: Questions, index: CheckIndex) -> bytes:
    """All that is asked; contents and graphs are JSON text already."""
    blocks = (
        f'{{"kind":{json.dumps(batch.kind)},"type":{json.dumps(batch.type)},"name":"archscan",'
        f'"ids":{json.dumps(batch.ids)},"content":{content}}}'
        for batch in questions.batches
        for content in batch.contents
    )
    graphs = ",".join(graph.text for graph in questions.graphs)
    entries = json.dumps(index.only(sorted(questions.ids)))
    return f'{{"blocks":[{",".join(blocks)}],"graphs":[{graphs}],"index":{entries}}}'.encode()


def _of_blocks(batch: Batch, answers: Answers, rows: Any) -> None:
    """Take the rows of a batch: all of them or none."""
    taken = [{str(one): _answer(said) for one, said in row.items()} for row in rows]
    for numbers, verdicts in zip(batch.contents.values(), taken, strict=True):
        for number in numbers:
            answers.add(number, verdicts)


def _of_graph(graph: Graph, answers: Answers, found: Any) -> None:
    """Take what was said of a graph: all of it or nothing."""
    taken: list[tuple[int, Verdicts]] = []
    for identifier, said in found["whole"].items():
        for place, result, unsettled in said["found"]:
            taken.append((place, {str(identifier): _answer([result, said["keys"], unsettled])}))
    for (place, _), row in zip(graph.single, found["single"], strict=True):
        taken.append((place, {str(one): _answer(said) for one, said in row.items()}))
    placed = [(numbers[place], verdicts) for numbers in graph.members for place, verdicts in taken]
    for number, verdicts in placed:
        answers.add(number, verdicts)


def _answer(said: Any) -> Answer:
    result, keys, unsettled = said
    if result not in _RESULTS or not isinstance(unsettled, bool) or not all(isinstance(key, str) for key in keys):
        raise ValueError("not a verdict")
    return Answer(result, tuple(keys), unsettled)


def _key(engine: str, form: str, parts: list[str]) -> str:
    return cache_key("checkov", [engine, _worker(), form, *parts])


@cache
def _worker() -> str:
    """A digest of the worker: another one may judge otherwise."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
