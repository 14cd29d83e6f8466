"""What Kubernetes objects that run no pods are: names, secrets, settings, identities, databases of operators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scanner.domain.architecture import ComponentKind, Confidence, Exposure, LayerId
from scanner.domain.resource import Resource, Unknown
from scanner.modelling.components.kubernetes_edges import exposure_of
from scanner.modelling.components.titles import title_of
from scanner.modelling.drafts import Draft, JoinKey, LayerGuess
from scanner.modelling.index import Index


class Operated(NamedTuple):
    """A database that an operator makes, and how it calls what it makes besides."""

    engine: str
    groups: tuple[str, ...]
    hosts: tuple[str, ...]
    """Names of Services, with ``{}`` for the name of the object."""
    secrets: tuple[str, ...]
    """Names of Secrets with credentials; ``*`` stands for a user."""


OPERATED: Mapping[str, Operated] = {
    "Cluster": Operated("postgresql", ("postgresql.cnpg.io",), ("{}-rw", "{}-ro", "{}-r"), ("{}-app", "{}-superuser")),
    "PostgresCluster": Operated(
        "postgresql",
        ("postgres-operator.crunchydata.com",),
        ("{}-primary", "{}-replicas", "{}-pgbouncer", "{}-ha"),
        ("{}-pguser-*",),
    ),
    "postgresql": Operated(
        "postgresql",
        ("acid.zalan.do",),
        ("{}", "{}-repl", "{}-pooler"),
        ("*.{}.credentials.postgresql.acid.zalan.do", "*.{}.credentials"),
    ),
    "PerconaPGCluster": Operated(
        "postgresql", ("pgv2.percona.com", "pg.percona.com"), ("{}-primary", "{}-pgbouncer", "{}-ha"), ("{}-pguser-*",)
    ),
    "PerconaXtraDBCluster": Operated(
        "mysql", ("pxc.percona.com",), ("{}-pxc", "{}-haproxy", "{}-proxysql"), ("{}-secrets",)
    ),
    "PerconaServerMongoDB": Operated("mongodb", ("psmdb.percona.com",), ("{}-rs0", "{}-mongos"), ("{}-secrets",)),
    "PerconaServerMySQL": Operated(
        "mysql", ("ps.percona.com",), ("{}-mysql", "{}-haproxy", "{}-router"), ("{}-secrets",)
    ),
    "InnoDBCluster": Operated("mysql", ("mysql.oracle.com",), ("{}", "{}-instances"), ()),
    "MariaDB": Operated("mariadb", ("k8s.mariadb.com", "mariadb.mmontes.io"), ("{}", "{}-primary"), ("{}-root",)),
    "MongoDBCommunity": Operated("mongodb", ("mongodbcommunity.mongodb.com",), ("{}-svc",), ("{}-admin-*",)),
    "Redis": Operated("redis", ("redis.redis.opstreelabs.in", "databases.spotahome.com"), ("{}", "rfs-{}"), ()),
    "RedisCluster": Operated("redis", ("redis.redis.opstreelabs.in",), ("{}-leader", "{}-master"), ()),
    "RedisFailover": Operated("redis", ("databases.spotahome.com",), ("rfs-{}", "rfrm-{}"), ()),
    "Elasticsearch": Operated(
        "elasticsearch", ("elasticsearch.k8s.elastic.co",), ("{}-es-http",), ("{}-es-elastic-user",)
    ),
    "OpenSearchCluster": Operated("opensearch", ("opensearch.opster.io",), ("{}",), ("{}-admin-password",)),
    "CassandraDatacenter": Operated("cassandra", ("cassandra.datastax.com",), ("{}-service",), ("{}-superuser",)),
    "ClickHouseInstallation": Operated("clickhouse", ("clickhouse.altinity.com",), ("clickhouse-{}",), ()),
    "Tenant": Operated("object", ("minio.min.io",), ("{}-hl", "minio"), ()),
}
"""Custom resources of database operators, by kind."""

_KINDS: Mapping[str, tuple[ComponentKind, LayerId, tuple[str, ...]]] = {
    "Service": (ComponentKind.SERVICE, LayerId.HOSTING, ("",)),
    "Secret": (ComponentKind.SECRET, LayerId.HOSTING, ("",)),
    "ExternalSecret": (ComponentKind.SECRET, LayerId.HOSTING, ("external-secrets.io", "kubernetes-client.io")),
    "SealedSecret": (ComponentKind.SECRET, LayerId.HOSTING, ("bitnami.com",)),
    "SecretProviderClass": (ComponentKind.SECRET, LayerId.HOSTING, ("secrets-store.csi.x-k8s.io",)),
    "ConfigMap": (ComponentKind.CONFIGURATION, LayerId.HOSTING, ("",)),
    "ServiceAccount": (ComponentKind.IDENTITY, LayerId.HOSTING, ("",)),
    "NetworkPolicy": (ComponentKind.NETWORK, LayerId.HOSTING, ("networking.k8s.io", "extensions")),
    "CiliumNetworkPolicy": (ComponentKind.NETWORK, LayerId.HOSTING, ("cilium.io",)),
}
_OPENED = frozenset({"LoadBalancer", "NodePort"})


def operated(resource: Resource) -> Operated | None:
    """What database an operator makes of an object, if it is one."""
    known = OPERATED.get(resource.type)
    return known if known and _group(resource) in known.groups else None


def draft_object(resource: Resource, index: Index) -> Draft | None:
    """The draft of a Service, a secret, settings, an identity, a policy or an operator's database; None for others."""
    database = operated(resource)
    if database is not None:
        reason = f"{resource.type} is a database that an operator runs"
        guess = LayerGuess(LayerId.DATA, reason, Confidence.HIGH)
        return _draft(resource, index, ComponentKind.STORE, guess, engine=database.engine)
    if is_shared_claim(resource):
        guess = LayerGuess(LayerId.DATA, "it keeps files that several pods may mount", Confidence.HIGH)
        return _draft(resource, index, ComponentKind.STORE, guess, engine="file")
    known = _KINDS.get(resource.type)
    if known is None or _group(resource) not in (*known[2], None):
        return None
    kind, layer, _ = known
    guess = LayerGuess(layer, f"{resource.type} is part of what the cluster offers", Confidence.HIGH)
    exposure = exposure_of(resource) if kind is ComponentKind.SERVICE else Exposure.UNKNOWN
    return _draft(resource, index, kind, guess, exposure=exposure)


def is_shared_claim(resource: Resource) -> bool:
    """Whether a volume may be mounted by pods on several nodes at once."""
    spec = resource.attributes.get("spec")
    modes = spec.get("accessModes") if isinstance(spec, Mapping) else None
    written = modes if isinstance(modes, list | tuple) else ()
    return resource.type == "PersistentVolumeClaim" and "ReadWriteMany" in written


def opens_ports(resource: Resource) -> bool:
    """Whether a Service opens ports outside the cluster."""
    spec = resource.attributes.get("spec")
    return resource.type == "Service" and isinstance(spec, Mapping) and spec.get("type") in _OPENED


def _draft(
    resource: Resource,
    index: Index,
    kind: ComponentKind,
    guess: LayerGuess,
    *,
    engine: str = "",
    exposure: Exposure = Exposure.UNKNOWN,
) -> Draft:
    return Draft(
        id=index.names.of(resource),
        title=title_of(resource),
        kind=kind,
        family="kubernetes",
        address=resource.address,
        location=resource.location,
        layer=guess,
        exposure=exposure,
        technology=resource.type,
        engine=engine,
        group=resource.namespace or "",
        labels=resource.labels,
        keys=_keys(resource),
    )


def _keys(resource: Resource) -> tuple[JoinKey, ...]:
    if resource.type != "ServiceAccount":
        return ()
    value = f"{resource.namespace or '_'}/{resource.name}"
    return (JoinKey("lookup:service-account", value, Confidence.HIGH),)


def _group(resource: Resource) -> str | None:
    """The API group, or None where it comes from a template."""
    version = resource.attributes.get("apiVersion")
    if isinstance(version, Unknown):
        return None
    return version.rpartition("/")[0] if isinstance(version, str) else ""
