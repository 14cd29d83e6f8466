"""Components that Compose runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from scanner.domain.architecture import ComponentKind, Confidence
from scanner.domain.artifact import Role
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.components.images import engine_of, image_path, kind_of, layer_of, traits_of
from scanner.modelling.drafts import Draft, JoinKey
from scanner.modelling.index import Index


def project_of(resource: Resource) -> str:
    """Within what the name of a Compose service is one thing: the folder, since files of one folder add to another."""
    return str(PurePosixPath(resource.location.path).parent)


def draft_compose(index: Index) -> Iterator[Draft]:
    """What Compose files run: a service for each folder and name, with the files that say more of it."""
    lead: dict[tuple[str, str], Resource] = {}
    by_file = sorted(index.of(ResourceKind.COMPOSE), key=_plainest)
    for resource in by_file:
        image = resource.attributes.get("image")
        build = resource.attributes.get("build")
        if isinstance(image, str) or build:
            first = lead.setdefault((project_of(resource), resource.name), resource)
            name = index.names.of(first)
            yield _draft(resource, name, image if isinstance(image, str) else "", built=bool(build))


def _plainest(resource: Resource) -> tuple[str, int]:
    """The file to which others of its folder add comes first: it has the shortest name."""
    return project_of(resource), len(resource.location.path)


def _draft(resource: Resource, name: str, image: str, *, built: bool) -> Draft:
    labels = {**_deploy_labels(resource), **resource.labels}
    guess = layer_of(resource.name, [image] if image and not built else [], labels)
    traits = set(traits_of(resource.name, "" if built else image, built_here=built))
    if resource.role is Role.DEVELOPMENT:
        traits.add("non-production")
    engine = "" if built else engine_of(image)
    return Draft(
        id=name,
        title=resource.name,
        kind=ComponentKind.WORKLOAD if built else kind_of(image),
        family="compose",
        address=resource.address,
        location=resource.location,
        layer=guess,
        technology=image or "built here",
        engine=engine,
        traits=frozenset(traits),
        group=project_of(resource),
        labels=labels,
        keys=_keys(image, resource, built=built),
    )


def _keys(image: str, resource: Resource, *, built: bool) -> tuple[JoinKey, ...]:
    keys = [JoinKey("lookup:compose-service", f"{project_of(resource)}#{resource.name}", Confidence.HIGH)]
    path = image_path(image)
    if path:
        keys.append(JoinKey("image", path, Confidence.HIGH if built else Confidence.MEDIUM))
    return tuple(keys)


def _deploy_labels(resource: Resource) -> Mapping[str, str]:
    deploy = resource.attributes.get("deploy")
    labels = deploy.get("labels") if isinstance(deploy, Mapping) else None
    if not isinstance(labels, Mapping):
        return {}
    return {str(key): value for key, value in labels.items() if isinstance(value, str)}
