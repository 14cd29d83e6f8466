"""What Terraform declarations name."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Relation, RelationKind
from scanner.domain.resource import ResourceKind
from scanner.modelling.known import Known


def find_references(known: Known) -> Iterator[Relation]:
    """A component's block names another component's block."""
    for resource in known.index.of(ResourceKind.TERRAFORM):
        source = known.of_resource(resource)
        if source is None:
            continue
        for reference, named in known.index.named(resource):
            target = known.of_resource(named)
            if target is not None and target.id != source.id:
                said = f"{without_keys(reference.source)} names {without_keys(reference.target)}"
                yield Relation(
                    source=source.id,
                    target=target.id,
                    kind=RelationKind.REFERS_TO,
                    location=reference.location,
                    derived_from=f"{said} in {reference.attribute or 'its block'}",
                )
