"""What stores speak, and what rules may ask for besides: logs, sessions, state, production."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scanner import lazy_re
from scanner.domain.architecture import ComponentKind
from scanner.domain.resource import Resource
from scanner.modelling.components.terraform_keys import known_name
from scanner.modelling.index import Index

_ENGINES = (
    ("postgres", "postgresql"), ("mysql", "mysql"), ("mariadb", "mariadb"), ("sqlserver", "sqlserver"),
    ("oracle", "oracle"), ("custom-oracle", "oracle"), ("db2", "db2"), ("aurora", "mysql"), ("redis", "redis"),
    ("valkey", "redis"), ("memcached", "memcached"), ("neptune", "neptune"), ("docdb", "mongodb"),
)  # fmt: skip
_WORDS = lazy_re.compile(r"[A-Za-z][a-z]*|\d+")
_PRODUCTION = frozenset({"prod", "production", "prd", "live"})
_NON_PRODUCTION = frozenset({
    "dev", "development", "test", "testing", "qa", "uat", "int", "integration", "staging", "stage", "preprod", "tst",
    "preproduction", "nonproduction", "sandbox", "sbx", "ref", "sit", "perf", "demo", "stg", "stag", "nonprod",
})  # fmt: skip
_NO_STAGES = lazy_re.compile(
    r"(blood|swab|covid(-?19)?|antigen|pcr|diagnostic|genetic|genomic|hpv|home|eye|hearing)[-_ ]?test(s|ing)?(?![a-z])"
    r"|(?<![a-z])tests?[-_ ](results?|requests?|orders?|kits?|catalogues?|centres?|types?|bookings?)(?![a-z])"
    r"|(?<![a-z])integration[-_ ](engine|layer|hub|service|adaptor|adapter|platform|api|gateway)s?(?![a-z])"
    r"|(?<![a-z])ref[-_ ]data(?![a-z])|(?<![a-z])live[-_ ]?(chat|feed|streams?)(?![a-z])",
    re.IGNORECASE,
)
"""What laboratories do and what joins systems is called by the same words as an environment."""
_STAGE_TAGS = frozenset({"environment", "env", "stage", "environmentname", "deploymentenvironment"})
_BY_NAME = (
    ("session-store", frozenset({"session", "sessions"})),
    ("logs", frozenset({"logs", "log", "logging", "accesslogs", "auditlogs"})),
    ("cache", frozenset({"cache", "caching"})),
    ("state", frozenset({"tfstate", "terraformstate", "statelock"})),
)
_CACHES = frozenset({"aws_elasticache_cluster", "google_memcache_instance"})


def engine_of(resource: Resource, by_type: str) -> str:
    """What a store speaks, from its attributes, else from its type.

    Args:
        resource: A store.
        by_type: What its type says.
    """
    kind = resource.attributes.get("kind")
    if resource.type == "azurerm_cosmosdb_account" and kind == "MongoDB":
        return "mongodb"
    for name in ("engine", "database_version"):
        value = resource.attributes.get(name)
        for begin, engine in _ENGINES if isinstance(value, str) else ():
            if begin in str(value).lower():
                return engine
        if value is not None and not by_type:
            return ""
    return by_type


def stage_of(resource: Resource, environments: Iterable[str]) -> set[str]:
    """Whether it is production, not production, or both, by its tags, else by the names of its environments.

    Args:
        resource: With its tags.
        environments: Names of those in which it is as it is.
    """
    for name, value in resource.labels.items():
        if re.sub(r"[^a-z]", "", name.lower()) in _STAGE_TAGS:
            told = _stage(value)
            if told:
                return {told}
    return {told for told in map(_stage, environments) if told}


def _stage(name: str) -> str:
    """What the words of a name say, the last that says something: ``live/test (dev)`` is development."""
    words = _words(_NO_STAGES.sub("", name))
    for number in range(len(words) - 1, -1, -1):
        word, before = words[number], words[number - 1] if number else ""
        if word in _NON_PRODUCTION:
            return "non-production"
        if word in _PRODUCTION:
            return "non-production" if before in ("pre", "non", "not") else "production"
    return ""


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


def traits_of(resource: Resource, kind: ComponentKind, index: Index) -> frozenset[str]:
    """What a name or a part of a store says it keeps.

    Args:
        resource: Of a type that makes a component.
        kind: What it is.
        index: Where the parts are found.
    """
    if kind is not ComponentKind.STORE:
        return frozenset()
    names = (resource.name, *resource.module_path[-1:], known_name(resource))
    words = {word for name in names for word in _words(name)}
    found = {trait for trait, signs in _BY_NAME if words & signs}
    if {"terraform", "state"} <= words or {"tf", "state"} <= words:
        found.add("state")
    if resource.type in _CACHES:
        found.add("cache")
    found.update(_by_parts(resource, index))
    return frozenset(found)


def _by_parts(resource: Resource, index: Index) -> Iterable[str]:
    if "website" in resource.attributes or "static_website" in resource.attributes:
        yield "static-site"
    if "bucket" not in resource.type and resource.type != "azurerm_storage_account":
        return
    for reference, part in index.naming(resource):
        if part.type in ("aws_s3_bucket_website_configuration", "azurerm_storage_account_static_website"):
            yield "static-site"
        if part.type == "aws_s3_bucket_logging" and reference.attribute == "target_bucket":
            yield "logs"
