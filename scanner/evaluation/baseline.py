"""Compares a result with what was known before: by fingerprints first, then by the lines of files that moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.artifact import Role
from scanner.domain.assessment import PackReference, PrincipleResult
from scanner.domain.baseline import Baseline, BaselineKind, Comparison, KnownFinding
from scanner.domain.finding import Finding, Outcome

_RANK = {Outcome.FAIL: 2, Outcome.REVIEW: 1}
_OF_THE_PRODUCT = frozenset({Role.PRODUCT, Role.DOCUMENTATION})


class Against(NamedTuple):
    """What a result is compared with."""

    baseline: Baseline
    kind: BaselineKind
    name: str
    """Of the file, or of the revision as it was asked for."""
    revision: str = ""


class Compared(NamedTuple):
    """Findings, those marked that were known, and what became of the baseline."""

    findings: tuple[Finding, ...]
    comparison: Comparison
    left: Baseline
    """What of the baseline still holds: it only shrinks."""


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


def compare(
    findings: Sequence[Finding],
    against: Against,
    packs: Mapping[str, str],
    policy: str,
    exempt: Collection[str] = (),
) -> Compared:
    """Mark what was known before.

    A finding was known where the baseline holds its fingerprint, or else its rule and lines in a file that has another
    name now, with the same outcome or a worse one, and in no fewer places.

    Args:
        findings: Merged, with the contexts of their places.
        against: The baseline.
        packs: Pack to its version now.
        policy: Id of the policy now.
        exempt: Controls that do not apply to the product: what fails under them is counted nowhere.
    """
    matched: dict[int, KnownFinding] = {}
    left = {one.fingerprint: one for one in against.baseline.findings}
    concerned = {number: one for number, one in enumerate(findings) if _concerns(one)}
    worse = []
    for number, finding in concerned.items():
        known = left.pop(finding.fingerprint, None)
        if known is None:
            continue
        if _is_known(finding, known):
            matched[number] = known
        else:
            worse.append(known)
    moved = _moved({n: one for n, one in concerned.items() if n not in matched}, left.values())
    gone = set(left) - {known.fingerprint for known in moved.values()}
    matched |= moved
    marked = tuple(
        one.model_copy(update={"baseline": True}) if number in matched else one for number, one in enumerate(findings)
    )
    mended = tuple(one for one in against.baseline.findings if one.fingerprint in gone and one.outcome is Outcome.FAIL)
    told = [marked[n] for n, one in concerned.items() if one.waiver is None and one.control not in exempt]
    fails = [one for one in told if one.outcome is Outcome.FAIL]
    comparison = Comparison(
        kind=against.kind,
        name=against.name,
        revision=against.revision,
        new=sum(not one.baseline for one in fails),
        review=sum(not one.baseline for one in told if one.outcome is Outcome.REVIEW),
        known=sum(one.baseline for one in fails),
        moved=sum(findings[number].outcome is Outcome.FAIL for number in moved),
        mended=mended,
        note=_doubt(against.baseline, packs, policy),
    )
    still = (*(_known(findings[number]) for number in matched), *worse)
    return Compared(marked, comparison, against.baseline.model_copy(update={"findings": _sorted(still)}))


def _concerns(finding: Finding) -> bool:
    return finding.outcome in _RANK and finding.role in _OF_THE_PRODUCT


def _known(finding: Finding) -> KnownFinding:
    return KnownFinding(
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        outcome=finding.outcome,
        path=finding.location.path,
        contexts=tuple(sorted(finding.contexts)),
    )


def _is_known(finding: Finding, known: KnownFinding) -> bool:
    """Whether it is no worse than it was: what was to be judged may fail now, or a fault hold in one more place."""
    if _RANK[finding.outcome] > _RANK.get(known.outcome, 0):
        return False
    if not finding.places:
        return True
    return Counter(text[:8] for text in finding.contexts) <= Counter(text[:8] for text in known.contexts)


def _moved(findings: Mapping[int, Finding], known: Iterable[KnownFinding]) -> dict[int, KnownFinding]:
    """Findings in files of another name: the same rule, and the same lines with those around them."""
    by_lines: dict[tuple[str, tuple[str, ...]], list[KnownFinding]] = defaultdict(list)
    for one in known:
        if one.contexts:
            by_lines[one.rule, one.contexts].append(one)
    matched = {}
    for number, finding in findings.items():
        candidates = by_lines.get((finding.rule, tuple(sorted(finding.contexts))), [])
        at = next((i for i, one in enumerate(candidates) if _RANK[finding.outcome] <= _RANK.get(one.outcome, 0)), None)
        if at is not None:
            matched[number] = candidates.pop(at)
    return matched


def _sorted(known: Iterable[KnownFinding]) -> tuple[KnownFinding, ...]:
    return tuple(sorted(known, key=lambda one: (one.rule, one.path, one.fingerprint)))


def _doubt(baseline: Baseline, packs: Mapping[str, str], policy: str) -> str:
    changed = [name for name, version in packs.items() if baseline.packs.get(name, version) != version]
    doubts = []
    if changed:
        doubts.append(f"the rules of {', '.join(sorted(changed))} have another version than those of the baseline")
    if baseline.policy and baseline.policy != policy:
        doubts.append(f"the baseline was made with the policy {baseline.policy}")
    return "; ".join(doubts) + (": what is new may be so because more is asked" if doubts else "")
