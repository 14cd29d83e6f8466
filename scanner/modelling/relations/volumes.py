"""Who mounts a volume that several pods may write: files are then an interface between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.architecture import Relation, RelationKind
from scanner.domain.workload import pod_path, pod_spec
from scanner.modelling.components.kubernetes_objects import is_shared_claim
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.cluster import Cluster
from scanner.modelling.relations.pods import place


def find_volumes(known: Known) -> Iterator[Tie]:
    """READS and WRITES from workloads to the claims that they mount, where a claim may be mounted by many."""
    cluster = Cluster(known)
    for workload in cluster.workloads:
        source = known.of_resource(workload)
        volumes = (pod_spec(workload) or {}).get("volumes")
        for number, volume in enumerate(volumes) if source and isinstance(volumes, list | tuple) else ():
            claim = volume.get("persistentVolumeClaim") if isinstance(volume, Mapping) else None
            name = claim.get("claimName") if isinstance(claim, Mapping) else None
            if source is None or not isinstance(claim, Mapping) or not isinstance(name, str):
                continue
            at = f"{pod_path(workload)}.volumes[{number}]"
            where = place(workload, f"{at}.persistentVolumeClaim.claimName", at)
            found = cluster.find("PersistentVolumeClaim", workload, name)
            target = known.of_resource(found) if found is not None and is_shared_claim(found) else None
            kinds = (
                (RelationKind.READS,) if claim.get("readOnly") is True else (RelationKind.READS, RelationKind.WRITES)
            )
            for kind in kinds if target is not None else ():
                yield Relation(
                    source=source.id, target=target.id if target else "", kind=kind, location=where,
                    derived_from=f"it mounts the claim {name}, which many pods may mount",
                    breaks="Give it a claim of its own, and let the services exchange data through an API or a queue.",
                )  # fmt: skip
