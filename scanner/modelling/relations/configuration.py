"""Who is told to reach whom, or given what opens it, by Compose files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.domain.architecture import Component, ComponentKind, Confidence, Proof, Relation, RelationKind
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.components.compose import project_of
from scanner.modelling.known import Known
from scanner.modelling.relations.cluster import Cluster, weakest
from scanner.modelling.relations.connections import Endpoint, endpoints
from scanner.modelling.relations.hosts import Hosts, Meant
from scanner.modelling.relations.pods import place

_DEFAULT = lazy_re.compile(r"\$\{\w+:?-([^{}]*)\}")
"""A variable of the shell with what stands in where it has no value."""
_OPENED = frozenset({ComponentKind.STORE, ComponentKind.QUEUE})


def find_calls(known: Known) -> Iterator[Relation]:
    """Settings of Compose services that name the host of another one, and what starts after what."""
    hosts = Hosts(known, known.once(Cluster))
    for service in known.index.of(ResourceKind.COMPOSE):
        for source in known.of_key("lookup:compose-service", f"{project_of(service)}#{service.name}"):
            yield from _told(service, source, hosts)
            yield from _after(service, source, hosts)


def _told(service: Resource, source: Component, hosts: Hosts) -> Iterator[Relation]:
    environment = service.attributes.get("environment")
    for name, text in environment.items() if isinstance(environment, Mapping) else ():
        if not isinstance(text, str):
            continue
        written, replaced = _DEFAULT.subn(r"\1", text)
        for endpoint in endpoints(str(name), written):
            for meant in hosts.meant(service, endpoint.host):
                if meant.component.id != source.id:
                    relation = _call(service, source, str(name), endpoint, meant)
                    yield _by_default(relation) if replaced else relation


def _by_default(relation: Relation) -> Relation:
    """Another value may be given when it is started, and then what stands in its place counts for nothing."""
    confidence = weakest(relation.confidence, Confidence.MEDIUM)
    fact = f"{relation.derived_from}, unless another value is given"
    return relation.model_copy(update={"confidence": confidence, "derived_from": fact})


def _call(service: Resource, source: Component, name: str, endpoint: Endpoint, meant: Meant) -> Relation:
    credential = endpoint.credential and meant.component.kind in _OPENED
    fact = f"{name} names the host {endpoint.host}" + (" with a credential" if credential else "")
    proof = meant.through
    if endpoint.database:
        fact += f", database {endpoint.database}"
    what = "credential" if credential else "address"
    return Relation(
        source=source.id,
        target=meant.component.id,
        kind=RelationKind.HOLDS_CREDENTIAL_OF if credential else RelationKind.CALLS,
        location=place(service, f"environment.{name}", "environment"),
        derived_from=fact,
        confidence=meant.confidence,
        proof=(
            *proof,
            Proof(location=meant.component.location, fact=f"{meant.component.title} is the host of that name"),
        ),
        detail=endpoint.database,
        ports=endpoint.port,
        breaks=f"Take the {what} out of {name}.",
    )


def _after(service: Resource, source: Component, hosts: Hosts) -> Iterator[Relation]:
    for part in ("depends_on", "links"):
        written = service.attributes.get(part)
        names = list(written) if isinstance(written, list | tuple | Mapping) else []
        for number, name in enumerate(names):
            if not isinstance(name, str):
                continue
            for meant in hosts.meant(service, name.partition(":")[0].lower()):
                if meant.component.id != source.id:
                    yield Relation(
                        source=source.id,
                        target=meant.component.id,
                        kind=RelationKind.CALLS,
                        location=place(service, f"{part}[{number}]", f"{part}.{name}", part),
                        derived_from=f"its {part} names {name}",
                        confidence=Confidence.LOW,
                        breaks=f"Take {name} out of {part}.",
                    )
