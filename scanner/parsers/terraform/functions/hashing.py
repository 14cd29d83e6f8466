"""Hashes, and the functions of which nobody can know the result before Terraform runs."""

from __future__ import annotations

import base64
import hashlib
import re
import uuid
from collections.abc import Callable, Mapping
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.functions.arguments import text, utf8
from scanner.parsers.terraform.functions.registry import Function
from scanner.parsers.terraform.values.conversions import ConversionError

HASHES: Mapping[str, Callable[[bytes], str]] = MappingProxyType(
    {
        "base64sha256": lambda content: base64.b64encode(hashlib.sha256(content).digest()).decode(),
        "base64sha512": lambda content: base64.b64encode(hashlib.sha512(content).digest()).decode(),
        "md5": lambda content: hashlib.md5(content, usedforsecurity=False).hexdigest(),
        "sha1": lambda content: hashlib.sha1(content, usedforsecurity=False).hexdigest(),
        "sha256": lambda content: hashlib.sha256(content).hexdigest(),
        "sha512": lambda content: hashlib.sha512(content).hexdigest(),
    }
)
"""Of bytes, by the name of the function."""
_NAMESPACES = {
    "dns": uuid.NAMESPACE_DNS,
    "url": uuid.NAMESPACE_URL,
    "oid": uuid.NAMESPACE_OID,
    "x500": uuid.NAMESPACE_X500,
}
_UUID = lazy_re.compile(
    r"(?:[0-9a-f]{32}|(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})",
    re.IGNORECASE,
)


def _hash(digest: Callable[[bytes], str]) -> Callable[[Value], str]:
    return lambda value: digest(utf8(value))


def _uuid5(namespace: Value, name: Value) -> str:
    given, content = text(namespace), utf8(name)
    space = _NAMESPACES.get(given)
    if space is None:
        if not _UUID.fullmatch(given):
            raise ConversionError("no such namespace")
        space = uuid.UUID(given)
    digest = hashlib.sha1(space.bytes + content, usedforsecurity=False).digest()
    return str(uuid.UUID(bytes=digest[:16], version=5))


def _later(name: str) -> Callable[[], Value]:
    return lambda: Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text=f"{name}()")


def _bcrypt(value: Value, *cost: Value) -> Value:
    utf8(value)
    if len(cost) > 1:
        raise ConversionError("no more than two arguments")
    return Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="bcrypt(…)")


def _decrypt(ciphertext: Value, key: Value) -> Value:
    text(ciphertext), text(key)
    return Unknown(reason=UnknownReason.SENSITIVE, text="rsadecrypt(…)")


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **{name: Function(_hash(digest)) for name, digest in HASHES.items()},
        "bcrypt": Function(_bcrypt),
        "rsadecrypt": Function(_decrypt),
        "uuidv5": Function(_uuid5),
        **{name: Function(_later(name)) for name in ("plantimestamp", "timestamp", "uuid")},
    }
)
