"""Which components and relations rules found fault with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.finding import Finding, Outcome
from scanner.picture.wording import safe

Tie = tuple[str, str, str]
"""Source, target and kind of a relation."""


class Violation(NamedTuple):
    """A rule that was broken."""

    rule: str
    message: str
    place: str


class Violations(NamedTuple):
    """Broken rules by component and by relation."""

    components: Mapping[str, tuple[Violation, ...]]
    relations: Mapping[Tie, tuple[Violation, ...]]

    def touched(self) -> frozenset[str]:
        """Components that must be seen: judged themselves, or an end of a relation that was judged."""
        ends = {end for source, target, _ in self.relations for end in (source, target)}
        return frozenset(ends | self.components.keys())


def violations(model: ArchitectureModel, findings: Iterable[Finding]) -> Violations:
    """Find the components and relations of which findings speak; what was waived is no violation.

    Args:
        model: Components and relations.
        findings: Of an assessment.
    """
    owners = _owners(model)
    ids = {safe(component.id): component.id for component in model.components}
    ties = {(tie.source, tie.target, tie.kind.value) for tie in model.relations}
    components: dict[str, dict[Violation, None]] = defaultdict(dict)
    relations: dict[Tie, dict[Violation, None]] = defaultdict(dict)
    for finding in findings:
        if finding.outcome is not Outcome.FAIL or finding.waiver is not None:
            continue
        place = f"{finding.location.path}:{finding.location.start_line}"
        broken = Violation(safe(finding.rule), safe(finding.message), safe(place))
        for owner in owners.get(finding.subject, ()):
            components[owner][broken] = None
        for step in finding.path:
            tie = (ids.get(step.source, step.source), ids.get(step.target, step.target), step.kind.value)
            if tie in ties:
                relations[tie][broken] = None
    return Violations(
        {key: tuple(sorted(found)) for key, found in components.items()},
        {key: tuple(sorted(found)) for key, found in relations.items()},
    )


def _owners(model: ArchitectureModel) -> dict[str, list[str]]:
    """Components by every name that a finding may call them: id, address of a resource, each as reports show it."""
    owners: dict[str, list[str]] = defaultdict(list)
    for component in model.components:
        names = {component.id, *component.resources}
        for name in sorted(names | {safe(name) for name in names}):
            owners[name].append(component.id)
    return owners
