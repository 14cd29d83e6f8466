"""What the descriptions of APIs describe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.domain.architecture import Component, ComponentKind, Confidence, LooseEnd, Relation, RelationKind
from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.components.frameworks import words_of
from scanner.modelling.known import Known, Tie
from scanner.modelling.projects import facts, folder_of

_HOST = lazy_re.compile(r"(?i)^(?:https?:)?//([a-z0-9.-]{1,253})")
_ANSWERS = (ComponentKind.SOURCE, ComponentKind.INTERFACE, ComponentKind.WORKLOAD, ComponentKind.COMPUTE)
_SAYS_NOTHING = frozenset(
    {"", "api", "apis", "service", "the", "open", "openapi", "swagger", "v1", "v2", "fhir", "nhs"}
)
_BREAKS = "Describe this service elsewhere, or move the description."


def find_descriptions(known: Known) -> Iterator[Tie]:
    """API descriptions to the services that they describe: by host, by folder, or by name."""
    hosts = _hosts(known)
    named = _named(known)
    for resource in known.index.of(ResourceKind.API):
        api = known.of_draft(f"api:{resource.location.path}")
        if api is None or resource.role is not Role.PRODUCT:
            continue
        found = _by_host(resource, hosts) or _by_folder(known, resource) or _by_name(resource, named)
        if found is None:
            yield LooseEnd(
                source=api.id, kind=RelationKind.DESCRIBES, wanted=resource.name,
                reason="no service has the host, folder or name of this description", location=resource.location,
            )  # fmt: skip
            continue
        target, said, place, confidence = found
        yield Relation(
            source=api.id, target=target.id, kind=RelationKind.DESCRIBES, location=place, derived_from=said,
            confidence=confidence, breaks=_BREAKS,
        )  # fmt: skip


_Found = tuple[Component, str, Location, Confidence]


def _hosts(known: Known) -> Mapping[str, list[Component]]:
    """Components by the hosts that they hold as a join key, or by the name of a Compose service."""
    found: defaultdict[str, list[Component]] = defaultdict(list)
    for resource in known.index.of(ResourceKind.COMPOSE):
        component = known.of_resource(resource)
        if component and all(component.id != other.id for other in found[resource.name.lower()]):
            found[resource.name.lower()].append(component)
    return found


def _by_host(resource: Resource, hosts: Mapping[str, list[Component]]) -> _Found | None:
    for url, place in facts(resource, "servers", "url"):
        match = _HOST.match(url)
        found = hosts.get(match[1].lower(), []) if match else []
        if match and len(found) == 1:
            return found[0], f"its server is {match[1]}, which is this component", place, Confidence.MEDIUM
    return None


def _by_folder(known: Known, resource: Resource) -> _Found | None:
    component = known.of_folder(resource.location.path)
    if component is None or component.kind not in _ANSWERS:
        return None
    said = f"it lies in the folder of {component.title}"
    sure = Confidence.LOW if known.of_draft("source:.") is component else Confidence.MEDIUM
    return component, said, resource.location, sure


def _named(known: Known) -> Mapping[str, list[Component]]:
    found: defaultdict[str, list[Component]] = defaultdict(list)
    for component in known.of_kind(*_ANSWERS):
        name = _essence(component.title.rpartition("/")[2])
        if name:
            found[name].append(component)
    return found


def _by_name(resource: Resource, named: Mapping[str, list[Component]]) -> _Found | None:
    stem = resource.location.path.rpartition("/")[2].partition(".")[0]
    for name in (resource.name, stem, folder_of(resource.location.path).rpartition("/")[2]):
        found = named.get(_essence(name), [])
        if len(found) == 1:
            said = f"its name {name!r} is like {found[0].title}"
            return found[0], said, resource.location, Confidence.LOW
    return None


def _essence(name: str) -> str:
    """The words of a name that tell it from others."""
    return " ".join(sorted(words_of(name) - _SAYS_NOTHING))
