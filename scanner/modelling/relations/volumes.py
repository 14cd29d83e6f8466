"""Who mounts a volume that several pods may write: files are then an interface between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.architecture import Component, LooseEnd, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, Unknown, Value
from scanner.domain.workload import pod_path, pod_spec
from scanner.modelling.components.kubernetes_objects import is_shared_claim
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.cluster import Cluster
from scanner.modelling.relations.pods import place

READ_ONLY = ", read only"
"""How what is wanted of a claim ends that is mounted without the right to write."""


def find_volumes(known: Known) -> Iterator[Tie]:
    """READS and WRITES from workloads to the claims that they mount, where a claim may be mounted by many."""
    cluster = Cluster(known)
    for workload in cluster.workloads:
        source = known.of_resource(workload)
        volumes = (pod_spec(workload) or {}).get("volumes")
        for number, volume in enumerate(volumes) if source and isinstance(volumes, list | tuple) else ():
            claim = volume.get("persistentVolumeClaim") if isinstance(volume, Mapping) else None
            name = claim.get("claimName") if isinstance(claim, Mapping) else None
            if source is None or not isinstance(claim, Mapping) or not isinstance(name, str) or not name:
                continue
            at = f"{pod_path(workload)}.volumes[{number}]"
            where = place(workload, f"{at}.persistentVolumeClaim.claimName", at)
            found = cluster.find("PersistentVolumeClaim", workload, name)
            target = known.of_resource(found) if found is not None and is_shared_claim(found) else None
            kinds = (
                (RelationKind.READS,) if claim.get("readOnly") is True else (RelationKind.READS, RelationKind.WRITES)
            )
            if unseen := "" if target is not None else _unseen(found):
                yield _loose(source, workload, claim, unseen, where)
            for kind in kinds if target is not None else ():
                yield Relation(
                    source=source.id, target=target.id if target else "", kind=kind, location=where,
                    derived_from=f"it mounts the claim {name}, which many pods may mount",
                    breaks="Give it a claim of its own, and let the services exchange data through an API or a queue.",
                )  # fmt: skip


def _loose(
    source: Component, workload: Resource, claim: Mapping[str, Value], reason: str, location: Location
) -> LooseEnd:
    """What is mounted of which nobody can tell who else may mount it."""
    space = f"{workload.namespace}/" if workload.namespace else ""
    wanted = f"PersistentVolumeClaim {space}{claim.get('claimName')}" + READ_ONLY * (claim.get("readOnly") is True)
    return LooseEnd(
        source=source.id, kind=RelationKind.REFERS_TO, wanted=wanted, reason=reason, location=location
    )  # fmt: skip


def _unseen(claim: Resource | None) -> str:
    """Why it cannot be told whether many pods may mount a claim; empty where they may not."""
    if claim is None:
        return "nothing that was read makes it"
    spec = claim.attributes.get("spec")
    modes = spec.get("accessModes") if isinstance(spec, Mapping) else spec
    written = modes if isinstance(modes, list | tuple) else (modes,)
    return "who may mount it is not known" if any(isinstance(one, Unknown) for one in written) else ""
