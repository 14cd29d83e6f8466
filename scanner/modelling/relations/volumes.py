"""Who mounts a volume that several pods may write: files are then an interface between them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from pathlib import PurePosixPath

from scanner.domain.architecture import Component, LooseEnd, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, Unknown, Value
from scanner.domain.workload import placed_containers, pod_path, pod_spec
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
        for name, claim, where in _claims(workload) if source else ():
            found = cluster.find("PersistentVolumeClaim", workload, name)
            target = known.of_resource(found) if found is not None and is_shared_claim(found) else None
            unseen = _unseen(workload, found, shared=target is not None)
            if source is not None and unseen:
                yield _loose(source, workload, claim, unseen, where)
            elif source is not None and target is not None:
                yield from _mounted(source, target, claim, where)


def _claims(workload: Resource) -> Iterator[tuple[str, Mapping[str, Value], Location]]:
    """The claims that a workload mounts: names, how they are named, and where."""
    volumes = (pod_spec(workload) or {}).get("volumes")
    mounted = _mounted_names(workload) if isinstance(volumes, list | tuple) else None
    for number, volume in enumerate(volumes) if isinstance(volumes, list | tuple) else ():
        claim = volume.get("persistentVolumeClaim") if isinstance(volume, Mapping) else None
        name = claim.get("claimName") if isinstance(claim, Mapping) else None
        if not isinstance(volume, Mapping) or not isinstance(claim, Mapping) or not isinstance(name, str) or not name:
            continue
        called = volume.get("name")
        if mounted is None or isinstance(called, Unknown) or _comparable(called) in mounted:
            at = f"{pod_path(workload)}.volumes[{number}]"
            yield name, claim, place(workload, f"{at}.persistentVolumeClaim.claimName", at)


def _mounted_names(workload: Resource) -> set[Hashable] | None:
    """What the containers call the volumes of their pod that they use; none where it cannot be read: it may be all."""
    names: set[Hashable] = set()
    for container in placed_containers(workload):
        if isinstance(container.values, Unknown):
            return None
        for part in ("volumeMounts", "volumeDevices"):
            written = container.values.get(part)
            if isinstance(written, Unknown):
                return None
            for mount in written if isinstance(written, list | tuple) else ():
                used = mount.get("name") if isinstance(mount, Mapping) else mount
                if isinstance(used, Unknown):
                    return None
                names.add(_comparable(used))
    return names


def _comparable(name: Value) -> Hashable:
    """A name as a set takes it: nobody keeps a hostile file from calling a volume by a map."""
    return repr(name) if isinstance(name, Mapping | list | tuple) else name


def _mounted(
    source: Component, target: Component, claim: Mapping[str, Value], location: Location
) -> Iterator[Relation]:
    reads_only = claim.get("readOnly") is True
    for kind in (RelationKind.READS,) if reads_only else (RelationKind.READS, RelationKind.WRITES):
        yield Relation(
            source=source.id, target=target.id, kind=kind, location=location,
            derived_from=f"it mounts the claim {claim.get('claimName')}, which many pods may mount",
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


def _unseen(workload: Resource, claim: Resource | None, *, shared: bool) -> str:
    """Why it cannot be told who else may mount a claim; empty where it can."""
    if claim is None:
        return "nothing that was read makes it"
    if shared:
        return "" if _in_one_namespace(workload, claim) else f"whether {claim.location.path} makes it cannot be told"
    spec = claim.attributes.get("spec")
    modes = spec.get("accessModes") if isinstance(spec, Mapping) else spec
    written = modes if isinstance(modes, list | tuple) else (modes,)
    return "who may mount it is not known" if any(isinstance(one, Unknown) for one in written) else ""


def _in_one_namespace(workload: Resource, claim: Resource) -> bool:
    """Whether a workload can mount a claim of the name that it wants.

    A claim belongs to one namespace. Where none is written, whoever applies the files says it: two of them are taken
    to be applied to one only where they lie in one folder, or one of them below the other's.
    """
    if claim.namespace and "{{" not in claim.namespace:
        return True
    upper, lower = sorted((PurePosixPath(one.location.path).parent for one in (workload, claim)), key=_depth)
    return upper == lower or (upper in lower.parents and upper != PurePosixPath())


def _depth(folder: PurePosixPath) -> int:
    return len(folder.parts)
