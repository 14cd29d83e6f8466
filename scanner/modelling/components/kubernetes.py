"""Components that Kubernetes runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner import lazy_re
from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.domain.workload import containers, is_workload, pod_metadata, pod_spec
from scanner.modelling.components.images import engine_of, image_path, kind_of, layer_of, traits_of
from scanner.modelling.components.kubernetes_edges import draft_edge
from scanner.modelling.components.kubernetes_objects import draft_object
from scanner.modelling.components.titles import title_of
from scanner.modelling.drafts import Draft, JoinKey, LayerGuess
from scanner.modelling.index import Index
from scanner.modelling.layers import may_declare

_ENDS = frozenset({"Job", "CronJob"})
_NAMES_STORE = lazy_re.compile(
    r"(?i)^([a-z0-9]+[-_])*(sql|nosql|mysql|mariadb|postgres(ql)?|pgsql|mongo(db)?|mssql|redis|database|db)"
    r"([-_](data|db|server|store))?$"
)


def draft_kubernetes(index: Index) -> Iterator[Draft]:
    """What Kubernetes objects make: workloads, edges, names, secrets, settings, identities, databases of operators."""
    for resource in index.of(ResourceKind.KUBERNETES):
        if is_workload(resource):
            yield _of_workload(resource, index)
        else:
            draft = draft_edge(resource, index) or draft_object(resource, index)
            if draft is not None:
                yield draft


def _of_workload(resource: Resource, index: Index) -> Draft:
    labels = {**_known_strings(pod_metadata(resource).get("labels")), **resource.labels}
    main = [one for one in containers(resource) if not one.get("init")]
    images = [one["image"] for one in main if isinstance(one.get("image"), str)]
    first = str(images[0]) if images else ""
    title = title_of(resource)
    engine = engine_of(first)
    kind = kind_of(first)
    layer = layer_of(title, [str(image) for image in images] if resource.type not in _ENDS else [], labels)
    if not images and not layer.declared and _NAMES_STORE.search(title):
        kind = ComponentKind.STORE
        layer = LayerGuess(
            LayerId.DATA, f"its name {title!r} is that of a database; its image is not known", Confidence.LOW
        )
    if resource.type in _ENDS:
        kind, engine = ComponentKind.JOB, ""
    return Draft(
        id=index.names.of(resource),
        title=title,
        kind=kind,
        family="kubernetes",
        address=resource.address,
        location=resource.location,
        layer=layer,
        technology=first or resource.type,
        engine=engine,
        traits=traits_of(title, first),
        group=resource.namespace or "",
        labels=labels,
        labels_known=not any(may_declare(one.get("labels")) for one in (pod_metadata(resource), _metadata(resource))),
        keys=_keys(resource, first),
    )


def _keys(resource: Resource, image: str) -> tuple[JoinKey, ...]:
    keys = []
    if path := image_path(image):
        keys.append(JoinKey("image", path))
    account = (pod_spec(resource) or {}).get("serviceAccountName")
    if isinstance(account, str):
        keys.append(JoinKey("lookup:runs-as", f"{resource.namespace or '_'}/{account}", Confidence.HIGH))
    return tuple(keys)


def _metadata(resource: Resource) -> Mapping[str, Value]:
    metadata = resource.attributes.get("metadata")
    return metadata if isinstance(metadata, Mapping) else {}


def _known_strings(value: Value) -> dict[str, str]:
    if not isinstance(value, Mapping):
        return {}
    return {str(key): item for key, item in value.items() if isinstance(item, str)}
