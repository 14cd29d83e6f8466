"""What container images and names are in an architecture: a database engine, what users see."""

from __future__ import annotations

from fnmatch import fnmatchcase

from scanner import lazy_re

_STORE_IMAGES = (
    "postgres", "mysql", "mariadb", "mongo", "mongodb", "mssql", "mssql-server", "server", "redis", "elasticsearch",
    "opensearch", "oracle*", "cassandra", "couchdb", "neo4j", "memcached", "valkey", "iris*",
)  # fmt: skip
_PRESENTATION = lazy_re.compile(r"(^|[-_./])(web|ui|frontend|front-end|portal|spa|webapp|website|client)($|[-_./])")


def image_name(image: str) -> str:
    """The last part of an image's name: ``postgres`` for ``docker.io/library/postgres:16@sha256:…``."""
    return image.partition("@")[0].rpartition("/")[2].partition(":")[0].lower()


def is_store_image(image: str) -> bool:
    """Whether an image is a database engine's."""
    name = image_name(image)
    if name == "server":
        return "mssql" in image
    return any(fnmatchcase(name, pattern) for pattern in _STORE_IMAGES)


def names_presentation(name: str) -> bool:
    """Whether a name says that this is what users see; a weak sign."""
    return bool(_PRESENTATION.search(name.lower()))
