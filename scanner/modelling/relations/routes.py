"""Which Terraform resources pass requests and messages on, through resources that only link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.link_types import ENTRIES, FORWARDS, LINKS, POOLS

_MAX_DEPTH = 6
_ENDS = frozenset({
    ComponentKind.STORE, ComponentKind.COMPUTE, ComponentKind.EDGE, ComponentKind.QUEUE, ComponentKind.CLUSTER,
    ComponentKind.WORKLOAD,
})  # fmt: skip
"""What can pass on or be passed to; keys, roles and networks that a link names as well cannot."""
_TARGET_GROUPS = frozenset({"aws_lb_target_group", "aws_alb_target_group"})
"""Pools whose members may be addresses: of a database as well as of a service."""


class End(NamedTuple):
    """A component at one end of a link, and the places that lead there."""

    component: Component
    proof: tuple[Proof, ...]


def find_routes(known: Known) -> Iterator[Tie]:
    """Relations from edges, queues and stores to what they pass requests, messages or events on to.

    A target group that nothing is seen to join is a loose end of what passes requests on to it.
    """
    for link_type, link in LINKS.items():
        for holder in known.index.of(ResourceKind.TERRAFORM, link_type):
            sources = list(_ends(known, holder, link.sources))
            targets = list(_ends(known, holder, link.targets))
            own = Proof(location=holder.location, fact=f"{without_keys(holder.address)} {link.word}")
            for source in sources:
                yield from _routes(source, targets, own, link.confidence)
                yield from _unjoined(known, holder, link.targets, source) if not targets else ()
    for entry, attributes in ENTRIES.items():
        for resource in known.index.of(ResourceKind.TERRAFORM, entry):
            component = known.of_resource(resource)
            if component is not None:
                own = Proof(location=resource.location, fact=f"{without_keys(resource.address)} passes on")
                targets = list(_ends(known, resource, attributes))
                yield from _routes(End(component, ()), targets, own, Confidence.HIGH)


def _routes(source: End, targets: Iterable[End], own: Proof, sure: Confidence) -> Iterator[Relation]:
    for target in targets:
        if target.component.id == source.component.id:
            continue
        places = (*source.proof, *target.proof)
        first = target.proof[0].location if target.proof else own.location
        yield Relation(
            source=source.component.id,
            target=target.component.id,
            kind=RelationKind.ROUTES_TO,
            location=own.location if own.location != source.component.location else first,
            derived_from=own.fact,
            confidence=sure,
            proof=places,
            breaks=f"Let it pass on to something else than {target.component.title!r}.",
        )


def _unjoined(known: Known, holder: Resource, attributes: Iterable[str], source: End) -> Iterator[LooseEnd]:
    """The target groups that a link names and that nothing is seen to join: an address that is not known, or nobody."""
    for attribute in attributes:
        for reference, group in known.index.named(holder, attribute):
            if group.type not in _TARGET_GROUPS:
                continue
            port = group.attributes.get("port")
            yield LooseEnd(
                source=source.component.id,
                kind=RelationKind.ROUTES_TO,
                wanted=f"targets of {without_keys(group.address)}" + (f" on {port}" if isinstance(port, int) else ""),
                reason="nothing that was read joins this target group under a name that is known",
                location=reference.location,
            )


def _ends(known: Known, holder: Resource, attributes: Iterable[str]) -> Iterator[End]:
    """The components to which attributes lead, each once."""
    found: dict[str, End] = {}
    for end in _led(known, holder, tuple(attributes), (), {holder.address}):
        found.setdefault(end.component.id, end)
    yield from found.values()


def _led(
    known: Known, holder: Resource, attributes: tuple[str, ...], proof: tuple[Proof, ...], seen: set[str]
) -> Iterator[End]:
    """What attributes name, through resources that only forward and through pools that others join."""
    for attribute in attributes:
        for reference, target in known.index.named(holder, attribute):
            said = f"{without_keys(reference.source)} names {without_keys(reference.target)} in {reference.attribute}"
            step = (*proof, Proof(location=reference.location, fact=said))
            component = known.of_resource(target)
            if component is not None:
                if component.kind in _ENDS:
                    yield End(component, step)
            elif target.address not in seen and len(step) < _MAX_DEPTH:
                seen.add(target.address)
                yield from _led(known, target, FORWARDS.get(target.type, ()), step, seen)
                yield from _members(known, target, step, seen)


def _members(known: Known, pool: Resource, proof: tuple[Proof, ...], seen: set[str]) -> Iterator[End]:
    """What has joined a pool: the services of a target group, the origins of an origin group."""
    joining = POOLS.get(pool.type)
    if joining is None:
        return
    for reference, member in known.index.naming(pool, *joining):
        said = f"{without_keys(reference.source)} joins {without_keys(pool.address)}"
        step = (*proof, Proof(location=reference.location, fact=said))
        component = known.of_resource(member)
        if component is not None and component.kind in _ENDS:
            yield End(component, step)
        elif component is None and member.address not in seen and len(step) < _MAX_DEPTH:
            seen.add(member.address)
            yield from _led(known, member, joining[member.type], step, seen)
