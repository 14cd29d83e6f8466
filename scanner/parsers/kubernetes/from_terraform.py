"""Kubernetes objects that are written as Terraform: the same shape as a manifest, so that rules need not care."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from scanner import lazy_re
from scanner.domain.addresses import ORIGIN_LABEL
from scanner.domain.resource import Origin, Position, Resource, ResourceKind, Unknown, Value
from scanner.parsers.kubernetes.objects import known_labels, namespace_of, object_address, object_name

T = TypeVar("T")

_RBAC = "rbac.authorization.k8s.io/v1"
_KINDS: Mapping[str, tuple[str, str]] = {
    "cluster_role": (_RBAC, "ClusterRole"),
    "cluster_role_binding": (_RBAC, "ClusterRoleBinding"),
    "config_map": ("v1", "ConfigMap"),
    "cron_job": ("batch/v1", "CronJob"),
    "daemon_set": ("apps/v1", "DaemonSet"),
    "daemonset": ("apps/v1", "DaemonSet"),
    "deployment": ("apps/v1", "Deployment"),
    "horizontal_pod_autoscaler": ("autoscaling/v2", "HorizontalPodAutoscaler"),
    "ingress": ("networking.k8s.io/v1", "Ingress"),
    "job": ("batch/v1", "Job"),
    "limit_range": ("v1", "LimitRange"),
    "namespace": ("v1", "Namespace"),
    "network_policy": ("networking.k8s.io/v1", "NetworkPolicy"),
    "persistent_volume": ("v1", "PersistentVolume"),
    "persistent_volume_claim": ("v1", "PersistentVolumeClaim"),
    "pod": ("v1", "Pod"),
    "pod_disruption_budget": ("policy/v1", "PodDisruptionBudget"),
    "replication_controller": ("v1", "ReplicationController"),
    "resource_quota": ("v1", "ResourceQuota"),
    "role": (_RBAC, "Role"),
    "role_binding": (_RBAC, "RoleBinding"),
    "secret": ("v1", "Secret"),
    "service": ("v1", "Service"),
    "service_account": ("v1", "ServiceAccount"),
    "stateful_set": ("apps/v1", "StatefulSet"),
    "storage_class": ("storage.k8s.io/v1", "StorageClass"),
}
_TYPE = lazy_re.compile(r"kubernetes_([a-z_]+?)(?:_v[0-9]+(?:(?:alpha|beta)[0-9]+)?)?")
_META = {
    "computed_fields", "connection", "count", "depends_on", "field_manager", "for_each", "id", "lifecycle", "provider",
    "provisioner", "timeouts", "wait", "wait_for", "wait_for_completion", "wait_for_default_service_account",
    "wait_for_load_balancer", "wait_for_rollout", "wait_for_service_account_token", "wait_until_bound",
}  # fmt: skip
_LISTS = {
    "allowed_topologies": "allowedTopologies",
    "cluster_role_selectors": "clusterRoleSelectors",
    "container": "containers",
    "egress": "egress",
    "env": "env",
    "env_from": "envFrom",
    "from": "from",
    "host_aliases": "hostAliases",
    "http_header": "httpHeaders",
    "image_pull_secret": "imagePullSecrets",
    "image_pull_secrets": "imagePullSecrets",
    "ingress": "ingress",
    "init_container": "initContainers",
    "items": "items",
    "limit": "limits",
    "match_expressions": "matchExpressions",
    "match_fields": "matchFields",
    "metric": "metrics",
    "node_selector_term": "nodeSelectorTerms",
    "option": "options",
    "path": "paths",
    "policy": "policies",
    "port": "ports",
    "ports": "ports",
    "preferred_during_scheduling_ignored_during_execution": "preferredDuringSchedulingIgnoredDuringExecution",
    "readiness_gate": "readinessGates",
    "required_during_scheduling_ignored_during_execution": "requiredDuringSchedulingIgnoredDuringExecution",
    "rule": "rules",
    "secret": "secrets",
    "sources": "sources",
    "subject": "subjects",
    "sysctl": "sysctls",
    "tls": "tls",
    "to": "to",
    "toleration": "tolerations",
    "topology_spread_constraint": "topologySpreadConstraints",
    "volume": "volumes",
    "volume_claim_template": "volumeClaimTemplates",
    "volume_device": "volumeDevices",
    "volume_mount": "volumeMounts",
}
"""Blocks that may stand several times, to the list that a manifest has for them."""
_OBJECTS_IN = {
    ("service", "port"),
    ("volume", "secret"),
    ("sources", "secret"),
    ("node_affinity", "required_during_scheduling_ignored_during_execution"),
}
"""Parent and block, where a name of :data:`_LISTS` stands for one object after all."""
_ALSO_SCALARS = {"from", "path", "port", "secret", "to"}
_MAPS_OF_TEXT = {"metadata.annotations", "metadata.labels"}
"""Where the provider makes text of numbers and truth values."""
_UPPER = {"api": "API", "cidr": "CIDR", "ip": "IP", "ips": "IPs", "ipc": "IPC", "pid": "PID", "urls": "URLs"}
_CAMEL = {"se_linux_options": "seLinuxOptions"}


def kubernetes_objects(resources: Sequence[Resource]) -> tuple[Resource, ...]:
    """The objects that Terraform's ``kubernetes_*`` resources describe.

    Args:
        resources: Any resources; those of other families and types give nothing.

    Returns:
        An object for each, at the Terraform block's place. Unknown values stay unknown.
    """
    found = (_from_resource(resource) for resource in resources if resource.kind is ResourceKind.TERRAFORM)
    return tuple(item for item in found if item is not None)


def _from_resource(resource: Resource) -> Resource | None:
    if resource.type == "kubernetes_manifest":
        return _from_manifest(resource)
    matched = _TYPE.fullmatch(resource.type)
    if matched is None or matched[1] not in _KINDS:
        return None
    version, kind = _KINDS[matched[1]]
    shape = _Shape(resource.positions, resource.origins)
    written = {key: value for key, value in resource.attributes.items() if key not in _META}
    body = shape.entries(written, matched[1], "", "")
    moved = _Moved(shape.positions, shape.origins)
    if kind == "Secret":
        body = {_secret_key(key): value for key, value in body.items()}
        moved = _Moved(_with_secret_keys(shape.positions), _with_secret_keys(shape.origins))
    return _object(resource, {"apiVersion": version, "kind": kind, **body}, moved)


def _from_manifest(resource: Resource) -> Resource | None:
    manifest = resource.attributes.get("manifest")
    if not isinstance(manifest, Mapping) or not isinstance(manifest.get("kind"), str):
        return None
    moved = _Moved(_below_manifest(resource.positions), _below_manifest(resource.origins))
    return _object(resource, manifest, moved)


class _Moved(NamedTuple):
    """What is known of attributes by their paths, with the paths of the object."""

    positions: Mapping[str, Position]
    origins: Mapping[str, Origin]


def _object(origin: Resource, attributes: Mapping[str, Value], moved: _Moved) -> Resource:
    written = attributes.get("metadata")
    metadata = written if isinstance(written, Mapping) else {}
    kind = str(attributes["kind"])
    name, namespace = object_name(metadata), namespace_of(metadata)
    return Resource(
        address=object_address(kind, namespace, origin.name if name == "_" else name),
        declaration=origin.declaration,
        environment=origin.environment,
        kind=ResourceKind.KUBERNETES,
        type=kind,
        name=origin.name if name == "_" else name,
        namespace=namespace,
        attributes=attributes,
        labels={**known_labels(metadata.get("labels")), ORIGIN_LABEL: origin.address},
        location=origin.location,
        role=origin.role,
        module_path=origin.module_path,
        calls=origin.calls,
        origins=moved.origins,
        positions=moved.positions,
    )


def _as_texts(value: Value) -> Value:
    if not isinstance(value, Mapping):
        return value
    return {
        key: str(one).lower() if isinstance(one, bool) else str(one) if isinstance(one, int | float) else one
        for key, one in value.items()
    }


def _below_manifest(by_path: Mapping[str, T]) -> dict[str, T]:
    prefix = "manifest."
    return {path.removeprefix(prefix): what for path, what in by_path.items() if path.startswith(prefix)}


def _with_secret_keys(by_path: Mapping[str, T]) -> dict[str, T]:
    return {_secret_key(path): what for path, what in by_path.items()}


def _secret_key(path: str) -> str:
    """Terraform takes a secret's ``data`` in clear and encodes it: a manifest calls that ``stringData``."""
    first, dot, rest = path.partition(".")
    return {"data": "stringData", "binaryData": "data"}.get(first, first) + dot + rest


@dataclass(frozen=True)
class _Shape:
    """Gives Terraform's blocks the shape of a manifest, and moves their places along."""

    written: Mapping[str, Position]
    given: Mapping[str, Origin]
    positions: dict[str, Position] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)

    def entries(self, block: Mapping[str, Value], parent: str, source: str, target: str) -> dict[str, Value]:
        """The attributes and blocks of one block, under their names in a manifest."""
        shaped: dict[str, Value] = {}
        for name, value in block.items():
            if value is None or value == []:
                continue
            below = f"{source}.{name}" if source else name
            listed = _LISTS.get(name) if _is_listed(name, parent, value) else None
            key = listed or camel(name)
            path = f"{target}.{key}" if target else key
            self._move(below, path)
            if isinstance(value, Sequence) and _is_block(value):
                shaped[key] = self._blocks(value, name, (below, path), as_list=listed is not None)
            else:
                self._places(value, below, path)
                shaped[key] = _as_texts(value) if path in _MAPS_OF_TEXT else value
        return shaped

    def _blocks(self, blocks: Sequence[Value], name: str, paths: tuple[str, str], *, as_list: bool) -> Value:
        source, target = paths
        single = len(blocks) == 1 and not as_list
        shaped: list[Value] = []
        for index, part in enumerate(blocks):
            here, there = f"{source}[{index}]", target if single else f"{target}[{index}]"
            self._move(here, there)
            shaped.append(self.entries(part, name, here, there) if isinstance(part, Mapping) else part)
        return shaped[0] if single else shaped

    def _places(self, value: Value, source: str, target: str) -> None:
        """Move the places beneath a value that is kept as it is."""
        if isinstance(value, Mapping):
            steps = [(f".{key}", child) for key, child in value.items()]
        elif isinstance(value, Sequence) and not isinstance(value, str):
            steps = [(f"[{index}]", child) for index, child in enumerate(value)]
        else:
            return
        for step, child in steps:
            self._move(source + step, target + step)
            self._places(child, source + step, target + step)

    def _move(self, source: str, target: str) -> None:
        if source in self.written:
            self.positions[target] = self.written[source]
        if source in self.given:
            self.origins[target] = self.given[source]


def _is_block(value: Value) -> bool:
    """Whether a value is a nested block, which Terraform's view always gives as a list of maps."""
    return isinstance(value, list | tuple) and any(isinstance(part, Mapping) for part in value)


def _is_listed(name: str, parent: str, value: Value) -> bool:
    """Whether a manifest has a list here; an unknown value under a name that is also a scalar's stays as it is."""
    if name not in _LISTS or (parent, name) in _OBJECTS_IN:
        return False
    return _is_block(value) or (isinstance(value, Unknown | list | tuple) and name not in _ALSO_SCALARS)


def camel(name: str) -> str:
    """A manifest's name for a Terraform attribute: ``host_ip`` is ``hostIP``."""
    if name in _CAMEL:
        return _CAMEL[name]
    first, *others = name.split("_")
    return first + "".join(_UPPER.get(part, part.capitalize()) for part in others)
