"""Base64, URLs and the encodings of texts."""

from __future__ import annotations

import base64
import urllib.parse
from collections.abc import Mapping
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import normal, text, utf8
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.conversions import ConversionError

_BASE64 = lazy_re.compile(r"(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_CONTROLS = lazy_re.compile("[\x80-\x9f]")
_WITHOUT_CONTROLS = frozenset(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16))
"""Encodings in which Terraform has none of these."""
_CODECS: Mapping[str, str] = MappingProxyType(
    {
        "utf-8": "utf-8",
        "utf-16le": "utf-16-le",
        "utf-16be": "utf-16-be",
        "iso-8859-1": "latin-1",
        "latin1": "latin-1",
        **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
        **{f"windows-{page}": f"cp{page}" for page in (1250, 1251, 1252, 1253, 1254, 1256, 1257, 1258)},
        "koi8-r": "koi8-r",
        "us-ascii": "ascii",
        "utf-16": "utf-16",
    }
)
"""Encodings of which Python and Terraform have the same idea."""


def base64_bytes(value: Value) -> bytes:
    """The bytes that a Base64 text stands for.

    Raises:
        ConversionError: It is none.
    """
    given = text(value).replace("\r", "").replace("\n", "")
    if not _BASE64.fullmatch(given):
        raise ConversionError("not Base64")
    return base64.b64decode(given)


def _base64_encode(value: Value) -> str:
    return normal(base64.b64encode(utf8(value)).decode())


def _base64_decode(value: Value) -> str:
    try:
        return normal(base64_bytes(value).decode())
    except UnicodeDecodeError as error:
        raise ConversionError("not UTF-8") from error


def _codec(value: Value) -> str:
    name = text(value)
    codec = _CODECS.get(name.lower())
    if codec is None:
        raise UnsupportedError("this encoding")
    return codec


def _text_encode(value: Value, encoding: Value) -> str:
    codec, given = _codec(encoding), text(value)
    if codec in _WITHOUT_CONTROLS and _CONTROLS.search(given):
        raise ConversionError("not in this encoding")
    try:
        content = b"\xfe\xff" + given.encode("utf-16-be") if codec == "utf-16" else given.encode(codec)
    except UnicodeEncodeError as error:
        raise ConversionError("not in this encoding") from error
    return normal(base64.b64encode(content).decode())


def _text_decode(value: Value, encoding: Value) -> str:
    codec, content = _codec(encoding), base64_bytes(value)
    if codec == "utf-16" and not content.startswith((b"\xfe\xff", b"\xff\xfe")):
        codec = "utf-16-be"
    try:
        found = content.decode(codec)
    except UnicodeDecodeError as error:
        raise ConversionError("not in this encoding") from error
    if "\ufffd" in found or (codec in _WITHOUT_CONTROLS and _CONTROLS.search(found)):
        raise ConversionError("not in this encoding")
    return normal(found)


def _url_encode(value: Value) -> str:
    return normal(urllib.parse.quote_plus(utf8(value)))


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "base64decode": Function(_base64_decode),
        "base64encode": Function(_base64_encode),
        "textdecodebase64": Function(_text_decode),
        "textencodebase64": Function(_text_encode),
        "urlencode": Function(_url_encode),
    }
)
