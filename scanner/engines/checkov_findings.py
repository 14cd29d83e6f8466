"""Makes findings of the worker's answers, which name our own resources: each instance has a verdict of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scanner.domain.addresses import below
from scanner.domain.architecture import System
from scanner.domain.finding import Finding, Outcome
from scanner.domain.resource import EncodedUnknown, Resource, ResourceKind, Unknown, UnknownBlock, UnknownText, Value
from scanner.domain.rule import CheckovCheck
from scanner.engines.checkov_answers import Answer, Answers
from scanner.engines.checkov_index import CheckIndex
from scanner.engines.checkov_records import Record
from scanner.engines.checkov_skips import Skips
from scanner.engines.checkov_verdicts import Judged, attribute_of, holds_unknown, judgement, value_at
from scanner.engines.findings import unfulfilled
from scanner.engines.grouping import group
from scanner.engines.instances import fold
from scanner.engines.judgements import Judgement
from scanner.interfaces import BoundRule


def findings(
    system: System, rules: Sequence[BoundRule], answers: Answers, index: CheckIndex, skips: Skips
) -> tuple[Finding, ...]:
    """One finding for each rule and block, however many checks and instances there are.

    Args:
        system: What archscan read.
        rules: Rules of checkov.
        answers: Of the worker.
        index: The checks that there are.
        skips: What the supplier told checkov to skip.
    """
    by_id: dict[str, list[BoundRule]] = {}
    for bound in rules:
        if isinstance(bound.rule.check, CheckovCheck):
            for identifier in dict.fromkeys(bound.rule.check.ids):
                by_id.setdefault(identifier, []).append(bound)
    bundles: dict[tuple[str, str, int, str, int], list[Judged]] = {}
    for number, verdicts in answers.by_resource.items():
        resource = system.resources[number]
        skipped = skips.of(resource)
        place = (resource.location.path, resource.location.start_line, resource.address, number)
        for identifier, answer in verdicts.items():
            record = _record(resource, identifier, answer, index, skipped)
            for bound in by_id.get(identifier, ()):
                said = outcome(resource, answer, bound) if record.result != "SKIPPED" else Outcome.REVIEW
                if said is not None and resource.role in bound.rule.check.roles:
                    bundles.setdefault((bound.rule.name, *place), []).append((record, said))
    named = {bound.rule.name: bound for bound in rules}
    made: dict[str, list[Judgement]] = {}
    for (name, _, _, _, number), bundle in sorted(bundles.items(), key=lambda item: item[0]):
        made.setdefault(name, []).append(_judgement(named[name], system.resources[number], bundle))
    return tuple(one for name, some in made.items() for one in group(fold(some), named[name].rule.check.group))


def outcome(resource: Resource, answer: Answer, bound: BoundRule) -> Outcome | None:
    """What an answer is worth under a rule; None where nothing is to be said.

    Args:
        resource: The instance that was judged.
        answer: What checkov said of it.
        bound: The rule.
    """
    if answer.result == "UNKNOWN":
        # checkov also says so of a resource that a check does not concern; then archscan knows all of it.
        return Outcome.OPEN if answer.unsettled or holds_unknown(resource.attributes) else None
    if answer.result == "FAULT" or answer.unsettled:
        return Outcome.OPEN
    if any(_is_nothing_known(value_at(resource.attributes, key)) for key in answer.keys):
        return Outcome.OPEN
    return Outcome.PASS if answer.result == "PASSED" else unfulfilled(bound)


def _is_nothing_known(value: Value) -> bool:
    """Whether a value at which a check looked is not known at all, not even that it is there.

    Of a text that begins so or so, and of a block that may be there, the worker says itself whether it mattered.
    """
    return isinstance(value, Unknown) and not isinstance(value, UnknownText | UnknownBlock | EncodedUnknown)


def _record(
    resource: Resource, identifier: str, answer: Answer, index: CheckIndex, skipped: Mapping[str, str]
) -> Record:
    kubernetes = resource.kind is ResourceKind.KUBERNETES
    return Record(
        check=identifier,
        title=index.title(identifier, kubernetes=kubernetes),
        result="SKIPPED" if identifier in skipped else answer.result,
        resource=resource.address,
        location=resource.location,
        caller=None,
        keys=answer.keys,
        comment=skipped.get(identifier, ""),
        framework="kubernetes" if kubernetes else "terraform",
    )


def _judgement(bound: BoundRule, resource: Resource, bundle: Sequence[Judged]) -> Judgement:
    own = below(resource.module_path, resource.declaration) if resource.declaration else resource.address
    made = judgement(bound, own, resource.role, bundle)
    if resource.kind is ResourceKind.KUBERNETES:
        return made
    return made._replace(resource=resource, attribute=attribute_of(resource, bundle))
