"""Hosts, databases and credentials that a text of configuration names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scanner import lazy_re

_URL = lazy_re.compile(
    r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.:-]{1,40})://(?P<user>[^/\s@?#'\"]*@)?"
    r"(?P<host>[A-Za-z0-9_](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)(?::(?P<port>[0-9]{1,5}))?(?P<rest>[/?;][^\s'\"]*)?"
)
_FIELD = lazy_re.compile(r"(?i)(?:^|[;\s?&])\s*(?P<name>[a-z][a-z _]{1,30}?)\s*=\s*(?P<value>[^;&\s]*)")
_HOST_FIELDS = frozenset(
    {"server", "host", "data source", "datasource", "address", "addr", "network address", "endpoint"}
)
_NAME_FIELDS = frozenset({"database", "initial catalog", "dbname", "databasename", "db"})
_SECRET_FIELDS = frozenset({"password", "pwd", "accountkey", "sharedaccesskey", "pass", "sharedaccesssignature"})
_BARE = lazy_re.compile(r"(?P<host>[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)(?::(?P<port>[0-9]{1,5}))?")
_SPEAKS_OF_HOSTS = lazy_re.compile(
    r"(?i)(?:^|[_.\-]|(?<=[a-z]))(?:hosts?|hostname|url|uri|endpoint|server|servers|addr|address|addresses|domain|broker|"
    r"brokers|bootstrap_servers|connection|conn|connectionstring|authority|upstream|target|peer|peers|node|nodes|dsn|"
    r"datasource|service)(?:$|[_.\-0-9]|(?=[A-Z]))"
)
_STORE_SCHEMES = lazy_re.compile(
    r"(?i)(?:jdbc:)?(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|sqlserver|oracle|db2|iris|mssql|couchdb|"
    r"cassandra|clickhouse|valkeys?|ecto)(?:\+\w+)?$"
)
_AFTER_PASSWORD = lazy_re.compile(
    r"/[^?;\s]*@(?P<host>[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)(?::(?P<port>[0-9]{1,5}))?"
    r"(?:/(?P<database>[\w.$-]{1,100}))?(?=$|[/?;#])"
)
"""What follows a password with a slash in it, which ends the host for whoever reads from the left."""
_DATABASE = lazy_re.compile(r"[\w.$ {}-]{1,100}")
_TOO_LONG = 4_000


class Endpoint(NamedTuple):
    """A host that a text names."""

    host: str
    port: str = ""
    database: str = ""
    credential: bool = False
    """Whether the text holds what opens it; never the credential itself."""


def endpoints(name: str, text: str) -> list[Endpoint]:
    """The hosts that a setting names.

    Args:
        name: Of the variable or key: a bare word counts as a host only where the name speaks of one.
        text: Its value.
    """
    text = text[:_TOO_LONG]
    found = list(_urls(text)) or list(_fields(text))
    if not found and _SPEAKS_OF_HOSTS.search(name):
        for part in text.split(",")[:10]:
            match = _BARE.fullmatch(part.strip())
            if match and not match["host"].isdigit():
                found.append(Endpoint(match["host"].lower(), match["port"] or ""))
    return found


def _urls(text: str) -> Iterator[Endpoint]:
    for match in _URL.finditer(text):
        store = _STORE_SCHEMES.fullmatch(match["scheme"])
        rest, user = match["rest"] or "", match["user"] or ""
        if store and (beyond := _AFTER_PASSWORD.match(rest)):
            yield Endpoint(beyond["host"].lower(), beyond["port"] or "", beyond["database"] or "", True)
            continue
        fields = _named_fields(rest)
        secret = any(fields.get(field) for field in _SECRET_FIELDS)
        password = user.rstrip("@").partition(":")[2]
        database = ""
        if store:
            database = re.split(r"[?;&#]", rest.lstrip("/"))[0].strip("/") if rest.startswith("/") else ""
            database = database or next((fields[field] for field in _NAME_FIELDS if fields.get(field)), "")
        yield Endpoint(match["host"].lower(), match["port"] or "", _named(database), bool(password) or secret)


def _fields(text: str) -> Iterator[Endpoint]:
    fields = _named_fields(text)
    host = next((fields[field] for field in _HOST_FIELDS if fields.get(field)), "")
    if not host:
        host, separator, _ = text.partition(",")  # StackExchange.Redis: host:6379,password=…
        fields.update(_named_fields(text.replace(",", ";")))
        if not separator or "=" in host or not any(fields.get(field) for field in _SECRET_FIELDS):
            return
    host = host.removeprefix("tcp:").partition("\\")[0]
    name, _, port = host.replace(",", ":").partition(":")
    if _BARE.fullmatch(name):
        database = next((fields[field] for field in _NAME_FIELDS if fields.get(field)), "")
        secret = any(fields.get(field) for field in _SECRET_FIELDS)
        given = port or fields.get("port", "")
        yield Endpoint(name.lower(), given if given.isdigit() else "", _named(database), secret)


def _named(database: str) -> str:
    """The name of a database, if it can be one: what is not may be part of a password with signs that part URLs."""
    return database if _DATABASE.fullmatch(database) else ""


def _named_fields(text: str) -> dict[str, str]:
    return {match["name"].strip().lower(): match["value"].strip("'\"") for match in _FIELD.finditer(text)}
