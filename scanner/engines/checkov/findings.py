"""Makes findings of the worker's answers, which name our own resources: each instance has a verdict of its own."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.domain.addresses import below
from scanner.domain.finding import Finding, Outcome
from scanner.domain.resource import EncodedUnknown, Resource, ResourceKind, Unknown, UnknownBlock, UnknownText, Value
from scanner.domain.rule import CheckovCheck
from scanner.domain.system import System
from scanner.engines.checkov.answers import Answer, Answers
from scanner.engines.checkov.index import CheckIndex
from scanner.engines.checkov.records import Record
from scanner.engines.checkov.skips import Skips
from scanner.engines.checkov.verdicts import Judged, attribute_of, holds_unknown, judgement, value_at
from scanner.engines.findings import unfulfilled
from scanner.engines.grouping import group
from scanner.engines.instances import fold
from scanner.engines.judgements import Judgement
from scanner.interfaces import BoundRule

Said = tuple[str, Answer, str | None, Outcome]
"""Id, what checkov says, the supplier's reason where it is skipped, and what that is worth."""


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
    by_id = _by_id(rules)
    made: dict[str, list[tuple[tuple[str, int, str, int], Judgement]]] = {}
    telling = _Telling(index)
    for number, verdicts in answers.by_resource.items():
        resource = system.resources[number]
        said: dict[str, tuple[BoundRule, list[Said]]] = {}
        skipped = skips.of(resource)
        for identifier, answer in verdicts.items():
            skip = skipped.get(identifier)
            for bound in by_id.get(identifier, ()):
                verdict = Outcome.REVIEW if skip is not None else outcome(resource, answer, bound)
                if verdict is not None and resource.role in bound.rule.check.roles:
                    about = said.setdefault(bound.rule.name, (bound, []))[1]
                    about.append((identifier, answer, skip, verdict))
        place = (resource.location.path, resource.location.start_line, resource.address, number)
        for name, (bound, bundle) in said.items():
            made.setdefault(name, []).append((place, telling.judgement(bound, resource, bundle)))
    named = {bound.rule.name: bound for bound in rules}
    return tuple(
        one
        for name in sorted(made)
        for one in group(fold(judged for _, judged in sorted(made[name], key=_place)), named[name].rule.check.group)
    )


def _by_id(rules: Sequence[BoundRule]) -> dict[str, list[BoundRule]]:
    """The rules that ask for each check of checkov."""
    by_id: dict[str, list[BoundRule]] = {}
    for bound in rules:
        if isinstance(bound.rule.check, CheckovCheck):
            for identifier in dict.fromkeys(bound.rule.check.ids):
                by_id.setdefault(identifier, []).append(bound)
    return by_id


def _place(entry: tuple[tuple[str, int, str, int], Judgement]) -> tuple[str, int, str, int]:
    return entry[0]


def outcome(resource: Resource, answer: Answer, bound: BoundRule) -> Outcome | None:
    """What an answer is worth under a rule; None where nothing is to be said.

    Args:
        resource: The instance that was judged.
        answer: What checkov said of it.
        bound: The rule.
    """
    values = (value_at(resource.attributes, key) for key in answer.keys)
    if answer.result == "UNKNOWN":
        # checkov also says so of a resource that a check does not concern; then it met nothing that is not known.
        return Outcome.OPEN if answer.unsettled or any(holds_unknown(value) for value in values) else None
    if answer.result == "FAULT" or answer.unsettled:
        return Outcome.OPEN
    if any(_is_nothing_known(value) for value in values):
        return Outcome.OPEN
    return Outcome.PASS if answer.result == "PASSED" else unfulfilled(bound)


def _is_nothing_known(value: Value) -> bool:
    """Whether a value at which a check looked is not known at all, not even that it is there.

    Of a text that begins so or so, and of a block that may be there, the worker says itself whether it mattered.
    """
    return isinstance(value, Unknown) and not isinstance(value, UnknownText | UnknownBlock | EncodedUnknown)


class _Telling:
    """Makes judgements; what is said alike of many instances of a block is put into words once."""

    def __init__(self, index: CheckIndex) -> None:
        self._index = index
        self._told: dict[object, tuple[Judgement, list[Judged]]] = {}

    def judgement(self, bound: BoundRule, resource: Resource, said: Sequence[Said]) -> Judgement:
        """What a rule says of an instance."""
        block = (resource.location, resource.kind, resource.role)
        kubernetes = resource.kind is ResourceKind.KUBERNETES
        key = (bound.rule.name, block, resource.address if kubernetes else "", tuple(said))
        if key not in self._told:
            bundle = [(self._record(resource, *one), one[3]) for one in said]
            self._told[key] = (judgement(bound, resource.address, resource.role, bundle), bundle)
        told, bundle = self._told[key]
        if kubernetes:
            return told
        own = below(resource.module_path, resource.declaration) if resource.declaration else resource.address
        return told._replace(subject=own, resource=resource, attribute=attribute_of(resource, bundle))

    def _record(self, resource: Resource, identifier: str, answer: Answer, skip: str | None, _: Outcome) -> Record:
        kubernetes = resource.kind is ResourceKind.KUBERNETES
        return Record(
            check=identifier,
            title=self._index.title(identifier, kubernetes=kubernetes),
            result=answer.result if skip is None else "SKIPPED",
            resource=resource.address,
            location=resource.location,
            caller=None,
            keys=answer.keys,
            comment=skip or "",
            framework="kubernetes" if kubernetes else "terraform",
        )
