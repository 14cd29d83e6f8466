"""Components that Terraform makes."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.architecture import ComponentKind, Confidence, Exposure, LayerId
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.components.kinds import names_presentation, terraform_kind
from scanner.modelling.drafts import Draft, LayerGuess
from scanner.modelling.index import Index
from scanner.modelling.layers import declared_layer


def draft_terraform(index: Index) -> Iterator[Draft]:
    """What Terraform resources make: stores, edges, computers, queues, networks, identities."""
    for resource in index.of(ResourceKind.TERRAFORM):
        known = terraform_kind(resource.type)
        if known is not None:
            yield _draft(resource, index, *known)


def _draft(resource: Resource, index: Index, kind: ComponentKind, layer: LayerId) -> Draft:
    guess = LayerGuess(layer, f"{resource.type} is a {kind.value}", Confidence.HIGH)
    if kind is ComponentKind.COMPUTE and names_presentation(resource.name):
        reason = f"its name {resource.name!r} says that users see it"
        guess = LayerGuess(LayerId.PRESENTATION, reason, Confidence.LOW)
    return Draft(
        id=index.names.of(resource),
        title=resource.name,
        kind=kind,
        family="terraform",
        address=resource.address,
        location=resource.location,
        layer=declared_layer(resource.labels) or guess,
        exposure=_terraform_exposure(resource),
        technology=resource.type,
        group=".".join(resource.module_path),
        labels=resource.labels,
    )


def _terraform_exposure(resource: Resource) -> Exposure:
    attributes = resource.attributes
    if resource.type in {"aws_lb", "aws_alb", "aws_elb"}:
        internal = attributes.get("internal", False)
        if isinstance(internal, bool):
            return Exposure.INTERNAL if internal else Exposure.INTERNET
    if resource.type == "aws_cloudfront_distribution":
        return Exposure.INTERNET
    for name in ("publicly_accessible", "public_network_access_enabled"):
        value = attributes.get(name)
        if isinstance(value, bool):
            return Exposure.INTERNET if value else Exposure.INTERNAL
    return Exposure.UNKNOWN
