"""Findings as observations: what was seen of one subject under one rule, with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment
from scanner.domain.finding import Finding, Outcome
from scanner.domain.rule import Rule
from scanner.evaluation.overview import count, where_it_holds
from scanner.reports.oscal.document import Json, day_of, filled, identity, origins, prop, props
from scanner.reports.oscal.system import subject_uuid
from scanner.reports.oscal.text import line, listing, markup, reference

EVIDENCE_AT_MOST = 100
"""Places of an observation."""
_TYPES = {Outcome.FAIL: "discovery"}


class Observations:
    """Observations of one assessment, and how they are called.

    Args:
        assessment: The assessment.
        rules: Name to rule.
    """

    def __init__(self, assessment: Assessment, rules: Mapping[str, Rule]) -> None:
        self._assessment = assessment
        self._rules = rules
        self._names: dict[int, str] = {}
        seen: Counter[str] = Counter()
        for finding in assessment.findings:
            ordinal = seen[finding.fingerprint]
            seen[finding.fingerprint] += 1
            self._names[id(finding)] = identity(
                "observation", assessment.source.uri, finding.fingerprint, *((str(ordinal),) if ordinal else ())
            )

    def uuid(self, finding: Finding) -> str:
        """The name of one of the assessment's own findings."""
        return self._names[id(finding)]

    def related(self, findings: Iterable[Finding]) -> list[Json]:
        """References to them."""
        return [{"observation-uuid": self.uuid(finding)} for finding in findings]

    def all(self, findings: Iterable[Finding]) -> list[Json]:
        """The observations themselves."""
        return [self._observation(finding) for finding in findings]

    def _observation(self, finding: Finding) -> Json:
        rule = self._rules.get(finding.rule)
        where = where_it_holds(finding)
        return filled(
            {
                "uuid": self.uuid(finding),
                "title": markup(rule.title if rule else finding.rule),
                "description": markup(f"{finding.message} ({where})" if where else finding.message),
                "props": self._props(finding),
                "methods": ["EXAMINE" if finding.engine == "evidence" else "TEST"],
                "types": [_TYPES.get(finding.outcome, "control-objective")],
                "origins": origins(self._assessment, (finding.engine,)),
                "subjects": [
                    {
                        "subject-uuid": subject_uuid(self._assessment, finding.subject),
                        "type": "inventory-item",
                        "title": markup(finding.subject),
                    }
                ],
                "relevant-evidence": list(_evidence(finding)),
                "collected": day_of(self._assessment),
            }
        )

    def _props(self, finding: Finding) -> list[Json]:
        own = {
            "rule": finding.rule,
            "control": finding.control,
            "principle": finding.principle,
            "outcome": finding.outcome.value,
            "severity": finding.severity.value,
            "graded": finding.graded.value if finding.graded else None,
            "confidence": finding.confidence.value,
            "role": finding.role.value,
            "fingerprint": finding.fingerprint,
            "waiver": finding.waiver,
        }
        if finding.waiver is not None:
            own["waiver-trust"] = "approved" if finding.approved else "supplier"
        if self._assessment.comparison:
            own["baseline"] = "known" if finding.baseline else "new"
        holds = [prop("environment", name) for name in finding.environments]
        return [*props(own), *holds, *(prop("other-environment", name) for name in finding.other_environments)]


def _evidence(finding: Finding) -> Iterator[Json]:
    """The place with its lines, then what the verdict rests on, in the order of the argument."""
    excerpt = finding.excerpt
    lines = listing(excerpt.lines, excerpt.start_line) if excerpt else ""
    yield _piece("Where it stands", finding.location, remarks=lines)
    pieces = _pieces(finding)
    yield from islice(pieces, EVIDENCE_AT_MOST)
    more = sum(1 for _ in pieces)
    if more:
        yield {"description": f"And {count(more, 'more place')}; the json report has all."}


def _pieces(finding: Finding) -> Iterator[Json]:
    for fact in finding.evidence:
        yield _piece(fact.description, fact.location, fact.value)
    for number, step in enumerate(finding.path, 1):
        told = f"{step.source} {step.kind.value} {step.target}: {step.fact}"
        yield _piece(f"Step {number} of the path: {told}", step.location)
        for one in step.proof:
            yield _piece(f"Proof of step {number}: {one.fact}", one.location)
    for place in finding.related:
        location = Location(path=place.path, start_line=place.start_line, end_line=place.end_line)
        yield _piece(place.note or "Belongs to the same finding", location)


def _piece(description: str, location: Location | None, value: str | None = None, remarks: str = "") -> Json:
    own: Sequence[Json] = props({"value": value})
    if location is None:
        return filled({"description": markup(description), "props": list(own)})
    place = {"path": line(location.path), "line": location.start_line}
    return filled(
        {
            "href": reference(location.path, location.start_line, location.end_line),
            "description": markup(description),
            "props": [*props(place), *own],
            "remarks": remarks,
        }
    )
