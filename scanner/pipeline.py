"""The stages of an assessment, in reading order: read, parse, model, evaluate, merge, judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from scanner import __version__
from scanner.domain.architecture import System
from scanner.domain.artifact import ArtifactKind
from scanner.domain.assessment import Assessment, PackReference, PolicyReference, Tool
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult
from scanner.domain.policy import Policy
from scanner.domain.resource import Parsed, Problem, Reading, Reference, Resource
from scanner.domain.rule import RulePack
from scanner.engines import default_engines
from scanner.errors import NothingToScanError
from scanner.evaluation.gate import decide
from scanner.evaluation.merge import merge
from scanner.evaluation.redaction import redact, redact_path
from scanner.evaluation.scoring import judge
from scanner.interfaces import BoundRule, Engine, EngineContext, Executor, Parser, R, Reader, Report, T
from scanner.modelling.model import build_model
from scanner.parsers import default_parsers
from scanner.parsers.kubernetes.from_terraform import kubernetes_objects
from scanner.parsers.terraform.shown.document import Shown
from scanner.parsers.terraform.shown.placing import place
from scanner.policies import bind
from scanner.sources.configuration import load_configuration

_UNREAD = (ArtifactKind.LINK, ArtifactKind.OTHER)
"""Of these alone there is nothing to say."""


@dataclass(frozen=True)
class Yardstick:
    """What a system is measured with."""

    policy: Policy
    packs: tuple[RulePack, ...]
    catalog: Catalog
    rules_root: Path
    """Folder of the packs."""
    as_of: date
    """Day against which ends of support are judged."""


def assess(
    reader: Reader, yardstick: Yardstick, report: Report, *, offline: bool, shown: Sequence[Shown] = ()
) -> Assessment:
    """Assess what a reader finds.

    Args:
        reader: Gives the files.
        yardstick: Policy, rule packs and catalogue.
        report: Is told what goes on.
        offline: Nothing may reach out, not even to make an engine's environment.
        shown: Terraform plans and states, which stand for the roots of the source that they describe.

    Returns:
        The whole result. The same input gives the same value.

    Raises:
        NothingToScanError: There is no artefact that archscan reads.
        PolicyError: The policy does not fit the packs.
        ConfigurationError: ``archscan.yaml`` is not valid.
    """
    rules = bind(yardstick.policy, yardstick.packs, yardstick.catalog)
    report("reading the files")
    reading = read(reader, enough=bool(shown))
    configuration = load_configuration(reading.artifacts, reader)
    parsed = parse(default_parsers(configuration), reading, reader, report, shown=shown)
    system = model(reader, reading, parsed, report)
    context = EngineContext(
        catalog=yardstick.catalog, as_of=yardstick.as_of, rules_root=yardstick.rules_root, offline=offline
    )
    result = evaluate(default_engines(), rules, system, reader, context, report)
    report("judging")
    problems = _sorted((*reading.problems, *parsed.problems, *result.problems))
    return _verdict(yardstick, rules, system, result, problems, _inventory(reading, parsed, system))


def read(reader: Reader, *, enough: bool = False) -> Reading:
    """List the artefacts.

    Args:
        reader: Gives the files.
        enough: There is something to assess already; the folder may hold nothing.

    Raises:
        NothingToScanError: None of them is of a kind that archscan reads, and none was left unread.
    """
    try:
        reading = reader.walk()
    except NothingToScanError:
        if not enough:
            raise
        return Reading(artifacts=(), counts={"files": 0})
    unread = bool(reading.problems)  # something is there, and that it could not be read is to be told
    if not enough and not unread and all(artifact.kind in _UNREAD for artifact in reading.artifacts):
        raise NothingToScanError(
            "there is nothing here that archscan reads",
            hint="it reads Terraform, Kubernetes manifests, source code, containers, pipelines and documents",
        )
    return reading


class Here:
    """The executor of a single scan: in this process, one unit after the other."""

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """The results in the order of the items."""
        return map(function, items)


def parse(  # one call of one stage: its parts are the stage's own inputs
    parsers: Sequence[Parser],
    reading: Reading,
    reader: Reader,
    report: Report,
    executor: Executor | None = None,
    shown: Sequence[Shown] = (),
) -> Parsed:
    """Turn the artefacts into resources; what a parser cannot read is a problem in the result."""
    run = executor or Here()
    resources: list[Resource] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    counts: Counter[str] = Counter()
    for parser in parsers:
        report(f"parsing: {parser.name}")
        for part in run.map(partial(parser.parse, contents=reader), parser.units(reading.artifacts)):
            resources.extend(part.resources)
            references.extend(part.references)
            problems.extend(part.problems)
            counts.update(part.counts)
    written = Parsed(
        resources=tuple(resources),
        references=tuple(references),
        problems=tuple(problems),
        counts=dict(counts),
    )
    parsed = place(shown, written)
    return parsed.model_copy(update={"resources": (*parsed.resources, *kubernetes_objects(parsed.resources))})


def model(reader: Reader, reading: Reading, parsed: Parsed, report: Report) -> System:
    """Make the architecture of what was parsed."""
    report("modelling the architecture")
    return System(
        source=reader.source(),
        artifacts=reading.artifacts,
        resources=parsed.resources,
        references=parsed.references,
        model=build_model(parsed.resources, parsed.references),
    )


def evaluate(  # one call of one stage: its parts are the stage's own inputs
    engines: Sequence[Engine],
    rules: Sequence[BoundRule],
    system: System,
    reader: Reader,
    context: EngineContext,
    report: Report,
) -> EngineResult:
    """Put every rule to the system by the engine that its check names."""
    results = []
    for engine in engines:
        mine = [rule for rule in rules if rule.rule.check.engine == engine.name]
        if mine:
            report(f"evaluating {len(mine)} rules: {engine.name}")
            results.append(engine.evaluate(mine, system, reader, context, report))
    return EngineResult(
        findings=tuple(finding for result in results for finding in result.findings),
        problems=tuple(problem for result in results for problem in result.problems),
        unavailable=tuple(sorted({name for result in results for name in result.unavailable})),
    )


def _verdict(  # gathers what the stages made
    yardstick: Yardstick,
    rules: Sequence[BoundRule],
    system: System,
    result: EngineResult,
    problems: tuple[Problem, ...],
    inventory: Mapping[str, int],
) -> Assessment:
    policy = yardstick.policy
    findings = merge(result.findings)
    principles, score = judge(yardstick.catalog, policy, rules, findings, result.unavailable)
    gate, complete = decide(policy, score, principles, findings, problems)
    return Assessment(
        tool=Tool(name="archscan", version=__version__),
        source=system.source,
        policy=PolicyReference(
            id=policy.id, title=policy.title, version=policy.version, as_of=yardstick.as_of.isoformat()
        ),
        packs=tuple(PackReference(id=pack.id, version=pack.version, digest=pack.digest) for pack in yardstick.packs),
        score=score,
        gate=gate,
        complete=complete,
        principles=principles,
        findings=findings,
        inventory=inventory,
        problems=problems,
    )


def _inventory(reading: Reading, parsed: Parsed, system: System) -> dict[str, int]:
    counts = {
        **reading.counts,
        **parsed.counts,
        "components": len(system.model.components),
        "relations": len(system.model.relations),
    }
    return dict(sorted(counts.items()))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in an order that does not depend on which stage was faster, without secrets or control characters."""
    clean = {_redacted(problem) for problem in problems}
    return tuple(
        sorted(
            clean,
            key=lambda problem: (
                problem.stage,
                problem.engine or "",
                problem.location.path if problem.location else "",
                problem.location.start_line if problem.location else 0,
                problem.message,
            ),
        )
    )


def _redacted(problem: Problem) -> Problem:
    place = problem.location
    if place is not None:
        place = place.model_copy(update={"path": redact_path(place.path)})
    return problem.model_copy(update={"message": redact(problem.message), "location": place})
