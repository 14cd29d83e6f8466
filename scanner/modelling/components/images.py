"""What container images say of what runs them: a database's engine, a tool of administrators, a stand-in for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from scanner import lazy_re
from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.modelling.components.kinds import image_name, names_presentation
from scanner.modelling.drafts import LayerGuess
from scanner.modelling.layers import declared_layer, labelled_layer

_ENGINES: Mapping[str, tuple[str, ...]] = {
    "postgresql": (
        "postgres", "postgresql", "postgis", "pgvector", "timescaledb", "timescaledb-ha", "spilo-*",
        "crunchy-postgres*", "edb-postgres*", "postgresql-repmgr", "cockroach",
    ),
    "mysql": ("mysql", "mysql-server", "percona", "percona-server", "percona-xtradb-cluster", "mysql-cluster"),
    "mariadb": ("mariadb", "mariadb-galera"),
    "mongodb": ("mongo", "mongodb", "mongodb-community-server", "percona-server-mongodb", "ferretdb"),
    "sqlserver": ("mssql", "mssql-server", "mssql-server-linux", "azure-sql-edge"),
    "redis": ("redis", "redis-stack", "redis-stack-server", "redis-cluster", "valkey", "keydb", "dragonfly"),
    "memcached": ("memcached",),
    "elasticsearch": ("elasticsearch", "elasticsearch-oss"),
    "opensearch": ("opensearch",),
    "oracle": ("oracle-xe", "oracle-free", "oracle-database*", "oracle-db*"),
    "cassandra": ("cassandra", "scylla"),
    "couchdb": ("couchdb",),
    "neo4j": ("neo4j",),
    "iris": ("iris", "iris-community", "irishealth", "irishealth-community"),
    "influxdb": ("influxdb",),
    "clickhouse": ("clickhouse", "clickhouse-server"),
    "dynamodb": ("dynamodb-local",),
    "cosmosdb": ("azure-cosmos-emulator", "cosmosdb-emulator"),
    "object": ("minio", "azurite"),
    "ldap": ("openldap",),
    "etcd": ("etcd",),
}  # fmt: skip
_ENGINE_BY_NAME = {name: engine for engine, names in _ENGINES.items() for name in names if "*" not in name}
_ENGINE_PATTERNS = tuple((name, engine) for engine, names in _ENGINES.items() for name in names if "*" in name)
_BROKERS = (
    "rabbitmq", "kafka", "cp-kafka", "redpanda", "nats", "activemq*", "artemis", "eclipse-mosquitto", "pulsar", "emqx",
    "ibm-mq", "mq", "elasticmq*",
)  # fmt: skip
_ADMINISTRATIVE = (
    "pgadmin*", "adminer*", "phpmyadmin*", "mongo-express*", "redis-commander*", "redisinsight*", "rediscommander*",
    "dbgate*", "cloudbeaver*", "sqlpad*", "pgweb*", "kafka-ui*", "akhq*", "kafdrop*", "portainer*",
    "kubernetes-dashboard*", "omnidb*",
)  # fmt: skip
_COMPANION = lazy_re.compile(
    r"(^|[-_/])(exporter|backup|backups|pg_?dump|mysqldump|cloud-?sql-proxy|gce-proxy|pgbouncer|pgpool|repmgrd)($|[-_])"
)
_TEST_DOUBLE = lazy_re.compile(
    r"(^|[-_./])(wiremock|mockserver|mock|mocks|stub|stubs|fake|mountebank|localstack|mailhog|mailpit|smtp4dev|maildev"
    r"|azurite|[a-z]+-emulator|dynamodb-local|elasticmq)($|[-_./0-9])"
)
_CACHE = lazy_re.compile(r"(^|[-_.])(cache|caching|redis-cache)($|[-_.])")
_SESSION = lazy_re.compile(r"(^|[-_.])(sessions?|session-?store)($|[-_.])")
_CLUSTER = lazy_re.compile(
    r"(^|/)((ingress-)?nginx[-/](ingress-)?controller|nginx-ingress|kong-ingress-controller|haproxy-ingress|aws-load-balancer-controller"
    r"|application-gateway-kubernetes-ingress|external-dns|cert-manager[-\w]*|coredns|metrics-server|cluster-autoscaler|karpenter"
    r"|cilium(-cli)?|operator-generic|argocd|source-controller|kustomize-controller|helm-controller|sealed-secrets-controller"
    r"|external-secrets|csi-\w[-\w]*|kube-(proxy|state-metrics|rbac-proxy|webhook-certgen|apiserver|scheduler|controller-manager)|node-exporter|fluent-bit|fluentd)$"
)
"""Images of what makes a cluster, as ends of their paths; no product is made of these."""
_DEFAULT = lazy_re.compile(r"\$\{\w+:?-([^}$]*)\}")
_CACHE_ENGINES = frozenset({"redis", "memcached"})
_TIERS = {
    "frontend": LayerId.PRESENTATION, "presentation": LayerId.PRESENTATION, "web": LayerId.PRESENTATION,
    "ui": LayerId.PRESENTATION, "backend": LayerId.SERVICE, "api": LayerId.SERVICE, "service": LayerId.SERVICE,
    "database": LayerId.DATA, "db": LayerId.DATA, "data": LayerId.DATA, "cache": LayerId.DATA,
}  # fmt: skip


def image_path(image: str) -> str:
    """An image's name without host of the registry, tag and digest, in small letters.

    Args:
        image: As written. Variables count with their defaults; a registry that is a variable is a registry.

    Returns:
        ``postgres`` for ``docker.io/library/postgres:16``, and nothing where the name itself is not known.
    """
    name = _DEFAULT.sub(r"\1", image).partition("@")[0]
    head, _, last = name.rpartition("/")
    parts = [*(part for part in head.split("/") if part), last.partition(":")[0]]
    if len(parts) > 1 and (any(mark in parts[0] for mark in ".:${") or parts[0] == "localhost"):
        parts = parts[1:]
    path = "/".join(parts).removeprefix("library/").lower()
    return "" if "$" in path or "{" in path else path


def engine_of(image: str) -> str:
    """The engine that a database image runs, or nothing where it is none."""
    name = image_name(image)
    if name == "server":
        return "sqlserver" if "mssql" in image.lower() else ""
    if name in _ENGINE_BY_NAME:
        return _ENGINE_BY_NAME[name]
    return next((engine for pattern, engine in _ENGINE_PATTERNS if fnmatchcase(name, pattern)), "")


def kind_of(image: str) -> ComponentKind:
    """What runs an image is: a store, a broker of messages, or a workload like any other."""
    if engine_of(image):
        return ComponentKind.STORE
    name = image_name(image)
    broker = any(fnmatchcase(name, pattern) for pattern in _BROKERS)
    return ComponentKind.QUEUE if broker else ComponentKind.WORKLOAD


def traits_of(name: str, image: str, *, built_here: bool = False) -> frozenset[str]:
    """Traits that an image and the name of what runs it show.

    Args:
        name: Of the workload or the service.
        image: Its first image; may be empty.
        built_here: Whether it is built from this repository.
    """
    found: set[str] = set()
    plain, engine = image_name(image), engine_of(image)
    lowered = name.lower()
    if any(fnmatchcase(plain, pattern) for pattern in _ADMINISTRATIVE):
        found.add("administrative")
    if _COMPANION.search(plain):
        found.add("companion")
    if _TEST_DOUBLE.search(image_path(image)) or _TEST_DOUBLE.search(lowered):
        found.add("test-double")
    if engine in _CACHE_ENGINES:
        if _SESSION.search(lowered):
            found.add("session-store")
        if engine == "memcached" or _CACHE.search(lowered):
            found.add("cache")
    if not built_here and (engine or "administrative" in found or _is_public(image)):
        found.add("third-party")
    return frozenset(found)


def _is_public(image: str) -> bool:
    """Whether an image is an official one, or the work of a known publisher: nobody builds these for one product."""
    if not image_path(image):
        return False
    first, separator, _ = image.partition("/")
    official = not separator or first == "library" or image.startswith("docker.io/library/")
    publishers = {"bitnami", "grafana", "prom", "prometheus", "traefik", "hashicorp", "datalust", "rediscommander"}
    tagged = ":" in image or "@" in image
    return (official and tagged and image_name(image) in _OFFICIAL) or image_path(image).split("/")[0] in publishers


_OFFICIAL = frozenset(
    {
        "nginx", "httpd", "traefik", "rabbitmq", "haproxy", "envoy", "kong", "keycloak", "vault", "consul", "busybox",
        "alpine", "wordpress", "nextcloud", "registry", "nats", "zookeeper", "kafka", "eclipse-mosquitto", "caddy",
        "sonarqube", "ghost", "drupal", "joomla", "grafana", "telegraf",
    }
)  # fmt: skip


def layer_of(name: str, images: Iterable[str], labels: Mapping[str, str]) -> LayerGuess:
    """The layer of what runs containers.

    Args:
        name: Of the workload or the service.
        images: Of all containers, the main ones first.
        labels: Labels that are known.
    """
    declared = declared_layer(labels)
    if declared:
        return declared
    listed = list(images)
    if listed and engine_of(listed[0]):
        return LayerGuess(LayerId.DATA, f"it runs the database image {listed[0]}", Confidence.HIGH)
    if listed and kind_of(listed[0]) is ComponentKind.QUEUE:
        return LayerGuess(LayerId.INTEGRATION, f"it runs the message broker {listed[0]}", Confidence.HIGH)
    if listed and _CLUSTER.search(image_path(listed[0])):
        return LayerGuess(LayerId.HOSTING, f"it runs {listed[0]}, a part of the cluster itself", Confidence.HIGH)
    labelled = labelled_layer(labels)
    if labelled:
        return labelled
    tier = labels.get("tier", "").lower()
    if tier in _TIERS:
        # "web" is as often the process that answers requests, beside one that works in the background.
        sure = Confidence.LOW if tier == "web" else Confidence.MEDIUM
        return LayerGuess(_TIERS[tier], f"label tier is {tier!r}", sure)
    if names_presentation(name):
        return LayerGuess(LayerId.PRESENTATION, f"its name {name!r} says that users see it", Confidence.LOW)
    reason = "it runs containers and is neither a database nor named as a user interface"
    return LayerGuess(LayerId.SERVICE, reason, Confidence.LOW)
