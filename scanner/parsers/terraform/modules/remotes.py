"""Addresses of Git repositories as module calls write them, brought to one form by which they can be compared."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from scanner import lazy_re

_SHORT = lazy_re.compile(r"(?:github\.com|gitlab\.com|bitbucket\.org)/")
"""Hosts whose addresses Terraform takes without a scheme."""
_SECURE_COPY = lazy_re.compile(r"(?:[\w.-]+@)?([\w.-]+\.[\w-]+):(?!//)/?(.+)")
"""``git@host:owner/name``."""


class Remote(NamedTuple):
    """A place in a repository."""

    address: str
    """``host/owner/name``: without scheme, user, port and ``.git``."""
    folder: str = ""
    """Below the repository's top."""
    ref: str = ""
    """Tag, branch or commit."""


def read_remote(text: str) -> Remote | None:
    """The place that a module's source, or the address of a repository, means.

    Args:
        text: As it is written: ``git::https://host/owner/name.git//folder?ref=v1``, ``git@host:owner/name.git``.

    Returns:
        None for what is no address of a repository, such as a path or a module of a registry.
    """
    written = text.strip().removeprefix("git::")
    if short := _SECURE_COPY.fullmatch(written):
        written = f"ssh://{short[1]}/{short[2]}"
    elif _SHORT.match(written):
        written = f"https://{written}"
    try:
        parts = urlsplit(written)
        host, query = parts.hostname, parse_qs(parts.query, max_num_fields=20)
    except ValueError:  # a port that is no number, brackets that do not close
        return None
    if parts.scheme not in {"https", "http", "ssh", "git"} or not host:
        return None
    name, _, folder = parts.path.strip("/").partition("//")
    name = name.rstrip("/").removesuffix(".git")
    return Remote(f"{host}/{name}", folder.strip("/"), query.get("ref", [""])[0]) if name else None
