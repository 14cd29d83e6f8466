"""Compares the worker's verdicts with those of checkov's command line: ``python -m benchmarks.agreement FOLDER``.

Both judge the same files by the same ids. Each pair of a block and an id is equal or differs, and what differs is told
by cause. What counts is the share that is equal where both know the values: archscan answers, checkov answers, and
the value stands in the block as it is read (checkov follows few variables, and hardly any module call).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from scanner.cache import NoCache
from scanner.domain.catalog import Severity
from scanner.domain.finding import Outcome
from scanner.domain.resource import Resource, ResourceKind
from scanner.domain.rule import Rule
from scanner.domain.system import System
from scanner.engines.checkov.answers import Answer, Answers, ask
from scanner.engines.checkov.command_line import CheckovCommandLine
from scanner.engines.checkov.engine import CheckovEngine
from scanner.engines.checkov.findings import outcome
from scanner.engines.checkov.index import load_index
from scanner.engines.checkov.questions import kind_of, questions, roles_by_id
from scanner.engines.checkov.records import Record
from scanner.engines.checkov.session import Session
from scanner.engines.checkov.skips import Skips
from scanner.engines.checkov.verdicts import Verdicts
from scanner.interfaces import BoundRule
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.configuration import load_configuration
from scanner.sources.repository import RepositoryReader

_ID = re.compile(r"CKV2?_[A-Z0-9]+_\d+")
_EXPRESSION = re.compile(
    r"\b(?:var|local|module|data|each|count|path|terraform)\.|\w\(|\bfor\b|\?|\$\{|\bdynamic\b|\bnull\b"
)
_ROLES = ("product", "test", "example", "development", "documentation", "vendored", "generated")
_EXAMPLES = 3


class Cause(StrEnum):
    """How two verdicts compare."""

    EQUAL = "equal"
    UNKNOWN_HERE = "archscan does not know a value"
    UNKNOWN_THERE = "checkov says that it does not know"
    NOT_SEEN = "the value is an expression or null, which checkov may take for something else"
    INSTANCES = "instances differ, of which checkov sees one"
    CONNECTED = "connected by a literal name or through a module, where checkov sees no or other instances"
    NO_INSTANCE = "there is no instance (count or for_each), but checkov judges the block"
    ONLY_CHECKOV = "only checkov judges it"
    ONLY_WORKER = "only the worker judges it"
    OTHER = "other"


@dataclass
class Comparison:
    """How the verdicts on one folder compare."""

    counts: Counter[Cause] = field(default_factory=Counter)
    examples: defaultdict[Cause, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_id: defaultdict[Cause, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    both_decide: int = 0
    both_decide_alike: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)

    def add(self, cause: Cause, identifier: str, text: str) -> None:
        """Count one pair."""
        self.counts[cause] += 1
        self.by_id[cause][identifier] += 1
        self.examples[cause].append(text)

    @property
    def agreement(self) -> float:
        """Per cent that is equal where both know the values; 100 where there is nothing."""
        equal, other = self.both_decide_alike, self.counts[Cause.OTHER]
        return 100.0 * equal / (equal + other) if equal + other else 100.0


def compare(folder: Path, identifiers: Sequence[str]) -> Comparison:
    """Judge a folder both ways.

    Args:
        folder: Any folder with Terraform or Kubernetes.
        identifiers: Checks of checkov.
    """
    rules = [_rule(identifier) for identifier in identifiers]
    reader = RepositoryReader(folder)
    system = _system(reader)
    engine = CheckovEngine()
    engine.environment.ensure(print, offline=False)
    index = load_index(engine.environment)

    def worker(request: bytes) -> bytes:
        return Session(engine.environment, engine.worker, engine.limits).ask(request)

    answers = ask(questions(system, index, roles_by_id(rules)), index, "agreement", NoCache(), worker)
    records, _ = CheckovCommandLine(environment=engine.environment).records(rules, system, reader, lambda _: None)
    return _Judge(system, rules, answers, Skips(system, reader), _lines(system, reader)).compared(records)


def _rule(identifier: str) -> BoundRule:
    rule = Rule(
        name=identifier.lower().replace("_", "-"),
        title=identifier,
        control="CYBER-01",
        severity=Severity.HIGH,
        description="compared",
        rationale="compared",
        remediation="compared",
        clauses=("NAP-4",),
        check={"engine": "checkov", "ids": [identifier], "roles": _ROLES},  # type: ignore[arg-type]
    )
    return BoundRule(rule=rule, folder=Path(), principle="CYBER")


def _system(reader: RepositoryReader) -> System:
    reading = read(reader)
    parsers = [
        one
        for one in default_parsers(load_configuration(reading.artifacts, reader))
        if one.name in ("terraform", "kubernetes")
    ]
    return model(reader, reading, parse(parsers, reading, reader, lambda _: None), lambda _: None)


def _lines(system: System, reader: RepositoryReader) -> Mapping[str, list[str]]:
    judged = {one.location.path for one in system.resources}
    return {
        one.path: reader.read(one).decode("utf-8", "replace").split("\n")
        for one in system.artifacts
        if one.path in judged
    }


class _Judge:
    def __init__(
        self,
        system: System,
        rules: Sequence[BoundRule],
        answers: Answers,
        skips: Skips,
        lines: Mapping[str, list[str]],
    ) -> None:
        self._system = system
        self._rules = {bound.rule.title: bound for bound in rules}
        self._verdicts = Verdicts(system, rules)
        self._skips = skips
        self._lines = lines
        self._numbers = {id(resource): number for number, resource in enumerate(system.resources)}
        self._answers = answers

    def compared(self, records: Iterable[Record]) -> Comparison:
        """Every pair of a block and an id that either of them judged."""
        made = Comparison(faults=self._answers.faults)
        seen: set[tuple[int, str]] = set()
        pairs: dict[tuple[str, str, str, int], Record] = {}
        for record in records:
            place = record.location
            pairs[(record.check, record.resource, place.path, place.start_line)] = record
        for record in pairs.values():
            known = [one for one in self._verdicts.known(record) if kind_of(one) is not None]
            mine = [(one, self._answer(one, record.check)) for one in known]
            seen.update((self._numbers[id(one)], record.check) for one in known)
            cause = self._cause(record, mine)
            text = f"{record.check} {record.resource} {record.location.path}:{record.location.start_line}"
            said = sorted({answer.result if answer else "-" for _, answer in mine})
            made.add(cause, record.check, f"{text} checkov={record.result} worker={'/'.join(said) or '-'}")
            decided = record.result in ("PASSED", "FAILED") and all(self._is_decided(*one) for one in mine) and mine
            made.both_decide += bool(decided)
            made.both_decide_alike += bool(decided) and cause is Cause.EQUAL
        for resource, identifier, answer in self._left(seen):
            text = f"{identifier} {resource.address} {resource.location.path}:{resource.location.start_line}"
            made.add(Cause.ONLY_WORKER, identifier, f"{text} worker={answer.result}")
        return made

    def _left(self, seen: set[tuple[int, str]]) -> Iterator[tuple[Resource, str, Answer]]:
        for number, verdicts in sorted(self._answers.by_resource.items()):
            for identifier, answer in sorted(verdicts.items()):
                if (number, identifier) not in seen and answer.result != "UNKNOWN":
                    yield self._system.resources[number], identifier, answer

    def _answer(self, resource: Resource, identifier: str) -> Answer | None:
        found = self._answers.by_resource.get(self._numbers[id(resource)], {}).get(identifier)
        if found is not None and identifier in self._skips.of(resource):
            return found._replace(result="SKIPPED", unsettled=False)
        return found

    def _is_decided(self, resource: Resource, answer: Answer | None) -> bool:
        if answer is None or answer.result not in ("PASSED", "FAILED"):
            return False
        return outcome(resource, answer, next(iter(self._rules.values()))) is not Outcome.OPEN

    def _cause(self, record: Record, mine: Sequence[tuple[Resource, Answer | None]]) -> Cause:
        results = {answer.result if answer else None for _, answer in mine}
        if results == {record.result}:
            return Cause.EQUAL
        if not mine:
            return Cause.NO_INSTANCE if record.result != "UNKNOWN" else Cause.UNKNOWN_THERE
        if not all(self._is_decided(*one) for one in mine if one[1] and one[1].result != "SKIPPED"):
            return Cause.UNKNOWN_HERE
        if record.result == "UNKNOWN":
            return Cause.UNKNOWN_THERE
        if results == {None}:
            return Cause.ONLY_CHECKOV
        if len(results) > 1:
            return Cause.INSTANCES
        if record.check.startswith("CKV2") and any(isinstance(one.attributes.get("bucket"), str) for one, _ in mine):
            return Cause.CONNECTED
        return Cause.NOT_SEEN if self._is_expression(record, [one for one, _ in mine]) else Cause.OTHER

    def _is_expression(self, record: Record, resources: Sequence[Resource]) -> bool:
        """Whether a value at which checkov looked is written as an expression, or given by somebody else."""
        lines = self._lines.get(record.location.path, [])
        start, end = record.location.start_line, record.location.end_line or record.location.start_line
        if resources[0].kind is not ResourceKind.TERRAFORM:
            return False
        if any(one.origins for one in resources):
            return True
        text = "\n".join(lines[start - 1 : end])
        return any(_EXPRESSION.search(part) for key in record.keys or ("",) for part in _written(key, text))


def _written(key: str, text: str) -> list[str]:
    """The lines of a block on which an attribute is set; all of it where there are none."""
    names = [part for part in key.split("/") if part and not part.startswith("[")]
    found = re.findall(rf"(?m)^\s*\"?{re.escape(names[-1])}\"?\s*[=:].*$", text) if names else []
    return found or [text]


def report(folder: Path, made: Comparison) -> Iterator[str]:
    """The comparison in lines."""
    yield f"{folder.name}: {made.agreement:.2f} % equal where both know ({made.both_decide} pairs that both decide)"
    for cause in Cause:
        if made.counts[cause]:
            yield f"  {made.counts[cause]:6} {cause.value}"
            if cause is not Cause.EQUAL:
                ids = ", ".join(f"{one} {count}" for one, count in made.by_id[cause].most_common(8))
                yield f"         {ids}"
                yield from (f"         e.g. {text}" for text in made.examples[cause][:_EXAMPLES])
    for identifier, text in made.faults:
        yield f"  fault: {identifier}: {text}"


def main() -> None:
    """Compare the folders that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--ids", required=True, help="ids, or a file that names them")
    parser.add_argument("--examples", type=int, default=_EXAMPLES)
    given = parser.parse_args()
    text = Path(given.ids).read_text("utf-8") if Path(given.ids).is_file() else given.ids
    identifiers = list(dict.fromkeys(_ID.findall(re.sub(r"(?m)#.*$", "", text))))
    globals()["_EXAMPLES"] = given.examples
    for folder in given.folders:
        for line in report(folder, compare(folder.resolve(), identifiers)):
            print(line, flush=True)  # noqa: T201  # a program for people


if __name__ == "__main__":
    main()
