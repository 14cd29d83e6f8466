"""Which components and relations rules found fault with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Role
from scanner.domain.finding import Finding, Outcome, PathStep
from scanner.picture.wording import safe

Tie = tuple[str, str, str]
"""Source, target and kind of a relation."""

_MARKED = frozenset({Outcome.FAIL, Outcome.REVIEW})


class Violation(NamedTuple):
    """A rule that was broken, or that a person must judge."""

    rule: str
    message: str
    place: str
    review: bool = False
    """A person must judge: marked, but not as broken."""


class Marks(NamedTuple):
    """Names of the rules that a box or a line is marked with."""

    broken: tuple[str, ...] = ()
    review: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """``broken``, ``review``, or empty."""
        return "broken" if self.broken else "review" if self.review else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The rules of the worse level."""
        return self.broken or self.review

    @property
    def said(self) -> str:
        """In words, to be put behind others; empty where there is nothing to say."""
        broken = f", violates {', '.join(self.broken)}" if self.broken else ""
        return broken + (f", to review under {', '.join(self.review)}" if self.review else "")

    @classmethod
    def of(cls, found: Iterable[Violation]) -> Marks:
        """Each rule once, in the order of its first violation; what is broken needs no review."""
        listed = list(found)
        broken = tuple(dict.fromkeys(one.rule for one in listed if not one.review))
        return cls(broken, tuple(dict.fromkeys(one.rule for one in listed if one.review and one.rule not in broken)))


class Violations(NamedTuple):
    """Broken rules, and those to review, by component and by relation."""

    components: Mapping[str, tuple[Violation, ...]]
    relations: Mapping[Tie, tuple[Violation, ...]]

    def touched(self) -> frozenset[str]:
        """Components that must be seen: they break a rule, or a relation of theirs does."""
        ties = (tie for tie, found in self.relations.items() if not all(one.review for one in found))
        own = {key for key, found in self.components.items() if not all(one.review for one in found)}
        return frozenset(own.union(end for source, target, _ in ties for end in (source, target)))


def violations(model: ArchitectureModel, findings: Iterable[Finding]) -> Violations:
    """Find the components and relations of which findings speak that count.

    Only what is the product's counts, and what was waived does not.

    Args:
        model: Components and relations.
        findings: Of an assessment.
    """
    owners = _owners(model)
    names = _Names(model)
    components: dict[str, dict[Violation, None]] = defaultdict(dict)
    relations: dict[Tie, dict[Violation, None]] = defaultdict(dict)
    for finding in findings:
        if not _is_marked(finding):
            continue
        place = f"{finding.location.path}:{finding.location.start_line}"
        review = finding.outcome is Outcome.REVIEW
        found = Violation(safe(finding.rule), safe(finding.message), safe(place), review)
        for owner in owners.get(finding.subject, ()):
            components[owner][found] = None
        for tie in names.ties_of(finding.path):
            relations[tie][found] = None
    return Violations(
        {key: tuple(sorted(own)) for key, own in components.items()},
        {key: tuple(sorted(own)) for key, own in relations.items()},
    )


def _is_marked(finding: Finding) -> bool:
    told = finding.outcome in _MARKED and not finding.lead
    return told and finding.waiver is None and finding.role is Role.PRODUCT


class _Names:
    """Relations by what the steps of a path call them."""

    def __init__(self, model: ArchitectureModel) -> None:
        self._ids = {safe(component.id): component.id for component in model.components}
        self._ties = {(tie.source, tie.target, tie.kind.value) for tie in model.relations}
        self._through = {(tie.source, tie.via, tie.target, tie.kind.value) for tie in model.relations if tie.via}

    def ties_of(self, path: Sequence[PathStep]) -> Iterator[Tie]:
        """The relation of each step; one that goes through another component is told in two steps."""
        ends = [(self._ids.get(one.source, one.source), self._ids.get(one.target, one.target)) for one in path]
        second = False
        for at, (step, (source, target)) in enumerate(zip(path, ends, strict=True)):
            after = path[at + 1] if at + 1 < len(path) else None
            if second:
                second = False
            elif (
                after is not None and (source, ends[at + 1][0], ends[at + 1][1], after.kind.value) in self._through
            ) and target == ends[at + 1][0]:
                yield source, ends[at + 1][1], after.kind.value
                second = True
            elif (source, target, step.kind.value) in self._ties:
                yield source, target, step.kind.value


def _owners(model: ArchitectureModel) -> dict[str, list[str]]:
    """Components by every name that a finding may call them: id, address of a resource, each as reports show it."""
    owners: dict[str, list[str]] = defaultdict(list)
    for component in model.components:
        names = {component.id, *component.resources}
        for name in sorted(names | {safe(name) for name in names}):
            owners[name].append(component.id)
    return owners
