"""One fault, one finding: what a rule says of all instances of one block, in all environments, is told once.

A judgement whose value a caller or a var file gave is told there, and one that depends on the caller at the call;
everything else at the block, however many instances, callers and environments there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.addresses import below, module_address, own_key, terraform_address
from scanner.domain.artifact import Location
from scanner.domain.finding import Evidence, Finding, Outcome, RelatedLocation
from scanner.domain.resource import Resource, ResourceKind
from scanner.engines.grouping import limit_related
from scanner.engines.judgements import Judgement
from scanner.engines.standing import GRAVEST_FIRST, Cause, Standing, decided_by, place_key, standings

MAX_SHOWN = 10
"""Keys and messages of joined instances that are named as evidence."""
MAX_EVIDENCE = 50
_NAMED_USERS = 3
RECORDED = ("plan ", "state ")
"""How environments begin that are no source but what Terraform planned or keeps."""
_NOTES = {
    Cause.ORIGIN: ("the module passes it on here", "it is used here"),
    Cause.CALL: ("the module decides it here", "it is decided here"),
}

Modules = tuple[str, ...]
Outcomes = Mapping[Modules, Mapping[Outcome, set[str]]]
"""Module calls and outcome to the environments in which a block was judged so."""


class _Member(NamedTuple):
    """A judgement of an instance of a block."""

    judgement: Judgement
    resource: Resource
    passed_on: Location
    siblings: bool
    """Some instance of the same call, under the same rule and attribute, was judged otherwise."""


class _Draft(NamedTuple):
    """Members that are told as one."""

    subject: str
    standing: Standing
    members: list[_Member]


def fold(judgements: Iterable[Judgement]) -> tuple[Finding, ...]:
    """Join the judgements of one rule.

    Args:
        judgements: In any order: it decides only that of the result.

    Returns:
        Findings; each outcome that was given is in one of them.
    """
    groups: dict[object, list[tuple[Judgement, Resource]]] = {}
    alone: dict[object, Judgement] = {}
    order: dict[object, None] = {}
    for number, judgement in enumerate(judgements):
        resource = judgement.resource
        key: object = number
        if resource is None or not resource.declaration:
            alone[key] = judgement
        else:
            key = (resource.kind, _known_as(resource), place_key(resource.location), judgement.role)
            groups.setdefault(key, []).append((judgement, resource))
        order.setdefault(key)
    return tuple(
        finding for key in order for finding in ((alone[key].finding(),) if key in alone else _of_block(groups[key]))
    )


def _of_block(members: list[tuple[Judgement, Resource]]) -> Iterable[Finding]:
    """The findings about one block."""
    judgement, resource = members[0]
    plain = not resource.calls and not resource.doubt
    if len(members) == 1 and plain and decided_by(judgement, resource) is None:
        return (judgement._replace(subject=_block_name(resource, members)).finding(),)
    members = sorted(members, key=_order)
    outcomes: defaultdict[Modules, defaultdict[Outcome, set[str]]] = defaultdict(lambda: defaultdict(set))
    by_attribute: dict[str, list[tuple[Judgement, Resource]]] = {}
    for judgement, resource in members:
        outcomes[resource.module_path][judgement.outcome].add(resource.environment)
        by_attribute.setdefault(judgement.attribute, []).append((judgement, resource))
    name = _block_name(resource, members)
    drafts: dict[object, _Draft] = {}
    for draft in (draft for about in by_attribute.values() for draft in _drafts(about, name)):
        lead = draft.members[0].judgement
        key = (lead.outcome, place_key(draft.standing.location), draft.subject, lead.said_of(draft.subject))
        drafts.setdefault(key, draft._replace(members=[])).members.extend(draft.members)
    return [_told(draft, outcomes) for draft in drafts.values()]


def _order(member: tuple[Judgement, Resource]) -> tuple[object, ...]:
    judgement, resource = member
    place = (place_key(judgement.location), judgement.attribute, GRAVEST_FIRST.index(judgement.outcome))
    return (resource.environment, terraform_address(resource), resource.address, *place, judgement.message)


def _block_name(resource: Resource, members: Sequence[tuple[Judgement, Resource]]) -> str:
    """What the block as a whole is called: a Kubernetes object by its own address while there is only one."""
    if resource.environment.startswith(RECORDED) and len(members) == 1:
        return resource.address
    if resource.kind is ResourceKind.KUBERNETES and len({one.address for _, one in members}) == 1:
        return resource.address
    return _known_as(resource)


def _known_as(resource: Resource) -> str:
    """A block's own name, with its modules where the place that is known of it is not its own line.

    That is so of a module that was fetched, which stands at its call, and of a plan without source.
    """
    own_line = place_key(resource.location)[:2]
    if not resource.calls or any(place_key(call)[:2] == own_line for call in resource.calls):
        return below(resource.module_path, resource.declaration)
    return resource.declaration


def _drafts(about: Sequence[tuple[Judgement, Resource]], name: str) -> Iterator[_Draft]:
    """What is told of one attribute: one draft for each outcome and place."""
    fared: defaultdict[object, set[Outcome]] = defaultdict(set)
    for judgement, resource in about:
        fared[_call(resource)].add(judgement.outcome)
    places: dict[object, tuple[Standing, list[_Member]]] = {}
    for (judgement, resource), standing in zip(about, standings(about), strict=True):
        key = (judgement.outcome, standing.cause, place_key(standing.location))
        member = _Member(judgement, resource, standing.passed_on, siblings=len(fared[_call(resource)]) > 1)
        places.setdefault(key, (standing, []))[1].append(member)
    for standing, members in places.values():
        yield _Draft(_subject(standing, members, name), standing, members)


def _call(resource: Resource) -> object:
    return (resource.environment, resource.module_path, tuple(place_key(call) for call in resource.calls))


def _subject(standing: Standing, members: Sequence[_Member], name: str) -> str:
    resource = members[0].resource
    if name == resource.address and resource.kind is ResourceKind.KUBERNETES:
        return name
    if resource.environment.startswith(RECORDED) and len({one.resource.address for one in members}) == 1:
        return resource.address
    if standing.cause is Cause.BLOCK:
        return name
    return below(_common([one.resource.module_path for one in members]), resource.declaration)


def _common(paths: Sequence[Modules]) -> Modules:
    """The calls with which all paths begin."""
    first, last = min(paths), max(paths)
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return first[:same]


def _told(draft: _Draft, outcomes: Outcomes) -> Finding:
    """The finding that a draft becomes."""
    lead = draft.members[0].judgement
    own, others = _environments(draft.members, outcomes)
    lesser = all(one.judgement.lesser for one in draft.members)
    lead = lead._replace(
        subject=draft.subject, location=draft.standing.location, evidence=(), related=(), lesser=lesser
    )
    finding = lead.finding()
    return finding.model_copy(
        update={
            "evidence": tuple(_evidence(draft)),
            "related": limit_related(_related(draft)),
            "environments": own,
            "other_environments": others,
        }
    )


def _environments(members: Sequence[_Member], outcomes: Outcomes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where it holds, and where the same block, called by the same names, was judged and never so."""
    calls = {one.resource.module_path for one in members}
    here = {one.resource.environment for one in members if not one.resource.doubt}
    every = {name for call in calls for judged in outcomes[call].values() for name in judged}
    if len(every) < 2:
        return (), ()
    alike = {name for call in calls for name in outcomes[call].get(members[0].judgement.outcome, ())}
    return tuple(sorted(here)), tuple(sorted(every - alike))


def _evidence(draft: _Draft) -> Iterator[Evidence]:
    """What the verdicts rest on, each once; which instances are meant where not all are; what else was said."""
    facts = list(dict.fromkeys(fact for one in draft.members for fact in one.judgement.evidence))
    yield from facts[:MAX_EVIDENCE]
    if len(facts) > MAX_EVIDENCE:
        yield Evidence(description=f"and {len(facts) - MAX_EVIDENCE} more")
    if draft.members[0].judgement.outcome is not Outcome.PASS:
        doubts = dict.fromkeys(one.resource.doubt for one in draft.members)
        if "" not in doubts:
            yield Evidence(description="whether it is there is not known", value="; ".join(list(doubts)[:MAX_SHOWN]))
        keys = dict.fromkeys(_key(one.resource) for one in draft.members if one.siblings)
        if named := _listed([key for key in keys if key], MAX_SHOWN):
            yield Evidence(description=f"only of these instances: {named}")
    said = list(dict.fromkeys(one.judgement.said_of(draft.subject) for one in draft.members))[1:]
    yield from (Evidence(description=text) for text in said[:MAX_SHOWN])
    if len(said) > MAX_SHOWN:
        yield Evidence(description=f"and the like of {len(said) - MAX_SHOWN} more")


def _key(resource: Resource) -> str:
    """What tells an instance from the others of its block."""
    return own_key(terraform_address(resource)) or module_address(resource)


def _related(draft: _Draft) -> list[RelatedLocation]:
    """The block where the finding stands elsewhere, else its users; then what the judgements bring along."""
    found: dict[tuple[str, int], RelatedLocation] = {}
    if draft.standing.cause is Cause.BLOCK:
        places = _users(draft.members)
    else:
        places = [_passed_on(one, draft.standing.cause) for one in draft.members]
    for place in (*places, *(place for one in draft.members for place in one.judgement.related)):
        found.setdefault((place.path, place.start_line), place)
    found.pop((draft.standing.location.path, draft.standing.location.start_line), None)
    return list(found.values())


def _passed_on(member: _Member, cause: Cause) -> RelatedLocation:
    in_module, in_root = _NOTES[cause]
    return _at(member.passed_on, in_module if member.resource.module_path else in_root)


def _users(members: Sequence[_Member]) -> list[RelatedLocation]:
    """The calls by which the instances came to be, each once."""
    users: dict[tuple[str, int, int], tuple[Location, dict[str, None]]] = {}
    for one in members:
        if one.resource.calls and not _is_told_once(one.resource):
            call = one.resource.calls[-1]
            names = ".".join(f"module.{name}" for name in one.resource.module_path)
            users.setdefault(place_key(call), (call, {}))[1].setdefault(names)
    return [
        _at(call, f"used as {_listed(list(names), _NAMED_USERS)}") for _, (call, names) in sorted(users.items())
    ]  # fmt: skip


def _is_told_once(resource: Resource) -> bool:
    """Whether the parser gives a block once for all callers, because nothing in it depends on them."""
    return resource.type in {"variable", "terraform"}


def _at(place: Location, note: str) -> RelatedLocation:
    return RelatedLocation(path=place.path, start_line=place.start_line, end_line=place.end_line, note=note)


def _listed(names: Sequence[str], limit: int) -> str:
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more
