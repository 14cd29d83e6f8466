"""Base64, URLs and the encodings of texts."""

from __future__ import annotations

import base64
import re
import urllib.parse
from collections.abc import Mapping
from types import MappingProxyType

from scanner.domain.resource import Value
from scanner.parsers.terraform.conversions import ConversionError
from scanner.parsers.terraform.functions.arguments import normal, text, utf8
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_CODECS: Mapping[str, str] = MappingProxyType(
    {
        "utf-8": "utf-8",
        "utf-16le": "utf-16-le",
        "utf-16be": "utf-16-be",
        "iso-8859-1": "latin-1",
        "latin1": "latin-1",
        **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
        **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
        "koi8-r": "koi8-r",
        "koi8-u": "koi8-u",
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
    codec = _codec(encoding)
    try:
        return normal(base64.b64encode(text(value).encode(codec)).decode())
    except UnicodeEncodeError as error:
        raise ConversionError("not in this encoding") from error


def _text_decode(value: Value, encoding: Value) -> str:
    codec = _codec(encoding)
    try:
        found = base64_bytes(value).decode(codec)
    except UnicodeDecodeError as error:
        raise ConversionError("not in this encoding") from error
    if "\ufffd" in found:
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
