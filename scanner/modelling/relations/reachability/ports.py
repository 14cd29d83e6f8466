"""Ports that rules of networks are about, and those on which stores listen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scanner.domain.resource import Resource, Unknown, Value

_LAST = 65535
_UDP = _LAST + 1
"""UDP ports are counted behind the TCP ports, so that one list of spans holds both."""
_TCP_NAMES = frozenset({"tcp", "6"})
_UDP_NAMES = frozenset({"udp", "17"})
_ALL_NAMES = frozenset({"-1", "all", "*", "any"})


@dataclass(frozen=True, slots=True)
class Ports:
    """A set of TCP and UDP ports."""

    spans: tuple[tuple[int, int], ...] = ()
    known: bool = True
    """False where the real ports are some of these, and it cannot be told which."""

    def both(self, other: Ports) -> Ports:
        """The ports that are in both."""
        spans = {
            (max(first, begin), min(last, end))
            for first, last in self.spans
            for begin, end in other.spans
            if max(first, begin) <= min(last, end)
        }
        return Ports(_joined(spans), self.known and other.known)

    def either(self, other: Ports) -> Ports:
        """The ports that are in one of them."""
        return Ports(_joined((*self.spans, *other.spans)), self.known and other.known)

    def without(self, other: Ports) -> Ports:
        """The ports that are not in the other."""
        spans = list(self.spans)
        for begin, end in other.spans:
            spans = [
                piece
                for first, last in spans
                for piece in ((first, min(last, begin - 1)), (max(first, end + 1), last))
                if piece[0] <= piece[1]
            ]
        return Ports(_joined(spans), self.known)

    @property
    def text(self) -> str:
        """As a reader writes them: ``443, 8000-8080, 53/udp``; nothing where they are not known."""
        if not self.known:
            return ""
        if self.spans == ALL.spans:
            return f"0-{_LAST}"
        parts = []
        for first, last in self.spans:
            if first < _UDP:
                parts.append(_span(first, min(last, _LAST)))
            if last >= _UDP:
                parts.append(_span(max(first, _UDP) - _UDP, last - _UDP) + "/udp")
        return ", ".join(parts)


ALL = Ports(((0, _UDP + _LAST),))
TCP = Ports(((0, _LAST),))
NONE = Ports()
NOT_KNOWN = Ports(ALL.spans, known=False)


def tcp(*ports: int) -> Ports:
    """Some TCP ports."""
    return Ports(_joined((port, port) for port in ports))


def ports_of(protocol: Value, first: Value, last: Value) -> Ports:
    """The ports of a rule that has a protocol and a first and a last port.

    Args:
        protocol: Its name or number; ``-1``, ``all``, ``*`` or nothing for all.
        first: The first port, as number or text; nothing for all.
        last: The last one.
    """
    name = "-1" if protocol is None else str(protocol).lower() if isinstance(protocol, str | int) else None
    if name is None:
        return NOT_KNOWN
    if name in _ALL_NAMES:
        begin, end = _number(first), _number(last)
        if first is None or begin is None or end is None or begin <= 0:
            return ALL
        return _valid(begin, end).either(_valid(begin + _UDP, end + _UDP))
    if name not in _TCP_NAMES | _UDP_NAMES:
        return NONE  # ICMP and the like carry no requests
    offset = _UDP if name in _UDP_NAMES else 0
    if first is None and last is None:
        return Ports(((offset, offset + _LAST),))
    begin, end = _number(first), _number(last if last is not None else first)
    if begin is None or end is None:
        return Ports(((offset, offset + _LAST),), known=False)
    return _valid(begin + offset, end + offset)


def spoken(protocol: Value, written: Iterable[Value]) -> Ports:
    """The ports of a rule that lists them as texts: ``443``, ``8000-8080``, ``*``.

    Args:
        protocol: As in :func:`ports_of`.
        written: The texts; any of them may be unknown.
    """
    found = NONE
    for one in written:
        if isinstance(one, str) and one.strip() in {"*", ""}:
            found = found.either(ports_of(protocol, None, None))
            continue
        first, dash, last = one.partition("-") if isinstance(one, str) else (one, "", None)
        found = found.either(ports_of(protocol, first, last if dash else None))
    return found


_BY_ENGINE: Mapping[str, tuple[int, ...]] = {
    "postgres": (5432,), "aurora-postgresql": (5432,), "postgresql": (5432,), "alloydb": (5432,),
    "mysql": (3306,), "mariadb": (3306,), "aurora": (3306,), "aurora-mysql": (3306,), "oracle": (1521,),
    "sqlserver": (1433,), "mssql": (1433,), "db2": (50000,), "docdb": (27017,), "mongo": (27017,),
    "mongodb": (27017,), "neptune": (8182,), "redshift": (5439,), "redis": (6379, 6380), "valkey": (6379, 6380),
    "memcached": (11211,), "memorydb": (6379,), "opensearch": (443, 9200), "elasticsearch": (443, 9200),
    "efs": (2049,), "filestore": (2049,), "cassandra": (9042,), "neo4j": (7474, 7687), "couchdb": (5984,),
    "object": (443,), "cosmosdb": (443,), "fhir": (443,),
}  # fmt: skip
_BY_TYPE: Mapping[str, str] = {
    "aws_docdb_cluster": "docdb", "aws_neptune_cluster": "neptune", "aws_redshift_cluster": "redshift",
    "aws_elasticache_replication_group": "redis", "aws_elasticache_serverless_cache": "redis",
    "aws_memorydb_cluster": "memorydb", "aws_opensearch_domain": "opensearch",
    "aws_elasticsearch_domain": "opensearch", "aws_efs_file_system": "efs", "azurerm_mssql_server": "mssql",
    "azurerm_mssql_database": "mssql", "azurerm_mssql_managed_instance": "mssql",
    "azurerm_postgresql_server": "postgres", "azurerm_postgresql_flexible_server": "postgres",
    "azurerm_mysql_server": "mysql", "azurerm_mysql_flexible_server": "mysql", "azurerm_mariadb_server": "mariadb",
    "azurerm_cosmosdb_account": "cosmosdb", "azurerm_redis_cache": "redis", "azurerm_storage_account": "object",
    "azurerm_search_service": "object", "google_alloydb_cluster": "alloydb", "google_redis_instance": "redis",
    "google_filestore_instance": "filestore",
}  # fmt: skip


def listening(resource: Resource, engine: str = "") -> Ports:
    """The ports on which a store listens, or all where that cannot be told.

    Args:
        resource: What makes the store.
        engine: What it speaks, where the component tells.
    """
    port = resource.attributes.get("port")
    number = _number(port)
    if number is not None and not isinstance(port, bool):
        return _valid(number, number)
    if isinstance(port, Unknown):
        return Ports(TCP.spans, known=False)
    written = resource.attributes.get("engine")
    version = resource.attributes.get("database_version")
    for name in (written, version, _BY_TYPE.get(resource.type), engine):
        found = of_engine(name) if isinstance(name, str) else None
        if found is not None:
            return found
    return Ports(TCP.spans, known=False)


def met(rule: Ports, store: Ports) -> Ports:
    """The ports of a rule on which a store listens.

    Where the store's own are not known, a rule that names nothing but ports of databases tells them.
    """
    ports = rule.both(store)
    named = rule.known and rule.spans and not rule.without(_OF_DATABASES).spans
    return Ports(ports.spans) if named else ports


def of_engine(name: str) -> Ports | None:
    """The ports of an engine by its name, such as ``postgres``, ``oracle-ee`` or ``POSTGRES_15``."""
    plain = name.lower().replace("_", "-")
    for known in (plain, plain.partition("-")[0]):
        if known in _BY_ENGINE:
            return tcp(*_BY_ENGINE[known])
    return None


def _number(value: Value) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.strip().lstrip("-").isascii() and value.strip().lstrip("-").isdigit():
        return int(value.strip()[:9])
    return None


def _valid(first: int, last: int) -> Ports:
    return Ports(((first, last),)) if 0 <= first <= last <= ALL.spans[0][1] else NONE


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if (
            found
            and first <= found[-1][1] + 1
            and not (found[-1][1] == _LAST and first == _UDP and last < ALL.spans[0][1])
        ):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


_OF_DATABASES = tcp(*(port for ports in _BY_ENGINE.values() for port in ports if port != 443))
