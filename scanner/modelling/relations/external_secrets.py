"""Secrets of a cluster that are copies of entries in a secret store of the cloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.domain.architecture import Component, Confidence, LooseEnd, Proof, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.pods import place

_OBJECT_NAME = lazy_re.compile(r"(?m)^\s*-?\s*(?:objectName|secretPath|fileName)\s*:\s*[\"']?([^\"'\n]+?)[\"']?\s*$")
_RESOURCE_NAME = lazy_re.compile(r"(?m)^\s*-?\s*resourceName\s*:\s*[\"']?(?:projects/[^/]+/secrets/)([^/\"'\n]+)")
_LONGEST = 20_000


def find_external_secrets(known: Known) -> Iterator[Tie]:
    """ExternalSecrets and SecretProviderClasses read the entries whose names they hold."""
    for resource in known.index.of(ResourceKind.KUBERNETES, "ExternalSecret", "SecretProviderClass"):
        source = known.of_resource(resource)
        if source is not None:
            seen: set[str] = set()
            for name, location in _names(resource):
                if name not in seen:
                    seen.add(name)
                    yield from _to_entry(known, source, name, location)


def _to_entry(known: Known, source: Component, name: str, location: Location) -> Iterator[Tie]:
    found = known.of_key("secret-name", name) or known.of_key("lookup:secret-name", name)
    for target in found:
        if target.id == source.id:
            continue
        yield Relation(
            source=source.id,
            target=target.id,
            kind=RelationKind.READS,
            location=location,
            derived_from=f"it is a copy of the entry {name}",
            confidence=Confidence.MEDIUM,
            proof=(Proof(location=target.location, fact=f"{target.title} is the entry of that name"),),
            breaks=f"Do not copy the entry {name} into the cluster.",
        )
    if not found:
        yield LooseEnd(
            source=source.id,
            kind=RelationKind.READS,
            wanted=f"entry {name} of a secret store",
            reason="nothing that was read makes it: it is made elsewhere",
            location=location,
        )


def _names(resource: Resource) -> Iterator[tuple[str, Location]]:
    spec = resource.attributes.get("spec")
    if not isinstance(spec, Mapping):
        return
    for at, one in _listed(spec.get("data"), "spec.data"):
        yield from _key(resource, one.get("remoteRef"), f"{at}.remoteRef")
    for at, one in _listed(spec.get("dataFrom"), "spec.dataFrom"):
        yield from _key(resource, one.get("extract"), f"{at}.extract")
    parameters = spec.get("parameters")
    objects = parameters.get("objects", parameters.get("secrets")) if isinstance(parameters, Mapping) else None
    if isinstance(objects, str):
        spot = place(resource, "spec.parameters.objects", "spec.parameters")
        for pattern in (_OBJECT_NAME, _RESOURCE_NAME):
            for match in pattern.finditer(objects[:_LONGEST]):
                yield match[1], spot


def _key(resource: Resource, reference: Value, at: str) -> Iterator[tuple[str, Location]]:
    key = reference.get("key") if isinstance(reference, Mapping) else None
    if isinstance(key, Unknown) and key.text:
        yield key.text, place(resource, f"{at}.key", at)
    elif isinstance(key, str):
        yield key, place(resource, f"{at}.key", at)


def _listed(value: Value, path: str) -> Iterator[tuple[str, Mapping[str, Value]]]:
    for number, item in enumerate(value) if isinstance(value, list | tuple) else ():
        if isinstance(item, Mapping):
            yield f"{path}[{number}]", item
