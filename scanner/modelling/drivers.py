"""Packages by which stores are spoken to, and what the stores speak."""

from __future__ import annotations

from collections.abc import Mapping

from scanner import lazy_re
from scanner.domain.architecture import Component

_DRIVERS: Mapping[str, tuple[str, ...]] = {
    "postgresql": (
        "psycopg", "psycopg2", "psycopg2-binary", "asyncpg", "pg8000", "pg", "postgres", "npgsql", "org.postgresql",
        "postgresql", "github.com/lib/pq", "github.com/jackc/pgx", "pg-promise",
        "npgsql.entityframeworkcore.postgresql", "r2dbc-postgresql",
    ),
    "mysql": (
        "pymysql", "mysqldb", "mysql.connector", "mysqlclient", "mysql", "mysql2", "mysql.data", "mysqlconnector",
        "com.mysql", "mysql-connector-j", "mysql-connector-java", "github.com/go-sql-driver/mysql", "mariadb",
        "mariadb-java-client", "pomelo.entityframeworkcore.mysql",
    ),
    "sqlserver": (
        "pymssql", "mssql", "tedious", "system.data.sqlclient", "microsoft.data.sqlclient", "mssql-jdbc",
        "microsoft.entityframeworkcore.sqlserver", "github.com/microsoft/go-mssqldb",
        "github.com/denisenkom/go-mssqldb", "tiny_tds", "com.microsoft.sqlserver",
    ),
    "oracle": ("oracledb", "cx_oracle", "oracle.manageddataaccess", "ojdbc8", "ojdbc11", "ruby-oci8", "oracle.jdbc"),
    "mongodb": (
        "pymongo", "motor", "mongodb", "mongoose", "com.mongodb", "mongodb.driver", "go.mongodb.org/mongo-driver",
        "spring-boot-starter-data-mongodb", "org.springframework.data.mongodb", "mongoid",
    ),
    "redis": (
        "redis", "ioredis", "redis.clients.jedis", "stackexchange.redis", "github.com/redis/go-redis", "jedis",
        "github.com/go-redis/redis", "lettuce-core", "connect-redis", "spring-boot-starter-data-redis",
        "microsoft.extensions.caching.stackexchangeredis",
    ),
    "dynamodb": (
        "@aws-sdk/client-dynamodb", "@aws-sdk/lib-dynamodb", "software.amazon.awssdk.services.dynamodb",
        "amazon.dynamodbv2", "awssdk.dynamodbv2", "github.com/aws/aws-sdk-go-v2/service/dynamodb", "pynamodb",
        "connect-dynamodb", "dynamodb-toolbox",
    ),
    "cosmosdb": ("azure.cosmos", "azure-cosmos", "@azure/cosmos", "microsoft.azure.cosmos", "com.azure.cosmos"),
    "elasticsearch": ("elasticsearch", "opensearchpy", "opensearch-py", "@elastic/elasticsearch", "nest",
                      "@opensearch-project/opensearch", "elastic.clients.elasticsearch"),
    "iris": ("com.intersystems", "intersystems.data", "intersystems_irispython", "iris.dbapi"),
}  # fmt: skip
_BY_NAME = {name: engine for engine, names in _DRIVERS.items() for name in names}

MAPPERS = frozenset({
    "sqlalchemy", "sqlmodel", "peewee", "tortoise-orm", "django.db", "knex", "sequelize", "typeorm", "@prisma/client",
    "drizzle-orm", "java.sql", "javax.sql", "javax.persistence", "jakarta.persistence", "org.springframework.jdbc",
    "org.springframework.data.jpa", "org.hibernate", "org.jooq", "spring-boot-starter-data-jpa", "dapper",
    "microsoft.entityframeworkcore", "database/sql", "gorm.io/gorm", "activerecord", "doctrine/orm", "entityframework",
})  # fmt: skip
"""Packages that speak to stores of many makes."""

_VALUES = lazy_re.compile(
    r"^java\.sql\.(date|time|timestamp|types|blob|clob|\w*exception)$|^(javax|jakarta)\.persistence\.\w*exception$"
    r"|^org\.hibernate\.\w*exception$"
)


def speaks(name: str) -> bool:
    """Whether what is imported may speak to a store, and is no kind of value or error that comes with what does.

    Args:
        name: As code imports it.
    """
    return _VALUES.match(name.lower()) is None


SESSION_KEEPERS: Mapping[str, str] = {
    "connect-pg-simple": "postgresql", "connect-mongo": "mongodb", "connect-mongodb-session": "mongodb",
    "connect-dynamodb": "dynamodb", "express-mysql-session": "mysql", "connect-mssql-v2": "sqlserver",
}  # fmt: skip
"""Packages that keep sessions of users in a store, and what that speaks."""
KEEPS_SESSIONS = frozenset({"session-store", "cache"})
"""Traits of stores that keep nothing but sessions or copies."""

_FAMILIES = {
    "postgres": "postgresql", "aurora-postgresql": "postgresql", "cockroach": "postgresql", "mariadb": "mysql",
    "aurora-mysql": "mysql", "mssql": "sqlserver", "sql-server": "sqlserver", "sqlserver-ex": "sqlserver",
    "sqlserver-se": "sqlserver", "sqlserver-ee": "sqlserver", "sqlserver-web": "sqlserver", "mongo": "mongodb",
    "docdb": "mongodb", "documentdb": "mongodb", "valkey": "redis", "memorydb": "redis", "cosmos": "cosmosdb",
    "opensearch": "elasticsearch",
}  # fmt: skip
_MARKS = (
    ("postgres", "postgresql"), ("mysql", "mysql"), ("mariadb", "mysql"), ("mssql", "sqlserver"),
    ("sql-edge", "sqlserver"), ("dynamodb", "dynamodb"), ("docdb", "mongodb"), ("mongo", "mongodb"),
    ("cosmosdb", "cosmosdb"), ("redis", "redis"), ("valkey", "redis"), ("elasticsearch", "elasticsearch"),
    ("opensearch", "elasticsearch"), ("oracle", "oracle"), ("iris", "iris"),
)  # fmt: skip


def engine_of_package(name: str) -> str:
    """The engine that a package speaks to; empty where it is no driver of one engine only.

    Args:
        name: As a manifest or an import names it.
    """
    whole = name.lower()
    if whole in _BY_NAME:
        return _BY_NAME[whole]
    if ":" in whole:
        return _BY_NAME.get(whole.rpartition(":")[2], "")
    for mark in ("/", "."):
        at = len(whole)
        for _ in range(8):
            at = whole.rfind(mark, 0, at)
            if at <= 0:
                break
            if whole[:at] in _BY_NAME:
                return _BY_NAME[whole[:at]]
    return ""


def family_of(store: Component) -> str:
    """What a store speaks, under one name for engines that speak alike; empty where it is not known."""
    engine = store.engine.lower()
    if engine:
        return _FAMILIES.get(engine, engine)
    technology = store.technology.lower()
    return next((family for mark, family in _MARKS if mark in technology), "")
