"""Who is given which credentials in a cluster or in Compose: each hop with its proof, and the whole way of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scanner.domain.addresses import terraform_address
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.cluster import Cluster, weakest
from scanner.modelling.relations.connections import endpoints
from scanner.modelling.relations.entries import Entry, entries, lines_of
from scanner.modelling.relations.hosts import Hosts
from scanner.modelling.relations.opening import Values, database_of
from scanner.modelling.relations.pods import Read, reads, variables
from scanner.modelling.relations.terraform_credentials import CREDENTIAL_NAME

_MAKERS = ("Secret", "ExternalSecret", "SealedSecret")
"""Kinds that make a Secret of their own name."""


class Leading(NamedTuple):
    """A store or another component to which an entry leads."""

    target: Component
    credential: bool
    fact: str
    location: Location
    proof: tuple[Proof, ...]
    confidence: Confidence
    detail: str = ""
    port: str = ""


def find_credentials(known: Known) -> Iterator[Tie]:
    """Secrets and settings that workloads are given, what these open, and what workloads are told directly."""
    finder = _Finder(known)
    for holder in known.index.of(ResourceKind.KUBERNETES, "Secret", "ConfigMap"):
        yield from finder.of_holder(holder)
    for workload in finder.cluster.workloads:
        component = known.of_resource(workload)
        if component is not None:
            yield from finder.of_workload(workload, component)


class _Finder:
    def __init__(self, known: Known) -> None:
        self._known = known
        self._values = Values(known)
        self.cluster = known.once(Cluster)
        self._hosts = Hosts(known, self.cluster)
        self._leading: dict[int, list[tuple[Entry, list[Leading]]]] = {}

    def of_holder(self, holder: Resource) -> Iterator[Tie]:
        component = self._known.of_resource(holder)
        for _, found in self._of(holder):
            for leading in found:
                if component is not None and leading.credential:
                    yield _relation(component, leading, RelationKind.HOLDS_CREDENTIAL_OF)

    def of_workload(self, workload: Resource, component: Component) -> Iterator[Tie]:
        for variable in variables(workload):
            entry = Entry(variable.name, variable.value, variable.location)
            found = self._entry(workload, entry)
            yield from _ties(component, found)
            secret_name = CREDENTIAL_NAME.search(variable.name)
            if not found and secret_name and isinstance(variable.value, Unknown):
                yield _unknown(component, entry, variable.value)
        for read in reads(workload):
            yield from self._of_read(workload, component, read)

    def _of_read(self, workload: Resource, component: Component, read: Read) -> Iterator[Tie]:
        kinds = _MAKERS if read.kind == "Secret" else (read.kind,)
        found = (self.cluster.find(kind, workload, read.name) for kind in kinds if read.name)
        holders = [one for one in found if one is not None] or self._by_terraform(workload, read)
        if not holders:
            yield from self._made_elsewhere(workload, component, read)
            return
        holder = holders[0]
        target = self._known.of_resource(holder)
        if target is None:
            return
        of = f"the key {read.key} of " if read.key else ""
        said = (
            f"{read.how} is {of}{read.kind} {read.written}" if read.variable else f"{read.how} are {of}{read.written}"
        )
        for maker in holders:
            made = self._known.of_resource(maker)
            if made is not None:
                yield _reads(component, made, said, read, self.cluster.sure_of(workload, maker))
        way = _Way(Proof(location=read.location, fact=said), target.id, self.cluster.sure_of(workload, holder))
        for entry, leading in self._of(holder):
            if not read.key or entry.key == read.key:
                yield from _ties(component, leading, way)

    def _by_terraform(self, workload: Resource, read: Read) -> list[Resource]:
        """The object that Terraform makes and names in the place of its name."""
        own = self._known.index.at(workload, terraform_address(workload)) if workload.declaration else None
        if own is None or not read.written or read.name:
            return []
        for _, target in self._known.index.named(own):
            if target.declaration and target.declaration in read.written:
                for one in self._known.index.of(ResourceKind.KUBERNETES, read.kind):
                    if terraform_address(one) == target.address and one.environment == target.environment:
                        return [one]
        return []

    def _made_elsewhere(self, workload: Resource, component: Component, read: Read) -> Iterator[Tie]:
        database = self.cluster.operated_by_secret(workload, read.name) if read.kind == "Secret" and read.name else None
        store = self._known.of_resource(database) if database is not None else None
        if database is not None and store is not None:
            fact = f"the operator of {database.type} {database.name} makes the Secret {read.name}"
            said = f"it has Secret {read.name} as {read.how}"
            proof = (Proof(location=database.location, fact=fact),)
            sure = self.cluster.sure_of(workload, database)
            leading = Leading(store, True, said, read.location, proof, sure)
            yield _relation(component, leading, RelationKind.HOLDS_CREDENTIAL_OF)
        elif not read.optional:
            why = "nothing that was read makes it: it is made elsewhere, by hand, by a generator or by an operator"
            if "{{" in read.written or not read.name:
                why = "its name is written by a template or is not known"
            space = f"{workload.namespace}/" if workload.namespace else ""
            yield LooseEnd(
                source=component.id,
                kind=RelationKind.READS,
                wanted=f"{read.kind} {space}{read.written}",
                reason=why,
                location=read.location,
            )

    def _of(self, holder: Resource) -> list[tuple[Entry, list[Leading]]]:
        found = self._leading.get(id(holder))
        if found is None:
            found = [(entry, self._entry(holder, entry)) for entry in entries(holder)]
            self._leading[id(holder)] = found
        return found

    def _entry(self, holder: Resource, entry: Entry) -> list[Leading]:
        """Whom one value leads to: the hosts that it names, or what Terraform put into it."""
        if isinstance(entry.value, str) and not holder.declaration:
            return [leading for name, text in lines_of(entry) for leading in self._text(holder, name, text, entry)]
        found = list(self._text(holder, entry.key, entry.value, entry)) if isinstance(entry.value, str) else []
        if holder.declaration:
            found += self._terraform(holder, entry)
        return found

    def _text(self, holder: Resource, name: str, text: str, entry: Entry) -> Iterator[Leading]:
        for endpoint in endpoints(name, text):
            for meant in self._hosts.meant(holder, endpoint.host):
                fact = f"{name} names the host {endpoint.host}" + (" with a credential" if endpoint.credential else "")
                if endpoint.database:
                    fact += f", database {endpoint.database}"
                yield Leading(
                    meant.component,
                    endpoint.credential,
                    fact,
                    entry.location,
                    meant.through,
                    meant.confidence,
                    endpoint.database,
                    endpoint.port,
                )

    def _terraform(self, holder: Resource, entry: Entry) -> Iterator[Leading]:
        own = self._known.index.at(holder, terraform_address(holder))
        if own is None:
            return
        attributes = ("data", "string_data", "binary_data", "data_wo", "manifest", "spec")
        for attribute in attributes if holder.type in ("Secret", "ConfigMap") else ("spec", "manifest"):
            for one in self._values.opened(own, attribute, entry.key, entry.value):
                detail = database_of(one.resource)
                proof = one.proof
                if detail:
                    proof += (Proof(location=one.resource.location, fact=f"its database is {detail}"),)
                yield Leading(one.store, one.credential, one.fact, entry.location, proof, one.confidence, detail)


class _Way(NamedTuple):
    """How a workload comes to what it is given: through an object of the cluster."""

    read: Proof
    via: str
    confidence: Confidence


def _ties(source: Component, found: Iterable[Leading], way: _Way | None = None) -> Iterator[Tie]:
    """What a workload is given: the place that gives it first, then where the value stands, then the way."""
    for leading in found:
        if leading.target.id == source.id:
            continue
        kind = RelationKind.CALLS
        if leading.credential and leading.target.kind in (
            ComponentKind.STORE,
            ComponentKind.QUEUE,
            ComponentKind.SERVICE,
        ):
            kind = RelationKind.HOLDS_CREDENTIAL_OF
        yield _relation(source, leading, kind, way)


def _relation(source: Component, leading: Leading, kind: RelationKind, way: _Way | None = None) -> Relation:
    here = Proof(location=leading.location, fact=leading.fact)
    opens = kind is RelationKind.HOLDS_CREDENTIAL_OF
    return Relation(
        source=source.id,
        target=leading.target.id,
        kind=kind,
        location=way.read.location if way else leading.location,
        derived_from=f"{way.read.fact}: {leading.fact}" if way else leading.fact,
        confidence=weakest(leading.confidence, way.confidence) if way else leading.confidence,
        proof=(way.read, here, *leading.proof) if way else leading.proof,
        via=way.via if way else "",
        detail=leading.detail,
        ports=leading.port,
        breaks="Take this credential out, and let only the service that owns the data have it."
        if opens
        else "Take this address out of its configuration.",
    )


def _reads(source: Component, target: Component, said: str, read: Read, sure: Confidence) -> Relation:
    return Relation(
        source=source.id,
        target=target.id,
        kind=RelationKind.READS,
        location=read.location,
        derived_from=said,
        confidence=sure,
        breaks=f"Do not give it {read.kind} {read.written}.",
    )


def _unknown(component: Component, entry: Entry, value: Unknown) -> LooseEnd:
    return LooseEnd(
        source=component.id,
        kind=RelationKind.HOLDS_CREDENTIAL_OF,
        wanted=f"what {entry.key} opens",
        reason=f"its value is not known: {value.reason.value}",
        location=entry.location,
    )
