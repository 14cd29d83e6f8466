"""The stages of an assessment, in reading order: parse, model, evaluate, merge, judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scanner.cache import NoCache
from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment
from scanner.domain.configuration import Configuration, RelatedRepository
from scanner.domain.finding import EngineResult
from scanner.domain.manifest import EvidenceManifest
from scanner.domain.resource import Parsed, Problem, Reading, Reference, Resource
from scanner.domain.system import System
from scanner.engines import default_engines
from scanner.evaluation.applicability import check_profile
from scanner.evaluation.outside import check_manifest
from scanner.evaluation.retirement import retired_among
from scanner.interfaces import BoundRule, Contents, Engine, EngineContext, Executor, Parser, Reader, Report
from scanner.parsers import default_parsers
from scanner.pipeline.afterwork import Afterwork
from scanner.pipeline.engines import EngineRun
from scanner.pipeline.executors import Here, Processes
from scanner.pipeline.modelling import LateModelling
from scanner.pipeline.verdict import Judged, verdict
from scanner.policies import bind
from scanner.sources.configuration import FILE, load_configuration
from scanner.sources.manifest import load_manifest, presences
from scanner.sources.several import with_related
from scanner.sources.waivers import load_waivers
from scanner.timings import Span, Timings

if TYPE_CHECKING:
    from scanner.parsers.terraform.shown.document import Shown
    from scanner.pipeline import Allowances, Course, Yardstick


class Made(NamedTuple):
    """What came of a scan."""

    system: System
    assessment: Assessment
    lasting: bool
    """Whether the same scan would say the same again; not so where time ran out or an engine was missing."""


class _Premises(NamedTuple):
    """What stands before any file is parsed."""

    rules: Sequence[BoundRule]
    """What is asked."""
    configuration: Configuration
    manifest: EvidenceManifest
    """Documents outside the repository that the supplier names."""
    absent: tuple[RelatedRepository, ...]
    """Repositories of the product that were not given to the scan."""


def run_stages(  # noqa: PLR0913, PLR0917  # the parts of a scan
    reader: Reader,
    reading: Reading,
    yardstick: Yardstick,
    report: Report,
    course: Course,
    shown: Sequence[Shown],
    allowances: Allowances,
) -> Made:
    """Do all that follows on the listing of files. See :func:`scanner.pipeline.assess`."""
    premises = _premises(reader, reading, yardstick)
    modelling = LateModelling(premises.configuration, course.timings, course.cache)
    afterwork = Afterwork(course.cache, course.jobs)
    context = _context(yardstick, course, modelling, afterwork)
    with EngineRun(default_engines(course.checkov), premises.rules, reader, context, report) as engines:
        engines.begin(reading.artifacts)
        parsers = default_parsers(premises.configuration, course.cache, reading.artifacts)
        parsed = parse(parsers, reading, reader, report, course, shown)
        unmodelled = _system(reader, reading, parsed, premises.configuration)
        with course.timings.measure(Span.STAGE, "evaluating"):
            result = engines.result(unmodelled)
            system = unmodelled.model_copy(update={"model": modelling.of(unmodelled)})
    if not isinstance(course.cache, NoCache):
        afterwork.add(partial(modelling.keep, unmodelled))
    report("judging")
    with afterwork, course.timings.measure(Span.STAGE, "judging"):
        unread = (*reading.problems, *map(_not_scanned, premises.absent))
        problems = (*unread, *parsed.problems, *system.model.problems, *result.problems)
        judged = _judged(reader, premises, system, result)
        assessment = verdict(yardstick, judged, problems, _inventory(reading, parsed, system), allowances)
    return Made(system, assessment, lasting=parsed.lasting and result.lasting)


def _premises(reader: Reader, reading: Reading, yardstick: Yardstick) -> _Premises:
    """Read what the supplier declares, and refuse what does not fit what is asked.

    Raises:
        PolicyError: The policy does not fit the packs.
        ConfigurationError: What the supplier declares is not valid.
    """
    rules = bind(yardstick.policy, yardstick.packs, yardstick.catalog)
    configuration = with_related(load_configuration(reading.artifacts, reader), reader.source())
    check_profile(configuration.profile, yardstick.catalog.questions)
    manifest = load_manifest(reading.artifacts, reader)
    check_manifest(manifest.documents, yardstick.catalog, rules)
    return _Premises(rules, configuration, manifest, _absent(configuration, reader))


def _context(yardstick: Yardstick, course: Course, modelling: LateModelling, afterwork: Afterwork) -> EngineContext:
    return EngineContext(
        catalog=yardstick.catalog,
        as_of=yardstick.as_of,
        rules_root=yardstick.rules_root,
        offline=course.offline,
        jobs=course.jobs,
        cache=course.cache,
        timings=course.timings,
        modelling=modelling,
        installed=yardstick.installed,
        later=afterwork,
    )


def _judged(reader: Reader, premises: _Premises, system: System, result: EngineResult) -> Judged:
    """All that a verdict is given on: what engines found, and what the supplier says to it."""
    return Judged(
        system=system,
        rules=premises.rules,
        result=result,
        profile=premises.configuration.profile,
        documents=presences(premises.manifest, system.artifacts, reader),
        contents=reader,
        waivers=load_waivers(system.artifacts, reader),
        absent=tuple(one.name for one in premises.absent),
        retired=retired_among(system.artifacts, reader, system.source),
    )


def _absent(configuration: Configuration, reader: Reader) -> tuple[RelatedRepository, ...]:
    """Repositories of the product that were not given to the scan."""
    given = {part.name for part in reader.source().parts}
    return tuple(one for one in configuration.related if one.name not in given)


def _not_scanned(one: RelatedRepository) -> Problem:
    where = f" ({one.url})" if one.url else ""
    message = f"{one.name}{where} was not scanned, which holds {one.holds}: what lies there is not assessed"
    return Problem(stage="reading", message=message, location=Location(path=FILE))


def read_system(reader: Reader, reading: Reading, report: Report, course: Course) -> System:
    """Parse and model what was listed; no rule is put to it. See :func:`scanner.pipeline.chart`."""
    configuration = with_related(load_configuration(reading.artifacts, reader), reader.source())
    parsers = default_parsers(configuration, course.cache, reading.artifacts)
    parsed = parse(parsers, reading, reader, report, course)
    with course.timings.measure(Span.STAGE, "modelling"):
        return model(reader, reading, parsed, report, configuration)


def parse(  # one call of one stage: its parts are the stage's own inputs
    parsers: Sequence[Parser],
    reading: Reading,
    reader: Reader,
    report: Report,
    course: Course | None = None,
    shown: Sequence[Shown] = (),
) -> Parsed:
    """Turn the artefacts into resources; what a parser cannot read is a problem in the result.

    Parsers that work in processes of their own go beside the others.
    """
    run: Executor = Processes(course.jobs) if course else Here()
    timings = course.timings if course else Timings()

    def work(parser: Parser) -> list[Parsed]:
        with timings.measure(Span.STAGE, f"parsing: {parser.name}"):
            return list(run.map(partial(parser.parse, contents=reader), parser.units(reading.artifacts)))

    with ThreadPoolExecutor(max_workers=1) as beside:
        waiting = {parser.name: beside.submit(work, parser) for parser in parsers if parser.beside}
        here: dict[str, list[Parsed]] = {}
        for parser in parsers:
            if not parser.beside:
                report(f"parsing: {parser.name}")
                here[parser.name] = work(parser)
        if waiting:
            report(f"parsing: {', '.join(waiting)}")
        parts = [waiting[one.name].result() if one.beside else here[one.name] for one in parsers]
    return _with_objects(_placed(shown, _joined([part for made in parts for part in made])))


def _placed(shown: Sequence[Shown], parsed: Parsed) -> Parsed:
    """With plans and states in the place of what they describe; few scans are given any."""
    if not shown:
        return parsed
    from scanner.parsers.terraform.shown.placing import place  # noqa: PLC0415  # only who gives a plan pays for it

    return place(shown, parsed)


def _with_objects(parsed: Parsed) -> Parsed:
    """With the objects of Kubernetes that Terraform describes; few repositories have any."""
    if not any(name.startswith("kubernetes_") for name in {one.type for one in parsed.resources}):
        return parsed
    from scanner.parsers.kubernetes.from_terraform import kubernetes_objects  # noqa: PLC0415  # as above

    return parsed.model_copy(update={"resources": (*parsed.resources, *kubernetes_objects(parsed.resources))})


def _joined(parts: Sequence[Parsed]) -> Parsed:
    resources: list[Resource] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    counts: Counter[str] = Counter()
    for part in parts:
        resources.extend(part.resources)
        references.extend(part.references)
        problems.extend(part.problems)
        counts.update(part.counts)
    return Parsed(
        resources=tuple(resources),
        references=tuple(references),
        problems=tuple(problems),
        counts=dict(counts),
        lasting=all(part.lasting for part in parts),
    )


def model(
    reader: Reader, reading: Reading, parsed: Parsed, report: Report, configuration: Configuration | None = None
) -> System:
    """Make the architecture of what was parsed."""
    from scanner.modelling.model import build_model  # noqa: PLC0415  # a scan need not make it in this process

    report("modelling the architecture")
    system = _system(reader, reading, parsed, configuration or Configuration())
    return system.model_copy(update={"model": build_model(system, configuration)})


def _system(reader: Reader, reading: Reading, parsed: Parsed, configuration: Configuration) -> System:
    return System(
        source=reader.source(),
        artifacts=reading.artifacts,
        resources=parsed.resources,
        references=parsed.references,
        answers={name: one.answer for name, one in configuration.profile.answers.items()},
    )


def evaluate(  # one call of one stage: its parts are the stage's own inputs
    engines: Sequence[Engine],
    rules: Sequence[BoundRule],
    system: System,
    contents: Contents,
    context: EngineContext,
    report: Report,
) -> EngineResult:
    """Put every rule to the system by the engine that its check names."""
    with EngineRun(engines, rules, contents, context, report) as run:
        run.begin(system.artifacts)
        return run.result(system)


def _inventory(reading: Reading, parsed: Parsed, system: System) -> dict[str, int]:
    counts = {
        **reading.counts,
        **parsed.counts,
        "components": len(system.model.components),
        "relations": len(system.model.relations),
    }
    return dict(sorted(counts.items()))
