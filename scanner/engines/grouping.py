"""One fault seen in many files is one finding: the first place leads, the others are related."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scanner.domain.catalog import Severity
from scanner.domain.finding import Evidence, Finding, RelatedLocation
from scanner.domain.rule import GroupBy
from scanner.sources.aside import lies_aside

_GRAVEST_FIRST = list(Severity)
MAX_RELATED = 50
"""Related locations of one finding; how many more there are is said in the last one's note."""


def group(
    findings: Iterable[Finding],
    by: GroupBy,
    content: Callable[[Finding], str] | None = None,
    *,
    everywhere: bool = False,
) -> tuple[Finding, ...]:
    """Join findings of the same rule, outcome and role that a rule wants to see as one.

    Args:
        findings: Findings of any number of rules, in any order.
        by: How the rule that made them is grouped.
        content: Tells by what is written in a finding's place; never shown. Without it ``content`` joins nothing.
        everywhere: Whether the rule weighs as much in what hardly ships; else a place that ships leads.

    Returns:
        For ``subject`` the findings as they are; otherwise one finding for each rule, outcome, role and whatever the
        rule names. Its subject names the folder, the directory, the file, the repository or what is said, so that its
        identity stays the same when the leading place is mended; of ``content`` it is the leading place's.
    """
    if by is GroupBy.SUBJECT or (by is GroupBy.CONTENT and content is None):
        return tuple(findings)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        subject = content(finding) if by is GroupBy.CONTENT and content else _subject(finding, by)
        key = (finding.rule, finding.engine, finding.outcome.value, finding.role.value, subject)
        groups.setdefault(key, []).append(finding)
    joined = [
        _join(members, "" if by is GroupBy.CONTENT else key[-1], everywhere=everywhere)
        for key, members in groups.items()
    ]
    return tuple(sorted(joined, key=lambda finding: (finding.rule, *_place(finding))))


def _subject(finding: Finding, by: GroupBy) -> str:
    """What a joined finding is about."""
    path = finding.location.path
    named = {
        GroupBy.MESSAGE: finding.message,
        GroupBy.FOLDER: _top_folder(path),
        GroupBy.DIRECTORY: path.rpartition("/")[0] or ".",
        GroupBy.FILE: path,
    }
    return named.get(by, "repository")


def _top_folder(path: str) -> str:
    """The first folder of a path, or ``.`` for a file that lies in the root."""
    head, slash, _ = path.partition("/")
    return head if slash else "."


def _place(finding: Finding) -> tuple[str, int, int, str]:
    location = finding.location
    return (location.path, location.start_line, location.start_column or 0, finding.subject)


def _join(members: list[Finding], subject: str, *, everywhere: bool) -> Finding:
    """One finding of many; the gravest that ships leads, and gives the subject where there is no other."""
    ordered = sorted(members, key=_leads_anywhere if everywhere else _leads)
    lead, others = ordered[0], ordered[1:]
    related = _distinct(
        [
            *lead.related,
            *(place for other in others for place in (_as_related(other), *other.related)),
        ],
        lead,
    )
    evidence = lead.evidence
    if others:
        files = len({finding.location.path for finding in ordered})
        noun = "file" if files == 1 else "files"
        evidence = (*evidence, Evidence(description=f"seen in {len(ordered)} places in {files} {noun}"))
    environments = sorted({name for finding in ordered for name in finding.environments})
    elsewhere = {name for finding in ordered for name in finding.other_environments}.difference(environments)
    return lead.model_copy(
        update={
            "subject": subject or lead.subject,
            "related": limit_related(related),
            "places": len({(one.location.path, one.location.start_line) for one in ordered}),
            "evidence": evidence,
            "environments": tuple(environments),
            "other_environments": tuple(sorted(elsewhere)),
        }
    )


def _leads(finding: Finding) -> tuple[object, ...]:
    return lies_aside(finding.location.path), *_leads_anywhere(finding)


def _leads_anywhere(finding: Finding) -> tuple[object, ...]:
    return _GRAVEST_FIRST.index(finding.severity), *_place(finding)


def _as_related(finding: Finding) -> RelatedLocation:
    location = finding.location
    return RelatedLocation(
        path=location.path,
        start_line=location.start_line,
        end_line=location.end_line,
        note=finding.subject if finding.subject != location.path else "",
    )


def _distinct(places: Iterable[RelatedLocation], lead: Finding) -> list[RelatedLocation]:
    """Each place once, without the leading one."""
    seen = {(lead.location.path, lead.location.start_line)}
    kept: list[RelatedLocation] = []
    for place in places:
        key = (place.path, place.start_line)
        if key not in seen:
            seen.add(key)
            kept.append(place)
    return kept


def limit_related(places: Sequence[RelatedLocation]) -> tuple[RelatedLocation, ...]:
    """The first :data:`MAX_RELATED` places; the last of them says how many more there are."""
    if len(places) <= MAX_RELATED:
        return tuple(places)
    kept = list(places[:MAX_RELATED])
    more = f"and {len(places) - MAX_RELATED} more places"
    last = kept[-1]
    kept[-1] = last.model_copy(update={"note": f"{last.note}; {more}" if last.note else more})
    return tuple(kept)
