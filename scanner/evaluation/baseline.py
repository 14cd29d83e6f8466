"""Compares a result with what was known before; see :mod:`scanner.evaluation.recognition` for how it is known again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.artifact import Role
from scanner.domain.assessment import Assessment, PackReference, PrincipleResult, Status
from scanner.domain.baseline import Baseline, BaselineKind, Comparison, KnownFinding
from scanner.domain.finding import Finding, Outcome
from scanner.domain.resource import Problem
from scanner.evaluation.merge import about, is_of_a_line
from scanner.evaluation.recognition import recognise

_RANK = {Outcome.FAIL: 2, Outcome.REVIEW: 1}
_READING = frozenset({"reading", "parsing"})
_KEPT = frozenset({Status.MET, Status.PARTIALLY_MET})
_OF_THE_PRODUCT = frozenset({Role.PRODUCT, Role.DOCUMENTATION})


class Against(NamedTuple):
    """What a result is compared with."""

    baseline: Baseline
    kind: BaselineKind
    name: str
    """Of the file, or of the revision as it was asked for."""
    revision: str = ""
    notes: tuple[str, ...] = ()
    """What makes the comparison doubtful."""


class Seen(NamedTuple):
    """What a scan could judge. What it could not is not mended."""

    rules: frozenset[str] | None = None
    """Rules that were put to the system; all where none are named."""
    unread: frozenset[str] = frozenset()
    """Files that could not be read."""
    exempt: frozenset[str] = frozenset()
    """Controls that do not apply to the product: what fails under them is counted nowhere."""


class Compared(NamedTuple):
    """Findings, those marked that were known, and what became of the baseline."""

    findings: tuple[Finding, ...]
    comparison: Comparison
    left: Baseline
    """What of the baseline still holds: it only shrinks."""


class _Fate(NamedTuple):
    """What became of the findings of a baseline."""

    matched: Mapping[int, KnownFinding]
    """Those that are there and no worse, by the number of what each is now."""
    worse: tuple[KnownFinding, ...]
    """Those that are there and worse, so that they count as new."""
    unseen: tuple[KnownFinding, ...]
    """Those that are not there, and that nothing could find."""
    gone: tuple[KnownFinding, ...]
    """Those that are not there, although they were looked for."""


def baseline_of(
    findings: Iterable[Finding], principles: Iterable[PrincipleResult], packs: Iterable[PackReference], policy: str
) -> Baseline:
    """All failures of the product, and what a person must judge, as a baseline.

    Args:
        findings: Of a result.
        principles: Its verdicts.
        packs: Rule packs that were put to the system.
        policy: Id of the policy.
    """
    known = [_known(finding) for finding in findings if _concerns(finding)]
    return Baseline(
        packs={pack.id: pack.version for pack in packs},
        policy=policy,
        principles={principle.id: principle.status.value for principle in principles},
        findings=_sorted(known),
    )


def seen(
    rules: Iterable[str], unavailable: Iterable[str], problems: Iterable[Problem], exempt: Iterable[str] = ()
) -> Seen:
    """What a scan could judge.

    Args:
        rules: Those of the policy.
        unavailable: Those that no engine could evaluate.
        problems: Of the scan.
        exempt: Controls that do not apply.
    """
    unread = (one.location.path for one in problems if one.stage in _READING and one.location)
    return Seen(frozenset(rules) - frozenset(unavailable), frozenset(unread), frozenset(exempt))


def sight_of(assessment: Assessment) -> Seen:
    """What the scan behind a result could judge."""
    controls = [one for principle in assessment.principles for one in principle.controls]
    rules = (name for one in controls for name in one.rules)
    exempt = (one.id for one in controls if one.status is Status.NOT_APPLICABLE)
    return seen(rules, assessment.unavailable, assessment.problems, exempt)


def compare_with(assessment: Assessment, against: Against) -> Compared:
    """Compare a whole result with what was known before. See :func:`compare`.

    A principle that was not met and is kept now is written down so: should it be lost again, that is new.
    """
    packs = {pack.id: pack.version for pack in assessment.packs}
    compared = compare(assessment.findings, against, packs, assessment.policy.id, sight_of(assessment))
    kept = {one.id for one in assessment.principles if one.status in _KEPT}
    still = {
        name: Status.PARTIALLY_MET.value if status == Status.NOT_MET and name in kept else status
        for name, status in compared.left.principles.items()
    }
    return compared._replace(left=compared.left.model_copy(update={"principles": still}))


def compare(
    findings: Sequence[Finding], against: Against, packs: Mapping[str, str], policy: str, sight: Seen | None = None
) -> Compared:
    """Mark what was known before.

    A finding was known where the baseline holds it with the same outcome or a worse one, in no fewer places, and not
    as something that passed in an environment in which it fails now.

    Args:
        findings: Merged, with the contexts of their places.
        against: The baseline.
        packs: Pack to its version now.
        policy: Id of the policy now.
        sight: What could be judged; everything if not given.
    """
    sight = sight or Seen()
    fate = _fate(findings, against.baseline.findings, sight)
    marked = tuple(
        one.model_copy(update={"baseline": True}) if number in fate.matched else one
        for number, one in enumerate(findings)
    )
    note = "; ".join((*against.notes, *_doubt(against.baseline, packs, policy)))
    comparison = _comparison(against, marked, fate, sight.exempt, note)
    still = (*(_known(findings[number]) for number in fate.matched), *fate.worse, *fate.unseen)
    return Compared(marked, comparison, against.baseline.model_copy(update={"findings": _sorted(still)}))


def _fate(findings: Sequence[Finding], before: Sequence[KnownFinding], sight: Seen) -> _Fate:
    """Look for each finding of a baseline among those of now."""
    concerned = {number: one for number, one in enumerate(findings) if _concerns(one)}
    pairs = recognise(concerned, before, findings)
    there = frozenset(one.location.path for one in findings)
    matched = {number: known for number, known in pairs.items() if _is_known(findings[number], known, there)}
    paired = {id(known) for known in pairs.values()}
    rest = [known for known in before if id(known) not in paired]
    undecided = _undecided(findings)
    unseen = tuple(known for known in rest if _is_unseen(known, sight, undecided))
    doubtful = {id(known) for known in unseen}
    return _Fate(
        matched=matched,
        worse=tuple(known for number, known in pairs.items() if number not in matched),
        unseen=unseen,
        gone=tuple(known for known in rest if id(known) not in doubtful),
    )


def _comparison(
    against: Against, marked: Sequence[Finding], fate: _Fate, exempt: Collection[str], note: str
) -> Comparison:
    """Count what is new and what was known; what is waived or does not apply is counted nowhere.

    Args:
        against: The baseline.
        marked: All findings, those marked that were known.
        fate: What became of the baseline.
        exempt: Controls that do not apply.
        note: What makes the comparison doubtful.
    """
    told = [one for one in marked if _concerns(one) and one.waiver is None and one.control not in exempt]
    fails = [one for one in told if one.outcome is Outcome.FAIL]
    return Comparison(
        kind=against.kind,
        name=against.name,
        revision=against.revision,
        new=sum(not one.baseline for one in fails),
        review=sum(not one.baseline for one in told if one.outcome is Outcome.REVIEW and not one.lead),
        known=sum(one.baseline for one in fails),
        moved=sum(
            marked[number].outcome is Outcome.FAIL and marked[number].location.path != known.path
            for number, known in fate.matched.items()
        ),
        mended=tuple(known for known in fate.gone if known.outcome is Outcome.FAIL),
        unseen=sum(known.outcome is Outcome.FAIL for known in fate.unseen),
        note=note,
    )


def _undecided(findings: Iterable[Finding]) -> frozenset[str]:
    """What cannot be told now."""
    return frozenset(name for one in findings if one.outcome is Outcome.OPEN for name in (about(one), one.fingerprint))


def _is_unseen(known: KnownFinding, sight: Seen, undecided: frozenset[str]) -> bool:
    return (
        (sight.rules is not None and known.rule not in sight.rules)
        or known.path in sight.unread
        or (known.about or known.fingerprint) in undecided
    )


def _concerns(finding: Finding) -> bool:
    return finding.outcome in _RANK and finding.role in _OF_THE_PRODUCT


def _known(finding: Finding) -> KnownFinding:
    return KnownFinding(
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        outcome=finding.outcome,
        path=finding.location.path,
        contexts=tuple(sorted(finding.contexts)),
        paths=tuple(sorted(_paths(finding))) if finding.places > 1 else (),
        about=about(finding),
        by_line=is_of_a_line(finding),
        elsewhere=finding.other_environments,
    )


def _paths(finding: Finding) -> frozenset[str]:
    others = finding.related if finding.places > 1 else ()
    return frozenset((finding.location.path, *(one.path for one in others)))


def _is_known(finding: Finding, known: KnownFinding, there: Collection[str]) -> bool:
    """Whether it is no worse than it was: what was to be judged may fail now, or what passed in production.

    Args:
        finding: Of now.
        known: The same of before.
        there: Files of which anything is said now: what was mended in one of them has not moved to another.
    """
    if _RANK[finding.outcome] > _RANK.get(known.outcome, 0):
        return False
    if set(known.elsewhere) & set(finding.environments):
        return False
    if not finding.places:
        return True
    if known.about:
        before, now = (
            set(known.paths or (known.path,)),
            _paths(finding) if finding.places > 1 else {finding.location.path},
        )
        if len(now - before) > len(before - now - set(there)):
            return False
    return Counter(text[:8] for text in finding.contexts) <= Counter(text[:8] for text in known.contexts)


def _sorted(known: Iterable[KnownFinding]) -> tuple[KnownFinding, ...]:
    return tuple(sorted(known, key=lambda one: (one.rule, one.path, one.fingerprint)))


def _doubt(baseline: Baseline, packs: Mapping[str, str], policy: str) -> Iterator[str]:
    changed = [name for name, version in packs.items() if baseline.packs.get(name, version) != version]
    doubts = []
    if changed:
        doubts.append(f"the rules of {', '.join(sorted(changed))} have another version than those of the baseline")
    if baseline.policy and baseline.policy != policy:
        doubts.append(f"the baseline was made with the policy {baseline.policy}")
    if doubts:
        yield "; ".join(doubts) + ": what is new may be so because more is asked"
