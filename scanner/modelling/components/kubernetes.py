"""Components that Kubernetes runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.domain.workload import containers, is_workload, pod_metadata
from scanner.modelling.components.kinds import is_store_image, names_presentation
from scanner.modelling.drafts import Draft, LayerGuess
from scanner.modelling.index import Index
from scanner.modelling.layers import declared_layer, labelled_layer


def draft_kubernetes(index: Index) -> Iterator[Draft]:
    """What Kubernetes objects make."""
    for resource in index.of(ResourceKind.KUBERNETES):
        if is_workload(resource):
            yield _of_workload(resource, index)


def _of_workload(resource: Resource, index: Index) -> Draft:
    labels = {**_known_strings(pod_metadata(resource).get("labels")), **resource.labels}
    images = [str(container["image"]) for container in containers(resource) if "image" in container]
    guess = declared_layer(labels) or labelled_layer(labels) or _layer_of_workload(resource.name, images)
    return Draft(
        id=index.names.of(resource),
        title=resource.name,
        kind=ComponentKind.STORE if guess.layer is LayerId.DATA else ComponentKind.WORKLOAD,
        family="kubernetes",
        address=resource.address,
        location=resource.location,
        layer=guess,
        technology=images[0] if images else resource.type,
        group=resource.namespace or "",
        labels=labels,
    )


def _layer_of_workload(name: str, images: Iterable[str]) -> LayerGuess:
    for image in images:
        if is_store_image(image):
            return LayerGuess(LayerId.DATA, f"it runs the database image {image}")
    if names_presentation(name):
        return LayerGuess(LayerId.PRESENTATION, f"its name {name!r} says that users see it", Confidence.LOW)
    reason = "a workload that is neither a database nor named as a user interface"
    return LayerGuess(LayerId.SERVICE, reason, Confidence.LOW)


def _known_strings(value: Value) -> dict[str, str]:
    if not isinstance(value, Mapping):
        return {}
    return {str(key): item for key, item in value.items() if isinstance(item, str)}
