"""Tells which string literals say where a program reaches out to, and takes the credentials out of them."""

from __future__ import annotations

import re

from scanner import lazy_re
from scanner.parsers.redaction import redact

LONGEST_LITERAL = 2048
"""Bytes of a literal that is looked at; no address is longer."""

LONGEST_VALUE = 300
"""Characters of a value that is kept."""

_CANDIDATE = lazy_re.compile(rb"[.:=]|\\\\")
_QUOTED = lazy_re.compile(
    r"(?P<prefix>[A-Za-z$@]{0,3})(?P<quote>\"{3,}|'''|[\"'`])(?P<body>.*)(?P=quote)\w{0,2}\Z", re.DOTALL
)
_URL = lazy_re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_SCHEME = lazy_re.compile(r"(?i)(?:jdbc:[a-z]|ldaps?://)")
_UNC = lazy_re.compile(r"\\\\[A-Za-z0-9?._$-]+\\[^\\/:*\"<>|\r\n]")
_DRIVE = lazy_re.compile(r"[A-Za-z]:(?:\\(?![.\\])|/(?![/*]))(?:[^<>:\"|?*+^\[\r\n]{2,})?\Z")
_ADDRESS = lazy_re.compile(r"(?P<ip>\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?::\d{1,5})?(?:/\S*)?\Z")
_FIELD = lazy_re.compile(
    r"(?i)(?:^|;)\s*(?:server|data source|host|hostname|addr|address|network address|provider|dsn|endpoint|"
    r"accountendpoint|defaultendpointsprotocol)\s*=[^;=]+(?:;|\Z)"
)
_TAIL = r"(?::\d{1,5})?(?:/\S*)?\Z"
_LABELS = r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)"
_HOST = lazy_re.compile(
    rf"(?i)(?:nww\.{_LABELS}{{0,8}}[a-z0-9-]+|{_LABELS}{{1,8}}(?:nhs\.uk|nhs\.net|nhs\.scot|gov\.uk|gov\.scot|ac\.uk|co\.uk|"
    rf"org\.uk|com|org|scot|wales|amazonaws\.com|windows\.net|azure\.net|azure\.com|cloudapp\.net)|"
    rf"{_LABELS}{{2,8}}(?:uk|net|io|cloud|dev|local|localdomain|internal|intranet|lan|corp|eu|ie)|"
    rf"[a-z0-9]*[0-9-][a-z0-9-]*\.(?:local|internal|intranet|lan|corp)|localhost(?=:\d)){_TAIL}"
)
_PACKAGE = lazy_re.compile(
    r"(?:com|org|net|io|java|javax|jakarta|kotlin|uk|android|androidx|System|Microsoft|Windows)\."
)
_OF_A_PROPERTY = lazy_re.compile(
    rb"(?:\b(?:get|set|add|has|remove)Property|\b(?:[pP]roperties|[pP]rops|[pP]refs|[pP]references)"
    rb"\.(?:get|put|set|has|remove|containsKey|getOrDefault))\(\s*\Z"
)
_OF_A_TRANSLATION = lazy_re.compile(
    rb"(?:^|[^\w])(?:__|_[net]?|tc?|te|tr|trans|trans_?choice|translate|getTranslation|instant|n?gettext|get_message|getMessage"
    rb"|formatMessage|Lang::(?:get|has|choice)|@lang|@choice)\(\s*\Z"
)
_WORDS = lazy_re.compile(r"[A-Za-z_]+(?:\.[A-Za-z_]+){1,8}\.(?:local|internal|private|home)\Z")
_OF_A_HOST = lazy_re.compile(
    rb"(?i)host|ur[li]|server|addr|domain|endpoint|dns|sockets?\b|connect|dial|proxy|origin|broker|registry|ldap|smtp|gateway"
    rb"|resolve|ping|\bpeer|\bnodes?\b|(?:^|[^a-z])ip[^a-z]|fqdn|@\Z"
)
_NOT_ADDRESS = lazy_re.compile(rb"(?i)version|\boid\b|release")


def endpoint_in(literal: bytes, before: bytes) -> str | None:
    """Reads a literal as an address.

    Args:
        literal: The literal with its quotes.
        before: What stands before it on its line: a version looks like an IPv4 address.

    Returns:
        URL, UNC or drive path, host, IPv4 address or connection string without credentials; none if it is no address.
    """
    if not _CANDIDATE.search(literal):
        return None
    quoted = _QUOTED.match(literal.decode("utf-8", errors="replace"))
    if quoted is None:
        return None
    value = _unescaped(quoted).strip()
    if len(value) < 3 or not _is_address(value, before):
        return None
    return redact(value.splitlines()[0])[:LONGEST_VALUE]


def unquoted(literal: str) -> str:
    """The content of a literal.

    Args:
        literal: With its quotes.

    Returns:
        The content; the text itself if it is not quoted.
    """
    quoted = _QUOTED.match(literal)
    return quoted["body"] if quoted else literal


def _unescaped(quoted: re.Match[str]) -> str:
    body = quoted["body"]
    prefix = quoted["prefix"].lower()
    if "\\" not in body or "@" in prefix or "r" in prefix or (len(quoted["quote"]) > 1 and not prefix):
        return body
    return body.replace("\\\\", "\\").replace("\\/", "/")


def _is_address(value: str, before: bytes) -> bool:
    if _URL.match(value) or _SCHEME.match(value) or _UNC.match(value) or _DRIVE.match(value):
        return True
    address = _ADDRESS.match(value)
    if address:
        octets = [int(part) for part in address["ip"].split(".")]
        return octets[0] > 0 and max(octets) < 256 and not _NOT_ADDRESS.search(before)
    if "=" in value and ";" in value and _FIELD.search(value):
        return True
    return (
        ("." in value or value.startswith("localhost:"))
        and _HOST.match(value) is not None
        and not _PACKAGE.match(value)
        and not _is_key(value, before)
    )


def _is_key(value: str, before: bytes) -> bool:
    """Whether a dotted name is that of a property or of a text in several languages, and of no host.

    Words by themselves are a host only where what stands before them says so.
    """
    if _OF_A_PROPERTY.search(before) or _OF_A_TRANSLATION.search(before):
        return True
    if not _WORDS.match(value):
        return False
    name = value.replace(".", "_").encode()
    constant = re.search(rb"(?i)(?:\b|_)" + name + rb"\s*=\s*\Z", before) is not None
    return constant or "_" in value or _OF_A_HOST.search(before) is None
