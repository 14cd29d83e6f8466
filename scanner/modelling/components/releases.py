"""What Terraform installs in a cluster from charts: a release of Helm runs workloads that are not to be seen here."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.architecture import ComponentKind
from scanner.domain.resource import ResourceKind
from scanner.modelling.components.images import engine_of, layer_of
from scanner.modelling.drafts import Draft
from scanner.modelling.index import Index


def draft_releases(index: Index) -> Iterator[Draft]:
    """The releases that Terraform makes; a chart of a database's name is that database."""
    for resource in index.of(ResourceKind.TERRAFORM, "helm_release"):
        chart = resource.attributes.get("chart")
        image = chart.rpartition("/")[2] if isinstance(chart, str) else ""
        engine = engine_of(image)
        namespace = resource.attributes.get("namespace")
        yield Draft(
            id=index.names.of(resource),
            title=resource.name,
            kind=ComponentKind.STORE if engine else ComponentKind.WORKLOAD,
            family="terraform",
            address=resource.address,
            location=resource.location,
            layer=layer_of(resource.name, [image] if engine else [], resource.labels),
            technology=f"chart {chart}" if image else resource.type,
            engine=engine,
            group=namespace if isinstance(namespace, str) else ".".join(resource.module_path),
            labels=resource.labels,
        )
